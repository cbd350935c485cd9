#include "fcgi-app/views/styleguide_view.h"

#include "fcgi-app/views/chat_view.h"
#include "fcgi-app/views/form_view.h"
#include "fcgi-app/views/notifications_view.h"
#include "fcgi-app/views/person_view.h"
#include "fcgi-app/views/posts_view.h"

namespace parley::views {

namespace {

using notifications::Kind;

const Actor viewer{UserId{1}, "sam", false};
const profiles::Person sam{UserId{1}, "sam", "Sam Okafor", ""};
const profiles::Person mara{UserId{2}, "mara", "Mara Lindqvist", ""};
const profiles::Person layla{UserId{3}, "layla", "ليلى حداد", ""};
const profiles::Person jun{UserId{4}, "jun", "Jun Park", ""};

ViewModel posts_in(std::uint64_t first_id, UtcTime now) {
    const posts::Post written{PostId{first_id},
                              mara,
                              "The harbour froze over night: https://example.org/harbour",
                              now,
                              now,
                              12,
                              3,
                              true,
                              {}};
    const posts::Post own{
        PostId{first_id + 1}, sam, "Bread is out of the oven.", now, std::nullopt, 0, 0, false, {}};
    ViewModel model;
    add_posts(model, {{written, own}, false}, viewer, "/styleguide/");
    return model;
}

ViewModel notifications_in(UtcTime now) {
    const auto one = [&](std::uint64_t id, Kind kind, const profiles::Person& who, bool is_read) {
        const PostId post{kind == Kind::follow ? 0u : 7u};
        return notifications::Notification{NotificationId{id},
                                           kind,
                                           who,
                                           post,
                                           CommentId{id},
                                           kind == Kind::follow ? "" : "Bread is out of the oven.",
                                           is_read,
                                           now};
    };
    return notifications_page({{one(9, Kind::like, mara, false), one(8, Kind::like, layla, false),
                                one(7, Kind::like, jun, false), one(6, Kind::comment, layla, true),
                                one(5, Kind::follow, jun, true)},
                               false},
                              viewer, 3);
}

ViewModel room_in(UtcTime now) {
    const chat::ChatList list{{{mara, RoomId{7}, "See you at nine", false, now, 2},
                               {layla, RoomId{8}, "تمام", true, now, 0},
                               {jun, std::nullopt, "", false, std::nullopt, 0}},
                              false};
    const chat::MessagePage history{
        {{MessageId{1}, mara.user, "mara", "Mara", std::nullopt, "The boat leaves at nine.", now},
         {MessageId{2}, sam.user, "sam", "Sam", std::nullopt, "I bring the bread.", now},
         {MessageId{3}, mara.user, "mara", "Mara", std::nullopt, "See you at nine", now}},
        false};
    const chat::Room room{RoomId{7}, mara.user, MessageId{3}, MessageId{2}, MessageId{2}};
    return room_page({list, room, mara, viewer, history, true, {}, now});
}

ViewModel theme(const char* name, std::uint64_t first_post, UtcTime now) {
    std::vector<ViewModel> people;
    for (const FollowState& state : {FollowState{true, false, true}, FollowState{true, true, false},
                                     FollowState{true, true, true}}) {
        people.push_back(person(state.followed ? state.follows_back ? mara : jun : layla));
        add_follow(people.back(), state.followed ? state.follows_back ? mara : jun : layla, state);
    }
    ViewModel model;
    model.set("guide_theme", name)
        .set("guide_people", std::move(people))
        .set("guide_posts", posts_in(first_post, now))
        .set("guide_notifications", notifications_in(now))
        .set("guide_room", room_in(now));
    return model;
}

}  // namespace

ViewModel styleguide_page(UtcTime now) {
    std::vector<ViewModel> themes;
    themes.push_back(theme("light", 1, now));
    themes.push_back(theme("dark", 11, now));
    ViewModel model;
    model.set("guide_themes", std::move(themes));
    return model;
}

}  // namespace parley::views
