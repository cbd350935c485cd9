// Pictures sent with a form, stored while it is not yet certain that the rows that name them will
// be.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/posts/posts.h"
#include "fcgi-app/http/request.h"
#include "platform/image_file.h"

namespace parley::pages {

// Removes what it stored again, unless told that it is needed: files first, rows after.
class StoredPictures {
  public:
    explicit StoredPictures(std::filesystem::path media) : media_(std::move(media)) {}
    ~StoredPictures();
    StoredPictures(const StoredPictures&) = delete;
    StoredPictures& operator=(const StoredPictures&) = delete;

    // Throws Error invalid, with a sentence at the file's field.
    image_file::Picture store(const http::UploadedFile& file);
    std::string store_avatar(const http::UploadedFile& file);

    void keep() { names_.clear(); }

  private:
    std::filesystem::path media_;
    std::vector<std::string> names_;
};

// What is wrong with the fields image and alt before any picture is looked at.
FieldErrors check_images(const http::Request& request);

// The pictures of the field image with their descriptions, the first `alt` for the first picture.
std::vector<posts::PostImage> store_images(const http::Request& request, StoredPictures& pictures);

// Of the fields avatar and remove_avatar: absent keeps what is there, "" removes it.
std::optional<std::string> store_avatar(const http::Request& request, StoredPictures& pictures);

void remove_pictures(const std::vector<std::string>& names, const std::filesystem::path& media);

}  // namespace parley::pages
