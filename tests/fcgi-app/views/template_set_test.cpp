#include "fcgi-app/views/template_set.h"

#include <fstream>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

using parley::views::TemplateSet;
using parley::views::ViewModel;

namespace {

namespace fs = std::filesystem;

// A directory of templates made for one test.
struct Templates {
    Templates() {
        static int count = 0;
        directory = fs::temp_directory_path() / ("parley-templates-" + std::to_string(getpid()) +
                                                 "-" + std::to_string(count++));
        write("layout.mustache", "<html>{{> content}}</html>\n");
        write("assets.json", R"({"app.css":"app.3f2a.css"})");
    }
    ~Templates() { fs::remove_all(directory); }

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((directory / name).parent_path());
        std::ofstream(directory / name) << text;
    }
    TemplateSet load() const { return TemplateSet(directory, directory); }
    std::string refusal() const {
        try {
            load();
            return "none";
        } catch (const std::runtime_error& error) {
            return error.what();
        }
    }

    fs::path directory;
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(views_template_set, Templates)

BOOST_AUTO_TEST_CASE(the_layout_is_wrapped_around_a_page_and_partials_are_put_in) {
    write("posts/feed.mustache", "{{#posts}}{{> post}};{{/posts}}\n");
    write("partials/post.mustache", "{{> name}}: {{text}}\n");
    write("partials/name.mustache", "{{name}}");
    ViewModel model;
    std::vector<ViewModel> posts;
    posts.push_back(std::move(ViewModel().set("name", "ana").set("text", "one")));
    posts.push_back(std::move(ViewModel().set("name", "ben").set("text", "two")));
    model.set("posts", std::move(posts));
    BOOST_TEST(load().render("posts/feed", model) == "<html>ana: one;ben: two;</html>\n");
}

BOOST_AUTO_TEST_CASE(texts_are_escaped_and_never_expanded_again) {
    write("page.mustache", "<p title=\"{{text}}\">{{text}}</p>");
    const auto html = load().render("page", ViewModel().set("text", "<b>&\"'{{x}}"));
    BOOST_TEST(html ==
               "<html><p title=\"&lt;b&gt;&amp;&quot;&#39;{{x}}\">"
               "&lt;b&gt;&amp;&quot;&#39;{{x}}</p></html>\n");
}

BOOST_AUTO_TEST_CASE(an_empty_text_has_nothing_to_show) {
    write("page.mustache", "{{#has_bio}}[{{bio}}]{{/has_bio}}{{^has_bio}}none{{/has_bio}}");
    const TemplateSet templates = load();
    BOOST_TEST(templates.render("page", ViewModel().set_with_has("", "bio", "")) ==
               "<html>none</html>\n");
    BOOST_TEST(templates.render("page", ViewModel().set_with_has("", "bio", "x")) ==
               "<html>[x]</html>\n");
}

BOOST_AUTO_TEST_CASE(assets_become_addresses_with_their_digest) {
    write("page.mustache", "{{asset app.css}}");
    BOOST_TEST(load().source("page") == "<html>/static/app.3f2a.css</html>\n");
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_named_at_start) {
    write("page.mustache", "{{> ghost}}");
    BOOST_TEST(contains(refusal(), "partials/ghost.mustache is missing; page.mustache uses it"));
    write("page.mustache", "{{asset ghost.css}}");
    BOOST_TEST(contains(refusal(), "assets.json has no ghost.css; page.mustache uses it"));
    fs::remove(directory / "assets.json");
    BOOST_TEST(contains(refusal(), "assets.json"));
}

BOOST_AUTO_TEST_CASE(a_partial_within_itself_is_refused) {
    write("page.mustache", "{{> a}}");
    write("partials/a.mustache", "{{> b}}");
    write("partials/b.mustache", "{{> a}}");
    BOOST_TEST(contains(refusal(), "contains itself"));
}

BOOST_AUTO_TEST_CASE(raw_tags_and_changed_delimiters_are_refused) {
    for (const auto* text : {"{{{raw}}}", "{{&raw}}", "{{ & raw }}", "{{=<% %>=}}", "{{}}"}) {
        write("page.mustache", text);
        BOOST_TEST(contains(refusal(), "not allowed"), text << " was let through");
    }
}

BOOST_AUTO_TEST_CASE(broken_tags_are_refused_at_start) {
    for (const auto* text : {"{{#open}}", "{{/closed}}", "{{#a}}{{/b}}", "{{a"}) {
        write("page.mustache", text);
        BOOST_TEST(refusal() != "none", text << " was let through");
    }
}

BOOST_AUTO_TEST_CASE(an_unknown_page_is_a_mistake_of_ours) {
    BOOST_CHECK_THROW(load().render("ghost", ViewModel()), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
