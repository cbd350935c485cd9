#include "platform/utc_time.h"

#include <boost/test/unit_test.hpp>

using namespace parley;
using namespace std::chrono_literals;

namespace {

UtcTime at(Date date, std::chrono::microseconds since_midnight) {
    return UtcTime(std::chrono::sys_days(date)) + since_midnight;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(platform_utc_time)

BOOST_AUTO_TEST_CASE(iso8601_has_microseconds_and_a_z) {
    BOOST_TEST(iso8601(at(Date{2026y, std::chrono::November, 28d}, 10h + 30min + 123456us)) ==
               "2026-11-28T10:30:00.123456Z");
    BOOST_TEST(iso8601(at(Date{1969y, std::chrono::December, 31d}, 24h - 1us)) ==
               "1969-12-31T23:59:59.999999Z");
}

BOOST_AUTO_TEST_CASE(readers_without_scripts_see_day_month_and_minute) {
    BOOST_TEST(readable(at(Date{2026y, std::chrono::November, 8d}, 9h + 5min)) ==
               "8 Nov 2026, 09:05 UTC");
}

BOOST_AUTO_TEST_CASE(a_day_that_exists_parses_and_prints_the_same) {
    for (const std::string_view day : {"2026-11-28", "2024-02-29", "1900-01-01", "0001-01-01"}) {
        const auto parsed = parse_date(day);
        BOOST_REQUIRE(parsed.has_value());
        BOOST_TEST(iso8601(*parsed) == day);
    }
}

BOOST_AUTO_TEST_CASE(nothing_else_parses) {
    for (const std::string_view wrong :
         {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1", "26-01-01",
          "2026-01-01 ", "2026/01/01", "2026-01-01T00:00:00Z", "-026-01-01", "２026-01-01"})
        BOOST_TEST(!parse_date(wrong).has_value());
}

BOOST_AUTO_TEST_CASE(now_is_after_the_year_in_which_this_was_written) {
    BOOST_TEST((utc_now() > UtcTime(std::chrono::sys_days(Date{2024y, std::chrono::January, 1d}))));
}

BOOST_AUTO_TEST_SUITE_END()
