// The promise of the events table: concurrent transactions, rollbacks among them, and a reader that
// follows with its cursors alone. Nothing missed, nothing twice, no hole.
#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "domain/events/event_store.h"
#include "tests/support/test_database.h"

using namespace parley;

namespace {

constexpr int writers = 8;
constexpr int transactions_each = 150;
constexpr int topics = 40;

struct Tally {
    std::set<std::uint64_t> numbers[events::shards];
    std::multiset<std::uint64_t> marks;  // the user ids that writers put into their events
    int holes = 0;

    // As the tailer does it: only up to what an earlier statement saw given out. Without that bound
    // this test fails on a busy machine.
    void follow(db::Session& session, events::Cursors& cursors) {
        const events::Cursors latest = events::latest(session);
        for (std::size_t shard = 0; shard < events::shards; ++shard) {
            while (cursors[shard] < latest[shard]) {
                const auto rows = events::after(session, shard, cursors[shard]);
                BOOST_REQUIRE(!rows.empty());
                for (const events::Row& row : rows)
                    if (row.seq <= latest[shard]) take(shard, row, cursors[shard]);
            }
        }
    }

    void take(std::size_t shard, const events::Row& row, std::uint64_t& cursor) {
        if (row.seq != cursor + 1) ++holes;
        cursor = row.seq;
        numbers[shard].insert(row.seq);
        const auto event = events::decode(row.kind, row.payload).value();
        marks.insert(std::get<events::MessagesPosted>(event).first.value);
    }
};

// Several events of several topics in one transaction, so that writers meet in the shards; each
// event is marked with a number of its own. One in ten is rolled back.
void write(int writer, std::atomic<int>& published) {
    db::Session session(test::database());
    Doorbell nobody("/nonexistent");
    for (int i = 0; i < transactions_each; ++i) {
        const int count = 1 + (writer + i) % 5;
        const std::uint64_t mark =
            1'000'000ULL * static_cast<unsigned>(writer + 1) + 1'000ULL * static_cast<unsigned>(i);
        const auto publish = [&](Transaction& tx) {
            for (int k = 0; k < count; ++k) {
                const auto topic = static_cast<std::uint64_t>((writer * 7 + i * 3 + k) % topics);
                tx.publish(events::MessagesPosted{RoomId{topic + 1},
                                                  MessageId{mark + static_cast<unsigned>(k)},
                                                  MessageId{mark},
                                                  {}});
            }
        };
        if (i % 10 == 9) {
            db::Transaction tx(session);
            events::append(session,
                           std::vector<events::Event>(
                               3, events::MessagesPosted{RoomId{1}, MessageId{1}, {}, {}}));
            continue;
        }
        transact(session, nobody, publish);
        published += count;
    }
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(events_eight_writers, test::Database)

BOOST_AUTO_TEST_CASE(a_reader_misses_nothing_and_sees_no_hole) {
    std::atomic<int> published{0};
    std::atomic<int> at_work{writers};
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
            write(writer, published);
            --at_work;
        });

    Tally tally;
    events::Cursors cursors{};
    while (at_work > 0) tally.follow(session, cursors);
    for (std::thread& thread : threads) thread.join();
    tally.follow(session, cursors);

    BOOST_TEST(tally.holes == 0);
    BOOST_TEST(tally.marks.size() == static_cast<std::size_t>(published));
    BOOST_TEST(std::set<std::uint64_t>(tally.marks.begin(), tally.marks.end()).size() ==
               tally.marks.size());
    BOOST_TEST(tally.marks.count(1) == 0u);
    const events::Cursors latest = events::latest(session);
    for (std::size_t shard = 0; shard < events::shards; ++shard)
        BOOST_TEST(tally.numbers[shard].size() == latest[shard]);
}

BOOST_AUTO_TEST_SUITE_END()
