#include "domain/posts/feed.h"

#include <algorithm>
#include <limits>

#include "domain/posts/post_store.h"
#include "domain/posts/timeline_store.h"
#include "domain/profiles/profile_store.h"

namespace parley::posts {

namespace {

constexpr PostId newest{std::numeric_limits<std::int64_t>::max()};
constexpr std::size_t page_and_one = page_size + 1;

// Newest first, each once, a page and one more at the most.
std::vector<PostId> merged(std::vector<PostId> a, const std::vector<PostId>& b) {
    a.insert(a.end(), b.begin(), b.end());
    std::sort(a.begin(), a.end(), std::greater<>());
    a.erase(std::unique(a.begin(), a.end()), a.end());
    if (a.size() > page_and_one) a.resize(page_and_one);
    return a;
}

}  // namespace

PostPage feed(db::Session& session, const Actor& viewer, std::optional<PostId> before) {
    const PostId top = before.value_or(newest);
    auto [floor, ids] = timeline_store::entries(session, viewer.user, top);
    // With a full page, only broadcasters' posts newer than its last entry can belong to it.
    const PostId window = ids.size() == page_and_one ? ids.back() : floor;
    ids =
        merged(std::move(ids), timeline_store::of_broadcasters(session, viewer.user, window, top));
    if (ids.size() < page_and_one && floor) {
        const PostId below = std::min(top, PostId{floor.value + 1});
        ids = merged(std::move(ids),
                     timeline_store::of_everybody_followed(session, viewer.user, below));
    }
    const bool has_more = ids.size() > page_size;
    if (has_more) ids.pop_back();
    return {post_store::load(session, viewer.user, ids), has_more};
}

std::uint64_t count_newer(db::Session& session, const Actor& viewer, PostId newest_seen) {
    return timeline_store::count_above(session, viewer.user, newest_seen);
}

void fan_out(Transaction& tx, UserId author, PostId post) {
    timeline_store::add(tx.db(), author, post, author);
    if (timeline_store::is_broadcaster(tx.db(), author)) return;
    // Once in, always in: posts written as a broadcaster are in nobody's timeline.
    if (profiles::profile_store::followers_count(tx.db(), author) >= broadcaster_followers_min)
        timeline_store::make_broadcaster(tx.db(), author);
    else
        timeline_store::add_for_followers(tx.db(), author, post);
}

void take_back(Transaction& tx, UserId author, PostId post) {
    timeline_store::remove(tx.db(), author, post);
    timeline_store::remove_for_followers(tx.db(), author, post);
}

void fill_in(Transaction& tx, UserId follower, UserId followed) {
    if (timeline_store::is_broadcaster(tx.db(), followed)) return;
    const PostId floor{profiles::profile_store::timeline_floor(tx.db(), follower)};
    const std::uint64_t added = timeline_store::add_posts_of(tx.db(), follower, followed, floor);
    if (added < timeline_entries_max) return;
    if (const auto oldest = timeline_store::oldest_of(tx.db(), follower, followed))
        profiles::profile_store::raise_timeline_floor(tx.db(), follower, oldest->value - 1);
}

void clear_out(Transaction& tx, UserId follower, UserId followed) {
    timeline_store::remove_posts_of(tx.db(), follower, followed);
}

UserId trim_timelines(Transaction& tx, UserId after) {
    const auto lengths = timeline_store::lengths(tx.db(), after);
    for (const auto& [user, entries] : lengths) {
        if (entries <= timeline_entries_max + timeline_entries_max / 4) continue;
        const auto last_kept = timeline_store::last_kept(tx.db(), user);
        if (!last_kept) continue;
        const PostId floor{last_kept->value - 1};
        timeline_store::remove_up_to(tx.db(), user, floor);
        profiles::profile_store::raise_timeline_floor(tx.db(), user, floor.value);
    }
    return lengths.empty() ? UserId{} : lengths.back().user;
}

}  // namespace parley::posts
