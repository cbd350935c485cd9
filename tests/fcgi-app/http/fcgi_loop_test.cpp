#include "fcgi-app/http/fcgi_loop.h"

#include <atomic>
#include <fcntl.h>
#include <latch>
#include <memory>
#include <set>
#include <sys/resource.h>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "tests/fcgi-app/http/fcgi_client.h"
#include "tests/platform/temporary_directory.h"

using namespace parley::http;
using namespace std::chrono_literals;
using parley::http::test::FcgiClient;

namespace {

Reply say(const std::string& text) {
    return {"Status: 200 OK\r\n\r\n", text, 200};
}

// A loop on a socket of its own, stopped at the end of the test.
struct Pool {
    explicit Pool(Responder responder, std::size_t threads = 4)
        : loop(listening), thread([this, responder, threads] {
              loop.run(threads, [&] {
                  ++responders;
                  return responder;
              });
          }) {}
    ~Pool() {
        stop();
        close(listening);
    }

    void stop() {
        loop.stop();
        if (thread.joinable()) thread.join();
    }

    std::string ask(const CgiParameters& parameters, std::string_view body = {}) const {
        FcgiClient client(path);
        client.send_head(parameters);
        client.send_body(body);
        const std::string answer = client.receive();
        return client.whole ? answer.substr(answer.find("\r\n\r\n") + 4) : "lost";
    }

