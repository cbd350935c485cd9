// Scenes indoors and on paper.
#pragma once

#include "parleyctl/demo/canvas.h"
#include "parleyctl/demo/dice.h"

namespace parley::demo {

void paint_lights(Canvas& canvas, Dice& dice);
void paint_leaves(Canvas& canvas, Dice& dice);
void paint_arches(Canvas& canvas, Dice& dice);
void paint_contours(Canvas& canvas, Dice& dice);
void paint_waves(Canvas& canvas, Dice& dice);
void paint_cup(Canvas& canvas, Dice& dice);
void paint_cat(Canvas& canvas, Dice& dice);
void paint_pots(Canvas& canvas, Dice& dice);
void paint_bread(Canvas& canvas, Dice& dice);

}  // namespace parley::demo
