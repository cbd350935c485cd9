// Cross-site request forgery: a POST must carry a token that only this site's pages know, and must
// not come from another origin.
//
// token = pad, pad xor HMAC-SHA256(secret, "csrf" + session token), in hexadecimal: bound to the
// session cookie, different on every page (BREACH), and nothing is stored.
#pragma once

#include <string>
#include <string_view>

#include "fcgi-app/http/request.h"

namespace parley::http::csrf {

inline constexpr std::string_view field_name = "csrf_token";
inline constexpr std::string_view header_name = "x-csrf-token";

std::string make_token(std::string_view secret, std::string_view session_token);
bool is_token(std::string_view token, std::string_view secret, std::string_view session_token);

// Throws Error forbidden, unless the token (header or field) is right and the Origin, if the
// browser names one, is this site. session_token: that of the cookie, "" when there is none.
void require(const Request& request, std::string_view secret, std::string_view session_token);

}  // namespace parley::http::csrf
