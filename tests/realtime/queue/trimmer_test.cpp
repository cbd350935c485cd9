#include "realtime/queue/trimmer.h"

#include <boost/test/unit_test.hpp>

#include "domain/events/event_store.h"
#include "tests/support/test_database.h"

using namespace parley;
using namespace std::chrono_literals;

BOOST_FIXTURE_TEST_SUITE(queue_trimmer, test::Database)

BOOST_AUTO_TEST_CASE(events_past_their_age_go_and_numbers_go_on) {
    const std::vector<events::Event> five(5, events::UnreadChanged{UserId{7}});
    const std::size_t shard = events::shard_of(events::topic_of(five.front()));
    events::append(session, five);
    session.execute("UPDATE events SET created_at = created_at - INTERVAL 2 HOUR");
    events::append(session, five);

    queue::Trimmer trimmer(test::database(), doorbell);
    trimmer.trim_events({});
    const auto left = events::after(session, shard, 0);
    BOOST_REQUIRE(left.size() == 5u);
    BOOST_TEST(left.front().seq == 6u);
    BOOST_TEST(events::latest(session)[shard] == 10u);
}

BOOST_AUTO_TEST_CASE(timelines_are_gone_through_without_an_end) {
    for (int i = 0; i < 3; ++i) member("member" + std::to_string(i));
    queue::Trimmer trimmer(test::database(), doorbell);
    for (int round = 0; round < 10; ++round) trimmer.trim_next_timelines();
}

BOOST_AUTO_TEST_CASE(its_thread_ends_at_once_when_it_is_told_to) {
    queue::Trimmer trimmer(test::database(), doorbell);
    trimmer.start();
    const auto begin = std::chrono::steady_clock::now();
    trimmer.stop();
    BOOST_TEST((std::chrono::steady_clock::now() - begin < 1s));
}

BOOST_AUTO_TEST_SUITE_END()
