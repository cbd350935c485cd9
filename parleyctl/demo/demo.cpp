#include "parleyctl/demo/demo.h"

#include <charconv>
#include <chrono>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>

#include <vips/vips.h>

#include "domain/schema_version.h"
#include "parleyctl/demo/settlement.h"
#include "platform/config.h"
#include "platform/image_file.h"
#include "platform/password.h"

namespace parley::demo {

namespace {

constexpr std::string_view password = "parley-demo";
constexpr std::uint64_t usual_seed = 2026;
constexpr std::size_t shown_accounts = 3;

constexpr std::string_view help =
    "Use: parleyctl demo [--seed NUMBER]\n"
    "\n"
    "Fills the site with 200 members and what they wrote, liked and said to each other over the "
    "last\n"
    "weeks, and prints three accounts to sign in with. Everything is made at once or not at all, "
    "and\n"
    "only once.\n"
    "\n"
    "  --seed NUMBER  another number, another community (2026)\n";

class Clock {
  public:
    void say(const std::string& sentence) const {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start_;
        std::printf("  %5.1f s  %s\n", passed.count(), sentence.c_str());
        std::fflush(stdout);
    }

  private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// nullopt: not understood.
std::optional<std::uint64_t> seed_in(std::span<const std::string_view> arguments) {
    if (arguments.empty()) return usual_seed;
    if (arguments.size() != 2 || arguments[0] != "--seed") return std::nullopt;
    std::uint64_t seed = 0;
    const std::string_view text = arguments[1];
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return seed;
}

void print_accounts(const Community& community, const Settlement& settlement) {
    std::cout << "\nSign in as one of them:\n";
    for (std::size_t i = 0; i < shown_accounts; ++i) {
        const Member& member = community.members[i];
        std::printf("  %-8s password %s   (%s %s)\n", settlement.username_of(i).c_str(),
                    std::string(password).c_str(), member.first_name.c_str(),
                    member.last_name.c_str());
    }
    std::cout << "Every other demo member has the same password.\n";
}

void fill(db::Session& session, const Config& config, std::uint64_t seed) {
    const Clock clock;
    Dice dice(seed);
    clock.say("making up the community");
    const Community community = plan_community({}, utc_now(), dice);
    Gallery gallery(community, config.media, dice);
    gallery.start_painting();
    clock.say("painting avatars and pictures meanwhile");
    Settlement settlement(community, gallery, password::hash(password),
                          [&](const std::string& sentence) { clock.say(sentence); });
    Doorbell doorbell(config.doorbells);
    transact(session, doorbell, [&](Transaction& tx) {
        settlement.settle(tx, dice);
        clock.say("hanging up the last pictures");
        gallery.finish();  // no post is seen before its pictures are there
    });
    gallery.keep();
    clock.say("done: " + std::to_string(community.members.size()) + " members, " +
              std::to_string(community.posts.size()) + " posts, " +
              std::to_string(community.follows.size()) + " follows, " +
              std::to_string(community.likes.size()) + " likes, " +
              std::to_string(community.comments.size()) + " comments, " +
              std::to_string(community.chats.size()) + " chats");
    print_accounts(community, settlement);
}

}  // namespace

int run(std::span<const std::string_view> arguments) {
    if (!arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h")) {
        std::cout << help;
        return 0;
    }
    const auto seed = seed_in(arguments);
    if (!seed) {
        std::cerr << help;
        return 2;
    }
    const Config config = Config::load();
    image_file::start();
    db::Session session(config.database);
    require_current_schema(session);
    Member first;
    first.username = "mara";
    if (demo_store::email_is_known(session, email_of(first))) {
        std::cerr << "The demo community lives here already, so nothing was changed.\n";
        return 1;
    }
    fill(session, config, *seed);
    return 0;
}

}  // namespace parley::demo
