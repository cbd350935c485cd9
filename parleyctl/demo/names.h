// Names that go together, and how their bearers may look.
#pragma once

#include <span>
#include <string_view>

#include "parleyctl/demo/portraits.h"

namespace parley::demo {

struct Region {
    std::string_view language;
    std::span<const std::string_view> women;
    std::span<const std::string_view> men;
    std::span<const std::string_view> surnames;
    std::span<const std::string_view> cities;
    Range skins;
    Range hairs;
    bool scarves;  // some women wear one
};

std::span<const Region> regions();

}  // namespace parley::demo
