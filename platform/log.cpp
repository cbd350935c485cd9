#include "platform/log.h"

#include <array>
#include <atomic>
#include <string>
#include <unistd.h>

#include "platform/utc_time.h"

namespace parley::log {

namespace {

constexpr std::array<std::string_view, 4> level_names{"debug", "info", "warning", "error"};
constexpr std::size_t message_octets_max = 2000;

// The one state of the process that every layer may need and none may own.
std::atomic<Level> lowest{Level::info};
thread_local std::string tag = "-";

void append_as_one_line(std::string& line, std::string_view text) {
    for (const char c : text.substr(0, message_octets_max)) {
        const auto octet = static_cast<unsigned char>(c);
        line += octet < 0x20 || octet == 0x7f ? ' ' : c;
    }
}

// A single write() keeps the lines of threads and processes whole.
void write_record(Level level, std::string_view message) {
    if (level < lowest.load(std::memory_order_relaxed)) return;
    std::string line = iso8601(utc_now());
    line.append(" ").append(level_names[static_cast<std::size_t>(level)]).append(" ");
    line.append(tag).append(" ");
    append_as_one_line(line, message);
    line += '\n';
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace

std::optional<Level> level_named(std::string_view name) {
    for (std::size_t i = 0; i < level_names.size(); ++i)
        if (level_names[i] == name) return static_cast<Level>(i);
    return std::nullopt;
}

void set_level(Level level) {
    lowest.store(level, std::memory_order_relaxed);
}

void set_tag(std::string_view new_tag) {
    tag.clear();
    append_as_one_line(tag, new_tag.empty() ? "-" : new_tag);
}

void debug(std::string_view message) {
    write_record(Level::debug, message);
}
void info(std::string_view message) {
    write_record(Level::info, message);
}
void warning(std::string_view message) {
    write_record(Level::warning, message);
}
void error(std::string_view message) {
    write_record(Level::error, message);
}

}  // namespace parley::log
