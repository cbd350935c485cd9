// Where ?next= may lead: a path of this site and nowhere else.
#pragma once

#include <string>
#include <string_view>

#include "fcgi-app/http/request.h"

namespace parley::http {

inline constexpr std::string_view home_path = "/posts/";

// The path (with query) when it is one of this site; home_path otherwise: for //host, /\host,
// schemes, control characters (also encoded), non-ASCII, over limits::next_bytes_max, and the
// logout page.
std::string safe_next(std::string_view next);

// "/user/login/", with ?next= back to a request that was a GET.
std::string login_path(const Request& request);

}  // namespace parley::http
