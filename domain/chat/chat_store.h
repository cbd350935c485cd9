// The tables rooms, room_members and messages.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "domain/chat/messages.h"
#include "domain/chat/rooms.h"

namespace parley::chat::chat_store {

// Rooms.
// Of two friends; id is 0 while there is none. nullopt: they are not friends.
std::optional<Room> find_room(db::Session& session, UserId member, UserId peer);
void make_room(db::Session& session, UserId a, UserId b);  // or nothing, if another was quicker
Access access_to(db::Session& session, UserId user, RoomId room);
void lock_room_of(db::Session& session, UserId a, UserId b);

struct Activity {
    UtcTime at;
    UserId peer;
};
std::optional<Activity> activity_with(db::Session& session, UserId user, UserId peer);
// One more than chat_list_size.
std::vector<ChatListEntry> chat_list(db::Session& session, UserId user, const Activity& before);
std::uint64_t unread_count(db::Session& session, UserId user, RoomId except);

// Messages.
struct LastMessage {
    RoomId room;
    std::uint64_t seq;
};
// Locks the rooms through the commit, in ascending order.
std::vector<LastMessage> lock_rooms(db::Session& session, const std::vector<RoomId>& ascending);

struct Member {
    RoomId room;
    UserId user;
    bool may_write;  // in a room of two: still friends
};
std::vector<Member> members(db::Session& session, const std::vector<RoomId>& rooms);

struct StoredNonce {
    UserId sender;
    std::string nonce;
    RoomId room;
    MessageId id;
    UtcTime created_at;
};
using NonceKey = std::tuple<UserId, std::string>;
std::vector<StoredNonce> find_nonces(db::Session& session, const std::vector<NonceKey>& keys);

struct NewMessage {
    RoomId room;
    MessageId id;
    UserId sender;
    std::optional<std::string_view> nonce;
    std::string_view text;
};
void insert_messages(db::Session& session, const std::vector<NewMessage>& messages, UtcTime now);
void set_last(db::Session& session, const std::vector<LastMessage>& rooms, UtcTime now);

struct ReadMark {
    RoomId room;
    UserId user;
    std::uint64_t seq;
};
void move_read_marks(db::Session& session, const std::vector<ReadMark>& marks);
// false: stood there or further on already.
bool move_read_mark(db::Session& session, const ReadMark& mark);
std::optional<MessageId> read_mark(db::Session& session, RoomId room, UserId user);

MessageId last_message(db::Session& session, RoomId room);
std::vector<Message> newest(db::Session& session, RoomId room, MessageId before);  // newest first
std::vector<Message> range(db::Session& session, RoomId room, MessageId after, MessageId up_to,
                           std::size_t limit);

}  // namespace parley::chat::chat_store
