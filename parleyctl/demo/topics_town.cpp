#include "parleyctl/demo/topics.h"

namespace parley::demo {

namespace {

constexpr std::array city_openings{
    Opening{"The café in {street} has new owners, and they kept the wobbly table.",
            Scene::cup,
            {"The wobbly table is load-bearing.", "Did they keep the lemon cake too?"}},
    Opening{"Heard five languages on one tram ride this morning.",
            std::nullopt,
            {"Line 4? It's a small world on wheels.",
             "I taught a man the word for umbrella once. In that very tram."}},
    Opening{
        "The lights in the whole block went out for an hour, and everybody came down to the yard.",
        Scene::city,
        {"We had candles and terrible guitar.", "They should switch it off once a month."}},
    Opening{"Someone returned my wallet with a drawing of a duck in it.",
            std::nullopt,
            {"Faith in people: restored.", "Frame the duck."}},
    Opening{"Coffee by the window, rain outside.",
            Scene::cup,
            {"The best seat in town.", "Save me the chair next to you."}},
    Opening{"They finally put a bench at the bus stop.",
            std::nullopt,
            {"My back says thank you, council.", "I wrote them about it for two years!"}},
    Opening{"Walked home instead of taking the last train.",
            Scene::city,
            {"The bridge at night is something else.", "How are your feet?"}},
    Opening{"The florist in {street} gives away what is too short to sell.",
            Scene::leaves,
            {"I got mine on {day}. My desk is a meadow.", "What a lovely idea."}},
    Opening{"The neighbours upstairs are learning the accordion.",
            std::nullopt,
            {"My condolences. Or congratulations?", "Ask for a waltz."}},
    Opening{"Market day.",
            std::nullopt,
            {"Was the cheese man in a good mood?", "Please say you bought the small pears."}},
    Opening{"From my window, {hour}.",
            Scene::city,
            {"I never get tired of your window.", "Is that the crane again?"}},
};
constexpr std::array<std::string_view, 9> city_details{
    "The man at the kiosk knew my name. I've lived here for {n} weeks.",
    "Somebody was playing the piano with the windows open.",
    "I only went out for milk.",
    "The whole street smelled of roasted almonds.",
    "An old lady told me that it used to be a cinema.",
    "I stayed until they put the chairs up.",
    "The pigeons have clearly unionised.",
    "For once I had nowhere to be.",
    "{person} says it has always been like this on a {day}.",
};
constexpr std::array<std::string_view, 7> city_endings{
    "I like it here.",
    "Anybody around on {day}?",
    "Small town in a big one.",
    "Where do you all get your bread?",
    "☕",
    "Remind me of this the next time I complain.",
    "That's the whole story.",
};
constexpr std::array<std::string_view, 9> city_comments{
    "I'm two streets away, come over.", "This is why I never moved.",    "Which tram stop is that?",
    "I miss this city so much.",        "You always find these things.", "Let's go together.",
    "That corner has changed so much.", "This reads like a short film.", "Say hello from me.",
};
constexpr std::array<std::string_view, 4> city_bios{
    "New in town, asks for directions.",
    "Collects doors, bakeries and overheard sentences.",
    "Coffee, trams, long walks home.",
    "Third floor, loud laugh.",
};

constexpr std::array music_openings{
    Opening{"First rehearsal with the new drummer.",
            Scene::lights,
            {"Well? Don't leave us hanging.", "So the search is over!"}},
    Opening{"Learned the whole thing by heart and forgot it the second somebody listened.",
            std::nullopt,
            {"Every single recital of my childhood.", "It's in the fingers. Let them do it."}},
    Opening{"The choir needs tenors.",
            std::nullopt,
            {"The choir always needs tenors.", "I can be a tenor if nobody checks."}},
    Opening{"Found a record by a band from my home town, 1979, three euros.",
            std::nullopt,
            {"Digitise it, please, before it falls apart.", "Crate digging pays off at last."}},
    Opening{"Played for nine people and a birthday tonight.",
            Scene::lights,
            {"I was one of the nine. It was beautiful.", "Those are the shows one remembers."}},
    Opening{"New strings.",
            std::nullopt,
            {"The best sound is the first hour.", "And now tune them again. And again."}},
    Opening{"Lights down, phones away, two hours of strings.",
            Scene::lights,
            {"I cried at the second piece, no shame.", "Were you up on the balcony?"}},
    Opening{"My daughter asked what a cassette is.",
            std::nullopt,
            {"Give her a pencil and see what happens.", "I feel old now, thanks."}},
    Opening{"Wrote a chorus in the shower.",
            std::nullopt,
            {"Record it before it goes down the drain.", "The acoustics are unbeatable."}},
    Opening{
        "The busker at the station plays the cello on {day}s.",
        std::nullopt,
        {"I missed my train because of her and didn't mind.", "She teaches in {street}, I think!"}},
};
constexpr std::array<std::string_view, 8> music_details{
    "My fingertips are gone.",
    "{person} came in two bars early and made it better.",
    "The amp hums in B flat, so now we all do.",
    "It's the bass line that gets me.",
    "There's a key change that I didn't see coming.",
    "We recorded it on one microphone in the kitchen.",
    "The neighbours applauded, which could mean anything.",
    "I've had it on repeat since {day}.",
};
constexpr std::array<std::string_view, 7> music_endings{
    "Come by, it's free and there's soup.",
    "What are you all listening to?",
    "🎶",
    "More of this.",
    "Demo's here: https://example.org/listen",
    "Ears ringing, heart full.",
    "Suggestions for a name are welcome.",
};
constexpr std::array<std::string_view, 8> music_comments{
    "I need to hear this.",
    "When's the next one?",
    "Goosebumps.",
    "Save me a seat.",
    "You've come so far since the garage.",
    "Please put it online.",
    "Second verse is my favourite.",
    "Bring the small amp to the party.",
};
constexpr std::array<std::string_view, 3> music_bios{
    "Second violin, first to the buffet.",
    "Plays bass, owns too many pedals.",
    "Sings in the car.",
};

constexpr std::array book_openings{
    Opening{"Finished it at two in the morning, and now I have to work.",
            std::nullopt,
            {"Which one?? You can't do this to us.", "Worth it. It's always worth it."}},
    Opening{"The library lets you borrow seeds now, right next to the novels.",
            Scene::leaves,
            {"Our library has a sewing machine.",
             "Libraries are the best thing we ever came up with."}},
    Opening{
        "Tea, blanket, four hundred pages.", Scene::cup, {"Are you me?", "Report back on {day}."}},
    Opening{"Book club verdict: {n} loved it, one threw it across the room.",
            std::nullopt,
            {"It was me. I'd throw it again.", "The best discussions need a thrower."}},
    Opening{"Bought a second-hand novel with somebody's shopping list from 1986 in it.",
            std::nullopt,
            {"What was on it? I need to know.", "I leave mine in on purpose now."}},
    Opening{"Reading aloud to my mother over the phone every evening.",
            std::nullopt,
            {"I'm putting this down to go and call mine.", "What a gift, to both of you."}},
    Opening{"Reorganised the shelf by colour and regret it.",
            std::nullopt,
            {"By mood! It's the only way.", "Give it a week, then you'll find nothing."}},
    Opening{
        "The translator's note was better than the book.",
        std::nullopt,
        {"Translators deserve their names on the cover.", "I only read it for the notes, too."}},
    Opening{"Wrote three pages today. Kept one.",
            Scene::cup,
            {"One more than yesterday.", "Keep the other two in a drawer."}},
};
constexpr std::array<std::string_view, 8> book_details{
    "I missed my stop because of chapter {n}.",
    "There's a grandmother in it who steals every scene.",
    "The ending is quiet, and I can't stop thinking about it.",
    "I underlined half of it in pencil.",
    "{person} lent it to me, so I can't even spill tea on it.",
    "The first fifty pages are work, and then you fall in.",
    "It smells like a cellar, in the good way.",
    "I read the last page twice.",
};
constexpr std::array<std::string_view, 7> book_endings{
    "What should I read next?",
    "Lending it to whoever asks first.",
    "No spoilers in the comments, please.",
    "📚",
    "Next meeting is on {day}, bring biscuits.",
    "I want to forget it and start again.",
    "Recommendations welcome, nothing sad.",
};
constexpr std::array<std::string_view, 8> book_comments{
    "Adding it to the pile. The pile is judging me.",
    "I want to borrow it!",
    "Same author wrote that one about the lighthouse, right?",
    "I gave up on page forty, should I try again?",
    "You've convinced me.",
    "The audiobook is great too.",
    "My to-read list hates you.",
    "Yes! Finally somebody else who's read it.",
};
constexpr std::array<std::string_view, 3> book_bios{
    "Reads at red lights.",
    "Bookseller. Yes, I've read it. No, not that one.",
    "Long novels, short naps.",
};

constexpr std::array code_openings{
    Opening{"Deleted four hundred lines today, and everything still works.",
            std::nullopt,
            {"The best commits have minus signs.", "Are you sure anybody was using it?"}},
    Opening{"The bug was a time zone. It's always a time zone.",
            std::nullopt,
            {"Unless it's DNS.", "UTC everywhere, forever."}},
    Opening{"Gave a talk in front of forty people, and my voice only shook for the first minute.",
            std::nullopt,
            {"I was in the third row, nobody noticed.", "Slides? Please?"}},
    Opening{"Made a little program that draws maps of places that don't exist.",
            Scene::contours,
            {"I want to live on that ridge in the corner.", "Is the code somewhere?"}},
    Opening{
        "Pair programming with {person}, who types with two fingers and is twice as fast as I am.",
        std::nullopt,
        {"It's about where you put them.", "The fingers of experience."}},
    Opening{"Two hours of debugging, one missing comma.",
            std::nullopt,
            {"The comma was there all along, laughing.", "Been there on {day}."}},
    Opening{
        "My terminal is now a nice warm orange.",
        std::nullopt,
        {"Screenshot or it didn't happen.", "Productivity up by zero per cent, joy by a hundred."}},
    Opening{"Generated these from nothing but sine waves.",
            Scene::waves,
            {"I'd print this on a shirt.", "Maths can be so pretty."}},
    Opening{"The tests are green, and I don't trust them.",
            std::nullopt,
            {"Break something on purpose and see.", "Green is a state of mind."}},
    Opening{"First pull request accepted in a project that I've used for ten years.",
            std::nullopt,
            {"Congratulations! Feels good, doesn't it?", "And so it begins."}},
};
constexpr std::array<std::string_view, 8> code_details{
    "It runs in {n} milliseconds now instead of {n} seconds.",
    "The comment above it said 'temporary', dated 2011.",
    "I explained it to the rubber duck, and the duck found it.",
    "No framework, no tracking, eleven kilobytes.",
    "I wrote it on the train without a network, which helped.",
    "The documentation was right. I was wrong.",
    "I named the variable after my cat.",
    "It took longer to name it than to write it.",
};
constexpr std::array<std::string_view, 7> code_endings{
    "Going outside now.",
    "Notes are here: https://example.org/notes",
    "Ship it.",
    "What's your favourite small tool?",
    "🐛",
    "Friday deploy, wish me luck. Kidding.",
    "I learned something, at least.",
};
constexpr std::array<std::string_view, 8> code_comments{
    "Write that up, please!",
    "This made me laugh out loud in a meeting.",
    "I have the same thing in my code and I'm scared to look.",
    "How did you find it in the end?",
    "Beautiful and small.",
    "Now do it without the mouse.",
    "I'd read a whole post about it.",
    "Respect.",
};
constexpr std::array<std::string_view, 3> code_bios{
    "Writes software, prefers less of it.",
    "Ex-physicist. Plots everything.",
    "Small programs, big tea.",
};

constexpr std::array<Topic, 4> topics{{
    {"city", city_openings, city_details, city_endings, city_comments, city_bios},
    {"music", music_openings, music_details, music_endings, music_comments, music_bios},
    {"books", book_openings, book_details, book_endings, book_comments, book_bios},
    {"code", code_openings, code_details, code_endings, code_comments, code_bios},
}};

}  // namespace

std::span<const Topic> town_topics() {
    return topics;
}

}  // namespace parley::demo
