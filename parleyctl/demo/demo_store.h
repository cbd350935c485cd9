// The demo's own SQL: what no deed of a member does. Everything else goes through the domain's
// verbs.
#pragma once

#include <string_view>
#include <tuple>
#include <vector>

#include "domain/ids.h"
#include "platform/db/session.h"

namespace parley::demo::demo_store {

bool email_is_known(db::Session& session, std::string_view email);

// What just happened is moved to when it is said to have happened.
struct TimedFollow {
    UserId follower;
    UserId followed;
    UtcTime at;
};
struct TimedPost {
    PostId post;
    UserId author;
    UtcTime at;
};
struct TimedLike {
    PostId post;
    UserId user;
    UtcTime at;
};
struct TimedComment {
    CommentId comment;
    PostId post;
    UserId author;
    UtcTime at;
};
struct TimedMessage {
    RoomId room;
    MessageId message;
    UserId sender;
    UtcTime at;
};

void set_joined(db::Session& session, UserId user, UtcTime at);
void set_times(db::Session& session, const std::vector<TimedFollow>& follows);
void set_times(db::Session& session, const std::vector<TimedPost>& posts);
void set_times(db::Session& session, const std::vector<TimedLike>& likes);
void set_times(db::Session& session, const std::vector<TimedComment>& comments);
void set_times(db::Session& session, const std::vector<TimedMessage>& messages);
void set_times(db::Session& session, RoomId room, UtcTime first, UtcTime last);

// Of what the member was told: as old as the deeds, which must have their times already.
void set_times_of_notifications(db::Session& session, UserId user);

// All but the newest.
void mark_notifications_read(db::Session& session, UserId user, std::uint64_t unread);

}  // namespace parley::demo::demo_store
