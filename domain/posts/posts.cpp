#include "domain/posts/posts.h"

#include <limits>

#include "domain/notifications/notifications.h"
#include "domain/posts/feed.h"
#include "domain/posts/post_store.h"
#include "domain/profiles/profile_store.h"
#include "platform/text.h"

namespace parley::posts {

namespace {

[[noreturn]] void no_such_post() {
    throw Error(ErrorKind::not_found, "This post does not exist, or no longer does.");
}

void require_sound(std::string_view content, std::size_t images) {
    if (auto errors = check_content(content, images); !errors.empty())
        throw Error::invalid(std::move(errors));
}

}  // namespace

FieldErrors check_content(std::string_view content, std::size_t images) {
    FieldErrors errors;
    if (!text::is_valid_utf8(content) || content.find('\0') != content.npos)
        errors["content"].push_back("This text has characters that cannot be stored.");
    else if (text::length(content) > content_length_max)
        errors["content"].push_back("A post has at most 5,000 characters.");
    else if (images == 0 && text::is_blank(content))
        errors["content"].push_back("Write something, or add a picture.");
    if (images > images_max) errors["image"].push_back("A post has at most four pictures.");
    return errors;
}

PostId create(Transaction& tx, const Actor& actor, const std::string& content,
              const std::vector<PostImage>& images) {
    require_sound(content, images.size());
    const PostId id = post_store::insert(tx.db(), actor.user, content, images.size());
    post_store::insert_images(tx.db(), id, images);
    profiles::profile_store::count_post(tx.db(), actor.user, +1);
    fan_out(tx, actor.user, id);
    return id;
}

void edit(Transaction& tx, const Actor& actor, PostId id, const std::string& content) {
    const auto post = post_store::lock(tx.db(), id);
    if (!post) no_such_post();
    if (post->author != actor.user)
        throw Error(ErrorKind::forbidden, "Only its author can edit a post.");
    require_sound(content, post->images_count);
    post_store::set_content(tx.db(), id, content);
}

std::vector<std::string> remove(Transaction& tx, const Actor& actor, PostId id) {
    const auto post = post_store::lock(tx.db(), id);
    if (!post) no_such_post();
    if (post->author != actor.user && !actor.is_staff)
        throw Error(ErrorKind::forbidden, "Only its author can delete a post.");
    std::vector<std::string> files = post_store::image_files(tx.db(), id);
    notifications::withdraw_all(tx, id);
    take_back(tx, post->author, id);
    post_store::remove(tx.db(), id);
    profiles::profile_store::count_post(tx.db(), post->author, -1);
    return files;
}

Post show(db::Session& session, const Actor& viewer, PostId id) {
    auto posts = post_store::load(session, viewer.user, {id});
    if (posts.empty()) no_such_post();
    return std::move(posts.front());
}

PostPage by_author(db::Session& session, const Actor& viewer, UserId author,
                   std::optional<PostId> before) {
    constexpr PostId newest{std::numeric_limits<std::int64_t>::max()};
    auto ids = post_store::ids_by_author(session, author, before.value_or(newest));
    const bool has_more = ids.size() > page_size;
    if (has_more) ids.pop_back();
    return {post_store::load(session, viewer.user, ids), has_more};
}

}  // namespace parley::posts
