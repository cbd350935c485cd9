#include "platform/doorbell.h"

#include <chrono>
#include <fstream>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "tests/platform/temporary_directory.h"

using parley::Doorbell;
using parley::DoorbellListener;
using namespace std::chrono_literals;

namespace {

constexpr int long_wait_ms = 5'000;

struct Door {
    // How long the listener waits, at most long_wait_ms.
    static std::chrono::milliseconds wait(DoorbellListener& listener, int timeout_ms) {
        const auto start = std::chrono::steady_clock::now();
        listener.wait(timeout_ms);
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - start);
    }

    parley::test::TemporaryDirectory directory;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(platform_doorbell, Door)

BOOST_AUTO_TEST_CASE(every_listener_of_the_directory_wakes) {
    DoorbellListener first(directory.path(), "node-1");
    DoorbellListener second(directory.path(), "node-2");
    Doorbell doorbell(directory.path());
    doorbell.ring();
    BOOST_TEST((wait(first, long_wait_ms) < 1s));
    BOOST_TEST((wait(second, long_wait_ms) < 1s));
}

BOOST_AUTO_TEST_CASE(rings_so_far_are_taken_together) {
    DoorbellListener listener(directory.path(), "node-1");
    Doorbell doorbell(directory.path());
    for (int i = 0; i < 5; ++i) doorbell.ring();
    BOOST_TEST((wait(listener, long_wait_ms) < 1s));
    BOOST_TEST((wait(listener, 30) >= 29ms));
}

BOOST_AUTO_TEST_CASE(without_a_ring_the_wait_ends_in_time) {
    DoorbellListener listener(directory.path(), "node-1");
    BOOST_TEST((wait(listener, 30) >= 29ms));
}

BOOST_AUTO_TEST_CASE(another_thread_can_wake_the_listener) {
    DoorbellListener listener(directory.path(), "node-1");
    std::thread other([&] {
        std::this_thread::sleep_for(20ms);
        listener.wake();
    });
    BOOST_TEST((wait(listener, long_wait_ms) < 2s));
    other.join();
}

BOOST_AUTO_TEST_CASE(ringing_where_nobody_listens_does_no_harm) {
    Doorbell("/nonexistent").ring();
    std::ofstream(directory.path() / "no-socket.sock") << "x";
    { const DoorbellListener gone(directory.path(), "gone"); }
    Doorbell(directory.path()).ring();
}

BOOST_AUTO_TEST_CASE(a_listener_that_never_takes_its_rings_does_not_block) {
    const DoorbellListener listener(directory.path(), "node-1");
    Doorbell doorbell(directory.path());
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20'000; ++i) doorbell.ring();
    BOOST_TEST((std::chrono::steady_clock::now() - start < 2s));
}

BOOST_AUTO_TEST_CASE(a_restarted_listener_takes_the_place_of_the_earlier_one) {
    { const DoorbellListener earlier(directory.path(), "node-1"); }
    DoorbellListener listener(directory.path(), "node-1");
    Doorbell(directory.path()).ring();
    BOOST_TEST((wait(listener, long_wait_ms) < 1s));
}

BOOST_AUTO_TEST_CASE(a_listener_that_comes_later_is_found_within_seconds) {
    Doorbell doorbell(directory.path());
    doorbell.ring();
    DoorbellListener listener(directory.path(), "late");
    std::this_thread::sleep_for(1100ms);
    doorbell.ring();
    BOOST_TEST((wait(listener, long_wait_ms) < 1s));
}

BOOST_AUTO_TEST_SUITE_END()
