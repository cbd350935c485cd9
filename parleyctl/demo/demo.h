// The verb `demo`: fills a running site with a community that looks lived in.
#pragma once

#include <span>
#include <string_view>

namespace parley::demo {

inline constexpr std::string_view summary = "fills the site with a lively demo community";

// Returns the exit status: 0 done, 1 not done, 2 not understood.
int run(std::span<const std::string_view> arguments);

}  // namespace parley::demo
