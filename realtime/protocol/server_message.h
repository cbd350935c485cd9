// What the daemon says (contract, section 4), as JSON texts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.h"
#include "platform/utc_time.h"

namespace parley::protocol {

struct Ack {
    std::optional<std::string> nonce;
    MessageId id;
    UtcTime timestamp;
};
std::string encode(const Ack& ack);

struct ChatMessage {
    RoomId room;
    MessageId id;
    std::string_view text;
    std::string_view sender;
    std::string_view sender_name;
    UtcTime timestamp;
    const std::optional<std::string>& nonce;
};
std::string encode(const ChatMessage& message);

struct SomebodyTypes {
    std::string_view sender;
};
std::string encode(const SomebodyTypes& typing);

struct SomebodyRead {
    std::string_view reader;
    MessageId up_to;
};
std::string encode(const SomebodyRead& read);

struct Refused {
    std::string_view code;
    std::string_view message;
    const std::optional<std::string>& nonce;
};
std::string encode(const Refused& refused);

// The client's place in the room is too old to be replayed: it loads the page again.
struct Reset {};
std::string encode(Reset reset);

struct UnreadUpdate {
    bool is_increment;  // one of the numbers grew
    std::uint64_t chat;
    std::uint64_t notifications;
};
std::string encode(const UnreadUpdate& update);

}  // namespace parley::protocol
