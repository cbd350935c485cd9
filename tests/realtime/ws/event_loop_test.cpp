#include "realtime/ws/event_loop.h"

#include <future>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "realtime/ws/upgrade_server.h"
#include "tests/realtime/support/client_frames.h"
#include "tests/realtime/support/daemon_fixture.h"

using namespace parley;
using namespace parley::ws;
using namespace std::chrono_literals;
using parley::test::client_frame;
using parley::test::client_header;
using parley::test::WebSocketClient;

namespace {

class Echo : public Handler {
  public:
    explicit Echo(std::atomic<int>& open) : open_(open) {}
    void opened(Connection& connection) override {
        ++open_;
        connection.send(text_frame("welcome"));
    }
    void received(Connection& connection, ws::Message message) override {
        if (message.payload == "fail") throw std::runtime_error("as asked");
        if (message.payload == "flood")
            for (int i = 0; i < 1000; ++i) connection.send(text_frame(std::string(1000, 'x')));
        connection.send(
            encode_frame(message.is_text ? Opcode::text : Opcode::binary, message.payload));
    }
    void closed(Connection&) override { --open_; }

  private:
    std::atomic<int>& open_;
};

class OpenGate : public Gate {
  public:
    explicit OpenGate(std::atomic<int>& open) : open_(open) {}
    std::variant<std::unique_ptr<Handler>, Refusal> admit(const UpgradeRequest& request) override {
        if (request.path == "/no") return Refusal{403, "no", "No."};
        if (request.path == "/broken") throw std::runtime_error("as asked");
        return std::make_unique<Echo>(open_);
    }

  private:
    std::atomic<int>& open_;
};

// An echo server on the real layer.
struct Server {
    explicit Server(Limits limits = {}) : loop(limits), thread([this] { loop.run(); }) {
        server.listen_on(path);
    }
    ~Server() {
        server.stop();
        loop.finish(CloseCode::service_restart, 500ms);
        thread.join();
        BOOST_TEST(open == 0);
    }

    WebSocketClient client() { return WebSocketClient(path, {.path = "/"}); }

    // What the loop counted, asked on its own thread.
    std::uint64_t count(LimitCounter LimitCounters::*counter) {
        std::promise<std::uint64_t> times;
        loop.post([&] { times.set_value((loop.counters().*counter).times()); });
        return times.get_future().get();
    }

