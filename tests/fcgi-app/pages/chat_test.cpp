#include <boost/test/unit_test.hpp>

#include "domain/chat/messages.h"
#include "domain/chat/rooms.h"
#include "domain/follows/follows.h"
#include "tests/fcgi-app/pages/site.h"

using namespace parley;
using test::Answer;
using test::Browser;

namespace {

struct Chat : test::Site {
    Chat() { befriend(sam, mara); }

    void mara_writes(const std::string& text) {
        run([&](Transaction& tx) {
            const auto room = chat::open_room(tx, mara, sam.user);
            const chat::Outgoing message{room.id, mara.user, std::nullopt, text};
            chat::send(tx, {&message, 1});
        });
    }
    std::string unread(const std::string& query = "") {
        return browser.get("/chat/unread-count/" + query).body;
    }

    const Actor sam = member("sam");
    const Actor mara = member("mara");
    Browser browser{*this, sam};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pages_chat, Chat)

BOOST_AUTO_TEST_CASE(a_room_is_made_at_first_use) {
    BOOST_TEST(browser.get("/chat/").shows("data-room-id=\"\" data-username=\"mara\""));
    const Answer room = browser.get("/chat/room/Mara/");
    BOOST_TEST(room.status == 200);
    const std::string id = room.between("id=\"main\" tabindex=\"-1\" data-room-id=\"", "\"");
    BOOST_TEST(!id.empty());
    BOOST_TEST(browser.get("/chat/").shows("data-room-id=\"" + id + "\""));
    BOOST_TEST(room.shows("data-last-id=\"0\""));
}

BOOST_AUTO_TEST_CASE(a_message_is_sent_without_scripts) {
    const Answer sent = browser.post("/chat/room/mara/", {{"message", " Hello\r\nMara "}});
    BOOST_TEST(sent.status == 303);
    const Answer room = browser.follow(sent);
    BOOST_TEST(room.shows("data-message-id=\"1\""));
    BOOST_TEST(room.shows(">Hello\nMara</div>"));
    BOOST_TEST(room.shows("data-last-id=\"1\""));
    BOOST_TEST(unread() == "{\"count\":0}");
    Browser other(*this, mara);
    BOOST_TEST(other.get("/chat/unread-count/").body == "{\"count\":1}");
    BOOST_TEST(other.get("/chat/").shows("Hello"));
}

BOOST_AUTO_TEST_CASE(a_faulty_message_comes_back_filled_in) {
    const std::string long_text(chat::message_length_max + 1, 'a');
    const Answer answer = browser.post("/chat/room/mara/", {{"message", long_text}});
    BOOST_TEST(answer.status == 422);
    BOOST_TEST(answer.shows(">" + long_text + "</textarea>"));
    BOOST_TEST(answer.shows("id=\"message-error\""));
    BOOST_TEST(browser.post("/chat/room/mara/", {{"message", " "}}).status == 422);
}

BOOST_AUTO_TEST_CASE(opening_a_room_marks_it_read) {
    mara_writes("One");
    mara_writes("Two");
    BOOST_TEST(unread() == "{\"count\":2}");
    BOOST_TEST(browser.get("/posts/").shows("id=\"chat-badge\" data-badge=\"chat\">2<"));
    const Answer room = browser.get("/chat/room/mara/");
    BOOST_TEST(room.shows("data-unread=\"2\""));
    BOOST_TEST(room.shows("data-unread-line><span>2 new</span>"));
    BOOST_TEST(room.shows("id=\"chat-badge\" data-badge=\"chat\" hidden>0<"));
    BOOST_TEST(unread() == "{\"count\":0}");
    BOOST_TEST(browser.get("/chat/room/mara/").shows("data-unread=\"0\""));
    Browser other(*this, mara);
    BOOST_TEST(other.get("/chat/room/sam/").shows("data-state=\"seen\""));
}

BOOST_AUTO_TEST_CASE(unread_messages_are_counted_without_one_room) {
    mara_writes("One");
    const auto room = session.value<std::uint64_t>("SELECT id FROM rooms").value();
    BOOST_TEST(unread("?exclude_room=" + std::to_string(room)) == "{\"count\":0}");
    BOOST_TEST(unread("?exclude_room=" + std::to_string(room + 1)) == "{\"count\":1}");
    BOOST_TEST(unread("?exclude_room=abc") == "{\"count\":1}");
}

BOOST_AUTO_TEST_CASE(older_messages_are_a_page_away) {
    for (int i = 1; i <= 51; ++i) mara_writes("Number " + std::to_string(i) + ".");
    const Answer newest = browser.get("/chat/room/mara/");
    BOOST_TEST(newest.shows("Number 51."));
    BOOST_TEST(!newest.shows("Number 1."));
    BOOST_TEST(newest.shows("href=\"/chat/room/mara/?before=2\""));
    const Answer older = browser.get("/chat/room/mara/?before=2");
    BOOST_TEST(older.shows("Number 1."));
    BOOST_TEST(!older.shows("Number 2."));
    BOOST_TEST(older.shows("data-has-older=\"false\""));
}

BOOST_AUTO_TEST_CASE(who_is_no_friend_is_told_how_to_become_one) {
    const Actor kim = member("kim");
    run([&](Transaction& tx) { follows::follow(tx, sam, "kim"); });
    const Answer room = browser.get("/chat/room/kim/");
    BOOST_TEST(room.status == 403);
    BOOST_TEST(room.shows("not friends yet"));
    BOOST_TEST(room.shows("action=\"/user/unfollow/kim/\""));
    const Answer json = browser.asking_for_json().get("/chat/room/kim/");
    BOOST_TEST(json.status == 403);
    BOOST_TEST(json.shows("\"error\":\"forbidden\""));
    BOOST_TEST(session.value<std::uint64_t>("SELECT COUNT(*) FROM rooms").value() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
