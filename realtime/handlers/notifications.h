// /ws/notifications/: the two unread counts, on every open page of a member, whenever one of them
// changed. They are counted by SQL each time and never added up here, so they cannot drift.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>

#include "domain/unread/unread.h"
#include "realtime/handlers/member_socket.h"
#include "realtime/handlers/sessions.h"
#include "realtime/hub/subscribers.h"
#include "realtime/queue/database_workers.h"
#include "realtime/ws/event_loop.h"

namespace parley::handlers {

class NotificationSocket;

class Notifications {
  public:
    Notifications(ws::EventLoop& loop, queue::DatabaseWorkers& database, Sessions& sessions)
        : loop_(loop), database_(database), sessions_(sessions) {}

    std::unique_ptr<ws::Handler> socket_of(Member member);

    // The member's counts may be others now.
    void changed(UserId user);

  private:
    friend class NotificationSocket;
    struct Badge {
        bool is_asking = false;  // or about to
        bool ask_again = false;  // something changed since the database was asked
        std::uint64_t question = 0;
        ws::Clock::time_point asked_at{};
    };

    void add(NotificationSocket& socket, const std::string& token);
    void remove(NotificationSocket& socket);
    void ask(UserId user);
    void ask_later(UserId user, std::chrono::milliseconds delay);
    void answer(UserId user, std::uint64_t question, std::optional<unread::Counts> counts);

    ws::EventLoop& loop_;
    queue::DatabaseWorkers& database_;
    Sessions& sessions_;
    hub::Subscribers<UserId, NotificationSocket> pages_;
    std::unordered_map<UserId, Badge> badges_;  // of members with open pages
    std::uint64_t last_question_ = 0;
};

}  // namespace parley::handlers
