// Colours that go together.
#pragma once

#include <vector>

#include "parleyctl/demo/canvas.h"

namespace parley::demo {

struct Light {
    std::vector<Colour> sky;  // from the top to the horizon
    Colour sun;
    Colour far;   // hills at the horizon
    Colour near;  // the ground at one's feet
    Colour accent;
};

const std::vector<Light>& daylights();
const std::vector<Light>& nights();

struct Print {
    Colour paper;
    std::vector<Colour> inks;
};

const std::vector<Print>& prints();

}  // namespace parley::demo
