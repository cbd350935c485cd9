#include <cmath>

#include <boost/test/unit_test.hpp>

#include "parleyctl/demo/gallery.h"
#include "parleyctl/demo/portraits.h"
#include "parleyctl/demo/scenes.h"
#include "platform/image_file.h"
#include "tests/platform/temporary_directory.h"

using namespace parley;
using namespace parley::demo;

namespace {

// How much the grey values differ: 0 is one plain colour.
double contrast(const Canvas& canvas) {
    Dice dice(1);
    double sum = 0;
    double squares = 0;
    const auto pixels = canvas.pixels(dice, 0);
    for (const std::uint8_t value : pixels) {
        sum += value;
        squares += static_cast<double>(value) * value;
    }
    const double count = static_cast<double>(pixels.size());
    return std::sqrt(squares / count - sum / count * (sum / count));
}

std::size_t files_in(const std::filesystem::path& directory) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory))
        count += entry.is_regular_file();
    return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parleyctl_demo_pictures)

BOOST_AUTO_TEST_CASE(every_scene_shows_something_at_every_format) {
    for (int scene = 0; scene <= static_cast<int>(Scene::bread); ++scene)
        for (const int width : {120, 80, 40}) {
            Dice dice(static_cast<std::uint64_t>(scene));
            Canvas canvas(width, 80);
            paint(canvas, static_cast<Scene>(scene), dice);
            BOOST_TEST(contrast(canvas) > 5, "scene " << scene << " at " << width);
            BOOST_TEST(!describe(static_cast<Scene>(scene), dice).empty());
        }
}

BOOST_AUTO_TEST_CASE(the_same_dice_paint_the_same_and_others_do_not) {
    const auto portrait = [](std::uint64_t seed) {
        Dice dice(seed);
        Canvas canvas(64, 64);
        paint_portrait(canvas, Sitter{}, dice);
        return canvas.pixels(dice, 2);
    };
    BOOST_TEST((portrait(3) == portrait(3)));
    BOOST_TEST((portrait(3) != portrait(4)));
}

BOOST_AUTO_TEST_CASE(what_is_not_kept_is_removed_again) {
    image_file::start();
    const test::TemporaryDirectory media;
    Dice dice(5);
    const Community community = plan_community({.members = 10, .posts = 60}, utc_now(), dice);
    {
        Gallery gallery(community, media.path(), dice);
        gallery.start_painting();
        gallery.finish();
        BOOST_TEST(files_in(media.path()) >= 10u);
    }
    BOOST_TEST(files_in(media.path()) == 0u);
}

BOOST_AUTO_TEST_CASE(a_painter_who_cannot_write_is_heard_of) {
    image_file::start();
    const test::TemporaryDirectory media;
    Dice dice(5);
    const Community community = plan_community({.members = 10, .posts = 60}, utc_now(), dice);
    Gallery gallery(community, "/proc/no-place-for-pictures", dice);
    gallery.start_painting();
    BOOST_CHECK_THROW(gallery.finish(), std::exception);
}

BOOST_AUTO_TEST_SUITE_END()
