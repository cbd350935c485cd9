#include "platform/json.h"

namespace parley::json {

namespace {

constexpr std::string_view line_separators_start = "\xE2\x80";  // then A8 (U+2028) or A9 (U+2029)

void append_unicode_escape(std::string& out, unsigned code) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[(code >> shift) & 0xF];
}

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            append_unicode_escape(out, static_cast<unsigned char>(c));
    }
}

bool needs_escape(char c) {
    const auto octet = static_cast<unsigned char>(c);
    return octet < 0x20 || octet == 0x7F || c == '"' || c == '\\' || c == '<';
}

bool is_line_separator(std::string_view rest) {
    return rest.size() >= 3 && rest.starts_with(line_separators_start) &&
           (rest[2] == '\xA8' || rest[2] == '\xA9');
}

}  // namespace

void append_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t kept = 0;  // start of the run that needs no escape
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool separator =
            text[i] == line_separators_start[0] && is_line_separator(text.substr(i));
        if (!separator && !needs_escape(text[i])) continue;
        out.append(text, kept, i - kept);
        if (separator) {
            append_unicode_escape(out, text[i + 2] == '\xA8' ? 0x2028 : 0x2029);
            i += 2;
        } else {
            append_escaped(out, text[i]);
        }
        kept = i + 1;
    }
    out.append(text, kept);
    out += '"';
}

Writer& Writer::object() {
    separate();
    out_ += '{';
    open_ += '}';
    fresh_ = true;
    return *this;
}

Writer& Writer::array() {
    separate();
    out_ += '[';
    open_ += ']';
    fresh_ = true;
    return *this;
}

Writer& Writer::end() {
    out_ += open_.back();
    open_.pop_back();
    fresh_ = false;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    separate();
    append_string(out_, name);
    out_ += ':';
    fresh_ = true;
    return *this;
}

Writer& Writer::value(std::string_view text) {
    separate();
    append_string(out_, text);
    return *this;
}

Writer& Writer::value(bool yes) {
    separate();
    out_ += yes ? "true" : "false";
    return *this;
}

Writer& Writer::null() {
    separate();
    out_ += "null";
    return *this;
}

void Writer::separate() {
    if (!fresh_) out_ += ',';
    fresh_ = false;
}

}  // namespace parley::json
