"""What the emotions of `emotions.py` sound like in a film's words: sentences to be near to, and words that tell."""

# Sentences of each emotion, written for this; a text is as much of an emotion as it is near to them in meaning.
SENTENCES: dict[str, tuple[str, ...]] = {
    "anger": (
        "He slammed the door and shouted at them to get out.",
        "She was furious that they had lied to her again.",
        "Rage boiled up in him and he struck the table with his fist.",
        "The crowd screamed insults at the men who had betrayed them.",
        "How dare you do this to my family!",
        "They fought bitterly and neither would forgive the other.",
        "He hated them for what they had done and swore revenge.",
        "I have had enough of this injustice.",
        "The king roared at his generals and threw down the map.",
        "War broke out and soldiers burned the villages.",
        "She tore up the letter and spat out his name.",
        "Workers marched through the streets, outraged at the cuts.",
        '"Liar!" she cried, and threw the ring at his feet.',
        "The drivers honked and swore at one another.",
        "He clenched his teeth and wanted to break everything in the room.",
        "They stormed the palace to bring down the tyrant.",
        "The boss humiliated him, and he was burning to hit back.",
        "Stop it at once! You have no right to do this.",
        "The neighbours have been feuding over the fence for ten years.",
        "She was sick of being treated like a servant and told them so.",
        "The bull lowered its horns and charged.",
        "Their voices grew louder and louder until plates flew.",
    ),
    "disgust": (
        "The kitchen was crawling with maggots and stank of rotten meat.",
        "He spat out the mouldy bread and wiped his tongue.",
        "A foul slime covered the walls of the sewer.",
        "She felt sick at the sight of the filthy plates.",
        "The smell of vomit and garbage filled the alley.",
        "It was a revolting, putrid mess.",
        "He turned away from the corruption of it all in contempt.",
        "Cockroaches ran out of the cake.",
        "The river is choked with sewage and dead fish.",
        "The greasy soup had hair floating in it, and he pushed it away.",
        "The fridge had been off for weeks, and mould grew on everything.",
        "He ate with his mouth open, and gravy ran down his chin.",
        "A slug had left its slime all over the salad.",
        "The swamp bubbled and stank of death and decay.",
        "She gagged when she lifted the lid of the bin.",
        "Lice crawled in his greasy hair.",
        "His oily flattery was repulsive.",
        "The toilet was blocked and had overflowed.",
    ),
    "fear": (
        "Something was following her through the dark forest.",
        "He heard footsteps behind him and began to run for his life.",
        "The children hid under the bed, trembling, and did not dare to breathe.",
        "A scream came from the empty house.",
        "The monster's shadow crept along the wall.",
        "The bridge was about to give way beneath them.",
        "Nobody knew whether they would survive the night.",
        "The alarm rang; the ship was sinking and there were not enough boats.",
        "I am terrified of what is behind that door.",
        "Wolves howled closer and closer around the tent.",
        "Time is running out and the bomb is still ticking.",
        "A huge storm is coming, and the town is in danger.",
        "The lights went out, and somebody was breathing in the room.",
        "She dared not look down from the ledge.",
        "The doctor did not smile when he came in with the results.",
        "There is a stranger at the gate, and he has a knife.",
        "The ice cracked under their feet.",
        "A dark shape moved under the water.",
        "Hide! They are coming.",
        "His heart pounded as the door handle turned.",
        "The mouse froze when the owl's shadow passed over it.",
        "They were lost in the fog with the tide rising fast.",
        "The ghost of the old captain wanders through the corridor at midnight.",
    ),
    "joy": (
        "Everyone laughed and danced until the sun came up.",
        "She smiled, for her dream had come true at last.",
        "The children ran cheering into the warm summer sea.",
        "They won the cup and the whole town celebrated.",
        "The friends hugged, happy to be together again.",
        "The puppy wagged its tail and jumped into her arms.",
        "He fell in love with her, and the world was full of light.",
        "We did it! This is the best day of our lives.",
        "A new morning brought new hope to the village.",
        "The baby giggled at the soap bubbles.",
        "The garden bloomed in every colour and bees hummed in the sunshine.",
        "They set sail on a great adventure, singing.",
        "Thank you for being the best team in the world.",
        "Grandmother baked a birthday cake and everybody sang.",
        "The band played, and the bride and groom whirled across the floor.",
        "Her first painting was sold, and she skipped all the way home.",
        "The two old friends fell into each other's arms and laughed.",
        "Spring has come, and lambs leap in the meadow.",
        "He proudly showed everyone his medal.",
        "The rescue team brought them all home safe and sound.",
        "Come and celebrate with us!",
        "Balloons rose into the blue sky over the fair.",
        "They planted a tree together and dreamt of the future.",
        "Nothing makes us happier than happy customers.",
        "The whale sang, and the keeper waved his lamp with delight.",
        "A kind stranger gave her the last ticket, and she beamed.",
    ),
    "sadness": (
        "She wept at his grave in the rain.",
        "He had lost everything he loved and was all alone.",
        "The old dog waited at the station for a master who would never return.",
        "They said goodbye for the last time.",
        "Nobody came to his birthday, and he put out the candles himself.",
        "Her heart was broken when he left.",
        "The house stands empty now, and no one remembers the family.",
        "After the funeral, he could not stop crying.",
        "The last tree of the forest fell, and the birds were gone.",
        "I miss you every single day.",
        "Lonely and forgotten, the toy lay in the dust.",
        "She failed, and all her hopes had come to nothing.",
        "His mother died when he was very small.",
        "The nursery was quiet now, and the cradle stood empty.",
        "He drank alone on the night of their anniversary.",
        "She folded her father's coat for the last time.",
        "The war had taken both her sons.",
        "No one waved when the ship left.",
        "The dog lay down on the grave and would not eat.",
        "He never found the courage to tell her, and now it was too late.",
        "The factory closed, and the town slowly died.",
        "Tears ran down her face as she read the letter.",
        "The bear cub called for its mother, but she did not come.",
        "They had nothing left but memories.",
        "Winter came, and the old man had nobody to talk to.",
    ),
    "surprise": (
        "Suddenly the box sprang open and out jumped a fox!",
        "Nobody could believe what happened next.",
        "She gasped: there, in the middle of the kitchen, stood an elephant.",
        "To everyone's amazement the stone began to speak.",
        "Out of nowhere, a door appeared in the wall.",
        "He opened the letter and could not believe his eyes: he had won.",
        "What on earth is that?",
        "All at once the lights went on and everybody shouted: surprise!",
        "Then, unexpectedly, the king turned out to be a girl.",
        "Scientists were astonished by the strange discovery.",
        "It was the last thing anyone had expected.",
        "In a flash the magician vanished before their eyes.",
        "The frog opened its mouth and recited a poem.",
        "Imagine our astonishment when the treasure map was on the back of the menu!",
        "He turned round, and the house was gone.",
        "Wow, look at that!",
        "Instead of bread, gold coins came out of the oven.",
        "The old beggar threw off his cloak: it was the queen!",
        "With a bang, the parcel burst open.",
        "Who would have thought that a snail could win the race?",
        "She blinked twice, for the statue had winked at her.",
        "It turned out that the twins had swapped places.",
    ),
    "calm": (
        "The lake lay still under the morning mist.",
        "She breathed slowly and listened to the waves.",
        "Snow fell softly on the sleeping village.",
        "The cat slept in the warm evening light.",
        "A gentle breeze moved through the grass.",
        "He sat quietly by the fire with a cup of tea.",
        "The stars came out, and all the world was at rest.",
        "Every morning, he climbs the stairs and lights the lamp.",
        "The boat drifted down the quiet river.",
        "Close your eyes, relax, and let the day go.",
        "The monks walked in silence through the garden.",
        "The moon rose over the silent fields.",
        "The candle burns steadily in the dim chapel.",
        "A swan glides over the pond.",
        "They lay in the grass and watched the clouds go by.",
        "The village sleeps under a blanket of snow.",
        "Waves roll in and out, over and over.",
        "Grandfather dozes in his armchair.",
        "There is no hurry here; time passes slowly.",
        "Warm milk, a soft blanket, and the ticking of the clock.",
        "The forest is silent before dawn.",
        "Breathe in, and breathe out.",
        "He waters the flowers and listens to the birds.",
    ),
    "plain": (
        "The company was founded in 1998 and has three offices.",
        "Bees collect nectar and turn it into honey.",
        "First mix the flour with the water, then add salt.",
        "The bridge is four hundred metres long and made of steel.",
        "Click on the menu and choose a file.",
        "We are open from nine to five on weekdays.",
        "Solar power makes up twelve per cent of the total.",
        "The train to the north leaves from platform four.",
        "The heart pumps blood through the body.",
        "This chart shows sales by region.",
        "The museum is on Harbour Street.",
        "A man is walking along a street.",
        "Part two: how the engine works.",
        "The device has two buttons and a screen.",
        "Each year the city plants four hundred trees along its roads.",
        "The meeting begins at ten in room five.",
        "Plants need light, water and minerals.",
        "Our product is available in three colours.",
        "The river flows from the mountains to the sea.",
        "The second chapter describes the method.",
        "Press the green button to start the machine.",
        "Wind turbines turn moving air into electricity.",
        "The office is closed on public holidays.",
        "A woman opens a door and walks into a room.",
        "There are twelve months in a year.",
    ),
}

