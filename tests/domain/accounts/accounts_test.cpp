#include "domain/accounts/accounts.h"

#include <boost/test/unit_test.hpp>

#include "domain/accounts/sessions.h"
#include "tests/support/test_database.h"

using namespace parley;
using accounts::Registration;

namespace {

Registration sound() {
    return {"ana.reyes", "ana@example.org", "correct horse", "correct horse"};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(accounts_accounts, test::Database)

BOOST_AUTO_TEST_CASE(a_sound_registration_has_no_errors) {
    BOOST_TEST(accounts::check(sound()).empty());
}

BOOST_AUTO_TEST_CASE(each_wrong_field_gets_a_sentence) {
    for (const char* name : {"", "ab", "a b c", "ana/x", "анна", "...", "a@b.c"}) {
        auto form = sound();
        form.username = name;
        BOOST_TEST(accounts::check(form).contains("username"), name);
    }
    for (const char* email :
         {"", "ana", "@x.org", "a@b", "a@@b.org", "a b@c.org", "a@b.org\r\nX: y"}) {
        auto form = sound();
        form.email = email;
        BOOST_TEST(accounts::check(form).contains("email"), email);
    }
    auto form = sound();
    form.username = std::string(33, 'a');
    form.password = "short";
    BOOST_TEST(accounts::check(form).contains("username"));
    BOOST_TEST(accounts::check(form).contains("password"));
    form = sound();
    form.password_confirm = "another";
    BOOST_TEST(accounts::check(form).contains("password_confirm"));
    form = sound();
    form.password = form.password_confirm = std::string(1025, 'x');
    BOOST_TEST(accounts::check(form).contains("password"));
}

BOOST_AUTO_TEST_CASE(names_and_addresses_are_unique_whatever_the_case) {
    run([&](Transaction& tx) { accounts::register_account(tx, sound(), "h"); });
    auto again = sound();
    again.username = "ANA.Reyes";
    again.email = "other@example.org";
    const auto refused_at = [&](const char* field) {
        return [field](const Error& e) { return e.fields.contains(field); };
    };
    BOOST_CHECK_EXCEPTION(run([&](Transaction& tx) { accounts::register_account(tx, again, "h"); }),
                          Error, refused_at("username"));
    again.username = "other";
    again.email = "ANA@example.org";
    BOOST_CHECK_EXCEPTION(run([&](Transaction& tx) { accounts::register_account(tx, again, "h"); }),
                          Error, refused_at("email"));
    BOOST_TEST(session.value<std::uint64_t>("SELECT COUNT(*) FROM users").value() == 1u);
}

BOOST_AUTO_TEST_CASE(credentials_are_found_by_name_and_by_address) {
    const auto id =
        run([&](Transaction& tx) { return accounts::register_account(tx, sound(), "the hash"); });
    for (const char* name : {"ana.reyes", "ANA.REYES", "ana@example.org", "Ana@Example.org"}) {
        const auto found = accounts::find_credentials(session, name);
        BOOST_REQUIRE(found.has_value());
        BOOST_TEST((found->user == id));
        BOOST_TEST(found->password_hash == "the hash");
    }
    BOOST_TEST(!accounts::find_credentials(session, "nobody").has_value());
}

BOOST_AUTO_TEST_CASE(ten_failures_close_the_name_for_that_address_only) {
    const auto fail = [&](const char* address) {
        run([&](Transaction& tx) { accounts::note_login_failure(tx, "ana", address); });
    };
    for (int i = 0; i < 9; ++i) fail("192.0.2.1");
    BOOST_TEST(accounts::login_wait_s(session, "ana", "192.0.2.1") == 0);
    fail("192.0.2.1");
    const int wait = accounts::login_wait_s(session, "ana", "192.0.2.1");
    BOOST_TEST(wait > 14 * 60);
    BOOST_TEST(wait <= 15 * 60);
    BOOST_TEST(accounts::login_wait_s(session, "ana", "192.0.2.2") == 0);
    BOOST_TEST(accounts::login_wait_s(session, "ben", "192.0.2.1") == 0);
    run([&](Transaction& tx) { accounts::forget_login_failures(tx, "ana", "192.0.2.1"); });
    BOOST_TEST(accounts::login_wait_s(session, "ana", "192.0.2.1") == 0);
}

BOOST_AUTO_TEST_CASE(the_window_of_failures_ends) {
    for (int i = 0; i < 10; ++i)
        run([&](Transaction& tx) { accounts::note_login_failure(tx, "ana", "::1"); });
    session.execute("UPDATE login_failures SET since = since - INTERVAL 16 MINUTE");
    BOOST_TEST(accounts::login_wait_s(session, "ana", "::1") == 0);
    run([&](Transaction& tx) { accounts::note_login_failure(tx, "ana", "::1"); });
    BOOST_TEST(session.value<std::uint64_t>("SELECT failures FROM login_failures").value() == 1u);
}

BOOST_AUTO_TEST_CASE(a_new_password_ends_all_other_sessions) {
    const auto ana = member("ana");
    const auto start = [&] {
        return run([&](Transaction& tx) { return accounts::start_session(tx, ana.user); });
    };
    const std::string here = start();
    const std::string there = start();
    const auto kept = accounts::find_session(session, here)->id;
    run([&](Transaction& tx) { accounts::change_password(tx, ana.user, kept, "new"); });
    BOOST_TEST(accounts::find_session(session, here).has_value());
    BOOST_TEST(!accounts::find_session(session, there).has_value());
    BOOST_TEST(accounts::find_credentials(session, ana.user)->password_hash == "new");
}

BOOST_AUTO_TEST_SUITE_END()
