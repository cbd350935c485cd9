#include "domain/chat/rooms.h"

#include <mutex>
#include <set>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "domain/chat/messages.h"
#include "domain/chat/unread.h"
#include "domain/error.h"
#include "domain/follows/follows.h"
#include "tests/support/test_database.h"

using namespace parley;

namespace {

struct Friends : test::Database {
    Actor ana = member("ana"), ben = member("ben"), cleo = member("cleo");
    Friends() { befriend(ana, ben); }

    chat::Room open(const Actor& a, const Actor& b) {
        return run([&](Transaction& tx) { return chat::open_room(tx, a, b.user); });
    }
    void say(const Actor& who, RoomId room, const std::string& text) {
        const chat::Outgoing message{room, who.user, std::nullopt, text};
        run([&](Transaction& tx) { chat::send(tx, {&message, 1}); });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(chat_rooms, Friends)

BOOST_AUTO_TEST_CASE(friends_share_one_room_whoever_opens_it) {
    BOOST_TEST((open(ana, ben).id == open(ben, ana).id));
    BOOST_CHECK_EXCEPTION(open(ana, cleo), Error,
                          [](const Error& e) { return e.kind == ErrorKind::forbidden; });
}

BOOST_AUTO_TEST_CASE(two_who_open_it_at_once_get_the_same_room) {
    std::set<RoomId> rooms;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&, i] {
            db::Session own(test::database());
            Doorbell bell("/nonexistent");
            const auto room = transact(own, bell, [&](Transaction& tx) {
                return i % 2 ? chat::open_room(tx, ana, ben.user)
                             : chat::open_room(tx, ben, ana.user);
            });
            std::lock_guard lock(mutex);
            rooms.insert(room.id);
        });
    for (auto& thread : threads) thread.join();
    BOOST_TEST(rooms.size() == 1u);
    BOOST_TEST(session.value<std::uint64_t>("SELECT COUNT(*) FROM room_members").value() == 2u);
}

BOOST_AUTO_TEST_CASE(access_follows_membership_and_friendship) {
    const auto room = open(ana, ben).id;
    BOOST_TEST((chat::access_to(session, ana.user, room) == chat::Access::granted));
    BOOST_TEST((chat::access_to(session, cleo.user, room) == chat::Access::not_a_member));
    BOOST_TEST((chat::access_to(session, ana.user, RoomId{999}) == chat::Access::no_such_room));
    run([&](Transaction& tx) { follows::unfollow(tx, ben, "ana"); });
    BOOST_TEST((chat::access_to(session, ana.user, room) == chat::Access::not_friends));
}

BOOST_AUTO_TEST_CASE(the_chat_list_has_friends_with_the_latest_first) {
    befriend(ana, cleo);
    const auto with_ben = open(ana, ben).id;
    say(ben, with_ben, "Hello");
    say(ben, with_ben, "Are you there");
    const auto list = chat::chat_list(session, ana, std::nullopt);
    BOOST_REQUIRE(list.entries.size() == 2u);
    BOOST_TEST(list.entries[0].person.username == "ben");
    BOOST_TEST(list.entries[0].last_text == "Are you there");
    BOOST_TEST(!list.entries[0].last_is_own);
    BOOST_TEST(list.entries[0].unread == 2u);
    BOOST_TEST(list.entries[1].person.username == "cleo");
    BOOST_TEST(!list.entries[1].room.has_value());
    BOOST_TEST(!list.has_more);
    const auto rest = chat::chat_list(session, ana, list.entries[0].person.user);
    BOOST_REQUIRE(rest.entries.size() == 1u);
    BOOST_TEST(rest.entries[0].person.username == "cleo");
}

BOOST_AUTO_TEST_CASE(unread_is_what_others_said_since_one_read_in_rooms_with_friends) {
    befriend(ana, cleo);
    const auto with_ben = open(ana, ben).id, with_cleo = open(ana, cleo).id;
    say(ben, with_ben, "1");
    say(ben, with_ben, "2");
    say(cleo, with_cleo, "3");
    BOOST_TEST(chat::unread_count(session, ana.user) == 3u);
    BOOST_TEST(chat::unread_count(session, ana.user, with_ben) == 1u);
    BOOST_TEST(chat::unread_count(session, ben.user) == 0u);
    run([&](Transaction& tx) { chat::mark_read(tx, ana, with_ben, MessageId{1}); });
    BOOST_TEST(chat::unread_count(session, ana.user) == 2u);
    run([&](Transaction& tx) { follows::unfollow(tx, ben, "ana"); });
    BOOST_TEST(chat::unread_count(session, ana.user) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
