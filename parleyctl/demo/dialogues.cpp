#include "parleyctl/demo/dialogues.h"

#include <algorithm>
#include <array>

namespace parley::demo {

namespace {

constexpr std::array<std::string_view, 38> everyday{
    R"(> Are you around on Saturday?
< I am now. What's up?
> I'm moving a sofa up three floors and can offer pizza
< What kind of pizza
> The good kind
< I'm in. Do we have straps?
> We have optimism
< I'll bring straps)",
    R"(> I left my umbrella at yours, didn't I
< The blue one? It's living its best life in the hall
> Tell it I miss it
< It's raining here, it's at work
~
> Can I pick it up tonight?
< After seven! And stay for soup)",
    R"(> Just saw your post. Are you okay?
< Yes, just a long week
< Thanks for asking
> Want to talk or want distraction
< Distraction please
> I once got locked in a library
< Tell me everything)",
    R"(> Quick question: how long do you boil an egg
< Soft or hard?
> There are options??
< 6 minutes soft, 9 hard
> It's been 25
< That's not an egg any more, that's a decision)",
    R"(> Did you get the tickets?
< Row 14, on the left!
> You're an angel
< 32 each, no rush
> Sent it. When do we meet?
< Half past six at the kiosk?
> Perfect. I'll be the one with the ridiculous hat)",
    R"(> Happy birthday!! 🎉
< Thank you!! I wasn't going to tell anyone
> Your mother told everyone
< Of course she did 😄
> Cake on Friday?
< Only if you promise not to sing
> I can't promise that)",
    R"(> Which train are you on
< The 8:12, it's standing somewhere in a field
> Cows?
< Two. One looks like my boss
> Send a picture
< Of the cow or my boss
> Yes)",
    R"(> I got the job
< WHAT
< YOU GOT THE JOB
> I got the job!!
< I knew it. I KNEW it. When do you start?
> First of the month. I'm terrified
< Good terrified?
> Good terrified
< Drinks on me. All of them)",
    R"(> Do you still have that big pot?
< The one that fits a child?
> For chutney!
< It does chutney too. Come and get it)",
    R"(> Could you water the plants next week, Monday to Thursday?
< Sure! The fern too?
> The fern most of all, it's dramatic
< Key at the usual place?
> Under the frog. Thank you ❤️
~
< The fern has fainted and recovered
> That's its hobby)",
    R"(> Running late, 10 minutes
< Same
> So we're both on time
< Exactly)",
    R"(> How was the doctor?
< All fine!! Just tired, she says. More sleep, less screen
> So stop answering me
< Good night
> It's 2 pm
< Good night)",
    R"(> I finally watched it
< AND
> I hated the first hour and cried through the second
< That's the correct reaction
> Why did nobody warn me about the dog
< Nobody ever warns you about the dog)",
    R"(> Can I borrow your bike on Sunday?
< Yes, but the brake is more of a suggestion
> I'll fix it in exchange
< Deal. You're too good to me)",
    R"(> Remember the place with the green tiles?
< With the tiny cups, of course
> It's closing at the end of the month
< No!
> One last time? Thursday?
< Thursday. I'll cancel whatever I have)",
    R"(> The baby is here. 3,400 grams, everyone's well
< Oh my heart. Congratulations!!
< Name??
> Ida
< Hello Ida 🥹
> She has so much hair
< Like her father in 2009
> Don't remind me)",
    R"(> Do you know a good plumber
< I know one who's good and one who comes
> The second one please
< Sending you the number
> You've saved a carpet)",
    R"(> I'm in the supermarket, do we need anything for tonight?
< Lemons, bread, something green
> Green like salad or green like mint ice cream
< I'd like to say salad
> Understood. Ice cream)",
    R"(> That thing you said yesterday stayed with me
< Which thing? I say a lot
> That it's okay to change your mind at forty
< I needed somebody to tell me that at thirty
> Thank you, really
< Walk on Sunday?
> Yes please)",
    R"(> Have you seen the moon
< Going to the window
< Oh
> I know
< Thank you for making me look)",
    R"(> My laptop makes a noise like a small plane
< Is it on a blanket?
> ...
< Is it on a blanket right now
> It was cold
< Take it off the blanket
> It has landed)",
    R"(> Choir on Tuesday or are we skipping?
< We're not skipping, we skipped last week
> I had a cold!
< You had a film night
> A film night with a cold
< Tuesday. Seven. Bring your voice)",
    R"(> I found the photo from the lake. You, 1998, with the haircut
