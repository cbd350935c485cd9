#include <set>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "domain/accounts/sessions.h"
#include "domain/chat/messages.h"
#include "domain/chat/unread.h"
#include "domain/follows/follows.h"
#include "tests/realtime/support/client_frames.h"
#include "tests/realtime/support/daemon_fixture.h"

using namespace parley;
using namespace std::chrono_literals;
using parley::test::JsonObject;
using parley::test::SignedIn;
using parley::test::WebSocketClient;

namespace {

struct ChatFixture : test::DaemonFixture {
    SignedIn ana = signed_in("ana");
    SignedIn ben = signed_in("ben");
    RoomId room = room_of(ana, ben);
    std::unique_ptr<Daemon> daemon = start(config);

    // By way of the database alone, as a page or another daemon does it.
    MessageId post(const SignedIn& sender, const std::string& text) {
        const std::vector<chat::Outgoing> one{{room, sender.actor.user, {}, text}};
        return run([&](Transaction& tx) { return chat::send(tx, one).front().id; });
    }
};

std::string said(const std::string& text, const std::string& nonce = {}) {
    return R"({"message":")" + text + '"' + (nonce.empty() ? "" : R"(,"nonce":")" + nonce + '"') +
           "}";
}

std::string text_of(const JsonObject& object, const std::string& name) {
    return object->getValue<std::string>(name);
}
std::uint64_t id_of(const JsonObject& object) {
    return object->getValue<Poco::UInt64>("id");
}

