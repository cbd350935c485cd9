// The limits of the socket layer, counted over all connections of a loop.
#pragma once

#include "realtime/ws/limit_counter.h"

namespace parley::ws {

struct LimitCounters {
    LimitCounter message_too_big{"message too big, closed with 1009"};
    LimitCounter outbox_full{"reader too slow, closed with 1013"};
    LimitCounter silent{"peer silent, dropped"};
    LimitCounter partial_frame{"frame not finished in time, closed with 1008"};
    LimitCounter flood{"too many frames, closed with 1008"};
    LimitCounter closing{"closing handshake not finished in time, dropped"};
};

}  // namespace parley::ws
