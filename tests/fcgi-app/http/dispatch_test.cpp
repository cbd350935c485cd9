#include "fcgi-app/http/dispatch.h"

#include <boost/test/unit_test.hpp>

#include "fcgi-app/http/limits.h"
#include "fcgi-app/pages/health.h"
#include "tests/fcgi-app/http/exchange.h"

using namespace parley;
using namespace parley::http;
using namespace parley::http::test;

namespace {

Handler throwing(Error error) {
    return [error](Context&) -> Response { throw error; };
}

Error slow_down() {
    Error error(ErrorKind::too_many_requests, "Slow down.");
    error.retry_after_s = 7;
    return error;
}

std::vector<Route> routes() {
    const auto open = Access::visitor_or_member;
    return {
        {"GET", "/open/",
         [](Context& c) { return text(200, c.login ? c.login->actor.username : "visitor"); }, open},
        {"GET", "/form/", [](Context& c) { return html(200, c.csrf_token()); }, open},
        {"POST", "/form/", [](Context& c) { return text(200, c.request.field("content")); }, open},
        {"POST", "/upload/",
         [](Context& c) { return text(200, std::to_string(c.request.files("image").size())); },
         Access::member, Body::upload},
        {"GET", "/members/", [](Context& c) { return html(200, c.actor().username); }},
        {"POST", "/members/:id/",
         [](Context& c) { return json(200, std::to_string(c.id<PostId>().value)); }},
        {"GET", "/staff/", [](Context&) { return html(200, "staff"); }, Access::staff},
        {"GET", "/fixed/", [](Context&) { return text(200, "fixed"); }, Access::anyone},
        {"GET", "/healthz", pages::health, Access::anyone},
        {"GET", "/flash/set/",
         [](Context&) {
             Response response = redirect("/flash/show/");
             set_flash(response, "saved");
             return response;
         },
         open},
        {"GET", "/flash/show/", [](Context& c) { return html(200, c.take_flash()); }, open},
        {"GET", "/bad_request/", throwing({ErrorKind::bad_request, "Sentence.", "private"}), open},
        {"GET", "/forbidden/", throwing({ErrorKind::forbidden, "Sentence.", "private"}), open},
        {"GET", "/not_found/", throwing({ErrorKind::not_found, "Sentence.", "private"}), open},
        {"GET", "/too_large/", throwing({ErrorKind::too_large, "Sentence.", "private"}), open},
        {"GET", "/unavailable/", throwing({ErrorKind::unavailable, "Sentence.", "private"}), open},
        {"GET", "/slow_down/", throwing(slow_down()), open},
        {"GET", "/invalid/",
         throwing(Error::invalid({{"content", {"Too long.", "Too \"odd\"."}}, {"alt", {"No."}}})),
         open},
        {"GET", "/away/", [](Context&) -> Response { throw db::Unavailable(2002, "private"); },
         open},
        {"GET", "/bug/", [](Context&) -> Response { throw std::logic_error("private"); }, open},
        {"GET", "/smuggle/", [](Context&) { return redirect("/a\r\nX: y"); }, open},
    };
}

struct TestSite : Site {
    TestSite() : Site(routes()) {}
};

const CgiParameters script{{"HTTP_ACCEPT", "application/json"}};

CgiParameters as_script(CgiParameters parameters) {
    parameters.insert(script.begin(), script.end());
    return parameters;
}

std::string cookie_value(const std::string& set_cookie) {
    return set_cookie.substr(0, set_cookie.find(';')).substr(set_cookie.find('=') + 1);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(http_dispatch, TestSite)

BOOST_AUTO_TEST_CASE(refusals_become_status_and_page) {
    for (const auto& [path, status] : std::map<std::string, int>{{"bad_request", 400},
                                                                 {"forbidden", 403},
                                                                 {"not_found", 404},
                                                                 {"too_large", 413},
                                                                 {"unavailable", 503}}) {
        const Answer page = get("/" + path + "/");
        BOOST_TEST(page.status == status);
        BOOST_TEST(page.body == "page " + std::to_string(status) + ": Sentence. [nobody]");
        BOOST_TEST(page.head.starts_with("Status: " + std::to_string(status) + ' '));
        const Answer json = get("/" + path + "/", script);
        BOOST_TEST(json.status == status);
        BOOST_TEST(json.body == "{\"error\":\"" + path + "\",\"message\":\"Sentence.\"}");
        BOOST_TEST(json.header("Content-Type") == "application/json");
    }
}

BOOST_AUTO_TEST_CASE(an_invalid_form_tells_scripts_the_fields) {
    BOOST_TEST(get("/invalid/").status == 422);
    const Answer json = get("/invalid/", script);
    BOOST_TEST(json.status == 422);
    BOOST_TEST(
        json.body ==
        R"({"error":"invalid","fields":{"alt":["No."],"content":["Too long.","Too \"odd\"."]}})");
}

