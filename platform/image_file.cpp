#include "platform/image_file.h"

#include <algorithm>
#include <fstream>
#include <memory>
#include <semaphore>
#include <vector>

#include <vips/vips.h>

#include "platform/log.h"
#include "platform/random.h"

namespace parley::image_file {

namespace {

namespace fs = std::filesystem;

constexpr std::ptrdiff_t at_once_max = 2;  // each may take some 300 MB at 40 megapixels
constexpr int webp_quality = 82;
constexpr int webp_effort = 4;  // of 0 to 6
constexpr std::size_t name_octets = 16;
constexpr std::size_t name_length_min = 2;

struct Unref {
    void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

struct Free {
    void operator()(void* memory) const { g_free(memory); }
};

enum class Format { jpeg, png, webp, gif };

std::counting_semaphore<at_once_max>& places() {
    static std::counting_semaphore<at_once_max> semaphore(at_once_max);
    return semaphore;
}

class Place {
  public:
    Place() { places().acquire(); }
    ~Place() { places().release(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
};

std::string take_vips_error() {
    std::string text = vips_error_buffer();
    vips_error_clear();
    return text;
}

[[noreturn]] void refuse_damaged() {
    log::info("picture refused: " + take_vips_error());
    throw Refused("This picture is damaged and cannot be read. Try saving it again.");
}

Format format_of(std::string_view octets) {
    using namespace std::string_view_literals;
    if (octets.starts_with("\xFF\xD8\xFF"sv)) return Format::jpeg;
    if (octets.starts_with("\x89PNG\r\n\x1A\n"sv)) return Format::png;
    if (octets.starts_with("GIF87a"sv) || octets.starts_with("GIF89a"sv)) return Format::gif;
    if (octets.starts_with("RIFF"sv) && octets.size() > 12 && octets.substr(8, 4) == "WEBP"sv)
        return Format::webp;
    throw Refused("This file is not a JPEG, PNG, WebP or GIF picture.");
}

// Reads the header only; libvips decodes when pixels are asked for.
Image opened(std::string_view octets, Format format) {
    void* data = const_cast<char*>(octets.data());  // only read
    VipsImage* image = nullptr;
    int failed = 0;
    switch (format) {
        case Format::jpeg:
            failed = vips_jpegload_buffer(data, octets.size(), &image, nullptr);
            break;
        case Format::png:
            failed = vips_pngload_buffer(data, octets.size(), &image, nullptr);
            break;
        case Format::webp:
            failed = vips_webpload_buffer(data, octets.size(), &image, nullptr);
            break;
        case Format::gif:
            failed = vips_gifload_buffer(data, octets.size(), &image, nullptr);
            break;
    }
    if (failed) refuse_damaged();
    return Image(image);
}

void check(std::string_view octets) {
    if (octets.size() > file_bytes_max)
        throw Refused("This picture is too large: " + std::to_string(file_bytes_max / 1'000'000) +
                      " MB at the most.");
    const Image image = opened(octets, format_of(octets));
    const long width = vips_image_get_width(image.get());
    const long height = vips_image_get_height(image.get());
    if (width > side_px_max || height > side_px_max || width * height > pixels_max)
        throw Refused("This picture has too many pixels: " + std::to_string(width) + " × " +
                      std::to_string(height) + ".");
}

// Upright, and small as early as the decoder can.
Image shrunk(std::string_view octets, int side, VipsInteresting crop) {
    VipsImage* image = nullptr;
    if (vips_thumbnail_buffer(const_cast<char*>(octets.data()), octets.size(), &image, side,
                              "height", side, "size", VIPS_SIZE_DOWN, "crop", crop, "option_string",
                              "[fail_on=error]", nullptr))
        refuse_damaged();
    return Image(image);
}

// A small picture is enlarged only after its middle was cut out: a line of 12,000 × 1 pixels
// enlarged as a whole would take 20 s.
Image middle_square(const Image& image, int side) {
    const int width = vips_image_get_width(image.get());
    const int height = vips_image_get_height(image.get());
    const int smaller = std::min(width, height);
    VipsImage* cut = nullptr;
    if (vips_extract_area(image.get(), &cut, (width - smaller) / 2, (height - smaller) / 2, smaller,
                          smaller, nullptr))
        refuse_damaged();
    const Image square(cut);
    VipsImage* out = nullptr;
    if (vips_resize(square.get(), &out, static_cast<double>(side) / smaller, nullptr))
        refuse_damaged();
    return Image(out);
}

Image in_srgb(const Image& image) {
    VipsImage* out = nullptr;
    if (vips_image_get_typeof(image.get(), VIPS_META_ICC_NAME) != 0 &&
        !vips_icc_transform(image.get(), &out, "srgb", "embedded", TRUE, nullptr))
        return Image(out);
    vips_error_clear();  // an unusable profile is ignored, as browsers do
    if (vips_colourspace(image.get(), &out, VIPS_INTERPRETATION_sRGB, nullptr)) refuse_damaged();
    return Image(out);
}

void* note_field(VipsImage*, const char* name, GValue*, void* names) {
    static_cast<std::vector<std::string>*>(names)->emplace_back(name);
    return nullptr;
}

// Every field goes, place and profile included: `strip` alone leaves EXIF in WebP (libvips 8.14).
Image without_metadata(const Image& image) {
    VipsImage* copied = nullptr;
    if (vips_copy(image.get(), &copied, nullptr)) refuse_damaged();
    Image out(copied);
    std::vector<std::string> names;
    vips_image_map(out.get(), note_field, &names);
    for (const std::string& name : names) vips_image_remove(out.get(), name.c_str());
    return out;
}

std::size_t little_endian(std::string_view octets) {
    std::size_t value = 0;
    for (std::size_t i = octets.size(); i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(octets[i]);
    return value;
}

void put_little_endian(std::string& octets, std::size_t at, std::size_t value) {
    for (int shift = 0; shift < 32; shift += 8)
        octets[at++] = static_cast<char>(value >> shift & 0xFF);
}

// libvips writes an EXIF chunk of its own making even so; drops it and its like, and their flags.
std::string without_metadata_chunks(std::string_view webp) {
    constexpr std::size_t riff_header_octets = 12;
    constexpr std::size_t chunk_header_octets = 8;
    constexpr unsigned char metadata_flags = 0x20 | 0x08 | 0x04;  // ICC, EXIF, XMP
    std::string out(webp.substr(0, riff_header_octets));
    std::size_t at = riff_header_octets;
    while (at + chunk_header_octets <= webp.size()) {
        const std::string_view type = webp.substr(at, 4);
        const std::size_t size = little_endian(webp.substr(at + 4, 4));
        const std::string_view chunk = webp.substr(at, chunk_header_octets + size + size % 2);
        at += chunk_header_octets + size + size % 2;
        if (type == "EXIF" || type == "XMP " || type == "ICCP") continue;
        out += chunk;
        if (type == "VP8X")
            out[out.size() - size] = static_cast<char>(
                static_cast<unsigned char>(chunk[chunk_header_octets]) & ~metadata_flags);
    }
    put_little_endian(out, 4, out.size() - chunk_header_octets);
    return out;
}

std::string webp(const Image& image) {
    void* octets = nullptr;
    std::size_t size = 0;
    if (vips_webpsave_buffer(image.get(), &octets, &size, "Q", webp_quality, "effort", webp_effort,
                             "strip", TRUE, nullptr))
        refuse_damaged();  // decoding happens here, so this is where damage shows
    const std::unique_ptr<void, Free> owned(octets);
    return without_metadata_chunks({static_cast<const char*>(octets), size});
}

// Readers see the whole file or none.
void write_whole(const fs::path& path, std::string_view octets) {
    fs::create_directories(path.parent_path());
    const fs::path unfinished = path.string() + ".part";
    std::ofstream file(unfinished, std::ios::binary);
    file.write(octets.data(), static_cast<std::streamsize>(octets.size()));
    file.close();
    std::error_code error = std::make_error_code(std::errc::io_error);
    if (file) fs::rename(unfinished, path, error);
    if (!error) return;
    std::error_code ignored;
    fs::remove(unfinished, ignored);
    throw std::runtime_error("cannot write the picture " + path.string() + ": " + error.message());
}

Picture store(const Image& image, const fs::path& directory) {
    const Image clean = without_metadata(in_srgb(image));
    const std::string encoded = webp(clean);
    Picture picture{random_hex(name_octets) + ".webp", vips_image_get_width(clean.get()),
                    vips_image_get_height(clean.get())};
    write_whole(directory / relative_path(picture.name), encoded);
    return picture;
}

void note_vips_warning(const char*, GLogLevelFlags, const char* message, void*) {
    log::debug(std::string("libvips: ") + message);
}

}  // namespace

void start() {
    if (VIPS_INIT("parley")) throw std::runtime_error("libvips cannot start: " + take_vips_error());
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_operation_block_set("VipsForeignLoad", TRUE);
    for (const char* loader : {"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp",
                               "VipsForeignLoadNsgif"})
        vips_operation_block_set(loader, FALSE);
    g_log_set_handler("VIPS", static_cast<GLogLevelFlags>(G_LOG_LEVEL_WARNING | G_LOG_LEVEL_INFO),
                      note_vips_warning, nullptr);
}

Picture store_picture(std::string_view octets, const fs::path& directory) {
    const Place place;
    check(octets);
    return store(shrunk(octets, large_px_max, VIPS_INTERESTING_NONE), directory);
}

Picture store_avatar(std::string_view octets, const fs::path& directory) {
    const Place place;
    check(octets);
    return store(middle_square(shrunk(octets, avatar_px, VIPS_INTERESTING_CENTRE), avatar_px),
                 directory);
}

void remove(const std::string& name, const fs::path& directory) noexcept {
    if (name.size() < name_length_min || name.find('/') != std::string::npos) return;
    try {
        std::error_code error;
        fs::remove(directory / relative_path(name), error);
        if (error) log::warning("a picture file stays behind: " + name + ": " + error.message());
    } catch (const std::exception&) {
        // Out of memory for the path: the file stays behind.
    }
}

std::string relative_path(std::string_view name) {
    return std::string(name.substr(0, 2)).append("/").append(name);
}

}  // namespace parley::image_file
