"""What people call the places and weathers that beds stand for."""

import re
from collections.abc import Iterable
from functools import lru_cache

# phrases, parted by commas : beds, each with its level beside the first (dB), its force and how far it is where that
# differs from the middle, as "name -4 force=0.2 far=0.5".
_TABLE = """
drizzle, light rain, gentle rain, soft rain, spring rain, mist rain : rain force=0.12
rain, raining, rainy, rainfall, shower, wet weather : rain
downpour, heavy rain, pouring rain, pouring, cloudburst, torrential rain, monsoon, deluge : rain force=0.95
rain on a roof, rain on the roof, rain on roof, rain on a tin roof, tin roof, rain on a tent, tent in the rain,
    attic rain, roof in the rain, rain on a car : rain on a roof
rain on a window, rain on the window, rain against the window, rain on window, rain on glass, rainy window, window
    pane in the rain, rain at the window : rain on a window
thunderstorm, thunder storm, thunder and lightning, lightning storm, thunder, thundery, lightning, storm with
    thunder : thunderstorm
storm, stormy, tempest, stormy weather, stormy night : thunderstorm force=0.7
hurricane, typhoon, cyclone, tornado : gale force=1, rain -2 force=1
wind, windy, gusts, gusty, blowing : wind
breeze, breezy, light wind, soft wind, gentle wind, summer wind, meadow, field, grass, prairie, hill, hills, park,
    garden, countryside, balcony : breeze
gale, strong wind, howling wind, howling, wind howling, squall, wild wind : gale
wind in trees, wind in the trees, wind through trees, wind through the trees, trees in the wind, rustling leaves,
    leaves, rustle of leaves, rustling, treetops, leaves in the wind, orchard : wind in trees
cold wind, snow wind, snow, snowy, snowstorm, blizzard, snowfall, winter, winter wind, arctic, ice, icy, glacier,
    polar, mountain top, summit, peak, mountain, mountains : cold wind
desert wind, desert, sand, dunes, sandstorm, dust storm, dust, sahara, mars : desert wind
calm sea, calm shore, quiet sea, gentle waves, small waves, lapping, lapping waves, lake, lake shore, lakeside, calm
    water, bay, lagoon, gentle surf, calm beach, pond, jetty, pier : calm shore
sea, ocean, waves, surf, beach, seaside, coast, shore, seashore, breakers, breaking waves, rocky shore, cliffs,
    lighthouse : surf
stormy sea, rough sea, storm at sea, sea storm, heavy sea, heavy seas, wild sea, high seas, raging sea, stormy
    ocean, rough ocean, big waves, huge waves : stormy sea
under water, underwater, under the sea, beneath the sea, below the surface, below the waves, deep sea, submarine,
    diving, diver, coral reef, reef, ocean floor, sea floor, aquarium, whale : under water
stream, brook, creek, babbling brook, trickle, trickling water, running water, fountain, mountain stream, spring
    water : stream
river, rapids, riverbank, flowing water, weir, water mill : river
waterfall, falls, cascade, cataract : waterfall
cave, cavern, dripping, drips, dripping water, drops in a cave, grotto, dungeon, tunnel, mine, cellar, sewer,
    catacombs : cave
fire, campfire, camp fire, bonfire, flames, burning, burning wood, crackling fire, crackling, torches : campfire
fireplace, hearth, fire in the hearth, fireside, wood stove, stove fire, chimney, log fire : fireplace
dawn chorus, morning birds, birds at dawn, birds in the morning, birdsong, bird song, birds singing, singing birds,
    songbirds, spring morning, birds, bird, spring : dawn chorus
forest, woods, woodland, wood, jungle, rainforest, forest birds, birds in the forest, birds in a forest, forest by
    day : forest birds
seagulls, seagull, gulls, gull, sea birds, seabirds : seagulls
harbour, harbor, port, docks, marina, fishing boats, fishing village, quay : calm shore force=0.35, seagulls -5
    far=0.3
owl, owls, owl at night, hooting, forest at night, woods at night, night forest, dark forest, haunted forest,
    graveyard, churchyard : owl
crickets, cricket, night, night sounds, summer night, summer evening, warm night, night in the country, night
    meadow, insects, cicadas, grasshoppers, starry night, moonlight : crickets
frogs, frog, toads, swamp, marsh, pond at night, bog : frogs
farm, farmyard, barnyard, barn, cows, hens, chickens, animals on a farm, village morning : farm
crowd, murmur, murmuring, crowd murmur, people talking, talking, voices, audience, foyer, lobby, museum, hall full
    of people, station, railway station, train station, airport, waiting hall, gallery, library, church, cathedral,
    theatre, party, conversation : murmur
restaurant, cafe, coffee shop, coffeehouse, bar, pub, diner, tavern, dinner party, bistro, canteen, cafeteria,
    banquet, bakery, shop : restaurant
market, bazaar, market place, marketplace, fair, street market, town square, square, plaza, festival : market
applause, clapping, clap, ovation, claps : applause
cheering, cheers, cheering crowd, stadium, crowd cheering, football match, sports crowd, arena, fans, concert crowd,
    celebration : cheering
children, kids, children playing, children play, kids play, playing children, playground, kindergarten, school yard,
    schoolyard, kids playing, cheering children, happy children : children
street, traffic, road, cars, city street, busy road, street corner, town, avenue, crossroads, downtown : street
busy street, rush hour, traffic jam, heavy traffic, busy traffic, busy city, big city : street force=0.95, murmur -9
    far=0.4 force=0.4
quiet street, side street, lane, suburb : street force=0.05
highway, motorway, freeway, expressway, autobahn : highway
city, city hum, city at night, distant city, distant traffic, skyline, rooftop, rooftops, roof terrace, urban,
    cityscape, street at night, alley : city hum
train, train ride, in a train, on a train, railway, rails, railroad, railway carriage, subway, tram, underground
    train : train ride
aeroplane, airplane, plane, aircraft, cabin, plane cabin, aeroplane cabin, airplane cabin, in flight, flight, jet,
    cockpit : aeroplane
office, open plan office, typing, workplace, desk, desks, newsroom, computers : office
kitchen, cooking, frying, sizzling, frying pan, cook, chef : kitchen
classroom, school, lesson, pupils, students : classroom
room tone, room, quiet room, indoors, living room, bedroom, empty room, interior, silent room, study, house, home,
    apartment, hotel room, hospital : room tone
space, outer space, spaceship, space ship, starship, spacecraft, drone, deep drone, hum, cosmic, galaxy, planet,
    stars, orbit, science fiction, sci-fi, space station, rocket : space hum
factory, machine hall, machines, machinery, workshop, industry, industrial, assembly line, power plant, engine room,
    ship engine, mill, steelworks : machine hall
laboratory, lab, server room, data centre, data center, machine room, computer room, clinic, operating room, control
    room, electronics, robot, robots : laboratory
"""

