#include "parleyctl/demo/community.h"

namespace parley::demo {

Community plan_community(const Size& size, UtcTime now, Dice& dice) {
    const Calendar calendar(now);
    Community community;
    community.members = make_members(size.members, dice);
    plan_follows(community, calendar, dice);
    plan_posts(community, size.posts, calendar, dice);
    plan_reactions(community, calendar, dice);
    plan_chats(community, calendar, dice);
    return community;
}

std::vector<std::vector<std::size_t>> followers_of(const Community& community) {
    std::vector<std::vector<std::size_t>> followers(community.members.size());
    for (const Follow& follow : community.follows)
        followers[follow.followed].push_back(follow.follower);
    return followers;
}

}  // namespace parley::demo
