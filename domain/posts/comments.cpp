#include "domain/posts/comments.h"

#include <algorithm>
#include <limits>

#include "domain/notifications/notifications.h"
#include "domain/posts/comment_store.h"
#include "domain/posts/post_store.h"
#include "platform/text.h"

namespace parley::posts {

namespace {

[[noreturn]] void no_such_comment() {
    throw Error(ErrorKind::not_found, "This comment does not exist, or no longer does.");
}

post_store::Ownership lock_post(Transaction& tx, PostId id) {
    const auto post = post_store::lock(tx.db(), id);
    if (!post) throw Error(ErrorKind::not_found, "This post does not exist, or no longer does.");
    return *post;
}

}  // namespace

FieldErrors check_comment(std::string_view content) {
    FieldErrors errors;
    if (!text::is_valid_utf8(content) || content.find('\0') != content.npos)
        errors["content"].push_back("This text has characters that cannot be stored.");
    else if (text::length(content) > comment_length_max)
        errors["content"].push_back("A comment has at most 1,000 characters.");
    else if (text::is_blank(content))
        errors["content"].push_back("Write something first.");
    return errors;
}

CommentOutcome add_comment(Transaction& tx, const Actor& actor, PostId id,
                           const std::string& content) {
    if (auto errors = check_comment(content); !errors.empty())
        throw Error::invalid(std::move(errors));
    const auto post = lock_post(tx, id);
    const UtcTime now = utc_now();
    const CommentId comment = comment_store::insert(tx.db(), id, actor.user, content, now);
    post_store::add_to_comments(tx.db(), id, +1);
    notifications::notify(tx, post.author, actor.user, notifications::Commented{id, comment});
    return {comment, now, post.comments_count + 1};
}

CommentRemoval remove_comment(Transaction& tx, const Actor& actor, CommentId id) {
    const auto comment = comment_store::find(tx.db(), id);
    if (!comment) no_such_comment();
    const auto post = lock_post(tx, comment->post);
    if (actor.user != comment->author && actor.user != post.author && !actor.is_staff)
        throw Error(ErrorKind::forbidden, "Only its author can delete a comment.");
    if (!comment_store::remove(tx.db(), id)) no_such_comment();
    post_store::add_to_comments(tx.db(), comment->post, -1);
    notifications::withdraw(tx, post.author, comment->author,
                            notifications::Commented{comment->post, id});
    return {comment->post, post.comments_count - 1};
}

CommentPage comments_of(db::Session& session, const Actor& viewer, const Post& post,
                        std::optional<CommentId> before) {
    constexpr CommentId newest{std::numeric_limits<std::int64_t>::max()};
    auto comments = comment_store::newest(session, post.id, before.value_or(newest));
    const bool has_older = comments.size() > comments_page_size;
    if (has_older) comments.pop_back();
    std::reverse(comments.begin(), comments.end());
    for (Comment& comment : comments)
        comment.can_delete = viewer.is_staff || comment.author.user == viewer.user ||
                             post.author.user == viewer.user;
    return {std::move(comments), has_older};
}

}  // namespace parley::posts
