#include "fcgi-app/http/request.h"

#include <boost/test/unit_test.hpp>

#include "domain/ids.h"
#include "fcgi-app/http/limits.h"
#include "tests/fcgi-app/http/refusals.h"

using namespace parley::http;
using parley::http::test::refused_as;

namespace {

CgiParameters with(const std::string& name, const std::string& value) {
    CgiParameters parameters{
        {"REQUEST_METHOD", "GET"},         {"REQUEST_URI", "/posts/?before=17&q=a+b"},
        {"HTTP_HOST", "Parley.test:8000"}, {"REMOTE_ADDR", "127.0.0.1"},
        {"REQUEST_SCHEME", "http"},        {"REQUEST_ID", "0123abcd"}};
    parameters[name] = value;
    return parameters;
}

Request read(const CgiParameters& parameters) {
    Request request;
    read_head(request, parameters);
    return request;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_request)

BOOST_AUTO_TEST_CASE(the_head_is_read) {
    const Request request = read(with("HTTP_ACCEPT_LANGUAGE", "de"));
    BOOST_TEST(request.method == "GET");
    BOOST_TEST(request.path == "/posts/");
    BOOST_TEST(request.query == "before=17&q=a+b");
    BOOST_TEST(request.query_field("q") == "a b");
    BOOST_TEST(request.query_field("none") == "");
    BOOST_TEST(request.query_id<parley::PostId>("before")->value == 17u);
    BOOST_TEST(!request.query_id<parley::PostId>("q"));
    BOOST_TEST(request.host == "parley.test:8000");
    BOOST_TEST(request.origin() == "http://parley.test:8000");
    BOOST_TEST(request.remote_addr == "127.0.0.1");
    BOOST_TEST(request.request_id == "0123abcd");
    BOOST_TEST(request.header("accept-language") == "de");
    BOOST_TEST(request.header("cookie") == "");
}

BOOST_AUTO_TEST_CASE(a_request_id_that_could_forge_a_log_line_is_replaced) {
    const Request request = read(with("REQUEST_ID", "abc\nerror"));
    BOOST_TEST(request.request_id.size() == 32u);
}

BOOST_AUTO_TEST_CASE(the_session_cookie_has_its_own_name_under_https) {
    const std::string cookies = "parley_session=plain; __Host-parley_session=bound";
    CgiParameters parameters = with("HTTP_COOKIE", cookies);
    BOOST_TEST(read(parameters).cookie("parley_session") == "plain");
    parameters["REQUEST_SCHEME"] = "https";
    BOOST_TEST(read(parameters).cookie("parley_session") == "bound");
}

BOOST_AUTO_TEST_CASE(malformed_targets_and_hosts_are_refused) {
    using enum parley::ErrorKind;
    for (const char* target :
         {"", "*", "http://evil.test/", "posts/", "?a=b", "/?a=%ff", "/?a=%00"})
        BOOST_TEST(refused_as([&] { read(with("REQUEST_URI", target)); }, bad_request), target);
    for (const char* host : {"evil.test/", "a b", "a@b", "a\"b", "ü.test", "a\r\nb"})
        BOOST_TEST(refused_as([&] { read(with("HTTP_HOST", host)); }, bad_request), host);
}

BOOST_AUTO_TEST_CASE(giant_heads_are_refused) {
    using enum parley::ErrorKind;
    const std::string target = "/" + std::string(limits::target_bytes_max, 'a');
    BOOST_TEST(refused_as([&] { read(with("REQUEST_URI", target)); }, too_large));
    const std::string header(limits::headers_bytes_max, 'a');
    BOOST_TEST(refused_as([&] { read(with("HTTP_X", header)); }, too_large));
}

BOOST_AUTO_TEST_CASE(scripts_say_that_they_want_json) {
    BOOST_TEST(read(with("HTTP_ACCEPT", "application/json")).wants_json());
    BOOST_TEST(read(with("HTTP_ACCEPT", "text/plain, Application/JSON;q=0.9")).wants_json());
    BOOST_TEST(read(with("HTTP_X_REQUESTED_WITH", "XMLHttpRequest")).wants_json());
    BOOST_TEST(
        !read(with("HTTP_ACCEPT", "text/html,application/xml;q=0.9,*/*;q=0.8")).wants_json());
    BOOST_TEST(!read(with("HTTP_ACCEPT", "")).wants_json());
}

BOOST_AUTO_TEST_CASE(requests_from_other_sites_are_recognised) {
    for (const char* site : {"cross-site", "same-site", "anything"})
        BOOST_TEST(read(with("HTTP_SEC_FETCH_SITE", site)).is_cross_site(), site);
    for (const char* site : {"same-origin", "none"})
        BOOST_TEST(!read(with("HTTP_SEC_FETCH_SITE", site)).is_cross_site(), site);
    BOOST_TEST(read(with("HTTP_REFERER", "http://evil.test/")).is_cross_site());
    BOOST_TEST(read(with("HTTP_REFERER", "http://parley.test:8000.evil.test/")).is_cross_site());
    BOOST_TEST(!read(with("HTTP_REFERER", "http://parley.test:8000/posts/")).is_cross_site());
    BOOST_TEST(!read(with("HTTP_X", "")).is_cross_site());
}

BOOST_AUTO_TEST_SUITE_END()
