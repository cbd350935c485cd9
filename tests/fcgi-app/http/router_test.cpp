#include "fcgi-app/http/router.h"

#include <stdexcept>

#include <boost/test/unit_test.hpp>

using namespace parley::http;

namespace {

const Handler nothing = [](Context&) { return Response(); };

Router router() {
    return Router({{"GET", "/", nothing},
                   {"GET", "/healthz", nothing},
                   {"GET", "/posts/", nothing},
                   {"GET", "/posts/create/", nothing},
                   {"POST", "/posts/create/", nothing},
                   {"GET", "/posts/:id/", nothing},
                   {"POST", "/posts/:id/like/", nothing},
                   {"GET", "/user/profile/:username/", nothing}});
}

// "GET /posts/:id/ 7", "404", "405 GET, HEAD", "301 /posts/"
std::string found(std::string_view method, std::string_view path) {
    static const Router table = router();
    const Found result = table.find(method, path);
    if (const auto* match = std::get_if<Match>(&result)) {
        std::string out = match->route->method + ' ' + match->route->pattern;
        if (match->parameters.id != 0) out += ' ' + std::to_string(match->parameters.id);
        if (!match->parameters.username.empty()) out += ' ' + match->parameters.username;
        return out;
    }
    if (const auto* wrong = std::get_if<MethodNotAllowed>(&result)) return "405 " + wrong->allow;
    if (const auto* missing = std::get_if<SlashMissing>(&result)) return "301 " + missing->path;
    return "404";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_router)

BOOST_AUTO_TEST_CASE(a_route_is_found_by_method_and_path) {
    BOOST_TEST(found("GET", "/") == "GET /");
    BOOST_TEST(found("GET", "/posts/") == "GET /posts/");
    BOOST_TEST(found("GET", "/posts/create/") == "GET /posts/create/");
    BOOST_TEST(found("POST", "/posts/create/") == "POST /posts/create/");
    BOOST_TEST(found("GET", "/posts/7/") == "GET /posts/:id/ 7");
    BOOST_TEST(found("POST", "/posts/9223372036854775807/like/") ==
               "POST /posts/:id/like/ 9223372036854775807");
}

BOOST_AUTO_TEST_CASE(head_is_answered_by_the_route_of_get) {
    BOOST_TEST(found("HEAD", "/posts/7/") == "GET /posts/:id/ 7");
}

BOOST_AUTO_TEST_CASE(a_number_is_positive_and_plainly_written) {
    for (const char* id : {"0", "-1", "+1", "01", "1.0", "1e3", "0x1", "x", "", "7x", "٣", "%37x",
                           "9223372036854775808", "99999999999999999999999"})
        BOOST_TEST(found("GET", "/posts/" + std::string(id) + "/") == "404", id);
    BOOST_TEST(found("GET", "/posts/%37/") == "GET /posts/:id/ 7");
}

BOOST_AUTO_TEST_CASE(a_name_is_decoded) {
    BOOST_TEST(found("GET", "/user/profile/a.b_c-D/") == "GET /user/profile/:username/ a.b_c-D");
    BOOST_TEST(found("GET", "/user/profile/z%C3%BCri%20x/") ==
               "GET /user/profile/:username/ züri x");
    BOOST_TEST(found("GET", "/user/profile/" + std::string(150, 'a') + "/") != "404");
    for (const std::string& name : {std::string(), std::string(151, 'a'), std::string("a%00"),
                                    std::string("a%2Fb"), std::string("%ff"), std::string("a/b")})
        BOOST_TEST(found("GET", "/user/profile/" + name + "/") == "404", name);
}

BOOST_AUTO_TEST_CASE(paths_that_only_resemble_a_route_are_unknown) {
    for (const char* path :
         {"", "*", "posts/", "//posts/", "/posts//", "/posts/create//", "/Posts/", "/healthz/",
          "/posts/7/like/x/", "/:id/", "/nothing/", "//"})
        BOOST_TEST(found("GET", path) == "404", path);
}

BOOST_AUTO_TEST_CASE(the_wrong_method_is_told_the_right_ones) {
    BOOST_TEST(found("POST", "/posts/") == "405 GET, HEAD");
    BOOST_TEST(found("DELETE", "/posts/create/") == "405 GET, HEAD, POST");
    BOOST_TEST(found("GET", "/posts/7/like/") == "405 POST");
    BOOST_TEST(found("OPTIONS", "/posts/7/like/") == "405 POST");
    BOOST_TEST(found("get", "/posts/") == "405 GET, HEAD");
    BOOST_TEST(found("", "/posts/") == "405 GET, HEAD");
}

BOOST_AUTO_TEST_CASE(a_get_without_the_final_slash_is_led_to_the_route_with_it) {
    BOOST_TEST(found("GET", "/posts") == "301 /posts/");
    BOOST_TEST(found("HEAD", "/posts/7") == "301 /posts/7/");
    BOOST_TEST(found("GET", "/user/profile/z%C3%BCri") == "301 /user/profile/z%C3%BCri/");
    BOOST_TEST(found("GET", "/posts/7/like") == "404");
    BOOST_TEST(found("POST", "/posts/create") == "404");
    BOOST_TEST(found("GET", "/nothing") == "404");
}

BOOST_AUTO_TEST_CASE(a_table_with_mistakes_is_refused) {
    BOOST_CHECK_THROW(Router({{"GET", "posts/", nothing}}), std::logic_error);
    BOOST_CHECK_THROW(Router({{"PUT", "/posts/", nothing}}), std::logic_error);
    BOOST_CHECK_THROW(Router({{"GET", "/posts/:post/", nothing}}), std::logic_error);
    BOOST_CHECK_THROW(Router({{"GET", "/", nothing}, {"GET", "/", nothing}}), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
