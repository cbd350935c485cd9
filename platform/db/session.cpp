#include "platform/db/session.h"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <variant>

#include <Poco/Data/MySQL/Connector.h>
#include <Poco/Data/MySQL/Utility.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>
#include <Poco/DateTime.h>
#include <Poco/Nullable.h>
#include <mariadb/ma_pvio.h>
#include <mariadb/mysql.h>

#include "platform/log.h"

namespace parley::db {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

// A connection that rested longer is tried with a ping before use: the server may have gone
// meanwhile.
constexpr auto rest_before_ping = 1s;

// Poco 1.11 leaves MySQLException::code() at 0; the number stands in the text only, behind "errno]:
// ".
int error_number(std::string_view text) {
    constexpr std::string_view mark = "errno]: ";
    const auto at = text.find(mark);
    int number = 0;
    if (at != text.npos) {
        const char* begin = text.data() + at + mark.size();
        std::from_chars(begin, text.data() + text.size(), number);
    }
    return number;
}

bool means_unavailable(int number) {
    switch (number) {
        case 1040:  // too many connections
        case 1053:  // server shutdown in progress
        case 1243:  // unknown prepared statement: the server is another one than before
        case 1927:  // connection was killed
        case 1969:  // max_statement_time exceeded
        case 2002:
        case 2003:
        case 2006:
        case 2013:
        case 2026:
        case 2055:
            return true;
        default:
            return false;
    }
}

[[noreturn]] void throw_error(int number, const std::string& text) {
    if (means_unavailable(number)) throw Unavailable(number, text);
    throw Error(number, text);
}

using Cell = std::variant<Poco::Nullable<Poco::UInt64>, Poco::Nullable<Poco::Int64>,
                          Poco::Nullable<std::string>, Poco::Nullable<Poco::DateTime>>;
using Column =
    std::variant<std::vector<Poco::Nullable<Poco::UInt64>>,
                 std::vector<Poco::Nullable<Poco::Int64>>, std::vector<Poco::Nullable<std::string>>,
                 std::vector<Poco::Nullable<Poco::DateTime>>>;

template <class Variant>
Variant of_type(Type type) {
    switch (type) {
        case Type::unsigned_integer:
            return Variant(std::in_place_index<0>);
        case Type::integer:
            return Variant(std::in_place_index<1>);
        case Type::text:
            return Variant(std::in_place_index<2>);
        case Type::time:
            break;
    }
    return Variant(std::in_place_index<3>);
}

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>{}(text);
    }
};

}  // namespace

struct Session::Impl {
    explicit Impl(DatabaseConfig database) : config(std::move(database)) {
        // The connector passes no socket path on; libmariadb looks for it here when it starts.
        if (!config.socket.empty()) ::setenv("MYSQL_UNIX_PORT", config.socket.c_str(), 1);
        static std::once_flag registered;
        std::call_once(registered, [] { Poco::Data::MySQL::Connector::registerConnector(); });
    }

    MYSQL* handle() { return Poco::Data::MySQL::Utility::handle(*session); }

    void connect() {
        const std::string text = "host=" + (config.socket.empty() ? config.host : "localhost") +
                                 ";port=" + std::to_string(config.port) + ";user=" + config.user +
                                 ";password=" + config.password + ";db=" + config.name +
                                 ";character-set=utf8mb4;auto-reconnect=false";
        try {
            session.emplace("MySQL", text, connect_deadline_s);
        } catch (const Poco::Exception& error) {
            throw Unavailable(error_number(error.displayText()), error.displayText());
        }
        // Poco sets no read deadline before connecting, and later ones in its way have no effect.
        for (auto wait : {PVIO_READ_TIMEOUT, PVIO_WRITE_TIMEOUT})
            handle()->net.pvio->methods->set_timeout(handle()->net.pvio, wait, deadline_s);
        query("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
        query("SET SESSION time_zone = '+00:00', innodb_lock_wait_timeout = 5");
        // MariaDB only (MySQL has no deadline for writes): the server ends what we no longer wait
        // for.
        ::mysql_real_query(handle(), "SET SESSION max_statement_time = 9", 34);
    }

    void disconnect() noexcept {
        statements.clear();
        session.reset();
    }

    void query(std::string_view sql) {
        if (::mysql_real_query(handle(), sql.data(), sql.size()) == 0) return;
        const auto number = static_cast<int>(::mysql_errno(handle()));
        const std::string text = ::mysql_error(handle());
        if (means_unavailable(number)) disconnect();
        throw_error(number, text);
    }

    DatabaseConfig config;
    std::optional<Poco::Data::Session> session;
    std::unordered_map<std::string, std::unique_ptr<KeptStatement>, TextHash, std::equal_to<>>
        statements;
    Clock::time_point used_at{};
};

struct KeptStatement::Impl {
    explicit Impl(Poco::Data::Session& session) : statement(session) {}

