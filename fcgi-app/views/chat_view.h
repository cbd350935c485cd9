// The chat list, a room, and the page that says how to become friends.
#pragma once

#include <optional>
#include <string>

#include "domain/chat/messages.h"
#include "domain/chat/rooms.h"
#include "domain/profiles/profiles.h"
#include "fcgi-app/views/form_view.h"
#include "fcgi-app/views/view_model.h"

namespace parley::views {

ViewModel chat_row(const chat::ChatListEntry& entry, std::optional<RoomId> current, UtcTime now);

ViewModel chat_list_page(const chat::ChatList& list, UtcTime now);

struct RoomPage {
    const chat::ChatList& list;
    const chat::Room& room;  // with the read mark as it was before this request
    const profiles::Person& peer;
    const Actor& viewer;
    const chat::MessagePage& history;
    bool is_newest_page;
    const FormState& form;  // field "message"
    UtcTime now;
};
ViewModel room_page(const RoomPage& page);

ViewModel not_friends_page(const profiles::Profile& peer);

}  // namespace parley::views
