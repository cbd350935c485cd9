#include "fcgi-app/views/linkify.h"

#include <boost/test/unit_test.hpp>

using parley::views::linkify;

namespace {

// The text with its links in angle brackets.
std::string marked(std::string_view text) {
    std::string out;
    for (const auto& segment : linkify(text)) {
        out += segment.is_link ? "<" + segment.text + ">" : segment.text;
        BOOST_TEST(!segment.text.empty());
    }
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(views_linkify)

BOOST_AUTO_TEST_CASE(text_without_an_address_is_one_plain_segment) {
    BOOST_TEST(linkify("").empty());
    BOOST_TEST(marked("Nothing here, not even www.example.org") ==
               "Nothing here, not even www.example.org");
    BOOST_TEST(linkify("one\ntwo").size() == 1u);
}

BOOST_AUTO_TEST_CASE(addresses_are_found_between_words) {
    BOOST_TEST(marked("see https://example.org/a?b=c#d and http://localhost:8000/ now") ==
               "see <https://example.org/a?b=c#d> and <http://localhost:8000/> now");
    BOOST_TEST(marked("https://a.example\nhttps://b.example") ==
               "<https://a.example>\n<https://b.example>");
    BOOST_TEST(marked("HTTPS://EXAMPLE.ORG") == "<HTTPS://EXAMPLE.ORG>");
}

BOOST_AUTO_TEST_CASE(the_punctuation_of_the_sentence_stays_outside) {
    BOOST_TEST(marked("Look: https://example.org/a.") == "Look: <https://example.org/a>.");
    BOOST_TEST(marked("https://example.org/a, https://example.org/b!?") ==
               "<https://example.org/a>, <https://example.org/b>!?");
    BOOST_TEST(marked("https://example.org/a… yes") == "<https://example.org/a>… yes");
    BOOST_TEST(marked("“https://example.org/a”") == "“<https://example.org/a>”");
    BOOST_TEST(marked("\"https://example.org/a\"") == "\"<https://example.org/a>\"");
}

BOOST_AUTO_TEST_CASE(brackets_belong_to_the_address_when_it_opens_them) {
    BOOST_TEST(marked("(https://example.org/a)") == "(<https://example.org/a>)");
    BOOST_TEST(marked("https://example.org/Rust_(game)") == "<https://example.org/Rust_(game)>");
    BOOST_TEST(marked("(see https://example.org/Rust_(game)).") ==
               "(see <https://example.org/Rust_(game)>).");
    BOOST_TEST(marked("[https://example.org/a]") == "[<https://example.org/a>]");
}

BOOST_AUTO_TEST_CASE(only_http_and_https_with_a_host_become_links) {
    for (const auto* text : {"javascript:alert(1)", "ftp://example.org", "http://", "https:// gap",
                             "https://.", "http:/example.org", "xhttp://example.org"})
        BOOST_TEST(marked(text) == text);
}

BOOST_AUTO_TEST_CASE(markup_and_invisible_characters_end_an_address) {
    BOOST_TEST(marked("<a href=https://example.org/a>x") == "<a href=<https://example.org/a>>x");
    BOOST_TEST(marked("https://example.org/\u202Eevil") == "<https://example.org/>\u202Eevil");
    BOOST_TEST(marked("https://example.org/\u00A0next") == "<https://example.org/>\u00A0next");
    BOOST_TEST(marked("https://exämple.org/ä") == "<https://exämple.org/ä>");
}

BOOST_AUTO_TEST_CASE(the_segments_put_together_are_the_text) {
    const std::string text = "a http://b.c, (http://d.e/f_(g)) \"https://h\" http://http://x 😀";
    std::string together;
    for (const auto& segment : linkify(text)) together += segment.text;
    BOOST_TEST(together == text);
}

BOOST_AUTO_TEST_SUITE_END()
