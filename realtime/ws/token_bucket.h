// A sustained rate with a burst on top.
#pragma once

#include <algorithm>
#include <chrono>

namespace parley::ws {

class TokenBucket {
  public:
    using Time = std::chrono::steady_clock::time_point;

    // burst 0: no limit.
    TokenBucket(double per_s, double burst, Time now)
        : per_s_(per_s), burst_(burst), tokens_(burst), at_(now) {}

    bool take(Time now) {
        if (burst_ <= 0) return true;
        const double passed_s = std::chrono::duration<double>(now - at_).count();
        tokens_ = std::min(burst_, tokens_ + std::max(0.0, passed_s) * per_s_);
        at_ = now;
        if (tokens_ < 1) return false;
        tokens_ -= 1;
        return true;
    }

  private:
    double per_s_;
    double burst_;
    double tokens_;
    Time at_;
};

}  // namespace parley::ws
