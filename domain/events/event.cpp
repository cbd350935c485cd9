#include "domain/events/event.h"

#include <Poco/JSON/Parser.h>

#include "platform/json.h"

namespace parley::events {

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

std::string user_topic(UserId user) {
    return "user/" + std::to_string(user.value);
}
std::string room_topic(RoomId room) {
    return "room/" + std::to_string(room.value);
}

using Object = Poco::JSON::Object;

template <class StrongId>
StrongId id(const Object& object, const char* name) {
    return StrongId{object.getValue<Poco::UInt64>(name)};
}

template <class StrongId>
std::optional<StrongId> optional_id(const Object& object, const char* name) {
    if (!object.has(name)) return std::nullopt;
    return id<StrongId>(object, name);
}

Event messages_posted(const Object& o) {
    MessagesPosted event{
        id<RoomId>(o, "room"), id<MessageId>(o, "first"), id<MessageId>(o, "last"), {}};
    const auto members = o.getArray("members");
    for (std::size_t i = 0; members && i < members->size(); ++i)
        event.members.push_back(
            UserId{members->getElement<Poco::UInt64>(static_cast<unsigned>(i))});
    return event;
}
Event messages_read(const Object& o) {
    return MessagesRead{id<RoomId>(o, "room"), id<UserId>(o, "reader"),
                        o.getValue<std::string>("name"), id<MessageId>(o, "up_to")};
}
Event typing(const Object& o) {
    return Typing{id<RoomId>(o, "room"), id<UserId>(o, "user"), o.getValue<std::string>("name")};
}
Event unread_changed(const Object& o) {
    return UnreadChanged{id<UserId>(o, "user")};
}
Event session_ended(const Object& o) {
    return SessionEnded{id<UserId>(o, "user"), optional_id<SessionId>(o, "session"),
                        optional_id<SessionId>(o, "except")};
}
Event friendship_ended(const Object& o) {
    return FriendshipEnded{id<UserId>(o, "a"), id<UserId>(o, "b")};
}

struct Kind {
    std::string_view name;
    Event (*decode)(const Object&);
};

// In the order of the alternatives of Event.
constexpr Kind kinds[] = {
    {"messages_posted", messages_posted},
    {"messages_read", messages_read},
    {"typing", typing},
    {"unread_changed", unread_changed},
    {"session_ended", session_ended},
    {"friendship_ended", friendship_ended},
};
static_assert(std::size(kinds) == std::variant_size_v<Event>);

}  // namespace

std::string topic_of(const Event& event) {
    return std::visit(
        Overloaded{[](const MessagesPosted& e) { return room_topic(e.room); },
                   [](const MessagesRead& e) { return room_topic(e.room); },
                   [](const Typing& e) { return room_topic(e.room); },
                   [](const UnreadChanged& e) { return user_topic(e.user); },
                   [](const SessionEnded& e) { return user_topic(e.user); },
                   [](const FriendshipEnded& e) { return user_topic(std::min(e.a, e.b)); }},
        event);
}

std::string_view kind_of(const Event& event) {
    return kinds[event.index()].name;
}

std::string encode(const Event& event) {
    json::Writer out;
    out.object();
    std::visit(
        Overloaded{[&](const MessagesPosted& e) {
                       out.key("room").value(e.room.value).key("first").value(e.first.value);
                       out.key("last").value(e.last.value).key("members").array();
                       for (const UserId member : e.members) out.value(member.value);
                       out.end();
                   },
                   [&](const MessagesRead& e) {
                       out.key("room").value(e.room.value).key("reader").value(e.reader.value);
                       out.key("name").value(e.reader_name).key("up_to").value(e.up_to.value);
                   },
                   [&](const Typing& e) {
                       out.key("room").value(e.room.value).key("user").value(e.user.value);
                       out.key("name").value(e.username);
                   },
                   [&](const UnreadChanged& e) { out.key("user").value(e.user.value); },
                   [&](const SessionEnded& e) {
                       out.key("user").value(e.user.value);
                       if (e.session) out.key("session").value(e.session->value);
                       if (e.except) out.key("except").value(e.except->value);
                   },
                   [&](const FriendshipEnded& e) {
                       out.key("a").value(e.a.value).key("b").value(e.b.value);
                   }},
        event);
    out.end();
    return std::move(out).text();
}

std::optional<Event> decode(std::string_view kind, std::string_view payload) {
    for (const Kind& known : kinds) {
        if (known.name != kind) continue;
        try {
            Poco::JSON::Parser parser;
            const auto object = parser.parse(std::string(payload)).extract<Object::Ptr>();
            return known.decode(*object);
        } catch (const Poco::Exception&) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace parley::events
