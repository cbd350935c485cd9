#include "fcgi-app/views/posts_view.h"

#include "fcgi-app/views/addresses.h"
#include "fcgi-app/views/person_view.h"
#include "fcgi-app/views/text_view.h"

namespace parley::views {

namespace {

ViewModel image(const posts::PostImage& image) {
    ViewModel model;
    model.set("image_url", media_url(image.file))
        .set("image_alt", image.alt)
        .set("image_width", image.width)
        .set("image_height", image.height);
    return model;
}

ViewModel comment(const posts::Comment& comment) {
    const std::string id = std::to_string(comment.id.value);
    ViewModel model;
    model.set("comment_id", id)
        .set("comment_author", person(comment.author))
        .set("comment_time_iso", iso8601(comment.created_at))
        .set("comment_time_text", readable(comment.created_at))
        .set("segments", segments(comment.content))
        .set("comment_can_delete", comment.can_delete)
        .set("comment_delete_url", "/posts/comments/" + id + "/delete/");
    return model;
}

void add_actions(ViewModel& model, const posts::Post& post, const Actor& viewer) {
    const std::string url = post_url(post.id);
    const bool is_author = post.author.user == viewer.user;
    model.set("post_is_liked", post.liked)
        .set("post_has_likes", post.likes_count > 0)
        .set("post_likes", post.likes_count)
        .set("post_has_comments", post.comments_count > 0)
        .set("post_comments", post.comments_count)
        .set("post_like_url", url + "like/")
        .set("post_edit_url", url + "edit/")
        .set("post_delete_url", url + "delete/")
        .set("post_can_edit", is_author)
        .set("post_can_delete", is_author || viewer.is_staff);
}

}  // namespace

ViewModel post(const posts::Post& post, const Actor& viewer) {
    ViewModel model;
    model.set("post_id", post.id.value)
        .set("post_url", post_url(post.id))
        .set("post_author", person(post.author))
        .set("post_time_iso", iso8601(post.created_at))
        .set("post_time_text", readable(post.created_at))
        .set("post_is_edited", post.edited_at.has_value())
        .set("post_edited_text",
             post.edited_at ? "Edited " + readable(*post.edited_at) : std::string())
        .set("post_has_text", !post.content.empty())
        .set("segments", segments(post.content))
        .set("post_has_images", !post.images.empty())
        .set("post_image_count", post.images.size())
        .set("post_images", list_of(post.images, image));
    add_actions(model, post, viewer);
    return model;
}

void add_posts(ViewModel& model, const posts::PostPage& page, const Actor& viewer,
               const std::string& path) {
    const auto& list = page.posts;
    model.set("has_posts", !list.empty()).set("posts", list_of(list, [&](const posts::Post& one) {
                                                  return post(one, viewer);
                                              }));
    const std::string last = list.empty() ? "" : std::to_string(list.back().id.value);
    add_pager(model, {page.has_more && !list.empty(), path + "?before=" + last, "Older posts"});
}

void add_composer(ViewModel& model, const FormState& form, std::string_view viewer_name) {
    FormState shown = form;
    if (const auto alt = shown.errors.find("alt"); alt != shown.errors.end()) {
        auto& image_errors = shown.errors["image"];
        image_errors.insert(image_errors.end(), alt->second.begin(), alt->second.end());
        shown.errors.erase("alt");
    }
    add_form(model, shown, {"content", "image"});
    std::vector<ViewModel> alts(posts::images_max);
    for (std::size_t i = 0; i < alts.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        const auto value = form.values.find("alt_" + number);
        alts[i]
            .set("alt_number", number)
            .set("alt_value", value == form.values.end() ? std::string() : value->second);
    }
    model.set("composer_alts", std::move(alts))
        .set("composer_placeholder", "What is on your mind, " + first_word(viewer_name) + "?");
}

ViewModel feed_page(const FeedPage& page) {
    ViewModel model;
    model.set("feed_is_first_page", page.is_first_page);
    add_posts(model, page.posts, page.viewer, "/posts/");
    add_composer(model, {}, page.viewer_name);
    return model;
}

ViewModel post_page(const PostView& page) {
    const auto& comments = page.comments.comments;
    const std::string url = post_url(page.post.id);
    const bool has_older = page.comments.has_older && !comments.empty();
    const std::string oldest = has_older ? std::to_string(comments.front().id.value) : "";
    ViewModel model;
    model.set("post", post(page.post, page.viewer))
        .set("post_author_name", page.post.author.display_name)
        .set("has_comments", !comments.empty())
        .set("comments", list_of(comments, comment))
        .set("comments_has_older", has_older)
        .set("comments_older_url",
             has_older ? url + "?before=" + oldest + "#comments" : std::string())
        .set("comment_action", url + "comment/")
        .set("comment_post_id", page.post.id.value);
    add_form(model, page.form, {"content"});
    return model;
}

ViewModel edit_post_page(PostId id, const FormState& form) {
    ViewModel model;
    model.set("edit_action", post_url(id) + "edit/")
        .set("edit_post_id", id.value)
        .set("edit_post_url", post_url(id));
    add_form(model, form, {"content"});
    return model;
}

}  // namespace parley::views
