// /ws/chat/<room>/: hands what happens in rooms on to the sockets in them. Lives on the event
// loop's thread.
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "domain/events/event.h"
#include "platform/doorbell.h"
#include "realtime/handlers/member_socket.h"
#include "realtime/handlers/room_feed.h"
#include "realtime/handlers/sessions.h"
#include "realtime/handlers/writer.h"
#include "realtime/hub/subscribers.h"
#include "realtime/queue/database_workers.h"
#include "realtime/ws/event_loop.h"

namespace parley::handlers {

class ChatSocket;

// What sockets work with.
struct ChatServices {
    ws::EventLoop& loop;
    queue::DatabaseWorkers& database;
    Writer& writer;
    Doorbell& doorbell;
    Sessions& sessions;
    bool rate_limits;
};

class Chat {
  public:
    explicit Chat(ChatServices services) : services_(services) {}

    // after: the last message the client has.
    std::unique_ptr<ws::Handler> socket_of(Member member, RoomId room, MessageId after);

    void apply(const events::MessagesPosted& event);
    void apply(const events::MessagesRead& event);
    void apply(const events::Typing& event);
    void apply(const events::FriendshipEnded& event);

    // Answers senders, and keeps what was stored until its event comes.
    void take_written(std::vector<Writer::Written> written);

    // From now on nothing that clients say is taken.
    void stop_taking() { is_taking_ = false; }

  private:
    friend class ChatSocket;

    void add(ChatSocket& socket);
    void remove(ChatSocket& socket);
    ChatSocket* find(ws::ConnectionId id);
    void pump(RoomId room, RoomFeed& feed);
    void read(RoomId room, RoomFeed::Range range);
    void recheck_friends(UserId user);

    ChatServices services_;
    hub::Subscribers<RoomId, ChatSocket> by_room_;
    hub::Subscribers<UserId, ChatSocket> by_user_;
    std::unordered_map<ws::ConnectionId, ChatSocket*> by_connection_;
    std::unordered_map<RoomId, std::shared_ptr<RoomFeed>> feeds_;  // of rooms with listeners
    bool is_taking_ = true;
    ws::LimitCounter too_fast_{"messages of a socket, answered with slow_down"};
};

}  // namespace parley::handlers
