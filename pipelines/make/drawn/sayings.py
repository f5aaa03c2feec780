"""What words mean together: sayings, parts of a whole, groups, bodies and camera talk, put into plain words."""

import re

from pipelines.make.drawn.things import by_word

# A saying: what it means for a picture ("" is nothing). Longer ones stand before the ones they hold.
_SAYINGS = r"""
raining cats and dogs => heavy rain
(?:a )?wild goose chase =>
cat burglars? => thief
over the moon(?= with| about|$|[,.]) => happy
on top of the world =>
(?:feeling |feels )?under the weather =>
(?:light )?at the end of the tunnel(?: there is| is a)?(?: light)? => in a tunnel
at the end of the day => at sunset
in broad daylight => at noon
a dark horse =>
an? (?:elephant|gorilla) in the room => a room
a (?:big |great |warm )?bear hug =>
hot dogs?(?= stand| cart| seller) => food
a bee in \w+ bonnet =>
butterflies in \w+ (?:stomach|belly|tummy) =>
the (?:lion|wolf)'s share(?: of)? =>
crocodile tears =>
(?:a )?piece of cake =>
once in a blue moon =>
out of the blue =>
let(?:s|ting)? the cat out of the bag =>
break(?:s|ing)? the ice =>
break a leg =>
the tip of the iceberg => an iceberg
(?:a )?needle in a haystack => a haystack
fish out of water =>
(?:a )?black sheep of the family =>
(?:a |the )?family of (?:two|three|four|five|six|seven|\d+) => a family
(on|over|across) (?:an? |the )?frozen (?:lake|pond|river) => \1 the ice
couch potato =>
time flies =>
a star is born =>
the star of the (?:show|night|team|evening|party) =>
lend(?:s|ing)? a hand(?: to)? =>
(?:holds?|holding) ((?:her|his|their|the|a) \w+)'s hands? => handinhand with \1
(?:holds?|holding|held) (?:each other's |one another's |their )?hands => handinhand
hand[- ]in[- ]hand => handinhand
with (?:an? )?(?:\w+ ){0,2}smiles?(?: on (?:his|her|their) (?:face|lips|faces))? => happily
with (?:\w+ )?tears in (?:his|her|their) eyes => weeping
(?:in|into) tears => weeping
(?:the |a )smile of an? => a happy
(?:smiles?|grins?) => smiling
laugh => laughing
(?:towards?|to|up to|at|into) (?:the |our )?(?:camera|viewer|lens)(?= |$|[,.]) => towards us
arm[- ]in[- ]arm => handinhand
side by side =>
step by step =>
face to face(?: with)? => with
eye to eye =>
heart to heart =>
on the other hand =>
second[- ]hand => old
by hand =>
by heart =>
(?:hand|home|self|man)[- ]?made =>
gives? (?:a |him a |her a |them a )?hand =>
out of (?:time|breath|luck|money|hand|reach|sight|nowhere) =>
in(?:to)? love =>
lost in thought =>
in thought =>
(?:the )?apple of \w+ eye =>
keep(?:s|ing)? an eye on => sees
catch(?:es|ing)? (?:his|her|the|their|my|your) eye =>
turn(?:s|ing)? inside out =>
inside out =>
upside down =>
back and forth =>
into a ball =>
play(?:s|ing)? ball =>
a ball of (?:wool|yarn|string) => yarn
a ball of (?:light|fire) =>
have a ball =>
(?:come|comes|came|bring|brings) (?:back )?home => returns
(?:the )?(?:way|walks?|walking|go|goes|going|sails?|follows?|leads?|heads?|journey) (?:back )?home => returns
(?:her|him|them|us) home =>
light home => light
at home with =>
at work =>
at once =>
at last =>
(?:far )?in the (?:far )?distance => far away
far out(?: at sea)? => far away
on the (?:far )?horizon => at the horizon, far away
on the horizon => far away
out at sea => at sea
from (an?|the|his|her|their) ((?:\w+ )?(?:boat|rowboat|canoe|kayak|dinghy|raft)) => in \1 \2
in the dark => at night
in the air(?! balloon) =>
up into the air =>
long way off => far away
bus drivers? => driver
(?:school|village|concert) ?halls? => theatre
in the (?:town|city) hall => in parliament
city hall => town hall
(?:banquet|great|throne) ?halls? => castle hall
spring (?=sale|cleaning|flowers?|morning|day|collection|rain) =>
(?:spring|summer|autumn|fall|winter)(?:time)? (?=sale|festival|music|collection|party|holiday|concert|fair) =>
fallow deer => deer
(?:full|new|half|crescent|harvest) moon => moon
on a dish =>
(?:an? )?(?:ears?|cobs?) of corn => corn
(?:an? )?bows? and arrows? => an archery bow
in (?:his|her|their) hair =>
(?:red|white) blood cells? => blood
made (?:out )?(?:of|from) (?:old |new |pure |solid )?\w+ =>
(?<!\w )the moon, with the earth => on the moon, with the earth
red lights? =>
green lights? =>
(?:the )?(?:northern|southern|polar) lights => aurora night
aurora(?: borealis| australis)? => aurora night
(?:free (?:of|from)|devoid of|empty of|lacking|instead of|rather than|in place of) => without
(?:a |an |the )?([a-z]+)-free => without \1,
(?:an? |the )?(tree|window|cloud|star|moon|snow|leaf)less => without \1,
(?:an? |the )?unfurnished (?:flat|house)s? => room without furniture,
(?:an? |the )?(?:unfurnished|empty,? unfurnished) => without furniture,
(?:an? |the )?(?:\w+ly )?(?:empty|bare) ((?:\w+ )?(?:room|house|apartment|attic)s?) => \1 without furniture or decor,
(?:an? |the )?(?:deserted|empty) (street|road|square|harbour|sea|beach|sky)s? => \1 without vehicles or people,
bare walls => without pictures or shelves,
(street|road|lane|square|park|market|shop|church)s? (?:in|of) an? (?:small |little |old |busy )?town => \1
an? (?:\w+ )?island in the (?:\w+ )?(?:ocean|sea) => an island
"""

