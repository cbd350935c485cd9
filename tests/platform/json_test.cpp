#include "platform/json.h"

#include <limits>

#include <boost/test/unit_test.hpp>

namespace json = parley::json;

namespace {

std::string quoted(std::string_view text) {
    std::string out;
    json::append_string(out, text);
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(platform_json)

BOOST_AUTO_TEST_CASE(objects_and_arrays_nest_with_commas_where_they_belong) {
    json::Writer writer;
    writer.object().key("id").value(17).key("tags").array().value("a").value("b").end();
    writer.key("none").null().key("yes").value(true).key("empty").object().end();
    writer.key("list").array().object().key("a").value(false).end().array().end().end().end();
    BOOST_TEST(writer.text() == R"({"id":17,"tags":["a","b"],"none":null,"yes":true,"empty":{},)"
                                R"("list":[{"a":false},[]]})");
}

BOOST_AUTO_TEST_CASE(numbers_are_whole_and_exact) {
    json::Writer writer;
    writer.array().value(std::numeric_limits<std::uint64_t>::max());
    writer.value(std::numeric_limits<std::int64_t>::min()).value(0).end();
    BOOST_TEST(writer.text() == "[18446744073709551615,-9223372036854775808,0]");
}

BOOST_AUTO_TEST_CASE(a_single_value_is_a_document) {
    json::Writer writer;
    writer.value(std::string("x"));
    BOOST_TEST(std::move(writer).text() == R"("x")");
}

BOOST_AUTO_TEST_CASE(what_would_break_the_string_is_escaped) {
    BOOST_TEST(quoted("a\"b\\c") == R"("a\"b\\c")");
    BOOST_TEST(quoted("\n\r\t") == R"("\n\r\t")");
    BOOST_TEST(quoted(std::string_view("\0\x1f\x7f", 3)) == R"("\u0000\u001f\u007f")");
    BOOST_TEST(quoted("") == R"("")");
}

BOOST_AUTO_TEST_CASE(nothing_closes_a_script_element_or_a_line) {
    BOOST_TEST(quoted("</script>") == R"("\u003c/script>")");
    BOOST_TEST(quoted("a\u2028b\u2029") == R"("a\u2028b\u2029")");
    BOOST_TEST(quoted("\u2027\u202A…") == "\"\u2027\u202A…\"");
}

BOOST_AUTO_TEST_CASE(other_text_stays_as_it_is) {
    BOOST_TEST(quoted("Tomás 🙂 日本") == "\"Tomás 🙂 日本\"");
}

BOOST_AUTO_TEST_SUITE_END()
