#include "fcgi-app/http/router.h"

#include <set>
#include <stdexcept>

#include "fcgi-app/http/percent_encoding.h"
#include "fcgi-app/http/request.h"
#include "platform/text.h"

namespace parley::http {
namespace {

constexpr std::size_t username_length_max = 150;  // of the column: imported names are long
constexpr std::string_view number_parameter = ":id";
constexpr std::string_view name_parameter = ":username";

// "/posts/7/" -> "posts", "7", "": the last one tells whether there is a final slash.
std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> out;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        out.push_back(path.substr(0, path.find('/')));
        path.remove_prefix(out.back().size());
    }
    return out;
}

// Empty when a segment is not acceptable (a path has one segment at least).
std::vector<std::string> decoded_segments(std::string_view path) {
    std::vector<std::string> out;
    for (const std::string_view raw : split(path)) {
        auto segment = decode_segment(raw);
        if (!segment) return {};
        out.push_back(std::move(*segment));
    }
    return out;
}

std::vector<std::string> checked_pattern(const Route& route) {
    if (!route.pattern.starts_with('/'))
        throw std::logic_error("route without a path: " + route.pattern);
    if (route.method != "GET" && route.method != "POST")
        throw std::logic_error("route with method " + route.method);
    std::vector<std::string> out;
    for (const std::string_view segment : split(route.pattern)) {
        if (segment.starts_with(':') && segment != number_parameter && segment != name_parameter)
            throw std::logic_error("unknown parameter in route: " + route.pattern);
        out.emplace_back(segment);
    }
    return out;
}

bool take_parameter(PathParameters& parameters, std::string_view pattern,
                    const std::string& segment) {
    if (pattern == number_parameter) {
        const auto number = Request::parse_id(segment);
        parameters.id = number.value_or(0);
        return number.has_value();
    }
    parameters.username = segment;
    return !segment.empty() && text::length(segment) <= username_length_max;
}

// "GET" -> "GET, HEAD"
std::string with_head(const std::set<std::string>& methods) {
    std::string out;
    for (const std::string& method : methods) {
        if (!out.empty()) out += ", ";
        out += method == "GET" ? "GET, HEAD" : method;
    }
    return out;
}

}  // namespace

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
    std::set<std::string> seen;
    for (const Route& route : routes_) {
        patterns_.push_back(checked_pattern(route));
        if (!seen.insert(route.method + ' ' + route.pattern).second)
            throw std::logic_error("route given twice: " + route.pattern);
    }
}

std::optional<PathParameters> Router::matches(std::size_t route,
                                              const std::vector<std::string>& segments) const {
    const std::vector<std::string>& pattern = patterns_[route];
    if (pattern.size() != segments.size()) return std::nullopt;
    PathParameters parameters;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool good = pattern[i].starts_with(':')
                              ? take_parameter(parameters, pattern[i], segments[i])
                              : pattern[i] == segments[i];
        if (!good) return std::nullopt;
    }
    return parameters;
}

Found Router::find(std::string_view method, std::string_view path) const {
    std::vector<std::string> segments = decoded_segments(path);
    if (segments.empty()) return NoSuchPath{};
    const bool is_get = method == "GET" || method == "HEAD";
    std::set<std::string> allowed;
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        auto parameters = matches(i, segments);
        if (!parameters) continue;
        if (routes_[i].method == (is_get ? "GET" : method))
            return Match{&routes_[i], std::move(*parameters)};
        allowed.insert(routes_[i].method);
    }
    if (!allowed.empty()) return MethodNotAllowed{with_head(allowed)};
    if (is_get && !segments.back().empty()) {
        segments.emplace_back();
        for (std::size_t i = 0; i < routes_.size(); ++i)
            if (routes_[i].method == "GET" && matches(i, segments))
                return SlashMissing{std::string(path) + '/'};
    }
    return NoSuchPath{};
}

}  // namespace parley::http
