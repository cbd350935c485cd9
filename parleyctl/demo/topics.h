// What the demo's members write about: sentences to put posts and comments together from.
// {…} in a sentence stands for one of several words, see fill_in().
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "parleyctl/demo/dice.h"
#include "parleyctl/demo/scenes.h"

namespace parley::demo {

// How a post begins, what its picture would show, and what others say to just this.
struct Opening {
    std::string_view text;
    std::optional<Scene> scene;
    std::array<std::string_view, 2> comments;
};

struct Topic {
    std::string_view name;
    std::span<const Opening> openings;
    std::span<const std::string_view> details;   // may follow any opening
    std::span<const std::string_view> endings;   // may end any post
    std::span<const std::string_view> comments;  // fit every post of the topic
    std::span<const std::string_view> bios;
};

std::span<const Topic> outdoor_topics();  // hiking, sea, garden
std::span<const Topic> moving_topics();   // cycling, running, photo
std::span<const Topic> town_topics();     // city, music, books, code
std::span<const Topic> home_topics();     // baking, cats, family, making

// All of them, in this order.
const Topic& topic(std::size_t index);
std::size_t topics_count();

// Comments that fit any post, and what authors answer.
std::span<const std::string_view> warm_comments();
std::span<const std::string_view> picture_comments();
std::span<const std::string_view> thanks();

// Puts words for {day}, {hour}, {n}, {km}, {person} and {street}.
std::string fill_in(std::string_view sentence, Dice& dice);

}  // namespace parley::demo
