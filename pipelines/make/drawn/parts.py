"""What a forbidden word forbids: the parts that settings draw, what each is called and of what kind it is.

A part is known by the name that its painter asks for (`Sheet.may`, `Sheet.shows`) or that its layer has.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipelines.make.drawn.things import by_word, plurals

# A part or a thing and its other names; a thing's own are in its table.
_NAMES = """
window: windowpane, pane
sofa: couch, settee, divan
armchair: easy chair
seat: stool
chair: stool
bed: cot, bunk
wardrobe: closet
chest: dresser, drawers, commode, nightstand
trunk: suitcase
bookcase: bookshelf
television: tv, telly
fireplace: hearth, chimney, fire
table: tables, dining table, kitchen table
desk: writing desk
bench: lab bench, counter, worktop
cupboard: cabinet, kitchen unit
stove: oven, cooker
rack: server
fridge: refrigerator, freezer
picture: painting, photograph, photo
poster: placard
jar: pot
plant: houseplant, house plant, potted plant, pot plant, greenery, vegetation
standing lamp: floor lamp
pendant: ceiling lamp, hanging lamp, ceiling light
strip: neon tube, fluorescent light
street lamp: lamp post, lamppost, streetlamp, street light, streetlight, lantern
rug: carpet, mat
curtain: drape, drapes
valance: pelmet
board: blackboard, chalkboard, whiteboard
flask: glassware, beaker, test tube, vial
computer: monitor, laptop, pc
big screen: display
chart: diagram, graph
case: display case, counter, till
good: goods, wares, merchandise
crate: boxes
tyre: tire
tool: tools
column: pillar
pew: pews
exhibit: artwork
departures: timetable, departure board
washbasin: sink, basin
bathtub: bath, tub
towel: towels
weights: dumbbell, barbell
mountain: mountain range, peak, summit
range: mountain range
hill: hillside
tower: skyscraper, high rise, highrise, office tower
house: cottage, home
barn: shed
church: chapel, steeple
station house: station building
terminal: terminal building
airliner: aircraft, aeroplane, airplane, plane, jet
near airliner: airliner, aircraft, aeroplane, airplane, plane, jet
train: carriage, railway carriage
spotlight: stage light
hedge: hedgerow
bush: shrub, undergrowth, thicket
flower: flower bed, blossom, bloom, petals
rock: stone, boulder, pebble, cliff rocks
fence: fencing
railing: handrail, banister
stall: market stall, booth
shop: shopfront, store, shop window
bunting: pennant, garland
flag: banner
coral: reef
weed: seaweed, kelp, weeds
fish: shoal
bubble: bubbles
reed: rushes
fern: bracken
cloud: cloudbank
fog: mist, haze
star: milky way
shooting star: shooting stars, meteor
sun: sunlight disc
aurora: northern lights
smoke: fumes
firefly: fireflies
dust: motes, specks
wave: waves, surf
grass: turf
dune: sand dune
crystal: gem
dripstone: stalactite
cactus: cacti
leaf: leaves, foliage
"""

# A kind, its other names, and what is of that kind: parts, things, or other kinds.
_KINDS = """
person, people, human, nobody, someone, character, figure, crowd, face = person
man = man, grandfather
woman = woman, grandmother
child = child, girl, boy
animal, creature, beast, wildlife = animal, fish, bird
boat, ship, vessel = boat, ship, sailboat, ferry, rowing boat, speedboat, cruise ship, pirate ship, sail
vehicle, traffic = car, bus, taxi, truck, van, tram, train, tractor, bicycle, motorcycle, scooter, fire engine,
  ambulance, police car, racing car, plane, airliner, near airliner, helicopter, boat, ship, sailboat, ferry
car = car, taxi, racing car
plane, aeroplane, airplane = plane, airliner, near airliner
building, architecture = building, house, houses, tower, church, barn, hut, castle, mosque, temple, pagoda, school,
  hospital, factory, office building, bank, hotel, station house, terminal, far tower
