#include "fcgi-app/pages/likes.h"

#include "domain/posts/likes.h"
#include "fcgi-app/pages/forms.h"
#include "fcgi-app/pages/page.h"
#include "fcgi-app/views/addresses.h"
#include "platform/json.h"

namespace parley::pages {

Response toggle_like(Context& c) {
    const PostId id = c.id<PostId>();
    const auto outcome =
        c.transact([&](Transaction& tx) { return posts::toggle_like(tx, c.actor(), id); });
    if (!c.request.wants_json())
        return http::redirect(way_back(c.request, views::post_url(id)) + "#post-" +
                              std::to_string(id.value));
    json::Writer out;
    out.object().key("liked").value(outcome.liked);
    out.key("total_likes").value(outcome.total_likes).end();
    return http::json(200, std::move(out).text());
}

}  // namespace parley::pages
