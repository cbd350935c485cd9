#include "domain/chat/messages.h"

#include <thread>

#include <boost/test/unit_test.hpp>

#include "domain/chat/rooms.h"
#include "domain/follows/follows.h"
#include "tests/support/test_database.h"

using namespace parley;
using chat::SendResult;

namespace {

struct Talk : test::Database {
    Actor ana = member("ana"), ben = member("ben"), cleo = member("cleo");
    RoomId room;
    Talk() {
        befriend(ana, ben);
        room = open(ana, ben);
    }
    RoomId open(const Actor& a, const Actor& b) {
        return run([&](Transaction& tx) { return chat::open_room(tx, a, b.user).id; });
    }
    std::vector<chat::Sent> send(const std::vector<chat::Outgoing>& messages) {
        return run([&](Transaction& tx) { return chat::send(tx, messages); });
    }
    chat::Sent say(const Actor& who, const std::string& text,
                   std::optional<std::string> nonce = {}) {
        return send({{room, who.user, std::move(nonce), text}}).front();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(chat_messages, Talk)

BOOST_AUTO_TEST_CASE(ids_count_from_one_in_each_room_without_holes) {
    befriend(ana, cleo);
    const auto other = open(ana, cleo);
    BOOST_TEST(say(ana, "a").id.value == 1u);
    const auto sent =
        send({{room, ben.user, {}, "b"}, {other, cleo.user, {}, "c"}, {room, ana.user, {}, "d"}});
    BOOST_TEST(sent[0].id.value == 2u);
    BOOST_TEST(sent[1].id.value == 1u);
    BOOST_TEST(sent[2].id.value == 3u);
    const auto page = chat::history(session, room, std::nullopt);
    BOOST_REQUIRE(page.messages.size() == 3u);
    BOOST_TEST(page.messages[1].text == "b");
    BOOST_TEST(page.messages[1].sender_username == "ben");
    BOOST_TEST((chat::last_message(session, room) == MessageId{3}));
}

BOOST_AUTO_TEST_CASE(the_same_nonce_is_stored_once_however_often_it_is_sent) {
    const auto first = say(ana, "hello", "n1");
    const auto again = say(ana, "hello", "n1");
    BOOST_TEST((again.result == SendResult::repeated));
    BOOST_TEST((again.id == first.id));
    BOOST_TEST((again.created_at == first.created_at));
    const auto twice = send({{room, ana.user, "n2", "x"}, {room, ana.user, "n2", "x"}});
    BOOST_TEST((twice[0].id == twice[1].id));
    BOOST_TEST((twice[1].result == SendResult::repeated));
    BOOST_TEST((say(ben, "mine", "n1").result == SendResult::stored));
    BOOST_TEST((chat::last_message(session, room) == MessageId{3}));
}

BOOST_AUTO_TEST_CASE(a_nonce_used_in_another_room_is_refused) {
    befriend(ana, cleo);
    const auto other = open(ana, cleo);
    say(ana, "hello", "n1");
    BOOST_TEST(
        (send({{other, ana.user, "n1", "hello"}}).front().result == SendResult::nonce_taken));
    BOOST_TEST((chat::last_message(session, other) == MessageId{0}));
}

BOOST_AUTO_TEST_CASE(strangers_and_former_friends_are_refused) {
    BOOST_TEST((say(cleo, "let me in").result == SendResult::refused));
    run([&](Transaction& tx) { follows::unfollow(tx, ben, "ana"); });
    BOOST_TEST((say(ana, "wait").result == SendResult::refused));
    BOOST_TEST((chat::last_message(session, room) == MessageId{0}));
    BOOST_TEST((send({{RoomId{999}, ana.user, {}, "x"}}).front().result == SendResult::refused));
}

BOOST_AUTO_TEST_CASE(sending_moves_the_senders_own_read_mark) {
    say(ben, "1");
    say(ana, "2");
    const auto opened = run([&](Transaction& tx) { return chat::open_room(tx, ana, ben.user); });
    BOOST_TEST(opened.read.value == 2u);
    BOOST_TEST(opened.read_by_peer.value == 1u);
    BOOST_TEST(opened.last.value == 2u);
}

BOOST_AUTO_TEST_CASE(read_marks_never_go_back_or_beyond_the_last_message) {
    for (const char* text : {"1", "2", "3"}) say(ben, text);
    const auto mark = [&](std::uint64_t up_to) {
        return run([&](Transaction& tx) {
                   return chat::mark_read(tx, ana, room, MessageId{up_to});
               })
            .value;
    };
    BOOST_TEST(mark(2) == 2u);
    BOOST_TEST(mark(1) == 2u);
    BOOST_TEST(mark(99) == 3u);
    BOOST_TEST(
        session.value<std::uint64_t>("SELECT COUNT(*) FROM events WHERE kind = 'messages_read'")
            .value() == 2u);
}

BOOST_AUTO_TEST_CASE(history_pages_and_ranges_join_without_a_gap) {
    std::vector<chat::Outgoing> many;
    for (int i = 1; i <= 120; ++i) many.push_back({room, ana.user, {}, std::to_string(i)});
    send(many);
    const auto newest = chat::history(session, room, std::nullopt);
    BOOST_TEST(newest.messages.size() == 50u);
    BOOST_TEST(newest.has_older);
    BOOST_TEST(newest.messages.front().text == "71");
    const auto older = chat::history(session, room, newest.messages.front().id);
    BOOST_TEST(older.messages.back().text == "70");
    const auto range = chat::range(session, room, MessageId{100}, MessageId{110}, 1000);
    BOOST_REQUIRE(range.size() == 10u);
    BOOST_TEST(range.front().text == "101");
    BOOST_TEST(chat::range(session, room, MessageId{0}, MessageId{120}, 7).size() == 7u);
}

BOOST_AUTO_TEST_CASE(texts_are_trimmed_and_checked) {
    BOOST_TEST(chat::checked_text("  hi\r\nthere \n") == "hi\nthere");
    for (const std::string& bad : {std::string(), std::string("\xE2\x80\x8B"), std::string("\xff"),
                                   std::string("a\0b", 3), std::string(4001, 'x')})
        BOOST_CHECK_THROW(chat::checked_text(bad), Error);
    BOOST_TEST(chat::checked_text(std::string(4000, 'x') + "  ").size() == 4000u);
}

BOOST_AUTO_TEST_CASE(many_senders_at_once_leave_no_hole_and_no_double) {
    constexpr int senders = 6, messages_each = 40;
    std::vector<std::thread> threads;
    for (int s = 0; s < senders; ++s)
        threads.emplace_back([&, s] {
            db::Session own(test::database());
            Doorbell bell("/nonexistent");
            for (int i = 0; i < messages_each; ++i) {
                // Every nonce is sent by two threads.
                const std::string nonce = std::to_string(s / 2) + "-" + std::to_string(i);
                const chat::Outgoing message{room, ana.user, nonce, nonce};
                transact(own, bell, [&](Transaction& tx) { chat::send(tx, {&message, 1}); });
            }
        });
    for (auto& thread : threads) thread.join();
    const auto all = chat::range(session, room, MessageId{0}, MessageId{1000}, 1000);
    BOOST_REQUIRE(all.size() == std::size_t{senders / 2 * messages_each});
    for (std::size_t i = 0; i < all.size(); ++i) BOOST_TEST(all[i].id.value == i + 1);
}

BOOST_AUTO_TEST_SUITE_END()
