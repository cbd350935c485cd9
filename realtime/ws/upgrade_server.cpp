#include "realtime/ws/upgrade_server.h"

#include <fcntl.h>
#include <future>
#include <optional>

#include <Poco/Buffer.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/HTTPServerSession.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>

#include "platform/json.h"
#include "platform/log.h"
#include "realtime/ws/event_loop.h"
#include "realtime/ws/handshake.h"
#include "realtime/ws/limits.h"

namespace parley::ws {

namespace net = Poco::Net;

namespace {

std::string joined(const net::HTTPServerRequest& request, const std::string& name) {
    std::string out;
    for (auto at = request.find(name); at != request.end(); ++at) {
        if (Poco::icompare(at->first, name) != 0) continue;
        if (!out.empty()) out += ", ";
        out += at->second;
    }
    return out;
}

Handshake handshake_of(const net::HTTPServerRequest& request) {
    return {request.getMethod(),
            request.getVersion(),
            joined(request, "Upgrade"),
            joined(request, "Connection"),
            joined(request, "Sec-WebSocket-Key"),
            joined(request, "Sec-WebSocket-Version")};
}

UpgradeRequest request_of(const net::HTTPServerRequest& request) {
    const std::string& uri = request.getURI();
    const std::size_t mark = std::min(uri.find('?'), uri.size());
    std::string cookies;
    for (const auto& [name, value] : request) {
        if (Poco::icompare(name, std::string("Cookie")) != 0) continue;
        cookies += (cookies.empty() ? "" : "; ") + value;
    }
    return {uri.substr(0, mark),
            mark < uri.size() ? uri.substr(mark + 1) : "",
            request.get("Host", ""),
            joined(request, "Origin"),
            cookies,
            request.get("X-Forwarded-Proto", "")};
}

void answer(net::HTTPServerResponse& response, int status, const std::string& body,
            const char* type) {
    response.setStatus(static_cast<net::HTTPResponse::HTTPStatus>(status));
    response.setReason(net::HTTPResponse::getReasonForStatus(response.getStatus()));
    response.setContentType(type);
    response.set("Cache-Control", "no-store");
    response.setKeepAlive(false);
    response.sendBuffer(body.data(), body.size());
}

void refuse(net::HTTPServerResponse& response, const Refusal& refusal) {
    if (refusal.status == 400) response.set("Sec-WebSocket-Version", "13");
    if (refusal.status == 405) response.set("Allow", "GET");
    if (refusal.retry_after_s > 0)
        response.set("Retry-After", std::to_string(refusal.retry_after_s));
    json::Writer body;
    body.object().key("error").value(refusal.code).key("message").value(refusal.message).end();
    answer(response, refusal.status, std::move(body).text(), "application/json");
}

bool does_its_rounds(EventLoop& loop) {
    const auto answered = std::make_shared<std::promise<void>>();
    auto future = answered->get_future();
    loop.post([answered] { answered->set_value(); });
    return future.wait_for(loop_answer_max) == std::future_status::ready;
}

FileDescriptor copy_of(const net::StreamSocket& socket) {
    return FileDescriptor(::fcntl(socket.impl()->sockfd(), F_DUPFD_CLOEXEC, 0));
}

class UpgradeHandler : public net::HTTPRequestHandler {
  public:
    UpgradeHandler(EventLoop& loop, Gate& gate) : loop_(loop), gate_(gate) {}

    void handleRequest(net::HTTPServerRequest& request,
                       net::HTTPServerResponse& response) override {
        try {
            if (request.getURI() == "/healthz")
                answer_health(response);
            else if (const auto refusal = upgrade(request))
                refuse(response, *refusal);
        } catch (const net::NetException& error) {
            log::debug("a handshake broke off: " + error.displayText());
        } catch (const std::exception& error) {
            log::error(std::string("a handshake failed: ") + error.what());
            if (!response.sent())
                refuse(response, {500, "internal", "Something went wrong on our side."});
        }
    }

  private:
    void answer_health(net::HTTPServerResponse& response) {
        if (does_its_rounds(loop_)) return answer(response, 200, "ok", "text/plain");
        answer(response, 503, "the event loop does not answer", "text/plain");
    }

