#include "fcgi-app/http/multipart.h"

#include <algorithm>
#include <map>

#include "domain/error.h"
#include "fcgi-app/http/limits.h"
#include "platform/text.h"

namespace parley::http {
namespace {

constexpr std::size_t boundary_length_max = 70;
constexpr std::size_t padding_bytes_max = 100;  // white space after a delimiter

[[noreturn]] void refuse(const char* detail) {
    throw Error(ErrorKind::bad_request, "The form arrived damaged. Please try again.", detail);
}

struct HeaderValue {
    std::string value;  // lower case
    std::map<std::string, std::string, std::less<>> parameters;

    const std::string* parameter(std::string_view name) const {
        const auto found = parameters.find(name);
        return found == parameters.end() ? nullptr : &found->second;
    }
};

// The inside of a quoted string, which `rest` begins with; takes it and both quotes off. A
// backslash only escapes a quote: browsers send others as they are, in the paths of old ones for
// instance.
std::string take_quoted(std::string_view& rest) {
    std::string out;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] == '"') {
            rest.remove_prefix(i + 1);
            return out;
        }
        if (rest[i] == '\\' && i + 1 < rest.size() && rest[i + 1] == '"') ++i;
        out += rest[i];
    }
    refuse("multipart: quote not closed");
}

// form-data; name="a"; filename="b.png"
HeaderValue parse_header_value(std::string_view text) {
    HeaderValue out;
    out.value = text::lower_ascii(text::trimmed(text.substr(0, text.find(';'))));
    text.remove_prefix(std::min(text.find(';'), text.size()));
    while (text.starts_with(';')) {
        text = text::trimmed(text.substr(1));
        const std::size_t equals = text.find_first_of("=;");
        if (equals == std::string_view::npos || text[equals] == ';') {
            text.remove_prefix(std::min(equals, text.size()));
            continue;
        }
        std::string name = text::lower_ascii(text::trimmed(text.substr(0, equals)));
        text = text::trimmed(text.substr(equals + 1));
        std::string value;
        if (text.starts_with('"')) {
            value = take_quoted(text);
        } else {
            value = text::trimmed(text.substr(0, text.find(';')));
        }
        text.remove_prefix(std::min(text.find(';'), text.size()));
        out.parameters.emplace(std::move(name), std::move(value));
    }
    return out;
}

// The three characters that browsers encode in names (HTML, "multipart/form-data encoding
// algorithm").
std::string decoded_name(std::string name) {
    const auto replace_all = [&](std::string_view what, char with) {
        for (std::size_t at = name.find(what); at != name.npos; at = name.find(what, at + 1))
            name.replace(at, what.size(), 1, with);
    };
    replace_all("%22", '"');
    replace_all("%0D", '\r');
    replace_all("%0A", '\n');
    return name;
}

std::string clean_file_name(std::string name) {
    const std::size_t slash = name.find_last_of("/\\");
    if (slash != name.npos) name.erase(0, slash + 1);
    std::erase_if(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    if (!text::is_valid_utf8(name)) return {};
    if (name.size() > limits::file_name_bytes_max) {
        std::size_t end = limits::file_name_bytes_max;
        while ((static_cast<unsigned char>(name[end]) & 0xc0) == 0x80) --end;
        name.resize(end);
    }
    return name;
}

}  // namespace

std::string boundary_of(std::string_view content_type) {
    static constexpr std::string_view allowed =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=? ";
    const HeaderValue parsed = parse_header_value(content_type);
    const std::string* boundary = parsed.parameter("boundary");
    const bool good = boundary && parsed.value == "multipart/form-data" && !boundary->empty() &&
                      boundary->size() <= boundary_length_max && boundary->back() != ' ' &&
                      boundary->find_first_not_of(allowed) == std::string::npos;
    return good ? *boundary : std::string();
}

// The buffer starts with a line break, so that a first delimiter without one before it is found
// too.
MultipartParser::MultipartParser(std::string_view boundary)
    : delimiter_("\r\n--" + std::string(boundary)), buffer_("\r\n") {}

void MultipartParser::feed(std::string_view octets) {
    buffer_.append(octets);
    while (step()) {
    }
    buffer_.erase(0, done_);
    done_ = 0;
}

Form MultipartParser::finish() {
    if (state_ != State::epilogue) refuse("multipart: ends early");
    return std::move(form_);
}

