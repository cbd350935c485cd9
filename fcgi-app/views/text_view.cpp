#include "fcgi-app/views/text_view.h"

#include <array>

#include "fcgi-app/views/linkify.h"
#include "platform/text.h"

namespace parley::views {

namespace {

constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

std::string month_name(Date date) {
    return months[static_cast<unsigned>(date.month()) - 1];
}
std::string day_of(Date date) {
    return std::to_string(static_cast<unsigned>(date.day()));
}
std::string year_of(Date date) {
    return std::to_string(static_cast<int>(date.year()));
}

Date date_of(UtcTime time) {
    return Date(std::chrono::floor<std::chrono::days>(time));
}

}  // namespace

std::vector<ViewModel> segments(std::string_view text) {
    return list_of(linkify(text), [](const TextSegment& segment) {
        ViewModel model;
        model.set("segment_is_link", segment.is_link)
            .set("segment_text", segment.is_link ? shown_link(segment.text) : segment.text)
            .set("segment_url", segment.is_link ? segment.text : "");
        return model;
    });
}

std::string shown_link(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    if (url.ends_with('/')) url.remove_suffix(1);
    return text::shortened(url, shown_link_length_max);
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

std::string short_time(UtcTime time, UtcTime now) {
    const std::string clock = iso8601(time).substr(11, 5);
    const Date date = date_of(time);
    const Date today = date_of(now);
    if (date == today) return clock;
    const std::string day = day_of(date) + ' ' + month_name(date).substr(0, 3);
    return (date.year() == today.year() ? day : day + ' ' + year_of(date)) + ", " + clock;
}

std::string month_and_year(UtcTime time) {
    const Date date = date_of(time);
    return month_name(date) + ' ' + year_of(date);
}

std::string long_date(std::string_view text) {
    const auto date = parse_date(text);
    if (!date) return {};
    return day_of(*date) + ' ' + month_name(*date) + ' ' + year_of(*date);
}

std::string first_word(std::string_view name) {
    return std::string(name.substr(0, name.find(' ')));
}

}  // namespace parley::views