# Words that tell an emotion by themselves, as beginnings of words; "=" before one means the whole word.
_WORDS: dict[str, str] = {
    "anger": """
        angr =anger fury furious =rage =raged =raging outrag shout yell slam hate hatred =hating revenge betray
        insult enemy enemies fight fought =war =wars battle attack smash punch bitterly resent hostil scream
        injustice riot protest curse cursed cursing =mad quarrel argu roar bellow snarl growled kick strike struck
        threw throw hurl spat =fist =fists liar =lie lied =lies cheat steal tyrant traitor unfair brutal cruel
        violen explod =tore =rip ripped burn burned burnt smoulder blam accus swore swear vengeance wrath feud
        aggress fierce humiliat
    """,
    "disgust": """
        disgust rotten =rot =rots rotting stink stank stench filth foul vomit =sick mould mold slime slimy maggot
        putrid revolt repuls nause sewage sewer garbage gross =yuck contempt cockroach vile grubby greasy =flies
        =fly lice =louse =worm =slug =spit saliva drool =ooz festering corpse dung manure faeces toilet =gag gagged
        gagging =rat =rats infest stale reek smell smelt smelled dirty stain sticky scum tainted corrupt greed loath
        abhor sicken
    """,
    "fear": """
        =fear =fears afraid scare scary terrif terror horror horrif dread panic trembl shiver danger threat monster
        ghost haunt nightmare creep lurk shadow scream =hide =hid hiding chase flee fled escap trapped alarm anxi
        worr nervous tense suspens ominous menac sinister sinking drown wolves =wolf =dark darkness eerie doom
        surviv beast shark growl howl hunt prey stalk footstep knife =gun bomb crash collaps cliff abyss deadly
        poison venom bleed blood attack intruder cage helpless shook shak shudder froze frozen gasp breathless
        desperate peril risk evacuat =flood wildfire earthquake tornado hurricane
    """,
    "joy": """
        joy happy happi glad laugh giggl smil =grin cheer delight celebrat danc =sing =sang =singing =win =won =wins
        winning victor triumph love =loved loving lovely hope hopeful hopes birthday party parties wedding bride
        festiv play =fun funny merry wonderful marvellous marvelous splendid beautiful bright sunshine sunny
        sunlight =sun bloom blossom adventur friend =hug =hugs embrac =kiss kissed grateful thank proud pride excit
        dream relief relieved reunit rescued =saved gift welcome freedom inspir enjoy treasure golden succeed
        success achiev reward lucky fortun bless holiday christmas picnic puppy puppies kitten =lamb rainbow balloon
        firework sparkl
    """,
    "sadness": """
        =sad sadness sadly sadder sorrow grief griev mourn weep wept =cry cried crying tears tearful lonel =alone
        lost =lose loss =died =dies =dead death dying grave funeral coffin goodbye farewell miss =missed empty
        broken heartbr forgot abandon regret gloom despair hopeless melanchol bleak ruin =gone =tired weary =tragic
        tragedy fail failed =cold homesick homeless orphan fade faded widow wither passed away memor =poor poverty
        hunger hungry sick =ill hospital sacrific victim refugee wilt ashes
    """,
    "surprise": """
        sudden surpris unexpected amaz astonish astound gasp =wow unbeliev incredib shock startl stun =abruptly
        marvel vanish =boom =whoa miracl disappear appear magic strange weird impossible transform =bang =poof =aha
        nowhere reveal =secret discover unknown
    """,
    "calm": """
        calm peace quiet still silen gentl soft seren tranquil rest =resting sleep asleep =slept drift breath breez
        slowly slow relax sooth hush =dusk =dawn =mist misty meadow lull float =moon moonlight =stars linger meditat
        whisper settle =lake =pond river =rain =snow =candle =tea =hum horizon =blanket =nap doze cosy cozy warm
    """,
}
WORDS: dict[str, tuple[str, ...]] = {emotion: tuple(words.split()) for emotion, words in _WORDS.items()}