    std::optional<Refusal> upgrade(net::HTTPServerRequest& request) {
        const Handshake handshake = handshake_of(request);
        if (handshake.method != "GET")
            return Refusal{405, "method_not_allowed", "A WebSocket handshake is a GET."};
        if (const auto problem = problem_with(handshake))
            return Refusal{400, "bad_handshake", std::string(*problem)};
        auto verdict = gate_.admit(request_of(request));
        if (auto* refusal = std::get_if<Refusal>(&verdict)) return std::move(*refusal);
        hand_over(request, upgrade_answer(handshake.key),
                  std::move(std::get<std::unique_ptr<Handler>>(verdict)));
        return std::nullopt;
    }

    // Poco closes its own descriptor when its session ends, so the loop gets a copy.
    void hand_over(net::HTTPServerRequest& request, std::string answer,
                   std::unique_ptr<Handler> handler) {
        auto& implementation = static_cast<net::HTTPServerRequestImpl&>(request);
        Poco::Buffer<char> read_ahead(0);
        implementation.session().drainBuffer(read_ahead);
        const net::StreamSocket socket = implementation.detachSocket();
        FileDescriptor copy = copy_of(socket);
        if (!copy) return log::error("no descriptor left for a WebSocket, it was closed");
        loop_.adopt({std::move(copy), std::move(answer),
                     std::string(read_ahead.begin(), read_ahead.end()), std::move(handler)});
    }

    EventLoop& loop_;
    Gate& gate_;
};

class UpgradeHandlerFactory : public net::HTTPRequestHandlerFactory {
  public:
    UpgradeHandlerFactory(EventLoop& loop, Gate& gate) : loop_(loop), gate_(gate) {}

    // Poco deletes the handler.
    net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override {
        return std::make_unique<UpgradeHandler>(loop_, gate_).release();
    }

  private:
    EventLoop& loop_;
    Gate& gate_;
};

}  // namespace

struct UpgradeServer::Impl {
    Impl(EventLoop& loop, Gate& gate) : loop(loop), gate(gate) {}

    EventLoop& loop;
    Gate& gate;
    Poco::ThreadPool threads{"handshake", 2, handshake_threads};
    std::unique_ptr<net::HTTPServer> server;

    void start(const net::ServerSocket& socket) {
        auto params = Poco::makeAuto<net::HTTPServerParams>();
        params->setMaxThreads(handshake_threads);
        params->setMaxQueued(handshakes_waiting_max);
        params->setKeepAlive(false);  // a kept connection would hold one of the few threads
        params->setTimeout(Poco::Timespan(handshake_max.count(), 0));
        const Poco::SharedPtr<net::HTTPRequestHandlerFactory> factory =
            Poco::makeShared<UpgradeHandlerFactory>(loop, gate);
        server = std::make_unique<net::HTTPServer>(factory, threads, socket, params);
        server->start();
    }
};

UpgradeServer::UpgradeServer(EventLoop& loop, Gate& gate)
    : impl_(std::make_unique<Impl>(loop, gate)) {}

UpgradeServer::~UpgradeServer() {
    stop();
}

void UpgradeServer::listen_on(const std::filesystem::path& unix_socket) {
    std::filesystem::create_directories(unix_socket.parent_path());
    std::filesystem::remove(unix_socket);
    net::ServerSocket socket;
    socket.bind(net::SocketAddress(net::SocketAddress::UNIX_LOCAL, unix_socket.string()));
    socket.listen(listen_backlog);
    constexpr auto everybody = static_cast<std::filesystem::perms>(0666);
    std::filesystem::permissions(unix_socket, everybody);
    impl_->start(socket);
}

void UpgradeServer::listen_on_loopback(std::uint16_t port) {
    net::ServerSocket socket;
    socket.bind(net::SocketAddress("127.0.0.1", port), true);
    socket.listen(listen_backlog);
    impl_->start(socket);
}

void UpgradeServer::stop() {
    if (!impl_->server) return;
    impl_->server->stopAll(false);
    impl_->threads.joinAll();
    impl_->server.reset();
}

}  // namespace parley::ws
