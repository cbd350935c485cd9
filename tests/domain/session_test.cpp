// platform/db needs a real database, so its suite is here, where one is at hand.
#include <boost/test/unit_test.hpp>

#include "tests/support/test_database.h"

using namespace parley;

BOOST_FIXTURE_TEST_SUITE(db_session, test::Database)

BOOST_AUTO_TEST_CASE(a_kept_statement_reads_no_row_of_an_earlier_run) {
    const auto ana = member("ana");
    constexpr auto by_id = "SELECT username FROM users WHERE id = ?";
    BOOST_TEST(session.value<std::string>(by_id, ana.user).value() == "ana");
    BOOST_TEST(!session.value<std::string>(by_id, UserId{999}).has_value());
    BOOST_TEST(session.rows<std::string>(by_id, ana.user).size() == 1u);
}

BOOST_AUTO_TEST_CASE(nulls_times_and_four_byte_characters_come_back_as_they_went_in) {
    const UtcTime now = utc_now();
    constexpr auto echo = "SELECT CAST(? AS CHAR(20)), CAST(? AS DATETIME(6)), CAST(? AS SIGNED)";
    const auto row = session.row<std::optional<std::string>, UtcTime, std::int64_t>(
        echo, std::optional<std::string>("\xF0\x9F\x99\x82"), now, -5);
    BOOST_TEST(std::get<0>(*row).value() == "\xF0\x9F\x99\x82");
    BOOST_TEST((std::get<1>(*row) == now));
    BOOST_TEST(std::get<2>(*row) == -5);
    const auto null = session.row<std::optional<std::string>, UtcTime, std::int64_t>(
        echo, std::optional<std::string>(), now, 0);
    BOOST_TEST(!std::get<0>(*null).has_value());
}

BOOST_AUTO_TEST_CASE(a_failed_statement_can_be_run_again) {
    const auto insert = [&](std::uint64_t id) {
        session.execute("INSERT INTO broadcasters (user_id) VALUES (?)", id);
    };
    const auto ana = member("ana");
    insert(ana.user.value);
    BOOST_CHECK_EXCEPTION(insert(ana.user.value), db::Error,
                          [](const db::Error& e) { return e.is_duplicate_key(); });
    session.execute("DELETE FROM broadcasters");
    BOOST_CHECK_NO_THROW(insert(ana.user.value));
}

BOOST_AUTO_TEST_CASE(a_transaction_that_is_not_committed_leaves_nothing) {
    {
        db::Transaction transaction(session);
        session.execute("UPDATE event_shards SET seq = 77 WHERE shard = 0");
    }
    BOOST_TEST(
        session.value<std::uint64_t>("SELECT seq FROM event_shards WHERE shard = 0").value() == 0u);
    session.execute("UPDATE event_shards SET seq = 5 WHERE shard = 0");
    db::Session other(test::database());
    BOOST_TEST(other.value<std::uint64_t>("SELECT seq FROM event_shards WHERE shard = 0").value() ==
               5u);
}

BOOST_AUTO_TEST_CASE(a_killed_connection_is_unavailable_once_and_works_again_afterwards) {
    const auto id = session.value<std::uint64_t>("SELECT CONNECTION_ID()").value();
    db::Session other(test::database());
    other.execute("KILL ?", id);
    BOOST_CHECK_THROW(session.value<std::uint64_t>("SELECT CONNECTION_ID()"), db::Unavailable);
    BOOST_TEST(session.value<std::uint64_t>("SELECT CONNECTION_ID()").value() != id);
}

BOOST_AUTO_TEST_CASE(a_connection_lost_in_a_transaction_ends_the_transaction) {
    db::Session other(test::database());
    BOOST_CHECK_THROW(
        transact(session, doorbell,
                 [&](Transaction& tx) {
                     tx.db().execute("UPDATE event_shards SET seq = 1");
                     other.execute("KILL ?",
                                   tx.db().value<std::uint64_t>("SELECT CONNECTION_ID()").value());
                     tx.db().execute("UPDATE event_shards SET seq = 2");
                 }),
        db::Unavailable);
    BOOST_TEST(session.value<std::uint64_t>("SELECT MAX(seq) FROM event_shards").value() == 0u);
}

BOOST_AUTO_TEST_CASE(many_rows_go_in_and_come_out_whatever_their_number) {
    std::vector<std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>> rows;
    for (std::uint64_t i = 1; i <= 777; ++i) rows.emplace_back(1, i, 2);
    session.insert_rows("INSERT INTO timeline (user_id, post_id, author_id) VALUES", "", rows);
    std::vector<std::tuple<std::uint64_t>> keys;
    for (std::uint64_t i = 700; i <= 800; ++i) keys.emplace_back(i);
    const auto found = session.rows_in<std::uint64_t>(
        "SELECT post_id FROM timeline WHERE user_id = 1 AND post_id IN (", ")", keys);
    BOOST_TEST(found.size() == 78u);
}

BOOST_AUTO_TEST_CASE(a_verb_is_run_again_after_a_deadlock) {
    int runs = 0;
    const int result = transact(session, doorbell, [&](Transaction&) {
        if (++runs < 3) throw db::Error(db::deadlock, "deadlock");
        return runs;
    });
    BOOST_TEST(result == 3);
}

BOOST_AUTO_TEST_SUITE_END()
