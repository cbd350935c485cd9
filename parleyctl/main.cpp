// The operator's tool: parleyctl VERB [ARGUMENT…]. Exit status: 0 done, 1 not done, 2 not
// understood.
#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <span>
#include <string_view>
#include <vector>

#include "parleyctl/demo/demo.h"

namespace {

struct Verb {
    std::string_view name;
    std::string_view summary;
    int (*run)(std::span<const std::string_view> arguments);
};

constexpr std::array verbs{
    Verb{"demo", parley::demo::summary, parley::demo::run},
};

void print_help(std::FILE* out) {
    std::fputs("Use: parleyctl VERB [ARGUMENT…]\n\nVerbs (parleyctl VERB --help says more):\n",
               out);
    for (const Verb& verb : verbs)
        std::fprintf(out, "  %-8.*s %.*s\n", static_cast<int>(verb.name.size()), verb.name.data(),
                     static_cast<int>(verb.summary.size()), verb.summary.data());
    std::fputs(
        "\nSettings come from the environment or parley.conf; parley.conf.sample lists them.\n",
        out);
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string_view> arguments(words + 1, words + count);
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h") {
        print_help(arguments.empty() ? stderr : stdout);
        return arguments.empty() ? 2 : 0;
    }
    const auto verb = std::ranges::find(verbs, arguments[0], &Verb::name);
    if (verb == verbs.end()) {
        std::fprintf(stderr, "parleyctl: there is no verb %s\n\n", words[1]);
        print_help(stderr);
        return 2;
    }
    try {
        return verb->run(std::span(arguments).subspan(1));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "parleyctl: %s\n", error.what());
        return 1;
    }
}
