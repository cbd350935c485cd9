#include "parleyctl/demo/topics.h"

namespace parley::demo {

namespace {

constexpr std::array baking_openings{
    Opening{"Loaf number {n} from the new starter.",
            Scene::bread,
            {"That crust! I can hear it from here.", "What's the hydration?"}},
    Opening{"The dough rose over the edge of the bowl and onto the radio.",
            std::nullopt,
            {"News of the day: rising.", "It only wanted to listen."}},
    Opening{"Cardamom buns at {hour}, because I couldn't sleep.",
            std::nullopt,
            {"I'm on my way. Which bell?", "The only good thing about insomnia."}},
    Opening{"Finally got the ear.",
            Scene::bread,
            {"Look at that ear!", "Show us the crumb, don't be shy."}},
    Opening{"My grandmother's recipe says 'flour until it is right'.",
            std::nullopt,
            {"Mine says 'oven: hot'.", "They knew things that we need thermometers for."}},
    Opening{"Burnt the first batch, ate it anyway.",
            std::nullopt,
            {"That's just caramel with ambition.", "Scrape, butter, deny."}},
    Opening{"Baked for the street party, {n} trays.",
            Scene::bread,
            {"I had four pieces. I'm not sorry.", "Nobody believed me that you did it alone."}},
    Opening{"The starter is called Gerald, and he is in a mood.",
            std::nullopt,
            {"Warm water and a kind word.", "Ours is called Breadley Cooper."}},
    Opening{"Rye at last without the brick effect.",
            Scene::bread,
            {"What changed? Tell us everything.", "My last one could have held a door."}},
    Opening{"Plum cake season is officially open.",
            std::nullopt,
            {"With crumble or without? Choose wisely.", "Which plums? Ours are all gone already."}},
};
constexpr std::array<std::string_view, 8> baking_details{
    "The whole staircase smells of it.",
    "I gave half of it to {person} before it had cooled down.",
    "Steam for the first twenty minutes makes all the difference.",
    "The kids ate the end while I was looking for the camera.",
    "I left it in the fridge overnight, and that was the trick.",
    "Less sugar, more patience.",
    "Butter is not a garnish.",
    "There is flour in places where there has never been flour.",
};
constexpr std::array<std::string_view, 7> baking_endings{
    "Recipe in the comments if you want it.",
    "Come by before it's gone.",
    "Sourdough people: what am I doing wrong?",
    "🍞",
    "Tomorrow, the seeded one.",
    "Breakfast is sorted.",
    "I regret nothing.",
};
constexpr std::array<std::string_view, 9> baking_comments{
    "Recipe, please!",
    "I'd trade jam for a slice.",
    "My oven could never.",
    "I can smell it through the screen.",
    "How long did you let it prove?",
    "You should open a shop.",
    "Saving this for the weekend.",
    "Is there any left?",
    "Mine turned out flat again, teach me.",
};
constexpr std::array<std::string_view, 4> baking_bios{
    "Feeds a starter called Gerald.",
    "Bread first, then everything else.",
    "Pastry school dropout, happy ending.",
    "Will bring cake.",
};

constexpr std::array cat_openings{
    Opening{"She has decided that the printer is hers.",
            std::nullopt,
            {"Paper jam? Paper fur.", "Ours owns the router. Warm spots are power."}},
    Opening{"Two hours by the window, watching one pigeon.",
            Scene::cat,
            {"Best show in town.", "The pigeon knows exactly what it's doing."}},
    Opening{"Adopted on {day}: nine years old, one ear and a half, no fear.",
            Scene::cat,
            {"Older cats are the best cats. Thank you for taking this one.",
             "One ear and a half is plenty."}},
    Opening{"Knocked a glass off the table while looking me in the eye.",
            std::nullopt,
            {"Gravity checks are important.", "No remorse. I respect it."}},
    Opening{"The vet says he's 'big-boned'. The vet was very polite.",
            std::nullopt,
            {"Fluffy. The word is fluffy.", "My cat feels attacked."}},
    Opening{"The sun moved, so he moved.", Scene::cat, {"A sundial with whiskers.", "Life goals."}},
    Opening{"Came home to {n} paw prints across the wet paint.",
            std::nullopt,
            {"It's art now. Sign it.", "Leave them! You'll treasure them."}},
    Opening{"The dog has learned to open the fridge.",
            std::nullopt,
            {"And to close it? Then hire him.", "Child lock. Trust me on this."}},
    Opening{"Foster kittens, week {n}.",
            std::nullopt,
            {"You'll keep the grey one. We all know it.", "More pictures. This is not a request."}},
    Opening{"Someone leaves a mouse on my pillow every {day}. Someone is purring.",
            std::nullopt,
            {"Rent, paid on time.", "It's a gift! Say thank you."}},
};
constexpr std::array<std::string_view, 8> cat_details{
    "I've been sitting at an angle for an hour so as not to disturb.",
    "Breakfast was {n} minutes late and I've been reported.",
    "The expensive bed is still in its box. The box is in use.",
    "{person} came over and was ignored completely.",
    "I'm not crying, it's the fur.",
    "Three in the morning is apparently the time to sing.",
    "We've agreed that I live here as a guest.",
    "Brushing took an hour and produced a second cat.",
};
constexpr std::array<std::string_view, 7> cat_endings{
    "Who runs this house? Not me.",
    "Send help, or treats.",
    "Love of my life.",
    "🐈",
    "How do I explain this on a work call?",
    "Ten out of ten, would be ignored again.",
    "Tell me about yours.",
};
constexpr std::array<std::string_view, 8> cat_comments{
    "Give them a scratch from me.",
    "Mine does exactly the same.",
    "I'd die for this animal.",
    "The eyes!",
    "Zero thoughts, full belly.",
    "Please post more of this, the world is hard.",
    "My cat saw this and looked away, jealous.",
    "What's the name?",
};
constexpr std::array<std::string_view, 3> cat_bios{
    "Staff to two cats.",
    "Dog on the sofa, cat on the dog.",
    "Foster home for the small and loud.",
};

constexpr std::array family_openings{
    Opening{"My son explained to me that the moon follows only him.",
            Scene::moonlight,
            {"He's not wrong. It follows mine on {day}s.", "Never correct this."}},
    Opening{"First day at the new school.",
            std::nullopt,
            {"And how was YOUR day?", "The rucksack is bigger than the child, as it should be."}},
    Opening{"Built a fort in the living room.",
            std::nullopt,
            {"Is there a password?", "Adults may apply?"}},
    Opening{"We drew on the same sheet of paper, she with her left hand and I with my right.",
            Scene::arches,
            {"Who did the sun? It's perfect.", "Hang it up right now."}},
    Opening{"Four generations at one table on {day}.",
            std::nullopt,
            {"What was for lunch? Be precise.", "Somebody write down the stories!"}},
    Opening{"The tooth is out. It was last seen in a sandwich.",
            std::nullopt,
            {"The tooth fairy accepts sworn statements.",
             "This happened to my brother. We never found it."}},
    Opening{"Long walk with Grandpa, who knows the name of every tree.",
            Scene::forest,
            {"Record him. I wish I had.", "What's the one at the bend called? I always wonder."}},
    Opening{"Slept through. All of us. For the first time in fourteen months.",
            std::nullopt,
            {"I'm raising a glass to you.", "Don't tell anyone, or it ends."}},
    Opening{"Moved my mother into her new flat.",
            std::nullopt,
            {"How is she taking it?", "Thinking of you two. That's a big day."}},
    Opening{"Kite weather.",
            Scene::hills,
            {"Ours is in the oak. Permanently.", "I haven't flown one since I was ten. Hm."}},
    Opening{
        "Leaf collection of the week, sorted by somebody aged five.",
        Scene::leaves,
        {"Sorted by what? It looks very scientific.", "I love that the small ones come first."}},
};
constexpr std::array<std::string_view, 8> family_details{
    "There was glitter. There will always be glitter.",
    "I said 'five more minutes' {n} times.",
    "Nobody wanted to go home.",
    "I'm writing it down so that I don't forget.",
    "Pancakes for dinner, and no questions were asked.",
    "{person} cried a little, and so did I.",
    "The negotiations about shoes took longer than the walk.",
    "It went by so fast.",
};
constexpr std::array<std::string_view, 7> family_endings{
    "These are the days.",
    "Tea, and silence.",
    "I'd like to keep this one.",
    "❤️",
    "Parents of older ones: does it get easier?",
    "Bed at eight, mine included.",
    "Call your people.",
};
constexpr std::array<std::string_view, 8> family_comments{
    "This made me call my sister.",
    "Hold on to it.",
    "You're doing so well.",
    "I'm laughing and crying.",
    "They grow while we blink.",
    "Give everyone a hug from us.",
    "We have to get the kids together.",
    "Same here, word for word.",
};
constexpr std::array<std::string_view, 4> family_bios{
    "Parent of three, finder of shoes.",
    "Bad jokes, made fresh daily.",
    "Big family, small kitchen.",
    "Tired, happy, covered in paint.",
};

constexpr std::array making_openings{
    Opening{"Out of the kiln: two survivors and a lesson.",
            Scene::pots,
            {"The survivors are gorgeous, though.", "What was the lesson?"}},
    Opening{"Cut the last block for the calendar.",
            Scene::arches,
            {"I'm ordering two, like last year.", "The colours get better every time."}},
    Opening{"Knitted a sleeve. Then noticed that it's the second left one.",
            std::nullopt,
            {"For someone with a very specific need.", "Frog it, cry, tea."}},
    Opening{"New glaze, mixed from the ash of our own stove.",
            Scene::pots,
            {"Wow. It looks like a river bed.", "Is it food-safe?"}},
    Opening{"Repaired the chair that my grandfather made.",
            std::nullopt,
            {"He'd be so pleased.", "Which glue? Mine keeps coming loose."}},
    Opening{"Print day.",
            Scene::waves,
            {"The blue one, please, if it's still there.", "I love how no two are the same."}},
    Opening{"First time at the wheel in months, and my hands remembered.",
            Scene::pots,
            {"Hands never forget.", "That little one at the side has such a nice belly."}},
    Opening{"Sewed a pocket into everything I own.",
            std::nullopt,
            {"Finally, fashion for people.", "Do mine next. I'm serious."}},
    Opening{"Paper, scissors, one whole {day}.",
            Scene::leaves,
            {"You could sell these as cards.", "So delicate. How do you cut the thin lines?"}},
    Opening{"Swapped a bowl for a bicycle lamp and a jar of honey.",
            std::nullopt,
            {"The economy is healing.", "What does a teapot get me?"}},
};
constexpr std::array<std::string_view, 8> making_details{
    "I burnt my thumb, and it was worth it.",
    "The third try is always the one.",
    "{person} lent me the good tools.",
    "There are mistakes in it if you know where to look.",
    "It took {n} evenings and one long film.",
    "Everything in the studio is the same shade of grey now, me included.",
    "I'm giving it away before I start to fiddle.",
    "The colour only shows in daylight.",
};
constexpr std::array<std::string_view, 7> making_endings{
    "Open studio on {day}, come by.",
    "Next one's bigger.",
    "What shall I call it?",
    "✂️",
    "Slow is fine.",
    "A few of them are looking for a home.",
    "Made by hand, dropped by hand, made again.",
};
constexpr std::array<std::string_view, 8> making_comments{
    "Do you take orders?",
    "The shape of it!",
    "I want to take your course.",
    "You've found your thing.",
    "Please never stop making these.",
    "That colour is exactly right.",
    "I still use the one you gave me.",
    "How do you get the edge so clean?",
};
constexpr std::array<std::string_view, 4> making_bios{
    "Clay, mostly.",
    "Prints, paper, patience.",
    "Mends things. Breaks others.",
    "Makes pots, drinks from them.",
};

constexpr std::array<Topic, 4> topics{{
    {"baking", baking_openings, baking_details, baking_endings, baking_comments, baking_bios},
    {"cats", cat_openings, cat_details, cat_endings, cat_comments, cat_bios},
    {"family", family_openings, family_details, family_endings, family_comments, family_bios},
    {"making", making_openings, making_details, making_endings, making_comments, making_bios},
}};

}  // namespace

std::span<const Topic> home_topics() {
    return topics;
}

}  // namespace parley::demo
