#include "domain/posts/likes.h"

#include "domain/error.h"
#include "domain/notifications/notifications.h"
#include "domain/posts/like_store.h"
#include "domain/posts/post_store.h"

namespace parley::posts {

LikeOutcome toggle_like(Transaction& tx, const Actor& actor, PostId id) {
    const auto post = post_store::lock(tx.db(), id);
    if (!post) throw Error(ErrorKind::not_found, "This post does not exist, or no longer does.");
    if (like_store::remove(tx.db(), id, actor.user)) {
        post_store::add_to_likes(tx.db(), id, -1);
        notifications::withdraw(tx, post->author, actor.user, notifications::Liked{id});
        return {false, post->likes_count - 1};
    }
    like_store::insert(tx.db(), id, actor.user);
    post_store::add_to_likes(tx.db(), id, +1);
    notifications::notify(tx, post->author, actor.user, notifications::Liked{id});
    return {true, post->likes_count + 1};
}

}  // namespace parley::posts
