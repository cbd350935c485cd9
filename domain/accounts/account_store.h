// The tables users and login_failures.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/accounts/accounts.h"

namespace parley::accounts::account_store {

// Throws db::Error (duplicate key) when name or e-mail is taken.
UserId insert(db::Session& session, std::string_view username, std::string_view email,
              std::string_view password_hash);

std::optional<UserId> find(db::Session& session, std::string_view username);
bool username_taken(db::Session& session, std::string_view username);
// By somebody else than `except`.
bool email_taken(db::Session& session, std::string_view email, UserId except);

std::optional<Credentials> credentials_by_name(db::Session& session, std::string_view username);
std::optional<Credentials> credentials_by_email(db::Session& session, std::string_view email);
std::optional<Credentials> credentials_by_id(db::Session& session, UserId user);
void set_password_hash(db::Session& session, UserId user, std::string_view hash);
void set_email(db::Session& session, UserId user, std::string_view email);

struct LoginFailures {
    UtcTime since;
    std::uint64_t count;
};
std::optional<LoginFailures> failures(db::Session& session, std::string_view username,
                                      std::string_view address);
// Counts one more, or starts again at one when the last count began before `window_start`.
void add_failure(db::Session& session, std::string_view username, std::string_view address,
                 UtcTime window_start);
void delete_failures(db::Session& session, std::string_view username, std::string_view address);

}  // namespace parley::accounts::account_store
