#include "fcgi-app/http/session_gate.h"

#include "domain/error.h"
#include "fcgi-app/http/safe_next.h"
#include "platform/json.h"
#include "platform/random.h"

namespace parley::http {
namespace {

constexpr std::size_t token_octets = 32;

bool is_token(std::string_view text) {
    return text.size() == 2 * token_octets &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

Visitor read_visitor(const Request& request) {
    Visitor visitor;
    const std::string& token = request.cookie(session_cookie);
    if (is_token(token)) visitor.token = token;
    return visitor;
}

void recognise(Visitor& visitor, db::Session& session) {
    if (visitor.token.empty()) return;
    visitor.login = accounts::find_session(session, visitor.token);
    if (visitor.login) accounts::touch_session(session, *visitor.login);
}

const std::string& ensure_token(Visitor& visitor) {
    if (visitor.token.empty()) {
        visitor.token = random_hex(token_octets);
        visitor.token_is_new = true;
    }
    return visitor.token;
}

std::optional<Response> refuse(const Request& request, const Visitor& visitor, Access access) {
    if (access == Access::anyone || access == Access::visitor_or_member) return std::nullopt;
    if (!visitor.login) {
        if (!request.wants_json()) return redirect(login_path(request));
        return json(401, json::Writer()
                             .object()
                             .key("error")
                             .value("not_signed_in")
                             .key("message")
                             .value("Please log in first.")
                             .end()
                             .text());
    }
    if (access == Access::staff && !visitor.login->actor.is_staff)
        throw Error(ErrorKind::forbidden, "This page is for staff only.");
    return std::nullopt;
}

}  // namespace parley::http
