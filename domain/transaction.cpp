#include "domain/transaction.h"

#include <random>

#include "domain/events/event_store.h"

namespace parley {

namespace {
constexpr int attempts_max = 5;
}

void Transaction::commit() {
    if (!events_.empty()) events::append(db(), events_);
    transaction_.commit();
}

bool detail::retry_after(const db::Error& error, int attempt) {
    if (!error.is_worth_a_retry() || attempt >= attempts_max) return false;
    thread_local std::minstd_rand random{std::random_device{}()};
    std::uniform_int_distribution<int> jitter_ms(1, 10 * attempt);
    std::this_thread::sleep_for(std::chrono::milliseconds(jitter_ms(random)));
    return true;
}

}  // namespace parley
