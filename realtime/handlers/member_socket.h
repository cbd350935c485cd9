// A socket of a signed-in member.
#pragma once

#include <optional>
#include <string>

#include "domain/actor.h"
#include "realtime/hub/socket_quota.h"
#include "realtime/ws/connection.h"
#include "realtime/ws/handler.h"

namespace parley::handlers {

struct Member {
    Actor actor;
    std::string display_name;  // when the socket was opened
    SessionId session;
    std::string token;  // of the session
    std::optional<hub::SocketQuota::Ticket> ticket;
};

class MemberSocket : public ws::Handler {
  public:
    virtual UserId user() const = 0;
    virtual SessionId session() const = 0;
    virtual ws::Connection& connection() = 0;
};

}  // namespace parley::handlers
