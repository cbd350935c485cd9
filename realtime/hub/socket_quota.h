// How many sockets each member has open on this daemon. Thread-safe: the handshake's threads ask.
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

#include "domain/ids.h"

namespace parley::hub {

class SocketQuota {
  public:
    // Counts as one open socket for as long as it lives; the quota must outlive it.
    class Ticket {
      public:
        Ticket(Ticket&& other) noexcept
            : quota_(std::exchange(other.quota_, nullptr)), user_(other.user_) {}
        Ticket& operator=(Ticket&&) = delete;
        ~Ticket() {
            if (quota_) quota_->give_back(user_);
        }

      private:
        friend class SocketQuota;
        Ticket(SocketQuota& quota, UserId user) : quota_(&quota), user_(user) {}

        SocketQuota* quota_;
        UserId user_;
    };

    explicit SocketQuota(std::size_t sockets_per_member_max) : max_(sockets_per_member_max) {}

    // nullopt: the member has as many as they may.
    std::optional<Ticket> take(UserId user) {
        const std::lock_guard lock(mutex_);
        std::size_t& open = open_[user];
        if (open >= max_) return std::nullopt;
        ++open;
        return Ticket(*this, user);
    }

  private:
    void give_back(UserId user) {
        const std::lock_guard lock(mutex_);
        const auto found = open_.find(user);
        if (--found->second == 0) open_.erase(found);
    }

    std::size_t max_;
    std::mutex mutex_;
    std::unordered_map<UserId, std::size_t> open_;
};

}  // namespace parley::hub