bool MultipartParser::step() {
    switch (state_) {
        case State::preamble:
            return skip_preamble();
        case State::after_delimiter:
            return read_after_delimiter();
        case State::headers:
            return read_headers();
        case State::content:
            return read_content();
        case State::epilogue:
            done_ = buffer_.size();
            return false;
    }
    return false;
}

bool MultipartParser::skip_preamble() {
    const std::size_t found = buffer_.find(delimiter_, done_);
    if (found == std::string::npos) {
        // What may be the beginning of a delimiter stays.
        done_ = std::max(done_, buffer_.size() - std::min(buffer_.size(), delimiter_.size() - 1));
        return false;
    }
    done_ = found + delimiter_.size();
    state_ = State::after_delimiter;
    return true;
}

bool MultipartParser::read_after_delimiter() {
    const std::string_view rest = std::string_view(buffer_).substr(done_);
    if (rest.starts_with("--")) {
        state_ = State::epilogue;
        return true;
    }
    const std::size_t end = std::min(rest.find_first_not_of(" \t"), rest.size());
    if (end > padding_bytes_max) refuse("multipart: padding after a delimiter");
    if (rest.size() < end + 2) return false;
    if (rest.substr(end, 2) != "\r\n") refuse("multipart: no line break after a delimiter");
    done_ += end + 2;
    state_ = State::headers;
    return true;
}

bool MultipartParser::read_headers() {
    static constexpr std::string_view empty_line = "\r\n\r\n";
    const std::string_view rest =
        std::string_view(buffer_).substr(done_, limits::part_headers_bytes_max + empty_line.size());
    if (rest.starts_with("\r\n")) refuse("multipart: part without headers");
    const std::size_t end = rest.find(empty_line);
    if (end == std::string_view::npos) {
        if (rest.size() > limits::part_headers_bytes_max)
            throw Error(ErrorKind::too_large, "The form is too large.", "multipart: part headers");
        return false;
    }
    begin_part(rest.substr(0, end));
    done_ += end + empty_line.size();
    state_ = State::content;
    return true;
}

bool MultipartParser::read_content() {
    const std::size_t found = buffer_.find(delimiter_, done_);
    const std::size_t end =
        found != std::string::npos
            ? found
            : std::max(done_, buffer_.size() - std::min(buffer_.size(), delimiter_.size() - 1));
    append(std::string_view(buffer_).substr(done_, end - done_));
    done_ = end;
    if (found == std::string::npos) return false;
    end_part();
    done_ += delimiter_.size();
    state_ = State::after_delimiter;
    return true;
}

void MultipartParser::begin_part(std::string_view headers) {
    if (++parts_ > limits::fields_max)
        throw Error(ErrorKind::too_large, "The form has too many fields.");
    HeaderValue disposition;
    file_ = {};
    while (!headers.empty()) {
        const std::string_view line = headers.substr(0, headers.find("\r\n"));
        headers.remove_prefix(std::min(line.size() + 2, headers.size()));
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) refuse("multipart: malformed part header");
        const std::string name = text::lower_ascii(line.substr(0, colon));
        if (name == "content-disposition") disposition = parse_header_value(line.substr(colon + 1));
        if (name == "content-type") file_.content_type = text::trimmed(line.substr(colon + 1));
    }
    const std::string* name = disposition.parameter("name");
    if (disposition.value != "form-data" || !name) refuse("multipart: part without a name");
    file_.field = checked_field_text(decoded_name(*name), limits::field_name_bytes_max);
    const std::string* filename = disposition.parameter("filename");
    is_file_ = filename != nullptr;
    if (is_file_) file_.filename = clean_file_name(decoded_name(*filename));
}

void MultipartParser::append(std::string_view content) {
    const std::size_t size = file_.octets.size() + content.size();
    if (!is_file_ && size > limits::field_bytes_max)
        throw Error(ErrorKind::too_large, "A field is too long.");
    if (is_file_ && size > limits::file_bytes_max) {
        file_.too_large = true;
        file_.octets = std::string();
    }
    if (!file_.too_large) file_.octets.append(content);
}

void MultipartParser::end_part() {
    if (!is_file_) {
        form_.fields.emplace_back(
            std::move(file_.field),
            checked_field_text(std::move(file_.octets), limits::field_bytes_max));
    } else if (file_.too_large || !file_.octets.empty() || !file_.filename.empty()) {
        form_.files.push_back(std::move(file_));
    }
}

}  // namespace parley::http
