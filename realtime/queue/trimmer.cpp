#include "realtime/queue/trimmer.h"

#include <string>

#include "domain/events/event_store.h"
#include "domain/posts/feed.h"
#include "domain/transaction.h"
#include "platform/log.h"

namespace parley::queue {

Trimmer::Trimmer(const DatabaseConfig& config, Doorbell& doorbell)
    : session_(config), doorbell_(doorbell) {}

Trimmer::~Trimmer() {
    stop();
}

void Trimmer::start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void Trimmer::stop() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
}

void Trimmer::run(const std::stop_token& stop) {
    auto events_due = std::chrono::steady_clock::now() + trim_events_every;
    while (!stop.stop_requested()) {
        pause(stop, trim_timelines_every);
        try {
            trim_next_timelines();
            if (std::chrono::steady_clock::now() < events_due) continue;
            events_due = std::chrono::steady_clock::now() + trim_events_every;
            trim_events(stop);
        } catch (const db::Unavailable&) {
            // Whoever serves members says so; there is time here.
        } catch (const std::exception& error) {
            log::error(std::string("trimming failed: ") + error.what());
        }
    }
}

void Trimmer::trim_events(const std::stop_token& stop) {
    while (!stop.stop_requested() && events::trim(session_, events_kept) > 0)
        pause(stop, trim_batch_pause);
}

void Trimmer::trim_next_timelines() {
    timelines_trimmed_up_to_ = transact(session_, doorbell_, [&](Transaction& tx) {
        return posts::trim_timelines(tx, timelines_trimmed_up_to_);
    });
}

void Trimmer::pause(const std::stop_token& stop, std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    never_.wait_for(lock, stop, time, [] { return false; });
}

}  // namespace parley::queue
