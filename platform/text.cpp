#include "platform/text.h"

#include <algorithm>
#include <array>

namespace parley::text {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// White_Space of Unicode.
constexpr std::array<Range, 10> white_space{{{0x09, 0x0D},
                                             {0x20, 0x20},
                                             {0x85, 0x85},
                                             {0xA0, 0xA0},
                                             {0x1680, 0x1680},
                                             {0x2000, 0x200A},
                                             {0x2028, 0x2029},
                                             {0x202F, 0x202F},
                                             {0x205F, 0x205F},
                                             {0x3000, 0x3000}}};

// Default_Ignorable_Code_Point of Unicode, the controls, and the Braille cell without dots.
constexpr std::array<Range, 20> unseen{
    {{0x00, 0x1F},     {0x7F, 0x9F},       {0xAD, 0xAD},       {0x034F, 0x034F},
     {0x061C, 0x061C}, {0x115F, 0x1160},   {0x17B4, 0x17B5},   {0x180B, 0x180F},
     {0x200B, 0x200F}, {0x202A, 0x202E},   {0x2060, 0x206F},   {0x2800, 0x2800},
     {0x3164, 0x3164}, {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
     {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}}};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t code) {
    return std::ranges::any_of(
        ranges, [code](Range range) { return range.first <= code && code <= range.last; });
}

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

struct Decoded {
    char32_t code = 0;
    std::size_t octets = 0;  // 0: not valid
};

// The code point at the start of a text that is not empty.
Decoded decode(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t octets = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < octets) return {};
    char32_t code = lead & (0x7Fu >> octets);
    for (std::size_t i = 1; i < octets; ++i) {
        if (!is_continuation(text[i])) return {};
        code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3F);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < smallest[octets] || surrogate || code > 0x10FFFF) return {};
    return {code, octets};
}

std::size_t start_of_last(std::string_view text) {
    std::size_t at = text.size() - 1;
    while (at > 0 && is_continuation(text[at])) --at;
    return at;
}

std::string_view trimmed_at_the_end(std::string_view text) {
    while (!text.empty()) {
        const std::size_t last = start_of_last(text);
        const Decoded decoded = decode(text.substr(last));
        if (decoded.octets != text.size() - last || !is_in(white_space, decoded.code)) break;
        text = text.substr(0, last);
    }
    return text;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    while (!text.empty()) {
        const Decoded decoded = decode(text);
        if (decoded.octets == 0) return false;
        text.remove_prefix(decoded.octets);
    }
    return true;
}

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return !is_continuation(c); }));
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty()) {
        const Decoded decoded = decode(text);
        if (decoded.octets == 0 || !is_in(white_space, decoded.code)) break;
        text.remove_prefix(decoded.octets);
    }
    return trimmed_at_the_end(text);
}

bool is_blank(std::string_view text) {
    while (!text.empty()) {
        const Decoded decoded = decode(text);
        if (decoded.octets == 0) return false;
        if (!is_in(white_space, decoded.code) && !is_in(unseen, decoded.code)) return false;
        text.remove_prefix(decoded.octets);
    }
    return true;
}

std::string with_unix_newlines(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out += '\n';
    }
    return out;
}

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string shortened(std::string_view text, std::size_t length_max) {
    if (length(text) <= length_max) return std::string(text);
    if (length_max == 0) return {};
    std::size_t at = 0;
    for (std::size_t kept = 0; at < text.size(); ++at)
        if (!is_continuation(text[at]) && kept++ == length_max - 1) break;
    return std::string(trimmed_at_the_end(text.substr(0, at))) + "…";
}

}  // namespace parley::text