    test::TemporaryDirectory directory;
    std::filesystem::path path = directory.path() / "echo.sock";
    std::atomic<int> open{0};
    OpenGate gate{open};
    EventLoop loop;
    UpgradeServer server{loop, gate};
    std::thread thread;
};

bool comes_true(const std::function<bool()>& condition) {
    for (int i = 0; i < 300; ++i) {
        if (condition()) return true;
        std::this_thread::sleep_for(10ms);
    }
    return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ws_event_loop)

BOOST_AUTO_TEST_CASE(a_socket_echoes_and_closes_with_the_code_it_was_sent) {
    Server server;
    auto client = server.client();
    BOOST_TEST(client.status() == 101);
    BOOST_TEST(client.next_text(2s).value() == "welcome");
    client.send_text("Hello");
    BOOST_TEST(client.next_text(2s).value() == "Hello");
    client.send_octets(client_frame(test::big_endian(4321, 2) + "bye", {.opcode = 0x8}));
    BOOST_TEST(client.close_code() == 4321);
}

BOOST_AUTO_TEST_CASE(frames_sent_along_with_the_handshake_are_not_lost) {
    Server server;
    WebSocketClient client(
        server.path,
        {.path = "/", .more_headers = "\r\n" + client_frame("early") + client_frame("bird")});
    BOOST_TEST(client.next_text(2s).value() == "welcome");
    BOOST_TEST(client.next_text(2s).value() == "early");
    BOOST_TEST(client.next_text(2s).value() == "bird");
}

BOOST_AUTO_TEST_CASE(a_ping_is_answered_with_its_payload) {
    Server server;
    auto client = server.client();
    client.next_text(2s);
    client.send_octets(client_frame("beat", {.opcode = 0x9}));
    BOOST_TEST(client.next_pong() == "beat");
}

BOOST_AUTO_TEST_CASE(broken_frames_close_with_their_code) {
    Server server;
    const std::pair<std::string, int> cases[] = {
        {client_frame("x", {.is_masked = false}), 1002},
        {client_frame("x", {.reserved_bits = 0x40}), 1002},
        {client_frame("\xFF"), 1007},
        {client_header(100'000), 1009},
        {client_header((1ULL << 63) - 1), 1009},
    };
    for (const auto& [octets, code] : cases) {
        auto client = server.client();
        client.send_octets(octets);
        BOOST_TEST(client.close_code() == code);
    }
    BOOST_TEST(server.count(&LimitCounters::message_too_big) == 2u);
}

BOOST_AUTO_TEST_CASE(a_handler_that_fails_costs_its_own_socket_alone) {
    Server server;
    auto good = server.client();
    auto bad = server.client();
    bad.send_text("fail");
    BOOST_TEST(bad.close_code() == 1011);
    good.next_text(2s);
    good.send_text("still here");
    BOOST_TEST(good.next_text(2s).value() == "still here");
}

BOOST_AUTO_TEST_CASE(a_reader_too_slow_for_its_outbox_is_closed_with_1013) {
    Server server;
    auto client = server.client();
    client.send_text("flood");
    BOOST_TEST(comes_true([&] { return server.count(&LimitCounters::outbox_full) == 1; }));
    BOOST_TEST(client.close_code() == 1013);
}

BOOST_AUTO_TEST_CASE(a_large_message_passes_through_full_socket_buffers) {
    Server server({.message_bytes_max = 20'000'000, .outbox_bytes_max = 50'000'000});
    auto client = server.client();
    client.next_text(2s);
    const std::string payload(10'000'000, 'x');
    std::thread sender([&] { client.send_octets(client_frame(payload)); });
    const auto back = client.next_text(20s);
    sender.join();
    BOOST_TEST((back == payload));
}

BOOST_AUTO_TEST_CASE(a_peer_that_hangs_up_is_forgotten) {
    Server server;
    {
        auto client = server.client();
        client.next_text(2s);
        BOOST_TEST(server.open == 1);
    }
    BOOST_TEST(comes_true([&] { return server.open == 0; }));
}

BOOST_AUTO_TEST_CASE(a_silent_peer_is_pinged_and_then_dropped) {
    Server server({.ping_every = 1s, .silence_max = 3s});
    auto lively = server.client();
    auto dead = server.client();
    dead.play_dead();
    std::thread reader([&] { lively.is_silent_about("nothing", 4500ms); });
    BOOST_TEST(dead.close_code(6s) == 0);
    reader.join();
    BOOST_TEST(dead.pings() >= 1);
    BOOST_TEST(lively.pings() >= 2);
    BOOST_TEST(server.count(&LimitCounters::silent) == 1u);
    lively.send_text("here");
    BOOST_TEST(lively.next_text(2s).value() == "here");
}

BOOST_AUTO_TEST_CASE(a_frame_that_is_never_finished_is_not_waited_for) {
    Server server({.partial_frame_max = 1s});
    auto client = server.client();
    client.next_text(2s);
    client.send_octets(client_frame("Hello").substr(0, 4));
    BOOST_TEST(client.close_code() == 1008);
    BOOST_TEST(server.count(&LimitCounters::partial_frame) == 1u);
}

BOOST_AUTO_TEST_CASE(a_flood_of_frames_is_closed_with_1008) {
    Server server({.frames_per_s = 5, .frames_burst = 20});
    auto client = server.client();
    std::string flood;
    for (int i = 0; i < 50; ++i) flood += client_frame("", {.opcode = 0xA});
    client.send_octets(flood);
    BOOST_TEST(client.close_code() == 1008);
    BOOST_TEST(server.count(&LimitCounters::flood) == 1u);
}

BOOST_AUTO_TEST_CASE(a_closing_handshake_has_its_time_limit) {
    Server server({.closing_max = 1s});
    auto client = server.client();
    client.play_dead();
    client.send_octets(client_frame("x", {.is_masked = false}));
    BOOST_TEST(client.close_code() == 1002);
    BOOST_TEST(comes_true([&] { return server.open == 0; }));
    BOOST_TEST(server.count(&LimitCounters::closing) == 1u);
}

BOOST_AUTO_TEST_CASE(refusals_are_plain_json) {
    Server server;
    WebSocketClient refused(server.path, {.path = "/no"});
    BOOST_TEST(refused.status() == 403);
    BOOST_TEST(refused.body() == R"({"error":"no","message":"No."})");
    WebSocketClient broken(server.path, {.path = "/broken"});
    BOOST_TEST(broken.status() == 500);
}

BOOST_AUTO_TEST_CASE(a_bad_handshake_is_refused_and_told_the_version) {
    Server server;
    WebSocketClient old(server.path, {.path = "/", .version = "8"});
    BOOST_TEST(old.status() == 400);
    BOOST_TEST(old.head().find("Sec-WebSocket-Version: 13\r\n") != std::string::npos);
    BOOST_TEST(WebSocketClient(server.path, {.path = "/", .key = "short"}).status() == 400);
    WebSocketClient post(server.path,
                         {.path = "/", .method = "POST", .more_headers = "Content-Length: 0\r\n"});
    BOOST_TEST(post.status() == 405);
}

BOOST_AUTO_TEST_CASE(health_is_ok_while_the_loop_does_its_rounds) {
    Server server;
    WebSocketClient health(server.path, {.path = "/healthz"});
    BOOST_TEST(health.status() == 200);
    BOOST_TEST(health.body() == "ok");
}

BOOST_AUTO_TEST_CASE(timers_go_off_in_order) {
    Server server;
    std::promise<std::string> done;
    auto order = std::make_shared<std::string>();
    server.loop.post([&] {
        server.loop.after(60ms, [&, order] { done.set_value(*order + "c"); });
        server.loop.after(20ms, [order] { *order += "b"; });
        server.loop.after(0ms, [order] { *order += "a"; });
    });
    BOOST_TEST(done.get_future().get() == "abc");
}

BOOST_AUTO_TEST_CASE(finishing_closes_all_and_waits_for_their_answers) {
    Server server;
    auto client = server.client();
    client.next_text(2s);
    server.loop.finish(CloseCode::service_restart, 2s);
    BOOST_TEST(client.close_code() == 1012);
}

BOOST_AUTO_TEST_SUITE_END()
