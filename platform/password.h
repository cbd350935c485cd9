// Argon2id through libsodium at its interactive limits (t = 2, 64 MiB; some 70 ms of one core).
#pragma once

#include <string>
#include <string_view>

namespace parley::password {

inline constexpr std::size_t hashings_at_once_max = 2;  // per process: each takes 64 MiB

// A string that carries its own salt and parameters. Waits while hashings_at_once_max are running.
std::string hash(std::string_view password);

bool matches(std::string_view hash, std::string_view password);

// The work of matches() without an account, so that unknown names take as long as known ones.
void spend_time_of_a_match(std::string_view password);

}  // namespace parley::password