house = house, houses
skyscraper, tower = tower, far tower, office building
plant, vegetation = plant, tree, flower, bush, grass, fern, reed, cactus, weed, coral, hedge, lily, leaf, bamboo
tree, wood = tree, pine, palm, birch, willow, christmas tree, leaf
bush = bush, hedge
flower = flower, rose, tulip, sunflower, lily
bird, gull, seagull = bird, gull, duck, swan, dove, pigeon, eagle, raven, owl, parrot, flamingo
furniture, furnishing = sofa, armchair, seat, chair, bed, wardrobe, chest, trunk, bookcase, television, table, desk,
  bench, workbench, cupboard, fridge, stove, standing lamp, case, shelf, pew, throne, locker, altar, bench of a court
decoration, ornament, decor = picture, poster, clock, rug, houseplant, mirror, curtain, globe, banner, towel, jar,
  chart, fireplace, flask, exhibit, plinth, valance
seat, chair = seat, chair, armchair, sofa, pew, throne
picture, art = picture, poster, chart, exhibit
shelf, shelves = shelf, bookcase
lamp, light = lamp, standing lamp, pendant, street lamp, chandelier, torch, strip, spotlight, lamplight, edge lamps,
  bridge lamps, house lights, stall lights
curtain, drape = curtain, valance
screen = screen, big screen, television, computer, departures
computer = computer, console, rack, big screen
electronics = computer, console, rack, big screen, television, departures
appliance = fridge, stove, television
machine, machinery = belt, tank, console, rack, treadmill
planet = planet, far planet, earth, saturn, moon rock
mountain, peak = mountain, range, far rock
star = star, shooting star
rock = rock, stone, skerry
snow = snow, snow before the lens, near drift
rain = rain, splash
coral = coral, reef, anemone
"""


def _lines(text: str) -> Sequence[str]:
    return text.strip().replace("\n  ", " ").splitlines()


def _parted(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(","))


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, ...]]:
    """Each part's name to all names it has."""
    return {(head := line.partition(":")[0]): (head, *_parted(line.partition(":")[2])) for line in _lines(_NAMES)}


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[str, ...]]:
    """Each name of a kind, singular and plural, to what is of that kind."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines(_KINDS):
        names, _, members = line.partition(" = ")
        for name in _parted(names):
            for form in (name, *plurals(name)):
                found.setdefault(form, _parted(members))
    return found


@lru_cache(maxsize=1)
def _said() -> dict[str, tuple[str, ...]]:
    """Each name of a part, singular and plural, to the parts that are called so."""
    found: dict[str, tuple[str, ...]] = {}
    for part, names in _names().items():
        for name in names:
            for form in (name, *plurals(name)):
                found[form] = (*found.get(form, ()), part)
    return found


@lru_cache(maxsize=512)
def covered(word: str) -> frozenset[str]:
    """Every name of what a word or phrase forbids: its other names, and those of all that is of the kind it names."""
    meant, left = {word, *_said().get(word, ())}, [word]
    while left:  # a kind may hold kinds: cars are vehicles, and taxis are cars
        members = set(_kinds().get(left.pop(), ())) - meant
        meant |= members
        left += members
    things = [thing for name in meant if (thing := by_word().get(name))]
    names = meant.union(*(_names().get(name, ()) for name in meant), *(thing.words for thing in things))
    return frozenset(names.union(*(plurals(name) for name in names)))


def known(phrase: str) -> bool:
    """Whether several words are one name: street lamps, a potted plant."""
    return phrase in _said() or phrase in _kinds() or phrase in by_word()


_WHERE = re.compile(r"^(?:light|shadow|surf) of (?:an? |the )?| (?:at )?[-\d.]+$| far off$")


@lru_cache(maxsize=1)
def _parts() -> frozenset[str]:
    """All names that the layer of a part may have."""
    named = {*_said(), *_kinds()}.union(*_kinds().values())
    return frozenset(named.union(*(plurals(name) for name in named)))


def part_of(layer: str) -> str:
    """The part that is all that a layer of this name holds, or ""."""
    name = _WHERE.sub("", layer)
    return name if name in _parts() else ""
