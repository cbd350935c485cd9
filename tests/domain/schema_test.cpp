#include <cstdlib>
#include <filesystem>

#include <boost/test/unit_test.hpp>

#include "domain/schema_version.h"
#include "tests/support/test_database.h"

using namespace parley;

namespace {

void apply_all_files() {
    const auto& config = test::database();
    const std::string command =
        "for f in " PARLEY_SOURCE_DIR "/schema/*.sql; do mariadb --no-defaults --user=" +
        config.user + " --socket=" + config.socket + " " + config.name + " < $f || exit 1; done";
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
}

constexpr auto shape =
    "SELECT CAST(SUM(CRC32(CONCAT_WS('|', table_name, column_name, column_type, column_key)))"
    " AS UNSIGNED) FROM information_schema.columns WHERE table_schema = DATABASE()";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(schema, test::Database)

BOOST_AUTO_TEST_CASE(a_second_application_changes_nothing) {
    const auto before = session.value<std::uint64_t>(shape);
    const auto applied = session.value<UtcTime>("SELECT MAX(applied_at) FROM schema_migrations");
    member("ana");
    apply_all_files();
    BOOST_TEST((session.value<std::uint64_t>(shape) == before));
    BOOST_TEST(
        (session.value<UtcTime>("SELECT MAX(applied_at) FROM schema_migrations") == applied));
    BOOST_TEST(session.value<std::uint64_t>("SELECT COUNT(*) FROM users").value() == 1u);
}

BOOST_AUTO_TEST_CASE(an_older_schema_is_refused_with_the_name_of_the_missing_file) {
    BOOST_CHECK_NO_THROW(require_current_schema(session));
    session.execute("DELETE FROM schema_migrations WHERE version = 5");
    BOOST_CHECK_EXCEPTION(
        require_current_schema(session), std::runtime_error, [](const std::runtime_error& e) {
            return std::string(e.what()).find("schema/0005_chat.sql") != std::string::npos;
        });
    apply_all_files();
    BOOST_CHECK_NO_THROW(require_current_schema(session));
}

BOOST_AUTO_TEST_CASE(every_file_is_known_to_the_programs) {
    std::uint64_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(PARLEY_SOURCE_DIR "/schema"))
        files += entry.path().extension() == ".sql";
    BOOST_TEST(session.value<std::uint64_t>("SELECT COUNT(*) FROM schema_migrations").value() ==
               files);
    session.execute("DELETE FROM schema_migrations WHERE version = ?", files);
    BOOST_CHECK_THROW(require_current_schema(session), std::runtime_error);
    apply_all_files();
}

BOOST_AUTO_TEST_SUITE_END()
