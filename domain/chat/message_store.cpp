#include <tuple>

#include "domain/chat/chat_store.h"

namespace parley::chat::chat_store {

namespace {

constexpr std::string_view lock_rooms_head = "SELECT id, last_seq FROM rooms WHERE id IN (";
constexpr std::string_view lock_rooms_tail = ") ORDER BY id FOR UPDATE";
constexpr std::string_view members_head =
    "SELECT m.room_id, m.user_id, m.peer_id IS NULL OR COALESCE(f.mutual, FALSE)"
    " FROM room_members m"
    " LEFT JOIN follows f ON f.follower_id = m.user_id AND f.followed_id = m.peer_id"
    " WHERE m.room_id IN (";
constexpr std::string_view nonces_head =  // key nonce
    "SELECT sender_id, nonce, room_id, seq, created_at FROM messages"
    " WHERE (sender_id, nonce) IN (";
constexpr std::string_view close_list = ")";

constexpr std::string_view insert_message =
    "INSERT INTO messages (room_id, seq, sender_id, nonce, text, created_at) VALUES";
constexpr std::string_view upsert_rooms =
    "INSERT INTO rooms (id, last_seq, last_at, created_at) VALUES";
constexpr std::string_view set_last_of_rooms =
    "ON DUPLICATE KEY UPDATE last_seq = VALUES(last_seq), last_at = VALUES(last_at)";
constexpr std::string_view update_room = "UPDATE rooms SET last_seq = ?, last_at = ? WHERE id = ?";
constexpr std::string_view upsert_marks =
    "INSERT INTO room_members (room_id, user_id, read_seq) VALUES";
constexpr std::string_view move_forward =
    "ON DUPLICATE KEY UPDATE read_seq = GREATEST(read_seq, VALUES(read_seq))";

constexpr std::string_view update_mark =
    "UPDATE room_members SET read_seq = ? WHERE room_id = ? AND user_id = ? AND read_seq < ?";
constexpr std::string_view select_mark =
    "SELECT read_seq FROM room_members WHERE room_id = ? AND user_id = ?";

constexpr std::string_view select_last = "SELECT last_seq FROM rooms WHERE id = ?";
constexpr std::string_view select_newest =  // primary key
    "SELECT s.seq, u.id, u.username, p.first_name, p.last_name, s.nonce, s.text, s.created_at"
    " FROM messages s JOIN users u ON u.id = s.sender_id JOIN profiles p ON p.user_id = u.id"
    " WHERE s.room_id = ? AND s.seq < ? ORDER BY s.seq DESC LIMIT 51";
constexpr std::string_view select_range =  // primary key
    "SELECT s.seq, u.id, u.username, p.first_name, p.last_name, s.nonce, s.text, s.created_at"
    " FROM messages s JOIN users u ON u.id = s.sender_id JOIN profiles p ON p.user_id = u.id"
    " WHERE s.room_id = ? AND s.seq > ? AND s.seq <= ? ORDER BY s.seq LIMIT ?";
static_assert(history_page_size == 50);

std::vector<std::tuple<RoomId>> keys_of(const std::vector<RoomId>& rooms) {
    return {rooms.begin(), rooms.end()};
}

template <class... Args>
std::vector<Message> messages(db::Session& session, std::string_view sql, const Args&... args) {
    std::vector<Message> out;
    for (auto& [id, sender, username, first_name, last_name, nonce, text, created_at] :
         session.rows<MessageId, UserId, std::string, std::string, std::string,
                      std::optional<std::string>, std::string, UtcTime>(sql, args...)) {
        std::string name = profiles::display_name(first_name, last_name, username);
        out.push_back({id, sender, std::move(username), std::move(name), std::move(nonce),
                       std::move(text), created_at});
    }
    return out;
}

}  // namespace

std::vector<LastMessage> lock_rooms(db::Session& session, const std::vector<RoomId>& ascending) {
    std::vector<LastMessage> out;
    for (const auto& [room, seq] : session.rows_in<RoomId, std::uint64_t>(
             lock_rooms_head, lock_rooms_tail, keys_of(ascending)))
        out.push_back({room, seq});
    return out;
}

std::vector<Member> members(db::Session& session, const std::vector<RoomId>& rooms) {
    std::vector<Member> out;
    for (const auto& [room, user, may_write] :
         session.rows_in<RoomId, UserId, bool>(members_head, close_list, keys_of(rooms)))
        out.push_back({room, user, may_write});
    return out;
}

std::vector<StoredNonce> find_nonces(db::Session& session, const std::vector<NonceKey>& keys) {
    std::vector<StoredNonce> out;
    for (auto& [sender, nonce, room, id, created_at] :
         session.rows_in<UserId, std::string, RoomId, MessageId, UtcTime>(nonces_head, close_list,
                                                                          keys))
        out.push_back({sender, std::move(nonce), room, id, created_at});
    return out;
}

void insert_messages(db::Session& session, const std::vector<NewMessage>& messages, UtcTime now) {
    std::vector<std::tuple<RoomId, MessageId, UserId, std::optional<std::string_view>,
                           std::string_view, UtcTime>>
        rows;
    rows.reserve(messages.size());
    for (const NewMessage& m : messages)
        rows.emplace_back(m.room, m.id, m.sender, m.nonce, m.text, now);
    session.insert_rows(insert_message, "", rows);
}

void set_last(db::Session& session, const std::vector<LastMessage>& rooms, UtcTime now) {
    if (rooms.size() == 1) {
        session.execute(update_room, rooms.front().seq, now, rooms.front().room);
        return;
    }
    std::vector<std::tuple<RoomId, std::uint64_t, UtcTime, UtcTime>> rows;
    for (const auto& [room, seq] : rooms) rows.emplace_back(room, seq, now, now);
    session.insert_rows(upsert_rooms, set_last_of_rooms, rows);
}

void move_read_marks(db::Session& session, const std::vector<ReadMark>& marks) {
    std::vector<std::tuple<RoomId, UserId, std::uint64_t>> rows;
    for (const auto& [room, user, seq] : marks) rows.emplace_back(room, user, seq);
    session.insert_rows(upsert_marks, move_forward, rows);
}

bool move_read_mark(db::Session& session, const ReadMark& mark) {
    return session.execute(update_mark, mark.seq, mark.room, mark.user, mark.seq) > 0;
}

std::optional<MessageId> read_mark(db::Session& session, RoomId room, UserId user) {
    return session.value<MessageId>(select_mark, room, user);
}

MessageId last_message(db::Session& session, RoomId room) {
    return session.value<MessageId>(select_last, room).value_or(MessageId{});
}

std::vector<Message> newest(db::Session& session, RoomId room, MessageId before) {
    return messages(session, select_newest, room, before);
}

std::vector<Message> range(db::Session& session, RoomId room, MessageId after, MessageId up_to,
                           std::size_t limit) {
    return messages(session, select_range, room, after, up_to, std::uint64_t{limit});
}

}  // namespace parley::chat::chat_store
