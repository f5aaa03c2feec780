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
    ),
}

# Words that tell an emotion by themselves, as beginnings of words; "=" before one means the whole word.
_WORDS: dict[str, str] = {
    "anger": """angr =anger fury furious =rage =raged =raging outrag shout yell slam hate hatred =hating revenge
        betray insult enemy enemies fight fought =war =wars battle attack smash punch bitterly resent hostil scream
        injustice riot protest curse =mad quarrel argu""",
    "disgust": """disgust rotten =rot =rots rotting stink stank stench filth foul vomit =sick mould mold slime slimy
        maggot putrid revolt repuls nause sewage sewer garbage gross =yuck contempt cockroach vile grubby greasy""",
    "fear": """fear =afraid afraid scare scary terrif terror horror horrif dread panic trembl shiver danger threat
        monster ghost haunt nightmare creep lurk shadow scream =hide =hid hiding chase flee fled escap trapped
        alarm anxi worr nervous tense suspens ominous menac sinister sinking drown storm wolves =dark darkness eerie
        doom surviv""",
    "joy": """joy happy happi glad laugh giggl smil cheer delight celebrat danc =sing =sang =singing =win =won
        =wins victor triumph love =loved loving hope hopeful hopes birthday party festiv play =fun funny merry
        wonderful beautiful bright sunshine sunny =sun bloom blossom adventur friend hug =kiss kissed grateful thank
        proud pride excit best dream relief relieved reunited rescued =saved gift welcome freedom inspir
        enjoy treasure golden""",
    "sadness": """=sad sadness sadly sadder sorrow grief griev mourn weep wept =cry cried crying tears tearful lonel
        =alone lost =lose loss =died =dies =dead death grave funeral goodbye farewell miss =missed empty broken
        heartbr forgot abandon regret gloom despair hopeless melanchol bleak ruin =gone =tired =tragic tragedy fail
        failed =cold homesick orphan fade faded widow wither""",
    "surprise": """sudden surpris unexpected amaz astonish astound gasp =wow unbeliev incredib shock startl stun
        =abruptly marvel vanish =boom =whoa miracl""",
    "calm": """calm peace quiet still silen gentl soft seren tranquil rest =resting sleep asleep =slept drift breath
        breez slowly relax sooth hush dusk dawn =mist misty meadow lull float =moon moonlight =stars linger meditat
        whisper""",
}
WORDS: dict[str, tuple[str, ...]] = {emotion: tuple(words.split()) for emotion, words in _WORDS.items()}
