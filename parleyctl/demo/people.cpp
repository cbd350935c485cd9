#include "parleyctl/demo/people.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <span>
#include <utility>

#include "parleyctl/demo/names.h"
#include "parleyctl/demo/topics.h"

namespace parley::demo {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 33> folds{{
    {"á", "a"}, {"à", "a"}, {"â", "a"}, {"ã", "a"}, {"ä", "a"},  {"å", "a"}, {"Å", "a"},
    {"ą", "a"}, {"ç", "c"}, {"ć", "c"}, {"č", "c"}, {"é", "e"},  {"è", "e"}, {"ê", "e"},
    {"É", "e"}, {"ë", "e"}, {"í", "i"}, {"ı", "i"}, {"ñ", "n"},  {"ó", "o"}, {"ö", "o"},
    {"Ö", "o"}, {"ô", "o"}, {"ø", "o"}, {"ş", "s"}, {"Ş", "s"},  {"š", "s"}, {"ú", "u"},
    {"ü", "u"}, {"ż", "z"}, {"ź", "z"}, {"ł", "l"}, {"ß", "ss"},
}};

constexpr std::array<std::string_view, 30> jobs{
    "Nurse",
    "Teacher",
    "Carpenter",
    "Tram driver",
    "Architect",
    "Midwife",
    "Cook",
    "Librarian",
    "Bike courier",
    "Gardener",
    "Sound engineer",
    "Physiotherapist",
    "Translator",
    "Social worker",
    "Student",
    "Electrician",
    "Marine biologist",
    "Postal worker",
    "Set designer",
    "Bus driver",
    "Illustrator",
    "Vet",
    "Radio producer",
    "Kindergarten teacher",
    "Surveyor",
    "Pharmacist",
    "Bookbinder",
    "Retired, never busier",
    "Paramedic",
    "Beekeeper",
};
constexpr std::array<std::string_view, 8> asides{
    "Opinions are my cat's.",
    "Here for the people.",

    "They/them.",
    "Say hello!",
    "Learning to slow down.",
    "Ask me about mushrooms.",
    "Mostly harmless.",
    "☕ > 🍷",
};

std::string bio_of(const Member& member, Dice& dice) {
    std::string bio(dice.pick(topic(member.topic).bios));
    if (dice.chance(0.6))
        bio = std::string(dice.pick(jobs)) + " in " + member.location + ". " + bio;
    if (dice.chance(0.35)) bio.append(" ").append(dice.pick(topic(member.second).bios));
    if (dice.chance(0.25)) bio.append(dice.chance(0.3) ? "\n" : " ").append(dice.pick(asides));
    return bio;
}

std::string username_of(const Member& member, Dice& dice) {
    const std::string first = as_username(member.first_name);
    const std::string last = as_username(member.last_name);
    if (last.empty()) return first + std::to_string(dice.whole(7, 99));
    switch (dice.below(7)) {
        case 0:
            return first + "." + last;
        case 1:
            return first + last;
        case 2:
            return first + "_" + last;
        case 3:
            return first.substr(0, 1) + last;
        case 4:
            return first + std::to_string(dice.whole(7, 99));
        case 5:
            return first + "." + std::string(topic(member.topic).name);
        default:
            return last + "." + first;
    }
}

std::string birth_date_of(Dice& dice) {
    const int year = dice.whole(1951, 2006);
    const int month = dice.whole(1, 12);
    const int day = dice.whole(1, 28);
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

Sitter sitter_of(const Region& region, bool woman, Dice& dice) {
    constexpr std::array women{Hair::bob, Hair::bob, Hair::flowing, Hair::flowing, Hair::flowing,
                               Hair::bun, Hair::bun, Hair::curls,   Hair::parted,  Hair::beanie};
    constexpr std::array men{Hair::cropped, Hair::cropped, Hair::cropped,
                             Hair::parted,  Hair::parted,  Hair::parted,
                             Hair::curls,   Hair::beanie,  Hair::bald};
    Sitter sitter;
    sitter.hair = woman ? dice.pick(women) : dice.pick(men);
    if (woman && region.scarves && dice.chance(0.35)) sitter.hair = Hair::scarf;
    sitter.beard =
        !woman && (sitter.hair == Hair::bald || dice.chance(0.4)) && sitter.hair != Hair::curls;
    sitter.skins = region.skins;
    sitter.hairs = dice.chance(0.10) && sitter.hair != Hair::scarf ? Range{7, 8} : region.hairs;
    sitter.glasses = dice.chance(0.25);
    return sitter;
}

Scene scene_of(const Topic& topic, Dice& dice) {
    std::vector<Scene> scenes{Scene::leaves};
    for (const Opening& opening : topic.openings)
        if (opening.scene) scenes.push_back(*opening.scene);
    return dice.pick(scenes);
}

Member make_member(Dice& dice) {
    const Region& region = dice.pick(regions());
    const bool woman = dice.chance(0.53);
    Member member;
    member.first_name = woman ? dice.pick(region.women) : dice.pick(region.men);
    member.last_name = dice.chance(0.93) ? dice.pick(region.surnames) : std::string_view();
    member.location = dice.pick(region.cities);
    member.language = region.language;
    member.topic = dice.below(topics_count());
    member.second = dice.below(topics_count());
    member.bio = bio_of(member, dice);
    if (dice.chance(0.6)) member.birth_date = birth_date_of(dice);
    member.popularity = std::min(dice.power_law(1.4), 14.0);
    member.activity = std::min(dice.power_law(1.7), 9.0);
    member.joined_days_ago = dice.chance(0.12) ? dice.between(2, 30) : dice.between(40, 90);
    member.sitter = sitter_of(region, woman, dice);
    member.has_portrait = dice.chance(0.8);
    member.scene = scene_of(topic(member.topic), dice);
    return member;
}

Member cast_member(std::string_view username, std::string_view first, std::string_view last,
                   std::string_view location, std::string_view birth_date,
                   std::string_view topic_name, std::string_view second_name, std::string_view bio,
                   Sitter sitter) {
    Member member;
    member.username = username;
    member.first_name = first;
    member.last_name = last;
    member.location = location;
    member.birth_date = birth_date;
    member.bio = bio;
    member.sitter = sitter;
    member.language = "en";
    member.popularity = 16;
    member.activity = 2.5;
    member.joined_days_ago = 94;
    for (std::size_t i = 0; i < topics_count(); ++i) {
        if (topic(i).name == topic_name) member.topic = i;
        if (topic(i).name == second_name) member.second = i;
    }
    return member;
}

std::vector<Member> make_cast() {
    std::vector<Member> cast;
    cast.push_back(
        cast_member("mara", "Mara", "Lindqvist", "Gothenburg", "1987-03-14", "sea", "making",
                    "Potter with cold feet: swims in the sea all year, then warms up at the kiln.\n"
                    "Studio open on Saturdays, there is always coffee.",
                    {Hair::bun, false, {0, 0}, {5, 5}, false}));
    cast.push_back(cast_member("tomas", "Tomás", "Vega", "Valencia", "1979-11-02", "baking",
                               "cycling",
                               "Baker. Up at three so that you don't have to be. Oven on Carrer "
                               "Nou, plum cake on Fridays. "
                               "Rides home the long way.",
                               {Hair::cropped, true, {3, 3}, {1, 1}, false}));
    cast.push_back(
        cast_member("ines", "Ines", "Okafor", "Lisbon", "1991-07-21", "running", "city",
                    "Night nurse, morning runner, permanent snacker. I answer at strange hours.",
                    {Hair::curls, false, {6, 6}, {0, 0}, false}));
    cast.push_back(
        cast_member("jonas", "Jonas", "Weber", "Leipzig", "1984-01-30", "code", "music",
                    "Writes software by day, plays bass by night, is owned by a cat called Pixel.",
                    {Hair::parted, true, {1, 1}, {3, 3}, true}));
    cast.push_back(cast_member(
        "leila", "Leila", "Haddad", "Marseille", "1993-09-08", "photo", "city",
        "Photographer of weather, harbours and people who don't know it yet (I always ask). "
        "From Beirut, at home in Marseille.",
        {Hair::flowing, false, {3, 3}, {0, 0}, false}));
    cast.push_back(cast_member("aiko", "Aiko", "Tanaka", "Kyoto", "1982-05-17", "books", "garden",
                               "Bookseller and translator. Reads everything, remembers half. Moss "
                               "enthusiast.\n日本語でもどうぞ。",
                               {Hair::bob, false, {1, 1}, {0, 0}, true}));
    cast.push_back(cast_member("sam", "Sam", "Whitlock", "Leith", "1986-12-05", "family", "garden",
                               "Dad of twins, keeper of plot 14, teller of jokes nobody asked for. "
                               "The beans are doing better than I am.",
                               {Hair::beanie, true, {1, 1}, {6, 6}, false}));
    cast[mara].website = "https://mara-keramik.example";
    cast[tomas].website = "https://hornovega.example";
    cast[leila].website = "https://leilahaddad.example";
    cast[aiko].website = "https://moss-and-paper.example";
    return cast;
}

}  // namespace

std::vector<Member> make_members(std::size_t count, Dice& dice) {
    std::vector<Member> members = make_cast();
    std::set<std::string> names;
    for (const Member& member : members) names.insert(member.username);
    std::set<std::string> full_names;
    while (members.size() < count) {
        Member member = make_member(dice);
        if (!full_names.insert(member.first_name + " " + member.last_name).second) continue;
        member.username = username_of(member, dice);
        if (!names.insert(member.username).second) continue;
        if (dice.chance(0.2))
            member.website =
                "https://" + as_username(member.first_name + member.last_name) + ".example";
        members.push_back(std::move(member));
    }
    return members;
}

std::string_view some_first_name(Dice& dice) {
    const Region& region = dice.pick(regions());
    return dice.chance(0.5) ? dice.pick(region.women) : dice.pick(region.men);
}

std::string as_username(std::string_view name) {
    std::string out;
    while (!name.empty()) {
        const auto fold = std::find_if(folds.begin(), folds.end(), [&](const auto& pair) {
            return name.starts_with(pair.first);
        });
        if (fold != folds.end()) {
            out += fold->second;
            name.remove_prefix(fold->first.size());
            continue;
        }
        const auto octet = static_cast<unsigned char>(name.front());
        if (std::isalnum(octet)) out += static_cast<char>(std::tolower(octet));
        name.remove_prefix(1);
    }
    return out;
}

}  // namespace parley::demo
