// Closes the sockets of sessions that ended: logout, changed password, suspension.
#pragma once

#include <string>
#include <unordered_map>

#include "domain/events/event.h"
#include "realtime/handlers/member_socket.h"
#include "realtime/hub/subscribers.h"
#include "realtime/queue/database_workers.h"
#include "realtime/ws/event_loop.h"

namespace parley::handlers {

class Sessions {
  public:
    Sessions(ws::EventLoop& loop, queue::DatabaseWorkers& database)
        : loop_(loop), database_(database) {}

    // Asks the database once more whether the session lives: it may have ended, and its event
    // passed by, between the handshake's look and this moment.
    void add(MemberSocket& socket, const std::string& token);
    void remove(MemberSocket& socket);

    void apply(const events::SessionEnded& event);

  private:
    ws::EventLoop& loop_;
    queue::DatabaseWorkers& database_;
    hub::Subscribers<UserId, MemberSocket> sockets_;
};

}  // namespace parley::handlers
