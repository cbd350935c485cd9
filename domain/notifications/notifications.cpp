#include "domain/notifications/notifications.h"

#include <algorithm>
#include <limits>

#include "domain/error.h"
#include "domain/notifications/notification_store.h"

namespace parley::notifications {

namespace {

notification_store::Row row_of(UserId user, UserId actor, const Deed& deed) {
    notification_store::Row row{user, actor, static_cast<Kind>(deed.index()), {}, {}};
    static_assert(std::is_same_v<std::variant_alternative_t<0, Deed>, Liked>);
    static_assert(std::is_same_v<std::variant_alternative_t<1, Deed>, Commented>);
    if (const auto* liked = std::get_if<Liked>(&deed)) row.post = liked->post;
    if (const auto* commented = std::get_if<Commented>(&deed)) {
        row.post = commented->post;
        row.comment = commented->comment;
    }
    return row;
}

}  // namespace

void notify(Transaction& tx, UserId user, UserId actor, const Deed& deed) {
    if (user == actor) return;
    if (notification_store::insert(tx.db(), row_of(user, actor, deed)))
        tx.publish(events::UnreadChanged{user});
}

void withdraw(Transaction& tx, UserId user, UserId actor, const Deed& deed) {
    if (notification_store::remove(tx.db(), row_of(user, actor, deed)))
        tx.publish(events::UnreadChanged{user});
}

void withdraw_all(Transaction& tx, PostId post) {
    const auto users = notification_store::users_told_of(tx.db(), post);
    if (users.empty()) return;
    notification_store::remove_of_post(tx.db(), post);
    for (const UserId user : users) tx.publish(events::UnreadChanged{user});
}

NotificationPage list(db::Session& session, UserId user, std::optional<NotificationId> before) {
    constexpr NotificationId newest{std::numeric_limits<std::int64_t>::max()};
    NotificationPage page{notification_store::newest(session, user, before.value_or(newest)),
                          false};
    page.has_more = page.notifications.size() > page_size;
    if (page.has_more) page.notifications.pop_back();
    return page;
}

std::uint64_t unread_count(db::Session& session, UserId user) {
    return notification_store::unread_count(session, user);
}

std::uint64_t mark_read(Transaction& tx, UserId user, const std::vector<NotificationId>& ids) {
    bool is_changed = false;
    for (const NotificationId id : ids)
        if (notification_store::mark_read(tx.db(), user, id)) is_changed = true;
    if (is_changed)
        tx.publish(events::UnreadChanged{user});
    else if (std::none_of(ids.begin(), ids.end(), [&](NotificationId id) {
                 return notification_store::exists(tx.db(), user, id);
             }))
        throw Error(ErrorKind::not_found, "This notification does not exist, or no longer does.");
    return unread_count(tx.db(), user);
}

std::uint64_t mark_all_read(Transaction& tx, UserId user) {
    if (notification_store::mark_all_read(tx.db(), user)) tx.publish(events::UnreadChanged{user});
    return unread_count(tx.db(), user);
}

}  // namespace parley::notifications
