#include "domain/events/event_store.h"

#include <tuple>

namespace parley::events {

namespace {

constexpr std::string_view take_numbers =
    "UPDATE event_shards SET seq = LAST_INSERT_ID(seq + ?) WHERE shard = ?";
constexpr std::string_view insert_events =
    "INSERT INTO events (shard, seq, topic, kind, payload, created_at) VALUES";
constexpr std::string_view select_latest = "SELECT shard, seq FROM event_shards LIMIT 8";
constexpr std::string_view select_after =  // primary key
    "SELECT seq, kind, payload FROM events WHERE shard = ? AND seq > ? ORDER BY seq LIMIT 500";
constexpr std::string_view delete_old =  // key created_at
    "DELETE FROM events WHERE created_at < ? ORDER BY created_at LIMIT 2000";

using NewRow =
    std::tuple<std::uint64_t, std::uint64_t, std::string, std::string_view, std::string, UtcTime>;

}  // namespace

std::size_t shard_of(std::string_view topic) {
    // FNV-1a: the same on every machine and in every build, as all nodes must agree.
    std::uint32_t hash = 2166136261u;
    for (const unsigned char c : topic) hash = (hash ^ c) * 16777619u;
    return hash % shards;
}

void append(db::Session& session, std::span<const Event> events) {
    std::array<std::vector<NewRow>, shards> by_shard;
    const UtcTime now = utc_now();
    for (const Event& event : events) {
        std::string topic = topic_of(event);
        const std::size_t shard = shard_of(topic);
        by_shard[shard].emplace_back(shard, 0, std::move(topic), kind_of(event), encode(event),
                                     now);
    }
    std::vector<NewRow> rows;
    rows.reserve(events.size());
    for (std::size_t shard = 0; shard < shards; ++shard) {
        auto& own = by_shard[shard];
        if (own.empty()) continue;
        session.execute(take_numbers, std::uint64_t{own.size()}, std::uint64_t{shard});
        std::uint64_t seq = session.last_insert_id() - own.size();
        for (NewRow& row : own) {
            std::get<1>(row) = ++seq;
            rows.push_back(std::move(row));
        }
    }
    session.insert_rows(insert_events, "", rows);
}

Cursors latest(db::Session& session) {
    Cursors cursors{};
    for (const auto& [shard, seq] : session.rows<std::uint64_t, std::uint64_t>(select_latest))
        cursors.at(shard) = seq;
    return cursors;
}

std::vector<Row> after(db::Session& session, std::size_t shard, std::uint64_t cursor) {
    std::vector<Row> out;
    for (auto& [seq, kind, payload] : session.rows<std::uint64_t, std::string, std::string>(
             select_after, std::uint64_t{shard}, cursor))
        out.push_back({seq, std::move(kind), std::move(payload)});
    return out;
}

std::uint64_t trim(db::Session& session, std::chrono::seconds age) {
    return session.execute(delete_old, utc_now() - age);
}

}  // namespace parley::events
