#include "realtime/handlers/room_feed.h"

#include "realtime/handlers/limits.h"

namespace parley::handlers {

void RoomFeed::keep(MessageId id, ws::Frame frame) {
    if (sent_ && id <= *sent_) return;
    at_hand_.emplace(id, std::move(frame));
    if (at_hand_.size() > frames_at_hand_max) at_hand_.erase(at_hand_.begin());
}

void RoomFeed::announce(MessageId first, MessageId last) {
    if (!sent_) sent_ = MessageId{first.value - 1};
    announced_ = std::max(announced_, last);
}

void RoomFeed::add(ws::Frame frame, UserId except) {
    others_.push_back({MessageId{}, std::move(frame), except});
}

std::vector<RoomFeed::Piece> RoomFeed::take_ready() {
    std::vector<Piece> ready;
    while (sent_ && *sent_ < announced_) {
        const auto next = at_hand_.find(MessageId{sent_->value + 1});
        if (next == at_hand_.end()) return ready;
        if (next->second) ready.push_back({next->first, std::move(next->second), UserId{}});
        sent_ = next->first;
        at_hand_.erase(at_hand_.begin(), std::next(next));
    }
    for (Piece& piece : others_) ready.push_back(std::move(piece));
    others_.clear();
    return ready;
}

std::optional<RoomFeed::Range> RoomFeed::take_wanted() {
    if (is_reading_ || !sent_ || *sent_ >= announced_) return std::nullopt;
    is_reading_ = true;
    return Range{*sent_, announced_};
}

void RoomFeed::give(const Range& range, const std::vector<NumberedFrame>& frames,
                    bool is_complete) {
    is_reading_ = false;
    for (const auto& [id, frame] : frames)
        if (id > *sent_) at_hand_.emplace(id, frame);
    // Numbers that are not there any more went with a deleted account: step over them.
    const MessageId up_to = is_complete ? range.up_to : frames.back().first;
    for (std::uint64_t id = sent_->value + 1; id <= up_to.value; ++id)
        if (!at_hand_.contains(MessageId{id})) at_hand_.emplace(MessageId{id}, nullptr);
}

}  // namespace parley::handlers
