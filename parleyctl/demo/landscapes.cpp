#include "parleyctl/demo/landscapes.h"

#include <array>

#include "parleyctl/demo/palettes.h"

namespace parley::demo {

namespace {

float between(Dice& dice, double low, double high) {
    return static_cast<float>(dice.between(low, high));
}

void paint_sun(Canvas& canvas, Point place, float radius, const Light& light) {
    canvas.glow(place, radius * 9, light.sun, 0.75f);
    canvas.glow(place, radius * 3, light.sun, 0.8f);
    canvas.disc(place, radius, light.sun, 1, radius * 0.08f);
}

void paint_stars(Canvas& canvas, Dice& dice, float lowest) {
    for (int i = 0; i < 90; ++i) {
        const Point place{between(dice, 0, canvas.aspect()), between(dice, 0, lowest)};
        const float fade = 1 - place.y / lowest;
        canvas.disc(place, between(dice, 0.0008, 0.0022), rgb(0xFFF8E6),
                    fade * between(dice, 0.3, 1), 0.002f);
    }
}

// Ridges from the horizon to one's feet, each darker than the last.
template <class Shape>
void paint_ridges(Canvas& canvas, Dice& dice, const Light& light, int count, float horizon,
                  Shape shape) {
    for (int i = 0; i < count; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(count - 1);
        const float base = horizon + (0.9f - horizon) * std::pow(t, 1.15f);
        const Colour crest = mix(light.far, light.near, t);
        const Colour foot = mix(crest, light.sky.back(), 0.55f * (1 - t));
        const Noise noise(dice, shape.octaves);
        const float height = shape.height * (0.7f + 0.6f * t);
        const float width = shape.width * (1 - 0.35f * t);
        canvas.below([&](float x) { return base - height * shape.profile(noise.at(x * width)); },
                     0.30f, crest, foot);
    }
}

struct Rolling {
    int octaves = 2;
    float height = 0.10f;
    float width = 1.7f;
    float profile(float noise) const { return noise; }
};

struct Rugged {
    int octaves = 5;
    float height = 0.26f;
    float width = 2.4f;
    float profile(float noise) const { return 0.75f - 1.5f * std::abs(noise); }
};

// Sparkle in rows that lie closer together towards the horizon.
void paint_glitter(Canvas& canvas, Dice& dice, float horizon, Point sun, Colour colour) {
    const float depth = 1 - horizon;
    for (int i = 0; i < 150; ++i) {
        const float t = between(dice, 0, 1) * between(dice, 0, 1);
        const float y = horizon + 0.004f + depth * t;
        const float spread = 0.025f + 0.20f * t;
        const float x = sun.x + spread * between(dice, -1, 1) * between(dice, 0.2, 1);
        const float half = between(dice, 0.008, 0.03) * (0.5f + 2 * t);
        canvas.line({x - half, y}, {x + half, y}, 0.0007f + 0.003f * t, 0.0007f + 0.003f * t,
                    colour, between(dice, 0.2, 0.65) * (1 - 0.6f * t));
    }
}

void paint_boat(Canvas& canvas, Point place, float size, Colour hull, Colour sail) {
    canvas.triangle({place.x, place.y - size * 1.5f}, {place.x, place.y - size * 0.12f},
                    {place.x + size * 0.75f, place.y - size * 0.12f}, sail);
    canvas.triangle({place.x - size * 0.06f, place.y - size * 1.25f},
                    {place.x - size * 0.5f, place.y - size * 0.12f},
                    {place.x - size * 0.06f, place.y - size * 0.12f}, mix(sail, hull, 0.2f));
    canvas.shape(
        {place.x - size, place.y - size * 0.1f, place.x + size, place.y + size * 0.3f},
        [&](Point p) {
            return std::max(distance_to_ellipse(p, {place.x, place.y - size * 0.06f}, size * 0.8f,
                                                size * 0.26f),
                            place.y - size * 0.06f - p.y);
        },
        hull);
}

void paint_fir(Canvas& canvas, Point foot, float height, Colour colour) {
    const float width = height * 0.21f;
    for (int tier = 0; tier < 5; ++tier) {
        const float t = static_cast<float>(tier) / 5;
        const float top = foot.y - height * (1 - t * 0.85f);
        const float bottom = top + height * 0.36f;
        const float half = width * (0.35f + 0.75f * t);
        canvas.triangle({foot.x, top}, {foot.x - half, bottom}, {foot.x + half, bottom}, colour);
    }
}

void paint_firs(Canvas& canvas, Dice& dice, float ground, float height, float gap, Colour colour) {
    for (float x = -0.05f; x < canvas.aspect() + 0.05f; x += gap * between(dice, 0.4, 1.5))
        paint_fir(canvas, {x, ground + between(dice, -0.01, 0.02)},
                  height * between(dice, 0.55, 1.15), colour);
}

void mirror_below(Canvas& canvas, float horizon, Colour tint, float amount) {
    std::vector<Colour> above;
    const auto columns = static_cast<std::size_t>(canvas.width());
    canvas.each(canvas.everywhere(), [&](Point, Colour colour) {
        above.push_back(colour);
        return colour;
    });
    const float unit = static_cast<float>(canvas.height());
    canvas.each({0, horizon, canvas.aspect(), 1}, [&](Point p, Colour) {
        const float ripple =
            0.004f * std::sin(p.y * 190 + 2.2f * std::sin(p.x * 9)) * (p.y - horizon) * 4;
        const float source = std::clamp(2 * horizon - p.y - ripple, 0.0f, horizon - 1 / unit);
        const auto row = static_cast<std::size_t>(source * unit);
        const auto column = std::min(static_cast<std::size_t>(p.x * unit), columns - 1);
        return mix(above[row * columns + column], tint, amount);
    });
}

}  // namespace

void paint_hills(Canvas& canvas, Dice& dice) {
    const Light& light = dice.pick(daylights());
    canvas.gradient(light.sky);
    paint_sun(canvas, {canvas.aspect() * between(dice, 0.2, 0.8), between(dice, 0.22, 0.42)},
              between(dice, 0.035, 0.07), light);
    paint_ridges(canvas, dice, light, dice.whole(4, 6), between(dice, 0.48, 0.56), Rolling{});
}

void paint_mountains(Canvas& canvas, Dice& dice) {
    const Light& light = dice.pick(daylights());
    canvas.gradient(light.sky);
    paint_sun(canvas, {canvas.aspect() * between(dice, 0.15, 0.85), between(dice, 0.15, 0.3)},
              between(dice, 0.025, 0.05), light);
    paint_ridges(canvas, dice, light, dice.whole(4, 6), between(dice, 0.46, 0.54), Rugged{});
    if (dice.chance(0.5)) paint_firs(canvas, dice, 1.02f, 0.13f, 0.055f, darker(light.near, 0.35f));
}

void paint_sea(Canvas& canvas, Dice& dice) {
    const Light& light = dice.pick(daylights());
    const float horizon = between(dice, 0.52, 0.64);
    canvas.gradient(light.sky);
    const Point sun{canvas.aspect() * between(dice, 0.25, 0.75),
                    horizon - between(dice, 0.03, 0.16)};
    paint_sun(canvas, sun, between(dice, 0.04, 0.075), light);
    const Noise coast(dice, 3);
    const float shore = between(dice, 0.5, 1.3);
    if (dice.chance(0.6))
        canvas.below(
            [&](float x) { return horizon - 0.09f * std::max(coast.at(x * shore + 3), 0.0f); },
            0.1f, mix(light.far, light.sky.back(), 0.25f), light.far);
    const Colour shallow = mix(light.sky.back(), light.far, 0.45f);
    canvas.below([&](float) { return horizon; }, 1 - horizon, shallow,
                 mix(light.far, light.near, 0.75f));
    paint_glitter(canvas, dice, horizon, sun, light.sun);
    if (dice.chance(0.5)) {
        const float size = between(dice, 0.035, 0.07);
        paint_boat(canvas, {canvas.aspect() * between(dice, 0.15, 0.85), horizon + size * 1.4f},
                   size, darker(light.near, 0.2f), lighter(light.sky.back(), 0.4f));
    }
}

void paint_dunes(Canvas& canvas, Dice& dice) {
    const Light& light = dice.pick(daylights());
    const Colour sand = mix(rgb(0xE8B27A), light.sky.back(), 0.25f);
    canvas.gradient(light.sky);
    paint_sun(canvas, {canvas.aspect() * between(dice, 0.2, 0.8), between(dice, 0.16, 0.34)},
              between(dice, 0.03, 0.055), light);
    const int count = dice.whole(3, 5);
    for (int i = 0; i < count; ++i) {
        const float t = static_cast<float>(i + 1) / static_cast<float>(count);
        const float base = 0.46f + 0.36f * t;
        const float tilt = between(dice, -0.10, 0.10);
        const float wave = between(dice, 0.7, 1.3);
        const float phase = between(dice, 0, 6.28);
        const auto crest = [=](float x) {
            return base + tilt * (x - 0.7f) + 0.075f * std::sin(x * 2.1f * wave + phase) +
                   0.02f * std::sin(x * 5.3f * wave + 2 * phase);
        };
        const Colour lit = mix(lighter(sand, 0.35f), sand, t);
        canvas.below(crest, 0.5f, lit, mix(sand, light.near, 0.30f + 0.35f * t));
        // The side that the wind left in the shade.
        const Colour shade = mix(sand, light.near, 0.35f + 0.2f * t);
        const float foot = between(dice, 0.25, 0.75) * canvas.aspect();
        canvas.shape(
            {foot - 0.5f, base - 0.2f, canvas.aspect(), 1},
            [&](Point p) {
                const float under = p.y - crest(p.x);
                const float edge = foot + 0.55f * under + 0.06f * std::sin(under * 14);
                return std::max(edge - p.x, -under);
            },
            shade, 0.55f, 0.004f);
    }
}

void paint_forest(Canvas& canvas, Dice& dice) {
    const Light& light = dice.pick(daylights());
    canvas.gradient(light.sky);
    paint_sun(canvas, {canvas.aspect() * between(dice, 0.2, 0.8), between(dice, 0.2, 0.36)},
              between(dice, 0.03, 0.05), light);
    const int rows = dice.whole(4, 5);
    for (int i = 0; i < rows; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(rows - 1);
        const float ground = 0.60f + 0.36f * t;
        const Colour colour =
            mix(mix(light.far, light.sky.back(), 0.35f), darker(light.near, 0.15f), t);
        paint_firs(canvas, dice, ground, 0.13f + 0.26f * t, 0.035f + 0.07f * t, colour);
        const Noise noise(dice, 2);
        canvas.below([&](float x) { return ground - 0.02f + 0.02f * noise.at(x * 2); }, 0.22f,
                     colour, mix(colour, light.sky.back(), 0.6f * (1 - t)));
    }
}

void paint_field(Canvas& canvas, Dice& dice) {
    const Light& light = dice.pick(daylights());
    const float horizon = between(dice, 0.44, 0.54);
    canvas.gradient(light.sky);
    paint_sun(canvas,
              {canvas.aspect() * between(dice, 0.2, 0.8), horizon - between(dice, 0.06, 0.2)},
              between(dice, 0.035, 0.06), light);
    const Noise noise(dice, 2);
    canvas.below([&](float x) { return horizon - 0.03f - 0.05f * noise.at(x * 1.6f); }, 0.08f,
                 light.far, mix(light.far, light.sky.back(), 0.4f));
    const std::array<Colour, 4> crops{rgb(0x8E78B5), rgb(0xD9B24C), rgb(0x7E9A5B), rgb(0xB5655A)};
    const Colour crop = mix(dice.pick(crops), light.sky.back(), 0.12f);
    const Colour soil = mix(darker(crop, 0.45f), light.near, 0.4f);
    const float vanishing = canvas.aspect() * between(dice, 0.3, 0.7);
    const float rows = between(dice, 5, 8);
    canvas.each({0, horizon, canvas.aspect(), 1}, [&](Point p, Colour there) {
        const float depth = p.y - horizon;
        if (depth <= 0) return there;
        const float across = (p.x - vanishing) / (depth + 0.02f) * rows;
        const float ripple = 0.5f + 0.5f * std::cos(across * 2);
        const float haze = std::clamp(1 - depth * 3.2f, 0.0f, 1.0f);
        const Colour ground = mix(soil, crop, smooth(0.15f, 0.75f, ripple));
        return mix(darker(ground, depth * 0.35f), mix(crop, light.sky.back(), 0.45f), haze);
    });
}

void paint_aurora(Canvas& canvas, Dice& dice) {
    const Light& light = nights()[dice.below(2)];
    canvas.gradient(light.sky);
    paint_stars(canvas, dice, 0.7f);
    const std::array<Colour, 3> glows{rgb(0x6FE3A5), rgb(0x5FD3C8), rgb(0xB58BE8)};
    for (int band = 0; band < 3; ++band) {
        const Noise path(dice, 2);
        const Noise rays(dice, 4);
        const Colour colour = glows[static_cast<std::size_t>(band)];
        const float foot = 0.62f - 0.11f * static_cast<float>(band);
        const float reach = between(dice, 0.25, 0.42);
        canvas.each(canvas.everywhere(), [&](Point p, Colour there) {
            const float line = foot + 0.13f * path.at(p.x * 1.6f);
            const float above = line - p.y;
            if (above < -0.03f || above > reach) return there;
            const float ray = 0.55f + 0.45f * rays.at(p.x * 9);
            const float rise =
                smooth(-0.03f, 0.03f, above) * std::pow(1 - std::max(above, 0.0f) / reach, 1.6f);
            return mix(there, colour, 0.62f * ray * rise);
        });
    }
    const float ground = 0.82f;
    paint_firs(canvas, dice, ground, 0.16f, 0.035f, light.near);
    canvas.below([&](float) { return ground - 0.01f; }, 0.2f, light.near, light.near);
    if (dice.chance(0.6)) mirror_below(canvas, ground, light.near, 0.35f);
}

void paint_moonlight(Canvas& canvas, Dice& dice) {
    const Light& light = dice.pick(nights());
    const float horizon = between(dice, 0.58, 0.68);
    canvas.gradient(light.sky);
    paint_stars(canvas, dice, horizon);
    const Point moon{canvas.aspect() * between(dice, 0.25, 0.75), between(dice, 0.18, 0.34)};
    const float radius = between(dice, 0.05, 0.085);
    canvas.glow(moon, radius * 6, light.sun, 0.35f);
    canvas.disc(moon, radius, light.sun);
    canvas.disc({moon.x + radius * 0.3f, moon.y - radius * 0.2f}, radius * 0.22f,
                mix(light.sun, light.far, 0.18f), 0.7f, radius * 0.1f);
    canvas.disc({moon.x - radius * 0.35f, moon.y + radius * 0.25f}, radius * 0.3f,
                mix(light.sun, light.far, 0.15f), 0.7f, radius * 0.1f);
    for (int i = 0; i < 2; ++i) {
        const Noise noise(dice, 3);
        const float t = static_cast<float>(i);
        canvas.below(
            [&](float x) { return horizon - 0.07f + 0.04f * t - 0.06f * noise.at(x * 1.8f); }, 0.1f,
            mix(light.far, light.near, 0.35f + 0.4f * t), light.near);
    }
    mirror_below(canvas, horizon, light.near, 0.30f);
    paint_glitter(canvas, dice, horizon, moon, light.sun);
}

void paint_city(Canvas& canvas, Dice& dice) {
    const Light& light = dice.pick(nights());
    canvas.gradient({light.sky[0], light.sky[2], mix(light.sky[2], light.accent, 0.45f)});
    const Point moon{canvas.aspect() * between(dice, 0.15, 0.85), between(dice, 0.12, 0.24)};
    canvas.glow(moon, 0.25f, light.sun, 0.35f);
    canvas.disc(moon, 0.035f, light.sun);
    const float window = 0.0085f;
    for (int row = 0; row < 3; ++row) {
        const float t = static_cast<float>(row) / 2;
        const Colour wall = mix(mix(light.far, light.sky[2], 0.45f), light.near, 0.25f + 0.7f * t);
        for (float x = -0.05f; x < canvas.aspect();) {
            const float half = between(dice, 0.035, 0.075);
            const float top =
                0.42f + 0.2f * t + between(dice, 0, 0.26) * (dice.chance(0.25) ? -0.4f : 1);
            canvas.box({x + half, (top + 1.1f) / 2}, half, (1.1f - top) / 2, 0.004f, wall);
            if (dice.chance(0.3))
                canvas.line({x + half, top}, {x + half, top - 0.05f}, 0.0025f, 0.001f, wall);
            for (float wy = top + 0.025f; wy < 0.98f; wy += 0.032f)
                for (float wx = x + 0.018f; wx < x + 2 * half - 0.012f; wx += 0.024f)
                    if (dice.chance(0.10 + 0.22 * t))
                        canvas.box({wx, wy}, window / 2, window * 0.8f, 0.001f,
                                   mix(light.accent, light.sun, between(dice, 0, 0.6)),
                                   between(dice, 0.35, 0.95));
            x += 2 * half + between(dice, -0.01, 0.012);
        }
    }
}

}  // namespace parley::demo
