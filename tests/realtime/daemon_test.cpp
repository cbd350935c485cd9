#include "realtime/daemon.h"

#include <boost/test/unit_test.hpp>

#include "domain/chat/messages.h"
#include "tests/realtime/support/client_frames.h"
#include "tests/realtime/support/daemon_fixture.h"

using namespace parley;
using namespace std::chrono_literals;
using parley::test::SignedIn;
using parley::test::WebSocketClient;

namespace {

struct TwoMembers : test::DaemonFixture {
    SignedIn ana = signed_in("ana");
    SignedIn ben = signed_in("ben");
    RoomId room = room_of(ana, ben);
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(realtime_daemon, TwoMembers)

BOOST_AUTO_TEST_CASE(stopping_closes_every_socket_with_1012) {
    auto daemon = start(config);
    auto a = open(ana, room);
    auto badges = open_notifications(ben);
    std::thread stopping([&] { daemon->stop(); });
    BOOST_TEST(a.close_code() == 1012);
    BOOST_TEST(badges.close_code() == 1012);
    stopping.join();
    BOOST_CHECK_THROW(open(ana, room), test::NothingCame);
}

BOOST_AUTO_TEST_CASE(what_is_acknowledged_before_a_stop_is_stored_and_the_rest_is_not) {
    config.rate_limits = false;
    auto daemon = start(config);
    auto a = open(ana, room);
    std::thread stopping([&] {
        std::this_thread::sleep_for(30ms);
        daemon->stop();
    });
    std::thread sending([&] {
        try {
            // At a pace that the reader below keeps up with on a busy machine: else it is closed
            // with 1013.
            for (int i = 0;; ++i) {
                a.send_text(R"({"message":"x","nonce":"n)" + std::to_string(i) + "\"}");
                if (i % 5 == 4) std::this_thread::sleep_for(2ms);
            }
        } catch (const test::NothingCame&) {
        }
    });
    std::size_t acknowledged = 0;
    try {
        while (a.next("ack")) ++acknowledged;
    } catch (const test::NothingCame&) {
    }
    sending.join();
    stopping.join();
    BOOST_TEST(a.close_code() == 1012);
    BOOST_TEST(acknowledged > 0u);
    BOOST_TEST(chat::last_message(session, room).value == acknowledged);
}

BOOST_AUTO_TEST_CASE(a_stop_does_not_wait_for_ever_for_a_dead_peer) {
    auto daemon = start(config);
    auto a = open(ana, room);
    a.play_dead();
    const auto begin = std::chrono::steady_clock::now();
    daemon->stop();
    BOOST_TEST((std::chrono::steady_clock::now() - begin < 4s));
}

BOOST_AUTO_TEST_CASE(members_on_two_daemons_chat_with_each_other) {
    const Config second = config_of("node-2");
    const auto daemon_1 = start(config);
    const auto daemon_2 = start(second);
    auto a = open(ana, room);
    auto badges = open_notifications(ben);
    badges.next("unread_update");
    config.realtime_socket = second.realtime_socket;
    auto b = open(ben, room);
    a.send_text(R"({"message":"from the first","nonce":"n1"})");
    BOOST_TEST(b.next("chat_message")->getValue<std::string>("message") == "from the first");
    BOOST_TEST(badges.next("unread_update")->getValue<int>("chat") == 1);
    b.send_text(R"({"message":"from the second"})");
    BOOST_TEST(a.next("chat_message")->getValue<int>("id") == 1);
    BOOST_TEST(a.next("chat_message")->getValue<int>("id") == 2);
    b.send_text(R"({"type":"typing"})");
    BOOST_TEST(a.next("typing")->getValue<std::string>("sender") == "ben");
}

BOOST_AUTO_TEST_CASE(two_daemons_show_one_order) {
    Config second = config_of("node-2");
    config.rate_limits = second.rate_limits = false;
    const auto daemon_1 = start(config);
    const auto daemon_2 = start(second);
    auto a = open(ana, room);
    config.realtime_socket = second.realtime_socket;
    auto b = open(ben, room);
    std::thread one([&] {
        for (int i = 0; i < 150; ++i) a.send_text(R"({"message":"a"})");
    });
    std::thread other([&] {
        for (int i = 0; i < 150; ++i) b.send_text(R"({"message":"b"})");
    });
    one.join();
    other.join();
    for (int id = 1; id <= 300; ++id) {
        const auto at_a = a.next("chat_message");
        const auto at_b = b.next("chat_message");
        BOOST_TEST(at_a->getValue<int>("id") == id);
        BOOST_TEST(at_b->getValue<int>("id") == id);
        BOOST_TEST(at_a->getValue<std::string>("sender") == at_b->getValue<std::string>("sender"));
    }
}

BOOST_AUTO_TEST_CASE(health_is_answered_on_its_socket) {
    const auto daemon = start(config);
    BOOST_TEST(status_of({.path = "/healthz"}) == 200);
}

BOOST_AUTO_TEST_SUITE_END()
