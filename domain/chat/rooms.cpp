#include "domain/chat/rooms.h"

#include "domain/chat/chat_store.h"
#include "domain/error.h"

namespace parley::chat {

Room open_room(Transaction& tx, const Actor& actor, UserId peer) {
    auto room = chat_store::find_room(tx.db(), actor.user, peer);
    if (!room) throw Error(ErrorKind::forbidden, "You can chat once you follow each other.");
    if (!room->id) {
        chat_store::make_room(tx.db(), actor.user, peer);
        room = chat_store::find_room(tx.db(), actor.user, peer);
    }
    return room.value();
}

Access access_to(db::Session& session, UserId user, RoomId room) {
    return chat_store::access_to(session, user, room);
}

ChatList chat_list(db::Session& session, const Actor& actor, std::optional<UserId> before) {
    const UtcTime far_future = utc_now() + std::chrono::years(100);
    chat_store::Activity from{far_future, UserId{}};
    if (before) {
        const auto activity = chat_store::activity_with(session, actor.user, *before);
        if (!activity) return {{}, false};
        from = *activity;
    }
    ChatList list{chat_store::chat_list(session, actor.user, from), false};
    list.has_more = list.entries.size() > chat_list_size;
    if (list.has_more) list.entries.pop_back();
    return list;
}

}  // namespace parley::chat
