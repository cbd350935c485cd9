#include "domain/follows/follows.h"

#include <limits>

#include "domain/accounts/account_store.h"
#include "domain/chat/chat_store.h"
#include "domain/follows/follow_store.h"
#include "domain/notifications/notifications.h"
#include "domain/posts/feed.h"
#include "domain/profiles/profile_store.h"

namespace parley::follows {

namespace {

UserId other_member(Transaction& tx, const Actor& actor, std::string_view username) {
    const auto user = accounts::account_store::find(tx.db(), username);
    if (!user) throw Error(ErrorKind::not_found, "There is no member of this name.");
    if (*user == actor.user) throw Error(ErrorKind::forbidden, "You cannot follow yourself.");
    return *user;
}

// A change of friendship changes which rooms count as unread for both.
void friendship_changed(Transaction& tx, UserId a, UserId b) {
    tx.publish(events::UnreadChanged{a});
    tx.publish(events::UnreadChanged{b});
}

FollowOutcome outcome(Transaction& tx, UserId actor, UserId other) {
    FollowOutcome out;
    out.following = follow_store::exists(tx.db(), actor, other);
    out.mutual = out.following && follow_store::exists(tx.db(), other, actor);
    out.followers_count = profiles::profile_store::followers_count(tx.db(), other);
    return out;
}

PeoplePage page_of(std::vector<ListedPerson> people) {
    PeoplePage page{std::move(people), false};
    page.has_more = page.people.size() > page_size;
    if (page.has_more) page.people.pop_back();
    return page;
}

constexpr FollowId newest{std::numeric_limits<std::int64_t>::max()};

}  // namespace

FollowOutcome follow(Transaction& tx, const Actor& actor, std::string_view username) {
    const UserId other = other_member(tx, actor, username);
    profiles::profile_store::lock_pair(tx.db(), actor.user, other);
    const bool mutual = follow_store::exists(tx.db(), other, actor.user);
    if (!follow_store::insert(tx.db(), actor.user, other, mutual))
        return outcome(tx, actor.user, other);

    profiles::profile_store::count_follow(tx.db(), actor.user, other, +1);
    posts::fill_in(tx, actor.user, other);
    notifications::notify(tx, other, actor.user, notifications::Followed{});
    if (mutual) {
        follow_store::set_mutual(tx.db(), other, actor.user, true);
        friendship_changed(tx, actor.user, other);
    }
    return outcome(tx, actor.user, other);
}

FollowOutcome unfollow(Transaction& tx, const Actor& actor, std::string_view username) {
    const UserId other = other_member(tx, actor, username);
    // A message is committed before this or finds the friendship ended: both lock the room.
    chat::chat_store::lock_room_of(tx.db(), actor.user, other);
    profiles::profile_store::lock_pair(tx.db(), actor.user, other);
    const bool mutual = follow_store::is_mutual(tx.db(), actor.user, other);
    if (!follow_store::remove(tx.db(), actor.user, other)) return outcome(tx, actor.user, other);

    profiles::profile_store::count_follow(tx.db(), actor.user, other, -1);
    posts::clear_out(tx, actor.user, other);
    notifications::withdraw(tx, other, actor.user, notifications::Followed{});
    if (mutual) {
        follow_store::set_mutual(tx.db(), other, actor.user, false);
        tx.publish(events::FriendshipEnded{actor.user, other});
        friendship_changed(tx, actor.user, other);
    }
    return outcome(tx, actor.user, other);
}

bool are_friends(db::Session& session, UserId a, UserId b) {
    return follow_store::is_mutual(session, a, b);
}

PeoplePage followers(db::Session& session, const Actor& viewer, UserId of,
                     std::optional<FollowId> before) {
    return page_of(follow_store::followers(session, viewer.user, of, before.value_or(newest)));
}

PeoplePage following(db::Session& session, const Actor& viewer, UserId of,
                     std::optional<FollowId> before) {
    return page_of(follow_store::following(session, viewer.user, of, before.value_or(newest)));
}

}  // namespace parley::follows
