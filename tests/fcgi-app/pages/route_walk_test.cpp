// Walks the route table: a new route is covered the moment it is added.
#include <boost/test/unit_test.hpp>

#include "domain/chat/messages.h"
#include "domain/chat/rooms.h"
#include "domain/notifications/notifications.h"
#include "domain/posts/comments.h"
#include "domain/posts/likes.h"
#include "domain/posts/posts.h"
#include "fcgi-app/http/percent_encoding.h"
#include "fcgi-app/pages/page.h"
#include "fcgi-app/routes.h"
#include "tests/fcgi-app/pages/site.h"

using namespace parley;
using test::Answer;
using test::Browser;

namespace {

// Sam walks; Mara is a friend of his, and Kim a stranger. Everything that Sam asks for is Mara's.
struct Walk : test::Site {
    Walk() {
        befriend(sam, mara);
        befriend(mara, kim);
        run([&](Transaction& tx) {
            post = posts::create(tx, mara, "A post", {});
            comment = posts::add_comment(tx, mara, post, "A comment").id;
            posts::toggle_like(tx, sam, post);
        });
    }

    // The path of a route with Mara's things in it.
    std::string path(const http::Route& route) const {
        const bool is_comment = route.pattern.find("comments") != std::string::npos;
        return filled(route, std::to_string(is_comment ? comment.value : post.value), "mara");
    }

    static std::string filled(const http::Route& route, const std::string& id,
                              const std::string& username) {
        std::string path = route.pattern;
        for (const auto& [parameter, value] :
             {std::pair<std::string, std::string>{":id", id}, {":username", username}})
            if (const auto at = path.find(parameter); at != path.npos)
                path.replace(at, parameter.size(), value);
        return path;
    }

    // How many rows each table has, and what changes without their number changing.
    std::string state() {
        const auto row = session.row<std::uint64_t, std::uint64_t, std::uint64_t, std::uint64_t,
                                     std::uint64_t, std::uint64_t, std::uint64_t, std::uint64_t>(
            "SELECT (SELECT COUNT(*) FROM users), (SELECT COUNT(*) FROM sessions),"
            " (SELECT COUNT(*) FROM follows), (SELECT COUNT(*) FROM posts WHERE edited_at IS NULL),"
            " (SELECT COUNT(*) FROM likes), (SELECT COUNT(*) FROM comments),"
            " (SELECT COUNT(*) FROM messages), (SELECT COUNT(*) FROM notifications WHERE is_read)");
        return std::apply([](auto... counts) { return ((std::to_string(counts) + ' ') + ...); },
                          *row);
    }

    static bool is_open(const http::Route& route) { return route.access != http::Access::member; }

