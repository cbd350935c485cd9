#pragma once

#include "domain/notifications/notifications.h"
#include "fcgi-app/views/view_model.h"

namespace parley::views {

// unread: of all the member's notifications, not only of this page's.
ViewModel notifications_page(const notifications::NotificationPage& page, std::uint64_t unread);

}  // namespace parley::views
