#include "fcgi-app/pages/chat.h"

#include "domain/chat/messages.h"
#include "domain/chat/rooms.h"
#include "domain/chat/unread.h"
#include "domain/profiles/profiles.h"
#include "fcgi-app/pages/forms.h"
#include "fcgi-app/pages/page.h"
#include "fcgi-app/views/addresses.h"
#include "fcgi-app/views/chat_view.h"
#include "fcgi-app/views/person_view.h"
#include "platform/json.h"

namespace parley::pages {

namespace {

using profiles::Profile;

constexpr const char* not_friends_sentence = "You can chat once you follow each other.";

Profile find_peer(Context& c) {
    Profile peer = profiles::show(c.db, c.actor(), c.username());
    if (peer.user == c.actor().user)
        throw Error(ErrorKind::forbidden, "A chat takes two: this is you.");
    return peer;
}

Response not_friends(Context& c, const Profile& peer) {
    if (c.request.wants_json()) throw Error(ErrorKind::forbidden, not_friends_sentence);
    return page(c, 403, "chat/not_friends",
                {.title = "Chat with " + peer.display_name(), .place = views::Place::chat},
                views::not_friends_page(peer));
}

// The room as it was before this request read it.
chat::Room open_and_read(Context& c, UserId peer) {
    return c.transact([&](Transaction& tx) {
        const auto room = chat::open_room(tx, c.actor(), peer);
        if (room.read < room.last) chat::mark_read(tx, c.actor(), room.id, room.last);
        return room;
    });
}

Response show_room(Context& c, int status, const Profile& peer, const views::FormState& form) {
    const auto before = before_id<MessageId>(c.request);
    const auto room = open_and_read(c, peer.user);
    const auto history = chat::history(c.db, room.id, before);
    const auto list = chat::chat_list(c.db, c.actor(), std::nullopt);
    const auto person = views::person_of(peer);
    auto shell =
        load_shell(c, {.title = "Chat with " + person.display_name, .place = views::Place::chat});
    shell.is_wide = true;
    shell.room = room.id;
    return show(
        c, status, "chat/room", shell,
        views::room_page({list, room, person, c.actor(), history, !before, form, shell.now}));
}

Response send_to(Context& c, const Profile& peer) {
    const std::string text = chat::checked_text(c.request.field("message"));
    const auto sent = c.transact([&](Transaction& tx) {
        const auto room = chat::open_room(tx, c.actor(), peer.user);
        const chat::Outgoing message{room.id, c.actor().user, std::nullopt, text};
        return chat::send(tx, {&message, 1}).front();
    });
    if (sent.result != chat::SendResult::stored)
        throw Error(ErrorKind::forbidden, not_friends_sentence);
    return http::redirect(views::room_url(peer.username));
}

}  // namespace

Response chat_list(Context& c) {
    const auto before = before_id<UserId>(c.request);
    const auto list = chat::chat_list(c.db, c.actor(), before);
    const bool is_friendless = list.entries.empty() && !before;
    auto shell = load_shell(c, {.title = "Chat",
                                .place = views::Place::chat,
                                .side = is_friendless ? Side::newcomer : Side::none});
    shell.is_wide = true;
    return show(c, 200, "chat/list", shell, views::chat_list_page(list, shell.now));
}

Response chat_room(Context& c) {
    const Profile peer = find_peer(c);
    if (!peer.mutual()) return not_friends(c, peer);
    return show_room(c, 200, peer, {});
}

Response send_message(Context& c) {
    const Profile peer = find_peer(c);
    if (!peer.mutual()) return not_friends(c, peer);
    return answer_form(
        c, [&] { return send_to(c, peer); },
        [&](const FieldErrors& errors) {
            return show_room(c, 422, peer, {{{"message", c.request.field("message")}}, errors});
        });
}

Response chat_unread_count(Context& c) {
    const auto count =
        chat::unread_count(c.db, c.actor().user, c.request.query_id<RoomId>("exclude_room"));
    return http::json(200, json::Writer().object().key("count").value(count).end().text());
}

}  // namespace parley::pages
