// The whole route table: method, path, handler, access. Tests walk it.
#pragma once

#include <vector>

#include "fcgi-app/http/router.h"

namespace parley {

std::vector<http::Route> routes();

}  // namespace parley
