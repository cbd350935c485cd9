#include "domain/posts/comments.h"

#include <boost/test/unit_test.hpp>

#include "domain/notifications/notifications.h"
#include "tests/support/test_database.h"

using namespace parley;

namespace {

struct Commented : test::Database {
    Actor ana = member("ana"), ben = member("ben"), cleo = member("cleo");
    PostId post = run([&](Transaction& tx) { return posts::create(tx, ana, "hello", {}); });
    posts::CommentOutcome say(const Actor& who, const std::string& text) {
        return run([&](Transaction& tx) { return posts::add_comment(tx, who, post, text); });
    }
    posts::CommentRemoval remove(const Actor& who, CommentId id) {
        return run([&](Transaction& tx) { return posts::remove_comment(tx, who, id); });
    }
    posts::CommentPage page(const Actor& who, std::optional<CommentId> before = {}) {
        return posts::comments_of(session, who, posts::show(session, who, post), before);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(posts_comments, Commented)

BOOST_AUTO_TEST_CASE(a_comment_is_counted_shown_and_told_to_the_author) {
    BOOST_TEST(say(ben, "Lovely").total_comments == 1u);
    BOOST_TEST(say(ana, "Thanks").total_comments == 2u);
    const auto shown = page(ben);
    BOOST_REQUIRE(shown.comments.size() == 2u);
    BOOST_TEST(shown.comments[0].content == "Lovely");
    BOOST_TEST(shown.comments[0].can_delete);
    BOOST_TEST(!shown.comments[1].can_delete);
    BOOST_TEST(notifications::unread_count(session, ana.user) == 1u);
}

BOOST_AUTO_TEST_CASE(empty_and_long_comments_are_refused) {
    BOOST_CHECK_THROW(say(ben, " \n "), Error);
    BOOST_CHECK_THROW(say(ben, std::string(1001, 'x')), Error);
    BOOST_CHECK_NO_THROW(say(ben, std::string(1000, 'x')));
}

BOOST_AUTO_TEST_CASE(its_author_and_the_posts_author_may_delete_a_comment) {
    const auto mine = say(ben, "one").id, other = say(ben, "two").id, third = say(cleo, "three").id;
    BOOST_TEST(remove(ben, mine).total_comments == 2u);
    BOOST_TEST(remove(ana, other).total_comments == 1u);
    BOOST_CHECK_EXCEPTION(remove(ben, third), Error,
                          [](const Error& e) { return e.kind == ErrorKind::forbidden; });
    BOOST_CHECK_EXCEPTION(remove(ben, mine), Error,
                          [](const Error& e) { return e.kind == ErrorKind::not_found; });
    BOOST_TEST(notifications::unread_count(session, ana.user) == 1u);
}

BOOST_AUTO_TEST_CASE(the_newest_page_comes_first_and_older_ones_follow) {
    for (int i = 0; i < 53; ++i) say(ben, std::to_string(i));
    const auto newest = page(ana);
    BOOST_TEST(newest.comments.size() == 50u);
    BOOST_TEST(newest.has_older);
    BOOST_TEST(newest.comments.back().content == "52");
    const auto older = page(ana, newest.comments.front().id);
    BOOST_TEST(older.comments.size() == 3u);
    BOOST_TEST(!older.has_older);
}

BOOST_AUTO_TEST_SUITE_END()
