// The whole route table: method, path, handler, access. Tests walk it.
#pragma once

#include <vector>

#include "fcgi-app/http/router.h"
#include "platform/config.h"

namespace parley {

std::vector<http::Route> routes();

// Those, and the pages for developers that the settings ask for.
std::vector<http::Route> routes_for(const Config& config);

}  // namespace parley
