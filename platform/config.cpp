#include "platform/config.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <sys/un.h>

#include "platform/text.h"

namespace parley {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t socket_path_octets_max = sizeof(sockaddr_un::sun_path) - 1;
constexpr std::size_t secret_octets_min = 32;
constexpr std::size_t web_threads_max = 64;
constexpr std::size_t node_length_max = 32;

// Those of bin/run too: they stand in the same file.
constexpr std::array<std::string_view, 21> known_names{
    "PARLEY_STATE",       "PARLEY_PORT",        "PARLEY_WEB_WORKERS", "PARLEY_WEB_THREADS",
    "PARLEY_RATE_LIMITS", "PARLEY_MEDIA",       "PARLEY_TEMPLATES",   "PARLEY_ASSETS",
    "PARLEY_SECRET_FILE", "PARLEY_NODE",        "PARLEY_LOG_LEVEL",   "PARLEY_REALTIME_SOCKET",
    "PARLEY_DOORBELLS",   "PARLEY_DB_SOCKET",   "PARLEY_DB_HOST",     "PARLEY_DB_PORT",
    "PARLEY_DB_USER",     "PARLEY_DB_PASSWORD", "PARLEY_DB_NAME",     "PARLEY_HOSTS",
    "PARLEY_STYLEGUIDE",
};

[[noreturn]] void refuse(const std::string& sentence) {
    throw std::runtime_error(sentence);
}

std::string_view without_quotes(std::string_view value) {
    const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                        (value.front() == '"' || value.front() == '\'');
    return quoted ? value.substr(1, value.size() - 2) : value;
}

// Environment over file. An empty value counts as none, but see optional_text().
class Settings {
  public:
    Settings() {
        if (const char* named = std::getenv("PARLEY_CONF"); named && *named)
            read_file(named);
        else if (std::error_code ignored; fs::exists("parley.conf", ignored))
            read_file("parley.conf");
    }

    std::optional<std::string> optional_text(const std::string& name) const {
        if (const char* value = std::getenv(name.c_str())) return value;
        if (const auto line = lines_.find(name); line != lines_.end()) return line->second;
        return std::nullopt;
    }

    std::string text(const std::string& name, std::string_view otherwise) const {
        const auto value = optional_text(name);
        return value && !value->empty() ? *value : std::string(otherwise);
    }

    fs::path path(const std::string& name, const fs::path& otherwise) const {
        return fs::absolute(text(name, otherwise.string())).lexically_normal();
    }

    // nginx, MariaDB and we bind it: the kernel's limit, said before something fails obscurely.
    fs::path socket(const std::string& name, const fs::path& otherwise) const {
        const fs::path found = path(name, otherwise);
        if (found.string().size() > socket_path_octets_max)
            refuse(name + " is " + found.string() + ", but a socket's path may have " +
                   std::to_string(socket_path_octets_max) +
                   " octets at the most. Choose a shorter PARLEY_STATE.");
        return found;
    }

    std::size_t number(const std::string& name, std::size_t otherwise, std::size_t min,
                       std::size_t max) const {
        const std::string value = text(name, std::to_string(otherwise));
        std::size_t parsed = 0;
        const auto [end, error] =
            std::from_chars(value.data(), value.data() + value.size(), parsed);
        if (error != std::errc() || end != value.data() + value.size() || parsed < min ||
            parsed > max)
            refuse(name + " must be a whole number from " + std::to_string(min) + " to " +
                   std::to_string(max) + ", but it is \"" + value + "\".");
        return parsed;
    }

    bool on_or_off(const std::string& name, bool otherwise) const {
        const std::string value = text(name, otherwise ? "on" : "off");
        if (value != "on" && value != "off")
            refuse(name + " must be on or off, but it is \"" + value + "\".");
        return value == "on";
    }

