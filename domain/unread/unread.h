// The two numbers that badges show, in one statement: what the two unread-count routes give.
#pragma once

#include <cstdint>

#include "domain/ids.h"
#include "platform/db/session.h"

namespace parley::unread {

struct Counts {
    std::uint64_t chat = 0;
    std::uint64_t notifications = 0;
    bool operator==(const Counts&) const = default;
};

Counts counts(db::Session& session, UserId user);

}  // namespace parley::unread
