#include "fcgi-app/views/template_set.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <Poco/Exception.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

namespace parley::views {

namespace {

namespace fs = std::filesystem;
using Texts = std::map<std::string, std::string, std::less<>>;

[[noreturn]] void fail(const std::string& sentence) {
    throw std::runtime_error("Templates: " + sentence);
}

std::string contents_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) fail("cannot read " + file.string() + ".");
    return {std::istreambuf_iterator<char>(stream), {}};
}

Texts read_assets(const fs::path& directory) {
    const fs::path file = directory / "assets.json";
    Texts assets;
    try {
        Poco::JSON::Parser parser;
        const auto manifest = parser.parse(contents_of(file)).extract<Poco::JSON::Object::Ptr>();
        for (const auto& [name, value] : *manifest) assets[name] = value.convert<std::string>();
    } catch (const Poco::Exception& error) {
        fail(file.string() + " is not the manifest of the static files: " + error.displayText());
    }
    return assets;
}

// Names are paths below the directory without the suffix: "layout", "posts/feed",
// "partials/avatar".
Texts read_templates(const fs::path& directory) {
    if (!fs::is_directory(directory)) fail("there is no directory " + directory.string() + ".");
    Texts texts;
    for (const auto& entry : fs::recursive_directory_iterator(directory)) {
        if (!entry.is_regular_file() || entry.path().extension() != ".mustache") continue;
        const auto name = fs::relative(entry.path(), directory).replace_extension();
        texts[name.generic_string()] = contents_of(entry.path());
    }
    return texts;
}

std::string_view trimmed_tag(std::string_view tag) {
    while (!tag.empty() && tag.front() == ' ') tag.remove_prefix(1);
    while (!tag.empty() && tag.back() == ' ') tag.remove_suffix(1);
    return tag;
}

// Puts one page together out of its parts.
class Assembler {
  public:
    Assembler(const Texts& templates, const Texts& assets, std::string_view page)
        : templates_(templates), assets_(assets), page_(page) {}

    std::string assemble() {
        append("layout");
        return std::move(out_);
    }

  private:
    void append(const std::string& name) {
        const auto text = templates_.find(name);
        if (text == templates_.end()) fail(name + ".mustache is missing; " + where() + " uses it.");
        if (std::find(open_.begin(), open_.end(), name) != open_.end())
            fail(name + ".mustache contains itself by way of " + where() + ".");
        if (open_.size() >= partial_depth_max) fail(where() + " is nested too deeply.");
        open_.push_back(name);
        append_text(text->second);
        open_.pop_back();
    }

    void append_text(std::string_view text) {
        // A file ends with a line break that the place where it is used did not ask for.
        if (text.ends_with('\n') && open_.size() > 1) text.remove_suffix(1);
        while (true) {
            const auto begin = text.find("{{");
            out_ += text.substr(0, begin);
            if (begin == std::string_view::npos) return;
            const auto end = text.find("}}", begin);
            if (end == std::string_view::npos) fail("a tag is not closed in " + where() + ".");
            append_tag(text.substr(begin, end + 2 - begin));
            text.remove_prefix(end + 2);
        }
    }

    void append_tag(std::string_view tag) {
        const std::string_view inside = trimmed_tag(tag.substr(2, tag.size() - 4));
        if (inside.empty() || inside.find_first_of("{}") != std::string_view::npos ||
            inside.starts_with('&') || inside.starts_with('='))
            fail("the tag " + std::string(tag) + " in " + where() + " is not allowed.");
        if (inside.starts_with('!')) return;
        if (inside.starts_with('>')) {
            const std::string name(trimmed_tag(inside.substr(1)));
            append(name == "content" ? std::string(page_) : "partials/" + name);
        } else if (inside.starts_with("asset ")) {
            append_asset(trimmed_tag(inside.substr(6)));
        } else {
            out_ += tag;
        }
    }

    void append_asset(std::string_view name) {
        const auto asset = assets_.find(name);
        if (asset == assets_.end())
            fail("assets.json has no " + std::string(name) + "; " + where() + " uses it.");
        out_ += "/static/" + asset->second;
    }

    std::string where() const {
        return (open_.empty() ? std::string(page_) : open_.back()) + ".mustache";
    }

    const Texts& templates_;
    const Texts& assets_;
    std::string_view page_;
    std::vector<std::string> open_;
    std::string out_;
};

}  // namespace

TemplateSet::TemplateSet(const fs::path& templates, const fs::path& assets) {
    const Texts texts = read_templates(templates);
    const Texts manifest = read_assets(assets);
    for (const auto& [name, text] : texts) {
        if (name == "layout" || name.starts_with("partials/")) continue;
        Page page{Assembler(texts, manifest, name).assemble(), nullptr};
        page.parsed = std::make_unique<kainjow::mustache::mustache>(page.source);
        if (!page.parsed->is_valid())
            fail(name + ".mustache is broken: " + page.parsed->error_message());
        page.parsed->set_custom_escape(escaped);
        pages_.emplace(name, std::move(page));
    }
}

// render() is not const in the library, yet changes nothing without lambdas and partials of its
// own, of which there are none here.
std::string TemplateSet::render(std::string_view name, const ViewModel& model) const {
    constexpr std::size_t usual_growth_octets = 16 * 1024;
    const Page& found = page(name);
    std::string out;
    out.reserve(found.source.size() + usual_growth_octets);
    found.parsed->render(model.data(), [&out](const std::string& piece) { out += piece; });
    return out;
}

std::vector<std::string> TemplateSet::names() const {
    std::vector<std::string> names;
    for (const auto& [name, page] : pages_) names.push_back(name);
    return names;
}

const std::string& TemplateSet::source(std::string_view name) const {
    return page(name).source;
}

const TemplateSet::Page& TemplateSet::page(std::string_view name) const {
    const auto found = pages_.find(name);
    if (found == pages_.end()) throw std::logic_error("There is no template " + std::string(name));
    return found->second;
}

std::string escaped(const std::string& text) {
    constexpr const char* special = "&<>\"'";
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    std::size_t from = 0;
    for (auto at = text.find_first_of(special); at != std::string::npos;
         at = text.find_first_of(special, from)) {
        out.append(text, from, at - from);
        switch (text[at]) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += "&#39;";
                break;
        }
        from = at + 1;
    }
    out.append(text, from, std::string::npos);
    return out;
}

}  // namespace parley::views
