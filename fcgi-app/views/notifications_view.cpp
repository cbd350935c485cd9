#include "fcgi-app/views/notifications_view.h"

#include "fcgi-app/views/addresses.h"
#include "fcgi-app/views/form_view.h"
#include "fcgi-app/views/person_view.h"

namespace parley::views {

namespace {

using notifications::Kind;
using notifications::Notification;

const char* text_of(Kind kind) {
    switch (kind) {
        case Kind::like:
            return "liked your post";
        case Kind::comment:
            return "commented on your post";
        case Kind::follow:
            return "follows you now";
    }
    return "";
}

std::string url_of(const Notification& notification) {
    switch (notification.kind) {
        case Kind::like:
            return post_url(notification.post);
        case Kind::comment:
            return comment_url(notification.post, notification.comment);
        case Kind::follow:
            return profile_url(notification.actor.username);
    }
    return "/posts/notifications/";
}

ViewModel notification_row(const Notification& notification) {
    ViewModel model;
    model.set("notification_id", notification.id.value)
        .set("notification_url", url_of(notification))
        .set("notification_actor", person(notification.actor))
        .set("notification_is_like", notification.kind == Kind::like)
        .set("notification_is_comment", notification.kind == Kind::comment)
        .set("notification_is_follow", notification.kind == Kind::follow)
        .set("notification_text", text_of(notification.kind))
        .set_with_has("notification_", "excerpt", notification.excerpt)
        .set("notification_is_unread", !notification.is_read)
        .set("notification_time_iso", iso8601(notification.created_at))
        .set("notification_time_text", readable(notification.created_at));
    return model;
}

}  // namespace

ViewModel notifications_page(const notifications::NotificationPage& page, std::uint64_t unread) {
    const auto& list = page.notifications;
    ViewModel model;
    model.set("has_notifications", !list.empty())
        .set("notifications", list_of(list, notification_row))
        .set("notifications_has_unread", unread > 0);
    const std::string last = list.empty() ? "" : std::to_string(list.back().id.value);
    add_pager(model, {page.has_more && !list.empty(), "/posts/notifications/?before=" + last,
                      "Older notifications"});
    return model;
}

}  // namespace parley::views
