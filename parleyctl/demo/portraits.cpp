#include "parleyctl/demo/portraits.h"

#include <array>

namespace parley::demo {

namespace {

constexpr Point head{0.5f, 0.45f};
constexpr float head_x = 0.150f;
constexpr float head_y = 0.185f;

constexpr std::array<Colour, 8> skins{rgb(0xF6D7BF), rgb(0xF1C9B0), rgb(0xEDBE9C), rgb(0xE0A67F),
                                      rgb(0xC98A60), rgb(0xA96B45), rgb(0x8A5233), rgb(0x6B3E27)};
constexpr std::array<Colour, 9> hairs{rgb(0x1E1714), rgb(0x2E211B), rgb(0x4A2F22),
                                      rgb(0x6E4529), rgb(0x9A6233), rgb(0xC99A5B),
                                      rgb(0xB04A2A), rgb(0x8E8A88), rgb(0xD9D2CA)};
constexpr std::array<Colour, 10> cloths{rgb(0xC8553D), rgb(0x2F5049), rgb(0x31465C), rgb(0xE8A33D),
                                        rgb(0x7B4B63), rgb(0x5D9AA0), rgb(0xF0E6D6), rgb(0x3E3A4F),
                                        rgb(0xA9B388), rgb(0xD98A8A)};
constexpr std::array<Colour, 9> grounds{rgb(0xF3D9C4), rgb(0xCFE0DA), rgb(0xE6D3E0),
                                        rgb(0xF4E3B8), rgb(0xC9D9E8), rgb(0xEBC7B8),
                                        rgb(0xD5DEC3), rgb(0xF0CFA8), rgb(0xB9CFD0)};

struct Looks {
    Colour skin;
    Colour hair;
    Colour cloth;
    Colour second;  // scarf, beanie
};

template <class Colours>
Colour one_of(const Colours& colours, Range range, Dice& dice) {
    return colours.at(static_cast<std::size_t>(dice.whole(range.first, range.last)));
}

void paint_ground(Canvas& canvas, Dice& dice) {
    const Colour ground = dice.pick(grounds);
    canvas.gradient({lighter(ground, 0.35f), ground, darker(ground, 0.08f)});
    if (dice.chance(0.4)) canvas.disc({0.5f, 0.47f}, 0.36f, lighter(ground, 0.4f), 0.6f);
}

void paint_hair_behind(Canvas& canvas, Hair hair, const Looks& looks, Dice& dice) {
    const Colour shade = darker(looks.hair, 0.12f);
    switch (hair) {
        case Hair::bob:
            canvas.box({0.5f, 0.46f}, 0.195f, 0.19f, 0.13f, shade);
            break;
        case Hair::flowing:
            canvas.box({0.5f, 0.55f}, 0.205f, 0.30f, 0.16f, shade);
            break;
        case Hair::bun:
            canvas.disc({0.5f, 0.215f}, 0.072f, looks.hair);
            break;
        case Hair::curls:
            for (int i = 0; i < 26; ++i) {
                const float angle = 3.14159f * (0.92f + 1.16f * static_cast<float>(i) / 25);
                canvas.disc(
                    {head.x + 0.165f * std::cos(angle), head.y - 0.02f + 0.19f * std::sin(angle)},
                    static_cast<float>(dice.between(0.045, 0.07)), i % 2 ? looks.hair : shade);
            }
            break;
        case Hair::scarf:
            canvas.ellipse({0.5f, 0.50f}, 0.225f, 0.30f, darker(looks.second, 0.1f));
            break;
        default:
            break;
    }
}

void paint_body(Canvas& canvas, const Looks& looks, Dice& dice) {
    canvas.box({0.5f, 0.66f}, 0.062f, 0.13f, 0.05f, darker(looks.skin, 0.13f));
    canvas.ellipse({0.5f, 1.07f}, 0.36f, 0.335f, looks.cloth);
    canvas.box({0.5f, 1.1f}, 0.36f, 0.2f, 0.1f, looks.cloth);
    if (dice.chance(0.5))
        canvas.ellipse({0.5f, 0.745f}, 0.105f, 0.055f, lighter(looks.cloth, 0.22f));
    canvas.ellipse({0.5f, 0.735f}, 0.082f, 0.045f, darker(looks.skin, 0.10f));
}

void paint_face(Canvas& canvas, const Looks& looks, Dice& dice) {
    for (const float side : {-1.0f, 1.0f})
        canvas.ellipse({head.x + side * head_x, head.y + 0.02f}, 0.026f, 0.038f,
                       darker(looks.skin, 0.08f));
    canvas.ellipse(head, head_x, head_y, looks.skin);
    const Colour ink = darker(looks.hair, 0.6f);
    for (const float side : {-1.0f, 1.0f}) {
        canvas.disc({head.x + side * 0.058f, head.y + 0.012f}, 0.0125f, ink);
        canvas.line({head.x + side * 0.040f, head.y - 0.034f},
                    {head.x + side * 0.077f, head.y - 0.032f}, 0.0055f, 0.0045f, ink, 0.75f);
        canvas.disc({head.x + side * 0.088f, head.y + 0.065f}, 0.030f, rgb(0xD9604A), 0.20f, 0.03f);
    }
    canvas.line({head.x + 0.004f, head.y + 0.030f}, {head.x + 0.010f, head.y + 0.058f}, 0.005f,
                0.006f, darker(looks.skin, 0.20f), 0.8f);
    const float smile = static_cast<float>(dice.between(0.040, 0.058));
    canvas.shape(
        {head.x - 0.08f, head.y + 0.06f, head.x + 0.08f, head.y + 0.14f},
        [&](Point p) {
            const float ring =
                std::abs(distance_to_circle(p, {head.x, head.y + 0.105f - smile}, smile)) - 0.0055f;
            return std::max(ring, head.y + 0.078f - p.y);
        },
        mix(darker(looks.skin, 0.45f), rgb(0xA63A36), 0.4f));
}

void paint_beard(Canvas& canvas, const Looks& looks) {
    canvas.shape(
        {head.x - head_x - 0.02f, head.y, head.x + head_x + 0.02f, head.y + head_y + 0.05f},
        [&](Point p) {
            const float jaw =
                distance_to_ellipse(p, {head.x, head.y + 0.015f}, head_x + 0.008f, head_y + 0.012f);
            const float face =
                distance_to_ellipse(p, {head.x, head.y + 0.020f}, head_x - 0.028f, 0.078f);
            return std::max({jaw, -face, head.y + 0.035f - p.y});
        },
        looks.hair);
    canvas.line({head.x - 0.045f, head.y + 0.107f}, {head.x + 0.045f, head.y + 0.107f}, 0.006f,
                0.006f, mix(looks.skin, rgb(0xA63A36), 0.5f));
}

// The hair over the forehead: an ellipse above a curve that falls towards the ears.
void paint_cap(Canvas& canvas, Colour hair, float rise, float fringe, float fall, float slant) {
    canvas.shape(
        {0.25f, 0.15f, 0.75f, 0.75f},
        [&](Point p) {
            const float dx = p.x - head.x;
            const float skull =
                distance_to_ellipse(p, {head.x, head.y - 0.012f}, head_x + 0.022f, head_y + rise);
            return std::max(skull, p.y - (fringe + slant * dx + fall * dx * dx));
        },
        hair);
}

void paint_scarf(Canvas& canvas, const Looks& looks) {
    canvas.shape(
        {0.2f, 0.15f, 0.8f, 0.85f},
        [&](Point p) {
            const float outside = distance_to_ellipse(p, {0.5f, 0.47f}, 0.205f, 0.265f);
            const float opening = distance_to_ellipse(p, {0.5f, 0.462f}, 0.128f, 0.162f);
            return std::max(outside, -opening);
        },
        looks.second);
    canvas.ellipse({0.5f, 0.76f}, 0.20f, 0.085f, darker(looks.second, 0.07f));
    canvas.line({0.40f, 0.70f}, {0.58f, 0.79f}, 0.006f, 0.004f, darker(looks.second, 0.25f), 0.7f);
}

void paint_hair(Canvas& canvas, Hair hair, const Looks& looks, Dice& dice) {
    const float slant = static_cast<float>(dice.between(-0.35, 0.35));
    switch (hair) {
        case Hair::cropped:
            return paint_cap(canvas, looks.hair, 0.022f, 0.335f, 4.2f, slant * 0.3f);
        case Hair::parted:
            return paint_cap(canvas, looks.hair, 0.045f, 0.355f, 2.6f, slant);
        case Hair::bob:
        case Hair::flowing:
            return paint_cap(canvas, looks.hair, 0.035f, 0.350f, 6.5f, slant);
        case Hair::bun:
            return paint_cap(canvas, looks.hair, 0.025f, 0.335f, 4.6f, slant * 0.5f);
        case Hair::curls:
            return paint_cap(canvas, looks.hair, 0.030f, 0.345f, 3.0f, slant * 0.4f);
        case Hair::beanie:
            paint_cap(canvas, looks.second, 0.050f, 0.375f, 0.4f, 0);
            return canvas.box({0.5f, 0.362f}, 0.172f, 0.032f, 0.028f, lighter(looks.second, 0.2f));
        case Hair::scarf:
            return paint_scarf(canvas, looks);
        case Hair::bald:
            return;
    }
}

void paint_glasses(Canvas& canvas) {
    const Colour frame = rgb(0x2A2326);
    for (const float side : {-1.0f, 1.0f})
        canvas.shape(
            {head.x - 0.12f, head.y - 0.06f, head.x + 0.12f, head.y + 0.08f},
            [&](Point p) {
                return std::abs(distance_to_circle(p, {head.x + side * 0.060f, head.y + 0.012f},
                                                   0.044f)) -
                       0.005f;
            },
            frame);
    canvas.line({head.x - 0.016f, head.y + 0.008f}, {head.x + 0.016f, head.y + 0.008f}, 0.005f,
                0.005f, frame);
}

}  // namespace

void paint_portrait(Canvas& canvas, const Sitter& sitter, Dice& dice) {
    const Looks looks{one_of(skins, sitter.skins, dice), one_of(hairs, sitter.hairs, dice),
                      dice.pick(cloths), dice.pick(cloths)};
    paint_ground(canvas, dice);
    paint_hair_behind(canvas, sitter.hair, looks, dice);
    paint_body(canvas, looks, dice);
    paint_face(canvas, looks, dice);
    if (sitter.beard) paint_beard(canvas, looks);
    paint_hair(canvas, sitter.hair, looks, dice);
    if (sitter.glasses) paint_glasses(canvas);
}

}  // namespace parley::demo
