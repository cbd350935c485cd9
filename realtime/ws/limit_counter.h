// Counts how often a limit was reached and tells the log at the 1st, 2nd, 4th, 8th … time, so that
// a flood of refusals is no flood of lines. Thread-safe.
#pragma once

#include <atomic>
#include <bit>
#include <cstdint>
#include <string>

#include "platform/log.h"

namespace parley::ws {

class LimitCounter {
  public:
    // name: what was reached and what was done, "outbox full, closed with 1013" say.
    explicit LimitCounter(std::string name) : name_(std::move(name)) {}

    void hit() {
        const std::uint64_t times = ++times_;
        if (std::has_single_bit(times))
            log::warning("limit reached: " + name_ + "; times so far: " + std::to_string(times));
    }
    std::uint64_t times() const { return times_; }

  private:
    std::string name_;
    std::atomic<std::uint64_t> times_{0};
};

}  // namespace parley::ws
