// The table notifications.
#pragma once

#include <optional>
#include <vector>

#include "domain/notifications/notifications.h"

namespace parley::notifications::notification_store {

struct Row {
    UserId user;
    UserId actor;
    Kind kind;
    PostId post;
    CommentId comment;
};

bool insert(db::Session& session, const Row& row);  // false: was there
bool remove(db::Session& session, const Row& row);  // false: was not there
// Who was told about the post.
std::vector<UserId> users_told_of(db::Session& session, PostId post);
void remove_of_post(db::Session& session, PostId post);

// Newest first, one more than a page.
std::vector<Notification> newest(db::Session& session, UserId user, NotificationId before);
std::uint64_t unread_count(db::Session& session, UserId user);
bool exists(db::Session& session, UserId user, NotificationId id);
bool mark_read(db::Session& session, UserId user, NotificationId id);
bool mark_all_read(db::Session& session, UserId user);

}  // namespace parley::notifications::notification_store
