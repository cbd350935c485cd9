// Pictures as members send them, turned into files that pages use (libvips).
// Format comes from the octets, dimensions from the header before any decoding; the picture is
// turned upright, freed of all metadata and encoded anew. The original octets are never stored.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace parley::image_file {

inline constexpr std::size_t file_bytes_max = 10'000'000;
inline constexpr long pixels_max = 40'000'000;
inline constexpr int side_px_max = 12'000;
inline constexpr int large_px_max = 1080;  // longest side of a stored picture
inline constexpr int avatar_px = 256;      // square

// Why a picture was refused: a sentence for the member.
class Refused : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Picture {
    std::string name;  // random, "3f…a1.webp"; lies in directory / its first two characters
    int width;
    int height;
};

// Must be called once at start of a program that handles pictures.
void start();

// Takes JPEG, PNG, WebP and GIF (first frame). Throws Refused. At most two run at once.
Picture store_picture(std::string_view octets, const std::filesystem::path& directory);

// The middle square.
Picture store_avatar(std::string_view octets, const std::filesystem::path& directory);

// Removes what store_…() made; nothing happens if it is gone.
void remove(const std::string& name, const std::filesystem::path& directory) noexcept;

// "3f/3f…a1.webp": below the directory and below /media/.
std::string relative_path(std::string_view name);

}  // namespace parley::image_file
