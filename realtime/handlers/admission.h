// Who may open which WebSocket (contract, section 4): a page of this site, a signed-in member, a
// room that is theirs, and not more sockets than they may have.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "realtime/handlers/chat.h"
#include "realtime/handlers/notifications.h"
#include "realtime/hub/socket_quota.h"
#include "realtime/queue/database_workers.h"
#include "realtime/ws/upgrade_server.h"

namespace parley::handlers {

// The session token out of a Cookie header; nullopt: there is none.
std::optional<std::string> session_token(std::string_view cookies);

// Whether the Origin is scheme://Host of the request itself.
bool is_own_origin(const ws::UpgradeRequest& request);

struct RoomPath {
    RoomId room;
};
struct NotificationsPath {};
using Path = std::variant<RoomPath, NotificationsPath>;
std::optional<Path> parse_path(std::string_view path);

// ?after=<message id>; is_wrong: it is no number.
struct After {
    bool is_wrong = false;
    std::optional<MessageId> id;
};
After parse_after(std::string_view query);

class Admission : public ws::Gate {
  public:
    Admission(queue::DatabaseWorkers& database, Chat& chat, Notifications& notifications,
              bool rate_limits);

    std::variant<std::unique_ptr<ws::Handler>, ws::Refusal> admit(
        const ws::UpgradeRequest& request) override;

  private:
    struct Candidate;
    std::variant<std::unique_ptr<ws::Handler>, ws::Refusal> admit_member(const Path& path,
                                                                         const After& after,
                                                                         const std::string& token);

    queue::DatabaseWorkers& database_;
    Chat& chat_;
    Notifications& notifications_;
    hub::SocketQuota quota_;
    ws::LimitCounter too_many_sockets_{"sockets of a member, refused with 429"};
};

}  // namespace parley::handlers
