#include <filesystem>

#include <boost/test/unit_test.hpp>

#include "domain/chat/unread.h"
#include "domain/notifications/notifications.h"
#include "domain/posts/feed.h"
#include "parleyctl/demo/settlement.h"
#include "platform/image_file.h"
#include "tests/platform/temporary_directory.h"
#include "tests/support/test_database.h"

using namespace parley;
using namespace parley::demo;

namespace {

constexpr Size small{.members = 24, .posts = 120};

struct Settled : test::Database {
    Settled()
        : community(plan_community(small, utc_now(), dice)),
          gallery(community, media.path(), dice) {
        image_file::start();
    }

    void settle() {
        run([&](Transaction& tx) { settlement.settle(tx, dice); });
        gallery.keep();
    }
    std::uint64_t count(std::string_view sql) { return session.value<std::uint64_t>(sql).value(); }

    test::TemporaryDirectory media;
    Dice dice{7};
    Community community;
    Gallery gallery;
    Settlement settlement{community, gallery, "!", [](const std::string&) {}};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(parleyctl_demo_settlement, Settled)

BOOST_AUTO_TEST_CASE(what_was_planned_is_there) {
    settle();
    BOOST_TEST(count("SELECT COUNT(*) FROM users") == community.members.size());
    BOOST_TEST(count("SELECT COUNT(*) FROM posts") == community.posts.size());
    BOOST_TEST(count("SELECT COUNT(*) FROM follows") == community.follows.size());
    BOOST_TEST(count("SELECT COUNT(*) FROM likes") == community.likes.size());
    BOOST_TEST(count("SELECT COUNT(*) FROM comments") == community.comments.size());
    BOOST_TEST(count("SELECT COUNT(*) FROM rooms") == community.chats.size());
}

BOOST_AUTO_TEST_CASE(the_order_of_the_feed_is_the_order_of_time) {
    settle();
    BOOST_TEST(count("SELECT COUNT(*) FROM posts a JOIN posts b ON b.id > a.id AND b.created_at < "
                     "a.created_at") == 0u);
    BOOST_TEST(count("SELECT COUNT(*) FROM comments a JOIN comments b ON b.post_id = a.post_id AND "
                     "b.id > a.id"
                     " AND b.created_at < a.created_at") == 0u);
    BOOST_TEST(count("SELECT COUNT(*) FROM notifications a JOIN notifications b ON b.user_id = "
                     "a.user_id AND b.id > a.id"
                     " AND b.created_at < a.created_at") == 0u);
    BOOST_TEST(count("SELECT COUNT(*) FROM messages a JOIN messages b ON b.room_id = a.room_id AND "
                     "b.seq > a.seq"
                     " AND b.created_at < a.created_at") == 0u);
}

BOOST_AUTO_TEST_CASE(rooms_and_notifications_are_as_old_as_what_they_are_about) {
    settle();
    BOOST_TEST(
        count("SELECT COUNT(*) FROM rooms r WHERE last_at <> (SELECT MAX(created_at) FROM messages"
              " WHERE room_id = r.id)") == 0u);
    BOOST_TEST(count("SELECT COUNT(*) FROM notifications n JOIN comments c ON c.id = n.comment_id"
                     " WHERE c.created_at <> n.created_at") == 0u);
    BOOST_TEST(count("SELECT COUNT(*) FROM notifications n JOIN users u ON u.id = n.user_id"
                     " WHERE u.created_at > n.created_at") == 0u);
}

BOOST_AUTO_TEST_CASE(somebody_of_the_cast_has_a_feed_and_something_unread) {
    settle();
    const auto id = session.value<UserId>("SELECT id FROM users WHERE username = 'mara'");
    BOOST_REQUIRE(id.has_value());
    BOOST_TEST(posts::feed(session, {*id, "mara"}, std::nullopt).posts.size() == posts::page_size);
    BOOST_TEST(chat::unread_count(session, *id) > 0u);
    BOOST_TEST(demo_store::email_is_known(session, email_of(community.members[mara])));
}

BOOST_AUTO_TEST_CASE(a_name_that_is_taken_gets_a_number) {
    member("mara");
    settle();
    BOOST_TEST(settlement.username_of(mara) == "mara2");
    BOOST_TEST(settlement.username_of(tomas) == "tomas");
}

BOOST_AUTO_TEST_CASE(settling_may_be_run_again_from_the_start) {
    try {
        run([&](Transaction& tx) {
            settlement.settle(tx, dice);
            throw std::runtime_error("lost");
        });
    } catch (const std::runtime_error&) {
    }
    BOOST_TEST(count("SELECT COUNT(*) FROM users") == 0u);
    settle();
    BOOST_TEST(count("SELECT COUNT(*) FROM posts") == community.posts.size());
}

BOOST_AUTO_TEST_CASE(every_picture_of_the_database_is_a_file) {
    gallery.start_painting();
    settle();
    gallery.finish();
    std::size_t files = 0;
    for (const auto& [name] : session.rows<std::string>(
             "SELECT file FROM post_images UNION ALL SELECT avatar FROM profiles")) {
        BOOST_TEST(std::filesystem::exists(media.path() / image_file::relative_path(name)));
        ++files;
    }
    BOOST_TEST(files > community.members.size());
}

BOOST_AUTO_TEST_SUITE_END()
