// Scenes out of doors.
#pragma once

#include "parleyctl/demo/canvas.h"
#include "parleyctl/demo/dice.h"

namespace parley::demo {

void paint_hills(Canvas& canvas, Dice& dice);
void paint_mountains(Canvas& canvas, Dice& dice);
void paint_sea(Canvas& canvas, Dice& dice);
void paint_dunes(Canvas& canvas, Dice& dice);
void paint_forest(Canvas& canvas, Dice& dice);
void paint_field(Canvas& canvas, Dice& dice);
void paint_aurora(Canvas& canvas, Dice& dice);
void paint_moonlight(Canvas& canvas, Dice& dice);
void paint_city(Canvas& canvas, Dice& dice);

}  // namespace parley::demo
