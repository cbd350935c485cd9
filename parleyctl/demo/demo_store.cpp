#include "parleyctl/demo/demo_store.h"

namespace parley::demo::demo_store {

namespace {

constexpr std::string_view select_email = "SELECT 1 FROM users WHERE email = ?";  // key email
constexpr std::string_view update_joined = "UPDATE users SET created_at = ? WHERE id = ?";

// The rows are there: each INSERT meets its primary key and becomes an update, many at a time. What
// it names beside key and time only satisfies the columns without a default.
constexpr std::string_view take_time = "ON DUPLICATE KEY UPDATE created_at = VALUES(created_at)";
constexpr std::string_view time_follows =
    "INSERT INTO follows (follower_id, followed_id, created_at) VALUES";
constexpr std::string_view time_posts =
    "INSERT INTO posts (id, author_id, content, created_at) VALUES";
constexpr std::string_view time_likes = "INSERT INTO likes (post_id, user_id, created_at) VALUES";
constexpr std::string_view time_comments =
    "INSERT INTO comments (id, post_id, author_id, content, created_at) VALUES";
constexpr std::string_view time_messages =
    "INSERT INTO messages (room_id, seq, sender_id, text, created_at) VALUES";
constexpr std::string_view update_room =
    "UPDATE rooms SET created_at = ?, last_at = ? WHERE id = ?";

constexpr std::string_view time_like_notifications =  // key newest; primary of likes
    "UPDATE notifications n JOIN likes d ON d.post_id = n.post_id AND d.user_id = n.actor_id"
    " SET n.created_at = d.created_at WHERE n.user_id = ? AND n.kind = 'like'";
constexpr std::string_view time_comment_notifications =
    "UPDATE notifications n JOIN comments d ON d.id = n.comment_id"
    " SET n.created_at = d.created_at WHERE n.user_id = ? AND n.kind = 'comment'";
constexpr std::string_view time_follow_notifications =
    "UPDATE notifications n JOIN follows d ON d.follower_id = n.actor_id AND d.followed_id = "
    "n.user_id"
    " SET n.created_at = d.created_at WHERE n.user_id = ? AND n.kind = 'follow'";
constexpr std::string_view select_newest_read =  // key newest
    "SELECT id FROM notifications WHERE user_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?";
constexpr std::string_view update_read =
    "UPDATE notifications SET is_read = TRUE WHERE user_id = ? AND id <= ?";

}  // namespace

bool email_is_known(db::Session& session, std::string_view email) {
    return session.value<std::uint64_t>(select_email, email).has_value();
}

void set_joined(db::Session& session, UserId user, UtcTime at) {
    session.execute(update_joined, at, user);
}

void set_times(db::Session& session, const std::vector<TimedFollow>& follows) {
    std::vector<std::tuple<UserId, UserId, UtcTime>> rows;
    for (const auto& [follower, followed, at] : follows) rows.emplace_back(follower, followed, at);
    session.insert_rows(time_follows, take_time, rows);
}

void set_times(db::Session& session, const std::vector<TimedPost>& posts) {
    std::vector<std::tuple<PostId, UserId, std::string_view, UtcTime>> rows;
    for (const auto& [post, author, at] : posts) rows.emplace_back(post, author, "", at);
    session.insert_rows(time_posts, take_time, rows);
}

void set_times(db::Session& session, const std::vector<TimedLike>& likes) {
    std::vector<std::tuple<PostId, UserId, UtcTime>> rows;
    for (const auto& [post, user, at] : likes) rows.emplace_back(post, user, at);
    session.insert_rows(time_likes, take_time, rows);
}

void set_times(db::Session& session, const std::vector<TimedComment>& comments) {
    std::vector<std::tuple<CommentId, PostId, UserId, std::string_view, UtcTime>> rows;
    for (const auto& [comment, post, author, at] : comments)
        rows.emplace_back(comment, post, author, "", at);
    session.insert_rows(time_comments, take_time, rows);
}

void set_times(db::Session& session, const std::vector<TimedMessage>& messages) {
    std::vector<std::tuple<RoomId, MessageId, UserId, std::string_view, UtcTime>> rows;
    for (const auto& [room, message, sender, at] : messages)
        rows.emplace_back(room, message, sender, "", at);
    session.insert_rows(time_messages, take_time, rows);
}

void set_times(db::Session& session, RoomId room, UtcTime first, UtcTime last) {
    session.execute(update_room, first, last, room);
}

void set_times_of_notifications(db::Session& session, UserId user) {
    session.execute(time_like_notifications, user);
    session.execute(time_comment_notifications, user);
    session.execute(time_follow_notifications, user);
}

void mark_notifications_read(db::Session& session, UserId user, std::uint64_t unread) {
    const auto newest = session.value<NotificationId>(select_newest_read, user, unread);
    if (newest) session.execute(update_read, user, *newest);
}

}  // namespace parley::demo::demo_store
