#include "fcgi-app/http/unix_probe.h"

#include <algorithm>
#include <optional>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "tests/platform/temporary_directory.h"

using parley::http::answers_healthz;
using namespace std::chrono_literals;

namespace {

// Answers one caller with a text, or, without one, keeps them waiting.
class Daemon {
  public:
    explicit Daemon(std::optional<std::string> answer) : fd_(socket(AF_UNIX, SOCK_STREAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::ranges::copy(path.native(), address.sun_path);
        BOOST_REQUIRE(bind(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        BOOST_REQUIRE(listen(fd_, 5) == 0);
        if (answer) thread_ = std::jthread([this, answer] { serve(*answer); });
    }
    ~Daemon() { close(fd_); }

    parley::test::TemporaryDirectory directory;
    std::filesystem::path path = directory.path() / "daemon.sock";

  private:
    void serve(const std::string& answer) const {
        const int caller = accept(fd_, nullptr, nullptr);
        char question[200];
        [[maybe_unused]] const auto count = read(caller, question, sizeof question);
        // Piece by piece, as a network may deliver it.
        for (const char c : answer)
            if (send(caller, &c, 1, MSG_NOSIGNAL) != 1) break;
        close(caller);
    }

    int fd_;
    std::jthread thread_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(http_unix_probe)

BOOST_AUTO_TEST_CASE(a_daemon_that_says_200_is_well) {
    const Daemon daemon("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    BOOST_TEST(answers_healthz(daemon.path));
}

BOOST_AUTO_TEST_CASE(a_daemon_that_says_anything_else_is_not) {
    for (const char* answer :
         {"HTTP/1.1 503 Service Unavailable\r\n\r\n", "HTTP/1.1 20", "", "nonsense at length"}) {
        const Daemon daemon(answer);
        BOOST_TEST(!answers_healthz(daemon.path), answer);
    }
}

BOOST_AUTO_TEST_CASE(no_daemon_is_not_well) {
    const parley::test::TemporaryDirectory directory;
    BOOST_TEST(!answers_healthz(directory.path() / "nobody.sock"));
    BOOST_TEST(!answers_healthz("/" + std::string(200, 'x')));
}

BOOST_AUTO_TEST_CASE(a_daemon_that_hangs_is_not_waited_for) {
    const Daemon daemon(std::nullopt);
    const auto start = std::chrono::steady_clock::now();
    BOOST_TEST(!answers_healthz(daemon.path, 100ms));
    BOOST_TEST((std::chrono::steady_clock::now() - start < 5s));
}

BOOST_AUTO_TEST_SUITE_END()
