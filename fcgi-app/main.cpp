// fcgi-app: the pages and forms of Parley. Serves FastCGI on the socket passed as descriptor 0
// until SIGTERM or SIGINT, then answers what it has accepted and ends.
// fcgi-app --write-error-pages DIRECTORY: writes the pages that nginx shows on its own, and ends.
#include <csignal>
#include <iostream>
#include <memory>
#include <thread>

#include "domain/schema_version.h"
#include "fcgi-app/http/dispatch.h"
#include "fcgi-app/http/fcgi_loop.h"
#include "fcgi-app/routes.h"
#include "fcgi-app/views/error_view.h"
#include "fcgi-app/views/static_error_pages.h"
#include "fcgi-app/views/template_set.h"
#include "platform/config.h"
#include "platform/doorbell.h"
#include "platform/image_file.h"
#include "platform/log.h"

namespace parley {
namespace {

constexpr int listen_fd = 0;

// Blocks the signals that end the program in all threads, so that one can wait for them.
sigset_t blocked_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

void serve() {
    const sigset_t stop_signals = blocked_stop_signals();
    std::signal(SIGPIPE, SIG_IGN);
    const Config config = Config::load();
    log::set_level(config.log_level);
    http::FcgiLoop loop(listen_fd);
    {
        db::Session session(config.database);
        require_current_schema(session);
    }
    image_file::start();
    Doorbell doorbell(config.doorbells);
    const views::TemplateSet templates(config.templates, config.assets);
    const http::Dispatcher dispatcher(
        {config, doorbell, templates}, http::Router(routes_for(config)),
        [&](const http::ErrorPage& page) { return views::error_page(templates, page); });

    std::jthread waiting([&] {
        int signal = 0;
        sigwait(&stop_signals, &signal);
        log::info("stopping");
        loop.stop();
    });
    log::info("serving");
    loop.run(config.web_threads, [&] {
        auto session = std::make_shared<db::Session>(config.database);
        return
            [&dispatcher, session](const http::CgiParameters& parameters, http::BodyReader& body) {
                return dispatcher.reply(parameters, body, *session);
            };
    });
    log::info("stopped");
}

void write_error_pages(const std::filesystem::path& directory) {
    const Config config = Config::load();
    views::write_static_error_pages(views::TemplateSet(config.templates, config.assets), directory);
}

}  // namespace
}  // namespace parley

int main(int argc, char** argv) {
    try {
        if (argc == 3 && std::string_view(argv[1]) == "--write-error-pages")
            parley::write_error_pages(argv[2]);
        else
            parley::serve();
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "fcgi-app cannot start: " << error.what() << '\n';
        return 1;
    }
}
