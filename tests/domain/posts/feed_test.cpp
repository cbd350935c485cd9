#include "domain/posts/feed.h"

#include <boost/test/unit_test.hpp>

#include "domain/follows/follows.h"
#include "domain/profiles/profile_store.h"
#include "tests/support/test_database.h"

using namespace parley;

namespace {

struct Feed : test::Database {
    Actor ana = member("ana"), ben = member("ben"), cleo = member("cleo");

    PostId write(const Actor& who, const std::string& text) {
        return run([&](Transaction& tx) { return posts::create(tx, who, text, {}); });
    }
    void follow(const Actor& a, const Actor& b) {
        run([&](Transaction& tx) { follows::follow(tx, a, b.username); });
    }
    // All pages, one after the other.
    std::vector<std::string> texts(const Actor& who) {
        std::vector<std::string> out;
        std::optional<PostId> before;
        for (;;) {
            const auto page = posts::feed(session, who, before);
            for (const auto& post : page.posts) out.push_back(post.content);
            if (!page.has_more) return out;
            before = page.posts.back().id;
        }
    }
    void make_broadcaster(const Actor& who) {
        session.execute("INSERT INTO broadcasters (user_id) VALUES (?)", who.user);
    }
};

using Texts = std::vector<std::string>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(posts_feed, Feed)

BOOST_AUTO_TEST_CASE(own_posts_and_those_of_the_followed_are_in_it_newest_first) {
    follow(ana, ben);
    write(ana, "a");
    write(ben, "b");
    write(cleo, "c");
    BOOST_TEST(texts(ana) == (Texts{"b", "a"}), boost::test_tools::per_element());
    BOOST_TEST(texts(ben) == (Texts{"b"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(following_brings_earlier_posts_and_unfollowing_takes_them_away) {
    write(ben, "b1");
    write(ana, "a");
    write(ben, "b2");
    follow(ana, ben);
    BOOST_TEST(texts(ana) == (Texts{"b2", "a", "b1"}), boost::test_tools::per_element());
    run([&](Transaction& tx) { follows::unfollow(tx, ana, "ben"); });
    BOOST_TEST(texts(ana) == (Texts{"a"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(pages_follow_each_other_without_a_gap_or_a_repeat) {
    follow(ana, ben);
    Texts expected;
    for (int i = 0; i < 45; ++i) {
        write(i % 3 ? ben : ana, std::to_string(i));
        expected.insert(expected.begin(), std::to_string(i));
    }
    BOOST_TEST(texts(ana) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_broadcasters_posts_are_merged_in_at_their_place) {
    follow(ana, ben);
    follow(ana, cleo);
    Texts expected;
    for (int i = 0; i < 50; ++i) {
        if (i == 10) make_broadcaster(cleo);
        write(i % 2 ? ben : cleo, std::to_string(i));
        expected.insert(expected.begin(), std::to_string(i));
    }
    BOOST_TEST(session
                   .value<std::uint64_t>(
                       "SELECT COUNT(*) FROM timeline WHERE user_id = ? AND author_id = ?",
                       ana.user, cleo.user)
                   .value() == 5u);
    BOOST_TEST(texts(ana) == expected, boost::test_tools::per_element());
    run([&](Transaction& tx) { follows::unfollow(tx, ana, "cleo"); });
    BOOST_TEST(texts(ana).size() == 25u);
}

BOOST_AUTO_TEST_CASE(what_was_trimmed_away_is_still_found) {
    follow(ana, ben);
    Texts expected;
    for (int i = 0; i < 1050; ++i) {
        write(i % 7 ? ben : ana, std::to_string(i));
        if (i % 5 == 0) write(cleo, "not for ana");
        expected.insert(expected.begin(), std::to_string(i));
    }
    UserId last;
    do {
        last = run([&](Transaction& tx) { return posts::trim_timelines(tx, last); });
    } while (last);
    BOOST_TEST(
        session.value<std::uint64_t>("SELECT COUNT(*) FROM timeline WHERE user_id = ?", ana.user)
            .value() == 800u);
    BOOST_TEST(texts(ana) == expected, boost::test_tools::per_element());
    follow(ana, cleo);
    BOOST_TEST(texts(ana).size() == 1050u + 210u);
}

BOOST_AUTO_TEST_CASE(newer_posts_are_counted) {
    follow(ana, ben);
    const auto seen = write(ben, "1");
    write(ben, "2");
    write(cleo, "3");
    BOOST_TEST(posts::count_newer(session, ana, seen) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
