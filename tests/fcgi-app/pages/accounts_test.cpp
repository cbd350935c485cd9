#include "domain/accounts/accounts.h"

#include <boost/test/unit_test.hpp>

#include "domain/accounts/sessions.h"
#include "platform/password.h"
#include "tests/fcgi-app/pages/site.h"

using namespace parley;
using test::Answer;
using test::Browser;
using test::Fields;

namespace {

const std::string right_password = "correct horse";

struct Accounts : test::Site {
    Actor member_with_password(const std::string& username) {
        const accounts::Registration form{username, username + "@example.org", "", ""};
        const std::string hash = password::hash(right_password);
        const UserId user =
            run([&](Transaction& tx) { return accounts::register_account(tx, form, hash); });
        return {user, username, false};
    }

    Answer log_in(Browser& browser, const std::string& name,
                  const std::string& word = right_password, const std::string& next = "") {
        return browser.post("/user/login/",
                            {{"username", name}, {"password", word}, {"next", next}});
    }

    static Fields registration(const std::string& username,
                               const std::string& word = right_password) {
        return {{"username", username},
                {"email", username + "@example.org"},
                {"password", word},
                {"password_confirm", word}};
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pages_accounts, Accounts)

BOOST_AUTO_TEST_CASE(one_registers_logs_in_and_is_in_the_feed) {
    Browser browser(*this);
    const Answer registered = browser.post("/user/register/", registration("sam"));
    BOOST_TEST(registered.status == 303);
    BOOST_TEST(registered.header("Location") == "/user/login/");
    BOOST_TEST(browser.follow(registered).shows("Your account is ready"));
    BOOST_TEST(!browser.get("/user/login/").shows("Your account is ready"));

    const Answer logged_in = log_in(browser, "SAM");
    BOOST_TEST(logged_in.status == 303);
    BOOST_TEST(logged_in.header("Location") == "/posts/");
    const Answer feed = browser.follow(logged_in);
    BOOST_TEST(feed.status == 200);
    BOOST_TEST(feed.shows("data-me=\"sam\""));
    BOOST_TEST(browser.get("/").header("Location") == "/posts/");
    BOOST_TEST(browser.get("/user/login/").header("Location") == "/posts/");
}

BOOST_AUTO_TEST_CASE(a_faulty_registration_comes_back_filled_in_with_a_sentence_at_the_field) {
    member("taken");
    Browser browser(*this);
    const Answer answer = browser.post("/user/register/", {{"username", "Taken"},
                                                           {"email", "new@example.org"},
                                                           {"password", right_password},
                                                           {"password_confirm", right_password}});
    BOOST_TEST(answer.status == 422);
    BOOST_TEST(answer.shows("id=\"username-error\""));
    BOOST_TEST(answer.shows("value=\"Taken\""));
    BOOST_TEST(answer.shows("value=\"new@example.org\""));
    BOOST_TEST(!answer.shows(right_password));

    const Answer json = browser.asking_for_json().post("/user/register/", {{"username", "x"}});
    BOOST_TEST(json.status == 422);
    BOOST_TEST(json.shows("{\"error\":\"invalid\",\"fields\":{"));
    BOOST_TEST(json.shows("\"username\":[\""));
}

BOOST_AUTO_TEST_CASE(login_takes_the_e_mail_too_and_leads_only_to_this_site) {
    member_with_password("sam");
    for (const auto& [next, location] :
         std::map<std::string, std::string>{{"/posts/7/", "/posts/7/"},
                                            {"//evil.example/", "/posts/"},
                                            {"https://evil.example/", "/posts/"},
                                            {"/\\evil.example/", "/posts/"},
                                            {"", "/posts/"}}) {
        Browser browser(*this);
        BOOST_TEST(log_in(browser, "Sam@Example.org", right_password, next).header("Location") ==
                   location);
    }
    Browser visitor(*this);
    BOOST_TEST(visitor.get("/user/login/?next=/posts/7/").between("name=\"next\" value=\"", "\"") ==
               "/posts/7/");
    BOOST_TEST(
        visitor.get("/user/login/?next=//evil.example").between("name=\"next\" value=\"", "\"") ==
        "/posts/");
}

BOOST_AUTO_TEST_CASE(a_wrong_password_and_an_unknown_name_get_the_same_answer) {
    const Actor sam = member_with_password("sam");
    Browser browser(*this);
    const Answer wrong = log_in(browser, "sam", "wrong password");
    const Answer unknown = log_in(browser, "nobody", "wrong password");
    session.execute("UPDATE users SET is_active = FALSE WHERE id = ?", sam.user);
    const Answer inactive = log_in(browser, "sam");
    for (const Answer& answer : {wrong, unknown, inactive}) {
        BOOST_TEST(answer.status == 422);
        BOOST_TEST(answer.shows("Name or password is not right."));
    }
    BOOST_TEST(wrong.shows("value=\"sam\""));
}

BOOST_AUTO_TEST_CASE(after_ten_failures_one_has_to_wait_even_with_the_right_password) {
    member_with_password("sam");
    Browser browser(*this);
    for (unsigned i = 0; i < accounts::login_failures_max; ++i)
        BOOST_TEST(log_in(browser, i % 2 == 0 ? "sam" : "sam@example.org", "wrong").status == 422);
    const Answer answer = log_in(browser, "sam");
    BOOST_TEST(answer.status == 429);
    BOOST_TEST(std::stoi(answer.header("Retry-After")) > 800);
    BOOST_TEST(answer.shows("too many attempts"));
    const Answer json = browser.asking_for_json().post("/user/login/", {{"username", "sam"}});
    BOOST_TEST(json.status == 429);
    BOOST_TEST(json.shows("\"error\":\"too_many_requests\""));

    config.rate_limits = false;
    BOOST_TEST(log_in(browser, "sam").status == 303);
}

BOOST_AUTO_TEST_CASE(every_login_makes_a_new_session_and_ends_the_one_before) {
    member_with_password("sam");
    Browser browser(*this);
    browser.get("/user/login/");
    const std::string as_visitor = browser.cookies["parley_session"];
    BOOST_TEST(as_visitor.size() == 64u);
    log_in(browser, "sam");
    const std::string first = browser.cookies["parley_session"];
    BOOST_TEST(first != as_visitor);
    log_in(browser, "sam");
    BOOST_TEST(browser.cookies["parley_session"] != first);
    BOOST_TEST(!accounts::find_session(session, first).has_value());
    BOOST_TEST(session.value<std::uint64_t>("SELECT COUNT(*) FROM sessions").value() == 1u);
}

BOOST_AUTO_TEST_CASE(logout_ends_the_session_at_once) {
    Browser browser(*this, member("sam"));
    const std::string token = browser.cookies["parley_session"];
    const Answer answer = browser.get("/user/logout/");
    BOOST_TEST(answer.status == 303);
    BOOST_TEST(!browser.cookies.contains("parley_session"));
    BOOST_TEST(!accounts::find_session(session, token).has_value());
    BOOST_TEST(browser.follow(answer).shows("You are logged out."));
    BOOST_TEST(browser.get("/user/logout/").status == 303);
}

BOOST_AUTO_TEST_CASE(another_site_cannot_log_anyone_out) {
    Browser browser(*this, member("sam"));
    const Answer asked = browser.with("HTTP_SEC_FETCH_SITE", "cross-site").get("/user/logout/");
    BOOST_TEST(asked.status == 200);
    BOOST_TEST(asked.shows("action=\"/user/logout/\""));
    BOOST_TEST(browser.get("/posts/").status == 200);
    BOOST_TEST(browser.post("/user/logout/").status == 303);
    BOOST_TEST(browser.get("/posts/").status == 303);
}

BOOST_AUTO_TEST_CASE(a_new_password_ends_all_other_sessions) {
    const Actor sam = member_with_password("sam");
    Browser here(*this, sam);
    Browser elsewhere(*this, sam);
    const Answer wrong =
        here.post("/user/password/change/", {{"old_password", "not it"},
                                             {"password", "new password"},
                                             {"password_confirm", "new password"}});
    BOOST_TEST(wrong.status == 422);
    BOOST_TEST(wrong.shows("id=\"old_password-error\""));
    BOOST_TEST(elsewhere.get("/posts/").status == 200);

    const Answer changed =
        here.post("/user/password/change/", {{"old_password", right_password},
                                             {"password", "new password"},
                                             {"password_confirm", "new password"}});
    BOOST_TEST(changed.status == 303);
    BOOST_TEST(here.follow(changed).shows("Your password is changed."));
    BOOST_TEST(elsewhere.get("/posts/").status == 303);
    Browser later(*this);
    BOOST_TEST(log_in(later, "sam").status == 422);
    BOOST_TEST(log_in(later, "sam", "new password").status == 303);
}

BOOST_AUTO_TEST_SUITE_END()