< Delete it
> I'm framing it
< I have one of you with the braces
> ...
> Deleting it now)",
    R"(> What are you reading?
< The one about the two sisters and the ferry
> Is it good?
< I'm on the ferry and I don't want to get off
> Can I have it after you?
< It's already got your name in it)",
    R"(> How did the interview go
< I called the boss 'mum'
> No
< Yes
> And?
< She laughed and said they'd call
~
< They called. I start in March
> MUM HIRED YOU)",
    R"(> Dinner at ours on Friday? Nothing fancy
< What can we bring?
> Yourselves and a chair
< How many are we?
> Seven people, five chairs
< Understood)",
    R"(> Are you awake
< Unfortunately
> Same. Tea?
< On the phone?
> I'll put the kettle on, call me in five)",
    R"(> I think I'm going to sign up for the pottery course
< Finally!! You've been saying that for three years
> What if I'm terrible
< Then we'll have terrible bowls. I'll eat from them with pride)",
    R"(> Your package is at mine, they rang everywhere
< Thank you! It's the lamp
> It's huge. Did you order a lighthouse?
< It looked smaller online
> I'll roll it over tonight)",
    R"(> Sorry I was short with you earlier
< I noticed, but I also know your Mondays
> It wasn't about you
< I know. Chocolate?
> Always)",
    R"(> Weather looks good for Sunday
< How good? Shorts good?
> Long trousers, thin jacket
< I'll make the sandwiches, you do the route
> The one with the lake?
< The one with the lake)",
    R"(> She said yes 💍
< AAAAAAH
< When? Where? How? Did you cry?
> On the bridge. Yes. Both of us. A tourist too
< I'm so happy for you two
> You're giving a speech by the way
< I've had it ready for years)",
    R"(> Do you have a minute to look over an application?
< Sure, send it
~
< Read it. It's good. Cut the first paragraph, start with the story about the ship
> Really? I thought that was too much
< That's the part where I could hear you
> Okay. Thank you. I owe you
< One lemon cake)",
    R"(> The cat is back!!
< Where was she??
> In the neighbour's laundry basket. Three days. Asleep
< Three days of worry and she was at the spa
> She's not even sorry)",
    R"(> I'm learning the accordion now
< Is this because of the neighbour
> If you can't beat them
< You'll be the neighbour)",
    R"(> Grandma asks when you're coming again
< Tell her as soon as she makes the dumplings
> She's already made them
< I'm putting my shoes on)",
    R"(> We won the quiz!!
< Without me?
> The last question was about lighthouses
< MY TOPIC
> We thought of you and guessed
< What was it?
> Fresnel
< I'm so proud)",
    R"(> Slept badly, dreamt I was late for an exam
< You finished school in 2003
> Tell my brain
< Dear brain, well done, you passed. Go to sleep
> It says thanks)",
};

