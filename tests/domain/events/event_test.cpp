#include "domain/events/event.h"

#include <boost/test/unit_test.hpp>

using namespace parley;
using namespace parley::events;

BOOST_AUTO_TEST_SUITE(events_event)

BOOST_AUTO_TEST_CASE(every_event_comes_back_as_it_was_encoded) {
    const std::vector<Event> all{
        MessagesPosted{RoomId{7}, MessageId{3}, MessageId{5}, {UserId{1}, UserId{2}}},
        MessagesRead{RoomId{7}, UserId{2}, "b\"en", MessageId{5}},
        Typing{RoomId{7}, UserId{1}, "ana"},
        UnreadChanged{UserId{18446744073709551615u}},
        SessionEnded{UserId{1}, SessionId{9}, std::nullopt},
        SessionEnded{UserId{1}, std::nullopt, SessionId{8}},
        FriendshipEnded{UserId{1}, UserId{2}},
    };
    for (const Event& event : all) {
        const auto back = decode(kind_of(event), encode(event));
        BOOST_REQUIRE(back.has_value());
        BOOST_TEST(back->index() == event.index());
        BOOST_TEST(encode(*back) == encode(event));
        BOOST_TEST(topic_of(*back) == topic_of(event));
    }
}

BOOST_AUTO_TEST_CASE(what_a_newer_program_wrote_is_passed_over) {
    BOOST_TEST(!decode("poll_closed", "{}").has_value());
    BOOST_TEST(!decode("typing", "{}").has_value());
    BOOST_TEST(!decode("typing", "not json").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
