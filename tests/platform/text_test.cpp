#include "platform/text.h"

#include <boost/test/unit_test.hpp>

namespace text = parley::text;

BOOST_AUTO_TEST_SUITE(platform_text)

BOOST_AUTO_TEST_CASE(utf8_of_every_length_is_valid) {
    for (const std::string_view valid :
         {"", "a", "é", "€", "🙂", "\x7F", "\uD7FF", "\uE000", "\U0010FFFF"})
        BOOST_TEST(text::is_valid_utf8(valid));
}

BOOST_AUTO_TEST_CASE(what_is_no_utf8_is_not_valid) {
    for (const std::string_view invalid :
         {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xE0\x9F\xBF", "\xF0\x80\x80\xAF",
          "\xF0\x8F\xBF\xBF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80", "\xFE", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x99", "a\xC3(",
          "\xC3\xA9\xA9"})
        BOOST_TEST(!text::is_valid_utf8(invalid));
}

BOOST_AUTO_TEST_CASE(length_counts_code_points) {
    BOOST_TEST(text::length("") == 0u);
    BOOST_TEST(text::length("aé€🙂") == 4u);
}

BOOST_AUTO_TEST_CASE(trimming_takes_unicode_white_space_from_both_ends_only) {
    BOOST_TEST(text::trimmed(" \t\r\n\u00A0\u3000a b\u2028\u2003 \n") == "a b");
    BOOST_TEST(text::trimmed(" \u00A0 ") == "");
    BOOST_TEST(text::trimmed("") == "");
    BOOST_TEST(text::trimmed("é") == "é");
    BOOST_TEST(text::trimmed("à") == "à");  // its last octet, A0, is no space
}

BOOST_AUTO_TEST_CASE(trimming_survives_what_is_no_utf8) {
    BOOST_TEST(text::trimmed(" \x80\x80 ") == "\x80\x80");
    BOOST_TEST(text::trimmed("\xE2\x80") == "\xE2\x80");
}

BOOST_AUTO_TEST_CASE(invisible_characters_alone_are_blank) {
    for (const std::string_view blank :
         {"",       " ",          "\n\t",   "\u200B", "\u200D",     "\u200C",          "\uFEFF",
          "\u2060", "\u00AD",     "\u180E", "\u3164", "\u115F",     "\u1160",          "\uFE0F",
          "\uFE00", "\U000E0100", "\u202E", "\u2066", "\u200F",     "\u00A0",          "\u2007",
          "\u3000", "\u2800",     "\uFFA0", "\u034F", "\U000E0041", " \u200B \u00A0\n"})
        BOOST_TEST(text::is_blank(blank), "U+… of " << blank.size() << " octets");
    BOOST_TEST(text::is_blank(std::string_view("\0", 1)));
}

BOOST_AUTO_TEST_CASE(one_visible_character_is_not_blank) {
    for (const std::string_view seen : {"a", "\u200Ba\u200B", ".", "🙂", "❤\uFE0F", "é", "\x80"})
        BOOST_TEST(!text::is_blank(seen));
}

BOOST_AUTO_TEST_CASE(line_breaks_become_one_line_feed_each) {
    BOOST_TEST(text::with_unix_newlines("a\r\nb\rc\nd\r\r\ne\r") == "a\nb\nc\nd\n\ne\n");
}

BOOST_AUTO_TEST_CASE(only_ascii_becomes_lower_case) {
    BOOST_TEST(text::lower_ascii("AbZ-É@[") == "abz-É@[");
}

BOOST_AUTO_TEST_CASE(shortening_cuts_between_characters_and_says_so) {
    BOOST_TEST(text::shortened("hello", 5) == "hello");
    BOOST_TEST(text::shortened("hello", 4) == "hel…");
    BOOST_TEST(text::shortened("🙂🙂🙂", 2) == "🙂…");
    BOOST_TEST(text::shortened("one two", 5) == "one…");
    BOOST_TEST(text::shortened("ab", 1) == "…");
    BOOST_TEST(text::shortened("ab", 0) == "");
    BOOST_TEST(text::length(text::shortened(std::string(300, 'x'), 100)) == 100u);
}

BOOST_AUTO_TEST_SUITE_END()
