// What friends write to each other. A line that begins with '>' is by the one who starts, '<' by
// the other; '~' is a pause of some hours.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "parleyctl/demo/people.h"

namespace parley::demo {

std::span<const std::string_view> dialogues();

struct CastDialogue {
    Cast starter;
    Cast other;
    double days_ago;
    int unread;  // messages at the end which the one who did not write them has not read yet
    std::string_view lines;
};

std::span<const CastDialogue> cast_dialogues();

struct Line {
    bool by_starter;
    bool after_pause;
    std::string_view text;
};

std::vector<Line> lines_of(std::string_view dialogue);

}  // namespace parley::demo
