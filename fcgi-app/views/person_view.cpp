#include "fcgi-app/views/person_view.h"

#include "fcgi-app/views/addresses.h"
#include "fcgi-app/views/text_view.h"
#include "platform/text.h"

namespace parley::views {

namespace {

// The first character of a valid UTF-8 text, in upper case if it is ASCII.
std::string first_letter(std::string_view word) {
    std::size_t length = word.empty() ? 0 : 1;
    while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0) == 0x80)
        ++length;
    std::string letter(word.substr(0, length));
    if (length == 1 && letter[0] >= 'a' && letter[0] <= 'z') letter[0] -= 'a' - 'A';
    return letter;
}

std::string suggestion_reason(const profiles::Suggestion& suggestion) {
    if (suggestion.follows_viewer) return "follows you";
    if (suggestion.friends_in_common > 0)
        return counted(suggestion.friends_in_common, "friend in common", "friends in common");
    return "New here";
}

}  // namespace

void add_person(ViewModel& model, const profiles::Person& person) {
    model.set("person_name", person.display_name)
        .set("person_username", person.username)
        .set("person_url", profile_url(person.username))
        .set("avatar_has_picture", !person.avatar.empty())
        .set("avatar_url", person.avatar.empty() ? std::string() : media_url(person.avatar))
        .set("avatar_initials", initials(person.display_name))
        .set("avatar_color", person.user.value % avatar_colors);
}

ViewModel person(const profiles::Person& person) {
    ViewModel model;
    add_person(model, person);
    return model;
}

profiles::Person person_of(const profiles::Profile& profile) {
    return {profile.user, profile.username, profile.display_name(), profile.avatar};
}

std::string initials(std::string_view display_name) {
    const std::string_view name = text::trimmed(display_name);
    const auto gap = name.rfind(' ');
    if (gap == std::string_view::npos) return first_letter(name);
    return first_letter(name) + first_letter(name.substr(gap + 1));
}

void add_follow(ViewModel& model, const profiles::Person& person, const FollowState& state) {
    const bool friends = state.followed && state.follows_back;
    model.set("follow_can", state.can_follow)
        .set("follow_url", follow_url(person.username))
        .set("unfollow_url", unfollow_url(person.username))
        .set("follow_name", person.display_name)
        .set("follow_is_following", state.followed)
        .set("follow_follows_me", state.follows_back)
        .set("follow_state", friends          ? "friends"
                             : state.followed ? "following"
                                              : "none")
        .set("follow_label", friends          ? "Friends"
                             : state.followed ? "Following"
                                              : "Follow");
}

ViewModel suggestion(const profiles::Suggestion& suggestion) {
    ViewModel model = person(suggestion.person);
    add_follow(model, suggestion.person, {true, false, suggestion.follows_viewer});
    model.set("suggestion_reason", suggestion_reason(suggestion));
    return model;
}

}  // namespace parley::views
