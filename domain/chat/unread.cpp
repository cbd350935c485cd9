#include "domain/chat/unread.h"

#include "domain/chat/chat_store.h"

namespace parley::chat {

std::uint64_t unread_count(db::Session& session, UserId user, std::optional<RoomId> exclude_room) {
    return chat_store::unread_count(session, user, exclude_room.value_or(RoomId{}));
}

}  // namespace parley::chat
