// Circles of people who care about the same things, a few whom many follow, and some four in ten
// follows returned.
#include <algorithm>
#include <cmath>
#include <set>

#include "parleyctl/demo/community.h"

namespace parley::demo {

namespace {

constexpr double followed_mean = 17;  // by each member of their own accord
constexpr double returned = 0.165;    // of those, by a member of middling popularity

class FollowPlan {
  public:
    FollowPlan(const std::vector<Member>& members, const Calendar& calendar, Dice& dice)
        : members_(members), calendar_(calendar), dice_(dice) {}

    std::vector<Follow> make() {
        befriend_cast();
        for (std::size_t member = 0; member < members_.size(); ++member) follow_some(member);
        std::ranges::sort(follows_, {}, &Follow::at);
        return std::move(follows_);
    }

  private:
    void befriend_cast() {
        for (std::size_t a = 0; a < cast_size; ++a)
            for (std::size_t b = 0; b < cast_size; ++b)
                if (a != b) add(a, b);
    }

    void follow_some(std::size_t member) {
        const double eager = std::sqrt(members_[member].activity);
        const auto count =
            static_cast<std::size_t>(dice_.between(0.4, 1.1) * followed_mean * eager);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t other = choose_for(member);
            if (!add(member, other)) continue;
            // The popular do not look at everyone who comes.
            const bool like_minded = members_[other].topic == members_[member].topic;
            const double chance =
                returned * (like_minded ? 1.7 : 0.9) / std::sqrt(members_[other].popularity / 2);
            if (dice_.chance(std::min(chance, 0.8))) add(other, member);
        }
    }

    std::size_t choose_for(std::size_t member) {
        const double way = dice_.unit();
        const Member& own = members_[member];
        if (way < 0.55)
            return most_popular_of_some(3, [&](const Member& m) { return m.topic == own.topic; });
        if (way < 0.75)
            return most_popular_of_some(
                2, [&](const Member& m) { return m.topic == own.second || m.second == own.topic; });
        if (way < 0.85)
            return most_popular_of_some(
                1, [&](const Member& m) { return m.location == own.location; });
        return most_popular_of_some(12, [](const Member&) { return true; });
    }

    // Of a few members who fit, the best known.
    template <class Fits>
    std::size_t most_popular_of_some(int count, Fits fits) {
        std::size_t best = dice_.below(members_.size());
        double most = 0;
        for (int tries = 0; tries < 60 && count > 0; ++tries) {
            const std::size_t one = dice_.below(members_.size());
            if (!fits(members_[one])) continue;
            --count;
            if (members_[one].popularity > most) {
                most = members_[one].popularity;
                best = one;
            }
        }
        return best;
    }

    bool add(std::size_t follower, std::size_t followed) {
        if (follower == followed || !pairs_.insert({follower, followed}).second) return false;
        const double both_there =
            std::min(members_[follower].joined_days_ago, members_[followed].joined_days_ago);
        const double since = both_there * (1 - 0.97 * std::pow(dice_.unit(), 2.2));
        follows_.push_back({follower, followed, calendar_.days_ago(since)});
        return true;
    }

    const std::vector<Member>& members_;
    const Calendar& calendar_;
    Dice& dice_;
    std::set<std::pair<std::size_t, std::size_t>> pairs_;
    std::vector<Follow> follows_;
};

}  // namespace

void plan_follows(Community& community, const Calendar& calendar, Dice& dice) {
    community.follows = FollowPlan(community.members, calendar, dice).make();
}

}  // namespace parley::demo
