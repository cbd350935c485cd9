#include "realtime/handlers/chat.h"

#include "platform/log.h"
#include "realtime/handlers/chat_socket.h"
#include "realtime/handlers/history.h"
#include "realtime/handlers/limits.h"
#include "realtime/protocol/server_message.h"

namespace parley::handlers {

std::unique_ptr<ws::Handler> Chat::socket_of(Member member, RoomId room, MessageId after) {
    return std::make_unique<ChatSocket>(*this, std::move(member), room, after);
}

void Chat::add(ChatSocket& socket) {
    by_connection_.emplace(socket.connection().id(), &socket);
    by_room_.add(socket.room(), socket);
    by_user_.add(socket.user(), socket);
    auto& feed = feeds_[socket.room()];
    if (!feed) feed = std::make_shared<RoomFeed>();
}

void Chat::remove(ChatSocket& socket) {
    by_connection_.erase(socket.connection().id());
    by_room_.remove(socket.room(), socket);
    by_user_.remove(socket.user(), socket);
    if (!by_room_.has(socket.room())) feeds_.erase(socket.room());
}

ChatSocket* Chat::find(ws::ConnectionId id) {
    const auto found = by_connection_.find(id);
    return found == by_connection_.end() ? nullptr : found->second;
}

void Chat::apply(const events::MessagesPosted& event) {
    const auto feed = feeds_.find(event.room);
    if (feed == feeds_.end()) return;
    feed->second->announce(event.first, event.last);
    pump(event.room, *feed->second);
}

void Chat::apply(const events::MessagesRead& event) {
    const auto feed = feeds_.find(event.room);
    if (feed == feeds_.end()) return;
    const protocol::SomebodyRead read{event.reader_name, event.up_to};
    feed->second->add(ws::text_frame(protocol::encode(read)), UserId{});
    pump(event.room, *feed->second);
}

void Chat::apply(const events::Typing& event) {
    const auto feed = feeds_.find(event.room);
    if (feed == feeds_.end()) return;
    const protocol::SomebodyTypes typing{event.username};
    feed->second->add(ws::text_frame(protocol::encode(typing)), event.user);
    pump(event.room, *feed->second);
}

void Chat::apply(const events::FriendshipEnded& event) {
    // Asked rather than concluded: they may have made up again by now.
    for (const UserId user : {event.a, event.b})
        for (ChatSocket* socket : by_user_.of(user)) socket->recheck_access();
}

void Chat::pump(RoomId room, RoomFeed& feed) {
    for (const RoomFeed::Piece& piece : feed.take_ready())
        for (ChatSocket* socket : by_room_.of(room)) socket->deliver(piece);
    if (const auto range = feed.take_wanted()) read(room, *range);
}

void Chat::read(RoomId room, RoomFeed::Range range) {
    // The feed is remembered as such: the room may be left and entered anew meanwhile.
    const std::weak_ptr<RoomFeed> asking = feeds_[room];
    const auto then = [this, room, asking](const std::function<void(RoomFeed&)>& use) {
        const auto feed = asking.lock();
        if (!feed) return;
        use(*feed);
        pump(room, *feed);
    };
    services_.database.submit(
        {[this, then, room, range](db::Session& session) {
             services_.loop.post([then, range, page = read_range(session, room, range)] {
                 then([&](RoomFeed& feed) { feed.give(range, page.frames, page.is_complete); });
             });
         },
         [this, then] {
             services_.loop.post([this, then] {
                 services_.loop.after(room_read_retry, [then] {
                     then([](RoomFeed& feed) { feed.give_up_reading(); });
                 });
             });
         }});
}

void Chat::take_written(std::vector<Writer::Written> written) {
    for (Writer::Written& one : written) {
        if (ws::Connection* connection = services_.loop.find(one.connection))
            connection->send(std::move(one.answer));
        if (!one.message) continue;
        if (const auto feed = feeds_.find(one.room); feed != feeds_.end())
            feed->second->keep(one.id, std::move(one.message));
    }
}

}  // namespace parley::handlers
