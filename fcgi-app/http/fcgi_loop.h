// Serves FastCGI requests on a listening socket that somebody else opened, with some threads.
// The only place that knows libfcgi.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>

#include "fcgi-app/http/dispatch.h"

namespace parley::http {

inline constexpr std::chrono::milliseconds accept_pause{100};  // after EMFILE and the like

// Answers one request. One is made for each thread, so it may own what a thread has for itself.
using Responder = std::function<Reply(const CgiParameters&, BodyReader&)>;

class FcgiLoop {
  public:
    // The socket becomes non-blocking. Throws std::runtime_error when it is not a listening one.
    explicit FcgiLoop(int listen_fd);
    ~FcgiLoop();
    FcgiLoop(const FcgiLoop&) = delete;
    FcgiLoop& operator=(const FcgiLoop&) = delete;

    // Serves until stop(); returns when the requests being answered then have been answered. What
    // waits in the socket's backlog is left to those who share the socket.
    void run(std::size_t threads, const std::function<Responder()>& make_responder);

    // From any thread.
    void stop() noexcept;

  private:
    void serve(const Responder& responder);
    bool wait_for_connection();
    bool pause_after_failure(int error);

    int listen_fd_;
    int stop_fd_;
};

}  // namespace parley::http
