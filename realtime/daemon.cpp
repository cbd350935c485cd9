#include "realtime/daemon.h"

#include <future>
#include <variant>

#include "realtime/handlers/limits.h"

namespace parley {

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

ws::Limits limits_for(const Config& config, ws::Limits limits) {
    if (!config.rate_limits) limits.frames_burst = 0;
    return limits;
}

}  // namespace

Daemon::Daemon(const Config& config, ws::Limits limits)
    : config_(config),
      doorbell_(config.doorbells),
      loop_(limits_for(config, limits)),
      database_(config.database, queue::database_threads),
      writer_(config.database, doorbell_,
              [this](std::vector<handlers::Writer::Written> written) {
                  auto shared = std::make_shared<decltype(written)>(std::move(written));
                  loop_.post([this, shared] { chat_.take_written(std::move(*shared)); });
              }),
      sessions_(loop_, database_),
      chat_({loop_, database_, writer_, doorbell_, sessions_, config.rate_limits}),
      notifications_(loop_, database_, sessions_),
      admission_(database_, chat_, notifications_, config.rate_limits),
      tailer_(config, {[this](std::vector<events::Event> batch) {
                           loop_.post([this, batch = std::move(batch)] { take(batch); });
                       },
                       [this] {
                           loop_.post([this] {
                               loop_.close_all(ws::CloseCode::service_restart,
                                               "events were missed");
                           });
                       }}),
      trimmer_(config.database, doorbell_),
      server_(loop_, admission_) {}

Daemon::~Daemon() {
    stop();
}

void Daemon::start() {
    tailer_.start();
    writer_.start();
    trimmer_.start();
    loop_thread_ = std::thread([this] { loop_.run(); });
    server_.listen_on(config_.realtime_socket);
}

void Daemon::stop() {
    if (!loop_thread_.joinable()) return;
    server_.stop();
    std::promise<void> nothing_more_taken;
    loop_.post([&] {
        chat_.stop_taking();
        nothing_more_taken.set_value();
    });
    nothing_more_taken.get_future().wait();
    writer_.stop();
    loop_.finish(ws::CloseCode::service_restart, handlers::stop_time_max);
    loop_thread_.join();
    tailer_.stop();
    trimmer_.stop();
    database_.stop();
}

void Daemon::take(const std::vector<events::Event>& batch) {
    tailer_.taken();
    for (const events::Event& event : batch) apply(event);
}

void Daemon::apply(const events::Event& event) {
    std::visit(
        Overloaded{
            [this](const events::MessagesPosted& posted) {
                chat_.apply(posted);
                for (const UserId member : posted.members) notifications_.changed(member);
            },
            [this](const events::MessagesRead& read) {
                chat_.apply(read);
                notifications_.changed(read.reader);
            },
            [this](const events::Typing& typing) { chat_.apply(typing); },
            [this](const events::UnreadChanged& unread) { notifications_.changed(unread.user); },
            [this](const events::SessionEnded& ended) { sessions_.apply(ended); },
            [this](const events::FriendshipEnded& ended) {
                chat_.apply(ended);
                notifications_.changed(ended.a);
                notifications_.changed(ended.b);
            },
        },
        event);
}

}  // namespace parley
