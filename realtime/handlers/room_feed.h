// Puts what happens in one room in order for its listeners. Events announce messages by number;
// their frames are at hand when this daemon wrote them, and are read from the database when another
// did. Knows no sockets and no database; lives on the event loop's thread.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "domain/ids.h"
#include "realtime/ws/frame_encoder.h"

namespace parley::handlers {

using NumberedFrame = std::pair<MessageId, ws::Frame>;

class RoomFeed {
  public:
    // What to send now. id 0: no message; except 0: to everybody.
    struct Piece {
        MessageId id;
        ws::Frame frame;
        UserId except;
    };
    struct Range {
        MessageId after;
        MessageId up_to;
    };

    // A frame that was just written here; its event will come. Forgotten when there are too many.
    void keep(MessageId id, ws::Frame frame);

    // Messages first…last are committed. Announcements come in order.
    void announce(MessageId first, MessageId last);

    // Anything that is no message: comes behind what was announced before it.
    void add(ws::Frame frame, UserId except);

    // Takes out what can be sent, in order.
    std::vector<Piece> take_ready();

    // What has to be read from the database, once; nullopt: nothing, or it is being read.
    std::optional<Range> take_wanted();
    void give(const Range& range, const std::vector<NumberedFrame>& frames, bool is_complete);
    void give_up_reading() { is_reading_ = false; }

  private:
    std::optional<MessageId> sent_;  // up to here; unknown before the first announcement
    MessageId announced_;
    bool is_reading_ = false;
    std::map<MessageId, ws::Frame> at_hand_;
    std::vector<Piece> others_;
};

}  // namespace parley::handlers
