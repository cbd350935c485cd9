#include "domain/follows/follows.h"

#include <thread>

#include <boost/test/unit_test.hpp>

#include "domain/notifications/notifications.h"
#include "tests/support/test_database.h"

using namespace parley;

namespace {

struct Members : test::Database {
    Actor ana = member("ana"), ben = member("ben");
    follows::FollowOutcome follow(const Actor& a, const std::string& b) {
        return run([&](Transaction& tx) { return follows::follow(tx, a, b); });
    }
    follows::FollowOutcome unfollow(const Actor& a, const std::string& b) {
        return run([&](Transaction& tx) { return follows::unfollow(tx, a, b); });
    }
    bool said(const std::string& kind) {
        return session.value<std::uint64_t>("SELECT COUNT(*) FROM events WHERE kind = ?", kind)
                   .value() > 0;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(follows_follows, Members)

BOOST_AUTO_TEST_CASE(following_twice_counts_once_and_notifies_once) {
    BOOST_TEST(follow(ana, "ben").followers_count == 1u);
    const auto second = follow(ana, "BEN");
    BOOST_TEST(second.following);
    BOOST_TEST(second.followers_count == 1u);
    BOOST_TEST(!second.mutual);
    BOOST_TEST(notifications::unread_count(session, ben.user) == 1u);
}

BOOST_AUTO_TEST_CASE(two_who_follow_each_other_are_friends) {
    follow(ana, "ben");
    BOOST_TEST(!follows::are_friends(session, ana.user, ben.user));
    BOOST_TEST(follow(ben, "ana").mutual);
    BOOST_TEST(follows::are_friends(session, ana.user, ben.user));
    BOOST_TEST(follows::are_friends(session, ben.user, ana.user));
}

BOOST_AUTO_TEST_CASE(unfollowing_ends_the_friendship_for_both_and_takes_the_notification_back) {
    befriend(ana, ben);
    const auto out = unfollow(ana, "ben");
    BOOST_TEST(!out.following);
    BOOST_TEST(out.followers_count == 0u);
    BOOST_TEST(!follows::are_friends(session, ben.user, ana.user));
    BOOST_TEST(notifications::unread_count(session, ben.user) == 0u);
    BOOST_TEST(notifications::unread_count(session, ana.user) == 1u);
    BOOST_TEST(said("friendship_ended"));
    BOOST_TEST(!unfollow(ana, "ben").following);
}

BOOST_AUTO_TEST_CASE(following_and_unfollowing_at_once_counts_what_the_rows_say) {
    std::vector<std::thread> threads;
    for (int t = 0; t < 6; ++t)
        threads.emplace_back([&, t] {
            db::Session own(test::database());
            Doorbell bell("/nonexistent");
            for (int i = 0; i < 10; ++i)
                transact(own, bell, [&](Transaction& tx) {
                    (i + t) % 2 ? follows::follow(tx, ana, "ben")
                                : follows::unfollow(tx, ana, "ben");
                });
        });
    for (auto& thread : threads) thread.join();
    const auto rows = session.value<std::uint64_t>("SELECT COUNT(*) FROM follows").value();
    BOOST_TEST(profiles::show(session, ana, "ben").followers_count == rows);
    BOOST_TEST(profiles::show(session, ben, "ana").following_count == rows);
}

BOOST_AUTO_TEST_CASE(nobody_follows_themselves_or_a_stranger_to_the_site) {
    BOOST_CHECK_EXCEPTION(follow(ana, "ana"), Error,
                          [](const Error& e) { return e.kind == ErrorKind::forbidden; });
    BOOST_CHECK_EXCEPTION(follow(ana, "nobody"), Error,
                          [](const Error& e) { return e.kind == ErrorKind::not_found; });
}

BOOST_AUTO_TEST_CASE(lists_page_without_a_gap_or_a_repeat) {
    for (int i = 0; i < 35; ++i) follow(member("fan" + std::to_string(i)), "ana");
    const auto first = follows::followers(session, ben, ana.user, std::nullopt);
    BOOST_TEST(first.people.size() == 30u);
    BOOST_TEST(first.has_more);
    BOOST_TEST(first.people.front().person.username == "fan34");
    const auto second = follows::followers(session, ben, ana.user, first.people.back().id);
    BOOST_TEST(second.people.size() == 5u);
    BOOST_TEST(!second.has_more);
    BOOST_TEST(second.people.back().person.username == "fan0");
    BOOST_TEST(follows::following(session, ana, ana.user, std::nullopt).people.empty());
}

BOOST_AUTO_TEST_SUITE_END()
