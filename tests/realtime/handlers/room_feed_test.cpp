#include "realtime/handlers/room_feed.h"

#include <boost/test/unit_test.hpp>

#include "realtime/handlers/limits.h"

using namespace parley;
using namespace parley::handlers;

namespace {

ws::Frame frame(const std::string& text) {
    return std::make_shared<const std::string>(text);
}

std::string taken(RoomFeed& feed) {
    std::string out;
    for (const RoomFeed::Piece& piece : feed.take_ready())
        out += (out.empty() ? "" : " ") + *piece.frame;
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(handlers_room_feed)

BOOST_AUTO_TEST_CASE(a_frame_at_hand_waits_for_its_event) {
    RoomFeed feed;
    feed.keep(MessageId{7}, frame("m7"));
    BOOST_TEST(taken(feed) == "");
    feed.announce(MessageId{7}, MessageId{7});
    BOOST_TEST(taken(feed) == "m7");
    BOOST_TEST(!feed.take_wanted());
    BOOST_TEST(taken(feed) == "");
}

BOOST_AUTO_TEST_CASE(what_another_daemon_wrote_is_read_once_and_in_order) {
    RoomFeed feed;
    feed.announce(MessageId{5}, MessageId{6});
    feed.keep(MessageId{7}, frame("m7"));
    feed.announce(MessageId{7}, MessageId{7});
    BOOST_TEST(taken(feed) == "");
    const auto range = feed.take_wanted();
    BOOST_REQUIRE(range.has_value());
    BOOST_TEST(range->after.value == 4u);
    BOOST_TEST(!feed.take_wanted());
    feed.give(*range, {{MessageId{5}, frame("m5")}, {MessageId{6}, frame("m6")}}, true);
    BOOST_TEST(taken(feed) == "m5 m6 m7");
}

BOOST_AUTO_TEST_CASE(what_could_not_be_read_is_wanted_again) {
    RoomFeed feed;
    feed.announce(MessageId{1}, MessageId{1});
    BOOST_TEST(feed.take_wanted().has_value());
    feed.give_up_reading();
    BOOST_TEST(feed.take_wanted().has_value());
}

BOOST_AUTO_TEST_CASE(a_long_range_is_read_in_pages) {
    RoomFeed feed;
    feed.announce(MessageId{1}, MessageId{3});
    auto range = feed.take_wanted();
    feed.give(*range, {{MessageId{1}, frame("m1")}, {MessageId{2}, frame("m2")}}, false);
    BOOST_TEST(taken(feed) == "m1 m2");
    range = feed.take_wanted();
    BOOST_REQUIRE(range.has_value());
    BOOST_TEST(range->after.value == 2u);
    feed.give(*range, {{MessageId{3}, frame("m3")}}, true);
    BOOST_TEST(taken(feed) == "m3");
}

BOOST_AUTO_TEST_CASE(numbers_that_are_gone_hold_nothing_up) {
    RoomFeed feed;
    feed.announce(MessageId{1}, MessageId{3});
    const auto range = feed.take_wanted();
    feed.give(*range, {{MessageId{2}, frame("m2")}}, true);
    BOOST_TEST(taken(feed) == "m2");
    BOOST_TEST(!feed.take_wanted());
}

BOOST_AUTO_TEST_CASE(a_read_mark_does_not_overtake_the_message_it_is_about) {
    RoomFeed feed;
    feed.announce(MessageId{1}, MessageId{1});
    feed.add(frame("read1"), UserId{});
    BOOST_TEST(taken(feed) == "");
    const auto range = feed.take_wanted();
    feed.give(*range, {{MessageId{1}, frame("m1")}}, true);
    BOOST_TEST(taken(feed) == "m1 read1");
}

BOOST_AUTO_TEST_CASE(frames_at_hand_are_bounded) {
    RoomFeed feed;
    for (std::uint64_t id = 1; id <= frames_at_hand_max + 1; ++id)
        feed.keep(MessageId{id}, frame("x"));
    feed.announce(MessageId{1}, MessageId{frames_at_hand_max + 1});
    BOOST_TEST(taken(feed) == "");
    BOOST_TEST(feed.take_wanted().has_value());
}

BOOST_AUTO_TEST_SUITE_END()
