#include "domain/posts/posts.h"

#include <boost/test/unit_test.hpp>

#include "domain/posts/comments.h"
#include "tests/fcgi-app/pages/site.h"
#include "tests/platform/sample_pictures.h"

using namespace parley;
using test::Answer;
using test::Browser;

namespace {

struct Posts : test::Site {
    std::uint64_t count_posts() {
        return session.value<std::uint64_t>("SELECT COUNT(*) FROM posts").value();
    }
    PostId write(const Actor& author, const std::string& content) {
        return run([&](Transaction& tx) { return posts::create(tx, author, content, {}); });
    }
    static std::string path(PostId id) { return "/posts/" + std::to_string(id.value) + "/"; }

    const Actor sam = member("sam");
    const Actor mara = member("mara");
    Browser browser{*this, sam};
    const std::string picture = test::two_halves(60, 40, ".png");
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pages_posts, Posts)

BOOST_AUTO_TEST_CASE(a_post_with_pictures_appears_in_the_feed) {
    const Answer answer =
        browser.upload("/posts/create/", {{"content", " Two <lakes>\r\nin May "}, {"alt", "One"}},
                       {{"image", "a.png", picture}, {"image", "b.png", picture}});
    BOOST_TEST(answer.status == 303);
    const Answer feed = browser.follow(answer);
    BOOST_TEST(feed.shows("Two &lt;lakes&gt;\nin May</p>"));
    BOOST_TEST(feed.shows("pictures-2"));
    BOOST_TEST(feed.shows("alt=\"One\" width=\"60\" height=\"40\""));
    BOOST_TEST(feed.shows("Your post is out."));
    BOOST_TEST(stored_pictures() == 2u);
}

BOOST_AUTO_TEST_CASE(scripts_learn_the_new_posts_address) {
    const Answer answer =
        browser.asking_for_json().upload("/posts/create/", {{"content", "Hello"}}, {});
    BOOST_TEST(answer.status == 201);
    const std::string id = answer.between("{\"id\":", ",");
    BOOST_TEST(answer.body == "{\"id\":" + id + ",\"url\":\"/posts/" + id + "/\"}");
    BOOST_TEST(!browser.cookies.contains("parley_flash"));
}

BOOST_AUTO_TEST_CASE(the_feed_counts_what_is_newer_than_a_post) {
    const PostId first = write(sam, "First");
    write(sam, "Second");
    write(mara, "Of somebody who is not followed");
    const std::string after = "/posts/new-count/?after=" + std::to_string(first.value);
    BOOST_TEST(browser.get(after).body == "{\"count\":1}");
    BOOST_TEST(browser.get("/posts/new-count/").body == "{\"count\":2}");
    BOOST_TEST(browser.get("/posts/new-count/?after=x").status == 404);
}

BOOST_AUTO_TEST_CASE(a_refused_picture_leaves_nothing_behind_and_loses_no_text) {
    const Answer answer =
        browser.upload("/posts/create/", {{"content", "My words"}, {"alt", "My lake"}},
                       {{"image", "good.png", picture}, {"image", "bad.png", "not a picture"}});
    BOOST_TEST(answer.status == 422);
    BOOST_TEST(answer.shows("id=\"image-error\""));
    BOOST_TEST(answer.shows(">My words</textarea>"));
    BOOST_TEST(stored_pictures() == 0u);
    BOOST_TEST(count_posts() == 0u);
}

BOOST_AUTO_TEST_CASE(empty_long_and_too_many_are_refused_at_their_fields) {
    BOOST_TEST(browser.upload("/posts/create/", {{"content", " \n"}}, {}).status == 422);
    const std::string long_text(posts::content_length_max + 1, 'a');
    const Answer too_long = browser.upload("/posts/create/", {{"content", long_text}}, {});
    BOOST_TEST(too_long.status == 422);
    BOOST_TEST(too_long.shows(long_text));
    BOOST_TEST(too_long.shows("id=\"content-error\""));
    const test::File file{"image", "a.png", picture};
    const Answer five = browser.asking_for_json().upload("/posts/create/", {{"content", "x"}},
                                                         {file, file, file, file, file});
    BOOST_TEST(five.status == 422);
    BOOST_TEST(five.shows("\"image\":[\""));
    const Answer alt = browser.asking_for_json().upload(
        "/posts/create/", {{"content", "x"}, {"alt", std::string(301, 'a')}}, {file});
    BOOST_TEST(alt.status == 422);
    BOOST_TEST(alt.shows("\"alt\":[\""));
    BOOST_TEST(count_posts() == 0u);
    BOOST_TEST(stored_pictures() == 0u);
    BOOST_TEST(browser.upload("/posts/create/", {{"content", std::string(5000, 'a')}}, {}).status ==
               303);
}

BOOST_AUTO_TEST_CASE(an_author_edits_a_post) {
    const PostId id = write(sam, "First words");
    BOOST_TEST(browser.get(path(id) + "edit/").shows(">First words</textarea>"));
    const Answer empty = browser.post(path(id) + "edit/", {{"content", "  "}});
    BOOST_TEST(empty.status == 422);
    BOOST_TEST(empty.shows("id=\"content-error\""));
    const Answer saved = browser.post(path(id) + "edit/", {{"content", "Better words"}});
    BOOST_TEST(saved.header("Location") == path(id));
    const Answer page = browser.follow(saved);
    BOOST_TEST(page.shows("Better words"));
    BOOST_TEST(page.shows(">edited</span>"));
}

BOOST_AUTO_TEST_CASE(a_deleted_post_takes_its_pictures_with_it) {
    browser.upload("/posts/create/", {{"content", ""}}, {{"image", "a.png", picture}});
    BOOST_TEST(stored_pictures() == 1u);
    const auto id = session.value<PostId>("SELECT id FROM posts").value();
    const Answer answer = browser.post(path(id) + "delete/");
    BOOST_TEST(answer.header("Location") == "/posts/");
    BOOST_TEST(stored_pictures() == 0u);
    BOOST_TEST(browser.get(path(id)).status == 404);
    const PostId second = write(sam, "x");
    BOOST_TEST(browser.asking_for_json().post(path(second) + "delete/").body ==
               "{\"deleted\":true}");
}

BOOST_AUTO_TEST_CASE(staff_deletes_the_posts_of_others) {
    const PostId id = write(mara, "x");
    session.execute("UPDATE users SET is_staff = TRUE WHERE id = ?", sam.user);
    BOOST_TEST(browser.get(path(id)).shows(path(id) + "delete/"));
    BOOST_TEST(!browser.get(path(id)).shows(path(id) + "edit/"));
    BOOST_TEST(browser.post(path(id) + "delete/").status == 303);
    BOOST_TEST(count_posts() == 0u);
}

BOOST_AUTO_TEST_CASE(liking_twice_takes_the_like_back) {
    const PostId id = write(mara, "x");
    BOOST_TEST(browser.asking_for_json().post(path(id) + "like/").body ==
               "{\"liked\":true,\"total_likes\":1}");
    BOOST_TEST(browser.get(path(id)).shows("aria-pressed=\"true\""));
    BOOST_TEST(browser.asking_for_json().post(path(id) + "like/").body ==
               "{\"liked\":false,\"total_likes\":0}");
}

BOOST_AUTO_TEST_CASE(a_like_without_scripts_leads_back_to_where_it_was) {
    const PostId id = write(mara, "x");
    const std::string anchor = "#post-" + std::to_string(id.value);
    const auto location = [&](const std::string& referer) {
        if (!referer.empty()) browser.with("HTTP_REFERER", referer);
        return browser.post(path(id) + "like/").header("Location");
    };
    BOOST_TEST(location("http://parley.test/posts/") == "/posts/" + anchor);
    BOOST_TEST(location("http://parley.test/posts/?before=9#x") == "/posts/?before=9" + anchor);
    BOOST_TEST(location("http://parley.test/user/profile/mara/") == "/user/profile/mara/" + anchor);
    BOOST_TEST(location("") == path(id) + anchor);
    BOOST_TEST(location("http://evil.example/posts/") == path(id) + anchor);
    BOOST_TEST(location("http://parley.test.evil.example/posts/") == path(id) + anchor);
    BOOST_TEST(location("http://parley.test/posts/7/comment/") == path(id) + anchor);
    BOOST_TEST(browser.post(path(id) + "like/", {{"next", "/chat/"}}).header("Location") ==
               "/chat/" + anchor);
}

BOOST_AUTO_TEST_CASE(a_comment_appears_under_the_post) {
    const PostId id = write(mara, "x");
    const Answer answer = browser.post(path(id) + "comment/", {{"content", " Nice "}});
    BOOST_TEST(answer.status == 303);
    const Answer page = browser.follow(answer);
    const std::string comment = page.between("data-comment-id=\"", "\"");
    BOOST_TEST(answer.header("Location") == path(id) + "#comment-" + comment);
    BOOST_TEST(page.shows(">Nice</p>"));

    const Answer json =
        browser.asking_for_json().post(path(id) + "comment/", {{"content", "One\r\ntwo"}});
    BOOST_TEST(json.status == 201);
    BOOST_TEST(json.shows("{\"comment\":{\"id\":"));
    BOOST_TEST(
        json.shows("\"author\":\"sam\",\"author_name\":\"sam\",\"content\":\"One\\ntwo\","
                   "\"timestamp\":\"20"));
    BOOST_TEST(json.shows("Z\"},\"total_comments\":2}"));
}

BOOST_AUTO_TEST_CASE(a_faulty_comment_comes_back_filled_in) {
    const PostId id = write(mara, "x");
    const std::string long_text(posts::comment_length_max + 1, 'a');
    const Answer answer = browser.post(path(id) + "comment/", {{"content", long_text}});
    BOOST_TEST(answer.status == 422);
    BOOST_TEST(answer.shows(">" + long_text + "</textarea>"));
    BOOST_TEST(answer.shows("id=\"content-error\""));
    BOOST_TEST(browser.asking_for_json()
                   .post(path(id) + "comment/", {{"content", " "}})
                   .shows("{\"error\":\"invalid\",\"fields\":{\"content\":[\""));
}

BOOST_AUTO_TEST_CASE(a_post_author_deletes_comments_under_the_post) {
    const PostId id = write(sam, "x");
    const auto add = [&] {
        return run([&](Transaction& tx) {
            return std::to_string(posts::add_comment(tx, mara, id, "y").id.value);
        });
    };
    const Answer answer = browser.post("/posts/comments/" + add() + "/delete/");
    BOOST_TEST(answer.header("Location") == path(id) + "#comments");
    BOOST_TEST(!browser.follow(answer).shows("data-comment-id=\""));
    BOOST_TEST(browser.asking_for_json().post("/posts/comments/" + add() + "/delete/").body ==
               "{\"deleted\":true,\"total_comments\":0}");
}

BOOST_AUTO_TEST_CASE(the_feed_goes_on_with_older_posts) {
    for (int i = 0; i < 21; ++i) write(sam, "Number " + std::to_string(i) + ".");
    const Answer first = browser.get("/posts/");
    BOOST_TEST(first.shows("Number 20."));
    BOOST_TEST(!first.shows("Number 0."));
    const std::string older =
        first.between("<a class=\"btn btn-quiet\" href=\"/posts/?before=", "\"");
    const Answer second = browser.get("/posts/?before=" + older);
    BOOST_TEST(second.shows("Number 0."));
    BOOST_TEST(!second.shows("Number 1."));
    BOOST_TEST(!second.shows("data-composer"));
    BOOST_TEST(!second.shows("?before="));
}

BOOST_AUTO_TEST_CASE(a_newcomers_feed_shows_people_to_follow) {
    write(mara, "I write");
    const Answer feed = browser.get("/posts/");
    BOOST_TEST(feed.shows("Your feed starts with people"));
    BOOST_TEST(feed.shows("action=\"/user/follow/mara/\""));
}

BOOST_AUTO_TEST_SUITE_END()
