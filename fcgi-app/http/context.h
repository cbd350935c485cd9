// What a handler works with:
//
//   Response like(Context& c) {
//       const auto outcome = c.transact([&](Transaction& tx) {
//           return posts::toggle_like(tx, c.actor(), c.id<PostId>());
//       });
//       …
//   }
//
// Lives for one request on one thread. What it refers to outlives it.
#pragma once

#include <string>
#include <utility>

#include "domain/actor.h"
#include "domain/transaction.h"
#include "fcgi-app/http/request.h"
#include "fcgi-app/http/router.h"
#include "fcgi-app/http/session_gate.h"
#include "platform/config.h"
#include "platform/db/session.h"
#include "platform/doorbell.h"

namespace parley::views {
class TemplateSet;  // fcgi-app/views/template_set.h: parsed once at start, shared by all threads
}

namespace parley::http {

// What all requests of the program share.
struct Services {
    const Config& config;
    Doorbell& doorbell;
    const views::TemplateSet& templates;
};

class Context {
  public:
    Context(const Services& services, const Request& request, db::Session& db, Visitor& visitor,
            PathParameters parameters)
        : request(request),
          db(db),
          doorbell(services.doorbell),
          config(services.config),
          templates(services.templates),
          login(visitor.login),
          visitor_(visitor),
          parameters_(std::move(parameters)) {}
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    const Request& request;
    db::Session& db;
    Doorbell& doorbell;
    const Config& config;
    const views::TemplateSet& templates;
    const std::optional<accounts::LoginSession>& login;

    // The member signed in. Throws std::logic_error without one: ask `login` on routes open to
    // visitors.
    const Actor& actor() const;

    // ":id" and ":username" of the route's pattern.
    template <class Id>
    Id id() const {
        return Id{parameters_.id};
    }
    const std::string& username() const { return parameters_.username; }

    // For the hidden field csrf_token and <meta name="csrf-token">; another text at each call.
    // Gives a visitor without a session cookie one, so call it only for pages.
    std::string csrf_token();

    // The key left by set_flash() on the page before, "" without one. The cookie is cleared with
    // it.
    std::string take_flash();
    bool flash_taken() const { return flash_taken_; }

    // Runs a verb in a transaction of this thread's session; see domain/transaction.h.
    template <class Verb>
    auto transact(Verb&& verb) {
        return parley::transact(db, doorbell, std::forward<Verb>(verb));
    }

  private:
    Visitor& visitor_;
    PathParameters parameters_;
    bool flash_taken_ = false;
};

}  // namespace parley::http
