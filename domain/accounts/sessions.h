// Login sessions. The cookie holds a random 256-bit token, the database only its SHA-256.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "domain/actor.h"
#include "domain/transaction.h"

namespace parley::accounts {

inline constexpr std::chrono::days session_idle_max{14};
inline constexpr std::chrono::days session_age_max{90};

struct LoginSession {
    SessionId id;
    Actor actor;
    std::string display_name;  // "Ana Reyes", or the user name where no name was given
    std::string avatar;        // file name, may be empty
    UtcTime last_seen_at;
};

// Makes a new token and returns it: the one moment at which it is known.
std::string start_session(Transaction& tx, UserId user);

// nullopt: no such token, expired, or the account is not active.
std::optional<LoginSession> find_session(db::Session& session, std::string_view token);

// Moves last_seen_at on, at most once an hour.
void touch_session(db::Session& session, const LoginSession& login);

void end_session(Transaction& tx, UserId user, SessionId id);

}  // namespace parley::accounts
