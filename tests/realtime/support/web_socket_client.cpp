#include "tests/realtime/support/web_socket_client.h"

#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <Poco/JSON/Parser.h>

#include "tests/realtime/support/client_frames.h"

namespace parley::test {

namespace {

constexpr std::chrono::seconds patience{5};

using Clock = std::chrono::steady_clock;

ws::FileDescriptor connected(const std::filesystem::path& path) {
    ws::FileDescriptor fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    if (::connect(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw NothingCame("nobody listens at " + path.string());
    return fd;
}

std::string request_of(const Opening& opening) {
    std::string out = opening.method + " " + opening.path + " HTTP/1.1\r\nHost: " + opening.host +
                      "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
    const auto add = [&out](const char* name, const std::string& value) {
        if (!value.empty()) out += std::string(name) + ": " + value + "\r\n";
    };
    add("Sec-WebSocket-Key", opening.key);
    add("Sec-WebSocket-Version", opening.version);
    add("Origin", opening.origin);
    add("Cookie", opening.cookie);
    return out + opening.more_headers + "\r\n";
}

}  // namespace

WebSocketClient::WebSocketClient(const std::filesystem::path& socket, const Opening& opening)
    : socket_(connected(socket)) {
    send_octets(request_of(opening));
    const auto deadline = Clock::now() + patience;
    std::size_t end;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
        if (!receive(deadline)) throw NothingCame("no answer to the handshake");
    head_ = buffer_.substr(0, end + 4);
    buffer_.erase(0, end + 4);
    status_ = std::stoi(head_.substr(9, 3));
}

std::string WebSocketClient::body() {
    try {
        while (receive(Clock::now() + patience)) {
        }
    } catch (const NothingCame&) {
    }
    return buffer_;
}

void WebSocketClient::send_text(std::string_view text) {
    send_octets(client_frame(text));
}

void WebSocketClient::send_octets(std::string_view octets) {
    while (!octets.empty()) {
        const ssize_t sent = ::send(socket_.get(), octets.data(), octets.size(), MSG_NOSIGNAL);
        if (sent <= 0) throw NothingCame("the connection takes nothing more");
        octets.remove_prefix(static_cast<std::size_t>(sent));
    }
}

std::optional<std::string> WebSocketClient::next_text(std::chrono::milliseconds time_max) {
    const auto deadline = Clock::now() + time_max;
    while (const auto frame = next_frame(deadline)) {
        if (frame->opcode == 0x1) return frame->payload;
        if (frame->opcode == 0x8)
            throw NothingCame("closed with " + std::to_string(closed_with_.value()));
    }
    return std::nullopt;
}

JsonObject WebSocketClient::next(const std::string& type) {
    const auto deadline = Clock::now() + patience;
    while (const auto text = next_text(
               std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()))) {
        Poco::JSON::Parser parser;
        auto object = parser.parse(*text).extract<JsonObject>();
        if (object->getValue<std::string>("type") == type) return object;
    }
    throw NothingCame("no " + type + " came");
}

std::string WebSocketClient::next_pong() {
    const auto deadline = Clock::now() + patience;
    while (const auto frame = next_frame(deadline))
        if (frame->opcode == 0xA) return frame->payload;
    throw NothingCame("no pong came");
}

bool WebSocketClient::is_silent_about(const std::string& type, std::chrono::milliseconds time) {
    const auto deadline = Clock::now() + time;
    while (const auto text = next_text(
               std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now())))
        if (text->find("\"type\":\"" + type + "\"") != std::string::npos) return false;
    return true;
}

int WebSocketClient::close_code(std::chrono::milliseconds time_max) {
    const auto deadline = Clock::now() + time_max;
    try {
        while (!closed_with_ && next_frame(deadline)) {
        }
    } catch (const NothingCame&) {
        return closed_with_.value_or(0);
    }
    if (!closed_with_) throw NothingCame("no close frame came");
    return *closed_with_;
}

std::optional<WebSocketClient::Frame> WebSocketClient::next_frame(Deadline deadline) {
    while (true) {
        auto frame = take_frame();
        if (!frame) {
            if (!receive(deadline)) return std::nullopt;
            continue;
        }
        if (frame->opcode == 0x9) {
            ++pings_;
            if (!is_dead_) send_octets(client_frame(frame->payload, {.opcode = 0xA}));
            continue;
        }
        if (frame->opcode == 0x8) {
            closed_with_ = frame->payload.size() < 2
                               ? 1005
                               : static_cast<unsigned char>(frame->payload[0]) << 8 |
                                     static_cast<unsigned char>(frame->payload[1]);
            if (!is_dead_) send_octets(client_frame(frame->payload.substr(0, 2), {.opcode = 0x8}));
        }
        return frame;
    }
}

std::optional<WebSocketClient::Frame> WebSocketClient::take_frame() {
    const auto octet = [this](std::size_t at) {
        return static_cast<std::uint64_t>(static_cast<unsigned char>(buffer_[at]));
    };
    if (buffer_.size() < 2) return std::nullopt;
    if ((octet(0) & 0x70) != 0 || (octet(0) & 0x80) == 0 || (octet(1) & 0x80) != 0)
        throw std::logic_error("the server sent a frame that it may not send");
    std::size_t at = 2;
    std::uint64_t length = octet(1);
    if (length >= 126) {
        const std::size_t octets = length == 126 ? 2 : 8;
        if (buffer_.size() < at + octets) return std::nullopt;
        length = 0;
        while (at < 2 + octets) length = length << 8 | octet(at++);
    }
    if (buffer_.size() < at + length) return std::nullopt;
    Frame frame{static_cast<unsigned>(octet(0) & 0x0F), buffer_.substr(at, length)};
    buffer_.erase(0, at + length);
    return frame;
}

bool WebSocketClient::receive(Deadline deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    pollfd wait{socket_.get(), POLLIN, 0};
    if (::poll(&wait, 1, static_cast<int>(std::max<std::int64_t>(0, left.count()))) <= 0)
        return false;
    char octets[16384];
    const ssize_t count = ::recv(socket_.get(), octets, sizeof octets, 0);
    if (count <= 0) throw NothingCame("the connection ended");
    buffer_.append(octets, static_cast<std::size_t>(count));
    return true;
}

}  // namespace parley::test
