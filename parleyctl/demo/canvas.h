// A surface to paint on: shapes with soft edges over soft gradients. Lengths are parts of the
// height, so that a scene looks the same at every size; y points down, x runs from 0 to aspect().
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "parleyctl/demo/dice.h"

namespace parley::demo {

struct Colour {
    float red = 0;
    float green = 0;
    float blue = 0;
};

// 0xRRGGBB
constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<float>(hex >> 16 & 0xFF) / 255, static_cast<float>(hex >> 8 & 0xFF) / 255,
            static_cast<float>(hex & 0xFF) / 255};
}

inline Colour mix(Colour a, Colour b, float t) {
    return {a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t,
            a.blue + (b.blue - a.blue) * t};
}

inline Colour darker(Colour colour, float by) {
    return mix(colour, {0.05f, 0.04f, 0.08f}, by);
}
inline Colour lighter(Colour colour, float by) {
    return mix(colour, {1, 0.98f, 0.94f}, by);
}

inline float smooth(float from, float to, float x) {
    const float t = std::clamp((x - from) / (to - from), 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

struct Point {
    float x = 0;
    float y = 0;
};

struct Box {
    float left, top, right, bottom;
};

// Signed distances: negative inside.
float distance_to_circle(Point p, Point centre, float radius);
float distance_to_ellipse(Point p, Point centre, float radius_x, float radius_y);
float distance_to_line(Point p, Point a, Point b, float radius_a, float radius_b);
float distance_to_box(Point p, Point centre, float half_x, float half_y, float corner);
float distance_to_triangle(Point p, Point a, Point b, Point c);
float distance_to_leaf(Point p, Point from, Point to, float breadth);

// A line of hills: smooth noise between -1 and 1.
class Noise {
  public:
    Noise(Dice& dice, int octaves);
    float at(float x) const;

  private:
    std::vector<float> values_;
    std::vector<float> shifts_;
};

class Canvas {
  public:
    Canvas(int width, int height);

    int width() const { return width_; }
    int height() const { return height_; }
    float aspect() const { return static_cast<float>(width_) / static_cast<float>(height_); }
    Box everywhere() const { return {0, 0, aspect(), 1}; }

    // From top to bottom through all the colours, evenly.
    void gradient(const std::vector<Colour>& colours);

    // A light that fades with the distance; strength 0 to 1.
    void glow(Point centre, float radius, Colour colour, float strength);

    // All below a line y = top(x), from one colour at the line to another `depth` below it.
    template <class Top>
    void below(Top top, float depth, Colour at_line, Colour deep);

    // All where distance(point) < 0; softness is the width of the edge.
    template <class Distance>
    void shape(Box box, Distance distance, Colour colour, float alpha = 1, float softness = 0);

    void disc(Point centre, float radius, Colour colour, float alpha = 1, float softness = 0);
    void ellipse(Point centre, float radius_x, float radius_y, Colour colour, float alpha = 1);
    void line(Point a, Point b, float radius_a, float radius_b, Colour colour, float alpha = 1);
    void box(Point centre, float half_x, float half_y, float corner, Colour colour,
             float alpha = 1);
    void triangle(Point a, Point b, Point c, Colour colour, float alpha = 1);
    void leaf(Point from, Point to, float breadth, Colour colour, float alpha = 1);

    // A little grain, which keeps gradients from showing steps; then three octets a pixel.
    std::vector<std::uint8_t> pixels(Dice& dice, float grain) const;

    // For what no shape describes: paints colour_at(point, what is there) everywhere in the box.
    template <class ColourAt>
    void each(Box box, ColourAt colour_at);

  private:
    Colour& at(int x, int y) {
        return cells_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                      static_cast<std::size_t>(x)];
    }
    float pixel() const { return 1 / static_cast<float>(height_); }
    Point point(int x, int y) const {
        return {(static_cast<float>(x) + 0.5f) * pixel(), (static_cast<float>(y) + 0.5f) * pixel()};
    }
    int column(float x, int extra) const {
        return std::clamp(static_cast<int>(x * static_cast<float>(height_)) + extra, 0, width_);
    }
    int row(float y, int extra) const {
        return std::clamp(static_cast<int>(y * static_cast<float>(height_)) + extra, 0, height_);
    }

    int width_;
    int height_;
    std::vector<Colour> cells_;
};

template <class ColourAt>
void Canvas::each(Box box, ColourAt colour_at) {
    for (int y = row(box.top, 0); y < row(box.bottom, 1); ++y)
        for (int x = column(box.left, 0); x < column(box.right, 1); ++x)
            at(x, y) = colour_at(point(x, y), at(x, y));
}

template <class Top>
void Canvas::below(Top top, float depth, Colour at_line, Colour deep) {
    for (int x = 0; x < width_; ++x) {
        const float line = top(point(x, 0).x);
        for (int y = row(line, -1); y < height_; ++y) {
            const float under = point(x, y).y - line;
            const float cover = std::clamp(under / pixel() + 0.5f, 0.0f, 1.0f);
            const Colour colour = mix(at_line, deep, std::clamp(under / depth, 0.0f, 1.0f));
            at(x, y) = mix(at(x, y), colour, cover);
        }
    }
}

template <class Distance>
void Canvas::shape(Box box, Distance distance, Colour colour, float alpha, float softness) {
    const float edge = std::max(softness, pixel() * 1.2f);
    const Box grown{box.left - edge, box.top - edge, box.right + edge, box.bottom + edge};
    each(grown, [&](Point p, Colour below_it) {
        const float cover = 1 - smooth(-edge / 2, edge / 2, distance(p));
        return cover > 0 ? mix(below_it, colour, cover * alpha) : below_it;
    });
}

}  // namespace parley::demo
