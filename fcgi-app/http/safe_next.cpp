#include "fcgi-app/http/safe_next.h"

#include <algorithm>

#include "fcgi-app/http/limits.h"
#include "fcgi-app/http/percent_encoding.h"

namespace parley::http {
namespace {

constexpr std::string_view logout_path = "/user/logout";

bool is_visible_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

// Segment by segment as the router reads it; "" when it would not.
std::string decoded_path(std::string_view path) {
    std::string out;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        const std::string_view raw = path.substr(0, path.find('/'));
        path.remove_prefix(raw.size());
        const auto segment = decode_segment(raw);
        if (!segment || (segment->empty() && !path.empty())) return {};
        // A browser takes dot segments out, and another path is left.
        if (*segment == "." || *segment == "..") return {};
        out.append("/").append(*segment);
    }
    return out;
}

bool is_path_of_ours(std::string_view next) {
    if (next.size() > limits::next_bytes_max || !next.starts_with('/')) return false;
    if (!is_visible_ascii(next) || next.find('\\') != std::string_view::npos) return false;
    const std::string path = decoded_path(next.substr(0, next.find_first_of("?#")));
    return !path.empty() && !path.starts_with(logout_path);
}

}  // namespace

std::string safe_next(std::string_view next) {
    return std::string(is_path_of_ours(next) ? next : home_path);
}

std::string login_path(const Request& request) {
    const std::string target =
        request.query.empty() ? request.path : request.path + '?' + request.query;
    if (!request.is_get() || !is_path_of_ours(target)) return "/user/login/";
    return "/user/login/?next=" + encode(target);
}

}  // namespace parley::http
