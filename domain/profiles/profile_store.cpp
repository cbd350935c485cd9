#include "domain/profiles/profile_store.h"

namespace parley::profiles::profile_store {

namespace {

constexpr std::string_view insert_profile = "INSERT INTO profiles (user_id) VALUES (?)";
constexpr std::string_view select_profile =  // keys username, primary of follows
    "SELECT u.id, u.username, COALESCE(u.email, ''), p.first_name, p.last_name, p.bio, p.location,"
    " p.website, COALESCE(DATE_FORMAT(p.birth_date, '%Y-%m-%d'), ''), p.avatar, p.followers_count,"
    " p.following_count, p.posts_count, u.created_at, there.id IS NOT NULL, back.id IS NOT NULL"
    " FROM users u JOIN profiles p ON p.user_id = u.id"
    " LEFT JOIN follows there ON there.follower_id = ? AND there.followed_id = u.id"
    " LEFT JOIN follows back ON back.follower_id = u.id AND back.followed_id = ?"
    " WHERE u.username = ? AND u.is_active";
constexpr std::string_view select_avatar = "SELECT avatar FROM profiles WHERE user_id = ?";
constexpr std::string_view update_profile =
    "UPDATE profiles SET first_name = ?, last_name = ?, bio = ?, location = ?, website = ?,"
    " birth_date = ? WHERE user_id = ?";
constexpr std::string_view update_avatar = "UPDATE profiles SET avatar = ? WHERE user_id = ?";

constexpr std::string_view add_to_following =
    "UPDATE profiles SET following_count = following_count + ? WHERE user_id = ?";
constexpr std::string_view add_to_followers =
    "UPDATE profiles SET followers_count = followers_count + ? WHERE user_id = ?";
constexpr std::string_view select_followers_count =
    "SELECT followers_count FROM profiles WHERE user_id = ?";
constexpr std::string_view add_to_posts =
    "UPDATE profiles SET posts_count = posts_count + ? WHERE user_id = ?";

constexpr std::string_view select_floor = "SELECT timeline_floor FROM profiles WHERE user_id = ?";
constexpr std::string_view raise_floor =
    "UPDATE profiles SET timeline_floor = GREATEST(timeline_floor, ?) WHERE user_id = ?";

// In one statement, in this order: those who follow the viewer (key followers); those whom the
// newest friends are friends with (key friends, over 30 friends); the newest members with posts
// (primary key).
constexpr std::string_view select_suggestions =
    "(SELECT u.id, u.username, p.first_name, p.last_name, p.avatar, TRUE, 0"
    "  FROM follows f JOIN users u ON u.id = f.follower_id JOIN profiles p ON p.user_id = u.id"
    "  WHERE f.followed_id = ? AND NOT f.mutual AND u.is_active ORDER BY f.id DESC LIMIT 20)"
    " UNION ALL "
    "(SELECT u.id, u.username, p.first_name, p.last_name, p.avatar, FALSE, common.friends"
    "  FROM (SELECT theirs.followed_id AS user_id, COUNT(*) AS friends"
    "    FROM (SELECT followed_id FROM follows WHERE follower_id = ? AND mutual LIMIT 30) friend"
    "    JOIN follows theirs ON theirs.follower_id = friend.followed_id AND theirs.mutual"
    "    LEFT JOIN follows mine ON mine.follower_id = ? AND mine.followed_id = theirs.followed_id"
    "    WHERE mine.id IS NULL AND theirs.followed_id <> ?"
    "    GROUP BY theirs.followed_id ORDER BY friends DESC, theirs.followed_id LIMIT 20) common"
    "  JOIN users u ON u.id = common.user_id JOIN profiles p ON p.user_id = u.id"
    "  WHERE u.is_active ORDER BY common.friends DESC, u.id LIMIT 20)"
    " UNION ALL "
    "(SELECT u.id, u.username, p.first_name, p.last_name, p.avatar, FALSE, 0"
    "  FROM users u JOIN profiles p ON p.user_id = u.id"
    "  LEFT JOIN follows mine ON mine.follower_id = ? AND mine.followed_id = u.id"
    "  WHERE u.id <> ? AND u.is_active AND p.posts_count > 0 AND mine.id IS NULL"
    "  ORDER BY u.id DESC LIMIT 20)";

}  // namespace

void insert(db::Session& session, UserId user) {
    session.execute(insert_profile, user);
}

std::optional<Profile> find(db::Session& session, UserId viewer, std::string_view username) {
    auto row = session.row<UserId, std::string, std::string, std::string, std::string, std::string,
                           std::string, std::string, std::string, std::string, std::uint64_t,
                           std::uint64_t, std::uint64_t, UtcTime, bool, bool>(
        select_profile, viewer, viewer, username);
    if (!row) return std::nullopt;
    return std::make_from_tuple<Profile>(std::move(*row));
}

std::string avatar(db::Session& session, UserId user) {
    return session.value<std::string>(select_avatar, user).value_or("");
}

void update(db::Session& session, UserId user, const ProfileForm& form) {
    std::optional<std::string_view> birth_date;
    if (!form.birth_date.empty()) birth_date = form.birth_date;
    session.execute(update_profile, form.first_name, form.last_name, form.bio, form.location,
                    form.website, birth_date, user);
}

void set_avatar(db::Session& session, UserId user, std::string_view avatar) {
    session.execute(update_avatar, avatar, user);
}

void count_follow(db::Session& session, UserId follower, UserId followed, int change) {
    const auto following = [&] { session.execute(add_to_following, change, follower); };
    const auto followers = [&] { session.execute(add_to_followers, change, followed); };
    if (follower < followed) {
        following();
        followers();
    } else {
        followers();
        following();
    }
}

std::uint64_t followers_count(db::Session& session, UserId user) {
    return session.value<std::uint64_t>(select_followers_count, user).value_or(0);
}

void count_post(db::Session& session, UserId author, int change) {
    session.execute(add_to_posts, change, author);
}

std::uint64_t timeline_floor(db::Session& session, UserId user) {
    return session.value<std::uint64_t>(select_floor, user).value_or(0);
}

void raise_timeline_floor(db::Session& session, UserId user, std::uint64_t floor) {
    session.execute(raise_floor, floor, user);
}

std::vector<Suggestion> suggestions(db::Session& session, UserId viewer) {
    std::vector<Suggestion> out;
    for (auto& [user, username, first_name, last_name, avatar, follows_viewer, in_common] :
         session
             .rows<UserId, std::string, std::string, std::string, std::string, bool, std::uint64_t>(
                 select_suggestions, viewer, viewer, viewer, viewer, viewer, viewer)) {
        std::string name = display_name(first_name, last_name, username);
        out.push_back({Person{user, std::move(username), std::move(name), std::move(avatar)},
                       follows_viewer, in_common});
    }
    return out;
}

}  // namespace parley::profiles::profile_store
