// The opening handshake of RFC 6455, section 4.2, as a pure function.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::ws {

struct Handshake {
    std::string method;
    std::string http_version;  // "HTTP/1.1"
    std::string upgrade;       // header values; several of one name joined by commas
    std::string connection;
    std::string key;
    std::string version;
};

// A sentence saying what is not as it must be; nullopt: all is well.
std::optional<std::string_view> problem_with(const Handshake& handshake);

// Sec-WebSocket-Accept for a Sec-WebSocket-Key.
std::string accept_value(std::string_view key);

// The whole response that switches protocols.
std::string upgrade_answer(std::string_view key);

// Whether a comma-separated header value contains the token, whatever the case.
bool has_token(std::string_view value, std::string_view token);

}  // namespace parley::ws
