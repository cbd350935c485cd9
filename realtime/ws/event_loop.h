// Owns every WebSocket, in one thread: the one that calls run(). Other threads hand work in by
// post().
//
// Raw epoll, not Poco's PollSet: PollSet has no wake-up, returns at once when it is empty, drops
// events that are only a hang-up, and allocates a map for each poll. One eventfd and 200 lines are
// less to explain.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <queue>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "realtime/ws/connection.h"
#include "realtime/ws/limit_counters.h"

namespace parley::ws {

class EventLoop {
  public:
    using Command = std::function<void()>;

    explicit EventLoop(Limits limits);
    ~EventLoop();

    // Returns after finish(). An exception out of a command is logged, out of a handler it closes
    // the connection with 1011.
    void run();

    // From any thread:

    // Commands run in the order in which they came; those of one thread keep theirs.
    void post(Command command);

    struct Upgraded {
        FileDescriptor socket;
        std::string answer;      // the 101 response, sent first
        std::string read_ahead;  // octets that came with the request
        std::unique_ptr<Handler> handler;
    };
    void adopt(Upgraded upgraded);

    // Closes all connections, also those still to be adopted; run() returns when their closing
    // handshakes are done, or after the time.
    void finish(CloseCode code, std::chrono::milliseconds time_max);

    // From the loop's own thread only:

    Connection* find(ConnectionId id);
    void after(std::chrono::milliseconds delay, Command command);
    void close_all(CloseCode code, std::string_view reason);
    std::size_t connections() const { return connections_.size(); }
    Clock::time_point now() const { return now_; }
    const LimitCounters& counters() const { return counters_; }

  private:
    struct Timer {
        Clock::time_point at;
        std::uint64_t number;  // timers of one moment keep their order
        Command command;
        bool operator>(const Timer& other) const {
            return std::tie(at, number) > std::tie(other.at, other.number);
        }
    };

    void run_once();
    int wait_ms() const;
    void run_commands();
    void run_timers();
    void open(Upgraded upgraded);
    void on_socket(Connection& connection, std::uint32_t events);
    void read(Connection& connection);
    void take(Connection& connection, std::string_view octets);
    void check_times();
    void settle_changed();
    void settle(Connection& connection);
    void watch(Connection& connection, bool for_writing);
    void remove(Connection& connection);
    template <class Call>
    void guarded(Connection& connection, Call&& call);

    const Limits limits_;
    LimitCounters counters_;
    FileDescriptor epoll_;
    FileDescriptor wake_up_;
    std::vector<char> read_buffer_;
    std::vector<Incoming> incoming_;

    std::unordered_map<ConnectionId, std::unique_ptr<Connection>> connections_;
    std::vector<Connection*> changed_;
    ConnectionId last_id_ = 0;
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> timers_;
    std::uint64_t last_timer_ = 0;
    Clock::time_point now_ = Clock::now();
    Clock::time_point times_checked_at_ = now_;
    bool is_finishing_ = false;
    CloseCode finishing_code_ = CloseCode::service_restart;
    Clock::time_point finish_at_{};

    std::mutex mutex_;
    std::vector<Command> commands_;  // guarded by mutex_
};

}  // namespace parley::ws
