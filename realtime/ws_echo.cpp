// ws-echo PORT: says back whatever it is told, with the very same ws/ layer that serves the
// members, so that outside conformance suites can be pointed at it. Loopback only. Ends with
// SIGTERM or SIGINT.
#include <charconv>
#include <csignal>
#include <exception>
#include <iostream>
#include <string_view>
#include <thread>

#include "realtime/ws/event_loop.h"
#include "realtime/ws/upgrade_server.h"

namespace {

namespace ws = parley::ws;

// What conformance suites send: messages of 16 MiB, and in many thousands of fragments.
constexpr std::size_t mebibyte = 1024 * 1024;
constexpr ws::Limits echo_limits{
    .message_bytes_max = 32 * mebibyte, .outbox_bytes_max = 128 * mebibyte, .frames_burst = 0};

class Echo : public ws::Handler {
  public:
    void opened(ws::Connection&) override {}
    void received(ws::Connection& connection, ws::Message message) override {
        connection.send(ws::encode_frame(message.is_text ? ws::Opcode::text : ws::Opcode::binary,
                                         message.payload));
    }
    void closed(ws::Connection&) override {}
};

class OpenGate : public ws::Gate {
  public:
    std::variant<std::unique_ptr<ws::Handler>, ws::Refusal> admit(
        const ws::UpgradeRequest&) override {
        return std::make_unique<Echo>();
    }
};

std::uint16_t port_of(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size())
        throw std::invalid_argument("PORT is a number up to 65535");
    return port;
}

void run(std::uint16_t port, const sigset_t& signals) {
    OpenGate gate;
    ws::EventLoop loop(echo_limits);
    ws::UpgradeServer server(loop, gate);
    server.listen_on_loopback(port);
    std::thread thread([&] { loop.run(); });
    std::cout << "echoing at ws://127.0.0.1:" << port << "/\n" << std::flush;
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop();
    loop.finish(ws::CloseCode::service_restart, std::chrono::seconds(1));
    thread.join();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: ws-echo PORT\n";
        return 2;
    }
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    try {
        run(port_of(argv[1]), signals);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "ws-echo cannot run: " << error.what() << '\n';
        return 1;
    }
}
