#include "fcgi-app/pages/accounts.h"

#include "domain/accounts/accounts.h"
#include "domain/accounts/sessions.h"
#include "fcgi-app/http/safe_next.h"
#include "fcgi-app/pages/forms.h"
#include "fcgi-app/pages/page.h"
#include "fcgi-app/views/accounts_view.h"
#include "fcgi-app/views/addresses.h"
#include "platform/password.h"

namespace parley::pages {

namespace {

Response show_register(Context& c, int status, const views::FormState& form) {
    return page(c, status, "user/register", {.title = "Join"}, views::register_page(form));
}

Response show_login(Context& c, int status, const views::FormState& form, const std::string& next) {
    const std::string checked = next.empty() ? next : http::safe_next(next);
    return page(c, status, "user/login", {.title = "Log in"}, views::login_page(form, checked));
}

Response show_password_change(Context& c, int status, const FieldErrors& errors) {
    return page(c, status, "user/password_change",
                {.title = "Change password", .place = views::Place::settings},
                views::password_change_page({{}, errors}));
}

accounts::Registration registration(const http::Request& request) {
    return {text_field(request, "username"), text_field(request, "email"),
            request.field("password"), request.field("password_confirm")};
}

// Takes as long for a name that nobody has, and tells no one which names there are.
bool is_right(const std::optional<accounts::Credentials>& credentials, std::string_view password) {
    if (!credentials) {
        password::spend_time_of_a_match(password);
        return false;
    }
    return password::matches(credentials->password_hash, password) && credentials->is_active;
}

void require_patience(Context& c, const std::string& name) {
    if (!c.config.rate_limits) return;
    const int wait_s = accounts::login_wait_s(c.db, name, c.request.remote_addr);
    if (wait_s == 0) return;
    Error error(ErrorKind::too_many_requests,
                "There were too many attempts to log in. Please wait " +
                    std::to_string((wait_s + 59) / 60) + " min and try again.");
    error.retry_after_s = wait_s;
    throw error;
}

// Returns the token of the new session; the one that the cookie named before is over.
std::string sign_in(Context& c, UserId user, const std::string& name) {
    return c.transact([&](Transaction& tx) {
        accounts::forget_login_failures(tx, name, c.request.remote_addr);
        if (c.login) accounts::end_session(tx, c.login->actor.user, c.login->id);
        return accounts::start_session(tx, user);
    });
}

}  // namespace

Response register_form(Context& c) {
    if (c.login) return http::redirect(std::string(http::home_path));
    return show_register(c, 200, {});
}

Response register_account(Context& c) {
    const accounts::Registration form = registration(c.request);
    return answer_form(
        c,
        [&] {
            require_none(accounts::check(form));
            const std::string hash = password::hash(form.password);
            c.transact([&](Transaction& tx) { accounts::register_account(tx, form, hash); });
            return redirect_with_flash("/user/login/", "registered");
        },
        [&](const FieldErrors& errors) {
            return show_register(c, 422,
                                 {{{"username", form.username}, {"email", form.email}}, errors});
        });
}

Response login_form(Context& c) {
    const std::string& next = c.request.query_field("next");
    if (c.login) return http::redirect(http::safe_next(next));
    return show_login(c, 200, {}, next);
}

Response login(Context& c) {
    const std::string given = text_field(c.request, "username");
    return answer_form(
        c,
        [&] {
            const auto credentials = accounts::find_credentials(c.db, given);
            const std::string name = credentials ? credentials->username : given;
            require_patience(c, name);
            if (!is_right(credentials, c.request.field("password"))) {
                c.transact([&](Transaction& tx) {
                    accounts::note_login_failure(tx, name, c.request.remote_addr);
                });
                throw Error::invalid({{"form", {"Name or password is not right."}}});
            }
            Response response = http::redirect(http::safe_next(c.request.field("next")));
            http::set_session(response, sign_in(c, credentials->user, name));
            return response;
        },
        [&](const FieldErrors& errors) {
            return show_login(c, 422, {{{"username", given}}, errors}, c.request.field("next"));
        });
}

// A link or picture on another site must not log anyone out: it gets a page that asks.
Response logout(Context& c) {
    if (c.login && c.request.is_get() && c.request.is_cross_site())
        return page(c, 200, "user/logout", {.title = "Log out"}, {});
    if (c.login)
        c.transact(
            [&](Transaction& tx) { accounts::end_session(tx, c.actor().user, c.login->id); });
    Response response = redirect_with_flash("/user/login/", "logged_out");
    http::clear_session(response);
    return response;
}

Response password_form(Context& c) {
    return show_password_change(c, 200, {});
}

Response change_password(Context& c) {
    return answer_form(
        c,
        [&] {
            const std::string& password = c.request.field("password");
            const auto credentials = accounts::find_credentials(c.db, c.actor().user);
            FieldErrors errors =
                accounts::check_new_password(password, c.request.field("password_confirm"));
            if (!is_right(credentials, c.request.field("old_password")))
                errors["old_password"].push_back("This is not your present password.");
            require_none(std::move(errors));
            const std::string hash = password::hash(password);
            c.transact([&](Transaction& tx) {
                accounts::change_password(tx, c.actor().user, c.login->id, hash);
            });
            return redirect_with_flash(views::profile_url(c.actor().username), "password_changed");
        },
        [&](const FieldErrors& errors) { return show_password_change(c, 422, errors); });
}

}  // namespace parley::pages
