// The personal feed: own posts and those of the followed, newest first.
//
// Materialised in `timeline` when a post is written, so that a page is one range scan whatever the
// size of the network. Authors with very many followers ("broadcasters") are merged in at reading
// instead, and so is what is older than a member's timeline_floor, below which entries were trimmed
// away.
#pragma once

#include <optional>

#include "domain/posts/posts.h"

namespace parley::posts {

inline constexpr std::uint64_t broadcaster_followers_min = 2000;
inline constexpr std::uint64_t timeline_entries_max = 800;  // kept for each member when trimmed

PostPage feed(db::Session& session, const Actor& viewer, std::optional<PostId> before);

// Posts in the feed that are newer than the one given, 100 at the most: for "3 new posts".
std::uint64_t count_newer(db::Session& session, const Actor& viewer, PostId newest_seen);

// Called by the verbs that change what belongs into timelines:
void fan_out(Transaction& tx, UserId author, PostId post);
void take_back(Transaction& tx, UserId author, PostId post);
void fill_in(Transaction& tx, UserId follower, UserId followed);
void clear_out(Transaction& tx, UserId follower, UserId followed);

// Trims the timelines of the next members after the id; returns the id to go on with, 0 at the end.
UserId trim_timelines(Transaction& tx, UserId after);

}  // namespace parley::posts
