// The route table and how a request finds its route in it.
//
// A pattern is a path like "/posts/:id/like/". Parameters are typed by their names: ":id" takes a
// positive number, ":username" any text of 1 to 150 characters. Segments are percent-decoded
// strictly before they are compared: one with %00, %2F, broken %-sequences or invalid UTF-8 matches
// nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "fcgi-app/http/response.h"

namespace parley::http {

class Context;
using Handler = std::function<Response(Context&)>;

enum class Access {
    anyone,             // nobody is looked up: no database needed
    visitor_or_member,  // Context::login says which
    member,             // else 303 to login, or 401
    staff,              // else 403
};

enum class Body {
    form,    // at most limits::form_bytes_max
    upload,  // with files: at most limits::upload_bytes_max
};

struct Route {
    std::string method;  // GET (answers HEAD too) or POST
    std::string pattern;
    Handler handler;
    Access access = Access::member;
    Body body = Body::form;
};

struct PathParameters {
    std::uint64_t id = 0;
    std::string username;
};

struct Match {
    const Route* route;
    PathParameters parameters;
};
struct NoSuchPath {};
struct MethodNotAllowed {
    std::string allow;  // "GET, HEAD, POST"
};
struct SlashMissing {
    std::string path;  // the one with it
};
using Found = std::variant<Match, NoSuchPath, MethodNotAllowed, SlashMissing>;

class Router {
  public:
    // Throws std::logic_error on a pattern it does not understand or a route given twice.
    explicit Router(std::vector<Route> routes);

    // The path is raw. Pure and thread-safe.
    Found find(std::string_view method, std::string_view path) const;

    const std::vector<Route>& routes() const { return routes_; }

  private:
    std::optional<PathParameters> matches(std::size_t route,
                                          const std::vector<std::string>& segments) const;

    std::vector<Route> routes_;
    std::vector<std::vector<std::string>> patterns_;  // segments of each route
};

}  // namespace parley::http
