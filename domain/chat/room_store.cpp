#include <algorithm>

#include "domain/chat/chat_store.h"
#include "platform/text.h"

namespace parley::chat::chat_store {

namespace {

constexpr std::string_view select_room = "SELECT id FROM rooms WHERE pair = ?";
constexpr std::string_view insert_room =
    "INSERT IGNORE INTO rooms (pair, created_at) VALUES (?, ?)";
constexpr std::string_view insert_member =
    "INSERT IGNORE INTO room_members (room_id, user_id, peer_id) VALUES (?, ?, ?)";
constexpr std::string_view lock_room = "SELECT id FROM rooms WHERE pair = ? FOR UPDATE";
constexpr std::string_view select_room_of_friends =  // primary key of follows, key peer
    "SELECT COALESCE(r.id, 0), f.followed_id, COALESCE(r.last_seq, 0), COALESCE(m.read_seq, 0),"
    " COALESCE(peer.read_seq, 0)"
    " FROM follows f"
    " LEFT JOIN room_members m ON m.user_id = f.follower_id AND m.peer_id = f.followed_id"
    " LEFT JOIN rooms r ON r.id = m.room_id"
    " LEFT JOIN room_members peer ON peer.room_id = r.id AND peer.user_id = m.peer_id"
    " WHERE f.follower_id = ? AND f.followed_id = ? AND f.mutual";
constexpr std::string_view select_access =
    "SELECT m.user_id IS NOT NULL, m.peer_id IS NULL OR COALESCE(f.mutual, FALSE)"
    " FROM rooms r LEFT JOIN room_members m ON m.room_id = r.id AND m.user_id = ?"
    " LEFT JOIN follows f ON f.follower_id = m.user_id AND f.followed_id = m.peer_id"
    " WHERE r.id = ?";

// A friend without messages stands where the friendship began.
constexpr std::string_view select_activity =
    "SELECT COALESCE(r.last_at, f.created_at) FROM follows f"
    " LEFT JOIN room_members m ON m.user_id = f.follower_id AND m.peer_id = f.followed_id"
    " LEFT JOIN rooms r ON r.id = m.room_id"
    " WHERE f.follower_id = ? AND f.followed_id = ? AND f.mutual";
constexpr std::string_view select_chat_list =  // keys friends, peer
    "SELECT u.id, u.username, p.first_name, p.last_name, p.avatar, r.id, r.last_at,"
    " COALESCE(r.last_seq - m.read_seq, 0), LEFT(COALESCE(s.text, ''), 200), s.sender_id,"
    " COALESCE(r.last_at, f.created_at) AS activity"
    " FROM follows f JOIN users u ON u.id = f.followed_id JOIN profiles p ON p.user_id = u.id"
    " LEFT JOIN room_members m ON m.user_id = f.follower_id AND m.peer_id = f.followed_id"
    " LEFT JOIN rooms r ON r.id = m.room_id"
    " LEFT JOIN messages s ON s.room_id = r.id AND s.seq = r.last_seq"
    " WHERE f.follower_id = ? AND f.mutual AND u.is_active"
    " AND (COALESCE(r.last_at, f.created_at) < ?"
    "   OR (COALESCE(r.last_at, f.created_at) = ? AND u.id < ?))"
    " ORDER BY activity DESC, u.id DESC LIMIT 51";
static_assert(chat_list_size == 50);

constexpr std::string_view select_unread_count =  // keys user_id, primary of follows
    "SELECT CAST(COALESCE(SUM(r.last_seq - m.read_seq), 0) AS UNSIGNED)"
    " FROM room_members m JOIN rooms r ON r.id = m.room_id AND r.last_seq > m.read_seq"
    " LEFT JOIN follows f ON f.follower_id = m.user_id AND f.followed_id = m.peer_id"
    " WHERE m.user_id = ? AND m.room_id <> ? AND (m.peer_id IS NULL OR f.mutual)";

constexpr std::size_t last_text_length_max = 100;

std::string pair_of(UserId a, UserId b) {
    return std::to_string(std::min(a, b).value) + ':' + std::to_string(std::max(a, b).value);
}

}  // namespace

std::optional<Room> find_room(db::Session& session, UserId member, UserId peer) {
    const auto row = session.row<RoomId, UserId, MessageId, MessageId, MessageId>(
        select_room_of_friends, member, peer);
    if (!row) return std::nullopt;
    return std::make_from_tuple<Room>(*row);
}

void make_room(db::Session& session, UserId a, UserId b) {
    session.execute(insert_room, pair_of(a, b), utc_now());
    const RoomId room = session.value<RoomId>(select_room, pair_of(a, b)).value();
    session.execute(insert_member, room, a, b);
    session.execute(insert_member, room, b, a);
}

Access access_to(db::Session& session, UserId user, RoomId room) {
    const auto row = session.row<bool, bool>(select_access, user, room);
    if (!row) return Access::no_such_room;
    const auto [is_member, may_enter] = *row;
    if (!is_member) return Access::not_a_member;
    return may_enter ? Access::granted : Access::not_friends;
}

void lock_room_of(db::Session& session, UserId a, UserId b) {
    session.rows<RoomId>(lock_room, pair_of(a, b));
}

std::optional<Activity> activity_with(db::Session& session, UserId user, UserId peer) {
    const auto at = session.value<UtcTime>(select_activity, user, peer);
    if (!at) return std::nullopt;
    return Activity{*at, peer};
}

std::vector<ChatListEntry> chat_list(db::Session& session, UserId user, const Activity& before) {
    std::vector<ChatListEntry> out;
    for (auto& [peer, username, first_name, last_name, avatar, room, last_at, unread, text, sender,
                activity] :
         session.rows<UserId, std::string, std::string, std::string, std::string,
                      std::optional<RoomId>, std::optional<UtcTime>, std::uint64_t, std::string,
                      std::optional<UserId>, UtcTime>(select_chat_list, user, before.at, before.at,
                                                      before.peer)) {
        std::string name = profiles::display_name(first_name, last_name, username);
        out.push_back({{peer, std::move(username), std::move(name), std::move(avatar)},
                       room,
                       text::shortened(text, last_text_length_max),
                       sender == user,
                       last_at,
                       unread});
    }
    return out;
}

std::uint64_t unread_count(db::Session& session, UserId user, RoomId except) {
    return session.value<std::uint64_t>(select_unread_count, user, except).value_or(0);
}

}  // namespace parley::chat::chat_store
