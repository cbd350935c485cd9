#pragma once

#include "fcgi-app/http/context.h"

namespace parley::pages {

http::Response profile(http::Context& c);
http::Response edit_profile_form(http::Context& c);
http::Response edit_profile(http::Context& c);

}  // namespace parley::pages
