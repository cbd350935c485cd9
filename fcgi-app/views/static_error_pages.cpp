#include "fcgi-app/views/static_error_pages.h"

#include <fstream>

#include "fcgi-app/views/error_view.h"
#include "platform/json.h"

namespace parley::views {

namespace {

struct Refusal {
    int status;
    const char* code;
    const char* sentence;
};

constexpr Refusal refusals[] = {
    {400, "bad_request", "This request could not be understood."},
    {403, "forbidden", "This is not for you to see."},
    {404, "not_found", "No page of Parley has this address."},
    {405, "method_not_allowed", "This address cannot be used in that way."},
    {413, "too_large", "A picture may have at most 10 MB, and a post at most four of them."},
    {414, "too_long", "This address is too long."},
    {421, "wrong_host", "This site is not known under that name."},
    {429, "too_many_requests", "That was a lot at once."},
    {503, "unavailable", "Parley takes a short break."},
};

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

void write_static_error_pages(const TemplateSet& templates,
                              const std::filesystem::path& directory) {
    for (const auto& [status, code, sentence] : refusals) {
        const std::string name = std::to_string(status);
        write(directory / (name + ".html"), error_page(templates, {.status = status,
                                                                   .message = sentence,
                                                                   .request_id = {},
                                                                   .login = {},
                                                                   .csrf_token = {}}));
        json::Writer out;
        out.object().key("error").value(code).key("message").value(sentence).end();
        write(directory / (name + ".json"), std::move(out).text() + '\n');
    }
}

}  // namespace parley::views
