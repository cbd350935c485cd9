#include "realtime/ws/frame_encoder.h"

#include <boost/test/unit_test.hpp>

using namespace parley::ws;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(ws_frame_encoder)

BOOST_AUTO_TEST_CASE(the_shortest_length_form_is_used) {
    BOOST_TEST(*text_frame("Hello") == "\x81\x05Hello");
    BOOST_TEST(text_frame(std::string(125, 'x'))->substr(0, 2) == "\x81\x7D");
    BOOST_TEST(text_frame(std::string(126, 'x'))->substr(0, 4) == "\x81\x7E\x00\x7E"s);
    BOOST_TEST(text_frame(std::string(65535, 'x'))->substr(0, 4) == "\x81\x7E\xFF\xFF"s);
    BOOST_TEST(text_frame(std::string(65536, 'x'))->substr(0, 10) ==
               "\x81\x7F\x00\x00\x00\x00\x00\x01\x00\x00"s);
}

BOOST_AUTO_TEST_CASE(a_close_frame_carries_code_and_reason) {
    BOOST_TEST(*close_frame(CloseCode::normal, "bye") ==
               "\x88\x05\x03\xE8"
               "bye"s);
    BOOST_TEST(*close_answer(4401) == "\x88\x02\x11\x31"s);
    BOOST_TEST(*close_answer_without_code() == "\x88\x00"s);
}

BOOST_AUTO_TEST_CASE(a_long_reason_is_cut_between_characters) {
    std::string reason(122, 'x');
    reason += "\xE2\x82\xAC\xE2\x82\xAC";
    const auto frame = close_frame(CloseCode::normal, reason);
    BOOST_TEST(frame->size() == 2u + 2u + 122u);
}

BOOST_AUTO_TEST_SUITE_END()
