// The whole fcgi-app but for libfcgi: route table, dispatcher, templates and a real database, with
// browsers that keep cookies.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fcgi-app/http/dispatch.h"
#include "fcgi-app/views/template_set.h"
#include "tests/platform/temporary_directory.h"
#include "tests/support/test_database.h"

namespace parley::test {

// Makes an assets.json with every asset that the templates name, and loads them.
class Templates {
  public:
    Templates();
    const views::TemplateSet& set() const { return set_; }

  private:
    TemporaryDirectory assets_;
    views::TemplateSet set_;
};
const Templates& templates();

struct Answer {
    int status = 0;
    std::multimap<std::string, std::string> headers;
    std::string body;
    std::uint64_t queries = 0;  // statements that answering took

    std::string header(const std::string& name) const;  // "" when there is none
    bool shows(std::string_view text) const { return body.find(text) != std::string::npos; }
    // What stands between the two in the body, the first time; "" when it is not there.
    std::string between(std::string_view before, std::string_view after) const;
};

using Fields = std::vector<std::pair<std::string, std::string>>;

struct File {
    std::string field;
    std::string name;
    std::string octets;
};

struct Site : Database {
    Site();

    TemporaryDirectory media;
    Config config;
    http::Dispatcher dispatcher;

    std::size_t stored_pictures() const;
};

class Browser {
  public:
    explicit Browser(Site& site) : site_(site) {}
    // Signed in without the login page.
    Browser(Site& site, const Actor& actor);

    // Headers are sent with the next request only.
    Browser& with(const std::string& name, const std::string& value);
    Browser& asking_for_json() { return with("HTTP_ACCEPT", "application/json"); }

    Answer get(const std::string& target) { return request("GET", target, "", ""); }
    Answer post(const std::string& target, const Fields& fields = {});  // with a right CSRF token
    Answer post_without_token(const std::string& target, const Fields& fields = {});
    Answer upload(const std::string& target, const Fields& fields, const std::vector<File>& files);
    Answer request(const std::string& method, const std::string& target,
                   const std::string& content_type, const std::string& body);
    // Where a 303 leads, without what comes after '#'.
    Answer follow(const Answer& answer) { return get(answer.header("Location")); }

    std::map<std::string, std::string> cookies;

  private:
    std::string csrf_token();

    Site& site_;
    http::CgiParameters next_headers_;
};

}  // namespace parley::test
