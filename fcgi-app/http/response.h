// What a handler answers.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fcgi-app/http/cookies.h"

namespace parley::http {

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::vector<Cookie> cookies;
    std::string body;

    // Replaces a header of that name (in any case). Throws std::logic_error on control characters.
    Response& set_header(std::string_view name, std::string value);
    bool has_header(std::string_view name) const;
    const std::string& header(std::string_view name) const;  // "" when there is none
};

Response html(int status, std::string body);
Response json(int status, std::string text);
Response text(int status, std::string body);

// 303 after a POST, and wherever else a page leads on. The location is a path of this site,
// encoded.
Response redirect(std::string location);

// Signs the browser in with the token of accounts::start_session(), or out.
void set_session(Response& response, std::string token);
void clear_session(Response& response);

// A sentence for the next page, by its key ([a-z0-9_-], at most 40 characters). See
// Context::take_flash().
void set_flash(Response& response, std::string key);

bool sets_cookie(const Response& response, std::string_view name);

// "Not Found"
std::string_view reason_phrase(int status);

// Status line and headers in CGI form, with Content-Length, ending with the empty line.
std::string cgi_head(const Response& response, bool secure);

}  // namespace parley::http
