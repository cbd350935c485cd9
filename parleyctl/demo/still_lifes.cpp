#include "parleyctl/demo/still_lifes.h"

#include <array>

#include "parleyctl/demo/palettes.h"

namespace parley::demo {

namespace {

constexpr float pi = 3.14159265f;

float between(Dice& dice, double low, double high) {
    return static_cast<float>(dice.between(low, high));
}

Point turned(Point centre, float angle, float length) {
    return {centre.x + length * std::cos(angle), centre.y + length * std::sin(angle)};
}

// Paper with a hint of light from the upper left.
void paint_paper(Canvas& canvas, Colour paper) {
    canvas.gradient({lighter(paper, 0.25f), paper, darker(paper, 0.04f)});
    canvas.glow({0.2f, 0.1f}, 1.2f, lighter(paper, 0.6f), 0.5f);
}

void paint_stem(Canvas& canvas, Dice& dice, Point root, float lean, float height,
                const std::vector<Colour>& inks) {
    const Colour stem = darker(inks[0], 0.15f);
    const int pairs = dice.whole(5, 8);
    Point here = root;
    float angle = -pi / 2 + lean;
    for (int i = 0; i <= pairs; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(pairs);
        const Point next = turned(here, angle, height / static_cast<float>(pairs));
        canvas.line(here, next, 0.006f * (1.2f - t), 0.006f * (1.1f - t), stem);
        const float length = height * (0.30f - 0.17f * t) * between(dice, 0.85, 1.15);
        for (const float sign : {-1.0f, 1.0f}) {
            const Colour ink = mix(inks[0], inks[1], between(dice, 0, 1));
            const Point tip = turned(next, angle + sign * (0.95f - 0.35f * t), length);
            canvas.leaf(next, tip, length * 0.20f, ink);
            canvas.line(next, {next.x + (tip.x - next.x) * 0.8f, next.y + (tip.y - next.y) * 0.8f},
                        0.0016f, 0.0004f, lighter(ink, 0.45f), 0.7f);
        }
        here = next;
        angle -= lean * 0.28f;
    }
    canvas.leaf(here, turned(here, angle, height * 0.13f), height * 0.028f, inks[1]);
}

// An arch: a rectangle with a round top, in stripes of several inks.
void paint_arch(Canvas& canvas, Point foot, float half, float height,
                const std::vector<Colour>& inks, std::size_t first) {
    for (std::size_t ring = 0; ring < 4; ++ring) {
        const float radius = half * (1 - 0.24f * static_cast<float>(ring));
        const Point centre{foot.x, foot.y - height};
        canvas.shape(
            {foot.x - half, foot.y - height - half, foot.x + half, foot.y},
            [&](Point p) {
                const float round = distance_to_circle(p, centre, radius);
                const float straight = std::max(std::abs(p.x - foot.x) - radius, centre.y - p.y);
                return std::max(std::min(round, straight), p.y - foot.y);
            },
            inks[(first + ring) % inks.size()]);
    }
}

void paint_pot(Canvas& canvas, Dice& dice, Point foot, float half, float height, Colour clay,
               Colour glaze) {
    const float neck = half * between(dice, 0.35, 0.7);
    const float belly = between(dice, 0.35, 0.65);
    const auto half_at = [=](float t) {  // t: 0 at the foot, 1 at the rim
        const float swell = std::sin(pi * std::clamp(t / (2 * belly), 0.0f, 1.0f));
        const float shoulder = smooth(belly, 1, t);
        return (half * (0.55f + 0.45f * swell)) * (1 - shoulder) + neck * shoulder;
    };
    const float dip = between(dice, 0.35, 0.7);
    canvas.disc({foot.x + half * 0.25f, foot.y}, half * 0.9f, rgb(0x2A211C), 0.0f);
    canvas.ellipse({foot.x + half * 0.3f, foot.y}, half * 1.15f, half * 0.13f, rgb(0x2A211C),
                   0.22f);
    canvas.each({foot.x - half * 1.1f, foot.y - height, foot.x + half * 1.1f, foot.y},
                [&](Point p, Colour there) {
                    const float t = (foot.y - p.y) / height;
                    if (t < 0 || t > 1) return there;
                    const float reach = half_at(t);
                    const float edge =
                        std::clamp((reach - std::abs(p.x - foot.x)) * 900, 0.0f, 1.0f);
                    const float across = (p.x - foot.x) / reach;
                    const float run = dip + 0.025f * std::sin(across * 7 + foot.x * 40);
                    const Colour body = mix(clay, glaze, smooth(run - 0.012f, run + 0.012f, t));
                    const float light = smooth(0.9f, -0.5f, across);
                    const Colour lit = mix(darker(body, 0.38f), lighter(body, 0.14f), light);
                    return mix(there, lit, edge);
                });
    canvas.ellipse({foot.x, foot.y - height}, neck, neck * 0.2f, darker(glaze, 0.45f));
}

}  // namespace

void paint_lights(Canvas& canvas, Dice& dice) {
    const Light& light = dice.pick(nights());
    canvas.gradient({light.sky[0], light.sky[1], mix(light.sky[1], light.near, 0.5f)});
    const std::array<Colour, 5> lamps{light.accent, rgb(0xFF8F5A), rgb(0xFFD9A0), rgb(0xE96B6B),
                                      rgb(0x7FB7C9)};
    for (int i = 0; i < 55; ++i) {
        const float y = 0.55f + 0.22f * (between(dice, -1, 1) + between(dice, -1, 1));
        const float radius = between(dice, 0.015, 0.075);
        const Point place{between(dice, 0, canvas.aspect()), y};
        const Colour lamp = lamps[dice.chance(0.7) ? dice.below(3) : dice.below(5)];
        canvas.disc(place, radius, lamp, between(dice, 0.10, 0.42), radius * 0.12f);
        canvas.shape(
            {place.x - radius, place.y - radius, place.x + radius, place.y + radius},
            [&](Point p) {
                return std::abs(distance_to_circle(p, place, radius * 0.95f)) - radius * 0.03f;
            },
            lighter(lamp, 0.3f), 0.12f, radius * 0.08f);
    }
}

void paint_leaves(Canvas& canvas, Dice& dice) {
    const Print& print = dice.pick(prints());
    paint_paper(canvas, print.paper);
    const Point sun{canvas.aspect() * between(dice, 0.35, 0.65), between(dice, 0.35, 0.5)};
    std::vector<Colour> inks = print.inks;
    dice.shuffle(inks);
    canvas.disc(sun, between(dice, 0.2, 0.3), mix(inks[3], print.paper, 0.35f));
    const int stems = dice.whole(2, 3);
    for (int i = 0; i < stems; ++i) {
        const float x =
            canvas.aspect() * (static_cast<float>(i) + 1) / static_cast<float>(stems + 1);
        std::vector<Colour> pair{inks[static_cast<std::size_t>(i) % 3],
                                 inks[(static_cast<std::size_t>(i) + 1) % 3]};
        paint_stem(canvas, dice, {x + between(dice, -0.05, 0.05), 1.03f},
                   between(dice, -0.35, 0.35), between(dice, 0.62, 0.85), pair);
    }
}

void paint_arches(Canvas& canvas, Dice& dice) {
    const Print& print = dice.pick(prints());
    paint_paper(canvas, print.paper);
    std::vector<Colour> inks = print.inks;
    dice.shuffle(inks);
    const float aspect = canvas.aspect();
    canvas.disc({aspect * between(dice, 0.2, 0.8), between(dice, 0.2, 0.34)},
                between(dice, 0.09, 0.15), inks[0]);
    const int count = dice.whole(2, 3);
    const float width = aspect / static_cast<float>(count);
    for (int i = 0; i < count; ++i)
        paint_arch(canvas, {width * (static_cast<float>(i) + 0.5f), 0.90f},
                   width * between(dice, 0.34, 0.43), between(dice, 0.12, 0.34), inks,
                   static_cast<std::size_t>(i) + 1);
    canvas.below([](float) { return 0.90f; }, 0.1f, inks[4], darker(inks[4], 0.12f));
}

void paint_contours(Canvas& canvas, Dice& dice) {
    const Print& print = dice.pick(prints());
    const Noise across(dice, 3);
    const Noise down(dice, 3);
    const std::vector<Colour>& inks = print.inks;
    const float scale = between(dice, 1.6, 2.6);
    const float levels = between(dice, 9, 14);
    canvas.each(canvas.everywhere(), [&](Point p, Colour) {
        const float warp = 0.3f * down.at(p.y * scale * 1.3f + 5);
        const float height =
            0.5f + 0.33f * across.at((p.x + warp) * scale) +
            0.33f * down.at((p.y + 0.3f * across.at(p.x * scale * 1.1f + 9)) * scale);
        const float level = height * levels;
        const float edge = std::abs(level - std::round(level));
        const Colour low = mix(print.paper, inks[1], 0.25f);
        const Colour high = mix(inks[0], print.paper, 0.25f);
        const Colour ground = mix(low, high, std::clamp(std::floor(level) / levels, 0.0f, 1.0f));
        return mix(darker(ground, 0.28f), ground, smooth(0.02f, 0.075f, edge));
    });
}

void paint_waves(Canvas& canvas, Dice& dice) {
    const Print& print = dice.pick(prints());
    std::vector<Colour> inks = print.inks;
    dice.shuffle(inks);
    canvas.gradient({mix(print.paper, inks[3], 0.12f), print.paper});
    canvas.disc({canvas.aspect() * between(dice, 0.25, 0.75), between(dice, 0.2, 0.32)},
                between(dice, 0.1, 0.16), inks[2]);
    const int bands = dice.whole(7, 10);
    for (int i = 0; i < bands; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(bands);
        const float base = 0.42f + 0.6f * t;
        const float phase = between(dice, 0, 2 * pi);
        const float frequency = between(dice, 3.5, 6.5);
        const float swing = between(dice, 0.02, 0.045);
        const Colour ink = mix(mix(inks[0], inks[1], t), print.paper, i % 2 == 0 ? 0.0f : 0.35f);
        const auto line = [=](float x) {
            return base + swing * std::sin(x * frequency + phase) +
                   0.3f * swing * std::sin(x * frequency * 2.3f + phase);
        };
        canvas.below(line, 0.35f, ink, darker(ink, 0.18f));
        canvas.below([&](float x) { return line(x) + 0.004f; }, 0.010f, lighter(ink, 0.35f), ink);
        canvas.below([&](float x) { return line(x) + 0.012f; }, 0.35f, ink, darker(ink, 0.18f));
    }
}

void paint_cup(Canvas& canvas, Dice& dice) {
    const std::array<Colour, 4> tables{rgb(0xC9A27C), rgb(0xE6DCCB), rgb(0x6E8078), rgb(0xA96F52)};
    const std::array<Colour, 4> wares{rgb(0xF8F4EC), rgb(0x3F5E6B), rgb(0xE6C9A0), rgb(0xB65C38)};
    const Colour table = dice.pick(tables);
    const Noise grain(dice, 4);
    canvas.each(canvas.everywhere(), [&](Point p, Colour) {
        const float streak = grain.at(p.y * 28 + 0.25f * grain.at(p.x * 2));
        return darker(lighter(table, 0.10f), 0.07f + 0.05f * streak + 0.06f * p.y);
    });
    const Colour ware = dice.pick(wares);
    const Point centre{canvas.aspect() * between(dice, 0.4, 0.6), between(dice, 0.46, 0.54)};
    const float angle = between(dice, -0.6, 0.6);
    canvas.disc({centre.x + 0.035f, centre.y + 0.05f}, 0.41f, rgb(0x1E1611), 0.34f, 0.10f);
    canvas.disc(centre, 0.40f, darker(ware, 0.05f));
    canvas.disc(centre, 0.385f, ware);
    canvas.disc(centre, 0.30f, darker(ware, 0.07f), 1, 0.03f);
    canvas.disc({centre.x + 0.02f, centre.y + 0.03f}, 0.265f, rgb(0x1E1611), 0.25f, 0.06f);
    canvas.line(turned(centre, angle, 0.22f), turned(centre, angle, 0.345f), 0.035f, 0.028f,
                darker(ware, 0.10f));
    canvas.disc(centre, 0.25f, lighter(ware, 0.25f));
    canvas.disc(centre, 0.225f, rgb(0x4A2A18));
    canvas.disc(centre, 0.215f, rgb(0x9A6440), 1, 0.035f);
    const Colour foam = rgb(0xF3E3CB);
    const Point stem = turned(centre, angle + pi / 2, 0.165f);
    const Point tip = turned(centre, angle - pi / 2, 0.165f);
    for (int i = 0; i < 5; ++i) {
        const float t = static_cast<float>(i) / 5;
        const Point from{stem.x + (tip.x - stem.x) * (t + 0.08f),
                         stem.y + (tip.y - stem.y) * (t + 0.08f)};
        for (const float sign : {-1.0f, 1.0f})
            canvas.leaf(from, turned(from, angle - pi / 2 + sign * 0.95f, 0.125f - 0.065f * t),
                        0.021f, foam, 0.95f);
    }
    canvas.line(stem, tip, 0.005f, 0.002f, foam);
}

void paint_cat(Canvas& canvas, Dice& dice) {
    const Light& light = dice.pick(daylights());
    canvas.gradient(light.sky);
    const float aspect = canvas.aspect();
    canvas.glow({aspect * 0.5f, 0.45f}, 0.6f, light.sun, 0.7f);
    canvas.disc({aspect * between(dice, 0.35, 0.65), 0.40f}, 0.07f, light.sun);
    const Noise noise(dice, 2);
    canvas.below([&](float x) { return 0.62f - 0.05f * noise.at(x * 2); }, 0.2f, light.far,
                 mix(light.far, light.near, 0.4f));
    const Colour wall = mix(light.near, rgb(0x6B4A3C), 0.35f);
    const float frame = 0.035f;
    canvas.line({aspect / 2, 0}, {aspect / 2, 0.8f}, 0.010f, 0.010f, darker(wall, 0.1f));
    canvas.box({aspect / 2, 0}, aspect, frame, 0, wall);
    canvas.box({0, 0.5f}, frame * 1.6f, 1, 0, wall);
    canvas.box({aspect, 0.5f}, frame * 1.6f, 1, 0, wall);
    canvas.below([](float) { return 0.80f; }, 0.05f, lighter(wall, 0.22f), wall);
    canvas.below([](float) { return 0.845f; }, 0.2f, darker(wall, 0.25f), darker(wall, 0.35f));
    const std::array<Colour, 4> coats{rgb(0x1F1A1C), rgb(0xB0683A), rgb(0x4B4A52), rgb(0xE4D6C4)};
    const Colour coat = mix(dice.pick(coats), light.near, 0.15f);
    const float x = aspect * (dice.chance(0.5) ? 0.3f : 0.68f);
    const float side = x < aspect / 2 ? 1.0f : -1.0f;
    canvas.ellipse({x, 0.70f}, 0.095f, 0.125f, coat);
    canvas.ellipse({x, 0.77f}, 0.115f, 0.065f, coat);
    canvas.disc({x + side * 0.01f, 0.535f}, 0.066f, coat);
    for (const float ear : {-1.0f, 1.0f})
        canvas.triangle({x + side * 0.01f + ear * 0.058f, 0.445f},
                        {x + side * 0.01f + ear * 0.062f, 0.52f},
                        {x + side * 0.01f + ear * 0.008f, 0.482f}, coat);
    Point here{x - side * 0.09f, 0.80f};
    for (int i = 0; i < 14; ++i) {
        const float t = static_cast<float>(i) / 14;
        const Point next{here.x - side * 0.016f * std::cos(t * 3.6f),
                         here.y + 0.016f * std::sin(t * 4.2f)};
        canvas.line(here, next, 0.016f, 0.0155f, coat);
        here = next;
    }
}

void paint_pots(Canvas& canvas, Dice& dice) {
    const Print& print = dice.pick(prints());
    const Colour wall = mix(print.paper, dice.pick(print.inks), 0.22f);
    canvas.gradient({lighter(wall, 0.2f), wall, darker(wall, 0.08f)});
    canvas.glow({canvas.aspect() * 0.25f, 0.15f}, 1.1f, lighter(wall, 0.6f), 0.55f);
    const float shelf = 0.80f;
    const Colour wood = rgb(0x9A6B48);
    canvas.below([&](float) { return shelf - 0.03f; }, 0.04f, lighter(wood, 0.3f), wood);
    canvas.below([&](float) { return shelf + 0.02f; }, 0.06f, darker(wood, 0.25f),
                 darker(wood, 0.35f));
    canvas.below([&](float) { return shelf + 0.075f; }, 0.15f, darker(wall, 0.22f),
                 darker(wall, 0.08f));
    const std::array<Colour, 4> clays{rgb(0xC99873), rgb(0xE3D3BC), rgb(0xA7694A), rgb(0x8A8078)};
    const float step = canvas.aspect() / 3.6f;
    for (int i = 0; i < 3; ++i) {
        const float half = between(dice, 0.075, 0.125);
        const float height = between(dice, 0.2, 0.45);
        const Point foot{step * (0.8f + static_cast<float>(i)) + between(dice, -0.03, 0.03),
                         shelf - 0.008f};
        if (dice.chance(0.4)) {
            const std::vector<Colour> greens{rgb(0x5A6B4D), rgb(0x8FA06B)};
            paint_stem(canvas, dice, {foot.x, foot.y - height}, between(dice, -0.25, 0.25),
                       between(dice, 0.16, 0.26), greens);
        }
        paint_pot(canvas, dice, foot, half, height, dice.pick(clays), dice.pick(print.inks));
    }
}

void paint_bread(Canvas& canvas, Dice& dice) {
    const std::array<Colour, 3> cloths{rgb(0xE9E1D4), rgb(0x8A9A94), rgb(0x4E5A63)};
    const Colour cloth = dice.pick(cloths);
    canvas.gradient({lighter(cloth, 0.15f), cloth, darker(cloth, 0.1f)});
    canvas.glow({0.3f, 0.1f}, 1.2f, lighter(cloth, 0.5f), 0.5f);
    const Point centre{canvas.aspect() / 2, 0.52f};
    const Colour board = rgb(0xA97B52);
    canvas.disc({centre.x + 0.03f, centre.y + 0.05f}, 0.43f, rgb(0x1E1611), 0.35f, 0.08f);
    canvas.disc(centre, 0.42f, board);
    canvas.shape(
        {centre.x - 0.4f, centre.y - 0.4f, centre.x + 0.4f, centre.y + 0.4f},
        [&](Point p) { return std::abs(distance_to_circle(p, centre, 0.395f)) - 0.004f; },
        darker(board, 0.3f), 0.6f);
    canvas.disc({centre.x + 0.02f, centre.y + 0.04f}, 0.33f, rgb(0x1E1611), 0.4f, 0.06f);
    const Noise crust(dice, 4);
    const float radius = 0.32f;
    canvas.each({centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius},
                [&](Point p, Colour there) {
                    const float inside = -distance_to_circle(p, centre, radius);
                    if (inside <= 0) return there;
                    const float dome =
                        smooth(0, radius * 0.9f,
                               inside + 0.25f * ((centre.x - p.x) + (centre.y - p.y)) * 0.4f);
                    const float flour = 0.5f + 0.5f * crust.at(p.x * 13 + 2 * crust.at(p.y * 9));
                    const Colour baked = mix(rgb(0x6E3A1C), rgb(0xD39A5A), dome);
                    return mix(there, mix(baked, rgb(0xF2E2C6), 0.16f * flour * dome),
                               std::clamp(inside * 500, 0.0f, 1.0f));
                });
    const float turn = between(dice, 0, pi);
    const int cuts = dice.whole(2, 4);
    for (int i = 0; i < cuts; ++i) {
        const float offset = (static_cast<float>(i) - static_cast<float>(cuts - 1) / 2) * 0.13f;
        const Point middle = turned(centre, turn + pi / 2, offset);
        const float half = 0.22f - std::abs(offset) * 0.35f;
        const Point from = turned(middle, turn, -half);
        const Point to = turned(middle, turn, half);
        canvas.leaf(from, to, 0.030f, rgb(0x7A4220));
        canvas.leaf(from, to, 0.021f, rgb(0xEBCB98));
    }
}

}  // namespace parley::demo
