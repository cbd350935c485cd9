// Messages, numbered 1, 2, 3 … in each room without holes, in one order for everybody.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/actor.h"
#include "domain/error.h"
#include "domain/profiles/profiles.h"
#include "domain/transaction.h"

namespace parley::chat {

inline constexpr std::size_t message_length_max = 4000;
inline constexpr std::size_t nonce_length_max = 64;
inline constexpr std::size_t history_page_size = 50;
inline constexpr std::size_t replay_max = 1000;
inline constexpr std::size_t messages_at_once_max = 500;

// The text as it is stored: trimmed, with Unix newlines. Throws Error invalid (field "message")
// when it is empty, too long or no UTF-8.
std::string checked_text(std::string_view text);

struct Outgoing {
    RoomId room;
    UserId sender;
    std::optional<std::string> nonce;
    std::string text;  // checked
};

enum class SendResult {
    stored,
    repeated,     // the nonce was stored before: id and timestamp are the first one's
    refused,      // not (or no longer) a member, or no longer friends
    nonce_taken,  // the sender used the nonce in another room
};

struct Sent {
    SendResult result;
    MessageId id;
    UtcTime created_at;
};

// Stores many messages of many rooms with few statements; one Sent for each, in order. Also moves
// the senders' read marks. At most messages_at_once_max.
std::vector<Sent> send(Transaction& tx, std::span<const Outgoing> messages);

struct Message {
    MessageId id;
    UserId sender;
    std::string sender_username;
    std::string sender_name;
    std::optional<std::string> nonce;
    std::string text;
    UtcTime created_at;
};

struct MessagePage {
    std::vector<Message> messages;  // oldest first
    bool has_older;
};

// The newest page, or the one before a message.
MessagePage history(db::Session& session, RoomId room, std::optional<MessageId> before);

// Messages after…up_to in order, at most `limit`.
std::vector<Message> range(db::Session& session, RoomId room, MessageId after, MessageId up_to,
                           std::size_t limit);

// The number of the latest message of a room; 0: none.
MessageId last_message(db::Session& session, RoomId room);

// Moves the member's read mark forward, never back; past the last message counts as the last.
// Returns where it stands. Publishes MessagesRead when it moved.
MessageId mark_read(Transaction& tx, const Actor& reader, RoomId room, MessageId up_to);

}  // namespace parley::chat
