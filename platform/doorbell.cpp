#include "platform/doorbell.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <system_error>
#include <unistd.h>

namespace parley {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view socket_extension = ".sock";
constexpr long long look_again_ms = 1'000;
constexpr std::size_t daemons_max = 64;  // rung on one machine

long long now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::optional<sockaddr_un> address_of(const std::string& path) {
    sockaddr_un address{};
    if (path.size() >= sizeof(address.sun_path)) return std::nullopt;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.data(), path.size());
    return address;
}

int datagram_socket() {
    return ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

void send_ring(int fd, const std::string& path) noexcept {
    const auto address = address_of(path);
    if (!address) return;
    // Failing is fine: a full queue is awake already, and nobody listens at a socket left behind.
    ::sendto(fd, "", 0, MSG_DONTWAIT | MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&*address),
             sizeof(*address));
}

}  // namespace

Doorbell::Doorbell(fs::path directory) : directory_(std::move(directory)), fd_(datagram_socket()) {}

Doorbell::~Doorbell() {
    if (fd_ >= 0) ::close(fd_);
}

void Doorbell::ring() noexcept {
    if (fd_ < 0) return;
    try {
        const std::lock_guard lock(mutex_);
        look_again();
        for (const std::string& path : sockets_) send_ring(fd_, path);
    } catch (const std::exception&) {
        // Out of memory for the list: daemons look by themselves.
    }
}

void Doorbell::look_again() {
    const long long now = now_ms();
    if (looked_at_ms_ >= 0 && now - looked_at_ms_ < look_again_ms) return;
    looked_at_ms_ = now;
    sockets_.clear();
    std::error_code error;
    for (fs::directory_iterator entry(directory_, error), end; !error && entry != end;
         entry.increment(error)) {
        if (sockets_.size() == daemons_max) return;
        if (entry->path().extension() == socket_extension)
            sockets_.push_back(entry->path().string());
    }
}

DoorbellListener::DoorbellListener(const fs::path& directory, const std::string& name)
    : path_(directory / (name + std::string(socket_extension))), fd_(-1) {
    const auto address = address_of(path_.string());
    if (!address)
        throw std::runtime_error("The path of the doorbell is too long: " + path_.string());
    fs::create_directories(directory);
    fs::remove(path_);
    fd_ = datagram_socket();
    if (fd_ < 0 ||
        ::bind(fd_, reinterpret_cast<const sockaddr*>(&*address), sizeof(*address)) < 0) {
        const int number = errno;
        if (fd_ >= 0) ::close(fd_);
        throw std::system_error(number, std::generic_category(),
                                "The doorbell " + path_.string() + " cannot be opened");
    }
}

// The file stays: a successor may have put its own there already.
DoorbellListener::~DoorbellListener() {
    ::close(fd_);
}

void DoorbellListener::wait(int timeout_ms) {
    pollfd waiting{fd_, POLLIN, 0};
    if (::poll(&waiting, 1, timeout_ms) <= 0) return;
    char octet;
    while (::recv(fd_, &octet, sizeof(octet), MSG_DONTWAIT) >= 0) continue;
}

void DoorbellListener::wake() noexcept {
    send_ring(fd_, path_.native());
}

}  // namespace parley
