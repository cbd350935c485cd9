#include "fcgi-app/http/request.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "domain/error.h"
#include "fcgi-app/http/cookies.h"
#include "fcgi-app/http/limits.h"
#include "platform/random.h"
#include "platform/text.h"

namespace parley::http {
namespace {

const std::string nothing;
constexpr std::size_t request_id_length_max = 64;
constexpr std::size_t host_length_max = 260;

template <class Map>
const std::string& value_or_nothing(const Map& map, std::string_view name) {
    const auto found = map.find(name);
    return found == map.end() ? nothing : found->second;
}

[[noreturn]] void refuse(const char* detail) {
    throw Error(ErrorKind::bad_request, "The request could not be understood.", detail);
}

bool is_request_id(std::string_view id) {
    return !id.empty() && id.size() <= request_id_length_max &&
           id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// "HTTP_ACCEPT_LANGUAGE" -> "accept-language"; "" when the parameter is no header.
std::string header_name(std::string_view parameter) {
    if (parameter == "CONTENT_TYPE") return "content-type";
    if (parameter == "CONTENT_LENGTH") return "content-length";
    if (!parameter.starts_with("HTTP_")) return {};
    std::string name = text::lower_ascii(parameter.substr(5));
    std::ranges::replace(name, '_', '-');
    return name;
}

void read_headers(Request& request, const CgiParameters& parameters) {
    std::size_t bytes = 0;
    for (const auto& [parameter, value] : parameters) {
        bytes += parameter.size() + value.size();
        std::string name = header_name(parameter);
        if (!name.empty() && !value.empty()) request.headers.emplace(std::move(name), value);
    }
    if (bytes > limits::headers_bytes_max)
        throw Error(ErrorKind::too_large, "The request's headers are too long.");
}

void read_target(Request& request, std::string_view target) {
    if (target.size() > limits::target_bytes_max)
        throw Error(ErrorKind::too_large, "The address is too long.");
    if (!target.starts_with('/')) refuse("target is not a path");
    const std::size_t question = target.find('?');
    request.path = target.substr(0, question);
    if (question == std::string_view::npos) return;
    request.query = target.substr(question + 1);
    request.query_fields = parse_urlencoded(request.query, limits::query_fields_max);
}

bool is_host(std::string_view host) {
    return host.size() <= host_length_max && std::ranges::all_of(host, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
                      c == '_' || c == ':' || c == '[' || c == ']';
           });
}

}  // namespace

const std::string& Request::header(std::string_view name) const {
    return value_or_nothing(headers, name);
}

const std::string& Request::cookie(std::string_view name) const {
    return value_or_nothing(cookies, wire_name(name, is_secure()));
}

const std::string& Request::query_field(std::string_view name) const {
    for (const auto& [key, value] : query_fields)
        if (key == name) return value;
    return nothing;
}

bool Request::wants_json() const {
    return text::lower_ascii(header("accept")).find("application/json") != std::string::npos ||
           text::lower_ascii(header("x-requested-with")) == "xmlhttprequest";
}

bool Request::is_cross_site() const {
    const std::string& site = header("sec-fetch-site");
    if (!site.empty()) return site != "same-origin" && site != "none";
    const std::string& referer = header("referer");
    return !referer.empty() && referer != origin() && !referer.starts_with(origin() + '/');
}

std::optional<std::uint64_t> Request::parse_id(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '0' ||
        number > std::uint64_t{std::numeric_limits<std::int64_t>::max()})
        return std::nullopt;
    return number;
}

void read_head(Request& request, const CgiParameters& parameters) {
    const std::string& id = value_or_nothing(parameters, "REQUEST_ID");
    request.request_id = is_request_id(id) ? id : random_hex(16);
    request.method = value_or_nothing(parameters, "REQUEST_METHOD");
    request.remote_addr = value_or_nothing(parameters, "REMOTE_ADDR");
    request.scheme = value_or_nothing(parameters, "REQUEST_SCHEME") == "https" ? "https" : "http";
    read_headers(request, parameters);
    request.cookies = parse_cookies(request.header("cookie"));
    request.host = text::lower_ascii(request.header("host"));
    if (!is_host(request.host)) refuse("malformed host");
    read_target(request, value_or_nothing(parameters, "REQUEST_URI"));
}

}  // namespace parley::http
