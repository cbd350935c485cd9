#include "fcgi-app/http/unix_probe.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <poll.h>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace parley::http {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::string_view question =
    "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
constexpr std::string_view good_beginning = "HTTP/1.1 200";

struct Socket {
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

    Socket() = default;
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket() {
        if (fd >= 0) close(fd);
    }
};

bool connect_to(int fd, const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.native().size() >= sizeof address.sun_path) return false;
    std::ranges::copy(path.native(), address.sun_path);
    // On a unix socket it succeeds at once, or the daemon's backlog is full: not well either.
    return connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

bool wait_until_readable(int fd, Clock::time_point end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    pollfd waiting{fd, POLLIN, 0};
    return left.count() > 0 && poll(&waiting, 1, static_cast<int>(left.count())) > 0;
}

}  // namespace

bool answers_healthz(const std::filesystem::path& path,
                     std::chrono::milliseconds deadline) noexcept {
    const auto end = Clock::now() + deadline;
    const Socket socket;
    if (socket.fd < 0 || !connect_to(socket.fd, path)) return false;
    if (send(socket.fd, question.data(), question.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(question.size()))
        return false;
    std::array<char, good_beginning.size()> answer{};
    std::size_t size = 0;
    while (size < answer.size() && wait_until_readable(socket.fd, end)) {
        const ssize_t count = read(socket.fd, answer.data() + size, answer.size() - size);
        if (count <= 0) return false;
        size += static_cast<std::size_t>(count);
    }
    std::string_view text(answer.data(), size);
    return text == good_beginning || text == "HTTP/1.0 200";
}

}  // namespace parley::http
