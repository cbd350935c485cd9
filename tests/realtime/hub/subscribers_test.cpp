#include "realtime/hub/subscribers.h"

#include <boost/test/unit_test.hpp>

#include "domain/ids.h"
#include "realtime/hub/socket_quota.h"

using namespace parley;

namespace {
struct Listener {
    int number;
};
}  // namespace

BOOST_AUTO_TEST_SUITE(hub_subscribers)

BOOST_AUTO_TEST_CASE(each_key_has_its_own_subscribers) {
    hub::Subscribers<RoomId, Listener> rooms;
    Listener a{1}, b{2}, c{3};
    rooms.add(RoomId{1}, a);
    rooms.add(RoomId{1}, b);
    rooms.add(RoomId{2}, c);
    BOOST_TEST(rooms.of(RoomId{1}).size() == 2u);
    BOOST_TEST(rooms.of(RoomId{2}).front()->number == 3);
    BOOST_TEST(rooms.of(RoomId{3}).empty());
}

BOOST_AUTO_TEST_CASE(nothing_is_left_of_a_key_without_subscribers) {
    hub::Subscribers<RoomId, Listener> rooms;
    Listener a{1}, b{2};
    rooms.add(RoomId{1}, a);
    rooms.add(RoomId{1}, b);
    rooms.remove(RoomId{1}, a);
    BOOST_TEST(rooms.of(RoomId{1}).size() == 1u);
    rooms.remove(RoomId{1}, a);
    BOOST_TEST(rooms.has(RoomId{1}));
    rooms.remove(RoomId{1}, b);
    BOOST_TEST(!rooms.has(RoomId{1}));
    BOOST_TEST(rooms.keys() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(hub_socket_quota)

BOOST_AUTO_TEST_CASE(a_member_has_only_so_many_sockets_at_once) {
    hub::SocketQuota quota(2);
    auto first = quota.take(UserId{1});
    auto second = quota.take(UserId{1});
    BOOST_TEST((first && second));
    BOOST_TEST(!quota.take(UserId{1}));
    BOOST_TEST(quota.take(UserId{2}).has_value());
    first.reset();
    BOOST_TEST(quota.take(UserId{1}).has_value());
}

BOOST_AUTO_TEST_CASE(a_ticket_that_was_moved_counts_once) {
    hub::SocketQuota quota(1);
    {
        auto ticket = quota.take(UserId{1});
        auto moved = std::move(ticket);
        BOOST_TEST(!quota.take(UserId{1}));
    }
    BOOST_TEST(quota.take(UserId{1}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