_CAMERA = re.compile(
    r"\b(?:an? |the |in )?"
    r"(?:(?:extreme|tight|slow|soft|cinematic|low|high|quick|final|opening|static|beautiful|black) )*"
    r"(?P<kind>close[- ]?ups?|closeup|macro|detail|establishing|wide|long|aerial|bird'?s[- ]eye|fish[- ]?eye|overhead"
    r"|drone|medium|tracking|panning|panoramic|panorama|silhouettes?|silhouetted|pov|point of view|slow[- ]motion"
    r"|time[- ]?lapse|low[- ]angle|high[- ]angle|over[- ]the[- ]shoulder)"
    r"(?: angle)?(?P<noun> shots?| views?| angle| image| picture| frame)?\b(?: (?:shot|view))?"
    r"(?P<of> of| from| on| showing|:)?",
    re.I,
)
_SURELY = re.compile(r"close|macro|aerial|bird|fish|silhouette|pov|point|slow|lapse|angle|panoram|shoulder", re.I)
_PLAIN_VIEW = re.compile(
    r"^(?:an? |the )?(?:\w+ )?(?:view|shot|glimpse|image|picture|photo|photograph|painting|drawing|illustration|sketch"
    r"|portrait|depiction|scene|sound|diagram|video|animation|montage|collage|sequence)s? (?:of|showing) ",
    re.I,
)

