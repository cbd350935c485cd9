#include "domain/schema_version.h"

#include <array>

namespace parley {

namespace {

constexpr std::array<std::string_view, 5> needed{"0001_accounts", "0002_profiles_and_follows",
                                                 "0003_posts", "0004_notifications_and_events",
                                                 "0005_chat"};

constexpr std::string_view select_applied =
    "SELECT version FROM schema_migrations WHERE version = ?";

bool is_applied(db::Session& session, std::size_t version) {
    try {
        return session.value<std::uint64_t>(select_applied, std::uint64_t{version}).has_value();
    } catch (const db::Error& error) {
        constexpr int no_such_table = 1146;
        if (error.number() == no_such_table) return false;
        throw;
    }
}

}  // namespace

void require_current_schema(db::Session& session) {
    for (std::size_t i = 0; i < needed.size(); ++i)
        if (!is_applied(session, i + 1))
            throw std::runtime_error("The database schema is too old: apply schema/" +
                                     std::string(needed[i]) + ".sql and the files after it.");
}

}  // namespace parley
