#include "fcgi-app/pages/follows.h"

#include "domain/follows/follows.h"
#include "fcgi-app/pages/forms.h"
#include "fcgi-app/pages/page.h"
#include "fcgi-app/views/addresses.h"
#include "fcgi-app/views/profiles_view.h"
#include "platform/json.h"

namespace parley::pages {

namespace {

Response answer(const Context& c, const follows::FollowOutcome& outcome) {
    if (!c.request.wants_json())
        return http::redirect(way_back(c.request, views::profile_url(c.username())));
    json::Writer out;
    out.object().key("following").value(outcome.following);
    out.key("mutual").value(outcome.mutual);
    out.key("followers_count").value(outcome.followers_count).end();
    return http::json(200, std::move(out).text());
}

Response people(Context& c, bool is_followers) {
    const auto before = before_id<FollowId>(c.request);
    const auto of = profiles::show(c.db, c.actor(), c.username());
    const auto list = is_followers ? follows::followers(c.db, c.actor(), of.user, before)
                                   : follows::following(c.db, c.actor(), of.user, before);
    const char* noun = is_followers ? "Followers of " : "Followed by ";
    return page(c, 200, "user/people", {.title = noun + of.display_name(), .side = Side::aside},
                views::people_page({of, list, c.actor(), is_followers}));
}

}  // namespace

Response follow(Context& c) {
    return answer(c, c.transact([&](Transaction& tx) {
        return follows::follow(tx, c.actor(), c.username());
    }));
}

Response unfollow(Context& c) {
    return answer(c, c.transact([&](Transaction& tx) {
        return follows::unfollow(tx, c.actor(), c.username());
    }));
}

Response followers(Context& c) {
    return people(c, true);
}
Response following(Context& c) {
    return people(c, false);
}

}  // namespace parley::pages
