// The templates of session.h: they turn arguments into bindings and columns into tuples; everything
// that knows Poco is in session.cpp.
#pragma once

#include <span>
#include <type_traits>

namespace parley::db {

enum class Type : unsigned char { unsigned_integer, integer, text, time };

namespace detail {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr std::size_t placeholders = 1;
template <class T, std::size_t N>
inline constexpr std::size_t placeholders<std::array<T, N>> = N;

template <class T>
concept StrongId = requires(T id) {
    id.value;
}
&&!is_optional<T>;

template <class T>
struct TypeOf {
    static constexpr Type type() {
        if constexpr (is_optional<T>)
            return TypeOf<typename T::value_type>::type();
        else if constexpr (StrongId<T>)
            return Type::unsigned_integer;
        else if constexpr (std::is_same_v<T, UtcTime>)
            return Type::time;
        else if constexpr (std::is_same_v<T, bool>)
            return Type::integer;
        else if constexpr (std::is_unsigned_v<T>)
            return Type::unsigned_integer;
        else if constexpr (std::is_signed_v<T>)
            return Type::integer;
        else
            return Type::text;
    }
};
template <class T, std::size_t N>
struct TypeOf<std::array<T, N>> : TypeOf<T> {};

template <class T>
inline constexpr Type type_of = TypeOf<std::decay_t<T>>::type();

}  // namespace detail

class KeptStatement {
  public:
    KeptStatement(Session::Impl& session, std::string sql, std::span<const Type> parameters,
                  std::span<const Type> columns);
    ~KeptStatement();

    void bind_null(std::size_t at);
    void bind(std::size_t at, std::uint64_t value);
    void bind(std::size_t at, std::int64_t value);
    void bind(std::size_t at, std::string_view value);
    void bind(std::size_t at, UtcTime value);

    std::uint64_t execute();  // rows changed, or rows read

    bool is_null(std::size_t column, std::size_t row) const;
    std::uint64_t unsigned_at(std::size_t column, std::size_t row) const;
    std::int64_t integer_at(std::size_t column, std::size_t row) const;
    std::string text_at(std::size_t column, std::size_t row);  // moves it out
    UtcTime time_at(std::size_t column, std::size_t row) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

namespace detail {

template <class T>
void bind_one(KeptStatement& statement, std::size_t at, const T& value) {
    if constexpr (is_optional<T>) {
        if (value)
            bind_one(statement, at, *value);
        else
            statement.bind_null(at);
    } else if constexpr (StrongId<T>) {
        statement.bind(at, std::uint64_t{value.value});
    } else if constexpr (std::is_same_v<T, UtcTime>) {
        statement.bind(at, value);
    } else if constexpr (std::is_same_v<T, bool>) {
        statement.bind(at, std::int64_t{value});
    } else if constexpr (std::is_unsigned_v<T>) {
        statement.bind(at, static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_signed_v<T>) {
        statement.bind(at, static_cast<std::int64_t>(value));
    } else {
        statement.bind(at, std::string_view(value));
    }
}

template <class T>
void bind_next(KeptStatement& statement, std::size_t& at, const T& value) {
    bind_one(statement, at++, value);
}
template <class T, std::size_t N>
void bind_next(KeptStatement& statement, std::size_t& at, const std::array<T, N>& values) {
    for (const T& value : values) bind_one(statement, at++, value);
}

template <class T>
T read_column(KeptStatement& statement, std::size_t column, std::size_t row) {
    if constexpr (is_optional<T>) {
        if (statement.is_null(column, row)) return std::nullopt;
        return read_column<typename T::value_type>(statement, column, row);
    } else if constexpr (StrongId<T>) {
        return T{statement.unsigned_at(column, row)};
    } else if constexpr (std::is_same_v<T, UtcTime>) {
        return statement.time_at(column, row);
    } else if constexpr (std::is_same_v<T, bool>) {
        return statement.integer_at(column, row) != 0;
    } else if constexpr (std::is_unsigned_v<T>) {
        return static_cast<T>(statement.unsigned_at(column, row));
    } else if constexpr (std::is_signed_v<T>) {
        return static_cast<T>(statement.integer_at(column, row));
    } else {
        return statement.text_at(column, row);
    }
}

template <class... Args>
constexpr auto types_of_parameters() {
    std::array<Type, (placeholders<Args> + ... + 0)> types{};
    std::size_t at = 0;
    [[maybe_unused]] auto add = [&](Type type, std::size_t count) {
        while (count-- > 0) types[at++] = type;
    };
    (add(type_of<Args>, placeholders<Args>), ...);
    return types;
}

template <class Tuple>
Tuple read_row(KeptStatement& statement, std::size_t row) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return Tuple{read_column<std::tuple_element_t<I, Tuple>>(statement, I, row)...};
    }
    (std::make_index_sequence<std::tuple_size_v<Tuple>>{});
}

}  // namespace detail

template <class... Columns, class... Args>
std::vector<std::tuple<Columns...>> Session::rows(std::string_view sql, const Args&... args) {
    static constexpr std::array<Type, sizeof...(Columns)> columns{detail::type_of<Columns>...};
    static constexpr auto parameters = detail::types_of_parameters<std::decay_t<Args>...>();
    KeptStatement& statement = kept(sql, parameters, columns);
    [[maybe_unused]] std::size_t at = 0;
    (detail::bind_next(statement, at, args), ...);
    const std::uint64_t count = run(statement, sql);
    std::vector<std::tuple<Columns...>> out;
    out.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i)
        out.push_back(detail::read_row<std::tuple<Columns...>>(statement, i));
    return out;
}

