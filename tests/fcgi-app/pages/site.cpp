#include "tests/fcgi-app/pages/site.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "domain/accounts/sessions.h"
#include "fcgi-app/http/csrf.h"
#include "fcgi-app/http/percent_encoding.h"
#include "fcgi-app/routes.h"
#include "fcgi-app/views/error_view.h"
#include "platform/image_file.h"
#include "platform/json.h"
#include "platform/log.h"

namespace parley::test {

namespace {

namespace fs = std::filesystem;

const fs::path templates_directory = PARLEY_SOURCE_DIR "/templates";
constexpr const char* host = "parley.test";
constexpr const char* boundary = "----parley-test-boundary";

std::set<std::string> assets_named_in_templates() {
    constexpr std::string_view tag = "{{asset ";
    std::set<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(templates_directory)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path());
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        for (auto at = text.find(tag); at != text.npos; at = text.find(tag, at + 1)) {
            const auto from = at + tag.size();
            names.insert(text.substr(from, text.find('}', from) - from));
        }
    }
    return names;
}

fs::path write_manifest(const fs::path& directory) {
    json::Writer out;
    out.object();
    for (const std::string& name : assets_named_in_templates()) out.key(name).value("x." + name);
    out.end();
    std::ofstream(directory / "assets.json") << out.text();
    return directory;
}

Config config_with(const fs::path& media) {
    Config config;
    config.media = media;
    config.secret = "a secret of more than thirty-two octets";
    config.database = database();
    return config;
}

// Gives the body a few octets at a time, as a slow line would.
class Body : public http::BodyReader {
  public:
    explicit Body(std::string octets) : octets_(std::move(octets)) {}
    std::string_view read() override {
        const auto piece = std::string_view(octets_).substr(at_, 1000);
        at_ += piece.size();
        return piece;
    }

  private:
    std::string octets_;
    std::size_t at_ = 0;
};

// What a program does at its start.
void start_once() {
    static const bool started = [] {
        log::set_level(log::Level::error);
        image_file::start();
        return true;
    }();
    (void)started;
}

Answer answer_of(const http::Reply& reply) {
    Answer answer;
    answer.status = reply.status;
    answer.body = reply.body;
    std::istringstream head(reply.head);
    for (std::string line; std::getline(head, line) && line.size() > 1;) {
        const auto colon = line.find(": ");
        answer.headers.emplace(line.substr(0, colon),
                               line.substr(colon + 2, line.size() - colon - 3));
    }
    return answer;
}

std::string urlencoded(const Fields& fields) {
    std::string out;
    for (const auto& [name, value] : fields)
        out += (out.empty() ? "" : "&") + http::encode(name) + '=' + http::encode(value);
    return out;
}

std::string multipart(const Fields& fields, const std::vector<File>& files) {
    std::string out;
    const auto begin = [&](const std::string& disposition) {
        out += std::string("--") + boundary + "\r\nContent-Disposition: form-data; " + disposition +
               "\r\n";
    };
    for (const auto& [name, value] : fields) {
        begin("name=\"" + name + "\"");
        out += "\r\n" + value + "\r\n";
    }
    for (const File& file : files) {
        begin("name=\"" + file.field + "\"; filename=\"" + file.name + "\"");
        out += "Content-Type: application/octet-stream\r\n\r\n" + file.octets + "\r\n";
    }
    return out + "--" + boundary + "--\r\n";
}

}  // namespace

Templates::Templates() : set_(templates_directory, write_manifest(assets_.path())) {}

const Templates& templates() {
    static const Templates templates;
    return templates;
}

std::string Answer::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
}

std::string Answer::between(std::string_view before, std::string_view after) const {
    const auto begin = body.find(before);
    if (begin == std::string::npos) return {};
    const auto from = begin + before.size();
    return body.substr(from, body.find(after, from) - from);
}

Site::Site()
    : config(config_with(media.path())),
      dispatcher(
          {config, doorbell, templates().set()}, http::Router(routes()),
          [](const http::ErrorPage& page) { return views::error_page(templates().set(), page); }) {
    start_once();
}

std::size_t Site::stored_pictures() const {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(media.path()))
        if (entry.is_regular_file()) ++count;
    return count;
}

Browser::Browser(Site& site, const Actor& actor) : site_(site) {
    cookies["parley_session"] =
        site.run([&](Transaction& tx) { return accounts::start_session(tx, actor.user); });
}

Browser& Browser::with(const std::string& name, const std::string& value) {
    next_headers_[name] = value;
    return *this;
}

// As a page would give it; a visitor gets the session cookie from the login page first.
std::string Browser::csrf_token() {
    if (!cookies.contains("parley_session")) {
        auto headers = std::move(next_headers_);
        next_headers_.clear();
        get("/user/login/");
        next_headers_ = std::move(headers);
    }
    return http::csrf::make_token(site_.config.secret, cookies["parley_session"]);
}

Answer Browser::post(const std::string& target, const Fields& fields) {
    Fields all = fields;
    all.emplace_back("csrf_token", csrf_token());
    return post_without_token(target, all);
}

Answer Browser::post_without_token(const std::string& target, const Fields& fields) {
    return request("POST", target, "application/x-www-form-urlencoded", urlencoded(fields));
}

Answer Browser::upload(const std::string& target, const Fields& fields,
                       const std::vector<File>& files) {
    Fields all = fields;
    all.emplace_back("csrf_token", csrf_token());
    return request("POST", target, std::string("multipart/form-data; boundary=") + boundary,
                   multipart(all, files));
}

Answer Browser::request(const std::string& method, const std::string& target,
                        const std::string& content_type, const std::string& body) {
    http::CgiParameters parameters = std::move(next_headers_);
    next_headers_.clear();
    parameters["REQUEST_METHOD"] = method;
    parameters["REQUEST_URI"] = target.substr(0, target.find('#'));
    parameters["REQUEST_SCHEME"] = "http";
    parameters["REMOTE_ADDR"] = "192.0.2.7";
    parameters["HTTP_HOST"] = host;
    if (!content_type.empty()) {
        parameters["CONTENT_TYPE"] = content_type;
        parameters["CONTENT_LENGTH"] = std::to_string(body.size());
    }
    std::string cookie_header;
    for (const auto& [name, value] : cookies)
        cookie_header += (cookie_header.empty() ? "" : "; ") + name + '=' + value;
    parameters["HTTP_COOKIE"] = cookie_header;

    Body reader(body);
    const auto before = site_.session.statements_run();
    Answer answer = answer_of(site_.dispatcher.reply(parameters, reader, site_.session));
    answer.queries = site_.session.statements_run() - before;
    const auto [first, last] = answer.headers.equal_range("Set-Cookie");
    for (auto set = first; set != last; ++set) {
        const auto equals = set->second.find('=');
        const auto end = set->second.find(';');
        const std::string name = set->second.substr(0, equals);
        cookies[name] = set->second.substr(equals + 1, end - equals - 1);
        if (cookies[name].empty()) cookies.erase(name);
    }
    return answer;
}

}  // namespace parley::test
