#include "fcgi-app/views/addresses.h"

#include "fcgi-app/http/percent_encoding.h"
#include "platform/image_file.h"

namespace parley::views {

namespace {

std::string of_member(const char* place, std::string_view username) {
    return place + http::encode(username) + '/';
}

}  // namespace

std::string profile_url(std::string_view username) {
    return of_member("/user/profile/", username);
}
std::string followers_url(std::string_view username) {
    return of_member("/user/followers/", username);
}
std::string following_url(std::string_view username) {
    return of_member("/user/following/", username);
}
std::string follow_url(std::string_view username) {
    return of_member("/user/follow/", username);
}
std::string unfollow_url(std::string_view username) {
    return of_member("/user/unfollow/", username);
}
std::string room_url(std::string_view username) {
    return of_member("/chat/room/", username);
}

std::string post_url(PostId id) {
    return "/posts/" + std::to_string(id.value) + '/';
}

std::string comment_url(PostId post, CommentId id) {
    return post_url(post) + "#comment-" + std::to_string(id.value);
}

std::string media_url(std::string_view file) {
    return "/media/" + image_file::relative_path(file);
}

}  // namespace parley::views
