// Asks a local daemon whether it is well.
#pragma once

#include <chrono>
#include <filesystem>

namespace parley::http {

inline constexpr std::chrono::milliseconds probe_deadline{1000};

// Whether GET /healthz on the unix socket is answered with 200 before the deadline. Never throws.
bool answers_healthz(const std::filesystem::path& socket,
                     std::chrono::milliseconds deadline = probe_deadline) noexcept;

}  // namespace parley::http
