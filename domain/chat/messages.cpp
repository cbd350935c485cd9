#include "domain/chat/messages.h"

#include <algorithm>
#include <map>
#include <set>

#include "domain/chat/chat_store.h"
#include "platform/text.h"

namespace parley::chat {

namespace {

// One batch on its way into the database.
class Batch {
  public:
    Batch(Transaction& tx, std::span<const Outgoing> messages) : tx_(tx), messages_(messages) {}

    std::vector<Sent> store() {
        lock_and_look();
        sent_.reserve(messages_.size());
        for (const Outgoing& message : messages_) sent_.push_back(place(message));
        if (!new_messages_.empty()) write();
        return std::move(sent_);
    }

  private:
    struct RoomState {
        std::uint64_t first_new = 0;  // 0: nothing new
        std::uint64_t last = 0;
        std::vector<UserId> members;
        std::set<UserId> writers;
        std::map<UserId, std::uint64_t> read_marks;
    };
    using NonceKey = chat_store::NonceKey;

    // Friendships and nonces are read after the rooms are locked: what ends a friendship, or sends
    // the same nonce into the same room, locks the room too.
    void lock_and_look() {
        std::set<RoomId> distinct;
        std::set<NonceKey> nonces;
        for (const Outgoing& message : messages_) {
            distinct.insert(message.room);
            if (message.nonce) nonces.emplace(message.sender, *message.nonce);
        }
        const std::vector<RoomId> rooms(distinct.begin(), distinct.end());
        for (const auto& [room, seq] : chat_store::lock_rooms(tx_.db(), rooms))
            rooms_[room].last = seq;
        for (const auto& [room, user, may_write] : chat_store::members(tx_.db(), rooms)) {
            rooms_[room].members.push_back(user);
            if (may_write) rooms_[room].writers.insert(user);
        }
        for (auto& known : chat_store::find_nonces(tx_.db(), {nonces.begin(), nonces.end()}))
            nonces_[{known.sender, known.nonce}] = {known.room, known.id, known.created_at};
    }

    Sent place(const Outgoing& message) {
        const auto room = rooms_.find(message.room);
        if (room == rooms_.end() || !room->second.writers.contains(message.sender))
            return {SendResult::refused, {}, {}};
        if (message.nonce) {
            const auto known = nonces_.find({message.sender, *message.nonce});
            if (known != nonces_.end()) {
                const auto& [in_room, id, created_at] = known->second;
                if (in_room != message.room) return {SendResult::nonce_taken, {}, {}};
                return {SendResult::repeated, id, created_at};
            }
        }
        RoomState& state = room->second;
        const MessageId id{++state.last};
        if (state.first_new == 0) state.first_new = id.value;
        state.read_marks[message.sender] = id.value;
        new_messages_.push_back({message.room, id, message.sender, message.nonce, message.text});
        if (message.nonce) nonces_[{message.sender, *message.nonce}] = {message.room, id, now_};
        return {SendResult::stored, id, now_};
    }

    void write() {
        std::vector<chat_store::LastMessage> lasts;
        std::vector<chat_store::ReadMark> marks;
        for (auto& [room, state] : rooms_) {
            if (state.first_new == 0) continue;
            lasts.push_back({room, state.last});
            for (const auto& [user, seq] : state.read_marks) marks.push_back({room, user, seq});
            tx_.publish(events::MessagesPosted{room, MessageId{state.first_new},
                                               MessageId{state.last}, std::move(state.members)});
        }
        insert();
        chat_store::set_last(tx_.db(), lasts, now_);
        chat_store::move_read_marks(tx_.db(), marks);
    }

    void insert() {
        try {
            chat_store::insert_messages(tx_.db(), new_messages_, now_);
        } catch (const db::Error& error) {
            // The same nonce is being sent into another room at this moment: run again, and see it.
            if (error.is_duplicate_key()) throw db::Error(db::deadlock, error.what());
            throw;
        }
    }

    struct StoredNonce {
        RoomId room;
        MessageId id;
        UtcTime created_at;
    };

    Transaction& tx_;
    std::span<const Outgoing> messages_;
    const UtcTime now_ = utc_now();
    std::map<RoomId, RoomState> rooms_;
    std::map<NonceKey, StoredNonce> nonces_;
    std::vector<chat_store::NewMessage> new_messages_;
    std::vector<Sent> sent_;
};

}  // namespace

std::string checked_text(std::string_view text) {
    const auto refuse = [](const char* sentence) {
        throw Error::invalid({{"message", {sentence}}});
    };
    if (!text::is_valid_utf8(text) || text.find('\0') != text.npos)
        refuse("This text has characters that cannot be stored.");
    std::string unix_text = text::with_unix_newlines(text);
    const std::string_view trimmed = text::trimmed(unix_text);
    if (text::is_blank(trimmed)) refuse("Write something first.");
    if (text::length(trimmed) > message_length_max)
        refuse("A message has at most 4,000 characters.");
    return std::string(trimmed);
}

std::vector<Sent> send(Transaction& tx, std::span<const Outgoing> messages) {
    return Batch(tx, messages).store();
}

MessagePage history(db::Session& session, RoomId room, std::optional<MessageId> before) {
    // Bounded by a number that an earlier statement saw, for the reason given in event_store.h:
    // else a page could show message n + 1 without n, and its reader would never ask for n.
    const MessageId end =
        before ? *before : MessageId{chat_store::last_message(session, room).value + 1};
    MessagePage page{chat_store::newest(session, room, end), false};
    page.has_older = page.messages.size() > history_page_size;
    if (page.has_older) page.messages.pop_back();
    std::reverse(page.messages.begin(), page.messages.end());
    return page;
}

std::vector<Message> range(db::Session& session, RoomId room, MessageId after, MessageId up_to,
                           std::size_t limit) {
    return chat_store::range(session, room, after, up_to, limit);
}

MessageId last_message(db::Session& session, RoomId room) {
    return chat_store::last_message(session, room);
}

MessageId mark_read(Transaction& tx, const Actor& reader, RoomId room, MessageId up_to) {
    const MessageId target = std::min(up_to, chat_store::last_message(tx.db(), room));
    if (chat_store::move_read_mark(tx.db(), {room, reader.user, target.value})) {
        tx.publish(events::MessagesRead{room, reader.user, reader.username, target});
        return target;
    }
    return chat_store::read_mark(tx.db(), room, reader.user).value_or(MessageId{});
}

}  // namespace parley::chat
