#include "realtime/queue/tailer.h"

#include <chrono>
#include <string>

#include "platform/log.h"

namespace parley::queue {

Tailer::Tailer(const Config& config, Receiver receiver)
    : receiver_(std::move(receiver)),
      listener_(config.doorbells, config.node),
      session_(config.database) {}

Tailer::~Tailer() {
    stop();
}

void Tailer::start() {
    cursors_ = events::latest(session_);
    thread_ = std::jthread([this](const std::stop_token& stop) { follow(stop); });
}

void Tailer::stop() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    listener_.wake();
    thread_.join();
}

void Tailer::follow(const std::stop_token& stop) {
    bool is_away = false;
    while (!stop.stop_requested()) {
        try {
            look(stop);
            if (is_away) log::info("the database is back; events are followed from where we were");
            is_away = false;
        } catch (const db::Error& error) {
            if (!is_away) log::warning(std::string("events cannot be read: ") + error.what());
            is_away = true;
        }
        listener_.wait(tailer_wait_ms);
    }
}

void Tailer::look(const std::stop_token& stop) {
    const events::Cursors latest = events::latest(session_);
    for (std::size_t shard = 0; shard < events::shards; ++shard) {
        if (latest[shard] < cursors_[shard]) {
            log::error("event numbers of shard " + std::to_string(shard) + " went back");
            cursors_[shard] = latest[shard];
            receiver_.lost_place();
        }
        if (latest[shard] > cursors_[shard]) drain(stop, shard, latest[shard]);
    }
}

void Tailer::drain(const std::stop_token& stop, std::size_t shard, std::uint64_t latest) {
    while (cursors_[shard] < latest && !stop.stop_requested()) {
        std::vector<events::Row> rows = events::after(session_, shard, cursors_[shard]);
        std::erase_if(rows, [&](const events::Row& row) { return row.seq > latest; });
        const std::uint64_t next = rows.empty() ? latest + 1 : rows.front().seq;
        if (next != cursors_[shard] + 1) {
            log::error("events missing in shard " + std::to_string(shard) + " after number " +
                       std::to_string(cursors_[shard]));
            receiver_.lost_place();
        }
        if (rows.empty()) {
            cursors_[shard] = latest;
            return;
        }
        hand_on(stop, rows);
        cursors_[shard] = rows.back().seq;
    }
}

void Tailer::hand_on(const std::stop_token& stop, const std::vector<events::Row>& rows) {
    std::vector<events::Event> batch;
    batch.reserve(rows.size());
    for (const events::Row& row : rows)
        if (auto event = events::decode(row.kind, row.payload)) batch.push_back(std::move(*event));
    if (batch.empty()) return;
    while (!on_their_way_.try_acquire_for(std::chrono::milliseconds(tailer_wait_ms)))
        if (stop.stop_requested()) return;
    receiver_.batch(std::move(batch));
}

}  // namespace parley::queue
