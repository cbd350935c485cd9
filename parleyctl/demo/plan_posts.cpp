// Posts put together from the sentences of a topic, with those written by hand among them.
#include <algorithm>
#include <set>

#include "parleyctl/demo/community.h"
#include "parleyctl/demo/stories.h"
#include "parleyctl/demo/topics.h"

namespace parley::demo {

namespace {

constexpr double weeks = 5;
constexpr double share_with_pictures = 0.29;  // wanted; some topics have few scenes
constexpr int tries_max = 40;

class PostPlan {
  public:
    PostPlan(const std::vector<Member>& members, const Calendar& calendar, Dice& dice)
        : members_(members), calendar_(calendar), dice_(dice) {
        for (std::size_t i = 0; i < members.size(); ++i)
            authors_.insert(authors_.end(), 1 + static_cast<std::size_t>(members[i].activity * 4),
                            i);
    }

    std::vector<PlannedPost> make(std::size_t count) {
        for (const ForeignPost& foreign : foreign_posts()) add_foreign(foreign);
        while (posts_.size() < count) add_some();
        return std::move(posts_);
    }

  private:
    void add_foreign(const ForeignPost& foreign) {
        std::vector<std::size_t> speakers;
        for (std::size_t i = cast_size; i < members_.size(); ++i)
            if (members_[i].language == foreign.language) speakers.push_back(i);
        if (speakers.empty()) return;
        PlannedPost post;
        post.author = dice_.pick(speakers);
        post.at = time_for(post.author);
        post.text = foreign.text;
        post.language = foreign.language;
        post.fitting_comments.assign(foreign.comments.begin(), foreign.comments.end());
        posts_.push_back(std::move(post));
    }

    void add_some() {
        PlannedPost post;
        post.author = dice_.pick(authors_);
        post.at = time_for(post.author);
        const Member& author = members_[post.author];
        const Topic& about = topic(dice_.chance(0.75) ? author.topic : author.second);
        const bool with_pictures = dice_.chance(share_with_pictures);
        for (int tries = 0; tries < tries_max; ++tries) {
            const Opening& opening = dice_.pick(about.openings);
            if (with_pictures && !opening.scene) continue;
            if (!used_.insert({post.author, opening.text}).second) continue;
            post.text = text_from(opening, about);
            if (!texts_.insert(post.text).second) continue;
            if (with_pictures) add_pictures(post, *opening.scene, about);
            add_comments(post, opening, about);
            posts_.push_back(std::move(post));
            return;
        }
    }

    std::string text_from(const Opening& opening, const Topic& about) {
        std::string text = fill_in(opening.text, dice_);
        const bool long_one = dice_.chance(0.18);
        if (dice_.chance(0.78)) text += " " + fill_in(dice_.pick(about.details), dice_);
        if (long_one) {
            const std::string more = fill_in(dice_.pick(about.details), dice_);
            if (text.find(more.substr(0, 12)) == text.npos)
                text += (dice_.chance(0.5) ? "\n\n" : " ") + more;
        }
        if (dice_.chance(0.55))
            text += (long_one ? "\n\n" : " ") + fill_in(dice_.pick(about.endings), dice_);
        return text;
    }

    // The first shows what the post is about, others something of the same topic.
    void add_pictures(PlannedPost& post, Scene scene, const Topic& about) {
        std::set<Scene> scenes;
        for (const Opening& opening : about.openings)
            if (opening.scene) scenes.insert(*opening.scene);
        const double kind = dice_.unit();
        const std::size_t wanted = kind < 0.7 ? 1 : kind < 0.85 ? 2 : kind < 0.93 ? 3 : 4;
        const std::vector<Scene> others(scenes.begin(), scenes.end());
        for (std::size_t i = 0; i < std::min(wanted, scenes.size() + 1); ++i) {
            const Scene shown = i == 0 ? scene : dice_.pick(others);
            post.pictures.push_back(
                {shown, dice_.chance(0.85) ? describe(shown, dice_) : std::string()});
        }
    }

    void add_comments(PlannedPost& post, const Opening& opening, const Topic& about) {
        std::vector<std::string_view> more(about.comments.begin(), about.comments.end());
        const auto warm = warm_comments();
        more.insert(more.end(), warm.begin(),
                    warm.begin() + static_cast<std::ptrdiff_t>(warm.size() / 2));
        if (!post.pictures.empty())
            more.insert(more.end(), picture_comments().begin(), picture_comments().end());
        dice_.shuffle(more);
        for (const std::string_view comment : opening.comments)
            post.fitting_comments.push_back(fill_in(comment, dice_));
        for (const std::string_view comment : more)
            post.fitting_comments.push_back(fill_in(comment, dice_));
    }

    UtcTime time_for(std::size_t author) {
        return calendar_.some_time(std::min(weeks * 7, members_[author].joined_days_ago - 1),
                                   dice_);
    }

    const std::vector<Member>& members_;
    const Calendar& calendar_;
    Dice& dice_;
    std::vector<std::size_t> authors_;  // each as often as they write
    std::set<std::pair<std::size_t, std::string_view>> used_;
    std::set<std::string> texts_;
    std::vector<PlannedPost> posts_;
};

}  // namespace

void plan_posts(Community& community, std::size_t count, const Calendar& calendar, Dice& dice) {
    const std::vector<Story> stories = cast_stories();
    PostPlan plan(community.members, calendar, dice);
    community.posts = plan.make(count - std::min(count, stories.size()));
    for (const Story& story : stories) {
        PlannedPost post;
        post.author = story.author;
        post.at = calendar.at_hour(story.days_ago, story.hour, dice);
        post.text = story.text;
        for (const Scene scene : story.pictures)
            post.pictures.push_back({scene, describe(scene, dice)});
        community.posts.push_back(std::move(post));
    }
    std::ranges::stable_sort(community.posts, {}, &PlannedPost::at);
}

}  // namespace parley::demo
