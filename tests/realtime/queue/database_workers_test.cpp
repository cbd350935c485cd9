#include "realtime/queue/database_workers.h"

#include <atomic>

#include <boost/test/unit_test.hpp>

#include "tests/support/test_database.h"

using namespace parley;
using namespace std::chrono_literals;

namespace {

DatabaseConfig nowhere() {
    DatabaseConfig config;
    config.host = "127.0.0.1";
    config.port = 1;
    return config;
}

std::uint64_t one(db::Session& session) {
    return session.value<std::uint64_t>("SELECT 1").value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(queue_database_workers)

BOOST_AUTO_TEST_CASE(a_call_returns_what_the_job_returns) {
    queue::DatabaseWorkers workers(test::database(), 2);
    BOOST_TEST(workers.call(one).value() == 1u);
}

BOOST_AUTO_TEST_CASE(a_call_that_fails_returns_nothing) {
    queue::DatabaseWorkers workers(test::database(), 1);
    BOOST_TEST(!workers.call([](db::Session&) -> int { throw std::logic_error("as asked"); }));
    queue::DatabaseWorkers away(nowhere(), 1);
    BOOST_TEST(!away.call(one));
}

BOOST_AUTO_TEST_CASE(a_job_that_finds_the_database_away_is_run_again) {
    queue::DatabaseWorkers workers(test::database(), 1);
    std::atomic<int> runs{0};
    std::promise<void> done;
    workers.submit({[&](db::Session&) {
                        if (++runs < 3) throw db::Unavailable(2006, "gone");
                        done.set_value();
                    },
                    [] { BOOST_ERROR("it was given up"); }});
    done.get_future().get();
    BOOST_TEST(runs == 3);
}

BOOST_AUTO_TEST_CASE(any_other_error_fails_the_job_at_once) {
    queue::DatabaseWorkers workers(test::database(), 1);
    std::promise<void> failed;
    workers.submit({[](db::Session& session) { session.execute("DELETE FROM no_such_table"); },
                    [&] { failed.set_value(); }});
    BOOST_TEST((failed.get_future().wait_for(2s) == std::future_status::ready));
    BOOST_TEST(workers.call(one).value() == 1u);
}

BOOST_AUTO_TEST_CASE(stopping_fails_what_waits) {
    queue::DatabaseWorkers workers(test::database(), 1);
    std::promise<void> started, go_on;
    std::atomic<int> failed{0};
    workers.submit({[&](db::Session&) {
        started.set_value();
        go_on.get_future().wait();
    }});
    for (int i = 0; i < 3; ++i) workers.submit({[](db::Session&) {}, [&] { ++failed; }});
    started.get_future().wait();
    std::thread stopping([&] { workers.stop(); });
    std::this_thread::sleep_for(50ms);
    go_on.set_value();
    stopping.join();
    BOOST_TEST(failed == 3);
    workers.submit({[](db::Session&) {}, [&] { ++failed; }});
    BOOST_TEST(failed == 4);
}

BOOST_AUTO_TEST_SUITE_END()
