#include "fcgi-app/pages/pictures.h"

#include "fcgi-app/http/limits.h"
#include "platform/text.h"

namespace parley::pages {

namespace {

static_assert(http::limits::file_bytes_max == 10'000'000);
constexpr const char* too_large_sentence = "A picture may have at most 10 MB.";

void require_size(const http::UploadedFile& file) {
    if (file.too_large) throw Error::invalid({{file.field, {too_large_sentence}}});
}

template <class Store>
auto stored(const http::UploadedFile& file, Store&& store) {
    require_size(file);
    try {
        return store();
    } catch (const image_file::Refused& refused) {
        throw Error::invalid({{file.field, {refused.what()}}});
    }
}

}  // namespace

StoredPictures::~StoredPictures() {
    remove_pictures(names_, media_);
}

image_file::Picture StoredPictures::store(const http::UploadedFile& file) {
    auto picture = stored(file, [&] { return image_file::store_picture(file.octets, media_); });
    names_.push_back(picture.name);
    return picture;
}

std::string StoredPictures::store_avatar(const http::UploadedFile& file) {
    auto picture = stored(file, [&] { return image_file::store_avatar(file.octets, media_); });
    names_.push_back(picture.name);
    return picture.name;
}

FieldErrors check_images(const http::Request& request) {
    FieldErrors errors;
    for (const auto* file : request.files("image"))
        if (file->too_large && errors["image"].empty())
            errors["image"].push_back(too_large_sentence);
    for (const std::string& alt : request.values("alt"))
        if (text::length(text::trimmed(alt)) > posts::alt_length_max && errors["alt"].empty())
            errors["alt"].push_back("A description has at most 300 characters.");
    return errors;
}

std::vector<posts::PostImage> store_images(const http::Request& request, StoredPictures& pictures) {
    const auto alts = request.values("alt");
    std::vector<posts::PostImage> images;
    for (const auto* file : request.files("image")) {
        const auto picture = pictures.store(*file);
        const std::string_view alt =
            images.size() < alts.size() ? text::trimmed(alts[images.size()]) : std::string_view();
        images.push_back({picture.name, static_cast<std::uint16_t>(picture.width),
                          static_cast<std::uint16_t>(picture.height), std::string(alt)});
    }
    return images;
}

std::optional<std::string> store_avatar(const http::Request& request, StoredPictures& pictures) {
    const auto files = request.files("avatar");
    if (!files.empty()) return pictures.store_avatar(*files.front());
    if (!request.field("remove_avatar").empty()) return "";
    return std::nullopt;
}

void remove_pictures(const std::vector<std::string>& names, const std::filesystem::path& media) {
    for (const std::string& name : names) image_file::remove(name, media);
}

}  // namespace parley::pages
