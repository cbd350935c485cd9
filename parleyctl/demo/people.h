// The members of the demo: seven whom somebody thought up, and as many others as are wanted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parleyctl/demo/dice.h"
#include "parleyctl/demo/portraits.h"
#include "parleyctl/demo/scenes.h"

namespace parley::demo {

struct Member {
    std::string username;
    std::string first_name;
    std::string last_name;
    std::string bio;
    std::string location;
    std::string website;
    std::string birth_date;
    std::string language;    // of some of their posts: "en", "es" …
    std::size_t topic = 0;   // what they mostly write about
    std::size_t second = 0;  // and sometimes
    double popularity = 1;
    double activity = 1;
    double joined_days_ago = 60;
    Sitter sitter;
    bool has_portrait = true;  // else a scene
    Scene scene = Scene::hills;
};

inline constexpr std::size_t cast_size = 7;
enum Cast : std::size_t { mara, tomas, ines, jonas, leila, aiko, sam };

// The first cast_size are the cast.
std::vector<Member> make_members(std::size_t count, Dice& dice);

std::string_view some_first_name(Dice& dice);

// "Nyström" becomes "nystrom": what may stand in a user name.
std::string as_username(std::string_view name);

}  // namespace parley::demo
