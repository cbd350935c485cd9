// One line a record on stderr: "2026-11-28T10:30:00.123456Z level tag message", "-" for no tag.
// Control characters become spaces, so that nobody forges a line. Thread-safe.
// Never log a secret, a token or a member's text.
#pragma once

#include <optional>
#include <string_view>

namespace parley::log {

enum class Level { debug, info, warning, error };

// "debug", "info", "warning", "error"; nothing else.
std::optional<Level> level_named(std::string_view name);

// Records below the level are dropped; info unless told otherwise. Call before threads start.
void set_level(Level level);

// Tags this thread's records until changed, with a request id say; empty: no tag.
void set_tag(std::string_view tag);

void debug(std::string_view message);
void info(std::string_view message);
void warning(std::string_view message);
void error(std::string_view message);

}  // namespace parley::log
