#include <boost/test/unit_test.hpp>

#include "domain/chat/messages.h"
#include "tests/realtime/support/daemon_fixture.h"
#include "tests/realtime/support/database_outage.h"

using namespace parley;
using namespace std::chrono_literals;
using parley::test::SignedIn;

namespace {

struct OutageFixture : test::DaemonFixture {
    test::DatabaseOutage outage;
    SignedIn ana = signed_in("ana");
    SignedIn ben = signed_in("ben");
    RoomId room = room_of(ana, ben);
    std::unique_ptr<Daemon> daemon;

    OutageFixture() {
        config.database = outage.config();
        daemon = start(config);
    }

    // Joined, and nothing about it under way any more.
    test::WebSocketClient settled() {
        auto client = open(ana, room);
        client.is_silent_about("anything", 300ms);
        return client;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(database_outage, OutageFixture)

BOOST_AUTO_TEST_CASE(connections_that_are_cut_are_made_anew_and_nothing_is_lost) {
    auto a = open(ana, room);
    auto b = open(ben, room);
    for (int i = 1; i <= 30; ++i) {
        if (i % 10 == 0) outage.cut_connections();
        const std::string nonce = "n" + std::to_string(i);
        a.send_text(R"({"message":"x","nonce":")" + nonce + "\"}");
        BOOST_TEST(a.next("ack")->getValue<std::string>("nonce") == nonce);
        BOOST_TEST(b.next("chat_message")->getValue<int>("id") == i);
    }
}

BOOST_AUTO_TEST_CASE(a_message_is_held_through_a_short_outage) {
    auto a = open(ana, room);
    auto b = open(ben, room);
    a.send_text(R"({"message":"before","nonce":"n0"})");
    a.next("ack");
    outage.begin();
    a.send_text(R"({"message":"kept","nonce":"n1"})");
    a.send_text(R"({"message":"kept too"})");
    BOOST_TEST(a.is_silent_about("ack", 700ms));
    outage.end();
    BOOST_TEST(a.next("ack")->getValue<std::string>("nonce") == "n1");
    BOOST_TEST(!a.next("ack")->has("nonce"));
    BOOST_TEST(b.next("chat_message")->getValue<int>("id") == 1);
    BOOST_TEST(b.next("chat_message")->getValue<int>("id") == 2);
    BOOST_TEST(b.next("chat_message")->getValue<int>("id") == 3);
}

BOOST_AUTO_TEST_CASE(after_a_while_it_is_answered_and_may_be_sent_again) {
    auto a = settled();
    outage.begin();
    a.send_text(R"({"message":"kept for a while","nonce":"n1"})");
    std::this_thread::sleep_for(5s);
    const auto error = a.next("error");
    BOOST_TEST(error->getValue<std::string>("code") == "unavailable");
    BOOST_TEST(error->getValue<std::string>("nonce") == "n1");
    outage.end();
    a.send_text(R"({"message":"again","nonce":"n1"})");
    BOOST_TEST(a.next("ack")->getValue<int>("id") == 1);
    BOOST_TEST(chat::last_message(session, room).value == 1u);
}

BOOST_AUTO_TEST_CASE(what_others_stored_meanwhile_comes_when_the_database_is_back) {
    auto a = settled();
    outage.begin();
    const std::vector<chat::Outgoing> many(20, {room, ben.actor.user, {}, "meanwhile"});
    run([&](Transaction& tx) { chat::send(tx, many); });
    BOOST_TEST(a.is_silent_about("chat_message", 400ms));
    outage.end();
    for (int id = 1; id <= 20; ++id) BOOST_TEST(a.next("chat_message")->getValue<int>("id") == id);
}

BOOST_AUTO_TEST_CASE(a_handshake_without_the_database_is_told_to_come_back) {
    open(ana, room);
    outage.begin();
    test::WebSocketClient refused(config.realtime_socket,
                                  {.path = "/ws/notifications/", .cookie = ana.cookie()});
    BOOST_TEST(refused.status() == 503);
    BOOST_TEST(refused.head().find("Retry-After: ") != std::string::npos);
    outage.end();
    open(ana, room);
}

BOOST_AUTO_TEST_SUITE_END()
