#include "domain/notifications/notifications.h"

#include <boost/test/unit_test.hpp>

#include "domain/chat/messages.h"
#include "domain/chat/unread.h"
#include "domain/follows/follows.h"
#include "tests/realtime/support/daemon_fixture.h"

using namespace parley;
using namespace std::chrono_literals;
using parley::test::SignedIn;
using parley::test::WebSocketClient;

namespace {

struct BadgeFixture : test::DaemonFixture {
    SignedIn ana = signed_in("ana");
    SignedIn ben = signed_in("ben");
    RoomId room = room_of(ana, ben);
    std::unique_ptr<Daemon> daemon = start(config);

    BadgeFixture() {
        for (const SignedIn& who : {ana, ben})
            run([&](Transaction& tx) { notifications::mark_all_read(tx, who.actor.user); });
    }

    void post(const SignedIn& sender, std::size_t count = 1) {
        const std::vector<chat::Outgoing> many(count, {room, sender.actor.user, {}, "x"});
        run([&](Transaction& tx) { chat::send(tx, many); });
    }

    // Whether the last of the updates on their way says what SQL says, within the second of the
    // contract.
    bool agrees_with_sql(WebSocketClient& client, const SignedIn& who) {
        const auto chat = chat::unread_count(session, who.actor.user);
        const auto notes = notifications::unread_count(session, who.actor.user);
        const std::string wanted = "\"chat\":" + std::to_string(chat) +
                                   ",\"notifications\":" + std::to_string(notes) + "}";
        std::string last;
        while (const auto text = client.next_text(500ms)) last = *text;
        return last.ends_with(wanted);
    }
};

std::string shown(const test::JsonObject& update) {
    return update->getValue<std::string>("action") + " " + update->getValue<std::string>("chat") +
           " " + update->getValue<std::string>("notifications");
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(handlers_notifications, BadgeFixture)

BOOST_AUTO_TEST_CASE(both_counts_come_at_connect) {
    post(ben, 2);
    auto a = open_notifications(ana);
    BOOST_TEST(shown(a.next("unread_update")) == "refresh 2 0");
}

BOOST_AUTO_TEST_CASE(a_count_that_grows_is_an_increment_and_else_a_refresh) {
    auto a = open_notifications(ana);
    BOOST_TEST(shown(a.next("unread_update")) == "refresh 0 0");
    post(ben);
    BOOST_TEST(shown(a.next("unread_update")) == "increment 1 0");
    const SignedIn eve = signed_in("eve");
    run([&](Transaction& tx) { follows::follow(tx, eve.actor, "ana"); });
    BOOST_TEST(shown(a.next("unread_update")) == "increment 1 1");
    run([&](Transaction& tx) { chat::mark_read(tx, ana.actor, room, MessageId{1}); });
    BOOST_TEST(shown(a.next("unread_update")) == "refresh 0 1");
    run([&](Transaction& tx) { follows::unfollow(tx, eve.actor, "ana"); });
    BOOST_TEST(shown(a.next("unread_update")) == "refresh 0 0");
}

BOOST_AUTO_TEST_CASE(every_open_page_is_told_and_nobody_else) {
    auto a1 = open_notifications(ana);
    auto a2 = open_notifications(ana);
    auto b = open_notifications(ben);
    for (WebSocketClient* client : {&a1, &a2, &b}) client->next("unread_update");
    post(ben);
    for (WebSocketClient* client : {&a1, &a2})
        BOOST_TEST(shown(client->next("unread_update")) == "increment 1 0");
    BOOST_TEST(b.is_silent_about("unread_update", 400ms));
}

BOOST_AUTO_TEST_CASE(nothing_is_said_when_no_number_changed) {
    auto a = open_notifications(ana);
    a.next("unread_update");
    run([&](Transaction& tx) { tx.publish(events::UnreadChanged{ana.actor.user}); });
    BOOST_TEST(a.is_silent_about("unread_update", 400ms));
}

BOOST_AUTO_TEST_CASE(after_many_changes_the_badge_agrees_with_sql) {
    auto a = open_notifications(ana);
    for (int round = 1; round <= 60; ++round) {
        post(ben);
        if (round % 7 == 0)
            run([&](Transaction& tx) {
                chat::mark_read(tx, ana.actor, room, MessageId{static_cast<std::uint64_t>(round)});
            });
    }
    BOOST_TEST(agrees_with_sql(a, ana));
}

BOOST_AUTO_TEST_CASE(joining_the_room_empties_the_badge) {
    post(ben, 3);
    auto a = open_notifications(ana);
    BOOST_TEST(shown(a.next("unread_update")) == "refresh 3 0");
    open(ana, room);
    BOOST_TEST(shown(a.next("unread_update")) == "refresh 0 0");
}

BOOST_AUTO_TEST_CASE(losing_a_friend_takes_their_messages_out_of_the_badge) {
    post(ben, 3);
    auto a = open_notifications(ana);
    a.next("unread_update");
    run([&](Transaction& tx) { follows::unfollow(tx, ana.actor, "ben"); });
    BOOST_TEST(agrees_with_sql(a, ana));
}

BOOST_AUTO_TEST_CASE(there_is_nothing_to_say_there) {
    auto a = open_notifications(ana);
    a.send_text("{}");
    BOOST_TEST(a.next("error")->getValue<std::string>("code") == "unknown_type");
}

BOOST_AUTO_TEST_SUITE_END()
