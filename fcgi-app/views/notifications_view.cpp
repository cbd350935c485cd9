#include "fcgi-app/views/notifications_view.h"

#include <algorithm>

#include "fcgi-app/views/addresses.h"
#include "fcgi-app/views/form_view.h"
#include "fcgi-app/views/person_view.h"

namespace parley::views {

namespace {

using notifications::Kind;
using notifications::Notification;
using People = std::vector<const profiles::Person*>;
using Group = std::vector<const Notification*>;  // newest first, never empty

bool belongs(const Notification& notification, const Group& group) {
    const Notification& newest = *group.front();
    return newest.kind == notification.kind && newest.post == notification.post &&
           newest.created_at - notification.created_at < notification_group_span;
}

// In the order of their newest.
std::vector<Group> grouped(const std::vector<Notification>& list) {
    std::vector<Group> groups;
    for (const Notification& one : list) {
        const auto group = std::find_if(groups.begin(), groups.end(),
                                        [&](const Group& other) { return belongs(one, other); });
        if (group == groups.end())
            groups.push_back({&one});
        else
            group->push_back(&one);
    }
    return groups;
}

// Each once: somebody may have written several comments.
People people_of(const Group& group) {
    People people;
    for (const Notification* one : group) {
        const auto is_same = [&](const auto* other) { return other->user == one->actor.user; };
        if (std::none_of(people.begin(), people.end(), is_same)) people.push_back(&one->actor);
    }
    return people;
}

const char* text_of(Kind kind, std::size_t people) {
    switch (kind) {
        case Kind::like:
            return "liked your post";
        case Kind::comment:
            return "commented on your post";
        case Kind::follow:
            return people > 1 ? "follow you now" : "follows you now";
    }
    return "";
}

std::string url_of(const Notification& newest, std::size_t people, const Actor& viewer) {
    switch (newest.kind) {
        case Kind::like:
            return post_url(newest.post);
        case Kind::comment:
            return comment_url(newest.post, newest.comment);
        case Kind::follow:
            return people > 1 ? followers_url(viewer.username) : profile_url(newest.actor.username);
    }
    return "/posts/notifications/";
}

// "Ana", "Ana and Ben", "Ana and 5 others", with a few of their faces.
void add_people(ViewModel& model, const People& people) {
    const std::size_t faces = std::min(people.size(), notification_faces_max);
    const bool is_pair = people.size() == 2;
    const bool has_others = people.size() > 2;
    model.set("notification_actor", person(*people.front()))
        .set("notification_faces", list_of(People(people.begin(), people.begin() + faces),
                                           [](const auto* one) { return person(*one); }))
        .set("notification_is_pair", is_pair)
        .set("notification_second", is_pair ? people[1]->display_name : std::string())
        .set("notification_has_others", has_others)
        .set("notification_others", has_others ? people.size() - 1 : 0);
}

void add_unread(ViewModel& model, const Group& group) {
    std::vector<ViewModel> ids;
    for (const Notification* one : group) {
        if (one->is_read) continue;
        ids.emplace_back();
        ids.back().set("notification_unread_id", one->id.value);
    }
    model.set("notification_is_unread", !ids.empty())
        .set("notification_unread_ids", std::move(ids));
}

// Every notification is in the page by its id, for scripts and themes; the newest of a group is its
// line.
std::vector<ViewModel> rest_of(const Group& group) {
    std::vector<ViewModel> rest(group.size() - 1);
    for (std::size_t i = 0; i < rest.size(); ++i)
        rest[i].set("notification_rest_id", group[i + 1]->id.value);
    return rest;
}

ViewModel notification_row(const Group& group, const Actor& viewer) {
    const Notification& newest = *group.front();
    const People people = people_of(group);
    ViewModel model;
    model.set("notification_id", newest.id.value)
        .set("notification_rest", rest_of(group))
        .set("notification_url", url_of(newest, people.size(), viewer))
        .set("notification_is_like", newest.kind == Kind::like)
        .set("notification_is_comment", newest.kind == Kind::comment)
        .set("notification_is_follow", newest.kind == Kind::follow)
        .set("notification_text", text_of(newest.kind, people.size()))
        .set_with_has("notification_", "excerpt", newest.excerpt)
        .set("notification_time_iso", iso8601(newest.created_at))
        .set("notification_time_text", readable(newest.created_at));
    add_people(model, people);
    add_unread(model, group);
    return model;
}

}  // namespace

ViewModel notifications_page(const notifications::NotificationPage& page, const Actor& viewer,
                             std::uint64_t unread) {
    const auto& list = page.notifications;
    ViewModel model;
    model.set("has_notifications", !list.empty())
        .set("notifications",
             list_of(grouped(list),
                     [&](const Group& group) { return notification_row(group, viewer); }))
        .set("notifications_has_unread", unread > 0);
    const std::string last = list.empty() ? "" : std::to_string(list.back().id.value);
    add_pager(model, {page.has_more && !list.empty(), "/posts/notifications/?before=" + last,
                      "Older notifications"});
    return model;
}

}  // namespace parley::views
