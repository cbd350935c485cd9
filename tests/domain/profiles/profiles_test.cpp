#include "domain/profiles/profiles.h"

#include <boost/test/unit_test.hpp>

#include "domain/follows/follows.h"
#include "domain/posts/posts.h"
#include "tests/support/test_database.h"

using namespace parley;
using profiles::ProfileForm;

namespace {

ProfileForm sound() {
    return {"Ana",       "Reyes", "ana@example.org", "Reads.", "Lisbon", "https://example.org",
            "1990-02-28"};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(profiles_profiles, test::Database)

BOOST_AUTO_TEST_CASE(what_was_edited_is_shown) {
    const auto ana = member("ana");
    run([&](Transaction& tx) { profiles::edit(tx, ana, sound(), "a.webp"); });
    const auto shown = profiles::show(session, ana, "ANA");
    BOOST_TEST(shown.display_name() == "Ana Reyes");
    BOOST_TEST(shown.bio == "Reads.");
    BOOST_TEST(shown.birth_date == "1990-02-28");
    BOOST_TEST(shown.avatar == "a.webp");
    auto without = sound();
    without.birth_date = without.bio = "";
    const auto old =
        run([&](Transaction& tx) { return profiles::edit(tx, ana, without, std::string()); });
    BOOST_TEST(old == "a.webp");
    BOOST_TEST(profiles::show(session, ana, "ana").birth_date == "");
    BOOST_TEST(profiles::show(session, ana, "ana").avatar == "");
}

BOOST_AUTO_TEST_CASE(each_wrong_field_gets_a_sentence) {
    BOOST_TEST(profiles::check(sound()).empty());
    const auto errors_with = [](auto change) {
        ProfileForm form = sound();
        change(form);
        return profiles::check(form);
    };
    BOOST_TEST(errors_with([](auto& f) { f.bio = std::string(501, 'x'); }).contains("bio"));
    BOOST_TEST(errors_with([](auto& f) { f.bio = "\xff"; }).contains("bio"));
    BOOST_TEST(
        errors_with([](auto& f) { f.location = std::string(101, 'x'); }).contains("location"));
    for (const char* url : {"example.org", "javascript:alert(1)", "ftp://x.org", "https://",
                            "http:// x", "https://x\"onclick="})
        BOOST_TEST(errors_with([&](auto& f) { f.website = url; }).contains("website"), url);
    for (const char* date : {"2999-01-01", "1990-02-30", "28.2.1990", "yesterday", "1700-01-01"})
        BOOST_TEST(errors_with([&](auto& f) { f.birth_date = date; }).contains("birth_date"), date);
}

BOOST_AUTO_TEST_CASE(anothers_address_is_refused_and_ones_own_is_not) {
    const auto ana = member("ana");
    member("ben");
    auto form = sound();
    form.email = "BEN@example.org";
    BOOST_CHECK_EXCEPTION(run([&](Transaction& tx) { profiles::edit(tx, ana, form, {}); }), Error,
                          [](const Error& e) { return e.fields.contains("email"); });
    BOOST_CHECK_NO_THROW(run([&](Transaction& tx) { profiles::edit(tx, ana, sound(), {}); }));
}

BOOST_AUTO_TEST_CASE(a_member_without_a_name_is_shown_by_the_user_name) {
    BOOST_TEST(profiles::display_name("", "", "ana") == "ana");
    BOOST_TEST(profiles::display_name(" Ana ", "", "ana") == "Ana");
    BOOST_TEST(profiles::display_name("", "Reyes", "ana") == "Reyes");
    BOOST_TEST(profiles::display_name("\xE2\x80\x8B", "", "ana") == "ana");
}

BOOST_AUTO_TEST_CASE(suggestions_leave_out_oneself_and_the_followed) {
    const auto ana = member("ana"), ben = member("ben"), cleo = member("cleo"), dan = member("dan");
    befriend(ana, ben);
    befriend(ben, cleo);
    run([&](Transaction& tx) { follows::follow(tx, dan, "ana"); });
    const auto eve = member("eve");
    run([&](Transaction& tx) { posts::create(tx, eve, "hello", {}); });
    const auto suggested = profiles::suggest(session, ana, 5);
    BOOST_REQUIRE(suggested.size() == 3u);
    BOOST_TEST(suggested[0].person.username == "dan");
    BOOST_TEST(suggested[0].follows_viewer);
    BOOST_TEST(suggested[1].person.username == "cleo");
    BOOST_TEST(suggested[1].friends_in_common == 1u);
    BOOST_TEST(suggested[2].person.username == "eve");
    BOOST_TEST(profiles::suggest(session, ana, 1).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
