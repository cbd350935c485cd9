#include "parleyctl/demo/gallery.h"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include <vips/vips.h>

#include "parleyctl/demo/portraits.h"
#include "platform/image_file.h"
#include "platform/random.h"

namespace parley::demo {

namespace {

constexpr std::size_t painters_count = 2;
constexpr std::size_t paintings_of_a_scene_max = 14;
constexpr int webp_quality = 82;
constexpr int webp_effort = 1;  // of 0 to 6: these are painted in a hurry
constexpr float grain = 2.5f;
constexpr std::size_t name_octets = 16;
constexpr int portrait_margin_px = 26;

struct Format {
    int width;
    int height;
};
constexpr std::array<Format, 6> formats{
    {{810, 540}, {810, 540}, {810, 540}, {810, 810}, {648, 810}, {810, 456}}};

std::string new_name() {
    return random_hex(name_octets) + ".webp";
}

// The middle of the canvas, width × height pixels of it.
void write_webp(const Canvas& canvas, Format format, Dice& dice,
                const std::filesystem::path& path) {
    std::vector<std::uint8_t> pixels = canvas.pixels(dice, grain);
    VipsImage* image = vips_image_new_from_memory(pixels.data(), pixels.size(), canvas.width(),
                                                  canvas.height(), 3, VIPS_FORMAT_UCHAR);
    if (!image) throw std::runtime_error(vips_error_buffer());
    const std::unique_ptr<VipsImage, void (*)(gpointer)> owned(image, g_object_unref);
    image->Type = VIPS_INTERPRETATION_sRGB;
    VipsImage* middle = nullptr;
    if (vips_extract_area(image, &middle, (canvas.width() - format.width) / 2,
                          (canvas.height() - format.height) / 2, format.width, format.height,
                          nullptr))
        throw std::runtime_error(vips_error_buffer());
    const std::unique_ptr<VipsImage, void (*)(gpointer)> owned_middle(middle, g_object_unref);
    if (vips_webpsave(middle, path.c_str(), "Q", webp_quality, "effort", webp_effort, "strip", TRUE,
                      nullptr))
        throw std::runtime_error("cannot write " + path.string() + ": " + vips_error_buffer());
}

}  // namespace

Gallery::Gallery(const Community& community, std::filesystem::path directory, Dice& dice)
    : directory_(std::move(directory)) {
    for (const Member& member : community.members) plan_avatar(member, dice);
    for (const PlannedPost& post : community.posts) {
        auto& images = images_.emplace_back();
        for (const PlannedPicture& picture : post.pictures)
            images.push_back(plan_image(picture, post.author < cast_size, dice));
    }
}

Gallery::~Gallery() {
    stopped_ = true;
    for (std::thread& painter : painters_) painter.join();
    if (kept_) return;
    for (const Painting& painting : paintings_)
        for (const std::string& name : painting.names) image_file::remove(name, directory_);
}

void Gallery::plan_avatar(const Member& member, Dice& dice) {
    avatars_.push_back(new_name());
    paintings_.push_back({image_file::avatar_px,
                          image_file::avatar_px,
                          dice.next(),
                          member.scene,
                          member.has_portrait,
                          member.sitter,
                          {avatars_.back()}});
}

posts::PostImage Gallery::plan_image(const PlannedPicture& picture, bool of_cast, Dice& dice) {
    std::vector<Painting*> same;
    for (Painting& painting : paintings_)
        if (painting.scene == picture.scene && painting.width != image_file::avatar_px)
            same.push_back(&painting);
    Painting* chosen = nullptr;
    if (of_cast || same.size() < paintings_of_a_scene_max) {
        const Format format = dice.pick(formats);
        paintings_.push_back(
            {format.width, format.height, dice.next(), picture.scene, false, {}, {}});
        chosen = &paintings_.back();
    } else {
        chosen = dice.pick(same);
    }
    chosen->names.push_back(new_name());
    return {chosen->names.back(), static_cast<std::uint16_t>(chosen->width),
            static_cast<std::uint16_t>(chosen->height), picture.alt};
}

void Gallery::start_painting() {
    for (std::size_t i = 0; i < painters_count; ++i)
        painters_.emplace_back([this] { paint_until_done(); });
}

void Gallery::finish() {
    for (std::thread& painter : painters_) painter.join();
    painters_.clear();
    if (failure_) std::rethrow_exception(failure_);
}

void Gallery::paint_until_done() {
    try {
        for (std::size_t i = next_++; i < paintings_.size() && !stopped_; i = next_++)
            paint_one(paintings_[i]);
    } catch (...) {
        const std::lock_guard lock(mutex_);
        failure_ = std::current_exception();
        stopped_ = true;
    }
    vips_thread_shutdown();
}

void Gallery::paint_one(const Painting& painting) const {
    Dice dice(painting.seed);
    const int margin = painting.is_portrait ? portrait_margin_px : 0;  // brings the face nearer
    Canvas canvas(painting.width + 2 * margin, painting.height + 2 * margin);
    if (painting.is_portrait)
        paint_portrait(canvas, painting.sitter, dice);
    else
        paint(canvas, painting.scene, dice);
    const auto path_of = [&](const std::string& name) {
        const std::filesystem::path path = directory_ / image_file::relative_path(name);
        std::filesystem::create_directories(path.parent_path());
        return path;
    };
    const std::filesystem::path first = path_of(painting.names.front());
    write_webp(canvas, {painting.width, painting.height}, dice, first);
    for (std::size_t i = 1; i < painting.names.size(); ++i)
        std::filesystem::create_hard_link(first, path_of(painting.names[i]));
}

}  // namespace parley::demo
