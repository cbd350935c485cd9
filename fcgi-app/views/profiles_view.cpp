#include "fcgi-app/views/profiles_view.h"

#include "fcgi-app/views/addresses.h"
#include "fcgi-app/views/person_view.h"
#include "fcgi-app/views/posts_view.h"
#include "fcgi-app/views/text_view.h"

namespace parley::views {

namespace {

void add_facts(ViewModel& model, const profiles::Profile& profile) {
    ViewModel bio;
    bio.set("segments", segments(profile.bio));
    model.set("profile_has_bio", !profile.bio.empty())
        .set("profile_bio", std::move(bio))
        .set_with_has("profile_", "location", profile.location)
        .set("profile_has_website", !profile.website.empty())
        .set("profile_website_url", profile.website)
        .set("profile_website_text", shown_link(profile.website))
        .set("profile_has_birth_date", !profile.birth_date.empty())
        .set("profile_birth_iso", profile.birth_date)
        .set("profile_birth_text", long_date(profile.birth_date))
        .set("profile_joined_iso", iso8601(profile.joined_at))
        .set("profile_joined_text", month_and_year(profile.joined_at));
}

void add_counts(ViewModel& model, const profiles::Profile& profile) {
    model.set("profile_posts_count", profile.posts_count)
        .set("profile_posts_noun", profile.posts_count == 1 ? "post" : "posts")
        .set("profile_followers_count", profile.followers_count)
        .set("profile_followers_noun", profile.followers_count == 1 ? "follower" : "followers")
        .set("profile_following_count", profile.following_count)
        .set("profile_followers_url", followers_url(profile.username))
        .set("profile_following_url", following_url(profile.username));
}

ViewModel listed_person(const follows::ListedPerson& listed, const Actor& viewer) {
    ViewModel model = person(listed.person);
    add_follow(model, listed.person,
               {listed.person.user != viewer.user, listed.followed, listed.follows_back});
    return model;
}

std::string nobody_text(const PeopleList& list) {
    const bool is_own = list.of.user == list.viewer.user;
    if (list.is_followers)
        return is_own ? "When someone follows you, they will be here."
                      : list.of.display_name() + " has no followers yet.";
    return is_own ? "When you follow someone, they will be here."
                  : list.of.display_name() + " follows nobody yet.";
}

}  // namespace

ViewModel profile_page(const profiles::Profile& profile, const posts::PostPage& posts,
                       const Actor& viewer) {
    const profiles::Person who = person_of(profile);
    const bool is_me = profile.user == viewer.user;
    ViewModel follow;
    add_follow(follow, who, {!is_me, profile.followed, profile.follows_back});
    ViewModel model;
    model.set("profile_person", person(who))
        .set("profile_is_me", is_me)
        .set("profile_can_chat", profile.mutual())
        .set("profile_chat_url", room_url(profile.username))
        .set("profile_follows_me", profile.follows_back)
        .set("profile_follow", std::move(follow));
    add_facts(model, profile);
    add_counts(model, profile);
    add_posts(model, posts, viewer, profile_url(profile.username));
    return model;
}

FormState profile_form(const profiles::ProfileForm& form, FieldErrors errors) {
    return {{{"first_name", form.first_name},
             {"last_name", form.last_name},
             {"email", form.email},
             {"bio", form.bio},
             {"location", form.location},
             {"website", form.website},
             {"birth_date", form.birth_date}},
            std::move(errors)};
}

ViewModel edit_profile_page(const FormState& form, bool has_avatar) {
    ViewModel model;
    model.set("edit_has_avatar", has_avatar);
    add_form(
        model, form,
        {"first_name", "last_name", "email", "bio", "location", "website", "birth_date", "avatar"});
    return model;
}

ViewModel people_page(const PeopleList& list) {
    const auto& people = list.page.people;
    const std::string path =
        list.is_followers ? followers_url(list.of.username) : following_url(list.of.username);
    ViewModel model;
    model.set("people_of", person(person_of(list.of)))
        .set("people_is_followers", list.is_followers)
        .set("people_followers_url", followers_url(list.of.username))
        .set("people_following_url", following_url(list.of.username))
        .set("has_people", !people.empty())
        .set("people", list_of(people,
                               [&](const follows::ListedPerson& listed) {
                                   return listed_person(listed, list.viewer);
                               }))
        .set("people_empty_text", nobody_text(list));
    const std::string last = people.empty() ? "" : std::to_string(people.back().id.value);
    add_pager(model,
              {list.page.has_more && !people.empty(), path + "?before=" + last, "More people"});
    return model;
}

}  // namespace parley::views
