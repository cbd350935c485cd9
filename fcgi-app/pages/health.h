// GET /healthz: whether this program can do its work.
#pragma once

#include "fcgi-app/http/context.h"

namespace parley::pages {

// 200 {"status":"ok","database":"ok","realtime":"ok"}; 503 with "down" at each part that fails.
http::Response health(http::Context& c);

}  // namespace parley::pages
