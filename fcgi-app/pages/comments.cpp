#include "fcgi-app/pages/comments.h"

#include "domain/posts/comments.h"
#include "fcgi-app/pages/forms.h"
#include "fcgi-app/pages/page.h"
#include "fcgi-app/pages/posts.h"
#include "fcgi-app/views/addresses.h"
#include "platform/json.h"

namespace parley::pages {

namespace {

Response added_json(const Context& c, const posts::CommentOutcome& outcome,
                    const std::string& content) {
    json::Writer out;
    out.object().key("comment").object();
    out.key("id").value(outcome.id.value);
    out.key("author").value(c.actor().username);
    out.key("author_name").value(c.login->display_name);
    out.key("content").value(content);
    out.key("timestamp").value(iso8601(outcome.created_at)).end();
    out.key("total_comments").value(outcome.total_comments).end();
    return http::json(201, std::move(out).text());
}

}  // namespace

Response add_comment(Context& c) {
    const PostId post = c.id<PostId>();
    return answer_form(
        c,
        [&] {
            const std::string content = text_field(c.request, "content");
            const auto outcome = c.transact(
                [&](Transaction& tx) { return posts::add_comment(tx, c.actor(), post, content); });
            if (c.request.wants_json()) return added_json(c, outcome, content);
            return http::redirect(views::comment_url(post, outcome.id));
        },
        [&](const FieldErrors& errors) {
            return show_post(c, 422, {{{"content", c.request.field("content")}}, errors});
        });
}

Response delete_comment(Context& c) {
    const auto removal = c.transact(
        [&](Transaction& tx) { return posts::remove_comment(tx, c.actor(), c.id<CommentId>()); });
    if (!c.request.wants_json())
        return redirect_with_flash(views::post_url(removal.post) + "#comments", "comment_deleted");
    json::Writer out;
    out.object().key("deleted").value(true);
    out.key("total_comments").value(removal.total_comments).end();
    return http::json(200, std::move(out).text());
}

}  // namespace parley::pages
