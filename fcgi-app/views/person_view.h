// A member beside a post, a comment, a message, in a list; and the button that follows them.
#pragma once

#include "domain/profiles/profiles.h"
#include "fcgi-app/views/view_model.h"

namespace parley::views {

inline constexpr std::uint64_t avatar_colors = 8;

void add_person(ViewModel& model, const profiles::Person& person);
ViewModel person(const profiles::Person& person);
profiles::Person person_of(const profiles::Profile& profile);

// "SO" of "Sam Okafor": first letters of the first and the last word.
std::string initials(std::string_view display_name);

struct FollowState {
    bool can_follow;    // false towards oneself
    bool followed;      // by the viewer
    bool follows_back;  // they follow the viewer
};
void add_follow(ViewModel& model, const profiles::Person& person, const FollowState& state);

// A person with the button and the reason why the viewer may know them.
ViewModel suggestion(const profiles::Suggestion& suggestion);

}  // namespace parley::views
