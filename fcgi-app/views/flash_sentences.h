// The sentences that one page may leave for the next, by their keys.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::views {

struct FlashSentence {
    std::string text;
    bool is_error = false;
};

// nullopt: a key of nobody's, since cookies can be forged.
std::optional<FlashSentence> flash_sentence(std::string_view key);

}  // namespace parley::views
