#include "parleyctl/demo/topics.h"

#include <cctype>

#include "parleyctl/demo/people.h"

namespace parley::demo {

namespace {

constexpr std::array<std::string_view, 16> warm{
    "Love this.",
    "This made my day.",
    "Oh, that's lovely.",
    "Thank you for sharing this.",
    "Needed this today.",
    "Ha, exactly.",
    "More of this, please.",
    "I was just thinking about that.",
    "You have a way of telling things.",
    "Same.",
    "So good.",
    "I feel this.",
    "❤️",
    "👏👏",
    "Haven't laughed like that all week.",
    "Miss you, let's talk soon.",
};
constexpr std::array<std::string_view, 10> about_pictures{
    "Beautiful picture.",
    "What light!",
    "The colours 😍",
    "This belongs on a wall.",
    "I could look at it for hours.",
    "Wow.",
    "Calm, in one picture.",
    "Is that from today?",
    "Postcard, please.",
    "You have an eye for this.",
};
constexpr std::array<std::string_view, 16> answers{"Thank you, that means a lot.",
                                                   "Thank you! 😊",
                                                   "Haha, thanks.",
                                                   "That's kind of you.",
                                                   "You're the best.",
                                                   "❤️",
                                                   "🙏",
                                                   "😄",
                                                   "Thanks for saying that.",
                                                   "I'm glad you think so.",
                                                   "This made me smile.",
                                                   "See you soon, I hope!",
                                                   "We should talk more often.",
                                                   "I'll tell you more when I see you.",
                                                   "Good to hear from you!",
                                                   "Let's meet on {day}?"};

constexpr std::array<std::string_view, 7> days{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                               "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 8> hours{
    "six",  "half past six", "seven", "quarter to eight", "five in the morning", "half past nine",
    "dusk", "eight"};
constexpr std::array<std::string_view, 9> streets{
    "Mill Lane",   "Linden Street", "Harbour Street", "Canal Row",    "Station Road",
    "Chapel Hill", "Market Street", "Orchard Road",   "Tanner's Yard"};
constexpr std::array<std::string_view, 8> numbers{"two", "three", "four",  "five",
                                                  "six", "seven", "eight", "nine"};
constexpr std::array<std::string_view, 8> kilometres{"8", "11", "14", "17", "21", "24", "28", "33"};

std::string_view word_for(std::string_view name, Dice& dice) {
    if (name == "day") return dice.pick(days);
    if (name == "hour") return dice.pick(hours);
    if (name == "n") return dice.pick(numbers);
    if (name == "km") return dice.pick(kilometres);
    if (name == "person") return some_first_name(dice);
    return dice.pick(streets);
}

}  // namespace

const Topic& topic(std::size_t index) {
    for (const auto group : {outdoor_topics(), moving_topics(), town_topics(), home_topics()}) {
        if (index < group.size()) return group[index];
        index -= group.size();
    }
    return outdoor_topics().front();
}

std::size_t topics_count() {
    return outdoor_topics().size() + moving_topics().size() + town_topics().size() +
           home_topics().size();
}

std::span<const std::string_view> warm_comments() {
    return warm;
}
std::span<const std::string_view> picture_comments() {
    return about_pictures;
}
std::span<const std::string_view> thanks() {
    return answers;
}

std::string fill_in(std::string_view sentence, Dice& dice) {
    std::string out;
    while (!sentence.empty()) {
        const std::size_t open = sentence.find('{');
        out += sentence.substr(0, open);
        if (open == sentence.npos) break;
        const std::size_t close = sentence.find('}', open);
        const bool starts = out.empty();
        std::string word(word_for(sentence.substr(open + 1, close - open - 1), dice));
        if (starts) word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
        out += word;
        sentence.remove_prefix(close + 1);
    }
    return out;
}

}  // namespace parley::demo
