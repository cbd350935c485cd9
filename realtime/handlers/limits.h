// Every limit of what members do over sockets, by name and with its unit, and what happens when it
// is reached. PARLEY_RATE_LIMITS=off lifts those marked *.
#pragma once

#include <chrono>
#include <cstddef>

namespace parley::handlers {

inline constexpr std::size_t sockets_per_member_max = 20;  // * refused with 429
inline constexpr double messages_per_s = 10;               // * of one socket: error slow_down
inline constexpr double messages_burst = 100;              // * sent at once, after an outage say

inline constexpr std::size_t messages_waiting_max = 20'000;  // for the writer: error busy
inline constexpr std::chrono::seconds writer_patience{5};    // database away: error unavailable

inline constexpr std::chrono::milliseconds typing_every{2000};  // of one socket, more is dropped
inline constexpr std::size_t replay_page_size = 100;            // messages read at once
inline constexpr std::size_t replay_outbox_bytes =
    128'000;                                              // more waits until the reader took some
inline constexpr std::size_t frames_at_hand_max = 2'000;  // of one room; others are read again

// Between two countings of a member's unread: a busy chat does not count for every message.
inline constexpr std::chrono::milliseconds badge_pause{150};
inline constexpr std::chrono::milliseconds badge_retry{1000};      // when they could not be counted
inline constexpr std::chrono::milliseconds room_read_retry{1000};  // when a room could not be read

inline constexpr std::chrono::milliseconds stop_time_max{
    2000};  // for flushing and closing at the end

}  // namespace parley::handlers
