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
""".replace("\n", "|")

LEXICON: dict[str, tuple[float, float]] = {
    word: (float(valence), float(arousal))
    for word, valence, arousal in (entry.split() for entry in _WORDS.split("|") if entry.strip())
}
