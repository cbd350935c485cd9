#include "domain/notifications/notification_store.h"

#include <array>

namespace parley::notifications::notification_store {

namespace {

constexpr std::string_view insert_notification =
    "INSERT IGNORE INTO notifications (user_id, actor_id, kind, post_id, comment_id, created_at)"
    " VALUES (?, ?, ?, ?, ?, ?)";
constexpr std::string_view delete_notification =  // key once
    "DELETE FROM notifications WHERE user_id = ? AND kind = ? AND actor_id = ? AND post_id = ?"
    " AND comment_id = ?";
constexpr std::string_view select_users_told =  // key post
    "SELECT DISTINCT user_id FROM notifications WHERE post_id = ? LIMIT 1000";
constexpr std::string_view delete_of_post = "DELETE FROM notifications WHERE post_id = ?";

constexpr std::string_view select_newest =  // key newest
    "SELECT n.id, n.kind, n.post_id, n.comment_id, n.is_read, n.created_at,"
    " u.id, u.username, p.first_name, p.last_name, p.avatar,"
    " LEFT(COALESCE(c.content, o.content, ''), 140)"
    " FROM notifications n JOIN users u ON u.id = n.actor_id JOIN profiles p ON p.user_id = u.id"
    " LEFT JOIN posts o ON o.id = n.post_id LEFT JOIN comments c ON c.id = n.comment_id"
    " WHERE n.user_id = ? AND n.id < ? ORDER BY n.id DESC LIMIT 31";
static_assert(page_size == 30);
constexpr std::string_view select_unread_count =  // key unread
    "SELECT COUNT(*) FROM notifications WHERE user_id = ? AND NOT is_read";
constexpr std::string_view select_one = "SELECT 1 FROM notifications WHERE id = ? AND user_id = ?";
constexpr std::string_view update_read =
    "UPDATE notifications SET is_read = TRUE WHERE id = ? AND user_id = ? AND NOT is_read";
constexpr std::string_view update_all_read =
    "UPDATE notifications SET is_read = TRUE WHERE user_id = ? AND NOT is_read";

constexpr std::array<std::string_view, 3> kind_names{"like", "comment", "follow"};

std::string_view name_of(Kind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

Kind kind_named(std::string_view name) {
    for (std::size_t i = 0; i < kind_names.size(); ++i)
        if (kind_names[i] == name) return static_cast<Kind>(i);
    throw std::runtime_error("notifications.kind holds an unknown word");
}

}  // namespace

bool insert(db::Session& session, const Row& row) {
    return session.execute(insert_notification, row.user, row.actor, name_of(row.kind), row.post,
                           row.comment, utc_now()) > 0;
}

bool remove(db::Session& session, const Row& row) {
    return session.execute(delete_notification, row.user, name_of(row.kind), row.actor, row.post,
                           row.comment) > 0;
}

std::vector<UserId> users_told_of(db::Session& session, PostId post) {
    std::vector<UserId> users;
    for (const auto& [user] : session.rows<UserId>(select_users_told, post)) users.push_back(user);
    return users;
}

void remove_of_post(db::Session& session, PostId post) {
    session.execute(delete_of_post, post);
}

std::vector<Notification> newest(db::Session& session, UserId user, NotificationId before) {
    std::vector<Notification> out;
    for (auto& [id, kind, post, comment, is_read, created_at, actor, username, first_name,
                last_name, avatar, excerpt] :
         session.rows<NotificationId, std::string, PostId, CommentId, bool, UtcTime, UserId,
                      std::string, std::string, std::string, std::string, std::string>(
             select_newest, user, before)) {
        std::string name = profiles::display_name(first_name, last_name, username);
        out.push_back({id,
                       kind_named(kind),
                       {actor, std::move(username), std::move(name), std::move(avatar)},
                       post,
                       comment,
                       std::move(excerpt),
                       is_read,
                       created_at});
    }
    return out;
}

std::uint64_t unread_count(db::Session& session, UserId user) {
    return session.value<std::uint64_t>(select_unread_count, user).value_or(0);
}

bool exists(db::Session& session, UserId user, NotificationId id) {
    return session.value<std::uint64_t>(select_one, id, user).has_value();
}

bool mark_read(db::Session& session, UserId user, NotificationId id) {
    return session.execute(update_read, id, user) > 0;
}

bool mark_all_read(db::Session& session, UserId user) {
    return session.execute(update_all_read, user) > 0;
}

}  // namespace parley::notifications::notification_store
