// GET /healthz and /metrics: whether this program can do its work, for probes and for Prometheus.
#pragma once

#include "fcgi-app/http/context.h"

namespace parley::pages {

// 200 {"status":"ok","database":"ok","realtime":"ok"}; 503 with "down" at each part that fails.
http::Response health(http::Context& c);

// Prometheus text format 0.0.4; nginx lets only the loopback ask. Always 200: what fails is a 0.
http::Response metrics(http::Context& c);

}  // namespace parley::pages
