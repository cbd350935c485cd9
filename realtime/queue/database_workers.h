// A few threads, each with one database session, for work that must not be done on the event loop's
// thread.
//
// A job that finds the database away is run again until its patience is over; then, or at any other
// error, or when too many jobs wait, its `failed` is called instead (on whatever thread noticed).
// Jobs must therefore bear being run again.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "platform/db/session.h"
#include "realtime/ws/limit_counter.h"

namespace parley::queue {

inline constexpr std::size_t database_threads = 4;
inline constexpr std::size_t database_jobs_waiting_max = 50'000;
inline constexpr std::chrono::seconds database_patience{5};
inline constexpr std::chrono::seconds database_call_patience{1};  // where somebody waits for it

class DatabaseWorkers {
  public:
    struct Job {
        std::function<void(db::Session&)> run;
        std::function<void()> failed = [] {};
        std::chrono::seconds patience = database_patience;
    };

    DatabaseWorkers(const DatabaseConfig& config, std::size_t threads);
    ~DatabaseWorkers();

    void submit(Job job);

    // Runs it there and waits for what it returns; nullopt: it failed.
    template <class Call>
    auto call(Call call) {
        using Result = std::optional<std::invoke_result_t<Call&, db::Session&>>;
        const auto result = std::make_shared<std::promise<Result>>();
        auto future = result->get_future();
        submit({[result, call](db::Session& session) { result->set_value(call(session)); },
                [result] { result->set_value(std::nullopt); }, database_call_patience});
        return future.get();
    }

    // Fails what waits, finishes what runs.
    void stop();

  private:
    using Time = std::chrono::steady_clock::time_point;
    struct Waiting {
        Job job;
        Time since;
    };

    void work(const std::stop_token& stop, db::Session& session);
    void run(const std::stop_token& stop, db::Session& session, const Waiting& waiting);
    bool pause(const std::stop_token& stop);

    std::mutex mutex_;
    std::condition_variable_any something_waits_;
    std::condition_variable_any never_;  // pauses end by the clock or by the stop token
    std::deque<Waiting> jobs_;           // guarded by mutex_
    bool is_stopped_ = false;            // guarded by mutex_
    ws::LimitCounter too_many_{"database jobs waiting, refused"};
    std::vector<std::unique_ptr<db::Session>> sessions_;  // one a thread
    std::vector<std::jthread> threads_;
};

}  // namespace parley::queue
