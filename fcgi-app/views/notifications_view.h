// The page of notifications: what happened to one post in one way is one line, "Ana and 5 others
// liked your post", and so are the new followers of a week.
#pragma once

#include "domain/actor.h"
#include "domain/notifications/notifications.h"
#include "fcgi-app/views/view_model.h"

namespace parley::views {

inline constexpr std::chrono::hours notification_group_span{7 * 24};
inline constexpr std::size_t notification_faces_max = 3;

ViewModel notifications_page(const notifications::NotificationPage& page, const Actor& viewer,
                             std::uint64_t unread);

}  // namespace parley::views