  private:
    void read_file(const std::string& path) {
        std::ifstream file(path);
        if (!file) refuse("The settings file " + path + " cannot be read.");
        std::string line;
        for (int number = 1; std::getline(file, line); ++number) {
            const std::string_view content = text::trimmed(line);
            if (content.empty() || content.front() == '#') continue;
            read_line(content, path + ", line " + std::to_string(number));
        }
    }

    void read_line(std::string_view line, const std::string& where) {
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos) refuse(where + ": NAME=value is expected.");
        const std::string name(text::trimmed(line.substr(0, equals)));
        if (std::ranges::find(known_names, name) == known_names.end())
            refuse(where + ": there is no setting named " + name +
                   "; parley.conf.sample lists them all.");
        lines_[name] = without_quotes(text::trimmed(line.substr(equals + 1)));
    }

    std::map<std::string, std::string> lines_;
};

DatabaseConfig database_of(const Settings& settings, const fs::path& state) {
    DatabaseConfig database;
    const auto socket = settings.optional_text("PARLEY_DB_SOCKET");
    const std::string host = settings.text("PARLEY_DB_HOST", "");
    const bool over_the_network = socket ? socket->empty() : !host.empty();
    if (!over_the_network)
        database.socket = settings.socket("PARLEY_DB_SOCKET", state / "run/mysql.sock").string();
    if (!host.empty()) database.host = host;
    database.port = static_cast<int>(settings.number("PARLEY_DB_PORT", 3306, 1, 65535));
    database.user = settings.text("PARLEY_DB_USER", database.user);
    database.password = settings.text("PARLEY_DB_PASSWORD", "");
    database.name = settings.text("PARLEY_DB_NAME", database.name);
    return database;
}

std::string secret_in(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        refuse("The secret file " + path.string() +
               " cannot be read. bin/run makes one; PARLEY_SECRET_FILE names another.");
    const std::string content((std::istreambuf_iterator<char>(file)), {});
    const std::string secret(text::trimmed(content));
    if (secret.size() < secret_octets_min)
        refuse("The secret file " + path.string() + " must hold " +
               std::to_string(secret_octets_min) + " or more characters.");
    return secret;
}

std::string checked_node(const std::string& node) {
    const auto is_allowed = [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; };
    if (node.size() > node_length_max || !std::ranges::all_of(node, is_allowed))
        refuse("PARLEY_NODE must be 1 to " + std::to_string(node_length_max) +
               " letters, digits, - or _, but it is \"" + node + "\".");
    return node;
}

log::Level checked_level(const std::string& name) {
    const auto level = log::level_named(name);
    if (!level)
        refuse("PARLEY_LOG_LEVEL must be debug, info, warning or error, but it is \"" + name +
               "\".");
    return *level;
}

}  // namespace

Config Config::load() {
    const Settings settings;
    Config config;
    config.state = settings.path("PARLEY_STATE", "var");
    config.media = settings.path("PARLEY_MEDIA", config.state / "media");
    config.templates = settings.path("PARLEY_TEMPLATES", "templates");
    config.assets = settings.path("PARLEY_ASSETS", "build/assets");
    config.realtime_socket =
        settings.socket("PARLEY_REALTIME_SOCKET", config.state / "run/realtime.sock");
    config.doorbells = settings.path("PARLEY_DOORBELLS", config.state / "run/doorbells");
    config.database = database_of(settings, config.state);
    config.web_threads =
        settings.number("PARLEY_WEB_THREADS", config.web_threads, 1, web_threads_max);
    config.rate_limits = settings.on_or_off("PARLEY_RATE_LIMITS", config.rate_limits);
    config.styleguide = settings.on_or_off("PARLEY_STYLEGUIDE", config.styleguide);
    config.node = checked_node(settings.text("PARLEY_NODE", config.node));
    config.log_level = checked_level(settings.text("PARLEY_LOG_LEVEL", "info"));
    config.secret = secret_in(settings.path("PARLEY_SECRET_FILE", config.state / "secret"));
    return config;
}

}  // namespace parley
