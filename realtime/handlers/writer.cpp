#include "realtime/handlers/writer.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "domain/transaction.h"
#include "platform/log.h"
#include "realtime/handlers/limits.h"
#include "realtime/protocol/server_message.h"

namespace parley::handlers {

namespace {

constexpr std::chrono::milliseconds retry_pause{200};

using Pending = Writer::Pending;
using Written = Writer::Written;

Written refusal(const Pending& pending, std::string_view code, std::string_view sentence) {
    const protocol::Refused refused{code, sentence, pending.message.nonce};
    return {pending.connection, ws::text_frame(protocol::encode(refused)), pending.message.room,
            MessageId{}, nullptr};
}

Written outcome(const Pending& pending, const chat::Sent& sent) {
    if (sent.result == chat::SendResult::refused)
        return refusal(pending, "forbidden", "You can no longer write in this room.");
    if (sent.result == chat::SendResult::nonce_taken)
        return refusal(pending, "nonce_taken", "You used this nonce in another room.");
    Written written{pending.connection,
                    ws::text_frame(protocol::encode(
                        protocol::Ack{pending.message.nonce, sent.id, sent.created_at})),
                    pending.message.room, sent.id, nullptr};
    if (sent.result == chat::SendResult::stored)
        written.message = ws::text_frame(protocol::encode(protocol::ChatMessage{
            pending.message.room, sent.id, pending.message.text, pending.sender_username,
            pending.sender_name, sent.created_at, pending.message.nonce}));
    return written;
}

}  // namespace

// The writer rings the doorbell itself, after done(): so the frames are at hand when the event
// comes.
Writer::Writer(const DatabaseConfig& config, Doorbell& doorbell, Done done)
    : session_(config),
      doorbell_(doorbell),
      silent_doorbell_("/nonexistent"),
      done_(std::move(done)) {}

Writer::~Writer() {
    stop();
}

void Writer::start() {
    thread_ = std::thread([this] { run(); });
}

void Writer::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    something_waits_.notify_one();
    if (thread_.joinable()) thread_.join();
}

bool Writer::accept(Pending pending) {
    {
        const std::lock_guard lock(mutex_);
        if (!is_stopping_ && waiting_.size() < messages_waiting_max) {
            waiting_.push_back(std::move(pending));
            something_waits_.notify_one();
            return true;
        }
    }
    too_many_.hit();
    return false;
}

void Writer::run() {
    while (true) {
        std::vector<Pending> all = take_all_that_waits();
        if (all.empty()) return;
        for (std::size_t begin = 0; begin < all.size(); begin += chat::messages_at_once_max) {
            const std::size_t end = std::min(all.size(), begin + chat::messages_at_once_max);
            write({std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(begin)),
                   std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(end))});
        }
    }
}

std::vector<Pending> Writer::take_all_that_waits() {
    std::unique_lock lock(mutex_);
    something_waits_.wait(lock, [this] { return !waiting_.empty() || is_stopping_; });
    return std::exchange(waiting_, {});
}

void Writer::write(std::vector<Pending> batch) {
    while (!batch.empty()) {
        try {
            return store(batch);
        } catch (const db::Unavailable& error) {
            if (!std::exchange(is_away_, true))
                log::warning(std::string("messages cannot be stored now: ") + error.what());
            batch = give_up_on(std::move(batch));
            if (!batch.empty()) std::this_thread::sleep_for(retry_pause);
        } catch (const std::exception& error) {
            log::error(std::string("a batch of messages failed: ") + error.what());
            return store_one_by_one(batch);
        }
    }
}

void Writer::store(const std::vector<Pending>& batch) {
    std::vector<chat::Outgoing> messages;
    messages.reserve(batch.size());
    for (const Pending& pending : batch) messages.push_back(pending.message);
    may_be_stored_ = false;
    const auto sent = transact(session_, silent_doorbell_, [&](Transaction& tx) {
        auto outcomes = chat::send(tx, std::span(messages));
        may_be_stored_ = true;
        return outcomes;
    });
    if (std::exchange(is_away_, false)) log::info("messages are stored again");
    std::vector<Written> written;
    written.reserve(batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i) written.push_back(outcome(batch[i], sent[i]));
    done_(std::move(written));
    doorbell_.ring();
}

// One message that the database will not have must not take the others along.
void Writer::store_one_by_one(const std::vector<Pending>& batch) {
    for (const Pending& pending : batch) {
        try {
            store({pending});
        } catch (const db::Unavailable&) {
            done_({refusal(pending, "unavailable", "The message could not be stored just now.")});
        } catch (const std::exception& error) {
            log::error(std::string("a message failed: ") + error.what());
            done_({refusal(pending, "failed", "The message could not be stored.")});
        }
    }
}

// Returns those to be tried again.
std::vector<Pending> Writer::give_up_on(std::vector<Pending> batch) {
    const auto now = std::chrono::steady_clock::now();
    const auto given_up =
        std::stable_partition(batch.begin(), batch.end(), [&](const Pending& pending) {
            return now - pending.since < writer_patience &&
                   (pending.message.nonce || !may_be_stored_);
        });
    std::vector<Written> answers;
    for (auto pending = given_up; pending != batch.end(); ++pending) {
        unavailable_.hit();
        answers.push_back(
            refusal(*pending, "unavailable", "The message could not be stored just now."));
    }
    if (!answers.empty()) done_(std::move(answers));
    batch.erase(given_up, batch.end());
    return batch;
}

}  // namespace parley::handlers
