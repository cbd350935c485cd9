// All that the demo's members do, before any of it is written to the database. Members and posts
// are named by their place in the lists.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "parleyctl/demo/calendar.h"
#include "parleyctl/demo/people.h"
#include "parleyctl/demo/scenes.h"

namespace parley::demo {

struct Follow {
    std::size_t follower;
    std::size_t followed;
    UtcTime at;
};

struct PlannedPicture {
    Scene scene;
    std::string alt;
};

struct PlannedPost {
    std::size_t author;
    UtcTime at;
    std::string text;
    std::vector<PlannedPicture> pictures;
    std::vector<std::string> fitting_comments;  // the best first
    std::string language = "en";
};

struct Like {
    std::size_t member;
    std::size_t post;
    UtcTime at;
};

struct PlannedComment {
    std::size_t member;
    std::size_t post;
    UtcTime at;
    std::string text;
};

struct ChatMessage {
    std::size_t sender;
    UtcTime at;
    std::string text;
};

struct Chat {
    std::size_t a;
    std::size_t b;
    std::vector<ChatMessage> messages;
    std::size_t unread;  // at the end, by the one who did not write them
};

struct Community {
    std::vector<Member> members;
    std::vector<Follow> follows;  // each list in the order of time
    std::vector<PlannedPost> posts;
    std::vector<Like> likes;
    std::vector<PlannedComment> comments;
    std::vector<Chat> chats;
};

struct Size {
    std::size_t members = 200;
    std::size_t posts = 2000;
};

Community plan_community(const Size& size, UtcTime now, Dice& dice);

// The steps of it, in this order; each reads what the earlier ones have written.
void plan_follows(Community& community, const Calendar& calendar, Dice& dice);
void plan_posts(Community& community, std::size_t count, const Calendar& calendar, Dice& dice);
void plan_reactions(Community& community, const Calendar& calendar, Dice& dice);
void plan_chats(Community& community, const Calendar& calendar, Dice& dice);

// Who follows each member.
std::vector<std::vector<std::size_t>> followers_of(const Community& community);

}  // namespace parley::demo
