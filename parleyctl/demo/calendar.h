// When things happen in the demo: in the weeks before now, at hours when people are awake.
#pragma once

#include <optional>

#include "parleyctl/demo/dice.h"
#include "platform/utc_time.h"

namespace parley::demo {

class Calendar {
  public:
    explicit Calendar(UtcTime now) : now_(now) {}

    UtcTime now() const { return now_; }
    UtcTime days_ago(double days) const;

    // A waking hour of one of the last `days` days.
    UtcTime some_time(double days, Dice& dice) const;

    // That hour of that day; a day earlier if it has not come yet.
    UtcTime at_hour(int days_ago, int hour, Dice& dice) const;

    // Soon after, most often; nullopt: not yet.
    std::optional<UtcTime> some_time_after(UtcTime time, double mean_hours, Dice& dice) const;

  private:
    UtcTime now_;
};

std::chrono::microseconds minutes(double count);

}  // namespace parley::demo
