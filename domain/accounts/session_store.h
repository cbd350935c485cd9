// The table sessions.
#pragma once

#include <optional>
#include <string_view>

#include "domain/accounts/sessions.h"

namespace parley::accounts::session_store {

void insert(db::Session& session, std::string_view token_hash, UserId user, UtcTime now,
            UtcTime expires_at);
std::optional<LoginSession> find(db::Session& session, std::string_view token_hash, UtcTime now,
                                 UtcTime seen_since);
void set_last_seen(db::Session& session, SessionId id, UtcTime now);
std::uint64_t remove(db::Session& session, UserId user, SessionId id);
void remove_all_but(db::Session& session, UserId user, SessionId kept);

}  // namespace parley::accounts::session_store
