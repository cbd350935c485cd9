// %-encoding of addresses (RFC 3986) and forms.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::http {

// One segment of a path. nullopt: a broken %-sequence, %00, another control character, an encoded
// slash or backslash, or no valid UTF-8.
std::optional<std::string> decode_segment(std::string_view segment);

// A name or value of a form: '+' is a space, and a broken %-sequence stands for itself, as browsers
// take it.
std::string decode_form_text(std::string_view text);

// Everything but unreserved characters encoded: for a segment or a query value.
std::string encode(std::string_view text);

}  // namespace parley::http
