// Pictures as members might send them, made on the spot.
#pragma once

#include <string>
#include <string_view>

namespace parley::test {

// A picture of a red left half and a blue right half, in a format that libvips writes: ".jpg",
// ".png",
// ".webp", ".gif".
std::string two_halves(int width, int height, std::string_view format);

// The same as JPEG, WebP …, with EXIF: taken at a place, by a camera, to be turned by 90°
// (orientation 6).
std::string photograph(int width, int height, std::string_view format);

// Half of the picture's pixels are transparent.
std::string half_transparent(int width, int height, std::string_view format);

// A PNG of one-bit black pixels, deflated; valid, and small whatever its size.
std::string black_png(unsigned width, unsigned height);

// A GIF of many frames of one pixel.
std::string animated_gif(int frames);

// Whether the octets say anywhere where and with what the photograph was taken.
bool tells_secrets(std::string_view octets);

struct Pixel {
    double red, green, blue, alpha;
};

// Of a stored file; alpha is 255 where there is none.
Pixel pixel_of(const std::string& path, int x, int y);

// Names of all fields of a stored file that are not about its pixels, separated by spaces.
std::string metadata_of(const std::string& path);

}  // namespace parley::test
