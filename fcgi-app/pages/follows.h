#pragma once

#include "fcgi-app/http/context.h"

namespace parley::pages {

http::Response follow(http::Context& c);
http::Response unfollow(http::Context& c);
http::Response followers(http::Context& c);
http::Response following(http::Context& c);

}  // namespace parley::pages
