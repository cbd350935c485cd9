#include "realtime/ws/event_loop.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <system_error>

#include "platform/log.h"

namespace parley::ws {

namespace {

constexpr int events_at_once = 256;
constexpr std::chrono::seconds times_checked_every{1};

FileDescriptor opened(int fd, const char* what) {
    if (fd < 0) throw std::system_error(errno, std::generic_category(), what);
    return FileDescriptor(fd);
}

}  // namespace

template <class Call>
void EventLoop::guarded(Connection& connection, Call&& call) {
    try {
        call();
    } catch (const std::exception& error) {
        log::error(std::string("a socket's handler failed: ") + error.what());
        connection.close(CloseCode::internal_error);
    }
}

EventLoop::EventLoop(Limits limits)
    : limits_(limits),
      epoll_(opened(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      wake_up_(opened(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), "eventfd")),
      read_buffer_(read_bytes_at_once) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = nullptr;
    if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, wake_up_.get(), &event) != 0)
        throw std::system_error(errno, std::generic_category(), "epoll_ctl");
}

EventLoop::~EventLoop() = default;

void EventLoop::run() {
    while (!is_finishing_ || (!connections_.empty() && now_ < finish_at_)) run_once();
    run_commands();  // somebody may wait for an answer
    while (!connections_.empty()) remove(*connections_.begin()->second);
}

void EventLoop::run_once() {
    std::array<epoll_event, events_at_once> events;
    const int count = ::epoll_wait(epoll_.get(), events.data(), events_at_once, wait_ms());
    now_ = Clock::now();
    for (int i = 0; i < count; ++i) {
        if (events[i].data.ptr == nullptr) {
            std::uint64_t rings;
            while (::read(wake_up_.get(), &rings, sizeof rings) > 0) {
            }
        } else {
            on_socket(*static_cast<Connection*>(events[i].data.ptr), events[i].events);
        }
    }
    run_commands();
    run_timers();
    if (now_ - times_checked_at_ >= times_checked_every) check_times();
    settle_changed();
}

int EventLoop::wait_ms() const {
    if (!changed_.empty()) return 0;
    Clock::time_point until = now_ + std::chrono::hours(1);
    if (!connections_.empty()) until = times_checked_at_ + times_checked_every;
    if (!timers_.empty()) until = std::min(until, timers_.top().at);
    if (is_finishing_) until = std::min(until, finish_at_);
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
    return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

void EventLoop::post(Command command) {
    bool was_empty = false;
    {
        const std::lock_guard lock(mutex_);
        was_empty = commands_.empty();
        commands_.push_back(std::move(command));
    }
    if (!was_empty) return;  // whoever came first woke the loop for all
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(wake_up_.get(), &one, sizeof one);
}

void EventLoop::run_commands() {
    std::vector<Command> commands;
    {
        const std::lock_guard lock(mutex_);
        commands.swap(commands_);
    }
    for (const Command& command : commands) {
        try {
            command();
        } catch (const std::exception& error) {
            log::error(std::string("a command of the event loop failed: ") + error.what());
        }
    }
}

void EventLoop::after(std::chrono::milliseconds delay, Command command) {
    timers_.push({now_ + delay, ++last_timer_, std::move(command)});
}

void EventLoop::run_timers() {
    while (!timers_.empty() && timers_.top().at <= now_) {
        const Command command = timers_.top().command;
        timers_.pop();
        try {
            command();
        } catch (const std::exception& error) {
            log::error(std::string("a timer of the event loop failed: ") + error.what());
        }
    }
}

void EventLoop::adopt(Upgraded upgraded) {
    // std::function wants to be copied, a socket does not.
    const auto shared = std::make_shared<Upgraded>(std::move(upgraded));
    post([this, shared] { open(std::move(*shared)); });
}

void EventLoop::open(Upgraded upgraded) {
    const int fd = upgraded.socket.get();
    ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
    const ConnectionId id = ++last_id_;
    auto owned =
        std::make_unique<Connection>(id, std::move(upgraded.socket), std::move(upgraded.handler),
                                     Connection::Context{limits_, counters_, changed_}, now_);
    Connection& connection = *owned;
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &connection;
    if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event) != 0) {
        log::error("a socket cannot be watched, it was closed");
        return;
    }
    connections_.emplace(id, std::move(owned));
    guarded(connection, [&] {
        connection.open(std::make_shared<const std::string>(std::move(upgraded.answer)));
    });
    if (is_finishing_) return connection.close(finishing_code_);
    if (!upgraded.read_ahead.empty()) take(connection, upgraded.read_ahead);
}

void EventLoop::on_socket(Connection& connection, std::uint32_t events) {
    if (connection.is_gone()) return;
    if ((events & EPOLLIN) != 0)
        read(connection);
    else if ((events & (EPOLLHUP | EPOLLERR)) != 0)
        return connection.drop();
    if ((events & EPOLLOUT) != 0 && !connection.is_on_changed_list) settle(connection);
}

void EventLoop::read(Connection& connection) {
    const ssize_t count =
        ::recv(connection.socket(), read_buffer_.data(), read_buffer_.size(), MSG_DONTWAIT);
    if (count > 0)
        take(connection, {read_buffer_.data(), static_cast<std::size_t>(count)});
    else if (count == 0 || (errno != EAGAIN && errno != EINTR))
        connection.drop();
}

void EventLoop::take(Connection& connection, std::string_view octets) {
    guarded(connection, [&] { connection.take(octets, incoming_, now_); });
}

void EventLoop::check_times() {
    times_checked_at_ = now_;
    for (const auto& [id, connection] : connections_) connection->check_times(now_);
}

void EventLoop::settle_changed() {
    // Handlers that are told of drained or closed connections may change others: those wait for the
    // next round, so that one of them cannot keep the loop here.
    std::vector<Connection*> changed;
    changed.swap(changed_);
    for (Connection* connection : changed) connection->is_on_changed_list = false;
    for (Connection* connection : changed) settle(*connection);
}

void EventLoop::settle(Connection& connection) {
    guarded(connection, [&] { connection.flush(now_); });
    if (connection.is_gone()) return remove(connection);
    if (connection.wants_to_write() != connection.waits_for_room && !connection.is_on_changed_list)
        watch(connection, connection.wants_to_write());
}

void EventLoop::watch(Connection& connection, bool for_writing) {
    connection.waits_for_room = for_writing;
    epoll_event event{};
    event.events = EPOLLIN;
    if (for_writing) event.events |= EPOLLOUT;
    event.data.ptr = &connection;
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, connection.socket(), &event);
}

void EventLoop::remove(Connection& connection) {
    guarded(connection, [&] { connection.handler().closed(connection); });
    if (connection.is_on_changed_list) std::erase(changed_, &connection);
    // Closing alone is not enough: where the handshake's own descriptor of this socket is still
    // open, epoll would go on to tell of it.
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, connection.socket(), nullptr);
    connections_.erase(connection.id());
}

void EventLoop::finish(CloseCode code, std::chrono::milliseconds time_max) {
    post([this, code, time_max] {
        is_finishing_ = true;
        finishing_code_ = code;
        finish_at_ = now_ + time_max;
        close_all(code, "restarting");
    });
}

Connection* EventLoop::find(ConnectionId id) {
    const auto found = connections_.find(id);
    return found == connections_.end() ? nullptr : found->second.get();
}

void EventLoop::close_all(CloseCode code, std::string_view reason) {
    for (const auto& [id, connection] : connections_) connection->close(code, reason);
}

}  // namespace parley::ws
