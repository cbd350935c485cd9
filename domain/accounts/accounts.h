// Accounts: registering, signing in, changing the password.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/actor.h"
#include "domain/error.h"
#include "domain/transaction.h"

namespace parley::accounts {

inline constexpr std::size_t username_length_min = 3;
inline constexpr std::size_t username_length_max = 32;
inline constexpr std::size_t password_length_min = 8;
inline constexpr std::size_t password_length_max = 1024;
inline constexpr std::size_t email_length_max = 254;
inline constexpr unsigned login_failures_max = 10;  // in login_window, per name and address
inline constexpr std::chrono::minutes login_window{15};

struct Registration {
    std::string username;
    std::string email;
    std::string password;
    std::string password_confirm;
};

// What is wrong with the form as such; field names are those of the form. Empty: nothing.
FieldErrors check(const Registration& form);

// "E-mail address looks like one": used by the profile form too.
std::optional<std::string> problem_with_email(std::string_view email);
FieldErrors check_new_password(std::string_view password, std::string_view password_confirm);

// Makes account and profile. Throws Error::invalid when name or e-mail is taken.
// password_hash: hashed beforehand, since a verb may be run again.
UserId register_account(Transaction& tx, const Registration& form,
                        const std::string& password_hash);

struct Credentials {
    UserId user;
    std::string username;
    std::string password_hash;
    bool is_active;
};

// By user name or e-mail, whatever the case.
std::optional<Credentials> find_credentials(db::Session& session, std::string_view name);
std::optional<Credentials> find_credentials(db::Session& session, UserId user);

// Seconds to wait before this name may be tried again from this address; 0: go ahead.
int login_wait_s(db::Session& session, std::string_view name, std::string_view address);
void note_login_failure(Transaction& tx, std::string_view name, std::string_view address);
void forget_login_failures(Transaction& tx, std::string_view name, std::string_view address);

// Replaces the hash and ends every other session of the member, open sockets included.
void change_password(Transaction& tx, UserId user, SessionId kept,
                     const std::string& password_hash);

// The user's id, for URLs that carry a name.
std::optional<UserId> find_user(db::Session& session, std::string_view username);

}  // namespace parley::accounts
