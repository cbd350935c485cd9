// Addresses of this site as templates and redirects need them, encoded.
#pragma once

#include <string>
#include <string_view>

#include "domain/ids.h"

namespace parley::views {

std::string profile_url(std::string_view username);
std::string followers_url(std::string_view username);
std::string following_url(std::string_view username);
std::string follow_url(std::string_view username);
std::string unfollow_url(std::string_view username);
std::string room_url(std::string_view username);
std::string post_url(PostId id);
std::string comment_url(PostId post, CommentId id);  // on the post's page

// Of a picture by its file name.
std::string media_url(std::string_view file);

}  // namespace parley::views
