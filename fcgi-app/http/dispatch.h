// The life of one request: route -> session -> access -> body -> CSRF -> handler, inside the only
// catch of the program. Every failure becomes a designed answer here, as a page or as JSON
// (contract, section 2).
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "domain/error.h"
#include "fcgi-app/http/body.h"
#include "fcgi-app/http/context.h"
#include "fcgi-app/http/router.h"

namespace parley::http {

// What the error page shows. It is rendered without the database, which may be what failed.
struct ErrorPage {
    int status;
    std::string message;                          // a sentence for the reader
    std::string request_id;                       // to be named when asking for help
    std::optional<accounts::LoginSession> login;  // when known
    std::string csrf_token;
    bool can_try_again = true;  // the address answers GET, so it may be asked for once more
};
using ErrorRenderer = std::function<std::string(const ErrorPage&)>;

struct Reply {
    std::string head;  // as cgi_head() makes it
    std::string body;  // empty for HEAD
    int status;
};

// Shared by all threads; each call has its own session.
class Dispatcher {
  public:
    Dispatcher(Services services, Router router, ErrorRenderer error_page);

    // Never throws: 500 and a plain page at the worst.
    Reply reply(const CgiParameters& parameters, BodyReader& body, db::Session& session) const;

    const Router& router() const { return router_; }

  private:
    struct Exchange;

    Response answer(Exchange& exchange, BodyReader& body) const;
    Response run_handler(Exchange& exchange, const Match& match, BodyReader& body) const;
    Response refusal(Exchange& exchange, const Error& error) const;
    Response error_response(Exchange& exchange, int status, std::string_view code,
                            const std::string& message) const;

    Services services_;
    Router router_;
    ErrorRenderer error_page_;
};

}  // namespace parley::http
