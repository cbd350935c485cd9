#include "realtime/handlers/admission.h"

#include <charconv>
#include <limits>

#include "domain/accounts/sessions.h"
#include "domain/chat/messages.h"
#include "domain/chat/rooms.h"
#include "platform/text.h"
#include "realtime/handlers/limits.h"

namespace parley::handlers {

namespace {

constexpr std::string_view cookie_names[] = {"__Host-parley_session", "parley_session"};
constexpr std::size_t token_length_max = 128;
constexpr int database_retry_after_s = 5;

using ws::Refusal;

std::optional<std::uint64_t> parse_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt;
    return number;
}

std::optional<std::string> cookie(std::string_view cookies, std::string_view name) {
    while (!cookies.empty()) {
        const std::size_t end = std::min(cookies.find(';'), cookies.size());
        const std::string_view pair = text::trimmed(cookies.substr(0, end));
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
            return std::string(pair.substr(name.size() + 1));
        cookies.remove_prefix(std::min(end + 1, cookies.size()));
    }
    return std::nullopt;
}

Refusal refusal_of(chat::Access access) {
    if (access == chat::Access::no_such_room) return {404, "not_found", "There is no such room."};
    return {403, "forbidden", "You can chat once you follow each other."};
}

}  // namespace

std::optional<std::string> session_token(std::string_view cookies) {
    for (const std::string_view name : cookie_names)
        if (auto token = cookie(cookies, name); token && !token->empty()) return token;
    return std::nullopt;
}

bool is_own_origin(const ws::UpgradeRequest& request) {
    const std::string_view scheme =
        request.forwarded_proto.empty() ? "http" : std::string_view(request.forwarded_proto);
    const std::string own = std::string(scheme) + "://" + text::lower_ascii(request.host);
    const std::size_t host_at = scheme.size() + 3;
    if (request.host.empty() || request.origin.size() != own.size()) return false;
    return request.origin.substr(0, host_at) + text::lower_ascii(request.origin.substr(host_at)) ==
           own;
}

std::optional<Path> parse_path(std::string_view path) {
    constexpr std::string_view chat = "/ws/chat/";
    if (path == "/ws/notifications/") return NotificationsPath{};
    if (!path.starts_with(chat) || !path.ends_with('/') || path.size() <= chat.size())
        return std::nullopt;
    const auto number = parse_number(path.substr(chat.size(), path.size() - chat.size() - 1));
    if (!number) return std::nullopt;
    return RoomPath{RoomId{*number}};
}

After parse_after(std::string_view query) {
    constexpr std::string_view name = "after=";
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        if (pair.starts_with(name)) {
            const auto number = parse_number(pair.substr(name.size()));
            if (!number) return {.is_wrong = true, .id = {}};
            return {.is_wrong = false, .id = MessageId{*number}};
        }
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return {};
}

// What the database says about whoever asks.
struct Admission::Candidate {
    std::optional<accounts::LoginSession> login;
    chat::Access access = chat::Access::granted;
    MessageId after;
};

Admission::Admission(queue::DatabaseWorkers& database, Chat& chat, Notifications& notifications,
                     bool rate_limits)
    : database_(database),
      chat_(chat),
      notifications_(notifications),
      quota_(rate_limits ? sockets_per_member_max : std::numeric_limits<std::size_t>::max()) {}

std::variant<std::unique_ptr<ws::Handler>, Refusal> Admission::admit(
    const ws::UpgradeRequest& request) {
    const auto path = parse_path(request.path);
    if (!path) return Refusal{404, "not_found", "There is no such address."};
    if (!is_own_origin(request))
        return Refusal{403, "foreign_origin", "Only pages of this site may connect."};
    const auto token = session_token(request.cookies);
    if (!token || token->size() > token_length_max)
        return Refusal{401, "not_signed_in", "Please sign in."};
    const After after = parse_after(request.query);
    if (after.is_wrong) return Refusal{400, "bad_after", "after is the id of a message."};
    return admit_member(*path, after, *token);
}

std::variant<std::unique_ptr<ws::Handler>, Refusal> Admission::admit_member(
    const Path& path, const After& after, const std::string& token) {
    const auto* room = std::get_if<RoomPath>(&path);
    auto answer = database_.call([&](db::Session& session) {
        Candidate asked;
        asked.login = accounts::find_session(session, token);
        if (!asked.login) return asked;
        accounts::touch_session(session, *asked.login);
        if (!room) return asked;
        asked.access = chat::access_to(session, asked.login->actor.user, room->room);
        // Without a place of its own, or with one that the room has not reached yet, a client gets
        // what is committed from this moment on.
        const MessageId last = chat::last_message(session, room->room);
        asked.after = std::min(after.id.value_or(last), last);
        return asked;
    });
    if (!answer)
        return Refusal{503, "unavailable", "Please try again in a moment.", database_retry_after_s};
    Candidate& candidate = *answer;
    if (!candidate.login) return Refusal{401, "not_signed_in", "Please sign in."};
    if (candidate.access != chat::Access::granted) return refusal_of(candidate.access);
    auto ticket = quota_.take(candidate.login->actor.user);
    if (!ticket) {
        too_many_sockets_.hit();
        return Refusal{429, "too_many_sockets", "You have too many pages open.", 60};
    }
    Member member{std::move(candidate.login->actor), std::move(candidate.login->display_name),
                  candidate.login->id, token, std::move(ticket)};
    if (room) return chat_.socket_of(std::move(member), room->room, candidate.after);
    return notifications_.socket_of(std::move(member));
}

}  // namespace parley::handlers
