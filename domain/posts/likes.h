#pragma once

#include <cstdint>

#include "domain/actor.h"
#include "domain/transaction.h"

namespace parley::posts {

struct LikeOutcome {
    bool liked;
    std::uint64_t total_likes;
};

// Likes, or takes the like back with its notification. Throws Error not_found.
LikeOutcome toggle_like(Transaction& tx, const Actor& actor, PostId id);

}  // namespace parley::posts
