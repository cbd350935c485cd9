#include "fcgi-app/views/chat_view.h"

#include <algorithm>

#include "fcgi-app/views/addresses.h"
#include "fcgi-app/views/person_view.h"
#include "fcgi-app/views/text_view.h"

namespace parley::views {

namespace {

void add_chat_list(ViewModel& model, const chat::ChatList& list, std::optional<RoomId> current,
                   UtcTime now) {
    const bool has_more = list.has_more && !list.entries.empty();
    model.set("has_chats", !list.entries.empty())
        .set("chats", list_of(list.entries,
                              [&](const chat::ChatListEntry& entry) {
                                  return chat_row(entry, current, now);
                              }))
        .set("chats_has_more", has_more)
        .set("chats_more_url",
             has_more ? "/chat/?before=" + std::to_string(list.entries.back().person.user.value)
                      : std::string());
}

ViewModel message(const chat::Message& message, const RoomPage& page) {
    const bool is_own = message.sender == page.viewer.user;
    const bool is_first_unread = page.is_newest_page && page.room.last > page.room.read &&
                                 message.id.value == page.room.read.value + 1;
    ViewModel model;
    model.set("message_id", message.id.value)
        .set("message_is_own", is_own)
        .set("message_sender", message.sender_username)
        .set("message_sender_name", message.sender_name)
        .set("segments", segments(message.text))
        .set("message_time_iso", iso8601(message.created_at))
        .set("message_time_text", short_time(message.created_at, page.now))
        .set("message_is_seen", is_own && message.id <= page.room.read_by_peer)
        .set("message_is_first_unread", is_first_unread);
    return model;
}

// What the page holds already: live messages go on after it.
MessageId last_known(const RoomPage& page) {
    const auto& messages = page.history.messages;
    return page.is_newest_page && !messages.empty() ? std::max(messages.back().id, page.room.last)
                                                    : page.room.last;
}

}  // namespace

ViewModel chat_row(const chat::ChatListEntry& entry, std::optional<RoomId> current, UtcTime now) {
    ViewModel model;
    model.set("chat_room_id", entry.room ? std::to_string(entry.room->value) : std::string())
        .set("chat_url", room_url(entry.person.username))
        .set("chat_person", person(entry.person))
        .set("chat_has_last", entry.last_at.has_value())
        .set("chat_last_text", entry.last_text)
        .set("chat_last_is_own", entry.last_at && entry.last_is_own)
        .set("chat_time_iso", entry.last_at ? iso8601(*entry.last_at) : std::string())
        .set("chat_time_text", entry.last_at ? short_time(*entry.last_at, now) : std::string())
        .set("chat_has_unread", entry.unread > 0)
        .set("chat_unread", entry.unread)
        .set("chat_is_current", current && entry.room == current);
    return model;
}

ViewModel chat_list_page(const chat::ChatList& list, UtcTime now) {
    ViewModel model;
    add_chat_list(model, list, std::nullopt, now);
    return model;
}

ViewModel room_page(const RoomPage& page) {
    const auto& messages = page.history.messages;
    const std::string url = room_url(page.peer.username);
    const bool has_older = page.history.has_older && !messages.empty();
    const std::uint64_t unread =
        page.room.last.value - std::min(page.room.read, page.room.last).value;
    ViewModel model;
    add_chat_list(model, page.list, page.room.id, page.now);
    model.set("room_url", url)
        .set("room_peer", person(page.peer))
        .set("room_last_id", last_known(page).value)
        .set("room_read_by_peer", page.room.read_by_peer.value)
        .set("room_unread", unread)
        .set("room_unread_text", unread > 0 ? std::to_string(unread) + " new" : std::string())
        .set("room_has_older", has_older)
        .set("room_older_url", has_older
                                   ? url + "?before=" + std::to_string(messages.front().id.value)
                                   : std::string())
        .set("has_messages", !messages.empty())
        .set("messages",
             list_of(messages, [&](const chat::Message& one) { return message(one, page); }))
        .set("room_placeholder", "Message " + first_word(page.peer.display_name));
    add_form(model, page.form, {"message"});
    return model;
}

ViewModel not_friends_page(const profiles::Profile& peer) {
    const profiles::Person who = person_of(peer);
    ViewModel inner = person(who);
    add_follow(inner, who, {true, peer.followed, peer.follows_back});
    ViewModel model;
    model.set("peer", std::move(inner));
    return model;
}

}  // namespace parley::views
