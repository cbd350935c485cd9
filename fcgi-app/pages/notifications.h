#pragma once

#include "fcgi-app/http/context.h"

namespace parley::pages {

http::Response notification_list(http::Context& c);
http::Response notification_count(http::Context& c);
http::Response mark_notifications_read(http::Context& c);

}  // namespace parley::pages
