// Posts that were written by hand: those of the cast, and those in other languages.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "parleyctl/demo/people.h"
#include "parleyctl/demo/scenes.h"

namespace parley::demo {

struct Reply {
    Cast who;
    int minutes_later;
    std::string_view text;
};

struct Story {
    Cast author;
    int days_ago;
    int hour;
    std::string_view text;
    std::vector<Scene> pictures;
    std::vector<Reply> replies;
};

std::vector<Story> cast_stories();

// Each is used once, by somebody who speaks the language; so are its comments.
struct ForeignPost {
    std::string_view language;
    std::string_view text;
    std::array<std::string_view, 2> comments;
};

std::span<const ForeignPost> foreign_posts();

}  // namespace parley::demo
