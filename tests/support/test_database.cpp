#include "tests/support/test_database.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <unistd.h>
#include <vector>

#include "domain/accounts/accounts.h"
#include "domain/follows/follows.h"

namespace parley::test {

namespace {

// As an administrator does it: with the mariadb client alone.
void mariadb(const DatabaseConfig& config, const std::string& arguments) {
    const std::string command = "mariadb --no-defaults --batch --user=" + config.user +
                                " --socket=" + config.socket + " " + arguments;
    if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
}

DatabaseConfig make() {
    const char* socket = std::getenv("PARLEY_TEST_DB_SOCKET");
    if (!socket) throw std::runtime_error("PARLEY_TEST_DB_SOCKET names no MariaDB; see bin/test");
    DatabaseConfig config;
    config.socket = socket;
    config.user = "root";
    config.name = "parley_test_" + std::to_string(::getpid());
    mariadb(config, "-e 'CREATE DATABASE " + config.name + "'");
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(PARLEY_SOURCE_DIR "/schema"))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) mariadb(config, config.name + " < " + file.string());
    return config;
}

struct Holder {
    DatabaseConfig config = make();
    ~Holder() { mariadb(config, "-e 'DROP DATABASE " + config.name + "'"); }
};

}  // namespace

const DatabaseConfig& database() {
    static const Holder holder;
    return holder.config;
}

void empty_database() {
    db::Session session(database());
    // Members take nearly everything with them (ON DELETE CASCADE).
    session.execute("DELETE FROM users");
    session.execute("DELETE FROM rooms");
    session.execute("DELETE FROM timeline");
    session.execute("DELETE FROM login_failures");
    session.execute("DELETE FROM events");
    session.execute("UPDATE event_shards SET seq = 0");
}

Database::Database() {
    empty_database();
}

Actor Database::member(const std::string& username) {
    const accounts::Registration form{username, username + "@example.org", "", ""};
    const UserId user =
        run([&](Transaction& tx) { return accounts::register_account(tx, form, "no hash"); });
    return {user, username, false};
}

void Database::befriend(const Actor& a, const Actor& b) {
    run([&](Transaction& tx) { follows::follow(tx, a, b.username); });
    run([&](Transaction& tx) { follows::follow(tx, b, a.username); });
}

}  // namespace parley::test
