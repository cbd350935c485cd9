#include "parleyctl/demo/settlement.h"

#include <algorithm>
#include <tuple>

#include "domain/accounts/accounts.h"
#include "domain/chat/messages.h"
#include "domain/chat/rooms.h"
#include "domain/follows/follows.h"
#include "domain/posts/comments.h"
#include "domain/posts/likes.h"
#include "domain/posts/posts.h"
#include "domain/profiles/profiles.h"

namespace parley::demo {

namespace {

constexpr std::size_t deeds_between_lines = 4000;

enum class Deed { follow, post, like, comment };
using DeedAt = std::tuple<UtcTime, Deed, std::size_t>;

// A post comes before what is said to it even within the same microsecond.
std::vector<DeedAt> in_order(const Community& community) {
    std::vector<DeedAt> deeds;
    const auto add = [&](Deed deed, const auto& list) {
        for (std::size_t i = 0; i < list.size(); ++i) deeds.emplace_back(list[i].at, deed, i);
    };
    add(Deed::follow, community.follows);
    add(Deed::post, community.posts);
    add(Deed::like, community.likes);
    add(Deed::comment, community.comments);
    std::ranges::sort(deeds);
    return deeds;
}

}  // namespace

std::string email_of(const Member& member) {
    return member.username + "@demo.parley.example";
}

void Settlement::settle(Transaction& tx, Dice dice) {
    actors_.clear();
    posts_.assign(community_.posts.size(), PostId{});
    rooms_.clear();
    timed_follows_.clear();
    timed_posts_.clear();
    timed_likes_.clear();
    timed_comments_.clear();
    timed_messages_.clear();
    register_members(tx);
    do_all_deeds(tx);
    chat(tx);
    progress_("setting the clocks");
    move_into_the_past(tx, dice);
}

void Settlement::register_members(Transaction& tx) {
    progress_("registering " + std::to_string(community_.members.size()) + " members");
    for (std::size_t i = 0; i < community_.members.size(); ++i) {
        const Member& member = community_.members[i];
        const std::string username = free_username(tx, member.username);
        const accounts::Registration form{username, email_of(member), "", ""};
        actors_.push_back({accounts::register_account(tx, form, password_hash_), username});
        profiles::edit(tx, actors_.back(),
                       {member.first_name, member.last_name, form.email, member.bio,
                        member.location, member.website, member.birth_date},
                       gallery_.avatar_of(i));
    }
}

std::string Settlement::free_username(Transaction& tx, const std::string& wanted) const {
    std::string name = wanted;
    for (int number = 2; accounts::find_user(tx.db(), name); ++number)
        name = wanted + std::to_string(number);
    return name;
}

void Settlement::do_all_deeds(Transaction& tx) {
    const std::vector<DeedAt> deeds = in_order(community_);
    for (std::size_t done = 0; done < deeds.size(); ++done) {
        if (done % deeds_between_lines == 0)
            progress_("following, posting, liking, commenting: " + std::to_string(done) + " of " +
                      std::to_string(deeds.size()));
        const auto& [at, deed, index] = deeds[done];
        switch (deed) {
            case Deed::follow:
                do_follow(tx, community_.follows[index]);
                break;
            case Deed::post:
                do_post(tx, index);
                break;
            case Deed::like:
                do_like(tx, community_.likes[index]);
                break;
            case Deed::comment:
                do_comment(tx, community_.comments[index]);
                break;
        }
    }
}

void Settlement::do_follow(Transaction& tx, const Follow& follow) {
    const Actor& follower = actors_[follow.follower];
    const Actor& followed = actors_[follow.followed];
    follows::follow(tx, follower, followed.username);
    timed_follows_.push_back({follower.user, followed.user, follow.at});
}

void Settlement::do_post(Transaction& tx, std::size_t index) {
    const PlannedPost& post = community_.posts[index];
    const Actor& author = actors_[post.author];
    posts_[index] = posts::create(tx, author, post.text, gallery_.images_of(index));
    timed_posts_.push_back({posts_[index], author.user, post.at});
}

void Settlement::do_like(Transaction& tx, const Like& like) {
    const Actor& member = actors_[like.member];
    posts::toggle_like(tx, member, posts_[like.post]);
    timed_likes_.push_back({posts_[like.post], member.user, like.at});
}

void Settlement::do_comment(Transaction& tx, const PlannedComment& comment) {
    const Actor& member = actors_[comment.member];
    const PostId post = posts_[comment.post];
    const auto outcome = posts::add_comment(tx, member, post, comment.text);
    timed_comments_.push_back({outcome.id, post, member.user, comment.at});
}

void Settlement::chat(Transaction& tx) {
    progress_("chatting in " + std::to_string(community_.chats.size()) + " rooms");
    std::vector<std::size_t> waiting;
    std::size_t messages = 0;
    for (std::size_t i = 0; i < community_.chats.size(); ++i) {
        const Chat& chat = community_.chats[i];
        rooms_.push_back(chat::open_room(tx, actors_[chat.a], actors_[chat.b].user).id);
        if (messages + chat.messages.size() > chat::messages_at_once_max) {
            send(tx, waiting);
            waiting.clear();
            messages = 0;
        }
        waiting.push_back(i);
        messages += chat.messages.size();
    }
    send(tx, waiting);
}

void Settlement::send(Transaction& tx, const std::vector<std::size_t>& chats) {
    std::vector<chat::Outgoing> outgoing;
    for (const std::size_t i : chats)
        for (const ChatMessage& message : community_.chats[i].messages)
            outgoing.push_back({rooms_[i], actors_[message.sender].user, std::nullopt,
                                chat::checked_text(message.text)});
    const std::vector<chat::Sent> sent = chat::send(tx, outgoing);
    std::size_t next = 0;
    for (const std::size_t i : chats) {
        const Chat& chat = community_.chats[i];
        for (const ChatMessage& message : chat.messages)
            timed_messages_.push_back(
                {rooms_[i], sent[next++].id, actors_[message.sender].user, message.at});
        const MessageId last = sent[next - 1].id;
        const std::size_t reader = chat.messages.back().sender == chat.a ? chat.b : chat.a;
        chat::mark_read(tx, actors_[chat.messages.back().sender], rooms_[i], last);
        chat::mark_read(tx, actors_[reader], rooms_[i], MessageId{last.value - chat.unread});
    }
}

void Settlement::move_into_the_past(Transaction& tx, Dice& dice) {
    demo_store::set_times(tx.db(), timed_follows_);
    demo_store::set_times(tx.db(), timed_posts_);
    demo_store::set_times(tx.db(), timed_likes_);
    demo_store::set_times(tx.db(), timed_comments_);
    demo_store::set_times(tx.db(), timed_messages_);
    for (std::size_t i = 0; i < rooms_.size(); ++i) {
        const auto& messages = community_.chats[i].messages;
        demo_store::set_times(tx.db(), rooms_[i], messages.front().at, messages.back().at);
    }
    const Calendar calendar(utc_now());
    for (std::size_t i = 0; i < actors_.size(); ++i) {
        const UserId user = actors_[i].user;
        demo_store::set_joined(tx.db(), user,
                               calendar.days_ago(community_.members[i].joined_days_ago));
        demo_store::set_times_of_notifications(tx.db(), user);
        demo_store::mark_notifications_read(tx.db(), user, dice.below(6) + (i < cast_size ? 3 : 0));
    }
}

}  // namespace parley::demo
