#include "parleyctl/demo/scenes.h"

#include "parleyctl/demo/landscapes.h"
#include "parleyctl/demo/still_lifes.h"

namespace parley::demo {

void paint(Canvas& canvas, Scene scene, Dice& dice) {
    switch (scene) {
        case Scene::hills:
            return paint_hills(canvas, dice);
        case Scene::mountains:
            return paint_mountains(canvas, dice);
        case Scene::sea:
            return paint_sea(canvas, dice);
        case Scene::dunes:
            return paint_dunes(canvas, dice);
        case Scene::forest:
            return paint_forest(canvas, dice);
        case Scene::field:
            return paint_field(canvas, dice);
        case Scene::aurora:
            return paint_aurora(canvas, dice);
        case Scene::moonlight:
            return paint_moonlight(canvas, dice);
        case Scene::city:
            return paint_city(canvas, dice);
        case Scene::lights:
            return paint_lights(canvas, dice);
        case Scene::leaves:
            return paint_leaves(canvas, dice);
        case Scene::arches:
            return paint_arches(canvas, dice);
        case Scene::contours:
            return paint_contours(canvas, dice);
        case Scene::waves:
            return paint_waves(canvas, dice);
        case Scene::cup:
            return paint_cup(canvas, dice);
        case Scene::cat:
            return paint_cat(canvas, dice);
        case Scene::pots:
            return paint_pots(canvas, dice);
        case Scene::bread:
            return paint_bread(canvas, dice);
    }
}

std::string describe(Scene scene, Dice& dice) {
    const auto either = [&](const char* a, const char* b) { return dice.chance(0.5) ? a : b; };
    switch (scene) {
        case Scene::hills:
            return either("Layers of hills in soft light", "Rolling hills fading into haze");
        case Scene::mountains:
            return either("Mountain ridges above the mist", "Blue mountains, one behind the other");
        case Scene::sea:
            return either("The sun low over a calm sea", "Evening light on open water");
        case Scene::dunes:
            return either("Sand dunes with long shadows", "The curve of a dune in the sun");
        case Scene::forest:
            return either("Fir trees in the fog", "The edge of a forest in the morning");
        case Scene::field:
            return either("Rows of a field running to the horizon", "A field and a wide sky");
        case Scene::aurora:
            return either("Northern lights over dark trees",
                          "A green curtain of light in the night sky");
        case Scene::moonlight:
            return either("The moon over a lake", "Moonlight on still water");
        case Scene::city:
            return either("A skyline at night with lit windows", "The city after sunset");
        case Scene::lights:
            return either("Blurred lights in the dark", "Out-of-focus evening lights");
        case Scene::leaves:
            return either("A drawing of a branch with leaves", "Leaves, cut from paper");
        case Scene::arches:
            return either("A print of arches and circles", "Coloured shapes on paper");
        case Scene::contours:
            return either("Contour lines of an imaginary map", "A drawing of flowing lines");
        case Scene::waves:
            return either("A print of waves", "Bands of colour like water");
        case Scene::cup:
            return either("A cup of coffee from above", "Coffee with a leaf of milk foam");
        case Scene::cat:
            return either("A cat on a window sill", "A cat looking out of the window");
        case Scene::pots:
            return either("Three pots on a shelf", "Vases, still drying");
        case Scene::bread:
            return either("A loaf with a scored crust", "A round bread on a board");
    }
    return {};
}

}  // namespace parley::demo
