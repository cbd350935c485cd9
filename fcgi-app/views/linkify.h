// Finds web addresses in a member's text, so that a template can make links of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::views {

struct TextSegment {
    std::string text;
    bool is_link = false;  // then the text is an http or https address
};

// Splits the text at its addresses; the segments put together are the text again. An address starts
// with http:// or https:// at the beginning of a word and ends before white space, quotes, brackets
// that it did not open, and the punctuation of the sentence around it. Pure; the text is valid
// UTF-8.
std::vector<TextSegment> linkify(std::string_view text);

}  // namespace parley::views
