// One WebSocket. Owned and touched by the event loop's thread alone; send() and close() never block
// and never call back.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

#include "realtime/ws/file_descriptor.h"
#include "realtime/ws/frame_parser.h"
#include "realtime/ws/handler.h"
#include "realtime/ws/limits.h"
#include "realtime/ws/outbox.h"
#include "realtime/ws/token_bucket.h"

namespace parley::ws {

using ConnectionId = std::uint64_t;
using Clock = std::chrono::steady_clock;
struct LimitCounters;

class Connection {
  public:
    ConnectionId id() const { return id_; }

    // Does nothing once closing began. A peer too slow for the outbox is closed with 1013.
    void send(Frame frame);

    // Begins the closing handshake behind what was sent so far.
    void close(CloseCode code, std::string_view reason = {});

    bool is_open() const { return state_ == State::open; }
    std::size_t outbox_bytes() const { return outbox_.bytes(); }

    // The rest is for the event loop.
    struct Context {
        const Limits& limits;
        LimitCounters& counters;
        std::vector<Connection*>& changed;  // has something to write, or is gone
    };
    Connection(ConnectionId id, FileDescriptor socket, std::unique_ptr<Handler> handler,
               Context context, Clock::time_point now);

    void open(Frame upgrade_answer);
    void take(std::string_view octets, std::vector<Incoming>& scratch, Clock::time_point now);
    void peer_hung_up();
    void flush(Clock::time_point now);
    void check_times(Clock::time_point now);
    void drop();

    int socket() const { return socket_.get(); }
    bool is_gone() const { return state_ == State::gone; }
    bool wants_to_write() const { return !outbox_.is_empty() && state_ != State::gone; }
    bool waits_for_room = false;  // the loop watches for EPOLLOUT
    bool is_on_changed_list = false;
    Handler& handler() { return *handler_; }

  private:
    // open: both sides talk. closing: our close frame is sent, the peer's is awaited. shut: nothing
    // more will be written; octets are thrown away until the peer hangs up, for closing with unread
    // octets would make the kernel reset the connection and destroy what the peer has not read yet.
    enum class State : unsigned char { open, closing, shut, gone };

    void handle(Incoming& incoming);
    void begin_closing(Frame last_frame);
    void changed();

    ConnectionId id_;
    FileDescriptor socket_;
    State state_ = State::open;
    bool is_finished_ =
        false;  // the peer's close frame came, or a failure: shut once all is written
    Context context_;
    std::unique_ptr<Handler> handler_;
    FrameParser parser_;
    Outbox outbox_;
    TokenBucket frames_;
    Clock::time_point heard_at_;
    Clock::time_point pinged_at_;
    Clock::time_point frame_begun_at_;
    Clock::time_point closing_since_{};
};

}  // namespace parley::ws
