#include "realtime/queue/tailer.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

#include <boost/test/unit_test.hpp>

#include "tests/realtime/support/daemon_fixture.h"

using namespace parley;
using namespace std::chrono_literals;

namespace {

// Collects the users of UnreadChanged events.
struct TailerFixture : test::DaemonFixture {
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::uint64_t> seen;
    std::atomic<int> lost{0};
    queue::Tailer tailer{
        config, {[this](std::vector<events::Event> batch) { take(batch); }, [this] { ++lost; }}};

    void take(const std::vector<events::Event>& batch) {
        {
            const std::lock_guard lock(mutex);
            for (const auto& event : batch)
                seen.push_back(std::get<events::UnreadChanged>(event).user.value);
        }
        changed.notify_all();
        tailer.taken();
    }

    void publish(std::uint64_t user) {
        run([&](Transaction& tx) { tx.publish(events::UnreadChanged{UserId{user}}); });
    }

    bool has_seen(std::size_t count, std::chrono::milliseconds time_max = 3s) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, time_max, [&] { return seen.size() >= count; });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(queue_tailer, TailerFixture)

BOOST_AUTO_TEST_CASE(only_what_is_committed_after_the_start_is_handed_on) {
    publish(1);
    tailer.start();
    publish(2);
    BOOST_TEST(has_seen(1));
    BOOST_TEST(seen.front() == 2u);
}

BOOST_AUTO_TEST_CASE(the_doorbell_makes_it_quick) {
    tailer.start();
    publish(1);
    BOOST_TEST(has_seen(1));
    // The bell may find out about a new daemon up to a second late; from then on it is quick.
    std::this_thread::sleep_for(1100ms);
    publish(2);
    has_seen(2);
    std::chrono::steady_clock::duration total{};
    for (std::uint64_t user = 3; user < 13; ++user) {
        const auto begin = std::chrono::steady_clock::now();
        publish(user);
        BOOST_TEST(has_seen(user));
        total += std::chrono::steady_clock::now() - begin;
    }
    BOOST_TEST((total < 10 * 50ms));
}

BOOST_AUTO_TEST_CASE(without_the_doorbell_it_looks_by_itself) {
    tailer.start();
    Doorbell nobody("/nonexistent");
    transact(session, nobody,
             [&](Transaction& tx) { tx.publish(events::UnreadChanged{UserId{1}}); });
    BOOST_TEST(has_seen(1, 1s));
}

BOOST_AUTO_TEST_CASE(more_than_one_batch_comes_whole_and_in_order) {
    tailer.start();
    run([&](Transaction& tx) {
        for (int i = 0; i < 1700; ++i) tx.publish(events::UnreadChanged{UserId{7}});
    });
    BOOST_TEST(has_seen(1700));
    BOOST_TEST(seen.size() == 1700u);
}

BOOST_AUTO_TEST_CASE(a_hole_is_told_and_stepped_over) {
    tailer.start();
    Doorbell nobody("/nonexistent");
    {
        db::Transaction tx(session);
        events::append(session, std::vector<events::Event>(3, events::UnreadChanged{UserId{7}}));
        session.execute("DELETE FROM events ORDER BY seq LIMIT 1");
        tx.commit();
    }
    BOOST_TEST(has_seen(2));
    BOOST_TEST(lost == 1);
    publish(8);
    BOOST_TEST(has_seen(3));
    BOOST_TEST(lost == 1);
}

BOOST_AUTO_TEST_CASE(numbers_that_went_back_are_told_and_followed) {
    publish(7);
    tailer.start();
    session.execute("DELETE FROM events");
    session.execute("UPDATE event_shards SET seq = 0");
    std::this_thread::sleep_for(300ms);
    BOOST_TEST(lost == 1);
    publish(7);
    BOOST_TEST(has_seen(1));
}

BOOST_AUTO_TEST_CASE(a_kind_that_is_not_known_is_passed_over) {
    tailer.start();
    {
        db::Transaction tx(session);
        events::append(session, std::vector<events::Event>(2, events::UnreadChanged{UserId{7}}));
        session.execute("UPDATE events SET kind = 'from_the_future' ORDER BY seq LIMIT 1");
        tx.commit();
    }
    BOOST_TEST(has_seen(1));
    BOOST_TEST(lost == 0);
}

BOOST_AUTO_TEST_SUITE_END()
