#include "platform/random.h"

#include <boost/test/unit_test.hpp>

using namespace parley;

BOOST_AUTO_TEST_SUITE(platform_random)

BOOST_AUTO_TEST_CASE(random_hex_has_two_lower_case_digits_an_octet) {
    const std::string token = random_hex(32);
    BOOST_TEST(token.size() == 64u);
    BOOST_TEST(token.find_first_not_of("0123456789abcdef") == std::string::npos);
    BOOST_TEST(token != random_hex(32));
    BOOST_TEST(random_hex(0) == "");
}

BOOST_AUTO_TEST_CASE(digests_are_those_of_the_standards) {
    BOOST_TEST(sha256_hex("abc") ==
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(
        hmac_sha256_hex("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");  // RFC 4231, 4.3
    BOOST_TEST(
        hmac_sha256_hex(std::string(131, '\xaa'),
                        "Test Using Larger Than Block-Size Key - Hash Key First") ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");  // RFC 4231, 4.7
}

BOOST_AUTO_TEST_CASE(comparing_in_constant_time_compares) {
    BOOST_TEST(equal_in_constant_time("abc", "abc"));
    BOOST_TEST(equal_in_constant_time("", std::string_view()));
    BOOST_TEST(!equal_in_constant_time("abc", "abd"));
    BOOST_TEST(!equal_in_constant_time("abc", "abcd"));
}

BOOST_AUTO_TEST_SUITE_END()
