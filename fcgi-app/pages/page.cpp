#include "fcgi-app/pages/page.h"

#include "domain/unread/unread.h"
#include "fcgi-app/views/template_set.h"

namespace parley::pages {

namespace {

// Older pages of a list spend their queries on the list.
views::Aside load_aside(Context& c, Side side) {
    views::Aside aside;
    const bool is_newcomer = side == Side::newcomer;
    aside.suggestions = profiles::suggest(c.db, c.actor(),
                                          is_newcomer ? newcomer_suggestions_max : suggestions_max);
    if (is_newcomer || !c.request.query_field("before").empty()) return aside;
    aside.recent_chats = chat::chat_list(c.db, c.actor(), std::nullopt).entries;
    if (aside.recent_chats.size() > recent_chats_max)
        aside.recent_chats.erase(aside.recent_chats.begin() + recent_chats_max,
                                 aside.recent_chats.end());
    return aside;
}

}  // namespace

views::Shell load_shell(Context& c, const Frame& frame) {
    views::Shell shell;
    shell.title = frame.title;
    shell.place = frame.place;
    shell.csrf_token = c.csrf_token();
    shell.flash_key = c.take_flash();
    shell.now = utc_now();
    if (!c.login) return shell;
    shell.me = views::person_of(*c.login);
    shell.unread = unread::counts(c.db, c.actor().user);
    if (frame.side != Side::none) shell.aside = load_aside(c, frame.side);
    shell.shows_aside = frame.side == Side::aside;
    return shell;
}

Response show(Context& c, int status, std::string_view template_name, const views::Shell& shell,
              views::ViewModel model) {
    views::add_shell(model, shell);
    return http::html(status, c.templates.render(template_name, model));
}

Response page(Context& c, int status, std::string_view template_name, const Frame& frame,
              views::ViewModel model) {
    return show(c, status, template_name, load_shell(c, frame), std::move(model));
}

}  // namespace parley::pages
