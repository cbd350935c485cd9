// A small, real WebSocket client on a unix socket, for tests. Blocking, with deadlines; answers
// pings.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <Poco/JSON/Object.h>

#include "realtime/ws/file_descriptor.h"

namespace parley::test {

using JsonObject = Poco::JSON::Object::Ptr;

// Thrown when what a test waits for does not come in time, or the connection ends instead.
struct NothingCame : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Opening {
    std::string path = {};
    std::string cookie = {};
    std::string origin = "http://parley.test";
    std::string host = "parley.test";
    std::string method = "GET";
    std::string version = "13";
    std::string key = "dGhlIHNhbXBsZSBub25jZQ==";
    std::string more_headers = {};
};

class WebSocketClient {
  public:
    // Sends the request and reads the response's head.
    WebSocketClient(const std::filesystem::path& socket, const Opening& opening);

    int status() const { return status_; }
    const std::string& head() const { return head_; }
    std::string body();  // of a refusal

    void send_text(std::string_view text);
    void send_octets(std::string_view octets);

    // The next text; nullopt: none came in time. Throws NothingCame at the connection's end.
    std::optional<std::string> next_text(std::chrono::milliseconds time_max);

    // The next message of a type, passing over others.
    JsonObject next(const std::string& type);

    // The payload of the next pong.
    std::string next_pong();

    // Whether no message of the type comes within the time.
    bool is_silent_about(const std::string& type, std::chrono::milliseconds time);

    // Waits for the close frame, passing over messages; answers it. 0: the connection just ended.
    int close_code(std::chrono::milliseconds time_max = std::chrono::seconds(5));

    // From now on pings are not answered.
    void play_dead() { is_dead_ = true; }
    int pings() const { return pings_; }

  private:
    struct Frame {
        unsigned opcode;
        std::string payload;
    };
    using Deadline = std::chrono::steady_clock::time_point;
    std::optional<Frame> next_frame(Deadline deadline);
    std::optional<Frame> take_frame();
    bool receive(Deadline deadline);  // false: nothing came in time

    ws::FileDescriptor socket_;
    std::string buffer_;
    std::string head_;
    int status_ = 0;
    int pings_ = 0;
    bool is_dead_ = false;
    std::optional<int> closed_with_;
};

}  // namespace parley::test
