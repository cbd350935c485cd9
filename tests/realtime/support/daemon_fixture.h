// A whole daemon in this process, on a unix socket of its own and the tests' database.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "domain/chat/rooms.h"
#include "realtime/daemon.h"
#include "tests/realtime/support/web_socket_client.h"
#include "tests/support/test_database.h"

namespace parley::test {

// A directory that goes with the test.
class TemporaryDirectory {
  public:
    TemporaryDirectory();
    ~TemporaryDirectory();
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

struct SignedIn {
    Actor actor;
    std::string token;

    std::string cookie() const { return "parley_session=" + token; }
};

struct DaemonFixture : Database {
    DaemonFixture();

    Config config_of(const std::string& node) const;
    std::unique_ptr<Daemon> start(const Config& config, ws::Limits limits = {});

    SignedIn signed_in(const std::string& username);
    RoomId room_of(const SignedIn& a, const SignedIn& b);  // makes them friends first

    WebSocketClient open(const SignedIn& who, RoomId room, const std::string& query = {});
    WebSocketClient open_notifications(const SignedIn& who);
    int status_of(Opening opening);  // of a handshake

    TemporaryDirectory directory;
    Doorbell doorbell;
    Config config;

    template <class Verb>
    auto run(Verb&& verb) {
        return transact(session, doorbell, verb);
    }
};

}  // namespace parley::test
