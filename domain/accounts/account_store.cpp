#include "domain/accounts/account_store.h"

namespace parley::accounts::account_store {

namespace {

constexpr std::string_view insert_user =
    "INSERT INTO users (username, email, password_hash, created_at) VALUES (?, ?, ?, ?)";
constexpr std::string_view select_by_username = "SELECT id FROM users WHERE username = ? LIMIT 1";
constexpr std::string_view select_email_owner =
    "SELECT id FROM users WHERE email = ? AND id <> ? LIMIT 1";

// Keys username, email and primary.
constexpr std::string_view select_credentials_by_name =
    "SELECT id, username, password_hash, is_active FROM users WHERE username = ?";
constexpr std::string_view select_credentials_by_email =
    "SELECT id, username, password_hash, is_active FROM users WHERE email = ?";
constexpr std::string_view select_credentials_by_id =
    "SELECT id, username, password_hash, is_active FROM users WHERE id = ?";
constexpr std::string_view update_password = "UPDATE users SET password_hash = ? WHERE id = ?";
constexpr std::string_view update_email = "UPDATE users SET email = ? WHERE id = ?";

constexpr std::string_view select_failures =
    "SELECT since, failures FROM login_failures WHERE username = ? AND address = ?";
constexpr std::string_view upsert_failure =
    "INSERT INTO login_failures (username, address, since, failures) VALUES (?, ?, ?, 1)"
    " ON DUPLICATE KEY UPDATE failures = IF(since < ?, 1, failures + 1),"
    " since = IF(since < ?, VALUES(since), since)";
constexpr std::string_view delete_failure =
    "DELETE FROM login_failures WHERE username = ? AND address = ?";

template <class... Args>
std::optional<Credentials> credentials(db::Session& session, std::string_view sql,
                                       const Args&... args) {
    auto row = session.row<UserId, std::string, std::string, bool>(sql, args...);
    if (!row) return std::nullopt;
    auto& [user, username, hash, is_active] = *row;
    return Credentials{user, std::move(username), std::move(hash), is_active};
}

}  // namespace

UserId insert(db::Session& session, std::string_view username, std::string_view email,
              std::string_view password_hash) {
    session.execute(insert_user, username, email, password_hash, utc_now());
    return UserId{session.last_insert_id()};
}

std::optional<UserId> find(db::Session& session, std::string_view username) {
    return session.value<UserId>(select_by_username, username);
}

bool username_taken(db::Session& session, std::string_view username) {
    return find(session, username).has_value();
}

bool email_taken(db::Session& session, std::string_view email, UserId except) {
    return session.value<UserId>(select_email_owner, email, except).has_value();
}

std::optional<Credentials> credentials_by_name(db::Session& session, std::string_view username) {
    return credentials(session, select_credentials_by_name, username);
}
std::optional<Credentials> credentials_by_email(db::Session& session, std::string_view email) {
    return credentials(session, select_credentials_by_email, email);
}
std::optional<Credentials> credentials_by_id(db::Session& session, UserId user) {
    return credentials(session, select_credentials_by_id, user);
}

void set_password_hash(db::Session& session, UserId user, std::string_view hash) {
    session.execute(update_password, hash, user);
}

void set_email(db::Session& session, UserId user, std::string_view email) {
    session.execute(update_email, email, user);
}

std::optional<LoginFailures> failures(db::Session& session, std::string_view username,
                                      std::string_view address) {
    const auto row = session.row<UtcTime, std::uint64_t>(select_failures, username, address);
    if (!row) return std::nullopt;
    return LoginFailures{std::get<0>(*row), std::get<1>(*row)};
}

void add_failure(db::Session& session, std::string_view username, std::string_view address,
                 UtcTime window_start) {
    session.execute(upsert_failure, username, address, utc_now(), window_start, window_start);
}

void delete_failures(db::Session& session, std::string_view username, std::string_view address) {
    session.execute(delete_failure, username, address);
}

}  // namespace parley::accounts::account_store