# Relations, not things, in "the … of the …": only what follows is seen.
_PARTS = (
    "foot feet head heart mouth arm arms eye face neck leg tail back tip shoulder teeth ear belly crown edge"
    " edges top bottom middle centre center corner end ends side sides beam beams light lights bark bank banks"
    " soul spirit sound sounds song hands smell scent taste warmth colour color colours colors shape outline sight"
    " rim brink base peak rear inside outside surface depth depths palm palms root roots trunk skin nose lip"
    " lips hand fist finger wing wings paw claw horn fur start beginning rest part parts half kind sort lot story"
    " history tale life name king's memory dream dreams idea problem strings string lid handle walls roof roofs"
    " shadow shadows reflection silence quiet noise roar rhythm magic beauty power secret secrets star"
    " veins birth death age days years hour hours time times moment"
)
_LIKENESS = (
    "sea ocean forest mountain mountains river flood wave waves storm blanket carpet veil ray rays spark flash"
    " shower stream tower wall rain avalanche island web net ladder bridge garden field stroke touch sense feeling"
    " moment hint glimmer flame crown star ship bed mask sky world cloud clouds shadow burst trail ribbon thread"
    " maze ton tons"
)
# What such a likeness may be made of in earnest.
_IN_EARNEST = (
    "trees pines firs oaks palms water snow ice sand flowers sunflowers poppies tulips roses wheat corn grass"
    " stone rock clouds stars bamboo mushrooms birch birches"
)
_MANY = {
    "five": "school flock colony army circle parade",
    "several": "pod pack group bunch fleet team pile stack heap handful pride litter gaggle band troop"
    " bouquet number cluster family",
    "four": "herd murder row line queue",
    "dozens": "crowd swarm hundreds thousands dozens",
    "two": "pair couple",
    "many": "lots",
}
_GROUPS = {word: number for number, words in _MANY.items() for word in words.split()}
_BODY = (
    "hand hands eye eyes face faces finger fingers thumb fist arm arms foot feet leg legs head heads shoulder"
    " shoulders hair lip lips mouth smile smiles tear tears cheek cheeks nose ear ears neck knee knees lap tongue"
    " teeth breath voice skin toes tail tails wing wings paw paws claw claws fur mane fin fins beak horns whiskers"
    " belly hoof hooves gaze grin laugh laughter eyelids eyebrows jaw throat chin forehead wrist wrists elbow"
    " bones"
)
_INNER = "heart hearts back body chest palm palms side"  # parts only when somebody has them
_HUMAN = "hand hands fingers finger face eyes arms feet lips"

_RULES = [
    (re.compile(rf"(?<!\w){left.strip()}(?!\w)", re.I), right.strip())
    for left, _, right in (line.partition("=>") for line in _SAYINGS.strip().splitlines())
]


def _or(words: str) -> str:
    return "|".join(sorted(set(words.split()), key=len, reverse=True))


_DET = r"(?:the|a|an|this|that|his|her|its|their|my|our|your|every|each|some|one|two)"
_PART_OF = re.compile(
    rf"\b(?:{_DET} )?(?:\w+(?:est|ern|ing) |very |dark |deep )?(?:{_or(_PARTS)}) of (?={_DET} )", re.I
)
_LIKE = re.compile(
    rf"\b(?:an?|the|one|this|whole) (?:{_or(_LIKENESS)}) of (?!{_DET}\b)(?!(?:\w+ )?(?:{_or(_IN_EARNEST)})\b)", re.I
)
_GROUP = re.compile(
    rf"\b(?:an? |the |some )?(?:\w+ )?({_or(' '.join(_GROUPS))}) of (?={_DET} )?(?!us\b|them\b|it\b)", re.I
)
_OWNED = re.compile(r"\b(?!it's|that's|let's|he's|she's|there's|what's|here's|who's)([^\W\d_]+)'s\b", re.I)
_HELD_BY = re.compile(rf"(?:{_or(_BODY + ' ' + _INNER)})\b", re.I)
_WITH_BODY = re.compile(
    rf"\b(?:in|with|between|on|onto|into|from|to|of|through|by|over|behind|under|against|across|around) "
    rf"(?:(?:{_DET}|both) )?(?:[a-z]+ ){{0,2}}?(?:{_or(_BODY)})(?: and (?:{_or(_BODY)}))?\b",
    re.I,
)
_OWN_BODY = re.compile(
    rf"(?:\b(?:to|on|in|with|of) )?\b(?:his|her|its|their|my|our|your) (?:[a-z]+ ){{0,2}}?"
    rf"(?:{_or(_BODY + ' ' + _INNER)})\b",
    re.I,
)
_BARE_BODY = re.compile(
    rf"\b(?:(?:{_DET}|old|young|small|tiny|wrinkled|warm|cold|tired|human) )*(?:{_or(_BODY)})\b", re.I
)
_A_PERSON = re.compile(rf"\b(?:{_or(_HUMAN)})\b", re.I)


