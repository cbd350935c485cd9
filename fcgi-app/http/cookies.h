// Cookies as they come (Cookie) and go (Set-Cookie).
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace parley::http {

inline constexpr std::string_view session_cookie = "parley_session";
inline constexpr std::string_view flash_cookie = "parley_flash";

// One to be set. All of ours are HttpOnly, SameSite=Lax, Path=/.
struct Cookie {
    std::string name;
    std::string value;
    std::optional<std::chrono::seconds> max_age;  // absent: until the browser closes; 0: remove it
};

// "a=1; b=2": the first of a name counts; at most limits::cookies_max. Pure, never throws.
std::map<std::string, std::string, std::less<>> parse_cookies(std::string_view header);

// Under https the session cookie is called __Host-parley_session, so that no sibling host can set
// it.
std::string wire_name(std::string_view name, bool secure);

// The value of a Set-Cookie header.
std::string set_cookie_header(const Cookie& cookie, bool secure);

}  // namespace parley::http
