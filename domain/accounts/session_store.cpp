#include "domain/accounts/session_store.h"

#include "domain/profiles/profiles.h"

namespace parley::accounts::session_store {

namespace {

constexpr std::string_view insert_session =
    "INSERT INTO sessions (token_hash, user_id, created_at, last_seen_at, expires_at)"
    " VALUES (?, ?, ?, ?, ?)";
constexpr std::string_view select_session =  // key token_hash
    "SELECT s.id, u.id, u.username, u.is_staff, s.last_seen_at, p.first_name, p.last_name, p.avatar"
    " FROM sessions s JOIN users u ON u.id = s.user_id JOIN profiles p ON p.user_id = u.id"
    " WHERE s.token_hash = ? AND s.expires_at > ? AND s.last_seen_at > ? AND u.is_active";
constexpr std::string_view update_last_seen = "UPDATE sessions SET last_seen_at = ? WHERE id = ?";
constexpr std::string_view delete_session = "DELETE FROM sessions WHERE id = ? AND user_id = ?";
constexpr std::string_view delete_others = "DELETE FROM sessions WHERE user_id = ? AND id <> ?";

}  // namespace

void insert(db::Session& session, std::string_view token_hash, UserId user, UtcTime now,
            UtcTime expires_at) {
    session.execute(insert_session, token_hash, user, now, now, expires_at);
}

std::optional<LoginSession> find(db::Session& session, std::string_view token_hash, UtcTime now,
                                 UtcTime seen_since) {
    auto row = session.row<SessionId, UserId, std::string, bool, UtcTime, std::string, std::string,
                           std::string>(select_session, token_hash, now, seen_since);
    if (!row) return std::nullopt;
    auto& [id, user, username, is_staff, last_seen_at, first_name, last_name, avatar] = *row;
    std::string name = profiles::display_name(first_name, last_name, username);
    return LoginSession{id, Actor{user, std::move(username), is_staff}, std::move(name),
                        std::move(avatar), last_seen_at};
}

void set_last_seen(db::Session& session, SessionId id, UtcTime now) {
    session.execute(update_last_seen, now, id);
}

std::uint64_t remove(db::Session& session, UserId user, SessionId id) {
    return session.execute(delete_session, id, user);
}

void remove_all_but(db::Session& session, UserId user, SessionId kept) {
    session.execute(delete_others, user, kept);
}

}  // namespace parley::accounts::session_store
