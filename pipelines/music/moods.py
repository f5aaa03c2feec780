"""Words of mood by valence (sad to glad) and arousal (still to stirred), each from -1 to 1.

The axes are Russell and Mehrabian's (1977). The places are our own reading of the words; they copy no published table.
"""

_WORDS = """
calm .45 -.7|peaceful .6 -.7|serene .6 -.7|tranquil .55 -.75|quiet .25 -.65|still .2 -.7|relaxed .55 -.6
restful .5 -.75|soothing .5 -.65|gentle .5 -.5|soft .4 -.5|tender .55 -.35|mellow .45 -.5|sleepy .2 -.85
lullaby .5 -.75|meditative .4 -.7|slow 0 0|fast 0 0|warm .6 -.25|warmer .65 -.25|warmth .6 -.25|cozy .6 -.45
cosy .6 -.45|intimate .5 -.35|loving .75 -.05|love .75 .05|romantic .65 -.05|affectionate .65 -.1|caring .6 -.2
kind .6 -.25|sweet .65 -.2|grateful .7 -.1|sincere .4 -.2|hope .6 .05|hopeful .6 .05|optimistic .7 .25
bright .7 .35|light .5 0|sunny .75 .25|inspiring .65 .4|inspirational .65 .4|uplifting .75 .4
motivational .65 .5|encouraging .6 .2|confident .55 .35|proud .6 .35|triumphant .75 .65|victorious .75 .7
heroic .55 .65|noble .5 .15|majestic .5 .3|grand .5 .4|epic .35 .75|powerful .3 .7|strong .4 .5|bold .4 .55
brave .5 .5|happy .8 .4|joy .85 .5|joyful .85 .5|joyous .85 .5|cheerful .8 .4|glad .7 .25|merry .8 .5
delighted .85 .5|jolly .8 .5|playful .7 .5|fun .75 .55|funny .65 .5|humorous .6 .45|comic .6 .5|quirky .5 .4
whimsical .6 .3|silly .6 .5|cute .65 .25|lively .65 .65|energetic .6 .8|upbeat .7 .6|dynamic .5 .65
exciting .6 .8|excited .65 .8|thrilling .4 .85|festive .75 .65|celebratory .8 .7|party .7 .8|dance .65 .75
danceable .65 .75|groovy .55 .5|funky .55 .6|cool .4 .2|chill .4 -.5|chilled .4 -.5|easygoing .55 -.3
laid-back .5 -.45|breezy .6 .05|carefree .7 .2|free .6 .3|adventurous .55 .6|adventure .5 .6|curious .4 .25
wonder .6 .2|wondrous .6 .2|magical .6 .15|enchanted .6 .1|enchanting .6 .05|fairytale .6 .1|dreamy .45 -.45
dreamlike .4 -.45|ethereal .35 -.5|floating .35 -.55|airy .45 -.35|spacious .35 -.45|cosmic .25 -.25
celestial .45 -.35|spiritual .4 -.4|sacred .35 -.4|reverent .3 -.45|solemn -.15 -.4|ceremonial .3 .2
nostalgic .15 -.3|wistful -.05 -.3|bittersweet .0 -.2|longing -.2 -.2|yearning -.2 .0|pensive -.05 -.4
reflective .1 -.45|thoughtful .15 -.4|contemplative .15 -.5|introspective 0 -.45|melancholy -.45 -.4
melancholic -.45 -.4|sad -.65 -.35|sadness -.65 -.35|sorrow -.7 -.3|sorrowful -.7 -.3|grief -.8 -.15
mournful -.7 -.35|tragic -.7 .0|lonely -.55 -.4|lonesome -.5 -.4|alone -.4 -.4|empty -.45 -.5|desolate -.6 -.4
bleak -.6 -.3|heartbroken -.75 -.1|hurt -.6 0|tearful -.6 -.2|regret -.5 -.25|gloomy -.55 -.35
depressing -.7 -.4|weary -.3 -.6|tired -.25 -.7|cold -.3 -.2|grey -.25 -.35|dark -.5 .15|darker -.55 .2
sombre -.45 -.35|somber -.45 -.35|brooding -.45 .1|moody -.3 -.1|mysterious -.15 .1|mystery -.15 .1
enigmatic -.1 .05|eerie -.45 .2|haunting -.35 -.05|haunted -.5 .15|ghostly -.45 .1|uneasy -.45 .35
anxious -.5 .55|nervous -.4 .6|worried -.45 .4|suspense -.35 .55|suspenseful -.35 .55|tense -.45 .6
tension -.45 .6|ominous -.6 .4|menacing -.65 .5|threatening -.65 .6|sinister -.65 .4|scary -.65 .65|fear -.65 .6
fearful -.65 .6|afraid -.6 .55|horror -.75 .65|terrifying -.75 .75|creepy -.6 .4|dangerous -.4 .65
danger -.45 .65|urgent -.15 .75|dramatic -.1 .6|intense -.1 .75|aggressive -.45 .85|angry -.6 .75|anger -.55 .7
furious -.65 .85|rage -.65 .85|violent -.65 .85|chaotic -.3 .85|stormy -.35 .7|wild .1 .75|restless -.15 .5
determined .35 .5|driving .2 .7|relentless -.1 .75|serious -.1 .1|neutral .1 0|disgust -.6 .35|surprise .4 .65
surprised .4 .65|amazed .6 .55|awe .5 .35|astonished .45 .65|bored -.3 -.6|lazy .3 -.6|professional .35 .15
corporate .4 .25|modern .4 .3|technical .15 .2|futuristic .15 .3|documentary .2 0|elegant .5 -.1
sophisticated .45 -.05|classy .5 0|minimal .2 -.4|minimalist .2 -.4|simple .4 -.3|innocent .6 -.1
childlike .7 .2|pastoral .6 -.4|rustic .45 -.1|natural .5 -.3|summery .75 .3|wintry .1 -.3|autumnal .1 -.3
spring .65 .2|morning .55 -.1|dawn .5 -.3|night .0 -.4|sunrise .6 -.1|sunset .35 -.4|ocean .35 -.35
underwater .2 -.5|rainy -.1 -.45|relief .6 -.2|relieved .6 -.2|friendly .7 .15|friendship .7 .1|family .65 0
desperate -.65 .5|despair -.75 .1|hopeless -.75 -.35|unhappy -.6 -.3|gloom -.55 -.35|doom -.7 .4|spooky -.45 .3
spine-chilling -.65 .5|chilling -.55 .3|unsettling -.5 .35|disturbing -.6 .4|nightmarish -.7 .5|nightmare -.7 .55
foreboding -.55 .3|grim -.6 .05|macabre -.55 .2|gothic -.45 .05|hectic -.1 .8|frantic -.35 .85|frenzied -.3 .9
panic -.65 .8|panicked -.65 .8|agitated -.4 .7|nervy -.4 .6|jittery -.35 .65|edgy -.3 .5|stressful -.5 .6
stressed -.5 .6|hostile -.6 .6|vengeful -.6 .65|revenge -.55 .65|fierce -.3 .8|savage -.5 .85|brutal -.6 .85
ferocious -.5 .9|bitter -.5 .15|resentful -.5 .3|hateful -.7 .6|hate -.7 .6|tormented -.7 .3|agony -.8 .4
painful -.65 .1|pain -.65 .15|miserable -.75 -.3|forlorn -.6 -.4|despondent -.65 -.4|resigned -.35 -.45
hollow -.45 -.45|numb -.4 -.6|frozen -.3 -.45|icy -.3 -.25|apocalyptic -.65 .7|catastrophic -.7 .7|disaster -.65 .6
sneaky -.05 .3|stealthy -.1 .25|suspicious -.3 .25|creeping -.4 .2|secretive -.15 .05|mystic .1 -.1|mystical .15 -.1
exotic .3 .25|tropical .65 .3|bouncy .7 .6|jaunty .7 .5|swinging .6 .5|vibrant .7 .6|vivid .5 .5|euphoric .9 .75
euphoria .9 .75|ecstatic .9 .8|blissful .8 -.1|bliss .8 -.1|elated .85 .6|thankful .7 0|comforting .6 -.4
comfort .55 -.4|reassuring .55 -.3|cheery .75 .4|lighthearted .7 .35|light-hearted .7 .35|feel-good .75 .45
hilarious .75 .65|goofy .65 .55|sassy .5 .5|sexy .45 .3|sensual .45 .0|seductive .35 .1|sultry .3 .0|smooth .45 -.25
hypnotic .1 -.1|trippy .15 .2|psychedelic .15 .35|gritty -.2 .5|raw -.1 .45|rebellious .05 .7|patriotic .5 .45
martial .05 .6|military .05 .5|regal .5 .25|royal .5 .25|stately .4 .0|glorious .75 .6|climactic .3 .75|soaring .65 .55
rousing .6 .65|stirring .45 .5|moving .1 .0|touching .3 -.15|emotional .0 .15|sentimental .15 -.2|passionate .4 .6
passion .4 .6|fiery .1 .8|flirty .6 .4|adorable .7 .2|naive .5 .1|childish .55 .4|mischievous .5 .5|cheeky .6 .5
clumsy .4 .35|comedic .65 .5|slapstick .6 .7|ironic .2 .2|sarcastic .05 .3|absurd .2 .4|weird -.1 .3|strange -.1 .2
surreal .0 .1|alien -.2 .2|otherworldly .15 -.1|mechanical -.05 .3|robotic -.05 .3|clinical -.1 -.1|industrial -.25 .6
busy .25 .6|bustling .45 .6|racing .2 .8|rushing .0 .75|chase -.2 .85|action .15 .8|battle -.35 .85|war -.6 .7
fight -.4 .8|zen .4 -.75|spa .5 -.7|holy .35 -.35|divine .5 -.2|angelic .6 -.4|prayerful .3 -.5|hymn .4 -.2
downbeat -.3 -.4|subdued -.05 -.5|sober -.1 -.35|austere -.15 -.35|hushed .1 -.65|silent .05 -.7|silence .05 -.7
lazy .3 -.6|drowsy .2 -.8|delicate .4 -.45|fragile .05 -.4|graceful .55 -.15|sparkling .7 .4|shimmering .5 .1
glittering .6 .4|radiant .75 .4|golden .6 .1|enthusiastic .75 .7|eager .6 .6|motivated .6 .5|resolute .35 .5
courageous .55 .5|fearless .5 .6|unstoppable .5 .8|mighty .4 .75|monumental .35 .6|colossal .2 .7|overwhelming -.1 .75
homesick -.45 -.2|heartfelt .35 -.1|heartwarming .7 .05|heart-warming .7 .05|melancholia -.5 -.4|gentleness .5 -.5
dread -.65 .45|terror -.75 .75|shocking -.5 .75|shock -.4 .75|evil -.7 .5|wicked -.5 .5|villainous -.55 .5|rough -.2 .5
hard -.1 .6|heavy -.3 .5|loud .0 .7|storm -.4 .7|thunderous -.2 .85|explosive .1 .9|ardent .4 .55|content .6 -.3
contented .6 -.3|satisfied .6 -.2|merciful .4 -.3|forgiving .45 -.25|farewell -.45 -.25|goodbye -.45 -.2|loss -.65 -.25
mourning -.7 -.35|funeral -.7 -.35|elegiac -.55 -.4|elegy -.55 -.4|requiem -.6 -.3|blue -.4 -.35|down -.35 -.4
trouble -.45 .4|troubled -.45 .3|conflicted -.3 .25|confused -.25 .3|lost -.4 -.1|wedding .75 .3|christmas .7 .25
birthday .8 .55|holiday .7 .4|vacation .7 .4|celebration .8 .7|victory .75 .7|triumph .75 .65|freedom .65 .5
loneliness -.55 -.4|happiness .8 .4|melancholie -.45 -.4|fury -.65 .85|serenity .6 -.7|tranquility .55 -.75
excitement .65 .8|energy .6 .8|drama -.1 .6|power .3 .7|magic .6 .15|romance .65 -.05|nostalgia .15 -.3|beauty .6 -.1
beautiful .65 -.1|pretty .6 0|lovely .7 0|nice .5 0|pleasant .55 -.2|good .5 .1|great .6 .3|ugly -.5 .2|bad -.5 .1
""".replace("\n", "|")

