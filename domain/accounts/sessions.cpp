#include "domain/accounts/sessions.h"

#include "domain/accounts/session_store.h"
#include "platform/random.h"

namespace parley::accounts {

namespace {
constexpr std::size_t token_octets = 32;
constexpr std::chrono::hours touch_interval{1};
}  // namespace

std::string start_session(Transaction& tx, UserId user) {
    std::string token = random_hex(token_octets);
    const UtcTime now = utc_now();
    session_store::insert(tx.db(), sha256_hex(token), user, now, now + session_age_max);
    return token;
}

std::optional<LoginSession> find_session(db::Session& session, std::string_view token) {
    if (token.size() != 2 * token_octets) return std::nullopt;
    const UtcTime now = utc_now();
    return session_store::find(session, sha256_hex(token), now, now - session_idle_max);
}

void touch_session(db::Session& session, const LoginSession& login) {
    const UtcTime now = utc_now();
    if (now - login.last_seen_at > touch_interval)
        session_store::set_last_seen(session, login.id, now);
}

void end_session(Transaction& tx, UserId user, SessionId id) {
    if (session_store::remove(tx.db(), user, id) > 0)
        tx.publish(events::SessionEnded{user, id, std::nullopt});
}

}  // namespace parley::accounts
