#include "fcgi-app/http/response.h"

#include <stdexcept>

#include <boost/test/unit_test.hpp>

using namespace parley::http;

BOOST_AUTO_TEST_SUITE(http_response)

BOOST_AUTO_TEST_CASE(the_head_carries_status_headers_cookies_and_length) {
    Response response = json(201, "{}");
    set_flash(response, "post_created");
    BOOST_TEST(
        cgi_head(response, false) ==
        "Status: 201 Created\r\nContent-Type: application/json\r\n"
        "Set-Cookie: parley_flash=post_created; Path=/; HttpOnly; SameSite=Lax; Max-Age=60\r\n"
        "Content-Length: 2\r\n\r\n");
}

BOOST_AUTO_TEST_CASE(a_redirect_is_a_303) {
    const Response response = redirect("/posts/");
    BOOST_TEST(response.status == 303);
    BOOST_TEST(response.header("location") == "/posts/");
}

BOOST_AUTO_TEST_CASE(a_header_is_set_once) {
    Response response = html(200, "");
    response.set_header("content-TYPE", "text/plain");
    BOOST_TEST(response.headers.size() == 1u);
    BOOST_TEST(response.header("Content-Type") == "text/plain");
}

BOOST_AUTO_TEST_CASE(headers_cannot_be_smuggled_in) {
    BOOST_CHECK_THROW(redirect("/a\r\nSet-Cookie: x=y"), std::logic_error);
    Response response;
    BOOST_CHECK_THROW(response.set_header("X\n", "1"), std::logic_error);
    BOOST_CHECK_THROW(set_flash(response, "a; Domain=x"), std::logic_error);
}

BOOST_AUTO_TEST_CASE(signing_in_replaces_the_session_cookie_and_signing_out_removes_it) {
    Response response;
    set_session(response, "one");
    set_session(response, "two");
    BOOST_REQUIRE(response.cookies.size() == 1u);
    BOOST_TEST(response.cookies[0].value == "two");
    BOOST_TEST((response.cookies[0].max_age > std::chrono::days(1)));
    clear_session(response);
    BOOST_REQUIRE(response.cookies.size() == 1u);
    BOOST_TEST(response.cookies[0].value == "");
    BOOST_TEST((response.cookies[0].max_age == std::chrono::seconds(0)));
}

BOOST_AUTO_TEST_SUITE_END()
