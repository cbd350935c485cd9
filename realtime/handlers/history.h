// Messages of a room as frames, read from the table.
#pragma once

#include <vector>

#include "platform/db/session.h"
#include "realtime/handlers/room_feed.h"

namespace parley::handlers {

struct HistoryPage {
    std::vector<NumberedFrame> frames;
    MessageId last;           // of the room when the page was read
    bool is_complete;         // up to the end of what was asked for
    bool is_too_old = false;  // the place asked for lies further back than is ever replayed
};

// Up to replay_page_size messages after…up_to.
HistoryPage read_range(db::Session& session, RoomId room, RoomFeed::Range range);

// The same up to the room's last message.
HistoryPage read_on(db::Session& session, RoomId room, MessageId after);

}  // namespace parley::handlers
