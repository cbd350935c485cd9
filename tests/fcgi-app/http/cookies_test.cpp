#include "fcgi-app/http/cookies.h"

#include <boost/test/unit_test.hpp>

#include "fcgi-app/http/limits.h"

using namespace parley::http;

BOOST_AUTO_TEST_SUITE(http_cookies)

BOOST_AUTO_TEST_CASE(cookies_are_read) {
    const auto cookies = parse_cookies("a=1; parley_session=abc;b = \"two\" ; c==x=; empty=");
    BOOST_TEST(cookies.size() == 5u);
    BOOST_TEST(cookies.at("a") == "1");
    BOOST_TEST(cookies.at("parley_session") == "abc");
    BOOST_TEST(cookies.at("b") == "two");
    BOOST_TEST(cookies.at("c") == "=x=");
    BOOST_TEST(cookies.at("empty") == "");
}

BOOST_AUTO_TEST_CASE(the_first_of_a_name_counts) {
    BOOST_TEST(parse_cookies("a=1; a=2").at("a") == "1");
}

BOOST_AUTO_TEST_CASE(nonsense_makes_no_cookies) {
    for (const char* text : {"", ";", "=", "=x", "; ;", "bare", "a;b;c", "  "})
        BOOST_TEST(parse_cookies(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(at_most_some_are_kept) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "c" + std::to_string(i) + "=1; ";
    BOOST_TEST(parse_cookies(text).size() == limits::cookies_max);
}

BOOST_AUTO_TEST_CASE(cookies_to_be_set_are_for_http_only_and_this_site) {
    BOOST_TEST(set_cookie_header({"parley_session", "abc", {}}, false) ==
               "parley_session=abc; Path=/; HttpOnly; SameSite=Lax");
    BOOST_TEST(set_cookie_header({"parley_flash", "", std::chrono::seconds(0)}, false) ==
               "parley_flash=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
}

BOOST_AUTO_TEST_CASE(under_https_cookies_are_secure_and_the_session_is_bound_to_the_host) {
    BOOST_TEST(set_cookie_header({"parley_session", "abc", {}}, true) ==
               "__Host-parley_session=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
    BOOST_TEST(set_cookie_header({"parley_flash", "x", {}}, true) ==
               "parley_flash=x; Path=/; HttpOnly; SameSite=Lax; Secure");
}

BOOST_AUTO_TEST_SUITE_END()