BOOST_AUTO_TEST_CASE(who_must_wait_is_told_how_long) {
    const Answer slow = get("/slow_down/");
    BOOST_TEST(slow.status == 429);
    BOOST_TEST(slow.header("Retry-After") == "7");
    const Answer away = get("/away/");
    BOOST_TEST(away.status == 503);
    BOOST_TEST(away.header("Retry-After") == std::to_string(limits::retry_after_unavailable_s));
    BOOST_TEST(away.body.find("private") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_bug_is_a_500_that_tells_nothing) {
    for (const char* path : {"/bug/", "/smuggle/"}) {
        const Answer answer = get(path);
        BOOST_TEST(answer.status == 500);
        BOOST_TEST(answer.body.starts_with("page 500: Something went wrong"));
        BOOST_TEST(answer.body.find("private") == std::string::npos);
        BOOST_TEST(answer.header("X") == "");
    }
    BOOST_TEST(get("/bug/", script).body.starts_with(R"({"error":"internal",)"));
}

BOOST_AUTO_TEST_CASE(unknown_addresses_and_methods_are_refused) {
    BOOST_TEST(get("/nothing/").status == 404);
    BOOST_TEST(get("/open/%00").status == 404);
    BOOST_TEST(get("nothing").status == 400);
    BOOST_TEST(get("nothing", script).body.starts_with(R"({"error":"bad_request",)"));
    const Answer wrong = post("/open/", "");
    BOOST_TEST(wrong.status == 405);
    BOOST_TEST(wrong.header("Allow") == "GET, HEAD");
    const Answer json = post("/open/", "", script);
    BOOST_TEST(json.status == 405);
    BOOST_TEST(json.header("Allow") == "GET, HEAD");
    BOOST_TEST(json.body.starts_with(R"({"error":"method_not_allowed",)"));
}

BOOST_AUTO_TEST_CASE(a_missing_final_slash_is_added_and_the_query_kept) {
    const Answer answer = get("/open?a=b&c=%2F");
    BOOST_TEST(answer.status == 301);
    BOOST_TEST(answer.header("Location") == "/open/?a=b&c=%2F");
}

BOOST_AUTO_TEST_CASE(head_is_get_without_the_body) {
    const Answer answer = get("/open/", {{"REQUEST_METHOD", "HEAD"}});
    BOOST_TEST(answer.status == 200);
    BOOST_TEST(answer.body == "");
    BOOST_TEST(answer.header("Content-Length") == "7");
    BOOST_TEST(get("/nothing/", {{"REQUEST_METHOD", "HEAD"}}).body == "");
}

BOOST_AUTO_TEST_CASE(who_is_not_signed_in_is_led_to_login_and_back) {
    const Answer page = get("/members/?before=3");
    BOOST_TEST(page.status == 303);
    BOOST_TEST(page.header("Location") == "/user/login/?next=%2Fmembers%2F%3Fbefore%3D3");
    BOOST_TEST(post("/members/7/", "").header("Location") == "/user/login/");
    const Answer json = get("/members/", script);
    BOOST_TEST(json.status == 401);
    BOOST_TEST(json.body.starts_with(R"({"error":"not_signed_in",)"));
}

BOOST_AUTO_TEST_CASE(members_come_in_and_staff_pages_are_for_staff) {
    const std::string token = sign_in(member("alice"));
    BOOST_TEST(get("/members/", cookie(token)).body == "alice");
    BOOST_TEST(get("/open/", cookie(token)).body == "alice");
    BOOST_TEST(get("/staff/", cookie(token)).status == 403);
    BOOST_TEST(get("/nothing/", cookie(token)).body.ends_with("[alice]"));
}

BOOST_AUTO_TEST_CASE(a_session_that_is_none_is_a_visitor) {
    for (const std::string& token :
         {std::string(64, 'a'), std::string("x"), std::string(64, 'A')}) {
        BOOST_TEST(get("/open/", cookie(token)).body == "visitor");
        BOOST_TEST(get("/members/", cookie(token)).status == 303);
    }
}

BOOST_AUTO_TEST_CASE(the_login_is_looked_up_once_and_only_for_a_cookie) {
    const std::string token = sign_in(member("alice"));
    auto before = session.statements_run();
    get("/open/");
    get("/fixed/", cookie(token));
    BOOST_TEST(session.statements_run() - before == 0u);
    before = session.statements_run();
    get("/open/", cookie(token));
    BOOST_TEST(session.statements_run() - before == 1u);
}

BOOST_AUTO_TEST_CASE(a_post_needs_the_token_of_its_session) {
    const std::string alice = sign_in(member("alice"));
    const std::string bob = sign_in(member("bob"));
    BOOST_TEST(post("/members/7/", csrf_field(alice), cookie(alice)).body == "7");
    BOOST_TEST(post("/members/7/", "", cookie(alice)).status == 403);
    BOOST_TEST(post("/members/7/", "csrf_token=wrong", cookie(alice)).status == 403);
    BOOST_TEST(post("/members/7/", csrf_field(bob), cookie(alice)).status == 403);
    CgiParameters foreign = cookie(alice);
    foreign["HTTP_ORIGIN"] = "null";
    BOOST_TEST(post("/members/7/", csrf_field(alice), foreign).status == 403);
    CgiParameters ours = cookie(alice);
    ours["HTTP_ORIGIN"] = "http://parley.test";
    BOOST_TEST(post("/members/7/", csrf_field(alice), ours).status == 200);
    BOOST_TEST(post("/members/7/", "", as_script(cookie(alice)))
                   .body.starts_with(R"({"error":"forbidden",)"));
}

BOOST_AUTO_TEST_CASE(a_visitor_gets_a_cookie_with_the_first_form_and_may_post_it) {
    const Answer form = get("/form/");
    const std::string set_cookie = form.header("Set-Cookie");
    BOOST_TEST(set_cookie.starts_with("parley_session="));
    BOOST_TEST(set_cookie.find("HttpOnly; SameSite=Lax") != std::string::npos);
    const std::string token = cookie_value(set_cookie);
    BOOST_TEST(token.size() == 64u);
    const std::string fields = "content=Hi&csrf_token=" + form.body;
    BOOST_TEST(post("/form/", fields, cookie(token)).body == "Hi");
    BOOST_TEST(post("/form/", fields).status == 403);
    BOOST_TEST(get("/form/", cookie(token)).header("Set-Cookie") == "");
    BOOST_TEST(get("/open/").header("Set-Cookie") == "");
}

BOOST_AUTO_TEST_CASE(a_flash_is_shown_once) {
    const std::string set = get("/flash/set/").header("Set-Cookie");
    BOOST_TEST(set.starts_with("parley_flash=saved;"));
    const Answer shown = get("/flash/show/", {{"HTTP_COOKIE", "parley_flash=saved"}});
    BOOST_TEST(shown.body == "saved");
    BOOST_TEST(shown.header("Set-Cookie").starts_with("parley_flash=;"));
    BOOST_TEST(shown.header("Set-Cookie").find("Max-Age=0") != std::string::npos);
    BOOST_TEST(get("/flash/show/").header("Set-Cookie") == "");
}

BOOST_AUTO_TEST_CASE(a_body_over_the_limit_is_refused_unread) {
    const std::string token = sign_in(member("alice"));
    CgiParameters announced = cookie(token);
    announced["CONTENT_LENGTH"] = std::to_string(limits::form_bytes_max + 1);
    BOOST_TEST(post("/members/7/", csrf_field(token), announced).status == 413);
    BOOST_TEST(reads == 0);
    announced["CONTENT_LENGTH"] = std::to_string(limits::upload_bytes_max + 1);
    BOOST_TEST(post("/upload/", csrf_field(token), announced).status == 413);
    BOOST_TEST(reads == 0);
    announced["CONTENT_LENGTH"] = "99999999999999999999999999";
    BOOST_TEST(post("/upload/", csrf_field(token), announced).status == 413);
}

BOOST_AUTO_TEST_CASE(nothing_is_read_from_who_may_not_post) {
    post("/members/7/", "content=much");
    BOOST_TEST(reads == 0);
    post("/nothing/", "content=much");
    BOOST_TEST(reads == 0);
}

BOOST_AUTO_TEST_CASE(files_are_taken_where_files_are_meant_to_come) {
    const std::string token = sign_in(member("alice"));
    const auto part = [](const std::string& disposition, const std::string& content) {
        return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content +
               "\r\n";
    };
    const std::string body =
        part("name=csrf_token", csrf::make_token(config.secret, token)) +
        part("name=image; filename=a.png", std::string(limits::form_bytes_max, 'x')) +
        part("name=image; filename=b.png", "y") + "--b--\r\n";
    CgiParameters multipart = cookie(token);
    multipart["CONTENT_TYPE"] = "multipart/form-data; boundary=b";
    BOOST_TEST(post("/upload/", body, multipart).body == "2");
    BOOST_TEST(post("/members/7/", body, multipart).status == 413);
    multipart["CONTENT_TYPE"] = "multipart/form-data";
    BOOST_TEST(post("/upload/", body, multipart).status == 400);
}

BOOST_AUTO_TEST_CASE(a_body_cut_short_is_refused) {
    const std::string token = sign_in(member("alice"));
    CgiParameters announced = cookie(token);
    announced["CONTENT_LENGTH"] = "1000";
    BOOST_TEST(post("/members/7/", csrf_field(token), announced).status == 400);
}

BOOST_AUTO_TEST_CASE(every_answer_carries_the_security_headers) {
    for (const Answer& answer : {get("/form/"), get("/nothing/"), get("/bug/"), get("/open"),
                                 get("*"), get("/members/"), get("/members/", script)}) {
        BOOST_TEST(answer.header("Content-Security-Policy").starts_with("default-src 'none'; "));
        BOOST_TEST(answer.header("X-Content-Type-Options") == "nosniff");
        BOOST_TEST(answer.header("Referrer-Policy") == "same-origin");
        BOOST_TEST(answer.header("Cross-Origin-Opener-Policy") == "same-origin");
        BOOST_TEST(answer.header("Permissions-Policy") != "");
        BOOST_TEST(answer.header("Cache-Control") != "");
    }
    BOOST_TEST(get("/form/").header("Cache-Control") == "private, no-cache");
    BOOST_TEST(get("/nothing/").header("Cache-Control") == "no-store");
    BOOST_TEST(get("/members/", script).header("Cache-Control") == "no-store");
}

BOOST_AUTO_TEST_CASE(cookies_are_secure_under_https) {
    const std::string cookie = get("/form/", {{"REQUEST_SCHEME", "https"}}).header("Set-Cookie");
    BOOST_TEST(cookie.starts_with("__Host-parley_session="));
    BOOST_TEST(cookie.ends_with("; Secure"));
}

BOOST_AUTO_TEST_CASE(the_health_check_names_the_part_that_fails) {
    const Answer answer = get("/healthz");
    BOOST_TEST(answer.status == 503);
    BOOST_TEST(answer.body == R"({"status":"down","database":"ok","realtime":"down"})");
}

BOOST_AUTO_TEST_SUITE_END()

namespace {
struct SiteWithBrokenErrorPage : Site {
    SiteWithBrokenErrorPage() : Site(routes()) {}
    std::string error_page(const ErrorPage&) override { throw std::runtime_error("broken"); }
};
}  // namespace

BOOST_FIXTURE_TEST_SUITE(http_dispatch_without_error_page, SiteWithBrokenErrorPage)

BOOST_AUTO_TEST_CASE(an_error_page_that_fails_leaves_a_plain_sentence) {
    const Answer answer = get("/not_found/");
    BOOST_TEST(answer.status == 404);
    BOOST_TEST(answer.body == "Sentence.\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(http_dispatch_without_database)

BOOST_AUTO_TEST_CASE(a_database_that_is_away_is_a_503_for_who_needs_it) {
    const Config config = test_config();
    const NoPages no_pages;
    const views::TemplateSet templates(no_pages.path(), no_pages.path());
    Doorbell doorbell("/nonexistent");
    const Dispatcher dispatcher({config, doorbell, templates}, Router(routes()),
                                [](const ErrorPage& page) { return page.message; });
    DatabaseConfig nowhere;
    nowhere.host = "127.0.0.1";
    nowhere.port = 1;
    db::Session away(nowhere);
    const auto status = [&](const char* target, bool with_cookie) {
        CgiParameters parameters{{"REQUEST_METHOD", "GET"}, {"REQUEST_URI", target}};
        if (with_cookie) parameters["HTTP_COOKIE"] = "parley_session=" + std::string(64, 'a');
        PiecewiseBody body("");
        return dispatcher.reply(parameters, body, away).status;
    };
    BOOST_TEST(status("/open/", true) == 503);
    BOOST_TEST(status("/members/", true) == 503);
    BOOST_TEST(status("/open/", false) == 200);
    BOOST_TEST(status("/fixed/", true) == 200);
    BOOST_TEST(status("/healthz", true) == 503);
}

BOOST_AUTO_TEST_SUITE_END()
