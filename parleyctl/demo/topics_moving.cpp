#include "parleyctl/demo/topics.h"

namespace parley::demo {

namespace {

constexpr std::array cycling_openings{
    Opening{"Headwind the whole way out, and it turned with us.",
            Scene::hills,
            {"The wind always knows.", "Wind from the front builds character, they say."}},
    Opening{"{km} kilometres before work.",
            Scene::field,
            {"You're already back? I just found my slippers.", "How was the light on the canal?"}},
    Opening{"Three punctures. On one ride. In one wheel.",
            std::nullopt,
            {"Check the rim tape!", "Was it the gravel by the station? Got me too."}},
    Opening{"Fixed up my mother's old touring bike.",
            std::nullopt,
            {"That green! Please never repaint it.", "They don't make lugs like that any more."}},
    Opening{"Commute by bike, day {n} of never going back to the bus.",
            std::nullopt,
            {"Wait until February.", "My mood changed completely when I started."}},
    Opening{"The new path along the river is finished.",
            Scene::hills,
            {"All the way to the mill?", "Took them only six years."}},
    Opening{"Overtaken uphill by somebody with a child seat and two shopping bags.",
            std::nullopt,
            {"That was me, sorry, the ice cream was melting.", "Leg of steel, those parents."}},
    Opening{"Coffee stop at the lock, as every {day}.",
            Scene::cup,
            {"Is the plum cake back?", "See you there next week."}},
    Opening{"Rode until the road ended, then a little further.",
            Scene::dunes,
            {"The best sentence to read on a {day}.", "What tyres did you have on?"}},
    Opening{"Night ride with the Lantern Group.",
            Scene::city,
            {"Forty little lights, it looked wonderful from our window!", "How do I join?"}},
};
constexpr std::array<std::string_view, 9> cycling_details{
    "The chain sounds like a sewing machine again, finally.",
    "{person} pulled us all home for the last ten.",
    "My fingers only worked again at lunchtime.",
    "There's a bakery exactly halfway, which can't be a coincidence.",
    "Not a single red light, I still can't believe it.",
    "Saw a stork standing in the middle of the lane, waiting its turn.",
    "Legs fine, head empty, as it should be.",
    "Somebody has finally filled the hole in {street}.",
    "We lost one glove and found two.",
};
constexpr std::array<std::string_view, 8> cycling_endings{
    "Same again on {day}, easy pace, nobody gets dropped.",
    "🚲",
    "If you have a spare 28 inch tube, I owe you a coffee.",
    "Route's here: https://example.org/rides/loop",
    "I could have gone on for hours.",
    "Now, pasta.",
    "What lights do you all use?",
    "Two wheels are enough.",
};
constexpr std::array<std::string_view, 9> cycling_comments{
    "Easy pace, they said.",
    "Chapeau!",
    "I need to get my bike out of the cellar.",
    "That stretch is my favourite.",
    "Wait for me at the bakery.",
    "Which saddle is that?",
    "I'll bring the pump this time.",
    "We passed you! Ring next time.",
    "My longest this year was to the supermarket.",
};
constexpr std::array<std::string_view, 4> cycling_bios{
    "Steel frame, wool socks.",
    "Will ride far for cake.",
    "Mechanic by day, rider by dawn.",
    "Two wheels, no hurry.",
};

constexpr std::array running_openings{
    Opening{"Ran {km} k this morning and nothing hurt.",
            Scene::forest,
            {"Put that in a frame.", "Nothing hurt YET."}},
    Opening{
        "Couch to five, week {n}.",
        std::nullopt,
        {"That's the hardest week, it gets better!", "I'm on week two. Tell me it gets easier."}},
    Opening{"Lost my key somewhere on the {km} k loop and found it on the second lap.",
            std::nullopt,
            {"So you ran it twice. Legend.", "Key tape on the shoe, works for me."}},
    Opening{"The woods were so quiet that I turned the music off.",
            Scene::forest,
            {"I stopped bringing headphones altogether.",
             "This picture is how running feels on a good day."}},
    Opening{"Night run along the water.",
            Scene::moonlight,
            {"Wear something bright, please, says your worried friend.",
             "That's the only time I like running."}},
    Opening{"Signed up for the half in spring. Help.",
            std::nullopt,
            {"You'll be fine. Long runs slow, short runs fun.",
             "I'll do it if you do it. Oh. You did."}},
    Opening{"Rained sideways for the entire hour.",
            std::nullopt,
            {"Skin is waterproof.", "And I complained about the walk to the bin."}},
    Opening{"Paced {person} to a first 10 k today.",
            std::nullopt,
            {"Tell them I'm in tears over here.", "Best kind of race."}},
    Opening{"Sunrise from the hill behind the stadium.",
            Scene::hills,
            {"How many steps was it again? Two hundred?", "Lovely. I was asleep, but lovely."}},
};
constexpr std::array<std::string_view, 8> running_details{
    "Slow, and I mean overtaken-by-a-pram slow.",
    "The old man with the two dachshunds says hello every single time.",
    "I counted lamp posts to get through the last bit.",
    "New shoes make me feel like a deer. A tired deer.",
    "My watch says it was nothing special. My watch knows nothing.",
    "The first ten minutes were awful, as always, and then not.",
    "Breakfast afterwards was twice as long as the run.",
    "Turns out the shortcut has {n} more hills.",
};
constexpr std::array<std::string_view, 7> running_endings{
    "Showing up is the whole trick.",    "Who's running on {day}?",
    "See you at the fountain, {hour}.",  "🏃‍♀️",
    "Rest day tomorrow, and I mean it.", "It's not fast, but it's mine.",
    "Tips for cold ears are welcome.",
};
constexpr std::array<std::string_view, 8> running_comments{
    "You make me want to lace up. Almost.",
    "What's your pace for the long ones?",
    "Strong!",
    "I'll be at the fountain.",
    "Remember to stretch, future you says hi.",
    "The hill by the stadium is evil.",
    "Count me in for {day}.",
    "Proud of you, really.",
};
constexpr std::array<std::string_view, 3> running_bios{
    "Back of the pack, front of the buffet.",
    "Running late, mostly literally.",
    "One more lap.",
};

constexpr std::array photo_openings{
    Opening{"Waited two hours for the cloud to move, and it was worth it.",
            Scene::mountains,
            {"The patience! And the layers in the back.", "What focal length was this?"}},
    Opening{"They danced for eleven minutes last night.",
            Scene::aurora,
            {"I slept through it. AGAIN.", "Unbelievable colours. How long was the exposure?"}},
    Opening{"Last light on the dunes.",
            Scene::dunes,
            {"It looks like silk.", "The shadow line in the middle is perfect."}},
    Opening{"Full moon, no tripod, balanced on a jam jar.",
            Scene::moonlight,
            {"Jam jar photography is a genre now.", "The reflection!"}},
    Opening{"I try to take one picture every day this month, and this is number {n}.",
            Scene::sea,
            {"Please keep going, I look forward to these.", "This one is my favourite so far."}},
    Opening{"From the roof, after the rain.",
            Scene::city,
            {"How do you get onto all these roofs?", "I can see my window!"}},
    Opening{"Developed the film from summer.",
            Scene::hills,
            {"Those colours. Which film was it?", "Analog wins again."}},
    Opening{"Out of focus on purpose.",
            Scene::lights,
            {"I'd hang this.", "It feels like the end of a good night."}},
    Opening{
        "Fog, and one brave bird.", Scene::forest, {"I had to zoom in to find it.", "So quiet."}},
    Opening{"The same field, one year later, from the same spot.",
            Scene::field,
            {"Please do a series of this.", "The light is softer this time."}},
    Opening{
        "My old camera gave up today after nine years.",
        std::nullopt,
        {"Rest in peace, faithful shutter.", "There's a repair man in {street} who does wonders."}},
};
constexpr std::array<std::string_view, 8> photo_details{
    "No filter, just luck.",
    "A man stopped and told me about the place sixty years ago.",
    "I took two hundred, and this is the one.",
    "My fingers were too cold to change the lens.",
    "The trick is to stay when everybody else goes home.",
    "It was over in thirty seconds.",
    "I hadn't planned it at all, I was on the way to the dentist.",
    "{person} held the umbrella over me the whole time.",
};
constexpr std::array<std::string_view, 7> photo_endings{
    "Prints for whoever asks nicely.", "I'll go again on {day}.",
    "What do you see in it?",          "📷",
    "Which crop do you like better?",  "Sometimes it just works.",
    "Edited as little as I could.",
};
constexpr std::array<std::string_view, 9> photo_comments{
    "This is my new wallpaper, hope that's fine.",
    "You see things that I walk past.",
    "Stunning, honestly.",
    "Where is this?",
    "I'd love a print for the hallway.",
    "The mood in this one.",
    "Teach a class, please.",
    "How early did you get up for it?",
    "Quiet and perfect.",
};
constexpr std::array<std::string_view, 4> photo_bios{
    "Chasing light, missing trains.",
    "35 mm and a notebook.",
    "I take pictures of weather.",
    "Mostly fog.",
};

constexpr std::array<Topic, 3> topics{{
    {"cycling", cycling_openings, cycling_details, cycling_endings, cycling_comments, cycling_bios},
    {"running", running_openings, running_details, running_endings, running_comments, running_bios},
    {"photo", photo_openings, photo_details, photo_endings, photo_comments, photo_bios},
}};

}  // namespace

std::span<const Topic> moving_topics() {
    return topics;
}

}  // namespace parley::demo
