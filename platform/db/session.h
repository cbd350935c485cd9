// One connection to MariaDB, used by one thread, with a cache of prepared statements.
// Tames Poco::Data::MySQL 1.11: see docs/decisions/0001-poco-data-mysql.md for the traps.
//
//   auto rows = session.rows<UserId, std::string>("SELECT id, username FROM users WHERE id > ?",
//   last);
//
// - SQL must be a string literal: the text is the statement's key in the cache, and data never
//   becomes text. Parameters and columns are integers, bool, std::string, std::string_view
//   (parameters only), UtcTime, strong ids (anything with a `value`), std::optional of these, and
//   std::array of one of them (parameters only: one ? each).
// - BOOL columns are read as bool, all other integers as std::uint64_t or std::int64_t; SUM() needs
// CAST.
// - No TEXT, JSON or TIMESTAMP column (they crash or fail in the connector).
// - Every wait ends within deadline_s: db::Unavailable. A lost connection is made anew at the next
// use
//   outside a transaction.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "platform/config.h"
#include "platform/utc_time.h"

namespace parley::db {

inline constexpr int connect_deadline_s = 3;
inline constexpr int deadline_s = 10;

inline constexpr int duplicate_key = 1062;
inline constexpr int lock_wait_timeout = 1205;
inline constexpr int deadlock = 1213;

class Error : public std::runtime_error {
  public:
    Error(int number, const std::string& what) : std::runtime_error(what), number_(number) {}
    int number() const { return number_; }  // MariaDB's error number; 0 if there was none
    bool is_duplicate_key() const { return number_ == duplicate_key; }
    bool is_worth_a_retry() const { return number_ == deadlock || number_ == lock_wait_timeout; }

  private:
    int number_;
};

// The database is away, or did not answer in time.
class Unavailable : public Error {
    using Error::Error;
};

// Pads or cuts to N values for an IN list with N placeholders; repeats the last one, or zero if
// none.
template <std::size_t N, class T>
std::array<T, N> padded(const std::vector<T>& values) {
    std::array<T, N> out{};
    for (std::size_t i = 0; i < N && !values.empty(); ++i)
        out[i] = values[i < values.size() ? i : values.size() - 1];
    return out;
}

enum class Type : unsigned char;
class KeptStatement;  // a prepared statement with the places it reads and writes

class Session {
  public:
    explicit Session(DatabaseConfig config);  // connects at first use
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    template <class... Columns, class... Args>
    std::vector<std::tuple<Columns...>> rows(std::string_view sql, const Args&... args);

    // The first row.
    template <class... Columns, class... Args>
    std::optional<std::tuple<Columns...>> row(std::string_view sql, const Args&... args);

    // The first column of the first row.
    template <class Column, class... Args>
    std::optional<Column> value(std::string_view sql, const Args&... args);

    // Rows changed (not merely found).
    template <class... Args>
    std::uint64_t execute(std::string_view sql, const Args&... args);

    // Key made by the last execute(), or what it gave LAST_INSERT_ID(expression).
    std::uint64_t last_insert_id();

    // Inserts many rows with few statements: `head` up to VALUES, then one tuple of args a row,
    // then `tail` (ON DUPLICATE KEY …, may be empty).
    template <class... Columns>
    void insert_rows(std::string_view head, std::string_view tail,
                     const std::vector<std::tuple<Columns...>>& rows);

    std::uint64_t statements_run() const {
        return statements_run_;
    }  // for tests that count queries

    // Rows for many keys with few statements: `head` up to "IN (", then one tuple of keys each,
    // then `tail` (")" and what follows). In chunks: order holds within one only.
    template <class... Columns, class... Keys>
    std::vector<std::tuple<Columns...>> rows_in(std::string_view head, std::string_view tail,
                                                const std::vector<std::tuple<Keys...>>& keys);

    // For Transaction: plain text statements on the raw connection.
    void begin();
    void commit();
    void rollback() noexcept;
    bool in_transaction() const { return in_transaction_; }

  private:
    struct Impl;
    friend class KeptStatement;

    KeptStatement& kept(std::string_view sql, std::span<const Type> parameters,
                        std::span<const Type> columns);
    std::uint64_t run(KeptStatement& statement, std::string_view sql);
    void ensure_connected();
    static std::string text_with_tuples(std::string_view head, std::string_view tail,
                                        std::size_t columns, std::size_t rows);
    template <class... Cells, class Done>
    void in_chunks(std::string_view head, std::string_view tail,
                   const std::vector<std::tuple<Cells...>>& tuples, std::span<const Type> columns,
                   Done&& done);

    std::unique_ptr<Impl> impl_;
    std::uint64_t statements_run_ = 0;
    bool in_transaction_ = false;
};

}  // namespace parley::db

#include "platform/db/session_impl.h"