# Words that say how hard or how far, of the bed after them (or, at the end of a phrase, of the bed before them).
FORCES = {
    0.05: "faint barely hardly almost",
    0.2: "light gentle soft quiet calm little low mild slow small sparse subtle tender peaceful sleepy thin lazy few",
    0.8: "heavy strong loud hard big busy lively dense thick roaring full crowded many great fierce bustling noisy",
    1.0: "wild violent furious raging extreme massive torrential thunderous mighty intense deafening",
}
FARS = {0.75: "distant far faraway", 0.5: "outside remote muffled background", 0.0: "near close nearby"}
AFTER = ("in the distance", "far away", "far off", "from afar", "in the background", "outside", "next door")
"""Said after a bed, these put it far away."""


_BIRDS = ("dawn chorus", "forest birds", "seagulls", "owl")
_PEOPLE = ("murmur", "restaurant", "market", "children", "cheering", "applause", "classroom", "office")
_RAIN = ("rain", "rain on a roof", "rain on a window", "thunderstorm")
_WIND = ("wind", "gale", "breeze", "wind in trees", "cold wind", "desert wind")
_CARS = ("street", "highway", "city hum")
_BEASTS = (*_BIRDS, "farm", "crickets", "frogs")
# Words that forbid beds of a whole kind.
_KINDS = {
    "birds": _BIRDS, "bird": _BIRDS, "birdsong": _BIRDS, "singing": _BIRDS, "people": _PEOPLE, "voices": _PEOPLE,
    "talking": _PEOPLE, "crowd": _PEOPLE, "rain": _RAIN, "wind": _WIND, "traffic": _CARS, "cars": _CARS,
    "animals": _BEASTS, "beasts": _BEASTS, "insects": ("crickets",), "thunder": ("thunderstorm",),
    "storm": ("thunderstorm", "stormy sea", "gale"), "music": (),
}  # fmt: skip
# What is heard of a place where its usual voices are not wanted.
INSTEAD = {
    "forest birds": "wind in trees",
    "dawn chorus": "breeze",
    "crickets": "breeze",
    "farm": "breeze",
    "owl": "breeze",
    "thunderstorm": "rain",
    "street": "room tone",
}


def forbidden(banned: Iterable[str], words: Iterable[str]) -> frozenset[str]:
    """The beds that negated phrases of the table and single negated words forbid."""
    table = phrases()
    out = {bed for phrase in banned for bed, *_ in table[phrase]}
    return frozenset(out.union(*(_KINDS.get(word, ()) for word in words)))


def layer_of(said: str) -> tuple[str, float, float | None, float | None]:
    """(bed, level, force, far) of one bed of the table; None where the table says nothing."""
    name, level, force, far = [], 0.0, None, None
    for word in said.split():
        if word.startswith("force="):
            force = float(word[6:])
        elif word.startswith("far="):
            far = float(word[4:])
        elif word.lstrip("-").replace(".", "").isdigit():
            level = float(word)
        else:
            name.append(word)
    return " ".join(name), level, force, far


@lru_cache(maxsize=1)
def phrases() -> dict[str, tuple[tuple[str, float, float | None, float | None], ...]]:
    """Every phrase with the beds it stands for."""
    found = {}
    for line in re.sub(r"\n +", " ", _TABLE.strip()).splitlines():
        names, _, beds = line.partition(" : ")
        recipe = tuple(layer_of(bed.strip()) for bed in beds.split(","))
        found |= {name.strip(): recipe for name in names.split(",")}
    return found
