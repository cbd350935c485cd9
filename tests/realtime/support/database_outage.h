// A database user of its own for a daemon, so that a test can shut it out and let it in again: to
// the daemon the database is away, to the test it is not.
#pragma once

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <unistd.h>

#include "platform/config.h"
#include "tests/support/test_database.h"

namespace parley::test {

class DatabaseOutage {
  public:
    DatabaseOutage() {
        run("CREATE USER " + user() + "; GRANT ALL ON " + database().name + ".* TO " + user());
    }
    ~DatabaseOutage() { std::system(command("DROP USER " + user()).c_str()); }

    DatabaseConfig config() const {
        DatabaseConfig out = database();
        out.user = name_;
        return out;
    }

    void begin() { run("ALTER USER " + user() + " ACCOUNT LOCK; KILL USER '" + name_ + "'"); }
    void end() { run("ALTER USER " + user() + " ACCOUNT UNLOCK"); }

    // Every connection of the daemon is cut; it may connect again.
    void cut_connections() { run("KILL USER '" + name_ + "'"); }

  private:
    std::string user() const { return "'" + name_ + "'@localhost"; }
    std::string command(const std::string& sql) const {
        return "mariadb --no-defaults --user=root --socket=" + database().socket + " -e \"" + sql +
               "\"";
    }
    void run(const std::string& sql) const {
        if (std::system(command(sql).c_str()) != 0) throw std::runtime_error("failed: " + sql);
    }

    std::string name_ = "parley_out_" + std::to_string(::getpid());
};

}  // namespace parley::test
