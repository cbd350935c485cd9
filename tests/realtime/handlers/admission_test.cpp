#include "realtime/handlers/admission.h"

#include <boost/test/unit_test.hpp>

using namespace parley;
using namespace parley::handlers;

namespace {

bool is_own(std::string origin, std::string host, std::string proto = {}) {
    return is_own_origin({"/", "", std::move(host), std::move(origin), "", std::move(proto)});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(handlers_admission)

BOOST_AUTO_TEST_CASE(the_origin_is_scheme_and_host_of_the_request) {
    BOOST_TEST(is_own("http://example.org", "example.org"));
    BOOST_TEST(is_own("http://example.org:8000", "example.org:8000"));
    BOOST_TEST(is_own("http://EXAMPLE.org", "example.ORG"));
    BOOST_TEST(is_own("https://example.org", "example.org", "https"));
}

BOOST_AUTO_TEST_CASE(any_other_origin_is_foreign) {
    for (const char* origin :
         {"", "null", "http://", "http://evil.org", "http://example.org.evil.org",
          "http://example.org:81", "https://example.org", "HTTP://example.org", "http:/example.org",
          "http://example.org/", "http://user@example.org", "example.org",
          "http://example.org, http://example.org"})
        BOOST_TEST_CONTEXT(origin) BOOST_TEST(!is_own(origin, "example.org"));
    BOOST_TEST(!is_own("http://example.org", "example.org", "https"));
    BOOST_TEST(!is_own("http://", ""));
}

BOOST_AUTO_TEST_CASE(the_token_is_found_among_other_cookies) {
    BOOST_TEST(session_token("parley_session=abc").value() == "abc");
    BOOST_TEST(session_token("a=b; parley_session=abc ;c=d").value() == "abc");
    BOOST_TEST(session_token("a=b;__Host-parley_session=abc").value() == "abc");
    BOOST_TEST(session_token("__Host-parley_session=host; parley_session=plain").value() == "host");
    for (const char* cookies : {"", "parley_session", "parley_session=", "xparley_session=abc",
                                "parley_session_=abc", "PARLEY_SESSION=abc", ";;;"})
        BOOST_TEST_CONTEXT(cookies) BOOST_TEST(!session_token(cookies));
}

BOOST_AUTO_TEST_CASE(only_the_paths_of_the_contract_are_known) {
    BOOST_TEST(std::get<RoomPath>(parse_path("/ws/chat/17/").value()).room.value == 17u);
    BOOST_TEST(std::holds_alternative<NotificationsPath>(parse_path("/ws/notifications/").value()));
    for (const char* path :
         {"", "/", "/ws/", "/ws/chat/", "/ws/chat//", "/ws/chat/x/", "/ws/chat/-1/",
          "/ws/chat/1/2/", "/ws/chat/17", "/ws/chat/ 17/", "/ws/notifications",
          "/ws/chat/99999999999999999999/", "/ws/chat/9223372036854775808/"})
        BOOST_TEST_CONTEXT(path) BOOST_TEST(!parse_path(path));
}

BOOST_AUTO_TEST_CASE(after_is_a_number_or_absent) {
    BOOST_TEST(parse_after("after=17").id.value().value == 17u);
    BOOST_TEST(parse_after("a=b&after=0").id.value().value == 0u);
    BOOST_TEST((!parse_after("").id && !parse_after("").is_wrong));
    BOOST_TEST(!parse_after("before=3").is_wrong);
    for (const char* query : {"after=", "after=-1", "after=x", "after=1.5", "after=1%20"})
        BOOST_TEST(parse_after(query).is_wrong);
}

BOOST_AUTO_TEST_SUITE_END()
