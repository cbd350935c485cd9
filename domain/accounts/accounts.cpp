#include "domain/accounts/accounts.h"

#include <algorithm>

#include "domain/accounts/account_store.h"
#include "domain/accounts/session_store.h"
#include "domain/profiles/profile_store.h"
#include "platform/text.h"

namespace parley::accounts {

namespace {

bool is_username_character(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-';
}

std::optional<std::string> problem_with_username(std::string_view username) {
    if (username.empty()) return "Choose a user name.";
    if (username.size() < username_length_min) return "A user name has at least 3 characters.";
    if (username.size() > username_length_max) return "A user name has at most 32 characters.";
    if (!std::all_of(username.begin(), username.end(), is_username_character))
        return "Use letters, digits, and _ . - only.";
    // "." and ".." would be lost from addresses such as /user/profile/../
    if (username.find_first_not_of('.') == username.npos)
        return "Use at least one letter or digit.";
    return std::nullopt;
}

// Every failed login is kept under a name of bounded length.
std::string_view failure_key(std::string_view name) {
    return name.substr(0, 150);
}

}  // namespace

std::optional<std::string> problem_with_email(std::string_view email) {
    if (email.empty()) return "Enter your e-mail address.";
    if (email.size() > email_length_max) return "An e-mail address has at most 254 characters.";
    const auto at = email.find('@');
    const auto is_odd = [](unsigned char c) {
        return c <= ' ' || c == 127 || c == '<' || c == '>';
    };
    if (at == 0 || at == email.npos || email.find('@', at + 1) != email.npos ||
        email.find('.', at + 2) == email.npos || email.back() == '.' ||
        std::any_of(email.begin(), email.end(), is_odd) || !text::is_valid_utf8(email))
        return "This does not look like an e-mail address.";
    return std::nullopt;
}

FieldErrors check_new_password(std::string_view password, std::string_view password_confirm) {
    FieldErrors errors;
    if (!text::is_valid_utf8(password) || password.find('\0') != password.npos)
        errors["password"].push_back("This password has characters that cannot be used.");
    else if (text::length(password) < password_length_min)
        errors["password"].push_back("A password has at least 8 characters.");
    else if (text::length(password) > password_length_max)
        errors["password"].push_back("A password has at most 1,024 characters.");
    else if (password != password_confirm)
        errors["password_confirm"].push_back("The two passwords are not the same.");
    return errors;
}

FieldErrors check(const Registration& form) {
    FieldErrors errors = check_new_password(form.password, form.password_confirm);
    if (auto problem = problem_with_username(form.username))
        errors["username"].push_back(std::move(*problem));
    if (auto problem = problem_with_email(form.email))
        errors["email"].push_back(std::move(*problem));
    if (errors.empty() && text::lower_ascii(form.password) == text::lower_ascii(form.username))
        errors["password"].push_back("Choose a password that is not your user name.");
    return errors;
}

UserId register_account(Transaction& tx, const Registration& form,
                        const std::string& password_hash) {
    FieldErrors taken;
    if (account_store::username_taken(tx.db(), form.username))
        taken["username"].push_back("This user name is taken.");
    if (account_store::email_taken(tx.db(), form.email, UserId{}))
        taken["email"].push_back("There is an account with this e-mail address already.");
    if (!taken.empty()) throw Error::invalid(std::move(taken));
    try {
        const UserId user =
            account_store::insert(tx.db(), form.username, form.email, password_hash);
        profiles::profile_store::insert(tx.db(), user);
        return user;
    } catch (const db::Error& error) {
        // Somebody was quicker between the look and the insert: the unique key decides.
        if (!error.is_duplicate_key()) throw;
        throw Error::invalid({{"username", {"This user name or e-mail address is taken."}}});
    }
}

std::optional<Credentials> find_credentials(db::Session& session, std::string_view name) {
    if (auto by_name = account_store::credentials_by_name(session, name)) return by_name;
    if (name.find('@') == name.npos) return std::nullopt;
    return account_store::credentials_by_email(session, name);
}

std::optional<Credentials> find_credentials(db::Session& session, UserId user) {
    return account_store::credentials_by_id(session, user);
}

int login_wait_s(db::Session& session, std::string_view name, std::string_view address) {
    const auto failures = account_store::failures(session, failure_key(name), address);
    if (!failures || failures->count < login_failures_max) return 0;
    const auto left = failures->since + login_window - utc_now();
    return static_cast<int>(
        std::max<long long>(0, std::chrono::ceil<std::chrono::seconds>(left).count()));
}

void note_login_failure(Transaction& tx, std::string_view name, std::string_view address) {
    account_store::add_failure(tx.db(), failure_key(name), address, utc_now() - login_window);
}

void forget_login_failures(Transaction& tx, std::string_view name, std::string_view address) {
    account_store::delete_failures(tx.db(), failure_key(name), address);
}

void change_password(Transaction& tx, UserId user, SessionId kept,
                     const std::string& password_hash) {
    account_store::set_password_hash(tx.db(), user, password_hash);
    session_store::remove_all_but(tx.db(), user, kept);
    tx.publish(events::SessionEnded{user, std::nullopt, kept});
}

std::optional<UserId> find_user(db::Session& session, std::string_view username) {
    return account_store::find(session, username);
}

}  // namespace parley::accounts
