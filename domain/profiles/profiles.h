// What members say of themselves, and their counts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/actor.h"
#include "domain/error.h"
#include "domain/transaction.h"

namespace parley::profiles {

inline constexpr std::size_t name_length_max = 150;
inline constexpr std::size_t bio_length_max = 500;
inline constexpr std::size_t location_length_max = 100;
inline constexpr std::size_t website_length_max = 200;

// As much of a member as stands beside a post, a comment, a message, in a list.
struct Person {
    UserId user;
    std::string username;
    std::string display_name;
    std::string avatar;  // file name, may be empty
};

// "First Last", whichever of the two is given, else the user name.
std::string display_name(std::string_view first_name, std::string_view last_name,
                         std::string_view username);

struct Profile {
    UserId user;
    std::string username;
    std::string email;  // the owner's own form only
    std::string first_name;
    std::string last_name;
    std::string bio;
    std::string location;
    std::string website;
    std::string birth_date;  // YYYY-MM-DD or empty
    std::string avatar;
    std::uint64_t followers_count;
    std::uint64_t following_count;
    std::uint64_t posts_count;
    UtcTime joined_at;
    // Towards the viewer; all false for oneself:
    bool followed = false;      // the viewer follows them
    bool follows_back = false;  // they follow the viewer

    std::string display_name() const;
    bool mutual() const { return followed && follows_back; }
};

// Throws Error not_found. The name may be in any case.
Profile show(db::Session& session, const Actor& viewer, std::string_view username);

struct ProfileForm {
    std::string first_name;
    std::string last_name;
    std::string email;
    std::string bio;
    std::string location;
    std::string website;
    std::string birth_date;
};

FieldErrors check(const ProfileForm& form);

// avatar: absent keeps what is there, "" removes it. Returns the name of the avatar file that is no
// longer used (to be removed after the commit), or "". Throws Error::invalid when the e-mail is
// taken.
std::string edit(Transaction& tx, const Actor& actor, const ProfileForm& form,
                 const std::optional<std::string>& avatar);

// A member whom the viewer does not follow yet, with the reason why they might.
struct Suggestion {
    Person person;
    bool follows_viewer;
    std::uint64_t friends_in_common;
};

// People for a newcomer's feed and the right column: those who follow the viewer, then those whom
// the viewer's friends follow, then the newest with posts. At most `count` (≤ 20).
std::vector<Suggestion> suggest(db::Session& session, const Actor& viewer, std::size_t count);

}  // namespace parley::profiles
