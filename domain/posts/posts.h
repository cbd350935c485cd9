// Posts with up to four pictures: writing, editing, deleting, reading.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/actor.h"
#include "domain/error.h"
#include "domain/profiles/profiles.h"
#include "domain/transaction.h"

namespace parley::posts {

inline constexpr std::size_t content_length_max = 5000;
inline constexpr std::size_t images_max = 4;
inline constexpr std::size_t alt_length_max = 300;
inline constexpr std::size_t page_size = 20;

struct PostImage {
    std::string file;
    std::uint16_t width;
    std::uint16_t height;
    std::string alt;
};

struct Post {
    PostId id;
    profiles::Person author;
    std::string content;
    UtcTime created_at;
    std::optional<UtcTime> edited_at;
    std::uint64_t likes_count;
    std::uint64_t comments_count;
    bool liked;  // by the viewer
    std::vector<PostImage> images;
};

struct PostPage {
    std::vector<Post> posts;  // newest first
    bool has_more;
};

// A post may lack text when it has a picture.
FieldErrors check_content(std::string_view content, std::size_t images);

PostId create(Transaction& tx, const Actor& actor, const std::string& content,
              const std::vector<PostImage>& images);

// Author only: else Error forbidden. Throws not_found, invalid.
void edit(Transaction& tx, const Actor& actor, PostId id, const std::string& content);

// Author or staff. Returns the picture files that are no longer used, to be removed after the
// commit.
std::vector<std::string> remove(Transaction& tx, const Actor& actor, PostId id);

Post show(db::Session& session, const Actor& viewer, PostId id);

// A member's own posts, for their profile.
PostPage by_author(db::Session& session, const Actor& viewer, UserId author,
                   std::optional<PostId> before);

}  // namespace parley::posts
