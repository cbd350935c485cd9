// /styleguide/: there only when PARLEY_STYLEGUIDE is on.
#pragma once

#include "fcgi-app/http/context.h"

namespace parley::pages {

http::Response styleguide(http::Context& c);

}  // namespace parley::pages
