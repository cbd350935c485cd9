#include "realtime/protocol/server_message.h"

#include <boost/test/unit_test.hpp>

using namespace parley;
using namespace parley::protocol;

namespace {
const UtcTime half_past_ten = std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) +
                              std::chrono::hours(10) + std::chrono::minutes(30) +
                              std::chrono::microseconds(123456);
}

BOOST_AUTO_TEST_SUITE(protocol_server_message)

BOOST_AUTO_TEST_CASE(every_message_is_written_as_the_contract_says) {
    const std::optional<std::string> nonce = "n1";
    BOOST_TEST(encode(Ack{nonce, MessageId{17}, half_past_ten}) ==
               R"({"type":"ack","nonce":"n1","id":17,"timestamp":"2026-11-28T10:30:00.123456Z"})");
    BOOST_TEST(
        encode(ChatMessage{RoomId{3}, MessageId{17}, "Hello", "alice", "Alice A.", half_past_ten,
                           nonce}) ==
        R"({"type":"chat_message","message":"Hello","sender":"alice","sender_name":"Alice A.",)"
        R"("timestamp":"2026-11-28T10:30:00.123456Z","id":17,"room_id":3,"nonce":"n1"})");
    BOOST_TEST(encode(SomebodyTypes{"alice"}) == R"({"type":"typing","sender":"alice"})");
    BOOST_TEST(encode(SomebodyRead{"bob", MessageId{17}}) ==
               R"({"type":"read","reader":"bob","up_to":17})");
    BOOST_TEST(encode(Refused{"too_long", "Too long.", nonce}) ==
               R"({"type":"error","code":"too_long","message":"Too long.","nonce":"n1"})");
    BOOST_TEST(encode(Reset{}) == R"({"type":"reset"})");
    BOOST_TEST(encode(UnreadUpdate{true, 2, 5}) ==
               R"({"type":"unread_update","action":"increment","chat":2,"notifications":5})");
    BOOST_TEST(encode(UnreadUpdate{false, 0, 0}) ==
               R"({"type":"unread_update","action":"refresh","chat":0,"notifications":0})");
}

BOOST_AUTO_TEST_CASE(without_a_nonce_there_is_none) {
    BOOST_TEST(encode(Ack{{}, MessageId{1}, half_past_ten}).find("nonce") == std::string::npos);
    BOOST_TEST(encode(Refused{"x", "y", {}}).find("nonce") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
