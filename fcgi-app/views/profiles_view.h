// A member's profile, the form that edits one's own, and lists of members.
#pragma once

#include "domain/follows/follows.h"
#include "domain/posts/posts.h"
#include "domain/profiles/profiles.h"
#include "fcgi-app/views/form_view.h"
#include "fcgi-app/views/view_model.h"

namespace parley::views {

ViewModel profile_page(const profiles::Profile& profile, const posts::PostPage& posts,
                       const Actor& viewer);

FormState profile_form(const profiles::ProfileForm& form, FieldErrors errors = {});
ViewModel edit_profile_page(const FormState& form, bool has_avatar);

struct PeopleList {
    const profiles::Profile& of;
    const follows::PeoplePage& page;
    const Actor& viewer;
    bool is_followers;  // else those whom they follow
};
ViewModel people_page(const PeopleList& list);

}  // namespace parley::views
