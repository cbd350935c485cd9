// Texts and times in the form that readers see.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fcgi-app/views/view_model.h"
#include "platform/utc_time.h"

namespace parley::views {

inline constexpr std::size_t shown_link_length_max = 40;

// segments: the text cut into plain pieces and links.
std::vector<ViewModel> segments(std::string_view text);

// An address without its scheme and a final slash, shortened.
std::string shown_link(std::string_view url);

// "3 likes", "1 like"
std::string counted(std::uint64_t count, std::string_view one, std::string_view many);

// "10:42" today, "28 Nov, 10:42" in the same year, "28 Nov 2025, 10:42" otherwise; UTC.
std::string short_time(UtcTime time, UtcTime now);

std::string month_and_year(UtcTime time);  // "November 2026"
std::string long_date(
    std::string_view date);  // "3 May 1990" from "1990-05-03"; "" if it is no date
std::string first_word(std::string_view name);  // "Sam" of "Sam Okafor"

}  // namespace parley::views