    parley::test::TemporaryDirectory directory;
    std::filesystem::path path = directory.path() / "web.sock";
    int listening = parley::http::test::open_unix_socket(path, true);
    std::atomic<int> responders = 0;
    FcgiLoop loop;
    std::thread thread;
};

std::string all_of(BodyReader& body) {
    std::string out;
    for (auto piece = body.read(); !piece.empty(); piece = body.read()) out += piece;
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_fcgi_loop)

BOOST_AUTO_TEST_CASE(a_request_comes_in_whole_and_the_answer_goes_out_whole) {
    const Pool pool([](const CgiParameters& parameters, BodyReader& body) {
        return say(parameters.at("REQUEST_URI") + ' ' + all_of(body));
    });
    BOOST_TEST(pool.ask({{"REQUEST_URI", "/a?b=c"}, {"EMPTY", ""}}) == "/a?b=c ");
    std::string octets;
    for (int i = 0; i < 300'000; ++i) octets += static_cast<char>(i * 7);
    const std::string uri = "/" + std::string(5000, 'x');
    BOOST_TEST((pool.ask({{"REQUEST_URI", uri}}, octets) == uri + ' ' + octets));
}

BOOST_AUTO_TEST_CASE(each_thread_has_a_responder_of_its_own) {
    Pool pool([](const CgiParameters&, BodyReader&) { return say("x"); }, 3);
    BOOST_TEST(pool.ask({}) == "x");
    pool.stop();
    BOOST_TEST(pool.responders == 3);
}

BOOST_AUTO_TEST_CASE(as_many_requests_run_at_once_as_there_are_threads) {
    std::latch all_there(4);
    const Pool pool([&](const CgiParameters&, BodyReader&) {
        all_there.arrive_and_wait();  // hangs unless four come in at once
        return say("x");
    });
    std::vector<std::jthread> clients;
    std::atomic<int> answered = 0;
    for (int i = 0; i < 4; ++i) clients.emplace_back([&] { answered += pool.ask({}) == "x"; });
    clients.clear();
    BOOST_TEST(answered == 4);
}

BOOST_AUTO_TEST_CASE(an_answer_that_does_not_wait_for_the_body_arrives) {
    const Pool pool([](const CgiParameters&, BodyReader&) { return say("too large"); });
    FcgiClient client(pool.path);
    client.send_head({{"REQUEST_METHOD", "POST"}, {"CONTENT_LENGTH", "50000000"}});
    const std::string answer = client.receive();
    BOOST_TEST(client.whole);
    BOOST_TEST(answer.ends_with("too large"));
}

BOOST_AUTO_TEST_CASE(a_client_that_goes_away_harms_nobody) {
    const Pool pool([](const CgiParameters&, BodyReader& body) { return say(all_of(body) + "x"); },
                    1);
    {
        FcgiClient client(pool.path);
        client.send_head({});
    }
    BOOST_TEST(pool.ask({}) == "x");
}

BOOST_AUTO_TEST_CASE(stopping_lets_running_requests_finish) {
    std::latch running(3);
    std::atomic<bool> may_answer = false;
    Pool pool(
        [&](const CgiParameters&, BodyReader&) {
            running.count_down();
            may_answer.wait(false);
            return say("finished");
        },
        3);
    std::atomic<int> answered = 0;
    std::vector<std::jthread> clients;
    for (int i = 0; i < 3; ++i)
        clients.emplace_back([&] { answered += pool.ask({}) == "finished"; });
    running.wait();
    pool.loop.stop();
    may_answer = true;
    may_answer.notify_all();
    pool.stop();
    clients.clear();
    BOOST_TEST(answered == 3);
}

BOOST_AUTO_TEST_CASE(a_restart_under_load_loses_nothing) {
    const parley::test::TemporaryDirectory directory;
    const auto path = directory.path() / "web.sock";
    const int listening = parley::http::test::open_unix_socket(path, true);
    std::atomic<bool> done = false;
    std::atomic<int> answered = 0, lost = 0;
    {
        std::vector<std::jthread> clients;
        for (int i = 0; i < 3; ++i)
            clients.emplace_back([&] {
                while (!done) {
                    FcgiClient client(path);
                    client.send_head({});
                    client.send_body("");
                    client.receive();
                    ++(client.whole ? answered : lost);
                }
            });
        for (int round = 0; round < 10; ++round) {
            FcgiLoop loop(listening);
            std::jthread stopper([&] {
                std::this_thread::sleep_for(20ms);
                loop.stop();
            });
            loop.run(2, [] { return [](const CgiParameters&, BodyReader&) { return say("x"); }; });
        }
        // Whoever waits in the backlog is answered by the next pool.
        done = true;
        FcgiLoop loop(listening);
        std::jthread stopper([&] {
            clients.clear();
            loop.stop();
        });
        loop.run(2, [] { return [](const CgiParameters&, BodyReader&) { return say("x"); }; });
    }
    close(listening);
    BOOST_TEST(answered > 20);
    BOOST_TEST(lost == 0);
}

BOOST_AUTO_TEST_CASE(running_out_of_descriptors_is_survived) {
    Pool pool([](const CgiParameters&, BodyReader&) { return say("x"); }, 1);
    BOOST_TEST(pool.ask({}) == "x");
    FcgiClient client(pool.path);
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    rlimit none = before;
    none.rlim_cur = 3;  // no new descriptor from here on
    setrlimit(RLIMIT_NOFILE, &none);
    client.send_head({});
    client.send_body("");
    std::this_thread::sleep_for(3 * accept_pause / 2);
    setrlimit(RLIMIT_NOFILE, &before);
    BOOST_TEST(client.receive().ends_with("x"));
    BOOST_TEST(client.whole);
}

// Whoever is woken for a connection that another one takes must find the accept failing, not
// waiting.
BOOST_AUTO_TEST_CASE(the_socket_becomes_non_blocking) {
    const Pool pool([](const CgiParameters&, BodyReader&) { return say("x"); });
    BOOST_TEST((fcntl(pool.listening, F_GETFL) & O_NONBLOCK) != 0);
}

BOOST_AUTO_TEST_CASE(a_descriptor_that_does_not_listen_is_refused) {
    BOOST_CHECK_THROW(FcgiLoop(-1), std::runtime_error);
    const int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    BOOST_CHECK_THROW(FcgiLoop{fd}, std::runtime_error);
    close(fd);
}

BOOST_AUTO_TEST_SUITE_END()
