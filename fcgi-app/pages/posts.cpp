#include "fcgi-app/pages/posts.h"

#include "domain/posts/comments.h"
#include "domain/posts/feed.h"
#include "domain/posts/posts.h"
#include "fcgi-app/http/safe_next.h"
#include "fcgi-app/pages/forms.h"
#include "fcgi-app/pages/page.h"
#include "fcgi-app/pages/pictures.h"
#include "fcgi-app/views/addresses.h"
#include "fcgi-app/views/posts_view.h"
#include "platform/json.h"

namespace parley::pages {

namespace {

Response show_composer(Context& c, int status, const views::FormState& form) {
    views::ViewModel model;
    views::add_composer(model, form, c.login->display_name);
    return page(c, status, "posts/create", {.title = "New post", .place = views::Place::create},
                std::move(model));
}

// A browser without scripts gives everything back but the pictures, which a page cannot fill in.
views::FormState composed(const http::Request& request, FieldErrors errors) {
    views::FormState form{{{"content", request.field("content")}}, std::move(errors)};
    std::size_t number = 0;
    for (std::string& alt : request.values("alt"))
        form.values["alt_" + std::to_string(++number)] = std::move(alt);
    if (!request.files("image").empty())
        form.errors["image"].push_back("Please choose your pictures again.");
    return form;
}

Response created(const Context& c, PostId id) {
    if (!c.request.wants_json())
        return redirect_with_flash(std::string(http::home_path), "post_created");
    json::Writer out;
    out.object().key("id").value(id.value).key("url").value(views::post_url(id)).end();
    return http::json(201, std::move(out).text());
}

Response show_edit(Context& c, int status, PostId id, const views::FormState& form) {
    return page(c, status, "posts/edit", {.title = "Edit your post"},
                views::edit_post_page(id, form));
}

}  // namespace

Response feed(Context& c) {
    const auto before = before_id<PostId>(c.request);
    const auto posts = posts::feed(c.db, c.actor(), before);
    const bool is_empty = posts.posts.empty() && !before;
    return page(c, 200, "posts/feed",
                {.title = "Feed",
                 .place = views::Place::feed,
                 .side = is_empty ? Side::newcomer : Side::aside},
                views::feed_page({posts, c.actor(), c.login->display_name, !before}));
}

Response new_posts_count(Context& c) {
    const auto after = c.request.query_id<PostId>("after");
    if (!after && !c.request.query_field("after").empty())
        throw Error(ErrorKind::not_found, "There is no such post to count from.");
    const std::uint64_t count = posts::count_newer(c.db, c.actor(), after.value_or(PostId{}));
    return http::json(200, json::Writer().object().key("count").value(count).end().text());
}

Response post(Context& c) {
    return show_post(c, 200, {});
}

Response show_post(Context& c, int status, const views::FormState& comment_form) {
    const auto before = before_id<CommentId>(c.request);
    const auto post = posts::show(c.db, c.actor(), c.id<PostId>());
    const auto comments = posts::comments_of(c.db, c.actor(), post, before);
    return page(c, status, "posts/show",
                {.title = "Post by " + post.author.display_name, .side = Side::aside},
                views::post_page({post, comments, c.actor(), comment_form}));
}

Response create_post_form(Context& c) {
    return show_composer(c, 200, {});
}

Response create_post(Context& c) {
    return answer_form(
        c,
        [&] {
            const std::string content = text_field(c.request, "content");
            FieldErrors errors = check_images(c.request);
            errors.merge(posts::check_content(content, c.request.files("image").size()));
            require_none(std::move(errors));
            StoredPictures pictures(c.config.media);
            const auto images = store_images(c.request, pictures);
            const PostId id = c.transact(
                [&](Transaction& tx) { return posts::create(tx, c.actor(), content, images); });
            pictures.keep();
            return created(c, id);
        },
        [&](const FieldErrors& errors) {
            return show_composer(c, 422, composed(c.request, errors));
        });
}

Response edit_post_form(Context& c) {
    const auto post = posts::show(c.db, c.actor(), c.id<PostId>());
    if (post.author.user != c.actor().user)
        throw Error(ErrorKind::forbidden, "Only its author can edit a post.");
    return show_edit(c, 200, post.id, {{{"content", post.content}}, {}});
}

Response edit_post(Context& c) {
    const PostId id = c.id<PostId>();
    return answer_form(
        c,
        [&] {
            const std::string content = text_field(c.request, "content");
            c.transact([&](Transaction& tx) { posts::edit(tx, c.actor(), id, content); });
            return redirect_with_flash(views::post_url(id), "post_saved");
        },
        [&](const FieldErrors& errors) {
            return show_edit(c, 422, id, {{{"content", c.request.field("content")}}, errors});
        });
}

Response delete_post(Context& c) {
    const auto files =
        c.transact([&](Transaction& tx) { return posts::remove(tx, c.actor(), c.id<PostId>()); });
    remove_pictures(files, c.config.media);
    if (c.request.wants_json())
        return http::json(200, json::Writer().object().key("deleted").value(true).end().text());
    return redirect_with_flash(std::string(http::home_path), "post_deleted");
}

}  // namespace parley::pages
