// Posts with their comments, the feed, and the forms that write them.
#pragma once

#include <string>

#include "domain/posts/comments.h"
#include "domain/posts/posts.h"
#include "fcgi-app/views/form_view.h"
#include "fcgi-app/views/view_model.h"

namespace parley::views {

ViewModel post(const posts::Post& post, const Actor& viewer);

// has_posts, posts and the pager, whose address is `path` with ?before=.
void add_posts(ViewModel& model, const posts::PostPage& page, const Actor& viewer,
               const std::string& path);

// The form for a new post: fields "content", "image" (with what is wrong with "alt") and, as
// alt_1 … alt_4, the descriptions of pictures.
void add_composer(ViewModel& model, const FormState& form, std::string_view viewer_name);

struct FeedPage {
    const posts::PostPage& posts;
    const Actor& viewer;
    std::string viewer_name;  // as displayed
    bool is_first_page;
};
ViewModel feed_page(const FeedPage& page);

struct PostView {
    const posts::Post& post;
    const posts::CommentPage& comments;
    const Actor& viewer;
    const FormState& form;  // of a new comment: field "content"
};
ViewModel post_page(const PostView& page);

ViewModel edit_post_page(PostId id, const FormState& form);

}  // namespace parley::views
