#include "domain/posts/timeline_store.h"

#include "domain/posts/feed.h"
#include "domain/profiles/profile_store.h"

namespace parley::posts::timeline_store {

namespace {

constexpr std::string_view select_entries =  // primary keys
    "SELECT p.timeline_floor, t.post_id FROM timeline t JOIN profiles p ON p.user_id = t.user_id"
    " WHERE t.user_id = ? AND t.post_id > p.timeline_floor AND t.post_id < ?"
    " ORDER BY t.post_id DESC LIMIT 21";
// Few members are broadcasters, so they lead; their posts in the window by key author.
constexpr std::string_view select_of_broadcasters =
    "SELECT STRAIGHT_JOIN p.id FROM broadcasters b"
    " JOIN follows f ON f.follower_id = ? AND f.followed_id = b.user_id"
    " JOIN posts p FORCE INDEX (author) ON p.author_id = b.user_id AND p.id > ? AND p.id < ?"
    " ORDER BY p.id DESC LIMIT 21";
// Only for what was trimmed away: such a member's feed is dense, so the scan from the newest is
// short.
constexpr std::string_view select_of_everybody_followed =
    "SELECT p.id FROM posts p FORCE INDEX (PRIMARY) WHERE p.id < ?"
    " AND (p.author_id = ? OR EXISTS (SELECT 1 FROM follows f"
    "   WHERE f.follower_id = ? AND f.followed_id = p.author_id))"
    " ORDER BY p.id DESC LIMIT 21";
constexpr std::string_view select_count_above =
    "SELECT COUNT(*) FROM (SELECT 1 FROM timeline WHERE user_id = ? AND post_id > ? LIMIT 100) "
    "newer";

constexpr std::string_view select_broadcaster = "SELECT 1 FROM broadcasters WHERE user_id = ?";
constexpr std::string_view insert_broadcaster =
    "INSERT IGNORE INTO broadcasters (user_id) VALUES (?)";

constexpr std::string_view insert_entry =
    "INSERT IGNORE INTO timeline (user_id, post_id, author_id) VALUES (?, ?, ?)";
constexpr std::string_view insert_for_followers =  // key followers
    "INSERT IGNORE INTO timeline (user_id, post_id, author_id)"
    " SELECT follower_id, ?, followed_id FROM follows WHERE followed_id = ?";
constexpr std::string_view delete_for_followers =
    "DELETE t FROM follows f JOIN timeline t ON t.user_id = f.follower_id AND t.post_id = ?"
    " WHERE f.followed_id = ?";
constexpr std::string_view delete_entry = "DELETE FROM timeline WHERE user_id = ? AND post_id = ?";
constexpr std::string_view insert_posts_of =  // key author
    "INSERT IGNORE INTO timeline (user_id, post_id, author_id)"
    " SELECT ?, id, author_id FROM posts WHERE author_id = ? AND id > ? ORDER BY id DESC LIMIT 800";
constexpr std::string_view delete_posts_of =
    "DELETE FROM timeline WHERE user_id = ? AND author_id = ?";
constexpr std::string_view select_oldest_of =
    "SELECT MIN(post_id) FROM timeline WHERE user_id = ? AND author_id = ?";

constexpr std::string_view select_lengths =
    "SELECT user_id, COUNT(*) FROM timeline WHERE user_id > ? GROUP BY user_id ORDER BY user_id"
    " LIMIT 100";
constexpr std::string_view select_last_kept =
    "SELECT post_id FROM timeline WHERE user_id = ? ORDER BY post_id DESC LIMIT 1 OFFSET 799";
constexpr std::string_view delete_up_to = "DELETE FROM timeline WHERE user_id = ? AND post_id <= ?";
static_assert(page_size + 1 == 21 && timeline_entries_max == 800);

template <class... Args>
std::vector<PostId> ids(db::Session& session, std::string_view sql, const Args&... args) {
    std::vector<PostId> out;
    for (const auto& [id] : session.rows<PostId>(sql, args...)) out.push_back(id);
    return out;
}

}  // namespace

Entries entries(db::Session& session, UserId user, PostId before) {
    Entries out;
    for (const auto& [floor, id] : session.rows<PostId, PostId>(select_entries, user, before)) {
        out.floor = floor;
        out.ids.push_back(id);
    }
    if (out.ids.empty()) out.floor = PostId{profiles::profile_store::timeline_floor(session, user)};
    return out;
}
std::vector<PostId> of_broadcasters(db::Session& session, UserId user, PostId above,
                                    PostId before) {
    return ids(session, select_of_broadcasters, user, above, before);
}
std::vector<PostId> of_everybody_followed(db::Session& session, UserId user, PostId before) {
    return ids(session, select_of_everybody_followed, before, user, user);
}

std::uint64_t count_above(db::Session& session, UserId user, PostId newest_seen) {
    return session.value<std::uint64_t>(select_count_above, user, newest_seen).value_or(0);
}

bool is_broadcaster(db::Session& session, UserId user) {
    return session.value<std::uint64_t>(select_broadcaster, user).has_value();
}
void make_broadcaster(db::Session& session, UserId user) {
    session.execute(insert_broadcaster, user);
}

void add(db::Session& session, UserId user, PostId post, UserId author) {
    session.execute(insert_entry, user, post, author);
}
void add_for_followers(db::Session& session, UserId author, PostId post) {
    session.execute(insert_for_followers, post, author);
}
void remove_for_followers(db::Session& session, UserId author, PostId post) {
    session.execute(delete_for_followers, post, author);
}
void remove(db::Session& session, UserId user, PostId post) {
    session.execute(delete_entry, user, post);
}

std::uint64_t add_posts_of(db::Session& session, UserId user, UserId author, PostId above) {
    return session.execute(insert_posts_of, user, author, above);
}
void remove_posts_of(db::Session& session, UserId user, UserId author) {
    session.execute(delete_posts_of, user, author);
}
std::optional<PostId> oldest_of(db::Session& session, UserId user, UserId author) {
    return session.value<std::optional<PostId>>(select_oldest_of, user, author)
        .value_or(std::nullopt);
}

std::vector<Length> lengths(db::Session& session, UserId after) {
    std::vector<Length> out;
    for (const auto& [user, entries] : session.rows<UserId, std::uint64_t>(select_lengths, after))
        out.push_back({user, entries});
    return out;
}
std::optional<PostId> last_kept(db::Session& session, UserId user) {
    return session.value<PostId>(select_last_kept, user);
}
void remove_up_to(db::Session& session, UserId user, PostId post) {
    session.execute(delete_up_to, user, post);
}

}  // namespace parley::posts::timeline_store
