// A dispatcher with a route table of the test's own, and what a browser would see of its answers.
#pragma once

#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "fcgi-app/http/csrf.h"
#include "fcgi-app/http/dispatch.h"
#include "fcgi-app/views/template_set.h"
#include "tests/platform/temporary_directory.h"
#include "tests/support/test_database.h"

namespace parley::http::test {

// A body that comes in pieces, and tells how many were asked for.
class PiecewiseBody : public BodyReader {
  public:
    explicit PiecewiseBody(std::string octets, std::size_t octets_at_once = 1000)
        : octets_(std::move(octets)), octets_at_once_(octets_at_once) {}

    std::string_view read() override {
        ++reads;
        const std::string_view piece = std::string_view(octets_).substr(done_, octets_at_once_);
        done_ += piece.size();
        return piece;
    }

    int reads = 0;

  private:
    std::string octets_;
    std::size_t octets_at_once_;
    std::size_t done_ = 0;
};

struct Answer {
    int status;
    std::string head;
    std::string body;

    // Every value of a header, each on a line of its own.
    std::string header(const std::string& name) const {
        std::string out;
        const std::string start = "\r\n" + name + ": ";
        for (auto at = head.find(start); at != head.npos; at = head.find(start, at + 1)) {
            const auto begin = at + start.size();
            if (!out.empty()) out += '\n';
            out += head.substr(begin, head.find("\r\n", begin) - begin);
        }
        return out;
    }
};

// The templates of a site without pages.
class NoPages {
  public:
    NoPages() {
        std::ofstream(directory_.path() / "layout.mustache") << "{{> content}}";
        std::ofstream(directory_.path() / "assets.json") << "{}";
    }
    const std::filesystem::path& path() const { return directory_.path(); }

  private:
    parley::test::TemporaryDirectory directory_;
};

inline Config test_config() {
    Config config;
    config.secret = std::string(32, 's');
    config.realtime_socket = "/nonexistent/realtime.sock";
    return config;
}

struct Site : parley::test::Database {
    explicit Site(std::vector<Route> routes)
        : dispatcher({config, doorbell, templates}, Router(std::move(routes)),
                     [this](const ErrorPage& page) { return error_page(page); }) {}

    Answer ask(CgiParameters parameters, std::string body = {}) {
        parameters.try_emplace("REQUEST_METHOD", "GET");
        parameters.try_emplace("HTTP_HOST", "parley.test");
        if (parameters["REQUEST_METHOD"] != "GET")
            parameters.try_emplace("CONTENT_LENGTH", std::to_string(body.size()));
        PiecewiseBody reader(std::move(body));
        Reply reply = dispatcher.reply(parameters, reader, session);
        reads = reader.reads;
        return {reply.status, std::move(reply.head), std::move(reply.body)};
    }

    Answer get(const std::string& target, CgiParameters more = {}) {
        more["REQUEST_URI"] = target;
        return ask(std::move(more));
    }

    Answer post(const std::string& target, const std::string& form, CgiParameters more = {}) {
        more["REQUEST_METHOD"] = "POST";
        more["REQUEST_URI"] = target;
        more.try_emplace("CONTENT_TYPE", "application/x-www-form-urlencoded");
        return ask(std::move(more), form);
    }

    std::string sign_in(const Actor& actor) {
        return run([&](Transaction& tx) { return accounts::start_session(tx, actor.user); });
    }

    static CgiParameters cookie(const std::string& token) {
        return {{"HTTP_COOKIE", "parley_session=" + token}};
    }

    std::string csrf_field(const std::string& token) const {
        return "csrf_token=" + csrf::make_token(config.secret, token);
    }

    virtual std::string error_page(const ErrorPage& page) {
        return "page " + std::to_string(page.status) + ": " + page.message + " [" +
               (page.login ? page.login->actor.username : "nobody") + "]";
    }
    virtual ~Site() = default;

    Config config = test_config();
    NoPages no_pages;
    views::TemplateSet templates{no_pages.path(), no_pages.path()};
    Dispatcher dispatcher;
    int reads = 0;  // of the last request's body
};

}  // namespace parley::http::test
