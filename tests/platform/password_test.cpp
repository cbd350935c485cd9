#include "platform/password.h"

#include <chrono>

#include <boost/test/unit_test.hpp>

namespace password = parley::password;

BOOST_AUTO_TEST_SUITE(platform_password)

BOOST_AUTO_TEST_CASE(only_the_right_password_matches) {
    const std::string hash = password::hash("correct horse");
    BOOST_TEST(hash.starts_with("$argon2id$"));
    BOOST_TEST(hash.size() <= 255u);
    BOOST_TEST(password::matches(hash, "correct horse"));
    BOOST_TEST(!password::matches(hash, "Correct horse"));
    BOOST_TEST(!password::matches(hash, ""));
    BOOST_TEST(!password::matches(hash, std::string_view("correct horse\0", 14)));
}

BOOST_AUTO_TEST_CASE(the_same_password_never_gives_the_same_hash) {
    BOOST_TEST(password::hash("correct horse") != password::hash("correct horse"));
}

BOOST_AUTO_TEST_CASE(what_is_no_hash_matches_nothing) {
    for (const std::string_view broken :
         {"", "!", "correct horse", "$argon2id$v=19$m=65536,t=2,p=1$"})
        BOOST_TEST(!password::matches(broken, "correct horse"));
}

BOOST_AUTO_TEST_CASE(an_unknown_name_takes_as_long_as_a_known_one) {
    using Clock = std::chrono::steady_clock;
    const std::string hash = password::hash("correct horse");
    auto best = [](auto&& work) {
        auto shortest = Clock::duration::max();
        for (int i = 0; i < 3; ++i) {
            const auto start = Clock::now();
            work();
            shortest = std::min(shortest, Clock::now() - start);
        }
        return std::chrono::duration<double>(shortest).count();
    };
    const double known = best([&] { password::matches(hash, "wrong horse"); });
    const double unknown = best([] { password::spend_time_of_a_match("wrong horse"); });
    BOOST_TEST(unknown > known / 2);
    BOOST_TEST(unknown < known * 2);
}

BOOST_AUTO_TEST_SUITE_END()
