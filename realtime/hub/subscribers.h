// Who listens to what: a room's chat sockets, a member's open pages. Lives on the event loop's
// thread, so there are no locks. Subscribers are not owned: each takes itself out before it goes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <unordered_map>
#include <vector>

namespace parley::hub {

template <class Key, class Subscriber>
class Subscribers {
  public:
    void add(Key key, Subscriber& subscriber) { by_key_[key].push_back(&subscriber); }

    void remove(Key key, Subscriber& subscriber) {
        const auto found = by_key_.find(key);
        if (found == by_key_.end()) return;
        auto& list = found->second;
        const auto at = std::find(list.begin(), list.end(), &subscriber);
        if (at == list.end()) return;
        *at = list.back();
        list.pop_back();
        if (list.empty()) by_key_.erase(found);
    }

    // In no particular order; valid until the next add or remove.
    std::span<Subscriber* const> of(Key key) const {
        const auto found = by_key_.find(key);
        if (found == by_key_.end()) return {};
        return found->second;
    }

    bool has(Key key) const { return by_key_.contains(key); }
    std::size_t keys() const { return by_key_.size(); }

  private:
    std::unordered_map<Key, std::vector<Subscriber*>> by_key_;
};

}  // namespace parley::hub
