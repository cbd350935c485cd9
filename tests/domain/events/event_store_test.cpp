#include "domain/events/event_store.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/test_database.h"

using namespace parley;
using namespace parley::events;

BOOST_FIXTURE_TEST_SUITE(events_store, test::Database)

BOOST_AUTO_TEST_CASE(numbers_of_a_shard_have_no_holes_even_after_a_rollback) {
    const UnreadChanged event{UserId{5}};
    const std::size_t shard = shard_of(topic_of(event));
    run([&](Transaction& tx) { tx.publish(event); });
    BOOST_CHECK_THROW(run([&](Transaction& tx) {
                          tx.publish(event);
                          append(tx.db(), std::vector<Event>{event, event});
                          throw std::runtime_error("changed its mind");
                      }),
                      std::runtime_error);
    run([&](Transaction& tx) {
        tx.publish(event);
        tx.publish(event);
    });
    const auto rows = after(session, shard, 0);
    BOOST_REQUIRE(rows.size() == 3u);
    for (std::size_t i = 0; i < rows.size(); ++i) BOOST_TEST(rows[i].seq == i + 1);
    BOOST_TEST(latest(session)[shard] == 3u);
    BOOST_TEST(after(session, shard, 2).size() == 1u);
}

BOOST_AUTO_TEST_CASE(rows_and_news_become_visible_together_or_not_at_all) {
    const auto ana = member("ana");
    const auto ben = member("ben");
    db::Session other(test::database());
    run([&](Transaction& tx) {
        tx.publish(UnreadChanged{ana.user});
        tx.publish(UnreadChanged{ben.user});
        BOOST_TEST(other.value<std::uint64_t>("SELECT COUNT(*) FROM events").value() == 0u);
    });
    BOOST_TEST(other.value<std::uint64_t>("SELECT COUNT(*) FROM events").value() == 2u);
}

BOOST_AUTO_TEST_CASE(old_events_are_trimmed_and_new_ones_kept) {
    run([&](Transaction& tx) { tx.publish(UnreadChanged{UserId{1}}); });
    session.execute("UPDATE events SET created_at = created_at - INTERVAL 2 HOUR");
    run([&](Transaction& tx) { tx.publish(UnreadChanged{UserId{1}}); });
    BOOST_TEST(trim(session, std::chrono::hours(1)) == 1u);
    const auto rows = after(session, shard_of("user/1"), 0);
    BOOST_REQUIRE(rows.size() == 1u);
    BOOST_TEST(rows.front().seq == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
