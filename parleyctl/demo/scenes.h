// What the pictures of the demo show: landscapes and still lifes, each different by its dice.
#pragma once

#include <string>

#include "parleyctl/demo/canvas.h"
#include "parleyctl/demo/dice.h"

namespace parley::demo {

enum class Scene {
    hills,
    mountains,
    sea,
    dunes,
    forest,
    field,
    aurora,
    moonlight,
    city,
    lights,
    leaves,
    arches,
    contours,
    waves,
    cup,
    cat,
    pots,
    bread,
};

void paint(Canvas& canvas, Scene scene, Dice& dice);

// Says to those who cannot see it what the picture shows.
std::string describe(Scene scene, Dice& dice);

}  // namespace parley::demo
