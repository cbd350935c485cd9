// The tables posts and post_images.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/posts/posts.h"

namespace parley::posts::post_store {

PostId insert(db::Session& session, UserId author, std::string_view content, std::size_t images);
void insert_images(db::Session& session, PostId post, const std::vector<PostImage>& images);
void set_content(db::Session& session, PostId post, std::string_view content);
void remove(db::Session& session, PostId post);

struct Ownership {
    UserId author;
    std::uint64_t images_count;
    std::uint64_t likes_count;
    std::uint64_t comments_count;
};
// Locks the row through the commit: whoever changes a post's counters takes this lock first.
std::optional<Ownership> lock(db::Session& session, PostId post);

void add_to_likes(db::Session& session, PostId post, int change);
void add_to_comments(db::Session& session, PostId post, int change);

std::vector<std::string> image_files(db::Session& session, PostId post);

// With images and the viewer's likes. In the order of the ids; those that are gone are left out.
std::vector<Post> load(db::Session& session, UserId viewer, const std::vector<PostId>& ids);
inline constexpr std::size_t load_max = 21;  // a page and one more

std::vector<PostId> ids_by_author(db::Session& session, UserId author, PostId before);

}  // namespace parley::posts::post_store
