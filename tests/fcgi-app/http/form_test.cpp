#include "fcgi-app/http/form.h"

#include <boost/test/unit_test.hpp>

#include "domain/error.h"
#include "fcgi-app/http/limits.h"
#include "tests/fcgi-app/http/refusals.h"

using namespace parley::http;
using namespace parley::http::test;

namespace {
Form form_of(std::string_view text) {
    return {parse_urlencoded(text, limits::fields_max), {}};
}
}  // namespace

BOOST_AUTO_TEST_SUITE(http_form)

BOOST_AUTO_TEST_CASE(fields_are_read_in_order) {
    const Form form = form_of("content=Hello+you%21&alt=a&alt=b&empty=&bare");
    BOOST_TEST(form.field("content") == "Hello you!");
    BOOST_TEST(form.values("alt") == (std::vector<std::string>{"a", "b"}),
               boost::test_tools::per_element());
    BOOST_TEST(form.has_field("empty"));
    BOOST_TEST(form.has_field("bare"));
    BOOST_TEST(form.field("bare") == "");
    BOOST_TEST(!form.has_field("missing"));
    BOOST_TEST(form.field("missing") == "");
}

BOOST_AUTO_TEST_CASE(the_first_of_a_name_counts) {
    BOOST_TEST(form_of("a=1&a=2").field("a") == "1");
}

BOOST_AUTO_TEST_CASE(an_encoded_ampersand_or_equals_sign_is_text) {
    const Form form = form_of("a%26b=c%3Dd=e");
    BOOST_TEST(form.field("a&b") == "c=d=e");
    BOOST_TEST(form.fields.size() == 1u);
}

BOOST_AUTO_TEST_CASE(nothing_makes_no_fields) {
    BOOST_TEST(form_of("").fields.empty());
    BOOST_TEST(form_of("&&&").fields.empty());
}

BOOST_AUTO_TEST_CASE(nul_and_broken_utf8_are_refused) {
    using enum parley::ErrorKind;
    for (const char* bad : {"a=%00", "%00=a", "a=%ff", "%c3=b", "a=x%ed%a0%80"})
        BOOST_TEST(refused_as([&] { form_of(bad); }, bad_request), bad);
}

BOOST_AUTO_TEST_CASE(too_many_fields_are_refused) {
    std::string text;
    for (std::size_t i = 0; i < limits::fields_max; ++i) text += "a=1&";
    BOOST_TEST(form_of(text).fields.size() == limits::fields_max);
    BOOST_TEST(refused_as([&] { form_of(text + "a=1"); }, parley::ErrorKind::too_large));
}

BOOST_AUTO_TEST_CASE(too_long_fields_are_refused) {
    const std::string longest(limits::field_bytes_max, 'x');
    BOOST_TEST(form_of("a=" + longest).field("a").size() == longest.size());
    BOOST_TEST(refused_as([&] { form_of("a=" + longest + "x"); }, parley::ErrorKind::too_large));
    const std::string name(limits::field_name_bytes_max + 1, 'n');
    BOOST_TEST(refused_as([&] { form_of(name + "=1"); }, parley::ErrorKind::too_large));
}

BOOST_AUTO_TEST_SUITE_END()
