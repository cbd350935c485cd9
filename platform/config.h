// Settings of the running programs, read once at start and immutable afterwards.
// Each is an environment variable or a line NAME=value in parley.conf; the environment wins.
// parley.conf.sample lists every one with its default.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "platform/log.h"

namespace parley {

struct DatabaseConfig {
    std::string socket;  // unix socket; empty: host and port are used
    std::string host = "localhost";
    int port = 3306;
    std::string user = "parley";
    std::string password;
    std::string name = "parley";
};

struct Config {
    std::filesystem::path state;      // everything the running system writes lies below it
    std::filesystem::path media;      // pictures, served by nginx under /media/
    std::filesystem::path templates;  // *.mustache
    std::filesystem::path assets;     // manifest of the built static files: assets.json
    std::filesystem::path realtime_socket;
    std::filesystem::path doorbells;  // directory of the daemons' doorbell sockets
    std::string secret;               // 32 or more octets; keys the CSRF tokens
    DatabaseConfig database;
    std::size_t web_threads = 4;  // threads of one fcgi-app process
    bool rate_limits = true;
    bool styleguide = false;      // whether there is a page /styleguide/
    std::string node = "node-1";  // names this realtime daemon among several
    log::Level log_level = log::Level::info;

    // Throws std::runtime_error with a sentence for the operator on a bad or missing setting.
    static Config load();
};

}  // namespace parley
