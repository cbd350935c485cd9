#include "realtime/queue/database_workers.h"

#include "platform/log.h"

namespace parley::queue {

namespace {
constexpr std::chrono::milliseconds retry_pause{200};
}

DatabaseWorkers::DatabaseWorkers(const DatabaseConfig& config, std::size_t threads) {
    for (std::size_t i = 0; i < threads; ++i)
        sessions_.push_back(std::make_unique<db::Session>(config));
    for (const auto& session : sessions_)
        threads_.emplace_back(
            [this, &session = *session](const std::stop_token& stop) { work(stop, session); });
}

DatabaseWorkers::~DatabaseWorkers() {
    stop();
}

void DatabaseWorkers::submit(Job job) {
    {
        const std::lock_guard lock(mutex_);
        if (!is_stopped_ && jobs_.size() < database_jobs_waiting_max) {
            jobs_.push_back({std::move(job), std::chrono::steady_clock::now()});
            something_waits_.notify_one();
            return;
        }
        if (!is_stopped_) too_many_.hit();
    }
    job.failed();
}

void DatabaseWorkers::work(const std::stop_token& stop, db::Session& session) {
    while (true) {
        Waiting waiting;
        {
            std::unique_lock lock(mutex_);
            if (!something_waits_.wait(lock, stop, [this] { return !jobs_.empty(); })) return;
            if (stop.stop_requested()) return;
            waiting = std::move(jobs_.front());
            jobs_.pop_front();
        }
        run(stop, session, waiting);
    }
}

void DatabaseWorkers::run(const std::stop_token& stop, db::Session& session,
                          const Waiting& waiting) {
    while (true) {
        try {
            return waiting.job.run(session);
        } catch (const db::Unavailable&) {
            const bool is_patient =
                std::chrono::steady_clock::now() - waiting.since < waiting.job.patience;
            if (!is_patient || !pause(stop)) return waiting.job.failed();
        } catch (const std::exception& error) {
            log::error(std::string("a database job failed: ") + error.what());
            return waiting.job.failed();
        }
    }
}

bool DatabaseWorkers::pause(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    never_.wait_for(lock, stop, retry_pause, [] { return false; });
    return !stop.stop_requested();
}

void DatabaseWorkers::stop() {
    std::deque<Waiting> left;
    {
        const std::lock_guard lock(mutex_);
        is_stopped_ = true;
        left.swap(jobs_);
    }
    for (std::jthread& thread : threads_) thread.request_stop();
    threads_.clear();
    for (const Waiting& waiting : left) waiting.job.failed();
}

}  // namespace parley::queue
