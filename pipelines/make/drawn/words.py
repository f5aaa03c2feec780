"""What words say about a scene: which setting, hour and weather they name, and which words name nothing."""

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "pair": 2, "couple": 2,
    "several": 3, "few": 3, "many": 8, "some": 3, "dozens": 20, "both": 2, "dozen": 12, "hundred": 30, "hundreds": 30,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip

# setting: its words. Two-word phrases win over one-word ones.
_SETTINGS = """
beach: beach, seaside, sandy shore, sandcastle, sandy beach, beaches
shore: shore, coast, cliff, cliffs, bay, harbour, harbor, pier, dock, quay, island, headland, cove, lighthouse,
  coastline, rocks
sea: sea, ocean, waves, open sea, high seas, tide, at sea, horizon
underwater: underwater, under water, under the sea, beneath the sea, seabed, ocean floor, coral reef, reef, deep sea,
  under the waves, beneath the waves, ocean depths, aquarium
forest: forest, woods, clearing, undergrowth, woodland, grove
mountains: mountain, mountains, summit, peak, peaks, alps, alpine, mountain pass, foothills, mountain path, ridge
hills: hill, hills, meadow, meadows, countryside, grass, park, lawn, prairie, plains, steppe, valley, moor, heath,
  picnic, wide landscape, school yard, schoolyard, playground, village square
lake: lake, pond, lakeside, reeds, water lilies, water
river: river, stream, riverbank, creek, brook, rapids, river valley
waterfall: waterfall, waterfalls, cascade, cataract
swamp: swamp, swamps, marsh, bog, mangroves, bayou, wetland, everglades
jungle: jungle, rainforest, rain forest, tropics, amazon
bamboo: bamboo, bamboo forest, bamboo grove
savanna: savanna, savannah, serengeti, african plain, african plains, bush country, safari
canyon: canyon, gorge, ravine, badlands, grand canyon
volcano: volcano, volcanoes, lava, lava field, eruption, crater rim
vineyard: vineyard, vineyards, vines, terraces, tuscany, olive grove
desert: desert road, desert, dunes, dune, sahara, oasis
snow: snowfield, arctic, antarctic, antarctica, iceberg, glacier, tundra, ice, north pole, south pole, snow
city: city, skyline, downtown, skyscrapers, rooftops, rooftop, metropolis, new york, london, paris, tokyo, city square
road: long road, country road, open road, winding road, dusty road, road home, mountain road, lane,
  country lane, footpath, winding path, dirt road
street: street, road, alley, avenue, sidewalk, pavement, crossing, market, marketplace, town square, market square,
  bus stop, neighbourhood, neighborhood, station, platform, railway station, train station
farm: farm, field, fields, farmland, orchard, wheat, harvest, crops, pasture, wheat field
garden: garden, backyard, yard, greenhouse, flowerbed, allotment, hive, beehive
home: at home, living room, bedroom, house interior, fireplace, indoors, apartment, attic, armchair, hearth, sofa,
  nursery, room, window, candlelight, mantelpiece
kitchen: kitchen, bakery, oven, stove, restaurant, cafe, café, counter, dining room, dough, kneading, baking, cooking
classroom: classroom, school, lesson, blackboard, lecture, in class, university
lab: lab, laboratory, experiment, clinic, hospital, hospital corridor
office: office, meeting room, desk, boardroom, startup, workplace, cubicle, conference room, launch event
shop: shop, store, supermarket, boutique, bookshop, bookstore, library, museum, checkout, art gallery
stage: stage, theatre, theater, concert, spotlight, opera, circus ring, curtain, audience, castle hall, orchestra
stairs: stairs, staircase, stairway, stone steps, stairwell, lantern room
workshop: workshop, garage, forge, shed, studio, factory floor, workbench
space: space, outer space, orbit, galaxy, planets, universe, cosmos, nebula, stars and planets, asteroid
moon: on the moon, moon surface, surface of the moon, from the moon, lunar surface, lunar
mars: mars, red planet
clouds: above the clouds, in the clouds, over the clouds, through the clouds, in the sky, in the air
cave: cave, cavern, grotto, coal mine, gold mine, tunnel, underground
abstract: abstract, backdrop, background
"""

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
winter: winter, wintry, wintertime, snowy, snow covered, frosty, frozen, midwinter, december
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


