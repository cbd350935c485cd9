// A database of the test program's own on the MariaDB behind the unix socket PARLEY_TEST_DB_SOCKET
// (bin/test starts one), made from schema/*.sql. Made once a program, emptied by empty().
#pragma once

#include "domain/actor.h"
#include "domain/transaction.h"
#include "platform/config.h"
#include "platform/db/session.h"
#include "platform/doorbell.h"

namespace parley::test {

// Where the tests' database is; makes it at the first call.
const DatabaseConfig& database();

// Deletes all rows but those of schema_migrations; event numbers start again at 0.
void empty_database();

// Opens an emptied database for one test case: `struct F : parley::test::Database {};
// BOOST_FIXTURE_…`
struct Database {
    Database();

    db::Session session{database()};
    Doorbell doorbell{"/nonexistent"};

    // A registered member with a profile; the password is never right (no hashing, so it is quick).
    Actor member(const std::string& username);
    void befriend(const Actor& a, const Actor& b);

    template <class Verb>
    auto run(Verb&& verb) {
        return transact(session, doorbell, verb);
    }
};

}  // namespace parley::test
