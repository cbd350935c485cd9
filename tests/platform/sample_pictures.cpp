#include "tests/platform/sample_pictures.h"

#include <array>
#include <memory>
#include <stdexcept>
#include <vector>
#include <zlib.h>

#include <vips/vips.h>

namespace parley::test {

namespace {

struct Unref {
    void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

void require(int failed) {
    if (failed) throw std::runtime_error(vips_error_buffer());
}

Image plain(std::vector<unsigned char> pixels, int width, int height, int bands) {
    VipsImage* borrowed = vips_image_new_from_memory_copy(pixels.data(), pixels.size(), width,
                                                          height, bands, VIPS_FORMAT_UCHAR);
    const Image image(borrowed);
    VipsImage* out = nullptr;
    require(vips_copy(image.get(), &out, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr));
    return Image(out);
}

Image halves(int width, int height) {
    std::vector<unsigned char> pixels;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const bool left = x < width / 2;
            for (int value : {left ? 220 : 20, 20, left ? 20 : 220})
                pixels.push_back(static_cast<unsigned char>(value));
        }
    return plain(std::move(pixels), width, height, 3);
}

std::string encoded(const Image& image, std::string_view format) {
    void* octets = nullptr;
    std::size_t size = 0;
    require(vips_image_write_to_buffer(image.get(), std::string(format).c_str(), &octets, &size,
                                       nullptr));
    std::string out(static_cast<const char*>(octets), size);
    g_free(octets);
    return out;
}

void append_big_endian(std::string& out, unsigned long value) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}

void append_chunk(std::string& out, std::string_view type, std::string_view data) {
    append_big_endian(out, data.size());
    const std::string checked = std::string(type) + std::string(data);
    out += checked;
    append_big_endian(out, crc32(0, reinterpret_cast<const Bytef*>(checked.data()),
                                 static_cast<uInt>(checked.size())));
}

std::string deflated_zeros(std::size_t row_octets, unsigned rows) {
    z_stream stream{};
    require(deflateInit(&stream, 6));
    std::vector<Bytef> row(row_octets);
    std::vector<Bytef> buffer(1 << 16);
    std::string out;
    for (unsigned i = 0; i <= rows; ++i) {
        stream.next_in = row.data();
        stream.avail_in = i < rows ? static_cast<uInt>(row.size()) : 0;
        do {
            stream.next_out = buffer.data();
            stream.avail_out = static_cast<uInt>(buffer.size());
            deflate(&stream, i < rows ? Z_NO_FLUSH : Z_FINISH);
            out.append(reinterpret_cast<const char*>(buffer.data()),
                       buffer.size() - stream.avail_out);
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return out;
}

}  // namespace

std::string two_halves(int width, int height, std::string_view format) {
    return encoded(halves(width, height), format);
}

std::string photograph(int width, int height, std::string_view format) {
    const Image image = halves(width, height);
    VipsImage* raw = image.get();
    vips_image_set_int(raw, VIPS_META_ORIENTATION, 6);
    vips_image_set_string(raw, "exif-ifd0-Orientation",
                          "6 (Right-top, Short, 1 components, 2 bytes)");
    vips_image_set_string(raw, "exif-ifd0-Make",
                          "SecretCamera (SecretCamera, ASCII, 13 components, 13 bytes)");
    vips_image_set_string(raw, "exif-ifd3-GPSLatitude",
                          "52/1 31/1 12/1 (52, 31, 12, Rational, 3 components, 24 bytes)");
    vips_image_set_string(raw, "exif-ifd3-GPSLatitudeRef", "N (N, ASCII, 2 components, 2 bytes)");
    const std::string xmp = "<x:xmpmeta>SecretPlace</x:xmpmeta>";
    vips_image_set_blob_copy(raw, VIPS_META_XMP_NAME, xmp.data(), xmp.size());
    return encoded(image, format);
}

std::string half_transparent(int width, int height, std::string_view format) {
    std::vector<unsigned char> pixels;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int value : {10, 200, 10, x < width / 2 ? 0 : 255})
                pixels.push_back(static_cast<unsigned char>(value));
    return encoded(plain(std::move(pixels), width, height, 4), format);
}

std::string black_png(unsigned width, unsigned height) {
    std::string out = "\x89PNG\r\n\x1A\n";
    std::string header;
    append_big_endian(header, width);
    append_big_endian(header, height);
    header.append({'\x01', '\0', '\0', '\0', '\0'});  // one bit, grey, not interlaced
    append_chunk(out, "IHDR", header);
    append_chunk(out, "IDAT", deflated_zeros(1 + (width + 7) / 8, height));
    append_chunk(out, "IEND", "");
    return out;
}

std::string animated_gif(int frames) {
    using namespace std::string_literals;
    std::string out = "GIF89a\x02\0\x02\0\x80\0\0"s + "\x00\x80\x00\xFF\xFF\xFF"s;
    const std::string frame =
        "\x21\xF9\x04\0\x0A\0\0\0"s + "\x2C\0\0\0\0\x02\0\x02\0\0"s + "\x02\x03\x04\x80\x02\0"s;
    for (int i = 0; i < frames; ++i) out += frame;
    return out + "\x3B";
}

bool tells_secrets(std::string_view octets) {
    for (const std::string_view secret : {"Secret", "Exif", "EXIF", "xmp", "XMP", "ICCP"})
        if (octets.find(secret) != std::string_view::npos) return true;
    return false;
}

Pixel pixel_of(const std::string& path, int x, int y) {
    const Image image(vips_image_new_from_file(path.c_str(), nullptr));
    if (!image) throw std::runtime_error(vips_error_buffer());
    double* values = nullptr;
    int count = 0;
    require(vips_getpoint(image.get(), &values, &count, x, y, nullptr));
    const Pixel pixel{values[0], values[1], values[2], count > 3 ? values[3] : 255};
    g_free(values);
    return pixel;
}

std::string metadata_of(const std::string& path) {
    const Image image(vips_image_new_from_file(path.c_str(), nullptr));
    if (!image) throw std::runtime_error(vips_error_buffer());
    std::string out;
    char** names = vips_image_get_fields(image.get());
    for (char** name = names; *name; ++name) {
        const std::string_view field = *name;
        if (field.starts_with("exif") || field.starts_with("xmp") || field.starts_with("iptc") ||
            field.starts_with("icc") || field == "orientation")
            out.append(field).append(" ");
    }
    g_strfreev(names);
    return out;
}

}  // namespace parley::test
