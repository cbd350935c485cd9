#include "fcgi-app/views/shell_view.h"

#include "fcgi-app/views/chat_view.h"
#include "fcgi-app/views/flash_sentences.h"
#include "fcgi-app/views/person_view.h"

namespace parley::views {

namespace {

std::vector<ViewModel> flashes(const std::string& key) {
    std::vector<ViewModel> list;
    if (const auto sentence = flash_sentence(key)) {
        ViewModel flash;
        flash.set("flash_text", sentence->text).set("flash_is_error", sentence->is_error);
        list.push_back(std::move(flash));
    }
    return list;
}

void add_navigation(ViewModel& model, const Shell& shell) {
    model.set("nav_is_feed", shell.place == Place::feed)
        .set("nav_is_notifications", shell.place == Place::notifications)
        .set("nav_is_chat", shell.place == Place::chat)
        .set("nav_is_profile", shell.place == Place::profile)
        .set("nav_is_settings", shell.place == Place::settings)
        .set("nav_is_create", shell.place == Place::create)
        .set("badge_has_notifications", shell.unread.notifications > 0)
        .set("badge_notifications", shell.unread.notifications)
        .set("badge_has_chat", shell.unread.chat > 0)
        .set("badge_chat", shell.unread.chat);
}

void add_aside(ViewModel& model, const Shell& shell) {
    const Aside& aside = shell.aside;
    model.set("has_aside", shell.shows_aside)
        .set("has_suggestions", !aside.suggestions.empty())
        .set("suggestions", list_of(aside.suggestions, suggestion))
        .set("has_recent_chats", !aside.recent_chats.empty())
        .set("recent_chats", list_of(aside.recent_chats, [&](const chat::ChatListEntry& entry) {
                 return chat_row(entry, std::nullopt, shell.now);
             }));
}

}  // namespace

profiles::Person person_of(const accounts::LoginSession& login) {
    return {login.actor.user, login.actor.username, login.display_name, login.avatar};
}

void add_shell(ViewModel& model, const Shell& shell) {
    model.set("page_title", shell.title)
        .set("csrf_token", shell.csrf_token)
        .set("is_signed_in", shell.me.has_value())
        .set("is_wide", shell.is_wide)
        .set("is_room", shell.room.has_value())
        .set("room_id", shell.room ? std::to_string(shell.room->value) : std::string())
        .set("flashes", flashes(shell.flash_key));
    if (shell.me)
        model.set("me", person(*shell.me));
    else
        model.set("me", false);
    add_navigation(model, shell);
    add_aside(model, shell);
}

}  // namespace parley::views
