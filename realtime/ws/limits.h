// Every limit of the socket layer, by name and with its unit. What happens when one is reached
// stands beside it; each is counted in the log (LimitCounter).
#pragma once

#include <chrono>
#include <cstddef>

namespace parley::ws {

struct Limits {
    std::size_t message_bytes_max = 64 * 1024;  // a frame or its fragments together: close 1009
    std::size_t outbox_bytes_max = 256'000;     // waiting for a slow reader: close 1013
    std::chrono::seconds ping_every{25};        // to every peer
    std::chrono::seconds silence_max{60};       // nothing heard, not even a pong: dropped
    std::chrono::seconds partial_frame_max{
        15};                               // from a frame's first octet to its last: close 1008
    std::chrono::seconds closing_max{10};  // for the closing handshake: dropped
    double frames_per_s = 50;              // sustained, control frames too: close 1008
    double frames_burst = 500;             // above the sustained rate; 0: no limit
};

inline constexpr std::chrono::seconds handshake_max{10};  // for each read of the HTTP request
inline constexpr int handshake_threads = 8;
inline constexpr int handshakes_waiting_max = 4096;  // beyond: closed without an answer
inline constexpr int listen_backlog = 4096;
inline constexpr std::chrono::seconds loop_answer_max{2};  // GET /healthz: 503 when it takes longer
inline constexpr std::size_t read_bytes_at_once = 64 * 1024;   // of one socket, before the next one
inline constexpr std::size_t frames_per_write_max = 64;        // in one system call
inline constexpr std::size_t control_payload_bytes_max = 125;  // RFC 6455, 5.5

}  // namespace parley::ws
