#pragma once

#include "fcgi-app/http/context.h"

namespace parley::pages {

http::Response toggle_like(http::Context& c);

}  // namespace parley::pages
