#include "realtime/ws/handshake.h"

#include <algorithm>
#include <sstream>

#include <Poco/Base64Encoder.h>
#include <Poco/SHA1Engine.h>
#include <Poco/String.h>

namespace parley::ws {

namespace {

constexpr std::string_view accept_suffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";  // RFC 6455, 1.3
constexpr std::size_t key_digits = 22;  // base64 of 16 octets, without the padding
constexpr std::string_view key_padding = "==";

bool is_base64_digit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/';
}

// The last digit carries four bits of which two must be 0: of 64 digits, 4 can stand there.
bool is_key(std::string_view key) {
    return key.size() == key_digits + key_padding.size() && key.substr(key_digits) == key_padding &&
           std::all_of(key.begin(), key.begin() + key_digits, is_base64_digit) &&
           std::string_view("AQgw").find(key[key_digits - 1]) != std::string_view::npos;
}

bool is_http_1_1_or_later(std::string_view version) {
    return version.starts_with("HTTP/1.") && version != "HTTP/1.0";
}

}  // namespace

std::optional<std::string_view> problem_with(const Handshake& handshake) {
    if (handshake.method != "GET") return "A WebSocket handshake is a GET.";
    if (!is_http_1_1_or_later(handshake.http_version))
        return "A WebSocket handshake needs HTTP/1.1.";
    if (!has_token(handshake.upgrade, "websocket"))
        return "This address speaks WebSocket: the Upgrade header is missing.";
    if (!has_token(handshake.connection, "upgrade"))
        return "The Connection header does not say Upgrade.";
    if (handshake.version != "13") return "Only version 13 of WebSocket is spoken here.";
    if (!is_key(handshake.key)) return "The Sec-WebSocket-Key is not 16 octets in base64.";
    return std::nullopt;
}

std::string accept_value(std::string_view key) {
    Poco::SHA1Engine sha1;
    sha1.update(key.data(), key.size());
    sha1.update(accept_suffix.data(), accept_suffix.size());
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    const auto& digest = sha1.digest();
    encoder.write(reinterpret_cast<const char*>(digest.data()),
                  static_cast<std::streamsize>(digest.size()));
    encoder.close();
    return out.str();
}

std::string upgrade_answer(std::string_view key) {
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: " +
           accept_value(key) + "\r\n\r\n";
}

bool has_token(std::string_view value, std::string_view token) {
    while (!value.empty()) {
        const std::size_t comma = std::min(value.find(','), value.size());
        const std::string item = Poco::trim(std::string(value.substr(0, comma)));
        if (Poco::icompare(item, std::string(token)) == 0) return true;
        value.remove_prefix(std::min(comma + 1, value.size()));
    }
    return false;
}

}  // namespace parley::ws
