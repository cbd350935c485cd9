#include "domain/unread/unread.h"

namespace parley::unread {

namespace {

// Chat counts are subtractions over the rooms shared with friends, never stored.
constexpr std::string_view select_counts =  // keys user_id of room_members, unread of notifications
    "SELECT (SELECT CAST(COALESCE(SUM(r.last_seq - m.read_seq), 0) AS UNSIGNED)"
    "   FROM room_members m JOIN rooms r ON r.id = m.room_id AND r.last_seq > m.read_seq"
    "   LEFT JOIN follows f ON f.follower_id = m.user_id AND f.followed_id = m.peer_id"
    "   WHERE m.user_id = ? AND (m.peer_id IS NULL OR f.mutual)),"
    " (SELECT COUNT(*) FROM notifications WHERE user_id = ? AND NOT is_read)";

}  // namespace

Counts counts(db::Session& session, UserId user) {
    const auto row = session.row<std::uint64_t, std::uint64_t>(select_counts, user, user);
    return row ? std::make_from_tuple<Counts>(*row) : Counts{};
}

}  // namespace parley::unread
