#include "platform/image_file.h"

#include <chrono>
#include <fstream>
#include <iterator>
#include <sys/resource.h>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "tests/platform/sample_pictures.h"
#include "tests/platform/temporary_directory.h"

namespace fs = std::filesystem;
namespace image_file = parley::image_file;
using namespace parley::test;

namespace {

struct Pictures {
    Pictures() { image_file::start(); }

    image_file::Picture store(std::string_view octets) const {
        return image_file::store_picture(octets, directory.path());
    }
    image_file::Picture avatar(std::string_view octets) const {
        return image_file::store_avatar(octets, directory.path());
    }
    std::string path_of(const image_file::Picture& picture) const {
        return (directory.path() / image_file::relative_path(picture.name)).string();
    }
    std::string octets_of(const image_file::Picture& picture) const {
        std::ifstream file(path_of(picture), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::size_t files() const {
        std::size_t count = 0;
        for (const auto& entry : fs::recursive_directory_iterator(directory.path()))
            count += entry.is_regular_file();
        return count;
    }

    TemporaryDirectory directory;
};

long memory_peak_kb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(platform_image_file, Pictures)

BOOST_AUTO_TEST_CASE(every_format_of_the_list_becomes_webp) {
    for (const std::string_view format : {".jpg", ".png", ".webp", ".gif"}) {
        const auto picture = store(two_halves(60, 40, format));
        BOOST_TEST(picture.width == 60);
        BOOST_TEST(picture.height == 40);
        BOOST_TEST(octets_of(picture).substr(0, 4) == "RIFF");
        const Pixel left = pixel_of(path_of(picture), 10, 20);
        BOOST_TEST(left.red > 180);
        BOOST_TEST(left.blue < 60);
    }
    BOOST_TEST(files() == 4u);
}

BOOST_AUTO_TEST_CASE(the_file_lies_below_the_first_two_characters_of_its_random_name) {
    const auto first = store(two_halves(8, 8, ".png"));
    const auto second = store(two_halves(8, 8, ".png"));
    BOOST_TEST(first.name != second.name);
    BOOST_TEST(first.name.size() == 37u);
    BOOST_TEST(image_file::relative_path("3fa1.webp") == "3f/3fa1.webp");
    BOOST_TEST(fs::exists(directory.path() / first.name.substr(0, 2) / first.name));
}

BOOST_AUTO_TEST_CASE(a_large_picture_is_made_smaller_and_a_small_one_is_left) {
    const auto large = store(two_halves(3000, 1500, ".jpg"));
    BOOST_TEST(large.width == 1080);
    BOOST_TEST(large.height == 540);
    const auto tall = store(two_halves(20, 4000, ".png"));
    BOOST_TEST(tall.height == 1080);
    const auto thread = store(two_halves(12000, 1, ".png"));
    BOOST_TEST(thread.width == 1080);
    BOOST_TEST(thread.height == 1);
}

BOOST_AUTO_TEST_CASE(a_photograph_is_turned_upright_and_tells_nothing) {
    for (const std::string_view format : {".jpg", ".webp"}) {
        const std::string sent = photograph(80, 40, format);
        BOOST_REQUIRE(tells_secrets(sent));
        const auto picture = store(sent);
        BOOST_TEST(picture.width == 40);
        BOOST_TEST(picture.height == 80);
        BOOST_TEST(pixel_of(path_of(picture), 20, 10).red > 180);  // the left half is on top now
        BOOST_TEST(pixel_of(path_of(picture), 20, 70).blue > 180);
        BOOST_TEST(metadata_of(path_of(picture)) == "");
        BOOST_TEST(!tells_secrets(octets_of(picture)));
    }
}

BOOST_AUTO_TEST_CASE(what_is_transparent_stays_so) {
    const auto picture = store(half_transparent(40, 40, ".png"));
    BOOST_TEST(pixel_of(path_of(picture), 5, 20).alpha < 10);
    BOOST_TEST(pixel_of(path_of(picture), 35, 20).alpha > 245);
}

BOOST_AUTO_TEST_CASE(an_avatar_is_the_middle_square) {
    const auto wide = avatar(two_halves(900, 300, ".jpg"));
    BOOST_TEST(wide.width == 256);
    BOOST_TEST(wide.height == 256);
    BOOST_TEST(pixel_of(path_of(wide), 20, 128).red > 180);
    BOOST_TEST(pixel_of(path_of(wide), 236, 128).blue > 180);
    const auto tiny = avatar(two_halves(4, 2, ".png"));
    BOOST_TEST(tiny.width == 256);
    BOOST_TEST(tiny.height == 256);
    const auto start = std::chrono::steady_clock::now();
    BOOST_TEST(avatar(black_png(12000, 1)).height == 256);
    BOOST_TEST(avatar(black_png(1, 12000)).width == 256);
    BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(1)));
}

BOOST_AUTO_TEST_CASE(what_is_no_picture_is_refused) {
    const std::string html = "<html><script>alert(1)</script></html>";
    const std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    const std::string xml = "<?xml version='1.0'?>" + svg;
    for (const std::string& sent :
         {std::string(), std::string("x"), html, svg, xml, two_halves(8, 8, ".tif"),
          std::string("GIF"), std::string("%PDF-1.7"), std::string("RIFF\0\0\0\0WAVE", 12)})
        BOOST_CHECK_THROW(store(sent), image_file::Refused);
    BOOST_TEST(files() == 0u);
}

BOOST_AUTO_TEST_CASE(what_only_begins_like_a_picture_is_refused) {
    const std::string script = "<script>alert(1)</script>";
    for (const std::string& magic :
         {std::string("\xFF\xD8\xFF\xE0"), std::string("\x89PNG\r\n\x1A\n"), std::string("GIF89a"),
          std::string("RIFF\x40\0\0\0WEBPVP8 ", 16)})
        BOOST_CHECK_THROW(store(magic + script), image_file::Refused);
    BOOST_TEST(files() == 0u);
}

BOOST_AUTO_TEST_CASE(a_picture_cut_off_is_refused) {
    for (const std::string_view format : {".jpg", ".png", ".webp"}) {
        const std::string whole = photograph(400, 400, format);
        for (const std::size_t part : {whole.size() * 9 / 10, whole.size() / 2, whole.size() / 4})
            BOOST_CHECK_THROW(store(whole.substr(0, part)), image_file::Refused);
    }
    BOOST_TEST(files() == 0u);
}

BOOST_AUTO_TEST_CASE(a_picture_with_flipped_octets_never_does_worse_than_being_refused) {
    const std::string whole = two_halves(64, 64, ".png");
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        try {
            store(damaged);
        } catch (const image_file::Refused&) {
        }
    }
}

