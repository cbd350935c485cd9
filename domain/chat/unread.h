// Chat counts: subtractions over the rooms shared with friends, never stored.
#pragma once

#include <cstdint>
#include <optional>

#include "domain/ids.h"
#include "platform/db/session.h"

namespace parley::chat {

std::uint64_t unread_count(db::Session& session, UserId user,
                           std::optional<RoomId> exclude_room = std::nullopt);

}  // namespace parley::chat