def plain(text: str) -> tuple[str, str]:
    """The text in plain words, and how near the camera is said to be: "close", "wide" or ""."""
    words = re.sub(r"\s+", " ", text.replace("’", "'")).strip()
    words, frame = _without_camera(words)
    for pattern, meaning in _RULES:
        words = pattern.sub(meaning, words)
    words = _PART_OF.sub("", words)
    words = _GROUP.sub(lambda m: _GROUPS[m[1].lower()] + " ", words)
    words = _LIKE.sub("", words)
    words = _without_owners(words)
    return re.sub(r"\s+", " ", _without_bodies(words)).strip(), frame


def _without_camera(words: str) -> tuple[str, str]:
    """Camera talk taken out; what it says of distance."""
    frame = ""

    def drop(match: re.Match[str]) -> str:
        nonlocal frame
        kind = match["kind"].lower()
        if not (match["noun"] or match["of"] or _SURELY.match(kind)):
            return match[0]  # "a wide road" is not about the camera
        if not match["noun"] and kind in ("wide", "long", "medium", "overhead", "detail", "establishing", "high"):
            return match[0] if kind != "detail" or not match["of"] else " "
        frame = frame or (
            "close" if kind.startswith(("close", "macro", "detail")) else
            "wide" if kind.startswith(("wide", "long", "establishing", "aerial", "bird", "drone", "panoram")) else ""
        )  # fmt: skip
        return " "

    words = _CAMERA.sub(drop, words).strip(" ,:;.-")
    return _PLAIN_VIEW.sub("", words), frame


def _known(word: str) -> bool:
    return word in by_word()


def _without_owners(words: str) -> str:
    """Whose it is, is not seen when the owned thing can be; a body part is seen as the whole it belongs to."""
    out, end = [], 0
    for match in _OWNED.finditer(words):
        after = re.findall(r"[^\W\d_]+|[,.;]", words[match.end() :])[:3]
        until = next((i for i, w in enumerate(after) if not w[0].isalpha()), len(after))
        owned = [w.lower() for w in after[:until]]
        body = next((i for i, w in enumerate(owned[:2]) if _HELD_BY.fullmatch(w)), -1)
        out.append(words[end : match.start()])
        end = match.end()
        if body >= 0:
            out.append(match[1])
            end += re.match(r"(?:\W*\w+){%d}" % (body + 1), words[end:]).end()  # type: ignore[union-attr]  # noqa: UP031
        elif not any(_known(w) for w in owned[:2]):
            out.append(match[1])
    return "".join([*out, words[end:]])


def _without_bodies(words: str) -> str:
    """Parts of bodies are not drawn; a hand with nobody to it is somebody's."""
    bare = _OWN_BODY.sub(" ", _WITH_BODY.sub(" ", words))
    tokens = re.findall(r"[^\W\d_]+", bare.lower())
    alive = any(
        _known(t) and by_word()[t].tall < 9 and (by_word()[t].faces or "person:" in by_word()[t].art) for t in tokens
    )
    whose = "" if alive or not _A_PERSON.search(bare) else "a person "
    return _BARE_BODY.sub(
        lambda m: (whose if _A_PERSON.search(m[0]) else "") if m.start() == 0 or whose else " ", bare, count=0
    )
