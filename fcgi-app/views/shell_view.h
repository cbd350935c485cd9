// What stands around the content of every page: title, navigation, badges, flash, right column.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/accounts/sessions.h"
#include "domain/chat/rooms.h"
#include "domain/profiles/profiles.h"
#include "domain/unread/unread.h"
#include "fcgi-app/views/view_model.h"
#include "platform/utc_time.h"

namespace parley::views {

// The item of the navigation that a page belongs to.
enum class Place { none, feed, notifications, chat, profile, settings, create };

struct Aside {
    std::vector<profiles::Suggestion> suggestions;
    std::vector<chat::ChatListEntry> recent_chats;
};

struct Shell {
    std::string title;
    Place place = Place::none;
    std::string csrf_token;
    std::optional<profiles::Person> me;  // absent: not signed in
    unread::Counts unread;
    std::string flash_key;
    bool is_wide = false;
    std::optional<RoomId> room;  // of the chat room's page
    Aside aside;
    bool shows_aside = false;
    UtcTime now;
};

profiles::Person person_of(const accounts::LoginSession& login);

void add_shell(ViewModel& model, const Shell& shell);

}  // namespace parley::views
