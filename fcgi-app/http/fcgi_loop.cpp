#include "fcgi-app/http/fcgi_loop.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <vector>

#include <fcgiapp.h>

#include "fcgi-app/http/limits.h"
#include "platform/log.h"

namespace parley::http {
namespace {

bool is_listening(int fd) {
    int yes = 0;
    socklen_t size = sizeof yes;
    return getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &yes, &size) == 0 && yes != 0;
}

class FcgiBody : public BodyReader {
  public:
    explicit FcgiBody(FCGX_Stream* stream)
        : stream_(stream), buffer_(limits::read_bytes_at_once, '\0') {}

    std::string_view read() override {
        const int count = FCGX_GetStr(buffer_.data(), static_cast<int>(buffer_.size()), stream_);
        return std::string_view(buffer_).substr(0, count > 0 ? static_cast<std::size_t>(count) : 0);
    }

  private:
    FCGX_Stream* stream_;
    std::string buffer_;
};

// A thread's place for one request after the other.
class Connection {
  public:
    explicit Connection(int listen_fd) {
        if (FCGX_InitRequest(&request_, listen_fd, 0) != 0)
            throw std::runtime_error("libfcgi refuses the socket");
    }
    ~Connection() { FCGX_Free(&request_, 1); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    int accept() { return FCGX_Accept_r(&request_); }  // 0, or a negative error number

    void answer(const Responder& responder) {
        FcgiBody body(request_.in);
        const Reply reply = responder(parameters(), body);
        if (!put(reply.head) || !put(reply.body)) log::debug("the client went away");
        FCGX_Finish_r(&request_);
    }

  private:
    CgiParameters parameters() const {
        CgiParameters out;
        for (char** pair = request_.envp; pair && *pair; ++pair) {
            const std::string_view text(*pair);
            const std::size_t equals = text.find('=');
            if (equals != std::string_view::npos)
                out.emplace(text.substr(0, equals), text.substr(equals + 1));
        }
        return out;
    }

    bool put(const std::string& octets) {
        return FCGX_PutStr(octets.data(), static_cast<int>(octets.size()), request_.out) >= 0;
    }

    FCGX_Request request_{};
};

}  // namespace

FcgiLoop::FcgiLoop(int listen_fd) : listen_fd_(listen_fd), stop_fd_(-1) {
    if (!is_listening(listen_fd))
        throw std::runtime_error("descriptor " + std::to_string(listen_fd) +
                                 " is not a listening socket: start the program by spawn-fcgi, "
                                 "systemd or bin/run");
    // Several threads and processes are woken for one connection: those that lose the race must not
    // block.
    const int flags = fcntl(listen_fd, F_GETFL);
    if (flags < 0 || fcntl(listen_fd, F_SETFL, flags | O_NONBLOCK) < 0)
        throw std::system_error(errno, std::generic_category(), "listening socket");
    if (FCGX_Init() != 0) throw std::runtime_error("libfcgi cannot be initialised");
    stop_fd_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (stop_fd_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
}

FcgiLoop::~FcgiLoop() {
    close(stop_fd_);
}

void FcgiLoop::run(std::size_t threads, const std::function<Responder()>& make_responder) {
    std::vector<std::jthread> running;
    running.reserve(threads);
    for (std::size_t i = 0; i < threads; ++i)
        running.emplace_back([this, responder = make_responder()] { serve(responder); });
}

void FcgiLoop::stop() noexcept {
    // Never read again: every thread's poll sees it.
    eventfd_write(stop_fd_, 1);
}

void FcgiLoop::serve(const Responder& responder) {
    Connection connection(listen_fd_);
    while (wait_for_connection()) {
        const int result = connection.accept();
        if (result == 0) {
            connection.answer(responder);
        } else if (!pause_after_failure(-result)) {
            return;
        }
    }
}

// false: stop.
bool FcgiLoop::wait_for_connection() {
    std::array<pollfd, 2> fds{{{listen_fd_, POLLIN, 0}, {stop_fd_, POLLIN, 0}}};
    while (poll(fds.data(), fds.size(), -1) < 0) {
        if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "poll");
    }
    return (fds[1].revents & POLLIN) == 0;
}

// false: stop. Out of descriptors, say: the socket stays readable, so without a pause this would
// spin.
bool FcgiLoop::pause_after_failure(int error) {
    if (error == EAGAIN || error == EWOULDBLOCK || error == EINTR || error == ECONNABORTED)
        return true;
    log::warning(std::string("cannot accept a request: ") + std::strerror(error));
    pollfd stop{stop_fd_, POLLIN, 0};
    return poll(&stop, 1, static_cast<int>(accept_pause.count())) <= 0;
}

}  // namespace parley::http