    Poco::Data::Statement statement;
    std::deque<Cell> cells;  // bound by reference: their places must not move
    std::deque<Column> columns;
};

KeptStatement::KeptStatement(Session::Impl& session, std::string sql,
                             std::span<const Type> parameters, std::span<const Type> columns)
    : impl_(std::make_unique<Impl>(*session.session)) {
    using namespace Poco::Data::Keywords;
    impl_->statement << sql;
    for (const Type type : parameters) {
        impl_->cells.push_back(of_type<Cell>(type));
        std::visit([&](auto& cell) { impl_->statement, use(cell); }, impl_->cells.back());
    }
    for (const Type type : columns) {
        impl_->columns.push_back(of_type<Column>(type));
        std::visit([&](auto& column) { impl_->statement, into(column); }, impl_->columns.back());
    }
}

KeptStatement::~KeptStatement() = default;

void KeptStatement::bind_null(std::size_t at) {
    std::visit([](auto& cell) { cell.clear(); }, impl_->cells[at]);
}
void KeptStatement::bind(std::size_t at, std::uint64_t value) {
    std::get<0>(impl_->cells[at]) = Poco::UInt64{value};
}
void KeptStatement::bind(std::size_t at, std::int64_t value) {
    std::get<1>(impl_->cells[at]) = Poco::Int64{value};
}
void KeptStatement::bind(std::size_t at, std::string_view value) {
    std::get<2>(impl_->cells[at]) = std::string(value);
}
void KeptStatement::bind(std::size_t at, UtcTime value) {
    std::get<3>(impl_->cells[at]) =
        Poco::DateTime(Poco::Timestamp(value.time_since_epoch().count()));
}

std::uint64_t KeptStatement::execute() {
    for (Column& column : impl_->columns) std::visit([](auto& values) { values.clear(); }, column);
    const std::size_t count = impl_->statement.execute();
    if (impl_->columns.empty()) return count;
    return std::visit([](const auto& values) { return values.size(); }, impl_->columns.front());
}

bool KeptStatement::is_null(std::size_t column, std::size_t row) const {
    return std::visit([&](const auto& values) { return values[row].isNull(); },
                      impl_->columns[column]);
}
std::uint64_t KeptStatement::unsigned_at(std::size_t column, std::size_t row) const {
    return std::get<0>(impl_->columns[column])[row].value(0);
}
std::int64_t KeptStatement::integer_at(std::size_t column, std::size_t row) const {
    return std::get<1>(impl_->columns[column])[row].value(0);
}
std::string KeptStatement::text_at(std::size_t column, std::size_t row) {
    auto& cell = std::get<2>(impl_->columns[column])[row];
    return cell.isNull() ? std::string() : std::move(cell.value());
}
UtcTime KeptStatement::time_at(std::size_t column, std::size_t row) const {
    const auto& cell = std::get<3>(impl_->columns[column])[row];
    if (cell.isNull()) return {};
    return UtcTime(std::chrono::microseconds(cell.value().timestamp().epochMicroseconds()));
}

Session::Session(DatabaseConfig config) : impl_(std::make_unique<Impl>(std::move(config))) {}
Session::~Session() = default;

void Session::ensure_connected() {
    const auto now = Clock::now();
    if (!in_transaction_) {
        const bool rested = now - impl_->used_at > rest_before_ping;
        if (impl_->session && rested && ::mysql_ping(impl_->handle()) != 0) impl_->disconnect();
        if (!impl_->session) impl_->connect();
    } else if (!impl_->session) {
        throw Unavailable(2006, "the connection was lost in a transaction");
    }
    impl_->used_at = now;
}

KeptStatement& Session::kept(std::string_view sql, std::span<const Type> parameters,
                             std::span<const Type> columns) {
    ensure_connected();
    const auto found = impl_->statements.find(sql);
    if (found != impl_->statements.end()) return *found->second;
    auto made = std::make_unique<KeptStatement>(*impl_, std::string(sql), parameters, columns);
    return *impl_->statements.emplace(std::string(sql), std::move(made)).first->second;
}

std::uint64_t Session::run(KeptStatement& statement, std::string_view sql) {
    ++statements_run_;
    try {
        return statement.execute();
    } catch (const Poco::Exception& error) {
        const std::string text = error.displayText();
        const int number = error_number(text);
        // A statement that failed is stuck ("still executing"); it is prepared anew at the next
        // use.
        if (means_unavailable(number))
            impl_->disconnect();
        else
            impl_->statements.erase(impl_->statements.find(sql));
        throw_error(number, text);
    }
}

std::string Session::text_with_tuples(std::string_view head, std::string_view tail,
                                      std::size_t columns, std::size_t rows) {
    std::string tuple = "(?";
    for (std::size_t i = 1; i < columns; ++i) tuple += ",?";
    tuple += ')';
    std::string sql(head);
    sql += ' ';
    for (std::size_t i = 0; i < rows; ++i) {
        if (i > 0) sql += ',';
        sql += tuple;
    }
    if (!tail.empty()) sql += ' ';
    sql += tail;
    return sql;
}

std::uint64_t Session::last_insert_id() {
    return ::mysql_insert_id(impl_->handle());
}

void Session::begin() {
    ensure_connected();
    impl_->query("START TRANSACTION");
    in_transaction_ = true;
}

void Session::commit() {
    if (!impl_->session) throw Unavailable(2006, "the connection was lost in a transaction");
    impl_->query("COMMIT");
    in_transaction_ = false;
}

void Session::rollback() noexcept {
    in_transaction_ = false;
    if (!impl_->session) return;
    try {
        impl_->query("ROLLBACK");
    } catch (const std::exception& error) {
        impl_->disconnect();  // which rolls back as well
        log::warning(std::string("rollback failed: ") + error.what());
    }
}

}  // namespace parley::db
