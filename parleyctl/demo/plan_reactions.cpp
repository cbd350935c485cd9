// Likes by a power law, comments that fit, and authors who answer.
#include <algorithm>
#include <map>
#include <set>

#include "parleyctl/demo/community.h"
#include "parleyctl/demo/stories.h"
#include "parleyctl/demo/topics.h"

namespace parley::demo {

namespace {

constexpr double like_mean_h = 7;
constexpr double comment_mean_h = 5;
constexpr double share_liking = 0.10;  // of an author's followers, at the least
constexpr double share_answered = 0.35;

class ReactionPlan {
  public:
    ReactionPlan(Community& community, const Calendar& calendar, Dice& dice)
        : community_(community),
          calendar_(calendar),
          dice_(dice),
          followers_(followers_of(community)) {
        for (const Story& story : stories_) story_of_[story.text] = &story;
    }

    void make() {
        for (std::size_t post = 0; post < community_.posts.size(); ++post) {
            const std::vector<std::size_t> readers = readers_of(post);
            add_likes(post, readers);
            const auto story = story_of_.find(community_.posts[post].text);
            if (story != story_of_.end())
                add_replies(post, *story->second);
            else
                add_comments(post, readers);
        }
        std::ranges::stable_sort(community_.likes, {}, &Like::at);
        std::ranges::stable_sort(community_.comments, {}, &PlannedComment::at);
    }

  private:
    // Followers in some order, and a few who came by.
    std::vector<std::size_t> readers_of(std::size_t post) {
        std::vector<std::size_t> readers = followers_[community_.posts[post].author];
        const std::size_t passers_by = 2 + readers.size() / 6;
        for (std::size_t i = 0; i < passers_by; ++i)
            readers.push_back(dice_.below(community_.members.size()));
        std::erase_if(readers, [&](std::size_t reader) { return !was_there(reader, post); });
        dice_.shuffle(readers);
        return readers;
    }

    bool was_there(std::size_t reader, std::size_t post) const {
        const PlannedPost& planned = community_.posts[post];
        return reader != planned.author &&
               calendar_.days_ago(community_.members[reader].joined_days_ago) < planned.at;
    }

    void add_likes(std::size_t post, const std::vector<std::size_t>& readers) {
        const PlannedPost& planned = community_.posts[post];
        double share = share_liking * dice_.power_law(1.5) * (planned.pictures.empty() ? 1 : 1.5);
        if (story_of_.contains(planned.text)) share = dice_.between(0.45, 0.9);
        const auto count = static_cast<std::size_t>(
            std::min(share, 0.92) * static_cast<double>(readers.size()) + dice_.unit());
        std::set<std::size_t> done;
        for (std::size_t i = 0; i < std::min(count, readers.size()); ++i)
            if (const auto at = calendar_.some_time_after(planned.at, like_mean_h, dice_);
                at && done.insert(readers[i]).second)
                community_.likes.push_back({readers[i], post, *at});
    }

    void add_replies(std::size_t post, const Story& story) {
        for (const Reply& reply : story.replies) {
            const UtcTime at = community_.posts[post].at + minutes(reply.minutes_later);
            if (at < calendar_.now())
                community_.comments.push_back({reply.who, post, at, std::string(reply.text)});
        }
    }

    void add_comments(std::size_t post, const std::vector<std::size_t>& readers) {
        const PlannedPost& planned = community_.posts[post];
        auto count = static_cast<std::size_t>(dice_.power_law(1.6) - 0.45);
        count = std::min({count, planned.fitting_comments.size(), readers.size(), std::size_t{9}});
        // What was said to the opening comes first only sometimes, or every thread would begin
        // alike.
        const std::size_t skipped = planned.language == "en" && dice_.chance(0.4) ? 2 : 0;
        std::size_t said = skipped;
        for (const std::size_t reader : readers) {
            if (count == 0 || said >= planned.fitting_comments.size()) return;
            const bool understands =
                planned.language == "en" || community_.members[reader].language == planned.language;
            const auto at = calendar_.some_time_after(planned.at, comment_mean_h, dice_);
            if (!understands || !at) continue;
            community_.comments.push_back({reader, post, *at, planned.fitting_comments[said++]});
            --count;
            if (planned.language == "en" && dice_.chance(share_answered)) answer(post, reader, *at);
        }
    }

    void answer(std::size_t post, std::size_t to, UtcTime comment_at) {
        const auto at = calendar_.some_time_after(comment_at, 1.5, dice_);
        if (!at) return;
        std::string text = fill_in(dice_.pick(thanks()), dice_);
        if (dice_.chance(0.4)) text = "@" + community_.members[to].username + " " + text;
        community_.comments.push_back({community_.posts[post].author, post, *at, std::move(text)});
    }

    Community& community_;
    const Calendar& calendar_;
    Dice& dice_;
    const std::vector<std::vector<std::size_t>> followers_;
    const std::vector<Story> stories_ = cast_stories();
    std::map<std::string_view, const Story*> story_of_;
};

}  // namespace

void plan_reactions(Community& community, const Calendar& calendar, Dice& dice) {
    ReactionPlan(community, calendar, dice).make();
}

}  // namespace parley::demo
