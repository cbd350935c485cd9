#include "domain/posts/posts.h"

#include <boost/test/unit_test.hpp>

#include "domain/notifications/notifications.h"
#include "domain/posts/comments.h"
#include "domain/posts/likes.h"
#include "tests/support/test_database.h"

using namespace parley;

namespace {

struct Author : test::Database {
    Actor ana = member("ana"), ben = member("ben");
    PostId write(const std::string& content, std::vector<posts::PostImage> images = {}) {
        return run([&](Transaction& tx) { return posts::create(tx, ana, content, images); });
    }
    static bool forbidden(const Error& e) { return e.kind == ErrorKind::forbidden; }
    static bool not_found(const Error& e) { return e.kind == ErrorKind::not_found; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(posts_posts, Author)

BOOST_AUTO_TEST_CASE(a_post_is_shown_with_its_pictures_in_order) {
    const auto id = write("Morning \xF0\x9F\x8C\x85",
                          {{"a.webp", 800, 600, "A harbour"}, {"b.webp", 10, 20, ""}});
    const auto post = posts::show(session, ben, id);
    BOOST_TEST(post.content == "Morning \xF0\x9F\x8C\x85");
    BOOST_TEST(post.author.username == "ana");
    BOOST_REQUIRE(post.images.size() == 2u);
    BOOST_TEST(post.images[0].file == "a.webp");
    BOOST_TEST(post.images[0].alt == "A harbour");
    BOOST_TEST(post.images[1].height == 20);
    BOOST_TEST(!post.edited_at.has_value());
}

BOOST_AUTO_TEST_CASE(texts_are_limited_in_characters_and_never_invisible) {
    std::string longest;
    for (int i = 0; i < 5000; ++i) longest += "\xF0\x9F\x99\x82";
    BOOST_TEST(posts::show(session, ana, write(longest)).content == longest);
    BOOST_CHECK_THROW(write(longest + "x"), Error);
    for (const char* blank : {"", "  \n", "\xE2\x80\x8B\xE2\x80\x8D"})
        BOOST_CHECK_THROW(write(blank), Error);
    BOOST_CHECK_NO_THROW(write("", {{"a.webp", 1, 1, ""}}));
    BOOST_CHECK_THROW(write(std::string("a\0b", 3)), Error);
}

BOOST_AUTO_TEST_CASE(only_the_author_edits) {
    const auto id = write("frist");
    run([&](Transaction& tx) { posts::edit(tx, ana, id, "first"); });
    BOOST_TEST(posts::show(session, ana, id).content == "first");
    BOOST_TEST(posts::show(session, ana, id).edited_at.has_value());
    BOOST_CHECK_EXCEPTION(run([&](Transaction& tx) { posts::edit(tx, ben, id, "mine"); }), Error,
                          forbidden);
    BOOST_CHECK_EXCEPTION(run([&](Transaction& tx) { posts::edit(tx, ana, PostId{999}, "x"); }),
                          Error, not_found);
}

BOOST_AUTO_TEST_CASE(a_deleted_post_takes_everything_about_it_along) {
    const auto id = write("hello", {{"a.webp", 1, 1, ""}});
    run([&](Transaction& tx) { posts::toggle_like(tx, ben, id); });
    run([&](Transaction& tx) { posts::add_comment(tx, ben, id, "hi"); });
    BOOST_TEST(notifications::unread_count(session, ana.user) == 2u);
    BOOST_CHECK_EXCEPTION(run([&](Transaction& tx) { posts::remove(tx, ben, id); }), Error,
                          forbidden);
    const auto files = run([&](Transaction& tx) { return posts::remove(tx, ana, id); });
    BOOST_TEST(files == std::vector<std::string>{"a.webp"}, boost::test_tools::per_element());
    BOOST_CHECK_EXCEPTION(posts::show(session, ana, id), Error, not_found);
    BOOST_TEST(notifications::unread_count(session, ana.user) == 0u);
    for (const char* count : {"SELECT COUNT(*) FROM comments", "SELECT COUNT(*) FROM likes",
                              "SELECT COUNT(*) FROM timeline", "SELECT COUNT(*) FROM post_images"})
        BOOST_TEST(session.value<std::uint64_t>(count).value() == 0u, count);
    BOOST_TEST(profiles::show(session, ana, "ana").posts_count == 0u);
}

BOOST_AUTO_TEST_CASE(staff_may_delete_anothers_post) {
    const auto id = write("spam");
    Actor moderator = ben;
    moderator.is_staff = true;
    BOOST_CHECK_NO_THROW(run([&](Transaction& tx) { posts::remove(tx, moderator, id); }));
}

BOOST_AUTO_TEST_CASE(a_profile_lists_its_posts_in_pages) {
    for (int i = 0; i < 23; ++i) write("post " + std::to_string(i));
    const auto first = posts::by_author(session, ben, ana.user, std::nullopt);
    BOOST_TEST(first.posts.size() == 20u);
    BOOST_TEST(first.has_more);
    BOOST_TEST(first.posts.front().content == "post 22");
    const auto rest = posts::by_author(session, ben, ana.user, first.posts.back().id);
    BOOST_TEST(rest.posts.size() == 3u);
    BOOST_TEST(!rest.has_more);
    BOOST_TEST(rest.posts.back().content == "post 0");
}

BOOST_AUTO_TEST_SUITE_END()
