#include "realtime/handlers/limits.h"

#include <boost/test/unit_test.hpp>

#include "domain/chat/messages.h"
#include "tests/realtime/support/client_frames.h"
#include "tests/realtime/support/daemon_fixture.h"

using namespace parley;
using namespace std::chrono_literals;
using parley::test::SignedIn;
using parley::test::WebSocketClient;

namespace {

struct LimitsFixture : test::DaemonFixture {
    SignedIn ana = signed_in("ana");
    SignedIn ben = signed_in("ben");
    RoomId room = room_of(ana, ben);
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(handlers_limits, LimitsFixture)

BOOST_AUTO_TEST_CASE(messages_beyond_the_burst_are_answered_with_slow_down) {
    const auto daemon = start(config);
    auto a = open(ana, room);
    const int count = static_cast<int>(handlers::messages_burst) + 20;
    for (int i = 0; i < count; ++i)
        a.send_text(R"({"message":"x","nonce":"n)" + std::to_string(i) + "\"}");
    const auto error = a.next("error");
    BOOST_TEST(error->getValue<std::string>("code") == "slow_down");
    BOOST_TEST(error->has("nonce"));
    std::this_thread::sleep_for(300ms);
    a.send_text(R"({"message":"later","nonce":"later"})");
    while (a.next("ack")->getValue<std::string>("nonce") != "later") {
    }
}

BOOST_AUTO_TEST_CASE(far_more_than_that_closes_the_socket) {
    const auto daemon = start(config);
    auto a = open(ana, room);
    std::string flood;
    for (int i = 0; i < 600; ++i) flood += test::client_frame(R"({"message":"x"})");
    a.send_octets(flood);
    BOOST_TEST(a.close_code() == 1008);
}

BOOST_AUTO_TEST_CASE(limits_can_be_lifted) {
    config.rate_limits = false;
    const auto daemon = start(config);
    auto a = open(ana, room);
    std::string flood;
    for (int i = 0; i < 700; ++i) flood += test::client_frame(R"({"message":"x"})");
    a.send_octets(flood);
    for (int i = 0; i < 700; ++i) a.next("ack");
    std::vector<WebSocketClient> many;
    for (std::size_t i = 0; i <= handlers::sockets_per_member_max; ++i)
        many.push_back(open_notifications(ana));
}

BOOST_AUTO_TEST_CASE(a_member_has_twenty_sockets_and_no_more) {
    const auto daemon = start(config);
    std::vector<WebSocketClient> many;
    for (std::size_t i = 0; i < handlers::sockets_per_member_max; ++i)
        many.push_back(open_notifications(ana));
    const test::Opening one_more{.path = "/ws/notifications/", .cookie = ana.cookie()};
    BOOST_TEST(status_of(one_more) == 429);
    open_notifications(ben);
    many.pop_back();
    int status = 429;
    for (int i = 0; i < 100 && status == 429; ++i) {
        std::this_thread::sleep_for(10ms);
        status = status_of(one_more);
    }
    BOOST_TEST(status == 101);
}

BOOST_AUTO_TEST_CASE(a_reader_too_slow_is_closed_with_1013_and_catches_up) {
    config.rate_limits = false;
    const auto daemon = start(config);
    auto slow = open(ana, room);
    auto b = open(ben, room);
    const std::string text(4000, 'x');
    constexpr int count = 300;
    for (int i = 0; i < count; ++i) {
        b.send_text(R"({"message":")" + text + "\"}");
        b.next("chat_message");
    }
    int got = 0;
    try {
        while (slow.next("chat_message")) ++got;
    } catch (const test::NothingCame&) {
    }
    BOOST_TEST(slow.close_code() == 1013);
    BOOST_TEST(got < count);
    auto again = open(ana, room, "?after=" + std::to_string(got));
    while (got < count) BOOST_TEST(again.next("chat_message")->getValue<int>("id") == ++got);
    BOOST_TEST(daemon->counters().outbox_full.times() == 1u);
}

BOOST_AUTO_TEST_CASE(a_replay_waits_for_a_slow_reader) {
    config.rate_limits = false;
    const auto daemon = start(config);
    const std::vector<chat::Outgoing> many(250, {room, ben.actor.user, {}, std::string(4000, '<')});
    run([&](Transaction& tx) { chat::send(tx, many); });
    auto slow = open(ana, room, "?after=0");
    std::this_thread::sleep_for(300ms);
    for (int id = 1; id <= 250; ++id)
        BOOST_TEST(slow.next("chat_message")->getValue<int>("id") == id);
    BOOST_TEST(daemon->counters().outbox_full.times() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
