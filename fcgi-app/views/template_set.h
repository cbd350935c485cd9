// All pages' templates: read, put together and parsed once at start, then shared by all threads.
//
// - <feature>/<page>.mustache is a page; layout.mustache is wrapped around it where it says {{>
// content}}.
//   partials/<name>.mustache stands wherever {{> name}} does: replaced as text, before parsing.
// - {{asset app.css}} becomes the address /static/<name with digest> from the manifest assets.json.
// - Nothing raw: {{{ }}}, {{& }} and changes of delimiters are refused.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fcgi-app/views/view_model.h"

namespace parley::views {

inline constexpr std::size_t partial_depth_max = 16;

class TemplateSet {
  public:
    // Throws std::runtime_error with a sentence for the operator: a file missing or unreadable, a
    // partial or an asset that does not exist, a partial that contains itself, a broken tag, a raw
    // tag.
    TemplateSet(const std::filesystem::path& templates, const std::filesystem::path& assets);

    // `name` as "posts/feed"; throws std::logic_error if there is no such page. Thread-safe.
    std::string render(std::string_view name, const ViewModel& model) const;

    std::vector<std::string> names() const;
    // The text that was parsed: layout, page and partials in one.
    const std::string& source(std::string_view name) const;

  private:
    struct Page {
        std::string source;
        std::unique_ptr<kainjow::mustache::mustache> parsed;
    };

    const Page& page(std::string_view name) const;

    std::map<std::string, Page, std::less<>> pages_;
};

// & < > " ' as entities: right in text and in double-quoted attributes, nowhere else.
std::string escaped(const std::string& text);

}  // namespace parley::views
