// Keeps tables small in the background: events past their age, and timelines past their length.
// Gentle, and idempotent: any number of daemons may do it at once.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

#include "domain/ids.h"
#include "platform/config.h"
#include "platform/db/session.h"
#include "platform/doorbell.h"

namespace parley::queue {

inline constexpr std::chrono::hours events_kept{1};
inline constexpr std::chrono::seconds trim_events_every{60};
inline constexpr std::chrono::milliseconds trim_batch_pause{200};
inline constexpr std::chrono::seconds trim_timelines_every{10};

class Trimmer {
  public:
    Trimmer(const DatabaseConfig& config, Doorbell& doorbell);
    ~Trimmer();

    void start();
    void stop();

    // What its thread does from time to time; tests do it at once.
    void trim_events(const std::stop_token& stop);
    void trim_next_timelines();

  private:
    void run(const std::stop_token& stop);
    void pause(const std::stop_token& stop, std::chrono::milliseconds time);

    db::Session session_;
    Doorbell& doorbell_;
    UserId timelines_trimmed_up_to_;
    std::mutex mutex_;
    std::condition_variable_any never_;  // pauses end by the clock or by the stop token
    std::jthread thread_;
};

}  // namespace parley::queue
