// The realtime daemon, put together. Threads: one for all sockets, one follows the events table,
// one writes messages, one trims, four work with the database, eight take handshakes.
#pragma once

#include <thread>
#include <vector>

#include "platform/config.h"
#include "platform/doorbell.h"
#include "realtime/handlers/admission.h"
#include "realtime/handlers/chat.h"
#include "realtime/handlers/notifications.h"
#include "realtime/handlers/sessions.h"
#include "realtime/handlers/writer.h"
#include "realtime/queue/database_workers.h"
#include "realtime/queue/tailer.h"
#include "realtime/queue/trimmer.h"
#include "realtime/ws/event_loop.h"
#include "realtime/ws/upgrade_server.h"

namespace parley {

class Daemon {
  public:
    explicit Daemon(const Config& config, ws::Limits limits = {});
    ~Daemon();

    // Accepts connections when it returns. Throws when the database or the socket cannot be had.
    void start();

    // Accepts nothing more, commits and acknowledges what was accepted, closes all sockets with
    // 1012 and gives them 2 s.
    void stop();

    const ws::LimitCounters& counters() const { return loop_.counters(); }

  private:
    void take(const std::vector<events::Event>& batch);
    void apply(const events::Event& event);

    const Config config_;
    Doorbell doorbell_;
    ws::EventLoop loop_;
    queue::DatabaseWorkers database_;
    handlers::Writer writer_;
    handlers::Sessions sessions_;
    handlers::Chat chat_;
    handlers::Notifications notifications_;
    handlers::Admission admission_;
    queue::Tailer tailer_;
    queue::Trimmer trimmer_;
    ws::UpgradeServer server_;
    std::thread loop_thread_;
};

}  // namespace parley
