#include "fcgi-app/http/body.h"

#include <charconv>
#include <limits>
#include <optional>

#include "domain/error.h"
#include "fcgi-app/http/limits.h"
#include "fcgi-app/http/multipart.h"
#include "platform/text.h"

namespace parley::http {
namespace {

[[noreturn]] void refuse(const char* detail) {
    throw Error(ErrorKind::bad_request, "The form arrived damaged. Please try again.", detail);
}

[[noreturn]] void refuse_size(std::size_t bytes_max) {
    constexpr std::size_t million = 1'000'000;
    throw Error(ErrorKind::too_large,
                bytes_max < million
                    ? "That is too much text at once."
                    : "That is too much at once: pictures may have 10 MB each, four at a time.");
}

std::optional<std::size_t> content_length(const Request& request) {
    const std::string& text = request.header("content-length");
    if (text.empty()) return std::nullopt;
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (end != text.data() + text.size()) refuse("content-length is no number");
    return error == std::errc{} ? length : std::numeric_limits<std::size_t>::max();
}

template <class Take>
void read_all(BodyReader& body, std::optional<std::size_t> declared, std::size_t bytes_max,
              Take&& take) {
    std::size_t bytes = 0;
    for (std::string_view octets = body.read(); !octets.empty(); octets = body.read()) {
        bytes += octets.size();
        if (bytes > bytes_max) refuse_size(bytes_max);
        take(octets);
    }
    if (declared && bytes != *declared) refuse("body is not as long as announced");
}

}  // namespace

void read_form(Request& request, BodyReader& body, Body kind) {
    const std::size_t bytes_max =
        kind == Body::upload ? limits::upload_bytes_max : limits::form_bytes_max;
    const auto declared = content_length(request);
    if (declared && *declared > bytes_max) refuse_size(bytes_max);
    const std::string& content_type = request.header("content-type");
    const std::string type =
        text::lower_ascii(text::trimmed(content_type.substr(0, content_type.find(';'))));
    if (type == "application/x-www-form-urlencoded") {
        std::string text;
        read_all(body, declared, limits::form_bytes_max,
                 [&](std::string_view octets) { text += octets; });
        request.form.fields = parse_urlencoded(text, limits::fields_max);
    } else if (type == "multipart/form-data") {
        const std::string boundary = boundary_of(content_type);
        if (boundary.empty()) refuse("multipart: no boundary");
        MultipartParser parser(boundary);
        read_all(body, declared, bytes_max, [&](std::string_view octets) { parser.feed(octets); });
        request.form = parser.finish();
    }
}

}  // namespace parley::http
