// Profiles, follows, notifications.
#include <boost/test/unit_test.hpp>

#include "domain/follows/follows.h"
#include "domain/posts/likes.h"
#include "domain/posts/posts.h"
#include "tests/fcgi-app/pages/site.h"
#include "tests/platform/sample_pictures.h"

using namespace parley;
using test::Answer;
using test::Browser;
using test::Fields;

namespace {

struct Members : test::Site {
    const Actor sam = member("sam");
    const Actor mara = member("mara");
    Browser browser{*this, sam};
    const Fields profile{{"first_name", "Sam"},        {"last_name", "Okafor"},
                         {"email", "sam@example.org"}, {"bio", "Bread.\r\nhttps://sam.example/"},
                         {"location", "Lagos"},        {"website", "https://sam.example/"},
                         {"birth_date", "1990-05-03"}};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pages_members, Members)

BOOST_AUTO_TEST_CASE(a_profile_is_edited_and_shown) {
    const Answer answer = browser.upload("/user/edit-profile/", profile,
                                         {{"avatar", "me.png", test::two_halves(60, 40, ".png")}});
    BOOST_TEST(answer.header("Location") == "/user/profile/sam/");
    const Answer page = browser.follow(answer);
    for (const auto* part : {"Sam Okafor", "Bread.\n<a href=\"https://sam.example/\"", "Lagos",
                             "3 May 1990", "/media/", "Your profile is saved.", "Edit profile"})
        BOOST_TEST(page.shows(part), part << " is not shown");
    BOOST_TEST(stored_pictures() == 1u);
    BOOST_TEST(browser.get("/user/edit-profile/").shows("value=\"1990-05-03\""));
}

BOOST_AUTO_TEST_CASE(an_avatar_replaced_or_removed_leaves_no_file) {
    const test::File picture{"avatar", "me.png", test::two_halves(60, 40, ".png")};
    browser.upload("/user/edit-profile/", profile, {picture});
    browser.upload("/user/edit-profile/", profile, {picture});
    BOOST_TEST(stored_pictures() == 1u);
    browser.upload("/user/edit-profile/", profile, {});
    BOOST_TEST(stored_pictures() == 1u);
    Fields removing = profile;
    removing.emplace_back("remove_avatar", "1");
    browser.upload("/user/edit-profile/", removing, {});
    BOOST_TEST(stored_pictures() == 0u);
    BOOST_TEST(!browser.get("/user/profile/sam/").shows("/media/"));
}

BOOST_AUTO_TEST_CASE(a_faulty_profile_comes_back_filled_in_and_stores_nothing) {
    Fields faulty = profile;
    faulty[2].second = "mara@example.org";
    const test::File picture{"avatar", "me.png", test::two_halves(60, 40, ".png")};
    const Answer taken = browser.upload("/user/edit-profile/", faulty, {picture});
    BOOST_TEST(taken.status == 422);
    BOOST_TEST(taken.shows("id=\"email-error\""));
    BOOST_TEST(taken.shows("value=\"Lagos\""));
    BOOST_TEST(stored_pictures() == 0u);

    const Answer no_picture =
        browser.upload("/user/edit-profile/", profile, {{"avatar", "me.png", "<svg/>"}});
    BOOST_TEST(no_picture.status == 422);
    BOOST_TEST(no_picture.shows("id=\"avatar-error\""));

    faulty = profile;
    faulty[5].second = "javascript:alert(1)";
    faulty[6].second = "2990-01-01";
    const Answer odd = browser.upload("/user/edit-profile/", faulty, {});
    BOOST_TEST(odd.shows("id=\"website-error\""));
    BOOST_TEST(odd.shows("id=\"birth_date-error\""));
}

BOOST_AUTO_TEST_CASE(following_is_idempotent_and_counts) {
    const auto follow = [&] { return browser.asking_for_json().post("/user/follow/Mara/").body; };
    BOOST_TEST(follow() == "{\"following\":true,\"mutual\":false,\"followers_count\":1}");
    BOOST_TEST(follow() == "{\"following\":true,\"mutual\":false,\"followers_count\":1}");
    run([&](Transaction& tx) { follows::follow(tx, mara, "sam"); });
    BOOST_TEST(follow() == "{\"following\":true,\"mutual\":true,\"followers_count\":1}");
    BOOST_TEST(browser.asking_for_json().post("/user/unfollow/mara/").body ==
               "{\"following\":false,\"mutual\":false,\"followers_count\":0}");
    BOOST_TEST(browser.post("/user/follow/mara/").header("Location") == "/user/profile/mara/");
}

BOOST_AUTO_TEST_CASE(lists_name_followers_and_followed) {
    run([&](Transaction& tx) { follows::follow(tx, mara, "sam"); });
    BOOST_TEST(browser.get("/user/followers/sam/").shows("action=\"/user/follow/mara/\""));
    BOOST_TEST(browser.get("/user/following/mara/").shows("href=\"/user/profile/sam/\""));
    BOOST_TEST(browser.get("/user/following/sam/").shows("When you follow someone"));
}

BOOST_AUTO_TEST_CASE(notifications_are_listed_counted_and_marked) {
    run([&](Transaction& tx) {
        const PostId post = posts::create(tx, sam, "My post", {});
        posts::toggle_like(tx, mara, post);
        follows::follow(tx, mara, "sam");
    });
    const auto count = [&] { return browser.get("/posts/notifications/unread-count/").body; };
    BOOST_TEST(count() == "{\"count\":2}");
    const Answer page = browser.get("/posts/notifications/");
    BOOST_TEST(page.shows("follows you now"));
    BOOST_TEST(page.shows("liked your post"));
    BOOST_TEST(page.shows("My post"));
    BOOST_TEST(page.shows("id=\"notification-badge\" data-badge=\"notifications\">2<"));
    BOOST_TEST(count() == "{\"count\":2}");

    const std::string id = page.between("data-notification-id=\"", "\"");
    BOOST_TEST(
        browser.asking_for_json().post("/posts/notifications/mark-read/", {{"id", id}}).body ==
        "{\"count\":1}");
    BOOST_TEST(browser.post("/posts/notifications/mark-read/", {{"all", "1"}}).header("Location") ==
               "/posts/notifications/");
    BOOST_TEST(count() == "{\"count\":0}");
    BOOST_TEST(browser.asking_for_json().post("/posts/notifications/mark-read/").status == 422);
}

BOOST_AUTO_TEST_CASE(likes_of_one_post_are_one_line_that_names_each_of_them) {
    const Actor kim = member("kim");
    const Actor lea = member("lea");
    const PostId post = run([&](Transaction& tx) { return posts::create(tx, sam, "My post", {}); });
    run([&](Transaction& tx) { posts::toggle_like(tx, mara, post); });
    run([&](Transaction& tx) { posts::toggle_like(tx, kim, post); });
    BOOST_TEST(
        browser.get("/posts/notifications/")
            .shows("kim</bdi> and <bdi class=\"notification-who\">mara</bdi> liked your post"));
    run([&](Transaction& tx) { posts::toggle_like(tx, lea, post); });
    const Answer page = browser.get("/posts/notifications/");
    BOOST_TEST(page.shows("lea</bdi> and 2 others liked your post"));

    Fields ids;
    const std::string field = "name=\"id\" value=\"";
    for (auto at = page.body.find(field); at != std::string::npos;
         at = page.body.find(field, at + 1))
        ids.emplace_back(
            "id", page.body.substr(at + field.size(),
                                   page.body.find('"', at + field.size()) - at - field.size()));
    BOOST_TEST(ids.size() == 3u);
    // One of them is withdrawn before the line is marked: the others are marked all the same.
    run([&](Transaction& tx) { posts::toggle_like(tx, mara, post); });
    BOOST_TEST(browser.asking_for_json().post("/posts/notifications/mark-read/", ids).body ==
               "{\"count\":0}");
    ids.emplace_back("id", "none");
    BOOST_TEST(browser.asking_for_json().post("/posts/notifications/mark-read/", ids).status ==
               422);
}

BOOST_AUTO_TEST_SUITE_END()
