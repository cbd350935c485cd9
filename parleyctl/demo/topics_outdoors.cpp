#include "parleyctl/demo/topics.h"

namespace parley::demo {

namespace {

constexpr std::array hiking_openings{
    Opening{"Up before the sun for the ridge walk.",
            Scene::mountains,
            {"Which way did you come up? From the north it takes me forever.",
             "That hour before sunrise is worth every yawn."}},
    Opening{"{km} kilometres, one blister, no regrets.",
            Scene::hills,
            {"The blister is the souvenir.", "Proper socks, I keep telling you."}},
    Opening{"We had the whole valley to ourselves on {day}.",
            Scene::hills,
            {"How? It was packed when we went.", "Off-season is the best season."}},
    Opening{"The fog came up so fast that we stood still for twenty minutes and just listened.",
            Scene::forest,
            {"Fog makes everything sound closer. Love that.",
             "Good call to wait. People get lost up there."}},
    Opening{"Turned back 200 metres below the top because of the wind.",
            std::nullopt,
            {"The hardest and best decision.", "The mountain will be there next week."}},
    Opening{"New boots, day one.",
            std::nullopt,
            {"Tape your heels now, thank me later.", "Which ones did you get in the end?"}},
    Opening{"Someone has repainted all the waymarks between the hut and the lake.",
            std::nullopt,
            {"That was the {day} group! I'll tell them somebody noticed.",
             "Unsung heroes, those people."}},
    Opening{"First frost on the upper path this morning.",
            Scene::mountains,
            {"Already? I'm not ready for winter.", "Careful on the wooden bridge, it's ice."}},
    Opening{"My father is seventy-one and walked faster than all of us.",
            Scene::hills,
            {"Give him my regards. And my knees.", "Goals."}},
    Opening{"Slept in the small hut, the one with the blue door.",
            Scene::forest,
            {"Is the stove still smoking as badly?",
             "Did you sign the book? There's a drawing of mine from March."}},
    Opening{"Counted {n} marmots before breakfast.",
            Scene::mountains,
            {"They sent {n} of their best.", "I heard them last week but saw none."}},
};
constexpr std::array<std::string_view, 10> hiking_details{
    "Soup from the flask tasted better than any restaurant this year.",
    "The last hour was in the dark, with one working headlamp between {n} of us.",
    "You could see all the way to the coast.",
    "The stream is high, so take the bridge and not the stepping stones.",
    "We met exactly two people, and both had better rain jackets.",
    "My legs have filed a formal complaint.",
    "The larches are turning, and for about a week it will look like this.",
    "I forgot the sandwiches on the kitchen table. Thankfully {person} packs for five.",
    "There is still snow in the north gully, so bring poles.",
    "Nobody said a word for a good ten minutes up there.",
};
constexpr std::array<std::string_view, 8> hiking_endings{
    "Who's in for next {day}?",
    "Already looking at the map again.",
    "Sleeping until noon tomorrow.",
    "I needed that more than I knew.",
    "Same place next year, deal?",
    "Recommendations for the area west of here are welcome.",
    "GPX is here if anyone wants it: https://example.org/tracks",
    "🏔️",
};
constexpr std::array<std::string_view, 9> hiking_comments{
    "Take me along next time, I carry the snacks.",
    "I can smell the pine from here.",
    "How long did the whole round take you?",
    "That's on my list for spring.",
    "Is the bus still running up there?",
    "My knees hurt just reading this. Jealous anyway.",
    "Did it with the kids last year, they still talk about it.",
    "So good to see you out there again.",
    "Adding it to the map.",
};
constexpr std::array<std::string_view, 4> hiking_bios{
    "Happiest above the tree line.",
    "Slow walker, long days.",
    "Maps, soup, early mornings.",
    "I know where the good huts are.",
};

constexpr std::array sea_openings{
    Opening{"Water was {n} degrees this morning.",
            Scene::sea,
            {"And you went IN?", "Once you're past the knees it's all the same."}},
    Opening{"The {day} swimmers are now eleven people and one very confused dog.",
            std::nullopt,
            {"The dog is the only sensible member.",
             "I counted twelve, somebody was hiding under a towel."}},
    Opening{"Flat as glass at {hour}.",
            Scene::sea,
            {"I was on the pier at the same time! You should have waved.",
             "Those mornings make up for all of November."}},
    Opening{"Big swell after the storm, so we only watched.",
            Scene::waves,
            {"Wise. It took half the jetty with it.", "Watching is half of it anyway."}},
    Opening{"Sailed to the outer island and back with {person}.",
            Scene::sea,
            {"How was the landing on the rocks?", "I want to come next time, I make coffee."}},
    Opening{"Found a message in a bottle. It was a parking ticket.",
            std::nullopt,
            {"Somebody really didn't want to pay.", "I laughed so loud the whole tram looked."}},
    Opening{"Swam out to the buoy for the first time without stopping.",
            Scene::waves,
            {"YES. Last summer you didn't want to lose the ground!", "So proud of you."}},
    Opening{"The seals are back on the sandbank.",
            Scene::sea,
            {"Early this year, aren't they?", "Keep the distance and bring binoculars 🦭"}},
    Opening{"Repaired the dinghy. It floats. It also leaks. Both are true.",
            std::nullopt,
            {"Schrödinger's dinghy.", "Epoxy, and then more epoxy."}},
    Opening{"Moonlight swim last night.",
            Scene::moonlight,
            {"Was there sea sparkle? There was in {street} bay.", "That sounds unreal."}},
};
constexpr std::array<std::string_view, 9> sea_details{
    "The first thirty seconds are always a negotiation.",
    "Afterwards there were cinnamon buns on the rocks.",
    "I could not feel my feet for an hour, and it was perfect.",
    "A cormorant watched us the whole time, clearly judging.",
    "No phone, no plan, no hurry.",
    "The current is stronger than it looks behind the pier, so please swim in pairs.",
    "My hair will be salt until {day}.",
    "The light on the way back was almost too much.",
    "{person} brought a thermos the size of a fire extinguisher.",
};
constexpr std::array<std::string_view, 8> sea_endings{
    "Come along on {day}, beginners welcome.",
    "Tea first, then everything else.",
    "I'd do it all again tomorrow.",
    "If you've been thinking about trying it: this is your sign.",
    "The sea doesn't care about your inbox, and that helps.",
    "🌊",
    "Back at it tomorrow at {hour}.",
    "Warm socks are the real luxury.",
};
constexpr std::array<std::string_view, 9> sea_comments{
    "Absolutely not. But also: when?",
    "I'm cold just looking at this.",
    "You all have lost it and I want to join.",
    "The water has been so clear this week.",
    "Bring me a shell.",
    "Best part of living here.",
    "My grandmother did this until she was ninety.",
    "Is the sauna open again?",
    "I heard you laughing from the promenade.",
};
constexpr std::array<std::string_view, 4> sea_bios{
    "In the water all year round.",
    "Half sailor, half seal.",
    "Salt in the hair, sand in the car.",
    "Cold water, warm people.",
};

constexpr std::array garden_openings{
    Opening{"The tomatoes have finally given up, and so have I.",
            std::nullopt,
            {"Green tomato chutney! Don't throw them out.", "You lasted longer than mine."}},
    Opening{"Planted {n} kinds of garlic today.",
            Scene::field,
            {"Including the purple one? I'd trade for it.", "Future you says thank you."}},
    Opening{"There is a hedgehog living under the compost.",
            std::nullopt,
            {"Please tell me it has a name.", "Leave the leaves! They need them now."}},
    Opening{"Pressed leaves from the old pear tree and drew them.",
            Scene::leaves,
            {"These would make lovely cards.", "Would you sell one? I'm serious."}},
    Opening{
        "First year with the allotment, and the neighbours have adopted us.",
        Scene::field,
        {"They did the same with us. Now we own forty leeks.", "Which plot? I'm at number {n}!"}},
    Opening{"Somebody left a box of quinces at my gate without a note.",
            std::nullopt,
            {"Quince ghost strikes again. We got ours on {day}.", "It's always {person}. Always."}},
    Opening{"The lavender is cut and drying all over the kitchen.",
            Scene::field,
            {"Your kitchen must smell like heaven.",
             "Put some in the linen closet, it keeps moths away."}},
    Opening{"Slugs: {n}. Me: 0.",
            std::nullopt,
            {"Copper tape. Nothing else works.", "Ducks. Get ducks."}},
    Opening{"New growth on the fig that I had declared dead in spring.",
            Scene::leaves,
            {"Plants love to prove us wrong.", "Never dig up anything before June, my aunt says."}},
    Opening{"Drew up the beds for next year.",
            Scene::leaves,
            {"Please make room for more beans than you think.", "I love your plans. They're art."}},
};
constexpr std::array<std::string_view, 9> garden_details{
    "My back knows every single square metre.",
    "The robin followed me around as if I worked for it.",
    "It rained the minute I put the watering can down.",
    "The soil is so much better than three years ago.",
    "{person} swears by coffee grounds, so we're trying that on half of it.",
    "I only wanted to pull one weed. That was at {hour}.",
    "Everything smells of rain and thyme.",
    "The bees haven't noticed that the summer is over.",
    "We have far too many courgettes again.",
};
constexpr std::array<std::string_view, 8> garden_endings{
    "Cuttings to give away, just say so.",
    "Anyone else's doing this?",
    "Small joys.",
    "Next year will be the year. I say that every year.",
    "Hands in the soil, head in order.",
    "🌱",
    "Seeds to swap on {day}?",
    "Now a bath.",
};
constexpr std::array<std::string_view, 9> garden_comments{
    "I'd love a cutting of that.",
    "Mine did nothing at all this year.",
    "You have the patience of a tree.",
    "Teach me your ways.",
    "My balcony is watching in envy.",
    "Come by, I have compost to spare.",
    "What variety is it?",
    "This made my morning.",
    "Old sheets over it at night, trust me.",
};
constexpr std::array<std::string_view, 4> garden_bios{
    "Allotment, plot 14. Come for the beans.",
    "I talk to plants. They are polite enough to listen.",
    "Dirt under the nails since 1988.",
    "Growing things, slowly.",
};

constexpr std::array<Topic, 3> topics{{
    {"hiking", hiking_openings, hiking_details, hiking_endings, hiking_comments, hiking_bios},
    {"sea", sea_openings, sea_details, sea_endings, sea_comments, sea_bios},
    {"garden", garden_openings, garden_details, garden_endings, garden_comments, garden_bios},
}};

}  // namespace

std::span<const Topic> outdoor_topics() {
    return topics;
}

}  // namespace parley::demo
