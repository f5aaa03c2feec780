"""What is heard in each place of the drawn world, and which words bring a bed by themselves."""

import re


def _table(text: str) -> dict[str, str]:
    """Each word after a colon with the name before it."""
    rows = (line.partition(": ") for line in re.sub(r"\n +", " ", text.strip()).splitlines())
    return {word: name for name, _, words in rows for word in words.split()}


def _listed(text: str) -> frozenset[str]:
    return frozenset(" ".join(text.split()).split(", "))


# The bed of each place; what is not here is silent by itself.
BED_OF = _table("""
surf: beach shore sea cliffs
under water: underwater
forest birds: forest jungle garden
wind in trees: bamboo
wind: mountains clouds apron
cold wind: summit tundra snow
breeze: hills vineyard savanna road lane
desert wind: canyon desert mars volcano
calm shore: lake harbour
river: river bridge
waterfall: waterfall
frogs: swamp
city hum: city roofs
street: street boulevard roadside
farm: farm
market: market
room tone: home bedroom bathroom attic stairs kitchen library church castle
classroom: classroom
laboratory: lab hospital control datacentre
office: office
murmur: shop stage museum station airport platform ballroom court
restaurant: cafe bakery
machine hall: workshop factory
train ride: carriage
space hum: space spaceship moon
cave: cave
""")

# What is walked on in each place.
GROUNDS = _table("""
footsteps on gravel: beach shore desert canyon mars volcano road vineyard mountains
footsteps in snow: snow tundra
footsteps in leaves: forest bamboo jungle
footsteps on grass: hills garden farm savanna
footsteps: station airport museum church hospital castle shop
""")

INDOORS = _listed(
    """airport, attic, bakery, ballroom, bathroom, bedroom, cafe, carriage, castle, cave, church, classroom, control,
    court, datacentre, factory, home, hospital, kitchen, lab, library, mars, moon, museum, office, shop, space,
    spaceship, stage, stairs, station, underwater, workshop"""
)

# Beds that words of a scene bring by themselves; other words of the table may mean what is only seen.
WORDS_BRING = _listed(
    """aeroplane, applause, campfire, cheering, children, crickets, dawn chorus, farm, fireplace, frogs, kitchen,
    machine hall, market, owl, rain, rain on a roof, rain on a window, restaurant, river, seagulls, stormy sea,
    stream, thunderstorm, train ride, waterfall"""
)

# Phrases that bring none, for in a scene they are often said of something else.
DOUBTFUL = _listed(
    """aircraft, bar, barn, bird, burning, cabin, cascade, celebration, chef, chickens, children, cockpit, cook,
    cooking, cows, cricket, fair, falls, fans, fire, flames, flight, fountain, frog, frogs, gull, hens, industry,
    insects, jet, kids, machines, mill, moonlight, night, owl, owls, party, plane, plaza, railroad, rails, railway,
    robot, robots, rocket, seagull, shop, shower, spring, square, starry night, subway, summer night, torches,
    train, tram, workshop"""
)
