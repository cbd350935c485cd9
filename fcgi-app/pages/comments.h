#pragma once

#include "fcgi-app/http/context.h"

namespace parley::pages {

http::Response add_comment(http::Context& c);
http::Response delete_comment(http::Context& c);

}  // namespace parley::pages
