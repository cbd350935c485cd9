#include "fcgi-app/http/percent_encoding.h"

#include <string>

#include <boost/test/unit_test.hpp>

using namespace parley::http;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(http_percent_encoding)

BOOST_AUTO_TEST_CASE(segments_are_decoded) {
    BOOST_TEST(*decode_segment("alice") == "alice");
    BOOST_TEST(*decode_segment("") == "");
    BOOST_TEST(*decode_segment("%61lice%2e") == "alice.");
    BOOST_TEST(*decode_segment("z%C3%bcri") == "züri");
    BOOST_TEST(*decode_segment("zürich") == "zürich");
    BOOST_TEST(*decode_segment("a+b") == "a+b");
    BOOST_TEST(*decode_segment("%2561") == "%61");  // once only
}

BOOST_AUTO_TEST_CASE(segments_that_could_mean_something_else_are_refused) {
    for (const char* bad :
         {"%00", "a%00b", "%2f", "%2F", "..%2fetc", "%5c", "\\",     "%0d%0a",    "%09", "%7f",
          "%",   "%4",    "%zz", "%4g", "a%",       "%ff", "%c0%af", "%ed%a0%80", "%c3", "\x80"})
        BOOST_TEST(!decode_segment(bad), bad);
}

BOOST_AUTO_TEST_CASE(form_texts_are_decoded_leniently) {
    BOOST_TEST(decode_form_text("a+b%20c") == "a b c");
    BOOST_TEST(decode_form_text("100%") == "100%");
    BOOST_TEST(decode_form_text("%zz%4") == "%zz%4");
    BOOST_TEST(decode_form_text("%26%3d%2B") == "&=+");
    BOOST_TEST(decode_form_text("%00") == "\0"s);
}

BOOST_AUTO_TEST_CASE(encoding_leaves_only_unreserved_characters) {
    BOOST_TEST(encode("/posts/?before=7&x=ü") == "%2Fposts%2F%3Fbefore%3D7%26x%3D%C3%BC");
    BOOST_TEST(encode("aZ09-._~") == "aZ09-._~");
}

BOOST_AUTO_TEST_CASE(every_octet_survives_encoding_and_decoding) {
    std::string all;
    for (int octet = 0; octet < 256; ++octet) all += static_cast<char>(octet);
    BOOST_TEST(decode_form_text(encode(all)) == all);
}

BOOST_AUTO_TEST_SUITE_END()
