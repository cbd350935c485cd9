// What a chat client may say (contract, section 4), as a closed set. What is not understood is a
// value too.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "domain/ids.h"

namespace parley::protocol {

struct Say {
    std::string text;
    std::optional<std::string> nonce;  // 1 to 64 visible ASCII characters
};
struct Typing {};
struct Read {
    MessageId up_to;
};

struct NotUnderstood {
    std::string code;
    std::string message;
    std::optional<std::string> nonce;  // of the message meant, where it could be read
};

using ClientMessage = std::variant<Say, Typing, Read, NotUnderstood>;

// Never throws. The text must be UTF-8.
ClientMessage parse_client_message(const std::string& text);

}  // namespace parley::protocol