constexpr std::array<CastDialogue, 16> of_the_cast{{
    {tomas, mara, 6.2, 0, R"(> The ash is in the post. Two kilos, oak and almond, sieved twice
< Tomás!! I only asked for a handful
> I don't know how to do small amounts
< I've noticed. Five bowls coming your way
> Four. I have five already
~
< It's here. The whole post office smells like your bakery
< The man at the counter asked what I'd ordered
> And what did you say
< 'Breakfast'
> 😂)"},
    {mara, tomas, 0.1, 2, R"(> First test with the almond ash. It came out the colour of honey
> I may have screamed a little
< Show me!!
> Putting it online tonight. But this one's not for sale, it's yours
< I'm speechless and that's a rare thing at five in the morning
~
> When do you two come up? The sea is four degrees, you'll love it
> I'm serious, you know. The spare room is ready)"},
    {ines, mara, 1.4, 0, R"(> Can't sleep after the shift, tell me something nice
< A seal looked at me this morning as if I owed it money
> And did you?
< Probably. I've been swimming in its living room for years
> Okay that worked
> Good night
< Good morning, you)"},
    {ines, mara, 0.05, 1,
     R"(> I did eleven kilometres today and thought of your cold feet the whole time
< Was it a good thought?
> It made me feel warm by comparison
< Happy to help 🥶
> Will you come to the half in March? I need someone who isn't impressed by suffering)"},
    {leila, mara, 3.1, 0, R"(> May I come and shoot the kiln opening? All that light from below
< Yes! The next one's on the 12th, we open at six, it's still dark then
> Perfect. I'll bring pastry, you bring fire
< Best offer of the year
> Can I sleep on your floor?
< You can sleep in a bed like a person)"},
    {aiko, mara, 8.5, 0, R"(> I found the ash glaze book. It's from 1961 and it's wonderful
< You FOUND it
> Page 40 explains your river. He calls it 'the accident one waits for'
< I'm going to hang that over the kiln
> I'll translate the chapter for you. It'll take me two evenings
< Let me pay you
> With a bowl that's wonky)"},
    {aiko, mara, 0.3, 3, R"(> The chapter's done. 11 pages. I typed it up with the drawings
> He ends with: 'Throw away the notes when your hands have read them'
> I thought of you)"},
    {sam, mara, 2.2, 0, R"(> Question from the twins: are fish cold
< They're exactly as cold as the water and don't mind
> They say 'lucky'
< Tell them I agree
> They'd like to know if you've met a shark
< Tell them only a small one, and that it was very polite)"},
    {jonas, mara, 4.7, 0, R"(> Your shop page is slow because each picture is 14 megabytes
< Is that a lot?
> It's a lot
< They're very good pictures
> They're VERY good pictures. May I fix it? Ten minutes
< You may do anything but let Pixel in
~
> Done. It's fast now. Even on the train
< I sold two bowls in an hour!! Is that you?
> That's you. I only opened the door)"},
    {jonas, tomas, 1.8, 0, R"(> Your bread recipe compiled without errors
< You mean it rose?
> It rose, it sang, it's gone
< Now you understand everything
> I did write a small program to time the folds
< Of course you did
> It has a dark mode
< The bread has that too, if you leave it in)"},
    {ines, tomas, 0.2, 2,
     R"(> The whole ward has had your plum cake now. A patient asked if the baker is single
< How old is the patient
> 91
< Tell her I'm flattered, and that she's too young for me
~
> She says she'll wait
> Also she wants the recipe before she dies, 'no hurry')"},
    {leila, tomas, 5.5, 0,
     R"(> I've got the recording of the bread
> It's 34 seconds, and I've listened to it maybe fifty times
< You're the first person who came at four in the morning for the sound
> Your apprentice has good ears
< She has. Don't tell her, or she'll want more money
> She should have more money
< She'll have more money)"},
    {leila, ines, 0.6, 1, R"(> FOUND HIM. The man who sweeps the steps of the opera
< No!!
> He was a dancer. For thirty years. In that house
< I have goosebumps on my arms
> He said yes to a portrait. Tuesday at six, before the people come
< Can I come? I finish at half past five
> I was hoping you'd ask. Meet me at the fountain?)"},
    {jonas, leila, 2.9, 0, R"(> So, the album cover
< I've thought about nothing else. Pixel on the amp, light from the left, very serious
> She only does serious
< That's why she's a star
> We've got no budget
< I take payment in bass lines and pasta)"},
    {aiko, sam, 1.1, 0,
     R"(> I've sent a parcel to the twins. A picture book about a mole who opens a restaurant
< Aiko, they're going to lose their minds
> The menu is all leaves. I thought they should know that they have competition
~
< It's here. It has been read six times. I can recite the mole
> And? Verdict of the chefs?
< 'The mole is good but our soup has more leaf')"},
    {sam, jonas, 0.4, 2, R"(> Do you know anything about pumpkins
< I know nothing about anything outdoors
> Perfect, I need an unbiased judge for the allotment show
< What do I have to do?
> Stand there, look serious, say 'hm'
< I've trained for this my whole life
> Saturday at eleven. There'll be cake
> Bring the face you make at other people's code)"},
}};

}  // namespace

std::span<const std::string_view> dialogues() {
    return everyday;
}
std::span<const CastDialogue> cast_dialogues() {
    return of_the_cast;
}

std::vector<Line> lines_of(std::string_view dialogue) {
    std::vector<Line> lines;
    bool paused = false;
    while (!dialogue.empty()) {
        const std::size_t end = std::min(dialogue.find('\n'), dialogue.size());
        const std::string_view line = dialogue.substr(0, end);
        if (line == "~") {
            paused = true;
        } else {
            lines.push_back({line.front() == '>', paused, line.substr(2)});
            paused = false;
        }
        dialogue.remove_prefix(std::min(end + 1, dialogue.size()));
    }
    return lines;
}

}  // namespace parley::demo
