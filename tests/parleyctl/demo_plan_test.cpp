#include <algorithm>
#include <set>

#include <boost/test/unit_test.hpp>

#include "domain/accounts/accounts.h"
#include "domain/chat/messages.h"
#include "domain/posts/comments.h"
#include "domain/posts/posts.h"
#include "domain/profiles/profiles.h"
#include "parleyctl/demo/community.h"
#include "parleyctl/demo/settlement.h"
#include "platform/text.h"

using namespace parley;
using namespace parley::demo;

namespace {

struct Planned {
    const UtcTime now = utc_now();
    Dice dice{2026};
    const Community community = plan_community({}, now, dice);
};

std::string all_texts(const Community& community) {
    std::string out;
    for (const PlannedPost& post : community.posts) out += post.text;
    for (const PlannedComment& comment : community.comments) out += comment.text;
    for (const Chat& chat : community.chats)
        for (const ChatMessage& message : chat.messages) out += message.text;
    return out;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(parleyctl_demo_plan, Planned)

BOOST_AUTO_TEST_CASE(the_same_seed_makes_the_same_community_and_another_another) {
    Dice again(2026);
    BOOST_TEST(all_texts(plan_community({}, now, again)) == all_texts(community));
    Dice other(2027);
    BOOST_TEST(all_texts(plan_community({}, now, other)) != all_texts(community));
}

BOOST_AUTO_TEST_CASE(there_are_as_many_as_was_promised) {
    BOOST_TEST(community.members.size() == 200u);
    BOOST_TEST(community.posts.size() == 2000u);
    const auto with_pictures = std::ranges::count_if(
        community.posts, [](const PlannedPost& p) { return !p.pictures.empty(); });
    BOOST_TEST(with_pictures > 400);
    BOOST_TEST(with_pictures < 600);
    BOOST_TEST(community.likes.size() > 6000u);
    BOOST_TEST(community.comments.size() > 2000u);
    BOOST_TEST(community.chats.size() > 150u);
}

BOOST_AUTO_TEST_CASE(some_four_in_ten_follows_are_returned) {
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& follow : community.follows)
        BOOST_TEST(pairs.insert({follow.follower, follow.followed}).second);
    const auto mutual = std::ranges::count_if(pairs, [&](const auto& pair) {
        return pairs.contains({pair.second, pair.first});
    });
    const double share = static_cast<double>(mutual) / static_cast<double>(pairs.size());
    BOOST_TEST(share > 0.33);
    BOOST_TEST(share < 0.50);
}

BOOST_AUTO_TEST_CASE(the_site_would_take_every_word_of_it) {
    std::set<std::string> usernames;
    for (const Member& member : community.members) {
        BOOST_TEST(usernames.insert(member.username).second);
        BOOST_TEST(
            accounts::check({member.username, email_of(member), "parley-demo", "parley-demo"})
                .empty(),
            member.username);
        BOOST_TEST(profiles::check({member.first_name, member.last_name, email_of(member),
                                    member.bio, member.location, member.website, member.birth_date})
                       .empty(),
                   member.username);
    }
    for (const PlannedPost& post : community.posts) {
        BOOST_TEST(posts::check_content(post.text, post.pictures.size()).empty(), post.text);
        for (const PlannedPicture& picture : post.pictures)
            BOOST_TEST(text::length(picture.alt) <= posts::alt_length_max);
    }
    for (const PlannedComment& comment : community.comments)
        BOOST_TEST(posts::check_comment(comment.text).empty(), comment.text);
    for (const Chat& chat : community.chats)
        for (const ChatMessage& message : chat.messages)
            BOOST_TEST(chat::checked_text(message.text) == message.text);
}

BOOST_AUTO_TEST_CASE(no_place_for_a_word_was_left_empty) {
    BOOST_TEST(all_texts(community).find_first_of("{}") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(no_two_posts_are_the_same) {
    std::set<std::string> texts;
    for (const PlannedPost& post : community.posts) texts.insert(post.text);
    BOOST_TEST(texts.size() == community.posts.size());
}

BOOST_AUTO_TEST_CASE(nothing_happens_before_its_cause_or_after_now) {
    for (const PlannedPost& post : community.posts) BOOST_TEST((post.at < now));
    for (const Like& like : community.likes)
        BOOST_TEST((like.at > community.posts[like.post].at && like.at <= now));
    for (const PlannedComment& comment : community.comments)
        BOOST_TEST((comment.at > community.posts[comment.post].at && comment.at <= now));
    for (const Chat& chat : community.chats)
        for (std::size_t i = 0; i < chat.messages.size(); ++i) {
            BOOST_TEST((chat.messages[i].at <= now));
            if (i > 0) BOOST_TEST((chat.messages[i - 1].at < chat.messages[i].at));
        }
}

BOOST_AUTO_TEST_CASE(only_friends_chat_and_unread_messages_are_all_by_the_other) {
    std::set<std::pair<std::size_t, std::size_t>> follows;
    for (const auto& follow : community.follows) follows.insert({follow.follower, follow.followed});
    for (const Chat& chat : community.chats) {
        BOOST_TEST(follows.contains({chat.a, chat.b}));
        BOOST_TEST(follows.contains({chat.b, chat.a}));
        BOOST_REQUIRE(chat.unread <= chat.messages.size());
        for (std::size_t i = 0; i < chat.unread; ++i)
            BOOST_TEST(chat.messages[chat.messages.size() - 1 - i].sender ==
                       chat.messages.back().sender);
    }
}

BOOST_AUTO_TEST_SUITE_END()
