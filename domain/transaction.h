// One way to write: a verb does SQL on a Transaction and publishes events; commit() flushes the
// events last, so rows and news become visible together or not at all.
//
//   const auto outcome = transact(session, doorbell, [&](Transaction& tx) {
//       return posts::toggle_like(tx, actor, id);
//   });
#pragma once

#include <chrono>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "domain/events/event.h"
#include "platform/db/transaction.h"
#include "platform/doorbell.h"

namespace parley {

class Transaction {
  public:
    explicit Transaction(db::Session& session) : transaction_(session) {}

    db::Session& db() { return transaction_.session(); }
    void publish(events::Event event) { events_.push_back(std::move(event)); }
    void commit();
    bool has_published() const { return !events_.empty(); }

  private:
    db::Transaction transaction_;
    std::vector<events::Event> events_;
};

namespace detail {
// Whether to run it again after this error; sleeps a little before saying yes.
bool retry_after(const db::Error& error, int attempt);
}  // namespace detail

// Runs the verb in a transaction and commits; again, whole, on a deadlock or lock timeout (5 times
// at most). The verb must therefore do nothing but SQL. Rings the doorbell when events became
// visible.
template <class Verb>
auto transact(db::Session& session, Doorbell& doorbell, Verb&& verb) {
    using Outcome = std::invoke_result_t<Verb&, Transaction&>;
    for (int attempt = 1;; ++attempt) {
        try {
            Transaction tx(session);
            if constexpr (std::is_void_v<Outcome>) {
                verb(tx);
                tx.commit();
                if (tx.has_published()) doorbell.ring();
                return;
            } else {
                Outcome outcome = verb(tx);
                tx.commit();
                if (tx.has_published()) doorbell.ring();
                return outcome;
            }
        } catch (const db::Error& error) {
            if (!detail::retry_after(error, attempt)) throw;
        }
    }
}

}  // namespace parley
