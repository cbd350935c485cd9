#include "fcgi-app/views/linkify.h"

#include <algorithm>
#include <array>

namespace parley::views {

namespace {

using namespace std::string_view_literals;

constexpr std::array schemes{"http://"sv, "https://"sv};

bool is_alphanumeric(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool may_begin_a_host(unsigned char c) {
    return is_alphanumeric(c) || c >= 0x80 || c == '[';
}

bool starts_with_any_case(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), text.begin(),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

// White space outside ASCII, and characters that turn the direction of text: none belongs in an
// address.
bool starts_with_foreign_end(std::string_view rest) {
    constexpr std::array ends{
        "\u00A0"sv, "\u1680"sv, "\u2000"sv, "\u2001"sv, "\u2002"sv, "\u2003"sv, "\u2004"sv,
        "\u2005"sv, "\u2006"sv, "\u2007"sv, "\u2008"sv, "\u2009"sv, "\u200A"sv, "\u200B"sv,
        "\u200E"sv, "\u200F"sv, "\u2028"sv, "\u2029"sv, "\u202A"sv, "\u202B"sv, "\u202C"sv,
        "\u202D"sv, "\u202E"sv, "\u202F"sv, "\u205F"sv, "\u2066"sv, "\u2067"sv, "\u2068"sv,
        "\u2069"sv, "\u3000"sv, "\uFEFF"sv};
    return std::any_of(ends.begin(), ends.end(), [&](auto end) { return rest.starts_with(end); });
}

std::size_t length_up_to_the_end(std::string_view rest) {
    std::size_t i = 0;
    for (; i < rest.size(); ++i) {
        const auto c = static_cast<unsigned char>(rest[i]);
        if (c <= ' ' || c == 0x7f || "<>\"`|\\^"sv.find(rest[i]) != std::string_view::npos) break;
        if (c >= 0x80 && starts_with_foreign_end(rest.substr(i))) break;
    }
    return i;
}

bool is_balanced(std::string_view address, char open, char close) {
    return std::count(address.begin(), address.end(), close) <=
           std::count(address.begin(), address.end(), open);
}

// Octets of the last character if it belongs to the sentence rather than to the address, else 0.
std::size_t sentence_mark_length(std::string_view address) {
    constexpr std::array marks{"."sv, ","sv,  ":"sv,  ";"sv,  "!"sv,  "?"sv,  "'"sv,  "*"sv,
                               "_"sv, "~"sv,  "…"sv,  "’"sv,  "‘"sv,  "”"sv,  "“"sv,  "»"sv,
                               "«"sv, "。"sv, "，"sv, "、"sv, "！"sv, "？"sv, "）"sv, "」"sv};
    for (const auto mark : marks)
        if (address.ends_with(mark)) return mark.size();
    if (address.ends_with(')') && !is_balanced(address, '(', ')')) return 1;
    if (address.ends_with(']') && !is_balanced(address, '[', ']')) return 1;
    if (address.ends_with('}') && !is_balanced(address, '{', '}')) return 1;
    return 0;
}

// Length of the address that the text starts with; 0: none.
std::size_t address_length(std::string_view text) {
    for (const auto scheme : schemes) {
        if (!starts_with_any_case(text, scheme)) continue;
        std::string_view address = text.substr(0, length_up_to_the_end(text));
        while (const auto mark = sentence_mark_length(address)) address.remove_suffix(mark);
        const bool has_host = address.size() > scheme.size() &&
                              may_begin_a_host(static_cast<unsigned char>(address[scheme.size()]));
        return has_host ? address.size() : 0;
    }
    return 0;
}

}  // namespace

std::vector<TextSegment> linkify(std::string_view text) {
    std::vector<TextSegment> segments;
    std::size_t plain_from = 0;
    for (std::size_t i = 0; i < text.size();) {
        const bool at_word_start =
            i == 0 || !is_alphanumeric(static_cast<unsigned char>(text[i - 1]));
        const bool may_start = at_word_start && (text[i] == 'h' || text[i] == 'H');
        const std::size_t length = may_start ? address_length(text.substr(i)) : 0;
        if (length == 0) {
            ++i;
            continue;
        }
        if (i > plain_from)
            segments.push_back({std::string(text.substr(plain_from, i - plain_from)), false});
        segments.push_back({std::string(text.substr(i, length)), true});
        i += length;
        plain_from = i;
    }
    if (plain_from < text.size()) segments.push_back({std::string(text.substr(plain_from)), false});
    return segments;
}

}  // namespace parley::views
