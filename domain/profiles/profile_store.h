// The table profiles.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/profiles/profiles.h"

namespace parley::profiles::profile_store {

void insert(db::Session& session, UserId user);
std::optional<Profile> find(db::Session& session, UserId viewer, std::string_view username);
std::string avatar(db::Session& session, UserId user);
void update(db::Session& session, UserId user, const ProfileForm& form);
void set_avatar(db::Session& session, UserId user, std::string_view avatar);

// Adds to both counts of a pair in ascending order of ids, so that two pairs never deadlock; the
// row locks also make the follows of a pair wait for each other.
void count_follow(db::Session& session, UserId follower, UserId followed, int change);
std::uint64_t followers_count(db::Session& session, UserId user);
void count_post(db::Session& session, UserId author, int change);

std::uint64_t timeline_floor(db::Session& session, UserId user);
void raise_timeline_floor(db::Session& session, UserId user, std::uint64_t floor);

// The best first; one member may stand in it twice.
std::vector<Suggestion> suggestions(db::Session& session, UserId viewer);

}  // namespace parley::profiles::profile_store
