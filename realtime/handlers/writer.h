// Writes chat messages. One thread takes all that waits, stores it in one transaction and then
// acknowledges it: at rest a message costs its own commit, under load many share one.
//
// - Nothing is acknowledged before its commit. Messages of one socket keep their order.
// - While the database is away, messages are held and tried again for writer_patience, then
//   answered with "unavailable". One without a nonce, whose commit was under way when the database
//   went, is answered so at once: tried again it might be stored twice.
// - Listeners learn of messages through the events table alone. The frames of what was stored go
//   along with the acknowledgement, so that this daemon need not read them again.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "domain/chat/messages.h"
#include "platform/db/session.h"
#include "platform/doorbell.h"
#include "realtime/ws/connection.h"
#include "realtime/ws/limit_counter.h"

namespace parley::handlers {

class Writer {
  public:
    struct Pending {
        ws::ConnectionId connection;
        chat::Outgoing message;
        std::string sender_username;
        std::string sender_name;
        std::chrono::steady_clock::time_point since;
    };
    struct Written {
        ws::ConnectionId connection;
        ws::Frame answer;  // ack or error, for the sender
        RoomId room;
        MessageId id;
        ws::Frame message;  // for listeners, once its event comes; null: nothing new was stored
    };
    // Called on the writer's thread.
    using Done = std::function<void(std::vector<Written>)>;

    Writer(const DatabaseConfig& config, Doorbell& doorbell, Done done);
    ~Writer();

    void start();

    // From any thread. False: too many wait.
    bool accept(Pending pending);

    // Answers everything that was accepted, then ends.
    void stop();

  private:
    void run();
    std::vector<Pending> take_all_that_waits();
    void write(std::vector<Pending> batch);
    void store(const std::vector<Pending>& batch);
    void store_one_by_one(const std::vector<Pending>& batch);
    std::vector<Pending> give_up_on(std::vector<Pending> batch);

    bool is_away_ = false;        // the database, at the last attempt
    bool may_be_stored_ = false;  // the commit of the last attempt was begun

    db::Session session_;
    Doorbell& doorbell_;
    Doorbell silent_doorbell_;
    Done done_;
    std::mutex mutex_;
    std::condition_variable something_waits_;
    std::vector<Pending> waiting_;  // guarded by mutex_
    bool is_stopping_ = false;      // guarded by mutex_
    std::thread thread_;
    ws::LimitCounter too_many_{"messages waiting for the writer, answered with busy"};
    ws::LimitCounter unavailable_{"database away, messages answered with unavailable"};
};

}  // namespace parley::handlers
