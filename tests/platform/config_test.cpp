#include "platform/config.h"

#include <cstdlib>
#include <fstream>
#include <string_view>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "tests/platform/temporary_directory.h"

namespace fs = std::filesystem;
using parley::Config;

extern char** environ;

namespace {

// No PARLEY_ setting but the state directory, which holds a secret.
struct Settings {
    Settings() {
        clear();
        write("secret", std::string(64, 'a') + "\n");
        set("PARLEY_STATE", directory.path().string());
    }
    ~Settings() { clear(); }

    static void clear() {
        std::vector<std::string> names;
        for (char** entry = environ; *entry; ++entry) {
            const std::string_view text = *entry;
            if (text.starts_with("PARLEY_") && !text.starts_with("PARLEY_TEST_"))
                names.emplace_back(text.substr(0, text.find('=')));
        }
        for (const std::string& name : names) unsetenv(name.c_str());
    }
    void set(const std::string& name, const std::string& value) {
        setenv(name.c_str(), value.c_str(), 1);
    }
    std::string write(const std::string& name, const std::string& content) {
        const fs::path path = directory.path() / name;
        std::ofstream(path) << content;
        return path.string();
    }
    std::string refusal() {
        try {
            Config::load();
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "no refusal";
    }
    bool refuses_naming(std::string_view word) { return refusal().find(word) != std::string::npos; }

    parley::test::TemporaryDirectory directory;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(platform_config, Settings)

BOOST_AUTO_TEST_CASE(what_is_not_set_has_its_default) {
    const Config config = Config::load();
    const fs::path state = directory.path();
    BOOST_TEST(config.state == state);
    BOOST_TEST(config.media == state / "media");
    BOOST_TEST(config.realtime_socket == state / "run/realtime.sock");
    BOOST_TEST(config.doorbells == state / "run/doorbells");
    BOOST_TEST(config.templates == fs::current_path() / "templates");
    BOOST_TEST(config.assets == fs::current_path() / "build/assets");
    BOOST_TEST(config.database.socket == (state / "run/mysql.sock").string());
    BOOST_TEST(config.database.user == "parley");
    BOOST_TEST(config.database.password == "");
    BOOST_TEST(config.database.name == "parley");
    BOOST_TEST(config.web_threads == 4u);
    BOOST_TEST(config.rate_limits);
    BOOST_TEST(config.node == "node-1");
    BOOST_TEST((config.log_level == parley::log::Level::info));
    BOOST_TEST(config.secret == std::string(64, 'a'));
}

BOOST_AUTO_TEST_CASE(the_environment_wins_over_the_file) {
    set("PARLEY_CONF", write("parley.conf",
                             "# a comment\n\n  PARLEY_WEB_THREADS = 6 \n"
                             "PARLEY_NODE='north'\nPARLEY_RATE_LIMITS=off\n"));
    set("PARLEY_NODE", "south");
    const Config config = Config::load();
    BOOST_TEST(config.web_threads == 6u);
    BOOST_TEST(config.node == "south");
    BOOST_TEST(!config.rate_limits);
}

BOOST_AUTO_TEST_CASE(an_empty_setting_counts_as_none) {
    set("PARLEY_WEB_THREADS", "");
    BOOST_TEST(Config::load().web_threads == 4u);
}

BOOST_AUTO_TEST_CASE(a_host_or_an_empty_socket_means_tcp) {
    set("PARLEY_DB_HOST", "db.example.net");
    set("PARLEY_DB_PORT", "3307");
    Config config = Config::load();
    BOOST_TEST(config.database.socket == "");
    BOOST_TEST(config.database.host == "db.example.net");
    BOOST_TEST(config.database.port == 3307);
    unsetenv("PARLEY_DB_HOST");
    set("PARLEY_DB_SOCKET", "");
    config = Config::load();
    BOOST_TEST(config.database.socket == "");
    BOOST_TEST(config.database.host == "localhost");
}

BOOST_AUTO_TEST_CASE(a_bad_value_is_refused_with_its_name) {
    for (const auto& [name, value] : {std::pair{"PARLEY_WEB_THREADS", "0"},
                                      {"PARLEY_WEB_THREADS", "many"},
                                      {"PARLEY_WEB_THREADS", "4 "},
                                      {"PARLEY_WEB_THREADS", "-1"},
                                      {"PARLEY_DB_PORT", "70000"},
                                      {"PARLEY_RATE_LIMITS", "no"},
                                      {"PARLEY_LOG_LEVEL", "loud"},
                                      {"PARLEY_NODE", "a b"},
                                      {"PARLEY_CONF", "/nonexistent/parley.conf"}}) {
        set(name, value);
        BOOST_TEST(refuses_naming(std::string(name) == "PARLEY_CONF" ? value : name));
        unsetenv(name);
    }
}

BOOST_AUTO_TEST_CASE(a_name_misspelt_in_the_file_is_refused_with_its_line) {
    set("PARLEY_CONF", write("parley.conf", "# one\nPARLEY_WEB_THREAD=2\n"));
    BOOST_TEST(refuses_naming("PARLEY_WEB_THREAD;"));
    BOOST_TEST(refuses_naming("line 2"));
    set("PARLEY_CONF", write("parley.conf", "hello\n"));
    BOOST_TEST(refuses_naming("line 1"));
}

BOOST_AUTO_TEST_CASE(the_secret_must_be_there_and_long_enough) {
    write("secret", "short\n");
    BOOST_TEST(refuses_naming("32"));
    fs::remove(directory.path() / "secret");
    BOOST_TEST(refuses_naming("PARLEY_SECRET_FILE"));
    set("PARLEY_SECRET_FILE", write("other", std::string(32, 'b')));
    BOOST_TEST(Config::load().secret == std::string(32, 'b'));
}

BOOST_AUTO_TEST_CASE(a_socket_path_that_the_kernel_would_cut_is_refused) {
    set("PARLEY_REALTIME_SOCKET", "/tmp/" + std::string(120, 'x') + "/realtime.sock");
    BOOST_TEST(refuses_naming("PARLEY_REALTIME_SOCKET"));
}

BOOST_AUTO_TEST_CASE(the_sample_lists_only_settings_that_exist) {
    std::ifstream sample(PARLEY_SOURCE_DIR "/parley.conf.sample");
    BOOST_REQUIRE(sample);
    std::string enabled;
    int settings = 0;
    for (std::string line; std::getline(sample, line);)
        if (line.starts_with("#PARLEY_")) {
            ++settings;
            enabled += line.substr(1, line.find('=')) + "\n";
        }
    BOOST_TEST(settings > 15);
    set("PARLEY_CONF", write("parley.conf", enabled));
    BOOST_CHECK_NO_THROW(Config::load());
}

BOOST_AUTO_TEST_SUITE_END()
