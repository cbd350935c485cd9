// Who follows whom. Two who follow each other are friends, and may chat.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/actor.h"
#include "domain/profiles/profiles.h"
#include "domain/transaction.h"

namespace parley::follows {

inline constexpr std::size_t page_size = 30;

struct FollowOutcome {
    bool following;
    bool mutual;
    std::uint64_t followers_count;  // of the one followed
};

// Both are idempotent. Throws Error not_found, or invalid on oneself.
FollowOutcome follow(Transaction& tx, const Actor& actor, std::string_view username);
FollowOutcome unfollow(Transaction& tx, const Actor& actor, std::string_view username);

bool are_friends(db::Session& session, UserId a, UserId b);

struct ListedPerson {
    FollowId id;  // for ?before=
    profiles::Person person;
    bool followed;      // by the viewer
    bool follows_back;  // follows the viewer
};

struct PeoplePage {
    std::vector<ListedPerson> people;  // newest first
    bool has_more;
};

PeoplePage followers(db::Session& session, const Actor& viewer, UserId of,
                     std::optional<FollowId> before);
PeoplePage following(db::Session& session, const Actor& viewer, UserId of,
                     std::optional<FollowId> before);

}  // namespace parley::follows
