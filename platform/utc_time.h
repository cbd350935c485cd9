// Points in time, in UTC with microseconds, as the database stores them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace parley {

using UtcTime = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;
using Date = std::chrono::year_month_day;

UtcTime utc_now();

// "2026-11-28T10:30:00.123456Z"
std::string iso8601(UtcTime time);

// "28 Nov 2026, 10:30 UTC": what a reader without scripts sees.
std::string readable(UtcTime time);

// "YYYY-MM-DD", a day that exists; nothing else parses.
std::optional<Date> parse_date(std::string_view text);
std::string iso8601(Date date);

}  // namespace parley
