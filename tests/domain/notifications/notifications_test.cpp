#include "domain/notifications/notifications.h"

#include <boost/test/unit_test.hpp>

#include "domain/error.h"
#include "domain/posts/comments.h"
#include "domain/posts/likes.h"
#include "domain/posts/posts.h"
#include "tests/support/test_database.h"

using namespace parley;
using notifications::Kind;

namespace {

struct Told : test::Database {
    Actor ana = member("ana"), ben = member("ben");
    PostId post = run([&](Transaction& tx) { return posts::create(tx, ana, "My post", {}); });
    std::uint64_t events() {
        return session
            .value<std::uint64_t>("SELECT COUNT(*) FROM events WHERE kind = 'unread_changed'")
            .value();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(notifications_notifications, Told)

BOOST_AUTO_TEST_CASE(each_deed_is_listed_with_what_it_is_about) {
    run([&](Transaction& tx) { posts::toggle_like(tx, ben, post); });
    run([&](Transaction& tx) { posts::add_comment(tx, ben, post, "So nice"); });
    befriend(ben, ana);
    const auto list = notifications::list(session, ana.user, std::nullopt).notifications;
    BOOST_REQUIRE(list.size() == 3u);
    BOOST_TEST((list[0].kind == Kind::follow));
    BOOST_TEST((list[1].kind == Kind::comment));
    BOOST_TEST(list[1].excerpt == "So nice");
    BOOST_TEST((list[2].kind == Kind::like));
    BOOST_TEST(list[2].excerpt == "My post");
    BOOST_TEST((list[2].post == post));
    BOOST_TEST(list[2].actor.username == "ben");
    BOOST_TEST(!list[2].is_read);
}

BOOST_AUTO_TEST_CASE(reading_one_or_all_changes_the_count_and_tells_the_pages) {
    run([&](Transaction& tx) { posts::toggle_like(tx, ben, post); });
    run([&](Transaction& tx) { posts::add_comment(tx, ben, post, "hi"); });
    run([&](Transaction& tx) { posts::add_comment(tx, ben, post, "ho"); });
    const auto id = notifications::list(session, ana.user, std::nullopt).notifications[0].id;
    const auto before = events();
    BOOST_TEST(run([&](Transaction& tx) { return notifications::mark_read(tx, ana.user, {id}); }) ==
               2u);
    BOOST_TEST(run([&](Transaction& tx) { return notifications::mark_read(tx, ana.user, {id}); }) ==
               2u);
    BOOST_TEST(events() == before + 1);
    BOOST_TEST(run([&](Transaction& tx) { return notifications::mark_all_read(tx, ana.user); }) ==
               0u);
    BOOST_TEST(events() == before + 2);
}

BOOST_AUTO_TEST_CASE(anothers_notification_does_not_exist) {
    run([&](Transaction& tx) { posts::toggle_like(tx, ben, post); });
    const auto id = notifications::list(session, ana.user, std::nullopt).notifications[0].id;
    BOOST_CHECK_EXCEPTION(
        run([&](Transaction& tx) { notifications::mark_read(tx, ben.user, {id}); }), Error,
        [](const Error& e) { return e.kind == ErrorKind::not_found; });
    BOOST_TEST(notifications::unread_count(session, ana.user) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
