// The realtime daemon: WebSockets behind nginx, on the unix socket PARLEY_REALTIME_SOCKET.
#include <csignal>
#include <exception>
#include <iostream>

#include "domain/schema_version.h"
#include "platform/config.h"
#include "platform/db/session.h"
#include "platform/log.h"
#include "realtime/daemon.h"

namespace {

// Blocked in every thread, so that only wait_for_stop() sees them.
sigset_t stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

void run() {
    const parley::Config config = parley::Config::load();
    parley::log::set_level(config.log_level);
    parley::db::Session session(config.database);
    parley::require_current_schema(session);

    parley::Daemon daemon(config);
    daemon.start();
    parley::log::info("realtime is ready");
    const sigset_t signals = stop_signals();
    int signal = 0;
    sigwait(&signals, &signal);
    parley::log::info("realtime is stopping");
    daemon.stop();
}

}  // namespace

int main() {
    const sigset_t signals = stop_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    try {
        run();
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "realtime cannot run: " << error.what() << '\n';
        return 1;
    }
}
