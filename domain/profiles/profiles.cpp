#include "domain/profiles/profiles.h"

#include <algorithm>

#include "domain/accounts/account_store.h"
#include "domain/accounts/accounts.h"
#include "domain/profiles/profile_store.h"
#include "platform/text.h"

namespace parley::profiles {

namespace {

void check_text(FieldErrors& errors, const char* field, const std::string& value,
                std::size_t length_max, const char* sentence) {
    if (!text::is_valid_utf8(value) || value.find('\0') != value.npos)
        errors[field].push_back("This has characters that cannot be stored.");
    else if (text::length(value) > length_max)
        errors[field].push_back(sentence);
}

bool is_web_address(std::string_view url) {
    const std::string lower = text::lower_ascii(url);
    std::string_view rest = lower;
    if (rest.starts_with("https://"))
        rest.remove_prefix(8);
    else if (rest.starts_with("http://"))
        rest.remove_prefix(7);
    else
        return false;
    const auto is_odd = [](unsigned char c) {
        return c <= ' ' || c == '"' || c == '<' || c == '>';
    };
    return !rest.empty() && rest.front() != '/' && std::none_of(rest.begin(), rest.end(), is_odd);
}

}  // namespace

std::string display_name(std::string_view first_name, std::string_view last_name,
                         std::string_view username) {
    std::string name(text::trimmed(first_name));
    const std::string_view last = text::trimmed(last_name);
    if (!name.empty() && !last.empty()) name += ' ';
    name += last;
    return text::is_blank(name) ? std::string(username) : name;
}

std::string Profile::display_name() const {
    return profiles::display_name(first_name, last_name, username);
}

Profile show(db::Session& session, const Actor& viewer, std::string_view username) {
    auto profile = profile_store::find(session, viewer.user, username);
    if (!profile) throw Error(ErrorKind::not_found, "There is no member of this name.");
    return std::move(*profile);
}

FieldErrors check(const ProfileForm& form) {
    FieldErrors errors;
    check_text(errors, "first_name", form.first_name, name_length_max,
               "A name has at most 150 characters.");
    check_text(errors, "last_name", form.last_name, name_length_max,
               "A name has at most 150 characters.");
    check_text(errors, "bio", form.bio, bio_length_max, "A bio has at most 500 characters.");
    check_text(errors, "location", form.location, location_length_max,
               "A place has at most 100 characters.");
    check_text(errors, "website", form.website, website_length_max,
               "An address has at most 200 characters.");
    if (auto problem = accounts::problem_with_email(form.email))
        errors["email"].push_back(std::move(*problem));
    if (!form.website.empty() && !is_web_address(form.website))
        errors["website"].push_back("An address begins with http:// or https://.");
    if (!form.birth_date.empty()) {
        const auto date = parse_date(form.birth_date);
        const auto today = std::chrono::floor<std::chrono::days>(utc_now());
        if (!date || date->year() < std::chrono::year{1900})
            errors["birth_date"].push_back("Enter a date as year, month and day: 1990-12-31.");
        else if (std::chrono::sys_days(*date) >= today)
            errors["birth_date"].push_back("A birth date lies in the past.");
    }
    return errors;
}

std::string edit(Transaction& tx, const Actor& actor, const ProfileForm& form,
                 const std::optional<std::string>& avatar) {
    if (accounts::account_store::email_taken(tx.db(), form.email, actor.user))
        throw Error::invalid(
            {{"email", {"There is another account with this e-mail address already."}}});
    accounts::account_store::set_email(tx.db(), actor.user, form.email);
    profile_store::update(tx.db(), actor.user, form);
    if (!avatar) return "";
    std::string old = profile_store::avatar(tx.db(), actor.user);
    profile_store::set_avatar(tx.db(), actor.user, *avatar);
    return old;
}

std::vector<Suggestion> suggest(db::Session& session, const Actor& viewer, std::size_t count) {
    std::vector<Suggestion> chosen;
    for (Suggestion& one : profile_store::suggestions(session, viewer.user)) {
        const auto same = [&](const Suggestion& s) { return s.person.user == one.person.user; };
        if (chosen.size() < count && std::none_of(chosen.begin(), chosen.end(), same))
            chosen.push_back(std::move(one));
    }
    return chosen;
}

}  // namespace parley::profiles
