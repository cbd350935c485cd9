// What is new, as the realtime daemons learn it. A closed set: a new alternative makes the compiler
// list every visit to complete.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/ids.h"

namespace parley::events {

// Messages first…last of a room were committed. Its members' chat counts changed.
struct MessagesPosted {
    RoomId room;
    MessageId first;
    MessageId last;
    std::vector<UserId> members;
};

struct MessagesRead {
    RoomId room;
    UserId reader;
    std::string reader_name;  // user name
    MessageId up_to;
};

struct Typing {
    RoomId room;
    UserId user;
    std::string username;
};

// The member's unread notifications, or what their chat count is made of, changed.
struct UnreadChanged {
    UserId user;
};

// Ends the sockets of one session, or of all of a member's sessions (session absent) but one.
struct SessionEnded {
    UserId user;
    std::optional<SessionId> session;
    std::optional<SessionId> except;
};

struct FriendshipEnded {
    UserId a;
    UserId b;
};

using Event = std::variant<MessagesPosted, MessagesRead, Typing, UnreadChanged, SessionEnded,
                           FriendshipEnded>;

// "room/7" or "user/12": events of one topic keep their order.
std::string topic_of(const Event& event);

std::string_view kind_of(const Event& event);

// ASCII-safe JSON of at most 1,000 characters.
std::string encode(const Event& event);

// nullopt: a kind or payload this program does not know (a newer one wrote it).
std::optional<Event> decode(std::string_view kind, std::string_view payload);

}  // namespace parley::events
