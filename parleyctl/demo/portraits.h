// Drawn portraits for members' avatars, on a square canvas.
#pragma once

#include "parleyctl/demo/canvas.h"
#include "parleyctl/demo/dice.h"

namespace parley::demo {

enum class Hair { cropped, parted, bob, flowing, bun, curls, beanie, scarf, bald };

struct Range {
    int first;
    int last;
};

struct Sitter {
    Hair hair = Hair::parted;
    bool beard = false;
    Range skins{0, 7};  // from light to dark
    Range hairs{0, 8};  // black, browns, auburn, blond, red, grey, white
    bool glasses = false;
};

void paint_portrait(Canvas& canvas, const Sitter& sitter, Dice& dice);

}  // namespace parley::demo
