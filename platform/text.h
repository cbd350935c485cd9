// Rules of UTF-8 text that hold wherever a member's text comes in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parley::text {

// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_valid_utf8(std::string_view text);

// Code points of valid UTF-8: what the limits of the contract count.
std::size_t length(std::string_view text);

// Without white space (ASCII and Unicode) at both ends.
std::string_view trimmed(std::string_view text);

// Nothing a reader would see: only white space, zero-width and other invisible characters.
bool is_blank(std::string_view text);

// CRLF and CR become LF: browsers send forms with CRLF, and limits count a break once.
std::string with_unix_newlines(std::string_view text);

// ASCII only; the rest stays as it is.
std::string lower_ascii(std::string_view text);

// At most length_max code points of a text, the last of them "…" where something was cut off.
std::string shortened(std::string_view text, std::size_t length_max);

}  // namespace parley::text
