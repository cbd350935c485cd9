// The picture files of the demo. Names are known at once; the files are painted meanwhile by
// threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "domain/posts/posts.h"
#include "parleyctl/demo/community.h"

namespace parley::demo {

class Gallery {
  public:
    Gallery(const Community& community, std::filesystem::path directory, Dice& dice);

    // Removes the files again, unless keep() was called.
    ~Gallery();
    Gallery(const Gallery&) = delete;
    Gallery& operator=(const Gallery&) = delete;

    const std::string& avatar_of(std::size_t member) const { return avatars_[member]; }
    const std::vector<posts::PostImage>& images_of(std::size_t post) const { return images_[post]; }

    void start_painting();

    // Waits until all is painted; throws what kept a painter from it.
    void finish();

    void keep() { kept_ = true; }

  private:
    // One painting may hang in several posts, each time as a file of its own name.
    struct Painting {
        int width;
        int height;
        std::uint64_t seed;
        Scene scene;
        bool is_portrait;
        Sitter sitter;
        std::vector<std::string> names;
    };

    void plan_avatar(const Member& member, Dice& dice);
    posts::PostImage plan_image(const PlannedPicture& picture, bool of_cast, Dice& dice);
    void paint_until_done();
    void paint_one(const Painting& painting) const;

    std::filesystem::path directory_;
    std::vector<Painting> paintings_;
    std::vector<std::string> avatars_;
    std::vector<std::vector<posts::PostImage>> images_;

    std::atomic<std::size_t> next_{0};
    std::atomic<bool> stopped_{false};
    std::mutex mutex_;
    std::exception_ptr failure_;
    std::vector<std::thread> painters_;
    bool kept_ = false;
};

}  // namespace parley::demo
