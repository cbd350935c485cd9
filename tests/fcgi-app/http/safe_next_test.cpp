#include "fcgi-app/http/safe_next.h"

#include <boost/test/unit_test.hpp>

#include "fcgi-app/http/limits.h"

using namespace parley::http;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(http_safe_next)

BOOST_AUTO_TEST_CASE(paths_of_this_site_are_kept) {
    for (const char* good :
         {"/", "/posts/", "/posts/?before=17", "/posts/7/#comments", "/user/profile/a.b/",
          "/user/profile/z%C3%BCri/", "/chat/?a=//x&b=%2F%2F", "/posts", "/:80/", "/@evil.test/"})
        BOOST_TEST(safe_next(good) == good);
}

BOOST_AUTO_TEST_CASE(everything_else_leads_home) {
    const std::string bad[] = {"",
                               "posts/",
                               "/./user/logout/",
                               "/posts/../user/logout/",
                               "/%2e/user/logout/",
                               "/%2E%2e/user/logout/",
                               "//evil.test",
                               "///evil.test",
                               "/\\evil.test",
                               "\\/evil.test",
                               "/\\/evil.test",
                               "http://evil.test",
                               "https:evil.test",
                               "javascript:alert(1)",
                               "/\t/evil.test",
                               "\t//evil.test",
                               "/%09/evil.test",
                               "/%0a/evil.test",
                               "/%0d%0aLocation:%20//evil.test",
                               "/%5cevil.test",
                               "/%2f/evil.test",
                               "/%2Fevil.test",
                               "/a//evil.test",
                               "/a\r\nb",
                               " /posts/",
                               "/posts/ ",
                               "/a b",
                               "/\0/evil.test"s,
                               "/\x7f/",
                               "/zürich/",
                               "/%zz/",
                               "/%ff/",
                               "/%00/",
                               "?next=/",
                               "#",
                               "/posts/?a=\\b",
                               "/user/logout/",
                               "/user/logout",
                               "/user/%6Cogout/?x",
                               "//",
                               "/" + std::string(limits::next_bytes_max, 'a')};
    for (const std::string& next : bad) BOOST_TEST(safe_next(next) == home_path, next);
}

BOOST_AUTO_TEST_CASE(login_leads_back_to_what_was_asked_for) {
    Request request;
    request.method = "GET";
    request.path = "/posts/";
    BOOST_TEST(login_path(request) == "/user/login/?next=%2Fposts%2F");
    request.query = "before=17&x=1";
    BOOST_TEST(login_path(request) == "/user/login/?next=%2Fposts%2F%3Fbefore%3D17%26x%3D1");
}

BOOST_AUTO_TEST_CASE(login_does_not_lead_back_to_a_post_or_to_an_odd_address) {
    Request request;
    request.method = "POST";
    request.path = "/posts/7/like/";
    BOOST_TEST(login_path(request) == "/user/login/");
    request.method = "GET";
    request.path = "//evil.test/";
    BOOST_TEST(login_path(request) == "/user/login/");
    request.path = "/posts/";
    request.query = std::string(limits::next_bytes_max, 'x');
    BOOST_TEST(login_path(request) == "/user/login/");
}

BOOST_AUTO_TEST_SUITE_END()
