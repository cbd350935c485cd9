// The headers that every response carries, set in this one place.
#pragma once

#include "fcgi-app/http/response.h"

namespace parley::http {

// Keeps a Cache-Control that the handler chose. Otherwise pages are "private, no-cache" (the
// browser's back/forward cache may keep them), JSON and errors "no-store".
void add_security_headers(Response& response);

}  // namespace parley::http
