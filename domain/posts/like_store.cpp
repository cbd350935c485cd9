#include "domain/posts/like_store.h"

namespace parley::posts::like_store {

namespace {
constexpr std::string_view insert_like =
    "INSERT INTO likes (post_id, user_id, created_at) VALUES (?, ?, ?)";
constexpr std::string_view delete_like = "DELETE FROM likes WHERE post_id = ? AND user_id = ?";
}  // namespace

void insert(db::Session& session, PostId post, UserId user) {
    session.execute(insert_like, post, user, utc_now());
}

bool remove(db::Session& session, PostId post, UserId user) {
    return session.execute(delete_like, post, user) > 0;
}

}  // namespace parley::posts::like_store
