#include "fcgi-app/pages/notifications.h"

#include "domain/notifications/notifications.h"
#include "fcgi-app/pages/forms.h"
#include "fcgi-app/pages/page.h"
#include "fcgi-app/views/notifications_view.h"
#include "platform/json.h"

namespace parley::pages {

namespace {

// A line of the page stands for several notifications: its form names each of them.
std::vector<NotificationId> ids_named(const http::Request& request) {
    std::vector<NotificationId> ids;
    for (const std::string& text : request.values("id")) {
        const auto id = http::Request::parse_id(text);
        if (!id || ids.size() == notifications::page_size)
            throw Error::invalid({{"id", {"Say which notification, or all of them."}}});
        ids.push_back(NotificationId{*id});
    }
    if (ids.empty()) throw Error::invalid({{"id", {"Say which notification, or all of them."}}});
    return ids;
}

Response count_json(std::uint64_t count) {
    return http::json(200, json::Writer().object().key("count").value(count).end().text());
}

}  // namespace

Response notification_list(Context& c) {
    const auto before = before_id<NotificationId>(c.request);
    const auto found = notifications::list(c.db, c.actor().user, before);
    const auto shell = load_shell(
        c, {.title = "Notifications", .place = views::Place::notifications, .side = Side::aside});
    return show(c, 200, "posts/notifications", shell,
                views::notifications_page(found, c.actor(), shell.unread.notifications));
}

Response notification_count(Context& c) {
    return count_json(notifications::unread_count(c.db, c.actor().user));
}

Response mark_notifications_read(Context& c) {
    const bool all = c.request.field("all") == "1";
    const auto ids = all ? std::vector<NotificationId>() : ids_named(c.request);
    const std::uint64_t count = c.transact([&](Transaction& tx) {
        return all ? notifications::mark_all_read(tx, c.actor().user)
                   : notifications::mark_read(tx, c.actor().user, ids);
    });
    if (c.request.wants_json()) return count_json(count);
    return http::redirect("/posts/notifications/");
}

}  // namespace parley::pages
