#include "parleyctl/demo/calendar.h"

#include <array>
#include <cmath>
#include <numeric>

namespace parley::demo {

namespace {

// How much is written in each hour of the day.
constexpr std::array<double, 24> hours{1,   0.5, 0.3, 0.2, 0.3, 0.8, 2,   4,   5, 4, 3, 3,
                                       4.5, 4,   3,   3,   3.5, 4.5, 5.5, 6.5, 7, 6, 4, 2};

int some_hour(Dice& dice) {
    double left = dice.between(0, std::accumulate(hours.begin(), hours.end(), 0.0));
    for (std::size_t hour = 0; hour < hours.size(); ++hour) {
        left -= hours[hour];
        if (left < 0) return static_cast<int>(hour);
    }
    return 20;
}

}  // namespace

std::chrono::microseconds minutes(double count) {
    return std::chrono::microseconds(static_cast<long long>(count * 60e6));
}

UtcTime Calendar::days_ago(double days) const {
    return now_ - minutes(days * 24 * 60);
}

UtcTime Calendar::some_time(double days, Dice& dice) const {
    return at_hour(static_cast<int>(dice.between(0, days)), some_hour(dice), dice);
}

UtcTime Calendar::at_hour(int days_ago, int hour, Dice& dice) const {
    const auto midnight = std::chrono::floor<std::chrono::days>(now_) - std::chrono::days(days_ago);
    const UtcTime time = midnight + std::chrono::hours(hour) + minutes(dice.between(0, 60));
    return time < now_ - minutes(2) ? time : time - std::chrono::days(1);
}

std::optional<UtcTime> Calendar::some_time_after(UtcTime time, double mean_hours,
                                                 Dice& dice) const {
    const UtcTime after = time + minutes(1 - 60 * mean_hours * std::log(1 - dice.unit()));
    if (after > now_) return std::nullopt;
    return after;
}

}  // namespace parley::demo
