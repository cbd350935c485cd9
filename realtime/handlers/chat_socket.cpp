#include "realtime/handlers/chat_socket.h"

#include <limits>

#include "domain/chat/rooms.h"
#include "domain/transaction.h"
#include "platform/text.h"
#include "realtime/handlers/limits.h"
#include "realtime/protocol/server_message.h"

namespace parley::handlers {

namespace {
// Beyond every number: counts as the room's last message.
constexpr MessageId last_of_all{std::numeric_limits<std::int64_t>::max()};
}  // namespace

ChatSocket::ChatSocket(Chat& chat, Member member, RoomId room, MessageId after)
    : chat_(chat),
      services_(chat.services_),
      member_(std::move(member)),
      room_(room),
      delivered_(after),
      messages_(messages_per_s, services_.rate_limits ? messages_burst : 0, ws::Clock::now()) {}

template <class Work, class Then>
void ChatSocket::ask(Work work, Then then) {
    Chat& chat = chat_;
    const auto id = connection_->id();
    services_.database.submit(
        {[&chat, id, work, then](db::Session& session) {
             chat.services_.loop.post([&chat, id, then, result = work(session)] {
                 if (ChatSocket* socket = chat.find(id)) then(*socket, result);
             });
         },
         [&chat, id] {
             chat.services_.loop.post([&chat, id] {
                 if (ChatSocket* socket = chat.find(id))
                     socket->connection().close(ws::CloseCode::try_again_later, "database away");
             });
         }});
}

void ChatSocket::opened(ws::Connection& connection) {
    connection_ = &connection;
    chat_.add(*this);
    services_.sessions.add(*this, member_.token);
    member_.token = {};
    recheck_access();
    catch_up();
    mark_read(last_of_all);
}

void ChatSocket::closed(ws::Connection&) {
    services_.sessions.remove(*this);
    chat_.remove(*this);
}

void ChatSocket::received(ws::Connection& connection, ws::Message message) {
    if (!chat_.is_taking_) return;
    if (!message.is_text)
        return connection.close(ws::CloseCode::unsupported_data, "only text is spoken here");
    std::visit([this](auto&& said) { handle(std::move(said)); },
               protocol::parse_client_message(message.payload));
}

void ChatSocket::handle(protocol::Say say) {
    if (!messages_.take(services_.loop.now())) {
        chat_.too_fast_.hit();
        return refuse("slow_down", "That was too fast. Please wait a moment.", say.nonce);
    }
    std::string text;
    try {
        text = chat::checked_text(say.text);
    } catch (const Error& error) {
        const bool is_long = text::length(text::trimmed(say.text)) > chat::message_length_max;
        const auto sentences = error.fields.find("message");
        return refuse(
            is_long ? "too_long" : "bad_message",
            sentences == error.fields.end() ? error.public_text : sentences->second.front(),
            say.nonce);
    }
    if (!services_.writer.accept({connection_->id(),
                                  {room_, user(), say.nonce, std::move(text)},
                                  member_.actor.username,
                                  member_.display_name,
                                  services_.loop.now()}))
        refuse("busy", "Too much is going on just now. Please try again.", say.nonce);
}

void ChatSocket::handle(protocol::Typing) {
    const auto now = services_.loop.now();
    if (now - typed_at_ < typing_every) return;
    typed_at_ = now;
    services_.database.submit({[event = events::Typing{room_, user(), member_.actor.username},
                                &doorbell = services_.doorbell](db::Session& session) {
        transact(session, doorbell, [&](Transaction& tx) { tx.publish(event); });
    }});
}

void ChatSocket::handle(protocol::Read read) {
    read_up_to_ = std::max(read_up_to_, std::min(read.up_to, last_of_all));
    mark_what_was_said();
}

void ChatSocket::handle(const protocol::NotUnderstood& problem) {
    refuse(problem.code, problem.message, problem.nonce);
}

void ChatSocket::refuse(std::string_view code, std::string_view sentence,
                        const std::optional<std::string>& nonce) {
    connection_->send(ws::text_frame(protocol::encode(protocol::Refused{code, sentence, nonce})));
}

// One mark at a time: what the client says meanwhile is marked by the next.
void ChatSocket::mark_what_was_said() {
    if (!is_marking_ && read_up_to_ > marked_) mark_read(read_up_to_);
}

void ChatSocket::mark_read(MessageId up_to) {
    is_marking_ = true;
    ask(
        [actor = member_.actor, room = room_, up_to,
         &doorbell = services_.doorbell](db::Session& session) {
            return transact(session, doorbell, [&](Transaction& tx) {
                return chat::mark_read(tx, actor, room, up_to);
            });
        },
        [up_to](ChatSocket& socket, MessageId marked) {
            socket.is_marking_ = false;
            socket.marked_ = marked;
            if (socket.read_up_to_ == up_to) socket.read_up_to_ = marked;  // there was no more
            socket.mark_what_was_said();
        });
}

void ChatSocket::recheck_access() {
    ask([user = user(),
         room = room_](db::Session& session) { return chat::access_to(session, user, room); },
        [](ChatSocket& socket, chat::Access access) {
            if (access != chat::Access::granted)
                socket.connection().close(ws::CloseCode::not_friends, "no longer friends");
        });
}

void ChatSocket::deliver(const RoomFeed::Piece& piece) {
    if (!piece.id) {
        if (piece.except != user()) connection_->send(piece.frame);
        return;
    }
    if (is_catching_up_ || piece.id.value > delivered_.value + 1) {
        seen_ = std::max(seen_, piece.id);
        catch_up();
    } else if (piece.id > delivered_) {
        connection_->send(piece.frame);
        delivered_ = piece.id;
    }
}

void ChatSocket::catch_up() {
    is_catching_up_ = true;
    // As long as the outbox is full, drained() will come back here.
    if (is_reading_ || connection_->outbox_bytes() > replay_outbox_bytes) return;
    is_reading_ = true;
    ask([room = room_,
         after = delivered_](db::Session& session) { return read_on(session, room, after); },
        [](ChatSocket& socket, const HistoryPage& page) { socket.take(page); });
}

void ChatSocket::take(const HistoryPage& page) {
    is_reading_ = false;
    if (page.is_too_old) {
        connection_->send(ws::text_frame(protocol::encode(protocol::Reset{})));
        delivered_ = page.last;
    }
    for (const auto& [id, frame] : page.frames) {
        if (connection_->outbox_bytes() > replay_outbox_bytes) return;
        connection_->send(frame);
        delivered_ = id;
    }
    if (page.is_complete) delivered_ = page.last;
    if (page.is_complete && delivered_ >= seen_)
        is_catching_up_ = false;
    else
        catch_up();
}

void ChatSocket::drained(ws::Connection&) {
    if (is_catching_up_) catch_up();
}

}  // namespace parley::handlers