SETTING_WORDS = _table(_SETTINGS)
TIME_WORDS = _table(_TIMES)
WEATHER_WORDS = _table(_WEATHERS)
SEASON_WORDS = _table(_SEASONS)
WONDER_WORDS = _table(_WONDERS)
SETTINGS = tuple(dict.fromkeys(SETTING_WORDS.values()))
INDOORS = frozenset(
    {
        "home",
        "bedroom",
        "bathroom",
        "attic",
        "kitchen",
        "cafe",
        "bakery",
        "shop",
        "library",
        "museum",
        "classroom",
        "lab",
    }
    | {"hospital", "office", "control", "datacentre", "gym", "workshop", "factory", "station", "airport", "church"}
    | {"castle", "court", "spaceship", "stage", "stairs"}
)

# How a setting is described to the meaning search, for words that the table lacks.
SETTING_MEANING = {
    "beach": "sandy beach, holiday by the sea",
    "shore": "sea coast, harbour, cliffs, island",
    "sea": "open sea, ocean waves, sailing",
    "underwater": "under the sea, coral reef, diving",
    "forest": "forest, woods, trees",
    "mountains": "mountains, summit, climbing",
    "hills": "meadow, green hills, countryside, park",
    "lake": "lake, pond",
    "river": "river, stream, brook",
    "waterfall": "waterfall, cascade",
    "swamp": "swamp, marsh, bog",
    "jungle": "jungle, rainforest",
    "bamboo": "bamboo grove",
    "savanna": "savanna, african plains",
    "canyon": "canyon, gorge, red rocks",
    "volcano": "volcano, lava, eruption",
    "vineyard": "vineyard, wine terraces",
    "desert": "desert, dunes, dry hot sand",
    "snow": "snow, ice, arctic winter",
    "city": "city skyline, skyscrapers",
    "road": "road through the country, lane, journey",
    "street": "street, town, road, market square",
    "farm": "farm, fields, barn, harvest",
    "garden": "garden, flowers, greenhouse",
    "home": "living room, home, bedroom, sofa",
    "kitchen": "kitchen, cooking, cafe, bakery",
    "classroom": "classroom, school, lesson",
    "lab": "laboratory, science experiment, clinic",
    "office": "office, meeting, desk, company",
    "shop": "shop, store, library, museum",
    "stage": "theatre stage, concert, performance",
    "stairs": "staircase, tower",
    "workshop": "workshop, garage, tools, factory",
    "space": "outer space, planets, stars, galaxy",
    "moon": "on the moon, lunar dust",
    "mars": "on Mars, the red planet",
    "clouds": "sky, clouds, flying",
    "cave": "cave, underground tunnel",
    "abstract": "abstract idea, concept, data, technology",
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    """
    a an the this that these those his her its their our my your every each another
    """
)
PREPOSITIONS = _words(
    """
    in on at by from near under over through across along into onto beside behind above below beneath between among
    around toward towards of with inside outside against past off up down within beyond upon to after before during
    """
)
BREAKS = _words("and or but while as when where who which then because so if than for") | PREPOSITIONS | DETERMINERS
PRONOUNS = _words(
    """
    he she they we i you it him her them
    """
)
NEGATIONS = frozenset({"no", "without", "not", "never", "avoid", "none", "minus", "excluding", "except"})

# Words that say how, not what: never searched for.
EMPTY = _words(
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
ALSO_VERBS = _words(
    """
    rose seal bank duck bat ring fish book ram present key map bear drum ship sail train plane rock fire bus star
    heart tent camera crown bridge house cook guard coach ball table phone park plant man crow frog watch anchor
    comet mouse chicken cow fox dog light lights stone circle cup lamp shell spider worm fly stamp hammer saw nail
    hook lock paint brush cake bread branch flower blossom mushroom cloud mirror shower shadow desk chair ladder
    battery gear clock
    """
)

PAST = frozenset({"rose", "saw", "lit", "ground", "shot", "felt", "left", "bore"})
PARTS_OF_BUILDINGS = _words(
    "wall walls gate gates door doors window windows tower towers roof roofs yard courtyard park garden"
)
# Nouns that a thing before them only describes: no umbrella stands by an umbrella stand.
MODIFIED = PARTS_OF_BUILDINGS | _words(
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

# What a forbidden word also forbids.
_FAMILIES = """
person: people, person, persons, human, humans, man, men, woman, women, nobody, someone, character, characters,
  figure, figures, child, children, crowd, face, faces
animal: animal, animals, creature, creatures, beast, wildlife
boat: boat, boats, ship, ships, vessel, vessels
building: building, buildings, house, houses, architecture
car: car, cars, vehicle, vehicles, traffic
tree: tree, trees
flower: flower, flowers
bird: bird, birds, gull, gulls, seagull, seagulls
cloud: cloud, clouds
star: star, stars
sun: sun
moon: moon
rain: rain
snow: snow
text: text, words, letters, writing, caption, captions, logo, logos
"""
FAMILY_OF = _table(_FAMILIES)
