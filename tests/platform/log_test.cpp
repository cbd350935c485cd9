#include "platform/log.h"

#include <algorithm>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <thread>
#include <unistd.h>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "tests/platform/temporary_directory.h"

namespace log_ = parley::log;

namespace {

// Turns stderr into a file for a while.
struct Stderr {
    Stderr() : kept(::dup(STDERR_FILENO)) {
        const int file = ::open(path().c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
        ::dup2(file, STDERR_FILENO);
        ::close(file);
    }
    ~Stderr() {
        ::dup2(kept, STDERR_FILENO);
        ::close(kept);
        log_::set_level(log_::Level::info);
        log_::set_tag("");
    }
    std::string path() const { return (directory.path() / "stderr").string(); }
    std::string text() const {
        std::ifstream file(path());
        return {std::istreambuf_iterator<char>(file), {}};
    }
    long lines() const {
        const std::string all = text();
        return std::count(all.begin(), all.end(), '\n');
    }

    parley::test::TemporaryDirectory directory;
    int kept;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(platform_log, Stderr)

BOOST_AUTO_TEST_CASE(a_record_has_time_level_tag_and_message) {
    log_::info("hello");
    BOOST_TEST(text().substr(27) == " info - hello\n");
    BOOST_TEST(text()[26] == 'Z');
}

BOOST_AUTO_TEST_CASE(records_below_the_level_are_dropped) {
    log_::debug("too quiet");
    BOOST_TEST(lines() == 0);
    log_::set_level(log_::Level::debug);
    log_::debug("heard");
    log_::set_level(log_::Level::error);
    log_::warning("too quiet");
    log_::error("heard");
    BOOST_TEST(lines() == 2);
}

BOOST_AUTO_TEST_CASE(a_tag_belongs_to_its_thread) {
    log_::set_tag("request-1");
    std::thread([] { log_::info("other"); }).join();
    log_::info("mine");
    BOOST_TEST(text().find(" info - other\n") != std::string::npos);
    BOOST_TEST(text().find(" info request-1 mine\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(nobody_forges_a_line) {
    log_::set_tag("a\nb");
    log_::info("one\n2026-01-01T00:00:00.000000Z error - two\x1b[31m");
    BOOST_TEST(lines() == 1);
    BOOST_TEST(text().find('\x1b') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(lines_of_many_threads_stay_whole) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([] {
            for (int n = 0; n < 200; ++n) log_::info(std::string(100, 'x'));
        });
    for (std::thread& thread : threads) thread.join();
    std::ifstream file(path());
    long whole = 0;
    for (std::string line; std::getline(file, line);)
        whole += line.ends_with(" info - " + std::string(100, 'x')) && line.size() == 135;
    BOOST_TEST(whole == 800);
}

BOOST_AUTO_TEST_CASE(levels_have_names) {
    BOOST_TEST((log_::level_named("warning") == log_::Level::warning));
    BOOST_TEST(!log_::level_named("loud").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