    const Actor sam = member("sam");
    const Actor mara = member("mara");
    const Actor kim = member("kim");
    PostId post;
    CommentId comment;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pages_route_walk, Walk)

BOOST_AUTO_TEST_CASE(without_a_session_pages_lead_to_login_and_back) {
    for (const auto& route : routes()) {
        if (is_open(route)) continue;
        Browser visitor(*this);
        const Answer answer = visitor.request(route.method, path(route), "", "");
        BOOST_TEST_CONTEXT(route.method << ' ' << route.pattern) {
            BOOST_TEST(answer.status == 303);
            BOOST_TEST(answer.header("Location") ==
                       (route.method == "GET" ? "/user/login/?next=" + http::encode(path(route))
                                              : "/user/login/"));
        }
    }
}

BOOST_AUTO_TEST_CASE(without_a_session_scripts_get_401) {
    for (const auto& route : routes()) {
        if (is_open(route)) continue;
        Browser visitor(*this);
        const Answer answer = visitor.asking_for_json().request(route.method, path(route), "", "");
        BOOST_TEST_CONTEXT(route.method << ' ' << route.pattern) {
            BOOST_TEST(answer.status == 401);
            BOOST_TEST(answer.shows("{\"error\":\"not_signed_in\""));
        }
    }
}

BOOST_AUTO_TEST_CASE(without_a_token_a_post_changes_nothing) {
    Browser browser(*this, sam);
    const std::string before = state();
    for (const auto& route : routes()) {
        if (route.method != "POST") continue;
        BOOST_TEST_CONTEXT(route.pattern) {
            BOOST_TEST(browser.post_without_token(path(route)).status == 403);
            BOOST_TEST(
                browser.post_without_token(path(route), {{"csrf_token", std::string(128, 'a')}})
                    .status == 403);
            const Answer json = browser.asking_for_json().post_without_token(path(route));
            BOOST_TEST(json.status == 403);
            BOOST_TEST(json.shows("{\"error\":\"forbidden\",\"message\":"));
            BOOST_TEST(state() == before);
        }
    }
}

BOOST_AUTO_TEST_CASE(with_a_token_but_from_another_site_a_post_changes_nothing) {
    Browser browser(*this, sam);
    const std::string before = state();
    for (const auto& route : routes()) {
        if (route.method != "POST") continue;
        BOOST_TEST_CONTEXT(route.pattern) {
            for (const auto* origin : {"https://evil.example", "null", "https://parley.test"})
                BOOST_TEST(browser.with("HTTP_ORIGIN", origin).post(path(route)).status == 403);
            BOOST_TEST(state() == before);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_wrong_method_is_refused_and_the_right_ones_named) {
    Browser browser(*this, sam);
    std::map<std::string, std::string> allowed;
    for (const auto& route : routes()) {
        std::string& methods = allowed[route.pattern];
        methods += (methods.empty() ? "" : ", ") +
                   std::string(route.method == "GET" ? "GET, HEAD" : "POST");
    }
    const std::string before = state();
    for (const auto& route : routes()) {
        for (const char* method : {"GET", "POST", "PUT", "DELETE", "PATCH"}) {
            if (allowed[route.pattern].find(method) != std::string::npos) continue;
            BOOST_TEST_CONTEXT(method << ' ' << route.pattern) {
                const Answer answer = browser.request(method, path(route), "", "");
                BOOST_TEST(answer.status == 405);
                BOOST_TEST(answer.header("Allow") == allowed[route.pattern]);
            }
        }
    }
    BOOST_TEST(state() == before);
}

BOOST_AUTO_TEST_CASE(unknown_ids_and_names_are_not_found) {
    Browser browser(*this, sam);
    const std::string before = state();
    for (const auto& route : routes()) {
        if (route.pattern.find(':') == std::string::npos) continue;
        for (const char* id : {"999999999", "0", "-1", "01", "1.5", "abc", "%31%00",
                               "9223372036854775808", "99999999999999999999999999"}) {
            const std::string path = filled(route, id, std::string("nobody-") + id);
            BOOST_TEST_CONTEXT(route.method << ' ' << path) {
                const Answer answer =
                    route.method == "GET"
                        ? browser.get(path)
                        : browser.post(path, {{"content", "x"}, {"message", "x"}});
                BOOST_TEST(answer.status == 404);
                BOOST_TEST(answer.shows("There is nothing here"));
            }
        }
    }
    BOOST_TEST(state() == before);
}

BOOST_AUTO_TEST_CASE(what_belongs_to_others_is_forbidden) {
    run([&](Transaction& tx) {
        notifications::notify(tx, mara.user, kim.user, notifications::Followed{});
    });
    const auto of_mara = notifications::list(session, mara.user, std::nullopt).notifications;
    BOOST_REQUIRE(!of_mara.empty());
    const std::string notification = std::to_string(of_mara.front().id.value);
    const std::string post_path = "/posts/" + std::to_string(post.value) + "/";
    const std::string comment_path = "/posts/comments/" + std::to_string(comment.value) + "/";
    Browser browser(*this, sam);
    const std::string before = state();

    BOOST_TEST(browser.get(post_path + "edit/").status == 403);
    BOOST_TEST(browser.post(post_path + "edit/", {{"content", "Mine now"}}).status == 403);
    BOOST_TEST(browser.post(post_path + "delete/").status == 403);
    BOOST_TEST(browser.post(comment_path + "delete/").status == 403);
    BOOST_TEST(browser.post("/posts/notifications/mark-read/", {{"id", notification}}).status ==
               404);
    BOOST_TEST(browser.get("/chat/room/kim/").status == 403);
    BOOST_TEST(browser.post("/chat/room/kim/", {{"message", "Hello"}}).status == 403);
    BOOST_TEST(browser.get("/chat/room/sam/").status == 403);
    BOOST_TEST(browser.post("/user/follow/sam/").status == 403);
    BOOST_TEST(state() == before);
}

BOOST_AUTO_TEST_CASE(an_odd_before_is_not_found) {
    Browser browser(*this, sam);
    for (const std::string& path :
         {std::string("/posts/"), std::string("/posts/notifications/"), std::string("/chat/"),
          std::string("/user/profile/mara/"), std::string("/user/followers/mara/"),
          std::string("/user/following/mara/"), std::string("/chat/room/mara/"),
          "/posts/" + std::to_string(post.value) + "/"})
        for (const auto* before : {"0", "-1", "abc", "99999999999999999999"})
            BOOST_TEST(browser.get(path + "?before=" + before).status == 404,
                       path << " with " << before);
}

BOOST_AUTO_TEST_CASE(a_missing_final_slash_is_added) {
    Browser browser(*this, sam);
    for (const auto& route : routes()) {
        std::string target = path(route);
        if (route.method != "GET" || target.size() == 1 || target.back() != '/') continue;
        target.pop_back();
        const Answer answer = browser.get(target + "?before=7");
        BOOST_TEST(answer.status == 301);
        BOOST_TEST(answer.header("Location") == target + "/?before=7");
    }
}

BOOST_AUTO_TEST_CASE(every_page_takes_eight_queries_at_the_most) {
    for (int i = 0; i < 25; ++i) {
        const Actor other = member("other" + std::to_string(i));
        befriend(i % 2 == 0 ? sam : mara, other);
        run([&](Transaction& tx) {
            posts::create(tx, other, "Post", {{"3f00a1.webp", 8, 8, ""}});
            posts::add_comment(tx, other, post, "Comment");
        });
    }
    run([&](Transaction& tx) {
        const auto room = chat::open_room(tx, sam, mara.user);
        for (int i = 0; i < 60; ++i) {
            const chat::Outgoing message{room.id, mara.user, std::nullopt, "Hello"};
            chat::send(tx, {&message, 1});
        }
        posts::create(tx, sam, "Post of mine", {});
    });
    Browser browser(*this, sam);
    browser.get("/chat/room/mara/");  // reads what is unread, which takes writing
    for (const auto& route : routes()) {
        if (route.method != "GET" || route.pattern == "/user/logout/" ||
            route.pattern == "/posts/:id/edit/")
            continue;
        for (const char* query : {"", "?before=1000000"}) {
            const Answer answer = browser.get(path(route) + query);
            BOOST_TEST_MESSAGE(path(route) << query << ": " << answer.queries << " queries");
            BOOST_TEST_CONTEXT(path(route) + query) {
                BOOST_TEST((answer.status == 200 || answer.status == 303 || answer.status == 503));
                BOOST_TEST(answer.queries <= pages::page_queries_max);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(errors_are_pages_with_a_sentence_and_json_for_scripts) {
    Browser browser(*this, sam);
    const Answer page = browser.get("/nowhere/");
    BOOST_TEST(page.status == 404);
    BOOST_TEST(page.shows("<h1 class=\"empty-title\">There is nothing here</h1>"));
    BOOST_TEST(page.shows("data-me=\"sam\""));
    const Answer json = browser.asking_for_json().get("/nowhere/");
    BOOST_TEST(json.status == 404);
    BOOST_TEST(json.header("Content-Type") == "application/json");
    BOOST_TEST(json.shows("{\"error\":\"not_found\",\"message\":"));
}

BOOST_AUTO_TEST_SUITE_END()