BOOST_AUTO_TEST_CASE(a_small_file_of_enormous_dimensions_costs_neither_time_nor_memory) {
    const std::string bomb = black_png(60'000, 60'000);
    BOOST_REQUIRE(bomb.size() < image_file::file_bytes_max);
    const long before_kb = memory_peak_kb();
    const auto start = std::chrono::steady_clock::now();
    BOOST_CHECK_THROW(store(bomb), image_file::Refused);
    BOOST_CHECK_THROW(avatar(bomb), image_file::Refused);
    BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::milliseconds(200)));
    BOOST_TEST(memory_peak_kb() - before_kb < 16'000);
}

BOOST_AUTO_TEST_CASE(dimensions_just_over_the_limit_are_refused_and_just_under_are_taken) {
    BOOST_CHECK_THROW(store(black_png(12'001, 10)), image_file::Refused);
    BOOST_CHECK_THROW(store(black_png(10, 12'001)), image_file::Refused);
    BOOST_CHECK_THROW(store(black_png(8'001, 5'000)), image_file::Refused);
    BOOST_TEST(store(black_png(8'000, 5'000)).width == 1080);
}

BOOST_AUTO_TEST_CASE(a_file_over_the_limit_is_refused) {
    std::string padded = two_halves(8, 8, ".png");
    padded.resize(image_file::file_bytes_max + 1);
    BOOST_CHECK_THROW(store(padded), image_file::Refused);
}

BOOST_AUTO_TEST_CASE(of_an_animation_only_the_first_frame_is_read) {
    const auto start = std::chrono::steady_clock::now();
    const auto picture = store(animated_gif(100'000));
    BOOST_TEST(picture.width == 2);
    BOOST_TEST(picture.height == 2);
    BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(10)));
}

BOOST_AUTO_TEST_CASE(removing_takes_the_file_and_nothing_else) {
    const auto picture = store(two_halves(8, 8, ".png"));
    const auto other = store(two_halves(8, 8, ".png"));
    image_file::remove(picture.name, directory.path());
    BOOST_TEST(!fs::exists(path_of(picture)));
    BOOST_TEST(fs::exists(path_of(other)));
    image_file::remove(picture.name, directory.path());
    image_file::remove("", directory.path());
    image_file::remove("../../" + other.name, directory.path());
    BOOST_TEST(files() == 1u);
}

BOOST_AUTO_TEST_CASE(many_threads_may_store_at_once) {
    const std::string sent = photograph(600, 400, ".jpg");
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 3; ++n) store(sent);
        });
    for (std::thread& thread : threads) thread.join();
    BOOST_TEST(files() == 18u);
}

BOOST_AUTO_TEST_SUITE_END()
