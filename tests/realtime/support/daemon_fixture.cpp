#include "tests/realtime/support/daemon_fixture.h"

#include <cstdlib>
#include <unistd.h>

#include "domain/accounts/sessions.h"

namespace parley::test {

TemporaryDirectory::TemporaryDirectory() {
    std::string name = (std::filesystem::temp_directory_path() / "parley-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
    path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

DaemonFixture::DaemonFixture()
    : doorbell(directory.path() / "doorbells"), config(config_of("node-1")) {}

Config DaemonFixture::config_of(const std::string& node) const {
    Config out;
    out.state = directory.path();
    out.doorbells = directory.path() / "doorbells";
    std::filesystem::create_directories(out.doorbells);
    out.realtime_socket = directory.path() / (node + ".sock");
    out.database = database();
    out.node = node;
    return out;
}

std::unique_ptr<Daemon> DaemonFixture::start(const Config& config, ws::Limits limits) {
    auto daemon = std::make_unique<Daemon>(config, limits);
    daemon->start();
    return daemon;
}

SignedIn DaemonFixture::signed_in(const std::string& username) {
    SignedIn out{member(username), {}};
    out.token = run([&](Transaction& tx) { return accounts::start_session(tx, out.actor.user); });
    return out;
}

RoomId DaemonFixture::room_of(const SignedIn& a, const SignedIn& b) {
    befriend(a.actor, b.actor);
    return run([&](Transaction& tx) { return chat::open_room(tx, a.actor, b.actor.user).id; });
}

WebSocketClient DaemonFixture::open(const SignedIn& who, RoomId room, const std::string& query) {
    WebSocketClient client(
        config.realtime_socket,
        {.path = "/ws/chat/" + std::to_string(room.value) + "/" + query, .cookie = who.cookie()});
    if (client.status() != 101) throw NothingCame("refused: " + client.head() + client.body());
    return client;
}

WebSocketClient DaemonFixture::open_notifications(const SignedIn& who) {
    WebSocketClient client(config.realtime_socket,
                           {.path = "/ws/notifications/", .cookie = who.cookie()});
    if (client.status() != 101) throw NothingCame("refused: " + client.head() + client.body());
    return client;
}

int DaemonFixture::status_of(Opening opening) {
    return WebSocketClient(config.realtime_socket, opening).status();
}

}  // namespace parley::test
