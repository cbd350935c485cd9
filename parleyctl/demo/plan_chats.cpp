// Chats between friends: those of the cast as they were written, and everyday ones for others.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "parleyctl/demo/community.h"
#include "parleyctl/demo/dialogues.h"

namespace parley::demo {

namespace {

constexpr std::size_t chats_of_a_cast_member = 14;
constexpr std::size_t chats_of_a_member = 4;
constexpr double share_with_unread = 0.22;

using Pair = std::pair<std::size_t, std::size_t>;

class ChatPlan {
  public:
    ChatPlan(Community& community, const Calendar& calendar, Dice& dice)
        : community_(community),
          calendar_(calendar),
          dice_(dice),
          heard_(community.members.size()),
          chats_(community.members.size()) {}

    void make() {
        for (const CastDialogue& dialogue : cast_dialogues()) add_of_cast(dialogue);
        std::vector<Pair> friends = friends_of_community();
        dice_.shuffle(friends);
        for (const auto& [a, b] : friends)
            if (!by_pair_.contains({a, b}) && has_time(a) && has_time(b)) add_everyday(a, b);
        for (auto& [pair, chat] : by_pair_) community_.chats.push_back(std::move(chat));
    }

  private:
    std::vector<Pair> friends_of_community() const {
        std::set<Pair> follows;
        for (const Follow& follow : community_.follows)
            follows.insert({follow.follower, follow.followed});
        std::vector<Pair> friends;
        for (const auto& [a, b] : follows)
            if (a < b && follows.contains({b, a})) friends.push_back({a, b});
        return friends;
    }

    bool has_time(std::size_t member) const {
        return chats_[member] < (member < cast_size ? chats_of_a_cast_member : chats_of_a_member);
    }

    void add_of_cast(const CastDialogue& dialogue) {
        const Pair pair = std::minmax<std::size_t>(dialogue.starter, dialogue.other);
        append(pair, dialogue.starter, dialogue.lines, dialogue.days_ago);
        by_pair_[pair].unread = static_cast<std::size_t>(dialogue.unread);
    }

    void add_everyday(std::size_t a, std::size_t b) {
        const double known_days = std::min({community_.members[a].joined_days_ago,
                                            community_.members[b].joined_days_ago, 30.0}) -
                                  1;
        const int count = dice_.whole(1, 3);
        std::vector<double> days;
        for (int i = 0; i < count; ++i) days.push_back(known_days * std::pow(dice_.unit(), 1.6));
        std::ranges::sort(days, std::greater<>());
        for (const double day : days)
            if (const auto lines = unheard_by(a, b))
                append({a, b}, dice_.chance(0.5) ? a : b, *lines, day);
        const auto chat = by_pair_.find({a, b});
        if (chat != by_pair_.end() && days.back() < 6 && dice_.chance(share_with_unread))
            chat->second.unread = last_run(chat->second);
    }

    std::optional<std::string_view> unheard_by(std::size_t a, std::size_t b) {
        for (int tries = 0; tries < 30; ++tries) {
            const std::string_view lines = dice_.pick(dialogues());
            if (heard_[a].contains(lines) || heard_[b].contains(lines)) continue;
            heard_[a].insert(lines);
            heard_[b].insert(lines);
            return lines;
        }
        return std::nullopt;
    }

    void append(Pair pair, std::size_t starter, std::string_view dialogue, double days_ago) {
        Chat& chat = by_pair_[pair];
        if (chat.messages.empty()) {
            chat.a = pair.first;
            chat.b = pair.second;
            ++chats_[pair.first];
            ++chats_[pair.second];
        }
        const std::size_t other = starter == pair.first ? pair.second : pair.first;
        std::vector<ChatMessage> messages;
        UtcTime at = calendar_.days_ago(days_ago);
        for (const Line& line : lines_of(dialogue)) {
            at +=
                line.after_pause ? minutes(dice_.between(90, 400)) : minutes(dice_.between(0.3, 4));
            messages.push_back({line.by_starter ? starter : other, at, std::string(line.text)});
        }
        // It has ended by now, and begins after what was said before.
        const UtcTime last_end =
            chat.messages.empty() ? UtcTime{} : chat.messages.back().at + minutes(30);
        const auto over =
            std::max(at - (calendar_.now() - minutes(dice_.between(2, 50))), minutes(0));
        for (ChatMessage& message : messages) message.at -= over;
        if (messages.front().at < last_end) return;
        chat.unread = 0;
        chat.messages.insert(chat.messages.end(), messages.begin(), messages.end());
    }

    // How many messages at the end come from one side.
    static std::size_t last_run(const Chat& chat) {
        std::size_t count = 0;
        while (count < chat.messages.size() &&
               chat.messages[chat.messages.size() - 1 - count].sender ==
                   chat.messages.back().sender)
            ++count;
        return count;
    }

    Community& community_;
    const Calendar& calendar_;
    Dice& dice_;
    std::vector<std::set<std::string_view>> heard_;
    std::vector<std::size_t> chats_;
    std::map<Pair, Chat> by_pair_;
};

}  // namespace

void plan_chats(Community& community, const Calendar& calendar, Dice& dice) {
    ChatPlan(community, calendar, dice).make();
}

}  // namespace parley::demo
