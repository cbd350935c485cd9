#include "domain/accounts/sessions.h"

#include <boost/test/unit_test.hpp>

#include "domain/events/event_store.h"
#include "tests/support/test_database.h"

using namespace parley;

namespace {

struct SignedIn : test::Database {
    Actor ana = member("ana");
    std::string token = run([&](Transaction& tx) { return accounts::start_session(tx, ana.user); });
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(accounts_sessions, SignedIn)

BOOST_AUTO_TEST_CASE(a_token_finds_its_member) {
    const auto login = accounts::find_session(session, token);
    BOOST_REQUIRE(login.has_value());
    BOOST_TEST((login->actor.user == ana.user));
    BOOST_TEST(login->display_name == "ana");
}

BOOST_AUTO_TEST_CASE(a_token_has_256_bits_and_the_database_keeps_only_a_hash) {
    BOOST_TEST(token.size() == 64u);
    BOOST_TEST(session.value<std::string>("SELECT token_hash FROM sessions").value() != token);
    const std::string second =
        run([&](Transaction& tx) { return accounts::start_session(tx, ana.user); });
    BOOST_TEST(second != token);
}

BOOST_AUTO_TEST_CASE(nonsense_finds_nobody) {
    for (const std::string& odd :
         {std::string(), std::string("x"), std::string(64, '0'), token + "0"})
        BOOST_TEST(!accounts::find_session(session, odd).has_value());
}

BOOST_AUTO_TEST_CASE(an_ended_session_is_gone_and_told_to_the_daemons) {
    const auto id = accounts::find_session(session, token)->id;
    run([&](Transaction& tx) { accounts::end_session(tx, ana.user, id); });
    BOOST_TEST(!accounts::find_session(session, token).has_value());
    BOOST_TEST(session.value<std::string>("SELECT kind FROM events").value() == "session_ended");
}

BOOST_AUTO_TEST_CASE(idle_and_old_sessions_and_inactive_members_are_not_signed_in) {
    session.execute("UPDATE sessions SET last_seen_at = last_seen_at - INTERVAL 15 DAY");
    BOOST_TEST(!accounts::find_session(session, token).has_value());
    session.execute("UPDATE sessions SET last_seen_at = UTC_TIMESTAMP(6)");
    BOOST_TEST(accounts::find_session(session, token).has_value());
    session.execute("UPDATE sessions SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND");
    BOOST_TEST(!accounts::find_session(session, token).has_value());
    session.execute("UPDATE sessions SET expires_at = UTC_TIMESTAMP(6) + INTERVAL 1 DAY");
    session.execute("UPDATE users SET is_active = FALSE");
    BOOST_TEST(!accounts::find_session(session, token).has_value());
}

BOOST_AUTO_TEST_CASE(a_session_is_touched_at_most_once_an_hour) {
    const auto seen = [&] { return accounts::find_session(session, token)->last_seen_at; };
    const auto first = seen();
    accounts::touch_session(session, *accounts::find_session(session, token));
    BOOST_TEST((seen() == first));
    session.execute("UPDATE sessions SET last_seen_at = last_seen_at - INTERVAL 2 HOUR");
    accounts::touch_session(session, *accounts::find_session(session, token));
    BOOST_TEST((seen() >= first));
}

BOOST_AUTO_TEST_SUITE_END()