// Texts of the next `count` messages; their ids must follow one another.
std::vector<std::string> messages(WebSocketClient& client, std::size_t count) {
    std::vector<std::string> out;
    std::uint64_t last = 0;
    while (out.size() < count) {
        const auto message = client.next("chat_message");
        if (last != 0) BOOST_TEST(id_of(message) == last + 1);
        last = id_of(message);
        out.push_back(text_of(message, "message"));
    }
    return out;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(handlers_chat, ChatFixture)

BOOST_AUTO_TEST_CASE(what_one_says_both_see_and_the_sender_gets_an_ack) {
    auto a = open(ana, room);
    auto b = open(ben, room);
    a.send_text(said("Hello <Ben> \\u2028 \xF0\x9F\x98\x80", "n1"));
    const auto ack = a.next("ack");
    BOOST_TEST(text_of(ack, "nonce") == "n1");
    BOOST_TEST(id_of(ack) == 1u);
    for (WebSocketClient* client : {&a, &b}) {
        const auto message = client->next("chat_message");
        BOOST_TEST(text_of(message, "message") == "Hello <Ben> \xE2\x80\xA8 \xF0\x9F\x98\x80");
        BOOST_TEST(text_of(message, "sender") == "ana");
        BOOST_TEST(text_of(message, "sender_name") == "ana");
        BOOST_TEST(text_of(message, "nonce") == "n1");
        BOOST_TEST(text_of(message, "timestamp") == text_of(ack, "timestamp"));
        BOOST_TEST(id_of(message) == 1u);
        BOOST_TEST(message->getValue<Poco::UInt64>("room_id") == room.value);
    }
    const auto stored = chat::history(session, room, {}).messages;
    BOOST_REQUIRE(stored.size() == 1u);
    BOOST_TEST(stored.front().nonce.value() == "n1");
}

BOOST_AUTO_TEST_CASE(all_members_see_the_same_order_without_holes) {
    config.rate_limits = false;
    daemon.reset();
    daemon = start(config);
    auto a = open(ana, room);
    auto a2 = open(ana, room);
    auto b = open(ben, room);
    std::thread first([&] {
        for (int i = 0; i < 100; ++i) a.send_text(said("a" + std::to_string(i)));
    });
    std::thread second([&] {
        for (int i = 0; i < 100; ++i) b.send_text(said("b" + std::to_string(i)));
    });
    first.join();
    second.join();
    const auto seen = messages(a, 200);
    BOOST_TEST((messages(a2, 200) == seen));
    BOOST_TEST((messages(b, 200) == seen));
    int next = 0;  // what one socket said comes in the order it was said
    for (const std::string& text : seen)
        if (text.front() == 'a') BOOST_TEST(text == "a" + std::to_string(next++));
}

BOOST_AUTO_TEST_CASE(the_same_nonce_is_stored_once_and_acknowledged_every_time) {
    auto a = open(ana, room);
    auto b = open(ben, room);
    a.send_text(said("once", "n1"));
    a.send_text(said("once", "n1"));
    BOOST_TEST(id_of(a.next("ack")) == 1u);
    BOOST_TEST(id_of(a.next("ack")) == 1u);
    auto again = open(ana, room);
    again.send_text(said("once", "n1"));
    BOOST_TEST(id_of(again.next("ack")) == 1u);
    BOOST_TEST(text_of(b.next("chat_message"), "message") == "once");
    BOOST_TEST(b.is_silent_about("chat_message", 300ms));
    BOOST_TEST(chat::last_message(session, room).value == 1u);
}

BOOST_AUTO_TEST_CASE(a_message_stored_by_somebody_else_is_delivered_too) {
    auto a = open(ana, room);
    post(ben, "from a page");
    BOOST_TEST(text_of(a.next("chat_message"), "message") == "from a page");
    a.send_text(said("from here"));
    post(ben, "from a page again");
    auto rest = messages(a, 2);
    std::sort(rest.begin(), rest.end());
    BOOST_TEST(rest.front() == "from a page again");
    BOOST_TEST(rest.back() == "from here");
}

BOOST_AUTO_TEST_CASE(without_after_nothing_is_replayed) {
    post(ben, "old");
    auto a = open(ana, room);
    post(ben, "new");
    BOOST_TEST(text_of(a.next("chat_message"), "message") == "new");
}

BOOST_AUTO_TEST_CASE(after_replays_the_rest_and_goes_live_while_others_write) {
    config.rate_limits = false;
    daemon.reset();
    daemon = start(config);
    for (int i = 1; i <= 150; ++i) post(ben, std::to_string(i));
    auto b = open(ben, room);
    std::thread writer([&] {
        for (int i = 151; i <= 350; ++i) b.send_text(said(std::to_string(i)));
    });
    for (const int after : {0, 1, 100, 149, 150, 120, 0}) {
        auto a = open(ana, room, "?after=" + std::to_string(after));
        int next = after;
        for (const std::string& text : messages(a, static_cast<std::size_t>(350 - after)))
            BOOST_TEST(text == std::to_string(++next));
        BOOST_TEST(a.is_silent_about("chat_message", 50ms));
    }
    writer.join();
}

BOOST_AUTO_TEST_CASE(an_after_that_lies_ahead_of_the_room_holds_nothing_back) {
    post(ben, "one");
    auto a = open(ana, room, "?after=1000");
    a.next("read");
    post(ben, "two");
    BOOST_TEST(text_of(a.next("chat_message"), "message") == "two");
}

BOOST_AUTO_TEST_CASE(an_after_too_far_back_gets_a_reset_and_then_live_messages) {
    std::vector<chat::Outgoing> many(chat::messages_at_once_max, {room, ben.actor.user, {}, "old"});
    for (std::size_t stored = 0; stored <= chat::replay_max; stored += many.size())
        run([&](Transaction& tx) { chat::send(tx, many); });
    auto a = open(ana, room, "?after=1");
    BOOST_TEST(a.next_text(2s).value() == R"({"type":"reset"})");
    const MessageId last = post(ben, "new");
    const auto message = a.next("chat_message");
    BOOST_TEST(id_of(message) == last.value);
    auto within = open(ana, room, "?after=" + std::to_string(last.value - chat::replay_max));
    BOOST_TEST(messages(within, chat::replay_max).back() == "new");
}

BOOST_AUTO_TEST_CASE(joining_marks_the_room_read_and_tells_the_other) {
    post(ben, "one");
    post(ben, "two");
    BOOST_TEST(chat::unread_count(session, ana.actor.user) == 2u);
    auto b = open(ben, room);
    auto a = open(ana, room);
    const auto read = b.next("read");
    BOOST_TEST(text_of(read, "reader") == "ana");
    BOOST_TEST(read->getValue<int>("up_to") == 2);
    BOOST_TEST(chat::unread_count(session, ana.actor.user) == 0u);
}

BOOST_AUTO_TEST_CASE(reading_moves_the_mark_forward_and_never_back) {
    auto a = open(ana, room);
    auto b = open(ben, room);
    a.is_silent_about("anything", 300ms);  // joining marks what is there, and nothing is yet
    for (int i = 1; i <= 3; ++i) post(ben, std::to_string(i));
    messages(a, 3);
    const auto read_up_to = [&](const std::string& up_to) {
        a.send_text(R"({"type":"read","up_to":)" + up_to + "}");
    };
    read_up_to("2");
    BOOST_TEST(b.next("read")->getValue<int>("up_to") == 2);
    BOOST_TEST(chat::unread_count(session, ana.actor.user) == 1u);
    read_up_to("1");
    read_up_to("9223372036854775807");
    BOOST_TEST(b.next("read")->getValue<int>("up_to") == 3);
    post(ben, "4");
    BOOST_TEST(text_of(a.next("chat_message"), "message") == "4");
    read_up_to("4");
    BOOST_TEST(b.next("read")->getValue<int>("up_to") == 4);
}

BOOST_AUTO_TEST_CASE(typing_is_seen_by_the_other_and_throttled) {
    auto a = open(ana, room);
    auto a2 = open(ana, room);
    auto b = open(ben, room);
    for (int i = 0; i < 10; ++i) a.send_text(R"({"type":"typing"})");
    BOOST_TEST(text_of(b.next("typing"), "sender") == "ana");
    BOOST_TEST(b.is_silent_about("typing", 300ms));
    BOOST_TEST(a2.is_silent_about("typing", 50ms));
}

BOOST_AUTO_TEST_CASE(what_is_not_understood_gets_an_error_and_the_socket_lives) {
    auto a = open(ana, room);
    const std::pair<std::string, std::string> cases[] = {
        {"{broken", "bad_json"},
        {R"({"type":"dance"})", "unknown_type"},
        {R"({"message":17,"nonce":"n1"})", "bad_message"},
        {said("  \\n "), "bad_message"},
        {said("nul \\u0000 here"), "bad_message"},
        {said(std::string(chat::message_length_max + 1, 'x'), "n2"), "too_long"},
        {said("x", "with space"), "bad_nonce"},
    };
    for (const auto& [text, code] : cases) {
        a.send_text(text);
        const auto error = a.next("error");
        BOOST_TEST(text_of(error, "code") == code);
        if (code == "too_long") BOOST_TEST(text_of(error, "nonce") == "n2");
    }
    a.send_text(said("still here"));
    BOOST_TEST(id_of(a.next("ack")) == 1u);
}

BOOST_AUTO_TEST_CASE(the_longest_message_passes) {
    auto a = open(ana, room);
    std::string smileys;
    for (std::size_t i = 0; i < chat::message_length_max; ++i) smileys += "\xF0\x9F\x98\x80";
    a.send_text(said("   " + smileys + "   "));
    BOOST_TEST((text_of(a.next("chat_message"), "message") == smileys));
}

BOOST_AUTO_TEST_CASE(what_is_no_text_closes_the_socket) {
    auto binary = open(ana, room);
    binary.send_octets(test::client_frame("{}", {.opcode = 2}));
    BOOST_TEST(binary.close_code() == 1003);
    auto broken = open(ana, room);
    broken.send_octets(test::client_frame("{\"message\":\"\xFF\"}"));
    BOOST_TEST(broken.close_code() == 1007);
}

BOOST_AUTO_TEST_CASE(logging_out_closes_the_sockets_of_that_session_alone) {
    SignedIn phone = ana;
    phone.token = run([&](Transaction& tx) { return accounts::start_session(tx, ana.actor.user); });
    auto here = open(ana, room);
    auto badges = open_notifications(ana);
    auto there = open(phone, room);
    auto b = open(ben, room);
    const SessionId ended = accounts::find_session(session, ana.token).value().id;
    run([&](Transaction& tx) { accounts::end_session(tx, ana.actor.user, ended); });
    BOOST_TEST(here.close_code(1s) == 4401);
    BOOST_TEST(badges.close_code(1s) == 4401);
    there.send_text(said("still here"));
    BOOST_TEST(text_of(b.next("chat_message"), "message") == "still here");
}

BOOST_AUTO_TEST_CASE(ending_a_friendship_closes_the_room_for_both) {
    const SignedIn eve = signed_in("eve");
    const RoomId other_room = room_of(ana, eve);
    auto a = open(ana, room);
    auto b = open(ben, room);
    auto other = open(ana, other_room);
    run([&](Transaction& tx) { follows::unfollow(tx, ben.actor, "ana"); });
    BOOST_TEST(a.close_code(1s) == 4403);
    BOOST_TEST(b.close_code(1s) == 4403);
    other.send_text(said("still friends"));
    BOOST_TEST(id_of(other.next("ack")) == 1u);
}

BOOST_AUTO_TEST_CASE(handshakes_are_refused_with_the_status_of_the_contract) {
    const SignedIn eve = signed_in("eve");
    const std::string path = "/ws/chat/" + std::to_string(room.value) + "/";
    const auto status = [&](test::Opening opening) { return status_of(std::move(opening)); };
    BOOST_TEST(status({.path = path, .cookie = ana.cookie()}) == 101);
    BOOST_TEST(status({.path = path}) == 401);
    BOOST_TEST(status({.path = path, .cookie = "parley_session=" + std::string(64, 'a')}) == 401);
    BOOST_TEST(status({.path = path, .cookie = ana.cookie(), .origin = "http://evil.test"}) == 403);
    BOOST_TEST(status({.path = path, .cookie = ana.cookie(), .origin = "null"}) == 403);
    BOOST_TEST(status({.path = path, .cookie = ana.cookie(), .origin = ""}) == 403);
    BOOST_TEST(status({.path = path,
                       .cookie = ana.cookie(),
                       .origin = "https://parley.test",
                       .more_headers = "X-Forwarded-Proto: https\r\n"}) == 101);
    BOOST_TEST(status({.path = path, .cookie = eve.cookie()}) == 403);
    BOOST_TEST(status({.path = "/ws/chat/999999/", .cookie = ana.cookie()}) == 404);
    BOOST_TEST(status({.path = "/ws/nothing/", .cookie = ana.cookie()}) == 404);
    BOOST_TEST(status({.path = path + "?after=x", .cookie = ana.cookie()}) == 400);
    BOOST_TEST(status({.path = path, .cookie = ana.cookie(), .version = "8"}) == 400);
    run([&](Transaction& tx) { follows::unfollow(tx, ana.actor, "ben"); });
    BOOST_TEST(status({.path = path, .cookie = ana.cookie()}) == 403);
}

BOOST_AUTO_TEST_SUITE_END()
