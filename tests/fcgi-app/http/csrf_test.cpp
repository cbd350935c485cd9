#include "fcgi-app/http/csrf.h"

#include <set>

#include <boost/test/unit_test.hpp>

#include "tests/fcgi-app/http/refusals.h"

using namespace parley::http;
using parley::http::test::refused_as;

namespace {

const std::string secret(32, 's');
const std::string session(64, 'a');
const std::string another_session(64, 'b');

Request post(const std::string& token) {
    Request request;
    request.method = "POST";
    request.host = "parley.test:8000";
    request.form.fields.emplace_back("csrf_token", token);
    return request;
}

bool accepts(const Request& request, const std::string& session_token = session) {
    return !refused_as([&] { csrf::require(request, secret, session_token); },
                       parley::ErrorKind::forbidden);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_csrf)

BOOST_AUTO_TEST_CASE(every_token_looks_different_and_all_are_right) {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const std::string token = csrf::make_token(secret, session);
        BOOST_TEST(csrf::is_token(token, secret, session));
        seen.insert(token.substr(0, 64));
        seen.insert(token.substr(64));
    }
    BOOST_TEST(seen.size() == 200u);
}

BOOST_AUTO_TEST_CASE(a_token_with_any_digit_changed_is_wrong) {
    const std::string token = csrf::make_token(secret, session);
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string changed = token;
        changed[i] = changed[i] == '0' ? '1' : '0';
        BOOST_TEST(!csrf::is_token(changed, secret, session), i);
    }
}

BOOST_AUTO_TEST_CASE(tokens_of_others_and_nonsense_are_wrong) {
    BOOST_TEST(!csrf::is_token(csrf::make_token(secret, another_session), secret, session));
    BOOST_TEST(!csrf::is_token(csrf::make_token("another secret", session), secret, session));
    const std::string token = csrf::make_token(secret, session);
    for (const std::string& bad :
         {std::string(), token.substr(1), token + "0", std::string(128, '0'), std::string(128, 'g'),
          std::string(128, '\0')})
        BOOST_TEST(!csrf::is_token(bad, secret, session), bad);
}

BOOST_AUTO_TEST_CASE(without_a_session_cookie_no_token_is_right) {
    BOOST_TEST(!csrf::is_token(csrf::make_token(secret, ""), secret, ""));
}

BOOST_AUTO_TEST_CASE(the_token_comes_in_the_field_or_the_header) {
    const std::string token = csrf::make_token(secret, session);
    BOOST_TEST(accepts(post(token)));
    BOOST_TEST(!accepts(post("")));
    BOOST_TEST(!accepts(post(token), another_session));
    Request script = post("");
    script.headers["x-csrf-token"] = token;
    BOOST_TEST(accepts(script));
    script.headers["x-csrf-token"] = "wrong";
    BOOST_TEST(!accepts(script));
}

BOOST_AUTO_TEST_CASE(a_foreign_origin_is_refused_in_spite_of_the_token) {
    Request request = post(csrf::make_token(secret, session));
    for (const char* foreign :
         {"null", "https://evil.test", "https://parley.test:8000", "http://parley.test",
          "http://parley.test:8001", "http://parley.test:8000.evil.test",
          "http://evil.parley.test:8000", "parley.test:8000"}) {
        request.headers["origin"] = foreign;
        BOOST_TEST(!accepts(request), foreign);
    }
    request.headers["origin"] = "http://parley.test:8000";
    BOOST_TEST(accepts(request));
}

BOOST_AUTO_TEST_SUITE_END()
