// The tables timeline and broadcasters.
#pragma once

#include <optional>
#include <vector>

#include "domain/ids.h"
#include "platform/db/session.h"

namespace parley::posts::timeline_store {

struct Entries {
    PostId floor;             // the member's timeline is whole above it
    std::vector<PostId> ids;  // above the floor
};

// Ids are newest first, at most a page and one more.
Entries entries(db::Session& session, UserId user, PostId before);
std::vector<PostId> of_broadcasters(db::Session& session, UserId user, PostId above, PostId before);
std::vector<PostId> of_everybody_followed(db::Session& session, UserId user, PostId before);

std::uint64_t count_above(db::Session& session, UserId user, PostId newest_seen);

bool is_broadcaster(db::Session& session, UserId user);
void make_broadcaster(db::Session& session, UserId user);

void add(db::Session& session, UserId user, PostId post, UserId author);
void add_for_followers(db::Session& session, UserId author, PostId post);
void remove_for_followers(db::Session& session, UserId author, PostId post);
void remove(db::Session& session, UserId user, PostId post);

// The newest posts of an author above an id, `entries_max` at the most, into a member's timeline.
std::uint64_t add_posts_of(db::Session& session, UserId user, UserId author, PostId above);
void remove_posts_of(db::Session& session, UserId user, UserId author);
// The oldest of an author's entries in a member's timeline.
std::optional<PostId> oldest_of(db::Session& session, UserId user, UserId author);

struct Length {
    UserId user;
    std::uint64_t entries;
};
// Of the next members after the id who have a timeline, in order of ids; 100 at the most.
std::vector<Length> lengths(db::Session& session, UserId after);
// The entry that is the last to be kept.
std::optional<PostId> last_kept(db::Session& session, UserId user);
void remove_up_to(db::Session& session, UserId user, PostId post);

}  // namespace parley::posts::timeline_store