LEXICON: dict[str, tuple[float, float]] = {
    word: (float(valence), float(arousal))
    for word, valence, arousal in (entry.split() for entry in _WORDS.split("|") if entry.strip())
}

# How a style feels where somebody names it and no mood.
STYLE_MOODS: dict[str, tuple[float, float]] = {
    "8-bit": (0.55, 0.5), "synthwave": (0.3, 0.45), "music box": (0.45, -0.45), "lo-fi": (0.3, -0.45),
    "hip-hop": (0.1, 0.4), "bossa nova": (0.55, -0.1), "tango": (-0.1, 0.5), "waltz": (0.5, 0.15),
    "reggae": (0.6, 0.15), "latin": (0.7, 0.6), "celtic": (0.5, 0.3), "western": (0.05, 0.25),
    "country": (0.55, 0.25), "blues": (-0.3, -0.05), "jazz": (0.45, 0.15), "funk": (0.6, 0.6), "house": (0.5, 0.7),
    "rock": (0.25, 0.7), "march": (0.4, 0.5), "choir": (0.3, -0.3), "epic": (0.3, 0.7), "orchestral": (0.35, 0.2),
    "cinematic": (0.3, 0.2), "ambient": (0.3, -0.6), "folk": (0.5, 0.05), "pop": (0.6, 0.45), "piano": (0.3, -0.3),
}  # fmt: skip
