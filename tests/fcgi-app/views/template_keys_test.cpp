// Every tag of every template has a key of the right kind in what its view hands over. The library
// prints nothing for a missing key and says nothing, so this test does.
#include <map>

#include <boost/test/unit_test.hpp>

#include "fcgi-app/views/accounts_view.h"
#include "fcgi-app/views/chat_view.h"
#include "fcgi-app/views/error_view.h"
#include "fcgi-app/views/notifications_view.h"
#include "fcgi-app/views/posts_view.h"
#include "fcgi-app/views/profiles_view.h"
#include "fcgi-app/views/shell_view.h"
#include "fcgi-app/views/styleguide_view.h"
#include "tests/fcgi-app/pages/site.h"

using namespace parley;
using views::ViewModel;

namespace {

// A template as a tree of its sections.
struct Node {
    char kind;  // 'v'ariable, '#' section, '^' inverted section
    std::string name;
    std::vector<Node> children = {};
};

class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {}

    std::vector<Node> nodes() {
        std::vector<Node> list;
        for (std::string tag = next_tag(); !tag.empty() && tag[0] != '/'; tag = next_tag()) {
            if (tag[0] == '#' || tag[0] == '^')
                list.push_back({tag[0], tag.substr(1), nodes()});
            else
                list.push_back({'v', tag});
        }
        return list;
    }

  private:
    std::string next_tag() {
        const auto begin = text_.find("{{");
        if (begin == text_.npos) return {};
        const auto end = text_.find("}}", begin);
        std::string tag(text_.substr(begin + 2, end - begin - 2));
        text_.remove_prefix(end + 2);
        return tag;
    }

    std::string_view text_;
};

// Walks the tree and the data together, into sections that would not be shown as well.
class Comparison {
  public:
    using Data = ViewModel::Data;

    explicit Comparison(const ViewModel& model, bool allows_empty_lists = false)
        : allows_empty_lists_(allows_empty_lists) {
        scopes_.push_back(&model.data());
    }

    void walk(const std::vector<Node>& nodes) {
        for (const Node& node : nodes) {
            const Data* data = find(node.name);
            if (!data) {
                complain(node, "has no key");
            } else if (node.kind == 'v') {
                require(data->is_string(), node, "is not a text");
            } else if (node.kind == '^') {
                require(data->is_bool() || data->is_list(), node, "is not a boolean");
                walk(node.children);
            } else {
                walk_section(node, *data);
            }
        }
    }

    std::vector<std::string> complaints;

  private:
    void walk_section(const Node& node, const Data& data) {
        require(data.is_bool() || data.is_list() || data.is_object(), node, "is not a section");
        require(allows_empty_lists_ || !data.is_empty_list(), node,
                "is an empty list, so that its items go untested");
        if (data.is_bool()) return walk(node.children);
        if (data.is_object()) return walk_within(node, data);
        if (data.is_list())
            for (const Data& item : data.list_value()) walk_within(node, item);
    }

    void walk_within(const Node& node, const Data& data) {
        scopes_.push_back(&data);
        walk(node.children);
        scopes_.pop_back();
    }

    const Data* find(const std::string& name) const {
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
            if (const Data* data = (*scope)->get(name)) return data;
        return nullptr;
    }

    void require(bool good, const Node& node, const char* complaint) {
        if (!good) complain(node, complaint);
    }
    void complain(const Node& node, const char* complaint) {
        complaints.push_back("{{" + (node.kind == 'v' ? "" : std::string(1, node.kind)) +
                             node.name + "}} " + complaint);
    }

    bool allows_empty_lists_;
    std::vector<const Data*> scopes_;
};

// Samples in which every list has an item and every optional part is there.
const UtcTime noon{std::chrono::sys_days{std::chrono::November / 28 / 2026} +
                   std::chrono::hours(12)};
const profiles::Person mara{UserId{2}, "mara", "Mara Lindqvist", "3f00a1.webp"};
const Actor viewer{UserId{1}, "sam", false};
const views::FormState faulty{{{"content", "typed"}},
                              {{"content", {"Too long."}},
                               {"image", {"Not a picture."}},
                               {"alt", {"Too long."}},
                               {"message", {"Too long."}},
                               {"username", {"Taken."}},
                               {"email", {"Taken."}},
                               {"password", {"Too short."}},
                               {"password_confirm", {"Another one."}},
                               {"old_password", {"Wrong."}},
                               {"first_name", {"Too long."}},
                               {"last_name", {"Too long."}},
                               {"bio", {"Too long."}},
                               {"location", {"Too long."}},
                               {"website", {"Odd."}},
                               {"birth_date", {"In the future."}},
                               {"avatar", {"Not a picture."}},
                               {"form", {"Something else."}}}};

posts::PostPage sample_posts() {
    posts::Post post{PostId{12}, mara, "See https://example.org/", noon, noon, 3, 1, true, {}};
    post.images.push_back({"3f00a1.webp", 800, 600, "A lake"});
    return {{post}, true};
}

chat::ChatList sample_chats() {
    return {{{mara, RoomId{7}, "Hello", false, noon, 2}}, true};
}

profiles::Profile sample_profile() {
    profiles::Profile profile;
    profile.user = mara.user;
    profile.username = mara.username;
    profile.first_name = "Mara";
    profile.bio = "I like https://example.org/";
    profile.location = "Umeå";
    profile.website = "https://mara.example/";
    profile.birth_date = "1990-05-03";
    profile.followed = profile.follows_back = true;
    profile.joined_at = noon;
    return profile;
}

