#include "fcgi-app/views/text_view.h"

#include <boost/test/unit_test.hpp>

#include "fcgi-app/views/person_view.h"

using namespace parley;
using namespace parley::views;

namespace {

UtcTime at(int year, unsigned month, unsigned day, int hour) {
    return UtcTime{std::chrono::sys_days{std::chrono::year(year) / std::chrono::month(month) /
                                         std::chrono::day(day)} +
                   std::chrono::hours(hour)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(views_text)

BOOST_AUTO_TEST_CASE(a_short_time_says_no_more_than_is_needed) {
    const UtcTime now = at(2026, 11, 28, 23);
    BOOST_TEST(short_time(at(2026, 11, 28, 10), now) == "10:00");
    BOOST_TEST(short_time(at(2026, 3, 1, 9), now) == "1 Mar, 09:00");
    BOOST_TEST(short_time(at(2025, 12, 31, 9), now) == "31 Dec 2025, 09:00");
}

BOOST_AUTO_TEST_CASE(dates_are_written_out) {
    BOOST_TEST(long_date("1990-05-03") == "3 May 1990");
    BOOST_TEST(long_date("") == "");
    BOOST_TEST(month_and_year(at(2026, 9, 1, 0)) == "September 2026");
}

BOOST_AUTO_TEST_CASE(a_link_is_shown_without_its_scheme_and_not_too_long) {
    BOOST_TEST(shown_link("https://example.org/") == "example.org");
    BOOST_TEST(shown_link("http://example.org/a?b") == "example.org/a?b");
    const std::string shown = shown_link("https://example.org/" + std::string(100, 'a'));
    BOOST_TEST(shown.ends_with("…"));
    BOOST_TEST(shown.size() < 50u);
}

BOOST_AUTO_TEST_CASE(one_is_singular) {
    BOOST_TEST(counted(1, "friend", "friends") == "1 friend");
    BOOST_TEST(counted(0, "friend", "friends") == "0 friends");
    BOOST_TEST(counted(2, "friend", "friends") == "2 friends");
}

BOOST_AUTO_TEST_CASE(initials_come_from_the_first_and_the_last_word) {
    BOOST_TEST(initials("sam okafor") == "SO");
    BOOST_TEST(initials("Ana Maria de Souza") == "AS");
    BOOST_TEST(initials("sam") == "S");
    BOOST_TEST(initials(" Žofie ") == "Ž");
    BOOST_TEST(initials("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
