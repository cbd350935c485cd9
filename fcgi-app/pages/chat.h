#pragma once

#include "fcgi-app/http/context.h"

namespace parley::pages {

http::Response chat_list(http::Context& c);
http::Response chat_room(http::Context& c);
http::Response send_message(
    http::Context& c);  // without scripts; live messages go through the realtime daemon
http::Response chat_unread_count(http::Context& c);

}  // namespace parley::pages
