// Who sends a request, by the session cookie, and whether they may come in.
#pragma once

#include <optional>
#include <string>

#include "domain/accounts/sessions.h"
#include "fcgi-app/http/request.h"
#include "fcgi-app/http/response.h"
#include "fcgi-app/http/router.h"

namespace parley::http {

struct Visitor {
    std::string token;  // of the session cookie, also of one not signed in; "" when there is none
    bool token_is_new = false;  // made during this request: must still be sent
    std::optional<accounts::LoginSession> login;
};

// Takes the token from the cookie (64 hexadecimal digits, anything else is no token) without any
// query.
Visitor read_visitor(const Request& request);

// Looks the login up: one query, and only when there is a token; moves the session's last_seen_at
// on.
void recognise(Visitor& visitor, db::Session& session);

// Makes the token of a visitor who has none.
const std::string& ensure_token(Visitor& visitor);

// nullopt: come in. Otherwise the way to the login page, or 401 for scripts. Throws Error
// forbidden.
std::optional<Response> refuse(const Request& request, const Visitor& visitor, Access access);

}  // namespace parley::http
