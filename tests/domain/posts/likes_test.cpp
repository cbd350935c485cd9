#include "domain/posts/likes.h"

#include <thread>

#include <boost/test/unit_test.hpp>

#include "domain/error.h"
#include "domain/notifications/notifications.h"
#include "domain/posts/posts.h"
#include "tests/support/test_database.h"

using namespace parley;

namespace {

struct Liked : test::Database {
    Actor ana = member("ana"), ben = member("ben");
    PostId post = run([&](Transaction& tx) { return posts::create(tx, ana, "hello", {}); });
    posts::LikeOutcome toggle(const Actor& who) {
        return run([&](Transaction& tx) { return posts::toggle_like(tx, who, post); });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(posts_likes, Liked)

BOOST_AUTO_TEST_CASE(a_like_is_counted_and_told_to_the_author) {
    const auto outcome = toggle(ben);
    BOOST_TEST(outcome.liked);
    BOOST_TEST(outcome.total_likes == 1u);
    BOOST_TEST(posts::show(session, ben, post).liked);
    BOOST_TEST(!posts::show(session, ana, post).liked);
    BOOST_TEST(notifications::unread_count(session, ana.user) == 1u);
}

BOOST_AUTO_TEST_CASE(liking_twice_takes_the_like_back_with_its_notification) {
    toggle(ben);
    const auto outcome = toggle(ben);
    BOOST_TEST(!outcome.liked);
    BOOST_TEST(outcome.total_likes == 0u);
    BOOST_TEST(notifications::unread_count(session, ana.user) == 0u);
}

BOOST_AUTO_TEST_CASE(nobody_is_notified_of_their_own_like) {
    toggle(ana);
    BOOST_TEST(notifications::unread_count(session, ana.user) == 0u);
}

BOOST_AUTO_TEST_CASE(a_post_that_is_gone_cannot_be_liked) {
    run([&](Transaction& tx) { posts::remove(tx, ana, post); });
    BOOST_CHECK_THROW(toggle(ben), Error);
}

BOOST_AUTO_TEST_CASE(the_total_equals_the_rows_when_many_like_at_once) {
    std::vector<Actor> fans;
    for (int i = 0; i < 8; ++i) fans.push_back(member("fan" + std::to_string(i)));
    std::vector<std::thread> threads;
    for (const Actor& fan : fans)
        threads.emplace_back([&, fan] {
            db::Session own(test::database());
            Doorbell bell("/nonexistent");
            for (int i = 0; i < 15; ++i)
                transact(own, bell, [&](Transaction& tx) { posts::toggle_like(tx, fan, post); });
        });
    for (auto& thread : threads) thread.join();
    BOOST_TEST(posts::show(session, ana, post).likes_count == 8u);
    BOOST_TEST(session.value<std::uint64_t>("SELECT COUNT(*) FROM likes").value() == 8u);
    BOOST_TEST(notifications::unread_count(session, ana.user) == 8u);
}

BOOST_AUTO_TEST_SUITE_END()
