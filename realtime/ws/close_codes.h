// Close codes: RFC 6455, 7.4, the IANA registry, and our own from 4400 on (contract, section 4).
#pragma once

#include <cstdint>

namespace parley::ws {

enum class CloseCode : std::uint16_t {
    normal = 1000,
    protocol_error = 1002,
    unsupported_data = 1003,
    not_utf8 = 1007,
    policy_violation = 1008,
    too_big = 1009,
    internal_error = 1011,
    service_restart = 1012,
    try_again_later = 1013,
    session_ended = 4401,
    not_friends = 4403,
};

// Whether a peer may send this code in a close frame (7.4.1, 7.4.2): 1005, 1006 and 1015 never
// travel.
constexpr bool may_travel(std::uint16_t code) {
    if (code >= 3000 && code <= 4999) return true;
    return code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
}

}  // namespace parley::ws
