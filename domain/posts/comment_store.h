// The table comments.
#pragma once

#include <optional>
#include <vector>

#include "domain/posts/comments.h"

namespace parley::posts::comment_store {

CommentId insert(db::Session& session, PostId post, UserId author, std::string_view content,
                 UtcTime now);
bool remove(db::Session& session, CommentId id);

struct Ownership {
    PostId post;
    UserId author;
};
std::optional<Ownership> find(db::Session& session, CommentId id);

// Newest first, one more than a page; can_delete is left false.
std::vector<Comment> newest(db::Session& session, PostId post, CommentId before);

}  // namespace parley::posts::comment_store
