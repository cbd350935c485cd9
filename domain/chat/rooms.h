// Rooms of two, made at first use by friends.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/actor.h"
#include "domain/profiles/profiles.h"
#include "domain/transaction.h"

namespace parley::chat {

inline constexpr std::size_t chat_list_size = 50;

struct Room {
    RoomId id;
    UserId peer;
    MessageId last;  // 0: none yet
    MessageId read;  // by the member
    MessageId read_by_peer;
};

// The room of the actor and a friend, made if there is none; two who do so at once get the same
// one. Throws Error forbidden when they are not friends.
Room open_room(Transaction& tx, const Actor& actor, UserId peer);

enum class Access { granted, no_such_room, not_a_member, not_friends };

// Whether a member may join the room now. A stranger to the room gets not_a_member.
Access access_to(db::Session& session, UserId user, RoomId room);

struct ChatListEntry {
    profiles::Person person;
    std::optional<RoomId> room;  // absent before the first use
    std::string last_text;       // shortened to 100 characters; empty: no message yet
    bool last_is_own;
    std::optional<UtcTime> last_at;
    std::uint64_t unread;
};

struct ChatList {
    std::vector<ChatListEntry> entries;  // latest first
    bool has_more;                       // next page: before = the last entry's user id
};

ChatList chat_list(db::Session& session, const Actor& actor, std::optional<UserId> before);

}  // namespace parley::chat
