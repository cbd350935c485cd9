// Takes HTTP requests, lets a gate decide, and hands the sockets that may speak WebSocket over to
// the event loop. Poco's HTTPServer with a few threads, which are free again as soon as a socket is
// handed over.
//
// Also answers GET /healthz: 200 as long as the event loop does its rounds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>

#include "realtime/ws/handler.h"

namespace parley::ws {

class EventLoop;

struct UpgradeRequest {
    std::string path;
    std::string query;
    std::string host;
    std::string origin;
    std::string cookies;
    std::string forwarded_proto;
};

struct Refusal {
    int status;
    std::string code;     // for programs
    std::string message;  // for people
    int retry_after_s = 0;
};

// Called on the server's threads; may wait for the database.
class Gate {
  public:
    virtual ~Gate() = default;
    virtual std::variant<std::unique_ptr<Handler>, Refusal> admit(
        const UpgradeRequest& request) = 0;
};

class UpgradeServer {
  public:
    UpgradeServer(EventLoop& loop, Gate& gate);
    ~UpgradeServer();

    // Listening when they return. The file of the unix socket is replaced, and open to all local
    // users: who may come near it is for its directory to say. Throws when the address cannot be
    // had.
    void listen_on(const std::filesystem::path& unix_socket);
    void listen_on_loopback(std::uint16_t port);

    // Accepts nothing more. Requests being answered are finished.
    void stop();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace parley::ws
