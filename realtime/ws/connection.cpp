#include "realtime/ws/connection.h"

#include <sys/socket.h>

#include "realtime/ws/limit_counters.h"

namespace parley::ws {

Connection::Connection(ConnectionId id, FileDescriptor socket, std::unique_ptr<Handler> handler,
                       Context context, Clock::time_point now)
    : id_(id),
      socket_(std::move(socket)),
      context_(context),
      handler_(std::move(handler)),
      parser_(context.limits.message_bytes_max),
      outbox_(context.limits.outbox_bytes_max),
      frames_(context.limits.frames_per_s, context.limits.frames_burst, now),
      heard_at_(now),
      pinged_at_(now),
      frame_begun_at_(now) {}

void Connection::open(Frame upgrade_answer) {
    outbox_.push(std::move(upgrade_answer));
    changed();
    handler_->opened(*this);
}

void Connection::send(Frame frame) {
    if (state_ != State::open) return;
    if (outbox_.push(std::move(frame))) return changed();
    context_.counters.outbox_full.hit();
    outbox_.replace(close_frame(CloseCode::try_again_later, "reading too slowly"));
    begin_closing(nullptr);
}

void Connection::close(CloseCode code, std::string_view reason) {
    if (state_ == State::open) begin_closing(close_frame(code, reason));
}

void Connection::take(std::string_view octets, std::vector<Incoming>& scratch,
                      Clock::time_point now) {
    heard_at_ = now;
    if (is_finished_ || state_ == State::shut) return;
    const std::uint64_t begun_before = parser_.frames_begun();
    scratch.clear();
    parser_.feed(octets, scratch);
    if (parser_.frames_begun() != begun_before) frame_begun_at_ = now;
    for (std::uint64_t i = begun_before; i < parser_.frames_begun(); ++i) {
        if (state_ != State::open || frames_.take(now)) continue;
        context_.counters.flood.hit();
        return close(CloseCode::policy_violation, "too many frames");
    }
    for (Incoming& incoming : scratch) handle(incoming);
}

void Connection::handle(Incoming& incoming) {
    if (auto* message = std::get_if<Message>(&incoming)) {
        if (state_ == State::open) handler_->received(*this, std::move(*message));
    } else if (auto* ping = std::get_if<Ping>(&incoming)) {
        send(encode_frame(Opcode::pong, ping->payload));
    } else if (auto* close = std::get_if<PeerClose>(&incoming)) {
        is_finished_ = true;
        if (state_ == State::open)
            begin_closing(close->code ? close_answer(*close->code) : close_answer_without_code());
        changed();
    } else if (auto* failure = std::get_if<Failure>(&incoming)) {
        if (failure->code == CloseCode::too_big) context_.counters.message_too_big.hit();
        is_finished_ = true;
        this->close(failure->code, failure->reason);
        changed();
    }
}

void Connection::begin_closing(Frame last_frame) {
    state_ = State::closing;
    closing_since_ = Clock::now();
    if (last_frame && !outbox_.push(last_frame)) outbox_.replace(std::move(last_frame));
    changed();
}

void Connection::peer_hung_up() {
    state_ = State::gone;
    changed();
}

void Connection::flush(Clock::time_point now) {
    if (state_ == State::gone || state_ == State::shut) return;
    const bool had_something = !outbox_.is_empty();
    const Outbox::Flushed flushed = outbox_.flush(socket());
    if (flushed == Outbox::Flushed::broken) return peer_hung_up();
    if (flushed == Outbox::Flushed::some) return;
    if (state_ == State::closing && is_finished_) {
        ::shutdown(socket(), SHUT_WR);
        state_ = State::shut;
        closing_since_ = now;
    } else if (state_ == State::open && had_something) {
        handler_->drained(*this);
    }
}

void Connection::check_times(Clock::time_point now) {
    const Limits& limits = context_.limits;
    if (state_ == State::gone) return;
    if (state_ != State::open) {
        if (now - closing_since_ < limits.closing_max) return;
        context_.counters.closing.hit();
        return peer_hung_up();
    }
    if (now - heard_at_ >= limits.silence_max) {
        context_.counters.silent.hit();
        return peer_hung_up();
    }
    if (parser_.is_mid_frame() && now - frame_begun_at_ >= limits.partial_frame_max) {
        context_.counters.partial_frame.hit();
        is_finished_ = true;
        return close(CloseCode::policy_violation, "frame not finished in time");
    }
    if (now - pinged_at_ >= limits.ping_every) {
        pinged_at_ = now;
        send(encode_frame(Opcode::ping, {}));
    }
}

void Connection::drop() {
    peer_hung_up();
}

void Connection::changed() {
    if (is_on_changed_list) return;
    is_on_changed_list = true;
    context_.changed.push_back(this);
}

}  // namespace parley::ws
