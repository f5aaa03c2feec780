"""What words say about a scene: which setting, hour and weather they name, and which words name nothing."""

from pipelines.make.drawn.named_places import INDOORS as INDOORS
from pipelines.make.drawn.named_places import NAMED
from pipelines.make.drawn.named_places import SETTING_MEANING as SETTING_MEANING
from pipelines.make.drawn.named_places import WITHIN as WITHIN

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "pair": 2, "couple": 2,
    "several": 3, "few": 3, "many": 8, "some": 3, "dozens": 20, "both": 2, "dozen": 12, "hundred": 30, "hundreds": 30,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip

_TIMES = """
dawn: dawn, sunrise, daybreak, first light, early morning, sun rises, sun rose
morning: morning, breakfast
day: noon, midday, daytime, afternoon, sunny, daylight
sunset: sunset, evening, golden hour, sundown, sun sets, setting sun
dusk: dusk, twilight, nightfall, gloaming, blue hour
night: night, midnight, moonlight, moonlit, moon, stars, star, starry, nighttime, nights, starlight
"""

_WEATHERS = """
rain: rain, rainy, raining, drizzle, downpour, shower, rains
snow: snowing, snowfall, blizzard, snowstorm, snowflakes, falling snow, snow falls
fog: fog, foggy, mist, misty, haze, hazy
storm: storm, stormy, thunder, thunderstorm, lightning, gale, tempest, hurricane
cloudy: cloudy, overcast, grey sky, gray sky, gloomy
clear: clear, cloudless, blue sky
wind: wind, windy, breeze, breezy, gusts, gusty, windswept
dust: dust storm, sandstorm, dusty, duststorm
"""

_SEASONS = """
spring: spring, springtime, cherry blossom, cherry blossoms, blossoming, in bloom, april
summer: summer, summertime, midsummer, july
autumn: autumn, autumnal, autumn leaves, fall colours, fall colors, golden leaves, october
winter: winter, snow, wintry, wintertime, snowy, snow covered, frosty, frozen, midwinter, december
"""

# What shows in the sky or in the air and is no thing that stands or flies.
_WONDERS = """
aurora: aurora, auroras, polar lights
milky way: milky way, galaxy band
shooting star: meteor shower, falling stars, perseids
eclipse: eclipse, solar eclipse
beams: sunbeams, sunbeam, sunrays, god rays, light beams, rays of, sun rays, shafts of
heat: heat haze, mirage, shimmering heat
petals: petals, blossom petals, cherry blossom, cherry blossoms, falling blossoms
leaves: falling leaves, swirling leaves, blowing leaves
sparks: sparks, embers, glowing embers, flying sparks
"""


def _table(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in text.replace("\n  ", " ").strip().splitlines():
        name, words = line.split(":")
        for word in words.split(","):
            found.setdefault(word.strip(), name)
    return found


SETTING_WORDS = _table(NAMED)
TIME_WORDS = _table(_TIMES)
WEATHER_WORDS = _table(_WEATHERS)
SEASON_WORDS = _table(_SEASONS)
WONDER_WORDS = _table(_WONDERS)
SETTINGS = tuple(dict.fromkeys(SETTING_WORDS.values()))


def words_of(text: str) -> frozenset[str]:
    """The words of a text that are parted by spaces."""
    return frozenset(text.split())


DETERMINERS = words_of(
    """
    a an the this that these those his her its their our my your every each another
    """
)
PREPOSITIONS = words_of(
    """
    in on at by from near under over through across along into onto beside behind above below beneath between among
    around toward towards of with inside outside against past off up down within beyond upon to after before during
    """
)
BREAKS = words_of("and or but while as when where who which then because so if than for") | PREPOSITIONS | DETERMINERS
PRONOUNS = words_of(
    """
    he she they we i you it him her them
    """
)
NEGATIONS = frozenset(
    {"no", "without", "not", "never", "avoid", "none", "minus", "excluding", "except", "neither", "nor"}
)

# Words that say how, not what: never searched for.
EMPTY = words_of(
    """
    is are was were be been being has have had do does did will would can could may might must shall should very
    more most less scene picture image view close wide shot closeup portrait landscape style illustration photo
    drawing painting frame background foreground beautiful lovely pretty nice old young new big small large little
    huge tiny giant great tall short long high low deep bright dark light soft warm cold hot calm quiet gentle happy
    sad hopeful lonely alone proud brave tired sleepy friendly angry red blue green yellow orange purple pink white
    black grey gray brown golden silver colourful colorful rocky sandy snowy grassy wooden first last next other
    same there here again together away back only just also too always still even about it its them him day time
    hour year week moment something nothing anything everything thing things way end start beginning left right
    middle side top bottom front look looks looking see sees stand stands standing sit sits sitting walk walks
    walking run runs running come comes coming go goes going rise rises rising fall falls falling climb climbs
    climbing swim swims swimming fly flies flying sail sails sailing wave waves waving hold holds holding meet meets
    meeting befriend befriends smile smiles smiling wait waits waiting watch watches watching read reads reading
    write writes writing sing sings singing play plays playing work works working sleep sleeps sleeping dream dreams
    dreaming open opens opening close closes closing make makes making take takes taking give gives find finds turn
    turns turning lights shines shining glows glowing surrounded full empty filled covered lit set sets seen made
    lies lying rests resting floats floating drifts drifting dances dancing jumps jumping leaps leaping grows
    growing appears gazes gazing stares reaches reaching listens speaks talks talking explains shows teaches learns
    carries carrying pulls pushes rides riding crosses crossing leaves leaving returns arrives begins ends breaks
    fills moves shimmering sparkling distant nearby one ones bit lot kind sort part people's silhouette reflection
    shadow shadows sunlight sunshine sun moon star stars colour color colours
    """
)

# Nouns that are verbs as often: no thing right after a subject, a pronoun or "to".
ALSO_VERBS = words_of(
    """
    rose seal bank duck bat ring fish book ram present key map bear drum ship sail train plane rock fire bus star
    heart tent camera crown bridge house cook guard coach ball table phone park plant man crow frog watch anchor
    comet mouse chicken cow fox dog light lights stone circle cup lamp shell spider worm fly stamp hammer saw nail
    hook lock paint brush cake bread branch flower blossom mushroom cloud mirror shower shadow desk chair ladder
    battery gear clock
    """
)

PAST = frozenset({"rose", "saw", "lit", "ground", "shot", "felt", "left", "bore"})
PARTS_OF_BUILDINGS = words_of(
    "wall walls gate gates door doors window windows tower towers roof roofs yard courtyard park garden"
)
# Nouns that a thing before them only describes: no umbrella stands by an umbrella stand.
MODIFIED = PARTS_OF_BUILDINGS | words_of(
    """
    case cases trunk corridor shop shops store stop field fields burglar thief thieves driver drivers hug chase show
    game games board boards box boxes bag bags room rooms food bowl bowls club race ride trip tour song songs story
    stories light lights station stations ticket tickets party lover trainer owner costume shape skin tail print
    prints beans bean pot pan plate cage collar leash whistle sanctuary shelter centre center company business team
    teams player players lesson lessons festival market stall stalls crossing lane path track tracks noise noises
    call calls cries statue picture pictures painting photo movie film book books recipe dough juice pie soup tart
    cream jam sauce oil seed seeds leaf leaves petal petals branch branches hunter keeper breeder tamer fair fight
    league season day night time house school master maker makers rope mast deck crew captain wheel engine motor
    tank factory worker workers operator cushion frame leg legs edge bell bells tower chain lock hole ring museum
    theatre theater exhibition
    """
)
