#include "realtime/handlers/history.h"

#include "domain/chat/messages.h"
#include "realtime/handlers/limits.h"
#include "realtime/protocol/server_message.h"

namespace parley::handlers {

HistoryPage read_range(db::Session& session, RoomId room, RoomFeed::Range range) {
    HistoryPage page;
    page.last = range.up_to;
    const auto messages = chat::range(session, room, range.after, range.up_to, replay_page_size);
    page.is_complete = messages.size() < replay_page_size;
    page.frames.reserve(messages.size());
    for (const chat::Message& message : messages)
        page.frames.emplace_back(message.id,
                                 ws::text_frame(protocol::encode(protocol::ChatMessage{
                                     room, message.id, message.text, message.sender_username,
                                     message.sender_name, message.created_at, message.nonce})));
    return page;
}

HistoryPage read_on(db::Session& session, RoomId room, MessageId after) {
    const MessageId last = chat::last_message(session, room);
    if (last <= after) return {{}, last, true};
    if (last.value - after.value > chat::replay_max) return {{}, last, true, true};
    return read_range(session, room, {after, last});
}

}  // namespace parley::handlers
