// Speaks FastCGI to a unix socket, as nginx does: one request a connection.
#pragma once

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "fcgi-app/http/request.h"

namespace parley::http::test {

inline int open_unix_socket(const std::filesystem::path& path, bool to_listen) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::ranges::copy(path.native(), address.sun_path);
    const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto* where = reinterpret_cast<const sockaddr*>(&address);
    constexpr int backlog = 128;
    const bool good = to_listen ? bind(fd, where, sizeof address) == 0 && listen(fd, backlog) == 0
                                : connect(fd, where, sizeof address) == 0;
    if (!good) throw std::runtime_error("cannot open " + path.string());
    return fd;
}

class FcgiClient {
  public:
    explicit FcgiClient(const std::filesystem::path& path) : fd_(open_unix_socket(path, false)) {}
    ~FcgiClient() { close(fd_); }
    FcgiClient(const FcgiClient&) = delete;
    FcgiClient& operator=(const FcgiClient&) = delete;

    void send_head(const CgiParameters& parameters) {
        put(begin_request, std::string("\0\1\0\0\0\0\0\0", 8));
        std::string pairs;
        for (const auto& [name, value] : parameters)
            pairs += length(name) + length(value) + name + value;
        put(params, pairs);
        put(params, "");
    }

    void send_body(std::string_view body) {
        for (; !body.empty(); body.remove_prefix(std::min(body.size(), record_bytes)))
            put(standard_in, std::string(body.substr(0, record_bytes)));
        put(standard_in, "");
    }

    // What the program wrote, until it closed the connection; whole is set when it said that that
    // was all.
    std::string receive() {
        std::string out;
        while (true) {
            const std::string header = get(8);
            if (header.size() < 8) return out;
            const auto octet = [&](std::size_t i) { return static_cast<unsigned char>(header[i]); };
            const std::string content = get(octet(4) * 256u + octet(5));
            get(octet(6));
            if (octet(1) == standard_out) out += content;
            if (octet(1) == end_request) whole = true;
        }
    }

    bool whole = false;

  private:
    enum Type { begin_request = 1, end_request = 3, params = 4, standard_in = 5, standard_out = 6 };
    static constexpr std::size_t record_bytes = 32'000;

    static std::string length(const std::string& text) {
        if (text.size() < 128) return {static_cast<char>(text.size())};
        std::string out;
        for (const int shift : {24, 16, 8, 0}) out += static_cast<char>(text.size() >> shift);
        out[0] = static_cast<char>(out[0] | 0x80);
        return out;
    }

    void put(Type type, const std::string& content) {
        std::string record{1,
                           static_cast<char>(type),
                           0,
                           1,
                           static_cast<char>(content.size() >> 8),
                           static_cast<char>(content.size()),
                           0,
                           0};
        record += content;
        for (std::size_t done = 0; done < record.size();) {
            const ssize_t count =
                send(fd_, record.data() + done, record.size() - done, MSG_NOSIGNAL);
            if (count <= 0) return;  // the answer came early
            done += static_cast<std::size_t>(count);
        }
    }

    std::string get(std::size_t size) {
        std::string out(size, '\0');
        std::size_t done = 0;
        while (done < size) {
            const ssize_t count = read(fd_, out.data() + done, size - done);
            if (count <= 0) break;
            done += static_cast<std::size_t>(count);
        }
        out.resize(done);
        return out;
    }

    int fd_;
};

}  // namespace parley::http::test
