#include "domain/follows/follow_store.h"

namespace parley::follows::follow_store {

namespace {

constexpr std::string_view select_follow =  // primary
    "SELECT mutual FROM follows WHERE follower_id = ? AND followed_id = ?";
constexpr std::string_view insert_follow =
    "INSERT IGNORE INTO follows (follower_id, followed_id, mutual, created_at) VALUES (?, ?, ?, ?)";
constexpr std::string_view delete_follow =
    "DELETE FROM follows WHERE follower_id = ? AND followed_id = ?";
constexpr std::string_view update_mutual =
    "UPDATE follows SET mutual = ? WHERE follower_id = ? AND followed_id = ?";

constexpr std::string_view select_followers =  // key followers
    "SELECT f.id, u.id, u.username, p.first_name, p.last_name, p.avatar,"
    " mine.id IS NOT NULL, back.id IS NOT NULL"
    " FROM follows f JOIN users u ON u.id = f.follower_id JOIN profiles p ON p.user_id = u.id"
    " LEFT JOIN follows mine ON mine.follower_id = ? AND mine.followed_id = u.id"
    " LEFT JOIN follows back ON back.follower_id = u.id AND back.followed_id = ?"
    " WHERE f.followed_id = ? AND f.id < ? ORDER BY f.id DESC LIMIT 31";
constexpr std::string_view select_following =  // key following
    "SELECT f.id, u.id, u.username, p.first_name, p.last_name, p.avatar,"
    " mine.id IS NOT NULL, back.id IS NOT NULL"
    " FROM follows f JOIN users u ON u.id = f.followed_id JOIN profiles p ON p.user_id = u.id"
    " LEFT JOIN follows mine ON mine.follower_id = ? AND mine.followed_id = u.id"
    " LEFT JOIN follows back ON back.follower_id = u.id AND back.followed_id = ?"
    " WHERE f.follower_id = ? AND f.id < ? ORDER BY f.id DESC LIMIT 31";
static_assert(page_size == 30);

std::vector<ListedPerson> people(db::Session& session, std::string_view sql, UserId viewer,
                                 UserId of, FollowId before) {
    std::vector<ListedPerson> out;
    for (auto& [id, user, username, first_name, last_name, avatar, followed, follows_back] :
         session.rows<FollowId, UserId, std::string, std::string, std::string, std::string, bool,
                      bool>(sql, viewer, viewer, of, before)) {
        std::string name = profiles::display_name(first_name, last_name, username);
        out.push_back({id,
                       {user, std::move(username), std::move(name), std::move(avatar)},
                       followed,
                       follows_back});
    }
    return out;
}

}  // namespace

bool exists(db::Session& session, UserId follower, UserId followed) {
    return session.value<bool>(select_follow, follower, followed).has_value();
}

bool insert(db::Session& session, UserId follower, UserId followed, bool mutual) {
    return session.execute(insert_follow, follower, followed, mutual, utc_now()) > 0;
}

bool remove(db::Session& session, UserId follower, UserId followed) {
    return session.execute(delete_follow, follower, followed) > 0;
}

void set_mutual(db::Session& session, UserId follower, UserId followed, bool mutual) {
    session.execute(update_mutual, mutual, follower, followed);
}

bool is_mutual(db::Session& session, UserId follower, UserId followed) {
    return session.value<bool>(select_follow, follower, followed).value_or(false);
}

std::vector<ListedPerson> followers(db::Session& session, UserId viewer, UserId of,
                                    FollowId before) {
    return people(session, select_followers, viewer, of, before);
}

std::vector<ListedPerson> following(db::Session& session, UserId viewer, UserId of,
                                    FollowId before) {
    return people(session, select_following, viewer, of, before);
}

}  // namespace parley::follows::follow_store
