#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/actor.h"
#include "domain/error.h"
#include "domain/posts/posts.h"
#include "domain/transaction.h"

namespace parley::posts {

inline constexpr std::size_t comment_length_max = 1000;
inline constexpr std::size_t comments_page_size = 50;

struct Comment {
    CommentId id;
    profiles::Person author;
    std::string content;
    UtcTime created_at;
    bool can_delete;  // by the viewer
};

struct CommentPage {
    std::vector<Comment> comments;  // oldest first; the newest page unless `before` is given
    bool has_older;
};

struct CommentOutcome {
    CommentId id;
    UtcTime created_at;
    std::uint64_t total_comments;
};

FieldErrors check_comment(std::string_view content);

// Throws Error not_found, invalid.
CommentOutcome add_comment(Transaction& tx, const Actor& actor, PostId post,
                           const std::string& content);

struct CommentRemoval {
    PostId post;
    std::uint64_t total_comments;
};

// Its author, the post's author or staff: else Error forbidden. Throws not_found.
CommentRemoval remove_comment(Transaction& tx, const Actor& actor, CommentId id);

CommentPage comments_of(db::Session& session, const Actor& viewer, const Post& post,
                        std::optional<CommentId> before);

}  // namespace parley::posts
