// Follows the events table and hands on what is new, in order, missing nothing and repeating
// nothing.
//
// - The cursors are read by start(), before the first connection is accepted: what is committed
//   later comes.
// - Within a shard, numbers have no holes and their order is the order of commits, so the cursor is
//   exact. But never past a number that an earlier statement saw given out: MariaDB collects a read
//   view without a lock, so that one SELECT may see a commit and not yet the one before it
//   (measured: once in some 400,000 events under load). What one statement saw is whole for every
//   later one.
// - A hole, or numbers that went back, mean that events were lost to us (trimmed while the database
//   was out of reach for more than their age, or restored from a backup): lost_place is called, the
//   rest goes on.
// - Woken by the doorbell, looks by itself every 100 ms; a look at nothing is one statement.
// - The database may go away and come back; the cursors stay.
#pragma once

#include <functional>
#include <semaphore>
#include <stop_token>
#include <thread>
#include <vector>

#include "domain/events/event.h"
#include "domain/events/event_store.h"
#include "platform/config.h"
#include "platform/db/session.h"
#include "platform/doorbell.h"

namespace parley::queue {

inline constexpr int tailer_wait_ms = 100;
inline constexpr std::ptrdiff_t batches_on_their_way_max = 16;

class Tailer {
  public:
    // Called on the tailer's thread. Each batch is to be answered by one taken(), from any thread:
    // no more than batches_on_their_way_max are ever unanswered.
    struct Receiver {
        std::function<void(std::vector<events::Event>)> batch;
        std::function<void()> lost_place;
    };

    Tailer(const Config& config, Receiver receiver);
    ~Tailer();

    // Throws db::Error when the cursors cannot be read.
    void start();
    void stop();
    void taken() { on_their_way_.release(); }

  private:
    void follow(const std::stop_token& stop);
    void look(const std::stop_token& stop);
    void drain(const std::stop_token& stop, std::size_t shard, std::uint64_t latest);
    void hand_on(const std::stop_token& stop, const std::vector<events::Row>& rows);

    Receiver receiver_;
    DoorbellListener listener_;
    db::Session session_;
    events::Cursors cursors_{};
    std::counting_semaphore<> on_their_way_{batches_on_their_way_max};
    std::jthread thread_;
};

}  // namespace parley::queue