views::Shell sample_shell() {
    views::Shell shell;
    shell.title = "Title";
    shell.csrf_token = "token";
    shell.me = profiles::Person{viewer.user, viewer.username, "Sam Okafor", "3f00a1.webp"};
    shell.unread = {2, 5};
    shell.flash_key = "profile_saved";
    shell.room = RoomId{7};
    shell.aside.suggestions.push_back({mara, true, 0});
    shell.aside.recent_chats = sample_chats().entries;
    shell.shows_aside = true;
    shell.now = noon;
    return shell;
}

ViewModel feed() {
    ViewModel model = views::feed_page({sample_posts(), viewer, "Sam Okafor", true});
    views::add_composer(model, faulty, "Sam Okafor");
    return model;
}

ViewModel composer() {
    ViewModel model;
    views::add_composer(model, faulty, "Sam Okafor");
    return model;
}

ViewModel post() {
    const posts::CommentPage comments{
        {{CommentId{5}, mara, "Yes https://example.org/", noon, true}}, true};
    return views::post_page({sample_posts().posts.front(), comments, viewer, faulty});
}

ViewModel people() {
    const follows::PeoplePage page{{{FollowId{3}, mara, true, true}}, true};
    return views::people_page({sample_profile(), page, viewer, true});
}

ViewModel notification_list() {
    const notifications::NotificationPage page{
        {{NotificationId{9}, notifications::Kind::comment, mara, PostId{12}, CommentId{5}, "Yes",
          false, noon},
         {NotificationId{8}, notifications::Kind::comment, mara, PostId{12}, CommentId{4}, "And",
          false, noon}},
        true};
    return views::notifications_page(page, viewer, 5);
}

ViewModel room() {
    const chat::MessagePage history{
        {{MessageId{2}, mara.user, "mara", "Mara", std::nullopt, "https://example.org/", noon}},
        true};
    const chat::Room room{RoomId{7}, mara.user, MessageId{2}, MessageId{1}, MessageId{2}};
    return views::room_page({sample_chats(), room, mara, viewer, history, true, faulty, noon});
}

ViewModel failure() {
    return views::error_model({503, "Try again.", "abc123", std::nullopt, "token"});
}

std::map<std::string, ViewModel (*)()> samples() {
    return {
        {"chat/list", [] { return views::chat_list_page(sample_chats(), noon); }},
        {"chat/not_friends", [] { return views::not_friends_page(sample_profile()); }},
        {"chat/room", room},
        {"errors/error", failure},
        {"posts/create", composer},
        {"posts/edit", [] { return views::edit_post_page(PostId{12}, faulty); }},
        {"posts/feed", feed},
        {"posts/notifications", notification_list},
        {"posts/show", post},
        {"styleguide/index", [] { return views::styleguide_page(noon); }},
        {"user/edit_profile", [] { return views::edit_profile_page(faulty, true); }},
        {"user/login", [] { return views::login_page(faulty, "/posts/"); }},
        {"user/logout", [] { return ViewModel(); }},
        {"user/password_change", [] { return views::password_change_page(faulty); }},
        {"user/people", people},
        {"user/profile",
         [] { return views::profile_page(sample_profile(), sample_posts(), viewer); }},
        {"user/register", [] { return views::register_page(faulty); }},
    };
}

ViewModel whole(const std::string& name) {
    ViewModel model = samples().at(name)();
    views::add_shell(model, sample_shell());
    return model;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(views_template_keys)

BOOST_AUTO_TEST_CASE(every_template_has_a_view_and_every_view_a_template) {
    std::vector<std::string> with_sample;
    for (const auto& [name, make] : samples()) with_sample.push_back(name);
    BOOST_TEST(test::templates().set().names() == with_sample, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_tag_has_a_key_of_its_kind) {
    for (const auto& [name, make] : samples()) {
        const ViewModel model = whole(name);
        // The style guide's parts are those of other pages, where their lists are full.
        Comparison comparison(model, name == "styleguide/index");
        comparison.walk(Parser(test::templates().set().source(name)).nodes());
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(comparison.complaints == std::vector<std::string>(),
                       boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_tag_without_a_key_would_be_noticed) {
    ViewModel model;
    model.set("known", "text").set("flag", false).set("none", std::vector<ViewModel>());
    Comparison comparison(model);
    comparison.walk(Parser("{{known}}{{unknown}}{{#flag}}{{hidden}}{{/flag}}{{#none}}{{/none}}"
                           "{{flag}}{{^known}}{{/known}}")
                        .nodes());
    BOOST_TEST(comparison.complaints.size() == 5u);
}

BOOST_AUTO_TEST_CASE(a_page_is_complete_html_with_its_texts) {
    const std::string html = test::templates().set().render("posts/feed", whole("posts/feed"));
    for (const auto* part :
         {"<!doctype html>", "</html>", "Mara Lindqvist", "A lake", "data-post-id=\"12\"",
          "/media/3f/3f00a1.webp", "href=\"https://example.org/\"", "Your profile is saved."})
        BOOST_TEST(html.find(part) != html.npos, part << " is not on the page");
    BOOST_TEST(html.find("{{") == html.npos);
}

BOOST_AUTO_TEST_SUITE_END()
