// Writes a planned community into the database by the verbs that members' own deeds go through, so
// that counters, timelines, notifications and events come out as they do in life.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/transaction.h"
#include "parleyctl/demo/community.h"
#include "parleyctl/demo/demo_store.h"
#include "parleyctl/demo/gallery.h"

namespace parley::demo {

std::string email_of(const Member& member);

class Settlement {
  public:
    using Progress = std::function<void(const std::string& sentence)>;

    Settlement(const Community& community, const Gallery& gallery, std::string password_hash,
               Progress progress)
        : community_(community),
          gallery_(gallery),
          password_hash_(std::move(password_hash)),
          progress_(std::move(progress)) {}

    // May be run again from the start.
    void settle(Transaction& tx, Dice dice);

    // Under which the member was registered: another one where the name was taken.
    const std::string& username_of(std::size_t member) const { return actors_[member].username; }

  private:
    void register_members(Transaction& tx);
    std::string free_username(Transaction& tx, const std::string& wanted) const;
    void do_all_deeds(Transaction& tx);
    void do_follow(Transaction& tx, const Follow& follow);
    void do_post(Transaction& tx, std::size_t index);
    void do_like(Transaction& tx, const Like& like);
    void do_comment(Transaction& tx, const PlannedComment& comment);
    void chat(Transaction& tx);
    void send(Transaction& tx, const std::vector<std::size_t>& chats);
    void move_into_the_past(Transaction& tx, Dice& dice);

    const Community& community_;
    const Gallery& gallery_;
    const std::string password_hash_;
    const Progress progress_;

    std::vector<Actor> actors_;
    std::vector<PostId> posts_;
    std::vector<RoomId> rooms_;
    std::vector<demo_store::TimedFollow> timed_follows_;
    std::vector<demo_store::TimedPost> timed_posts_;
    std::vector<demo_store::TimedLike> timed_likes_;
    std::vector<demo_store::TimedComment> timed_comments_;
    std::vector<demo_store::TimedMessage> timed_messages_;
};

}  // namespace parley::demo
