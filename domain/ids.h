// Strong ids: a post's id never stands where a member's is meant.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace parley {

template <class Noun>
struct Id {
    std::uint64_t value = 0;
    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return value != 0; }
};

using UserId = Id<struct User>;
using SessionId = Id<struct LoginSession>;
using PostId = Id<struct Post>;
using CommentId = Id<struct Comment>;
using NotificationId = Id<struct Notification>;
using FollowId = Id<struct Follow>;
using RoomId = Id<struct Room>;
using MessageId = Id<struct Message>;  // counts 1, 2, 3 … within its room

}  // namespace parley

template <class Noun>
struct std::hash<parley::Id<Noun>> {
    std::size_t operator()(parley::Id<Noun> id) const noexcept {
        return std::hash<std::uint64_t>{}(id.value);
    }
};
