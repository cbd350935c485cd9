#include "fcgi-app/routes.h"

#include "fcgi-app/http/safe_next.h"
#include "fcgi-app/pages/accounts.h"
#include "fcgi-app/pages/chat.h"
#include "fcgi-app/pages/comments.h"
#include "fcgi-app/pages/follows.h"
#include "fcgi-app/pages/health.h"
#include "fcgi-app/pages/likes.h"
#include "fcgi-app/pages/notifications.h"
#include "fcgi-app/pages/posts.h"
#include "fcgi-app/pages/profiles.h"
#include "fcgi-app/pages/styleguide.h"
#include "fcgi-app/views/error_view.h"

namespace parley {

namespace {

http::Response home(http::Context& c) {
    return http::redirect(c.login ? std::string(http::home_path) : "/user/login/");
}

http::Response offline(http::Context& c) {
    return http::html(200, views::offline_page(c.templates));
}

}  // namespace

std::vector<http::Route> routes() {
    using namespace pages;
    using enum http::Access;
    using enum http::Body;
    return {
        {"GET", "/", home, visitor_or_member},
        {"GET", "/healthz", health, anyone},
        {"GET", "/metrics", metrics, anyone},
        {"GET", "/offline/", offline, anyone},

        {"GET", "/user/register/", register_form, visitor_or_member},
        {"POST", "/user/register/", register_account, visitor_or_member},
        {"GET", "/user/login/", login_form, visitor_or_member},
        {"POST", "/user/login/", login, visitor_or_member},
        {"GET", "/user/logout/", logout, visitor_or_member},
        {"POST", "/user/logout/", logout, visitor_or_member},
        {"GET", "/user/password/change/", password_form, member},
        {"POST", "/user/password/change/", change_password, member},

        {"GET", "/user/profile/:username/", profile, member},
        {"GET", "/user/edit-profile/", edit_profile_form, member},
        {"POST", "/user/edit-profile/", edit_profile, member, upload},
        {"POST", "/user/follow/:username/", follow, member},
        {"POST", "/user/unfollow/:username/", unfollow, member},
        {"GET", "/user/followers/:username/", followers, member},
        {"GET", "/user/following/:username/", following, member},

        {"GET", "/posts/", feed, member},
        {"GET", "/posts/new-count/", new_posts_count, member},
        {"GET", "/posts/create/", create_post_form, member},
        {"POST", "/posts/create/", create_post, member, upload},
        {"GET", "/posts/:id/", post, member},
        {"GET", "/posts/:id/edit/", edit_post_form, member},
        {"POST", "/posts/:id/edit/", edit_post, member},
        {"POST", "/posts/:id/delete/", delete_post, member},
        {"POST", "/posts/:id/like/", toggle_like, member},
        {"POST", "/posts/:id/comment/", add_comment, member},
        {"POST", "/posts/comments/:id/delete/", delete_comment, member},

        {"GET", "/posts/notifications/", notification_list, member},
        {"GET", "/posts/notifications/unread-count/", notification_count, member},
        {"POST", "/posts/notifications/mark-read/", mark_notifications_read, member},

        {"GET", "/chat/", chat_list, member},
        {"GET", "/chat/room/:username/", chat_room, member},
        {"POST", "/chat/room/:username/", send_message, member},
        {"GET", "/chat/unread-count/", chat_unread_count, member},
    };
}

std::vector<http::Route> routes_for(const Config& config) {
    std::vector<http::Route> table = routes();
    if (config.styleguide)
        table.push_back({"GET", "/styleguide/", pages::styleguide, http::Access::member});
    return table;
}

}  // namespace parley
