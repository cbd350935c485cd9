#include "fcgi-app/http/cookies.h"

#include "fcgi-app/http/limits.h"
#include "platform/text.h"

namespace parley::http {

std::map<std::string, std::string, std::less<>> parse_cookies(std::string_view header) {
    std::map<std::string, std::string, std::less<>> out;
    while (!header.empty() && out.size() < limits::cookies_max) {
        const std::string_view pair = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(pair.size() + 1, header.size()));
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string_view name = text::trimmed(pair.substr(0, equals));
        std::string_view value = text::trimmed(pair.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        if (!name.empty()) out.emplace(name, value);
    }
    return out;
}

std::string wire_name(std::string_view name, bool secure) {
    return (secure && name == session_cookie ? "__Host-" : "") + std::string(name);
}

std::string set_cookie_header(const Cookie& cookie, bool secure) {
    std::string out =
        wire_name(cookie.name, secure) + '=' + cookie.value + "; Path=/; HttpOnly; SameSite=Lax";
    if (cookie.max_age) out += "; Max-Age=" + std::to_string(cookie.max_age->count());
    if (secure) out += "; Secure";
    return out;
}

}  // namespace parley::http
