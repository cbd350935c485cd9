#include "platform/utc_time.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace parley {

namespace {

constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct Parts {
    Date date;
    std::chrono::hh_mm_ss<std::chrono::microseconds> clock;
};

Parts parts_of(UtcTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    return {Date(day), std::chrono::hh_mm_ss<std::chrono::microseconds>(time - day)};
}

template <class... Args>
std::string formatted(const char* format, Args... args) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, args...);
    return buffer.data();
}

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = 10 * value + (c - '0');
    return value;
}

}  // namespace

UtcTime utc_now() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

std::string iso8601(UtcTime time) {
    const Parts parts = parts_of(time);
    return iso8601(parts.date) + formatted("T%02d:%02d:%02d.%06dZ",
                                           static_cast<int>(parts.clock.hours().count()),
                                           static_cast<int>(parts.clock.minutes().count()),
                                           static_cast<int>(parts.clock.seconds().count()),
                                           static_cast<int>(parts.clock.subseconds().count()));
}

std::string readable(UtcTime time) {
    const Parts parts = parts_of(time);
    return formatted("%u %s %d, %02d:%02d UTC", static_cast<unsigned>(parts.date.day()),
                     months[static_cast<unsigned>(parts.date.month()) - 1],
                     static_cast<int>(parts.date.year()),
                     static_cast<int>(parts.clock.hours().count()),
                     static_cast<int>(parts.clock.minutes().count()));
}

std::optional<Date> parse_date(std::string_view text) {
    constexpr std::string_view shape = "dddd-dd-dd";
    const auto fits = [](char c, char s) { return s == '-' ? c == '-' : c >= '0' && c <= '9'; };
    if (!std::ranges::equal(text, shape, fits)) return std::nullopt;
    const Date date{std::chrono::year(number(text.substr(0, 4))),
                    std::chrono::month(static_cast<unsigned>(number(text.substr(5, 2)))),
                    std::chrono::day(static_cast<unsigned>(number(text.substr(8, 2))))};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::string iso8601(Date date) {
    return formatted("%04d-%02u-%02u", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace parley
