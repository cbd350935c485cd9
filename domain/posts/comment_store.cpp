#include "domain/posts/comment_store.h"

namespace parley::posts::comment_store {

namespace {

constexpr std::string_view insert_comment =
    "INSERT INTO comments (post_id, author_id, content, created_at) VALUES (?, ?, ?, ?)";
constexpr std::string_view delete_comment = "DELETE FROM comments WHERE id = ?";
constexpr std::string_view select_ownership =
    "SELECT post_id, author_id FROM comments WHERE id = ?";
constexpr std::string_view select_newest =  // key post
    "SELECT c.id, c.content, c.created_at, u.id, u.username, p.first_name, p.last_name, p.avatar"
    " FROM comments c JOIN users u ON u.id = c.author_id JOIN profiles p ON p.user_id = u.id"
    " WHERE c.post_id = ? AND c.id < ? ORDER BY c.id DESC LIMIT 51";
static_assert(comments_page_size == 50);

}  // namespace

CommentId insert(db::Session& session, PostId post, UserId author, std::string_view content,
                 UtcTime now) {
    session.execute(insert_comment, post, author, content, now);
    return CommentId{session.last_insert_id()};
}

bool remove(db::Session& session, CommentId id) {
    return session.execute(delete_comment, id) > 0;
}

std::optional<Ownership> find(db::Session& session, CommentId id) {
    const auto row = session.row<PostId, UserId>(select_ownership, id);
    if (!row) return std::nullopt;
    return std::make_from_tuple<Ownership>(*row);
}

std::vector<Comment> newest(db::Session& session, PostId post, CommentId before) {
    std::vector<Comment> out;
    for (auto& [id, content, created_at, author, username, first_name, last_name, avatar] :
         session.rows<CommentId, std::string, UtcTime, UserId, std::string, std::string,
                      std::string, std::string>(select_newest, post, before)) {
        std::string name = profiles::display_name(first_name, last_name, username);
        out.push_back({id,
                       {author, std::move(username), std::move(name), std::move(avatar)},
                       std::move(content),
                       created_at,
                       false});
    }
    return out;
}

}  // namespace parley::posts::comment_store
