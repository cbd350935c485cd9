// The feed, a post, and writing, editing and deleting one.
#pragma once

#include "fcgi-app/http/context.h"
#include "fcgi-app/views/form_view.h"

namespace parley::pages {

http::Response feed(http::Context& c);
// How many posts of the feed are newer than ?after=<post id>: {"count":3}, 100 at the most.
// Without `after`: how many there are.
http::Response new_posts_count(http::Context& c);
http::Response post(http::Context& c);
http::Response create_post_form(http::Context& c);
http::Response create_post(http::Context& c);
http::Response edit_post_form(http::Context& c);
http::Response edit_post(http::Context& c);
http::Response delete_post(http::Context& c);

// The post's page with the form for a comment filled in.
http::Response show_post(http::Context& c, int status, const views::FormState& comment_form);

}  // namespace parley::pages
