#include "fcgi-app/http/response.h"

#include <algorithm>
#include <stdexcept>

#include "domain/accounts/sessions.h"
#include "platform/text.h"

namespace parley::http {
namespace {

const std::string nothing;
constexpr std::size_t flash_key_length_max = 40;

bool has_control_character(std::string_view text) {
    return std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

Response with_type(int status, const char* type, std::string body) {
    Response response;
    response.status = status;
    response.body = std::move(body);
    response.set_header("Content-Type", type);
    return response;
}

bool is_same_name(std::string_view a, std::string_view b) {
    return text::lower_ascii(a) == text::lower_ascii(b);
}

void set_cookie(Response& response, Cookie cookie) {
    std::erase_if(response.cookies, [&](const Cookie& old) { return old.name == cookie.name; });
    response.cookies.push_back(std::move(cookie));
}

}  // namespace

Response& Response::set_header(std::string_view name, std::string value) {
    if (has_control_character(name) || has_control_character(value))
        throw std::logic_error("control character in a response header");
    std::erase_if(headers, [&](const auto& header) { return is_same_name(header.first, name); });
    headers.emplace_back(name, std::move(value));
    return *this;
}

bool Response::has_header(std::string_view name) const {
    return std::ranges::any_of(
        headers, [&](const auto& header) { return is_same_name(header.first, name); });
}

const std::string& Response::header(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (is_same_name(key, name)) return value;
    return nothing;
}

Response html(int status, std::string body) {
    return with_type(status, "text/html; charset=utf-8", std::move(body));
}

Response json(int status, std::string text) {
    return with_type(status, "application/json", std::move(text));
}

Response text(int status, std::string body) {
    return with_type(status, "text/plain; charset=utf-8", std::move(body));
}

Response redirect(std::string location) {
    Response response;
    response.status = 303;
    response.set_header("Location", std::move(location));
    return response;
}

void set_session(Response& response, std::string token) {
    set_cookie(response,
               {std::string(session_cookie), std::move(token), accounts::session_age_max});
}

void clear_session(Response& response) {
    set_cookie(response, {std::string(session_cookie), "", std::chrono::seconds(0)});
}

void set_flash(Response& response, std::string key) {
    const bool good = key.size() <= flash_key_length_max &&
                      key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == key.npos;
    if (!good) throw std::logic_error("not a flash key: " + key);
    set_cookie(response, {std::string(flash_cookie), std::move(key), std::chrono::minutes(1)});
}

bool sets_cookie(const Response& response, std::string_view name) {
    return std::ranges::any_of(response.cookies,
                               [&](const Cookie& cookie) { return cookie.name == name; });
}

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 204:
            return "No Content";
        case 301:
            return "Moved Permanently";
        case 303:
            return "See Other";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 413:
            return "Content Too Large";
        case 422:
            return "Unprocessable Content";
        case 429:
            return "Too Many Requests";
        case 500:
            return "Internal Server Error";
        case 503:
            return "Service Unavailable";
        default:
            return "Unknown";
    }
}

std::string cgi_head(const Response& response, bool secure) {
    std::string out = "Status: " + std::to_string(response.status) + ' ';
    out.append(reason_phrase(response.status)).append("\r\n");
    for (const auto& [name, value] : response.headers)
        out.append(name).append(": ").append(value).append("\r\n");
    for (const Cookie& cookie : response.cookies)
        out.append("Set-Cookie: ").append(set_cookie_header(cookie, secure)).append("\r\n");
    out.append("Content-Length: ").append(std::to_string(response.body.size()));
    return out.append("\r\n\r\n");
}

}  // namespace parley::http
