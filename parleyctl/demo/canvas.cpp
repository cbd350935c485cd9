#include "parleyctl/demo/canvas.h"

namespace parley::demo {

namespace {

constexpr int noise_values = 256;

float length(Point p) {
    return std::sqrt(p.x * p.x + p.y * p.y);
}
Point minus(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}

Box around(Point centre, float x, float y) {
    return {centre.x - x, centre.y - y, centre.x + x, centre.y + y};
}

Box around(Point a, Point b, float margin) {
    return {std::min(a.x, b.x) - margin, std::min(a.y, b.y) - margin, std::max(a.x, b.x) + margin,
            std::max(a.y, b.y) + margin};
}

// Which side of the line from a to b, in lengths.
float side(Point p, Point a, Point b) {
    const Point along = minus(b, a);
    return ((p.x - a.x) * along.y - (p.y - a.y) * along.x) / std::max(length(along), 1e-6f);
}

}  // namespace

float distance_to_circle(Point p, Point centre, float radius) {
    return length(minus(p, centre)) - radius;
}

// Not exact, but smooth and zero at the edge, which is all that painting needs.
float distance_to_ellipse(Point p, Point centre, float radius_x, float radius_y) {
    const Point scaled{(p.x - centre.x) / radius_x, (p.y - centre.y) / radius_y};
    return (length(scaled) - 1) * std::min(radius_x, radius_y);
}

float distance_to_line(Point p, Point a, Point b, float radius_a, float radius_b) {
    const Point pa = minus(p, a);
    const Point ba = minus(b, a);
    const float t = std::clamp(
        (pa.x * ba.x + pa.y * ba.y) / std::max(ba.x * ba.x + ba.y * ba.y, 1e-9f), 0.0f, 1.0f);
    return length({pa.x - ba.x * t, pa.y - ba.y * t}) - (radius_a + (radius_b - radius_a) * t);
}

float distance_to_box(Point p, Point centre, float half_x, float half_y, float corner) {
    const float x = std::abs(p.x - centre.x) - half_x + corner;
    const float y = std::abs(p.y - centre.y) - half_y + corner;
    return length({std::max(x, 0.0f), std::max(y, 0.0f)}) + std::min(std::max(x, y), 0.0f) - corner;
}

float distance_to_triangle(Point p, Point a, Point b, Point c) {
    const float orientation = side(c, a, b) > 0 ? -1.0f : 1.0f;
    return std::max(
        {orientation * side(p, a, b), orientation * side(p, b, c), orientation * side(p, c, a)});
}

// Where two circles through both ends overlap.
float distance_to_leaf(Point p, Point from, Point to, float breadth) {
    const Point axis = minus(to, from);
    const float half = length(axis) / 2;
    const Point middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
    const Point across{-axis.y / (2 * half), axis.x / (2 * half)};
    const float offset = (half * half - breadth * breadth) / (2 * breadth);
    const float radius = offset + breadth;
    const Point a{middle.x + across.x * offset, middle.y + across.y * offset};
    const Point b{middle.x - across.x * offset, middle.y - across.y * offset};
    return std::max(distance_to_circle(p, a, radius), distance_to_circle(p, b, radius));
}

Noise::Noise(Dice& dice, int octaves) {
    for (int i = 0; i < noise_values; ++i)
        values_.push_back(static_cast<float>(dice.between(-1, 1)));
    for (int i = 0; i < octaves; ++i)
        shifts_.push_back(static_cast<float>(dice.between(0, noise_values)));
}

float Noise::at(float x) const {
    float sum = 0;
    float weight = 1;
    float weights = 0;
    float frequency = 1;
    for (const float shift : shifts_) {
        const float place = x * frequency + shift;
        const float whole = std::floor(place);
        const auto cell = static_cast<std::size_t>(static_cast<int>(whole) & (noise_values - 1));
        const float t = smooth(0, 1, place - whole);
        sum += weight * (values_[cell] * (1 - t) + values_[(cell + 1) % noise_values] * t);
        weights += weight;
        weight *= 0.5f;
        frequency *= 2.03f;
    }
    return sum / weights;
}

Canvas::Canvas(int width, int height)
    : width_(width),
      height_(height),
      cells_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

void Canvas::gradient(const std::vector<Colour>& colours) {
    for (int y = 0; y < height_; ++y) {
        const float place = point(0, y).y * static_cast<float>(colours.size() - 1);
        const auto first = std::min(static_cast<std::size_t>(place), colours.size() - 2);
        const float t = smooth(0, 1, place - static_cast<float>(first));
        const Colour colour = mix(colours[first], colours[first + 1], t);
        std::fill_n(&at(0, y), width_, colour);
    }
}

void Canvas::glow(Point centre, float radius, Colour colour, float strength) {
    each(around(centre, radius, radius), [&](Point p, Colour below_it) {
        const float t = 1 - std::min(length(minus(p, centre)) / radius, 1.0f);
        return mix(below_it, colour, strength * t * t);
    });
}

void Canvas::disc(Point centre, float radius, Colour colour, float alpha, float softness) {
    shape(
        around(centre, radius, radius),
        [&](Point p) { return distance_to_circle(p, centre, radius); }, colour, alpha, softness);
}

void Canvas::ellipse(Point centre, float radius_x, float radius_y, Colour colour, float alpha) {
    shape(
        around(centre, radius_x, radius_y),
        [&](Point p) { return distance_to_ellipse(p, centre, radius_x, radius_y); }, colour, alpha);
}

void Canvas::line(Point a, Point b, float radius_a, float radius_b, Colour colour, float alpha) {
    shape(
        around(a, b, std::max(radius_a, radius_b)),
        [&](Point p) { return distance_to_line(p, a, b, radius_a, radius_b); }, colour, alpha);
}

void Canvas::box(Point centre, float half_x, float half_y, float corner, Colour colour,
                 float alpha) {
    shape(
        around(centre, half_x, half_y),
        [&](Point p) { return distance_to_box(p, centre, half_x, half_y, corner); }, colour, alpha);
}

void Canvas::triangle(Point a, Point b, Point c, Colour colour, float alpha) {
    const Box two = around(a, b, 0);
    const Box all{std::min(two.left, c.x), std::min(two.top, c.y), std::max(two.right, c.x),
                  std::max(two.bottom, c.y)};
    shape(
        all, [&](Point p) { return distance_to_triangle(p, a, b, c); }, colour, alpha);
}

void Canvas::leaf(Point from, Point to, float breadth, Colour colour, float alpha) {
    shape(
        around(from, to, breadth), [&](Point p) { return distance_to_leaf(p, from, to, breadth); },
        colour, alpha);
}

std::vector<std::uint8_t> Canvas::pixels(Dice& dice, float grain) const {
    std::vector<std::uint8_t> out;
    out.reserve(cells_.size() * 3);
    for (const Colour& cell : cells_) {
        const float noise = (static_cast<float>(dice.unit()) - 0.5f) * grain;
        for (const float value : {cell.red, cell.green, cell.blue})
            out.push_back(
                static_cast<std::uint8_t>(std::clamp(value * 255 + noise + 0.5f, 0.0f, 255.0f)));
    }
    return out;
}

}  // namespace parley::demo
