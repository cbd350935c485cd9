#include "domain/posts/post_store.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace parley::posts::post_store {

namespace {

constexpr std::string_view insert_post =
    "INSERT INTO posts (author_id, content, created_at, images_count) VALUES (?, ?, ?, ?)";
constexpr std::string_view insert_image =
    "INSERT INTO post_images (post_id, position, file, width, height, alt) VALUES";
constexpr std::string_view update_content =
    "UPDATE posts SET content = ?, edited_at = ? WHERE id = ?";
constexpr std::string_view delete_post = "DELETE FROM posts WHERE id = ?";
constexpr std::string_view lock_post =
    "SELECT author_id, images_count, likes_count, comments_count FROM posts WHERE id = ? FOR "
    "UPDATE";
constexpr std::string_view update_likes =
    "UPDATE posts SET likes_count = likes_count + ? WHERE id = ?";
constexpr std::string_view update_comments =
    "UPDATE posts SET comments_count = comments_count + ? WHERE id = ?";
constexpr std::string_view select_files =
    "SELECT file FROM post_images WHERE post_id = ? ORDER BY position LIMIT 4";

constexpr std::string_view select_posts =  // primary keys
    "SELECT p.id, p.content, p.created_at, p.edited_at, p.likes_count, p.comments_count,"
    " p.images_count, l.user_id IS NOT NULL,"
    " u.id, u.username, a.first_name, a.last_name, a.avatar"
    " FROM posts p JOIN users u ON u.id = p.author_id JOIN profiles a ON a.user_id = u.id"
    " LEFT JOIN likes l ON l.post_id = p.id AND l.user_id = ?"
    " WHERE p.id IN (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ORDER BY p.id DESC LIMIT 21";
constexpr std::string_view select_images =  // primary key
    "SELECT post_id, file, width, height, alt FROM post_images"
    " WHERE post_id IN (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
    " ORDER BY post_id, position LIMIT 84";
constexpr std::string_view select_by_author =  // key author
    "SELECT id FROM posts WHERE author_id = ? AND id < ? ORDER BY id DESC LIMIT 21";
static_assert(page_size + 1 == load_max && load_max == 21 && images_max == 4);

void attach_images(db::Session& session, std::vector<Post>& posts,
                   const std::vector<PostId>& with_images) {
    if (with_images.empty()) return;
    std::unordered_map<PostId, Post*> by_id;
    for (Post& post : posts) by_id[post.id] = &post;
    for (auto& [id, file, width, height, alt] :
         session.rows<PostId, std::string, std::uint16_t, std::uint16_t, std::string>(
             select_images, db::padded<load_max>(with_images)))
        by_id.at(id)->images.push_back({std::move(file), width, height, std::move(alt)});
}

}  // namespace

PostId insert(db::Session& session, UserId author, std::string_view content, std::size_t images) {
    session.execute(insert_post, author, content, utc_now(), std::uint64_t{images});
    return PostId{session.last_insert_id()};
}

void insert_images(db::Session& session, PostId post, const std::vector<PostImage>& images) {
    std::vector<
        std::tuple<PostId, std::uint64_t, std::string, std::uint16_t, std::uint16_t, std::string>>
        rows;
    for (const PostImage& image : images)
        rows.emplace_back(post, rows.size(), image.file, image.width, image.height, image.alt);
    session.insert_rows(insert_image, "", rows);
}

void set_content(db::Session& session, PostId post, std::string_view content) {
    session.execute(update_content, content, utc_now(), post);
}

void remove(db::Session& session, PostId post) {
    session.execute(delete_post, post);
}

std::optional<Ownership> lock(db::Session& session, PostId post) {
    const auto row =
        session.row<UserId, std::uint64_t, std::uint64_t, std::uint64_t>(lock_post, post);
    if (!row) return std::nullopt;
    return std::make_from_tuple<Ownership>(*row);
}

void add_to_likes(db::Session& session, PostId post, int change) {
    session.execute(update_likes, change, post);
}

void add_to_comments(db::Session& session, PostId post, int change) {
    session.execute(update_comments, change, post);
}

std::vector<std::string> image_files(db::Session& session, PostId post) {
    std::vector<std::string> files;
    for (auto& [file] : session.rows<std::string>(select_files, post))
        files.push_back(std::move(file));
    return files;
}

std::vector<Post> load(db::Session& session, UserId viewer, const std::vector<PostId>& ids) {
    std::vector<Post> posts;
    if (ids.empty()) return posts;
    std::vector<PostId> with_images;
    for (auto& [id, content, created_at, edited_at, likes, comments, images, liked, author,
                username, first_name, last_name, avatar] :
         session.rows<PostId, std::string, UtcTime, std::optional<UtcTime>, std::uint64_t,
                      std::uint64_t, std::uint64_t, bool, UserId, std::string, std::string,
                      std::string, std::string>(select_posts, viewer, db::padded<load_max>(ids))) {
        std::string name = profiles::display_name(first_name, last_name, username);
        if (images > 0) with_images.push_back(id);
        posts.push_back({id,
                         {author, std::move(username), std::move(name), std::move(avatar)},
                         std::move(content),
                         created_at,
                         edited_at,
                         likes,
                         comments,
                         liked,
                         {}});
    }
    attach_images(session, posts, with_images);
    return posts;
}

std::vector<PostId> ids_by_author(db::Session& session, UserId author, PostId before) {
    std::vector<PostId> ids;
    for (const auto& [id] : session.rows<PostId>(select_by_author, author, before))
        ids.push_back(id);
    return ids;
}

}  // namespace parley::posts::post_store
