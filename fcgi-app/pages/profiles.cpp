#include "fcgi-app/pages/profiles.h"

#include "domain/posts/posts.h"
#include "domain/profiles/profiles.h"
#include "fcgi-app/pages/forms.h"
#include "fcgi-app/pages/page.h"
#include "fcgi-app/pages/pictures.h"
#include "fcgi-app/views/addresses.h"
#include "fcgi-app/views/profiles_view.h"

namespace parley::pages {

namespace {

profiles::ProfileForm profile_form(const http::Request& request) {
    return {text_field(request, "first_name"), text_field(request, "last_name"),
            text_field(request, "email"),      text_field(request, "bio"),
            text_field(request, "location"),   text_field(request, "website"),
            text_field(request, "birth_date")};
}

Response show_form(Context& c, int status, const views::FormState& form) {
    return page(c, status, "user/edit_profile",
                {.title = "Your profile", .place = views::Place::settings},
                views::edit_profile_page(form, !c.login->avatar.empty()));
}

}  // namespace

Response profile(Context& c) {
    const auto before = before_id<PostId>(c.request);
    const auto profile = profiles::show(c.db, c.actor(), c.username());
    const auto posts = posts::by_author(c.db, c.actor(), profile.user, before);
    const bool is_me = profile.user == c.actor().user;
    return page(c, 200, "user/profile",
                {.title = profile.display_name(),
                 .place = is_me ? views::Place::profile : views::Place::none,
                 .side = Side::aside},
                views::profile_page(profile, posts, c.actor()));
}

Response edit_profile_form(Context& c) {
    const auto own = profiles::show(c.db, c.actor(), c.actor().username);
    return show_form(c, 200,
                     views::profile_form({own.first_name, own.last_name, own.email, own.bio,
                                          own.location, own.website, own.birth_date}));
}

Response edit_profile(Context& c) {
    const profiles::ProfileForm form = profile_form(c.request);
    return answer_form(
        c,
        [&] {
            require_none(profiles::check(form));
            StoredPictures pictures(c.config.media);
            const auto avatar = store_avatar(c.request, pictures);
            const std::string unused = c.transact(
                [&](Transaction& tx) { return profiles::edit(tx, c.actor(), form, avatar); });
            pictures.keep();
            if (!unused.empty()) remove_pictures({unused}, c.config.media);
            return redirect_with_flash(views::profile_url(c.actor().username), "profile_saved");
        },
        [&](const FieldErrors& errors) {
            return show_form(c, 422, views::profile_form(form, errors));
        });
}

}  // namespace parley::pages
