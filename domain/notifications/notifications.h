// What members are told: somebody liked, commented, followed.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/actor.h"
#include "domain/profiles/profiles.h"
#include "domain/transaction.h"

namespace parley::notifications {

inline constexpr std::size_t page_size = 30;

struct Liked {
    PostId post;
};
struct Commented {
    PostId post;
    CommentId comment;
};
struct Followed {};
using Deed = std::variant<Liked, Commented, Followed>;

// Does nothing when a member acts on their own things, and nothing the second time.
void notify(Transaction& tx, UserId user, UserId actor, const Deed& deed);

// Takes the notification of a deed taken back away.
void withdraw(Transaction& tx, UserId user, UserId actor, const Deed& deed);

// Every notification about a post that is being deleted.
void withdraw_all(Transaction& tx, PostId post);

enum class Kind { like, comment, follow };

struct Notification {
    NotificationId id;
    Kind kind;
    profiles::Person actor;
    PostId post;          // 0 of a follow
    CommentId comment;    // of a comment
    std::string excerpt;  // of the post or comment; may be empty
    bool is_read;
    UtcTime created_at;
};

struct NotificationPage {
    std::vector<Notification> notifications;  // newest first
    bool has_more;
};

NotificationPage list(db::Session& session, UserId user, std::optional<NotificationId> before);

std::uint64_t unread_count(db::Session& session, UserId user);

// One or several. Those that were withdrawn meanwhile are skipped; if none of them is there, or the
// member's own: Error not_found. Returns how many are unread now.
std::uint64_t mark_read(Transaction& tx, UserId user, const std::vector<NotificationId>& ids);
std::uint64_t mark_all_read(Transaction& tx, UserId user);

}  // namespace parley::notifications