template <class... Columns, class... Args>
std::optional<std::tuple<Columns...>> Session::row(std::string_view sql, const Args&... args) {
    auto all = rows<Columns...>(sql, args...);
    if (all.empty()) return std::nullopt;
    return std::move(all.front());
}

template <class Column, class... Args>
std::optional<Column> Session::value(std::string_view sql, const Args&... args) {
    auto first = row<Column>(sql, args...);
    if (!first) return std::nullopt;
    return std::get<0>(std::move(*first));
}

template <class... Args>
std::uint64_t Session::execute(std::string_view sql, const Args&... args) {
    static constexpr auto parameters = detail::types_of_parameters<std::decay_t<Args>...>();
    KeptStatement& statement = kept(sql, parameters, {});
    [[maybe_unused]] std::size_t at = 0;
    (detail::bind_next(statement, at, args), ...);
    return run(statement, sql);
}

// Powers of two, so that few distinct statements are kept whatever the number of tuples.
template <class... Cells, class Done>
void Session::in_chunks(std::string_view head, std::string_view tail,
                        const std::vector<std::tuple<Cells...>>& tuples,
                        std::span<const Type> columns, Done&& done) {
    constexpr std::size_t tuples_at_once_max = 256;
    std::size_t begin = 0;
    while (begin < tuples.size()) {
        std::size_t count = tuples_at_once_max;
        while (count > tuples.size() - begin) count /= 2;
        const std::string sql = text_with_tuples(head, tail, sizeof...(Cells), count);
        std::vector<Type> parameters;
        parameters.reserve(count * sizeof...(Cells));
        for (std::size_t i = 0; i < count; ++i) (parameters.push_back(detail::type_of<Cells>), ...);
        KeptStatement& statement = kept(sql, parameters, columns);
        std::size_t at = 0;
        for (std::size_t i = begin; i < begin + count; ++i)
            std::apply([&](const auto&... cell) { (detail::bind_next(statement, at, cell), ...); },
                       tuples[i]);
        done(statement, run(statement, sql));
        begin += count;
    }
}

template <class... Columns>
void Session::insert_rows(std::string_view head, std::string_view tail,
                          const std::vector<std::tuple<Columns...>>& rows) {
    in_chunks(head, tail, rows, {}, [](KeptStatement&, std::uint64_t) {});
}

template <class... Columns, class... Keys>
std::vector<std::tuple<Columns...>> Session::rows_in(std::string_view head, std::string_view tail,
                                                     const std::vector<std::tuple<Keys...>>& keys) {
    static constexpr std::array<Type, sizeof...(Columns)> columns{detail::type_of<Columns>...};
    std::vector<std::tuple<Columns...>> out;
    in_chunks(head, tail, keys, columns, [&](KeptStatement& statement, std::uint64_t count) {
        for (std::uint64_t i = 0; i < count; ++i)
            out.push_back(detail::read_row<std::tuple<Columns...>>(statement, i));
    });
    return out;
}

}  // namespace parley::db
