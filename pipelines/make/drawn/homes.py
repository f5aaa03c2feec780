"""Where a scene plays: the setting its words name, or the one its things live in."""

from pipelines.make.drawn.deeds import ACT_OF
from pipelines.make.drawn.read import Scene, Subject
from pipelines.make.drawn.words import INDOORS


def settle_setting(scene: Scene, subjects: tuple[Subject, ...]) -> str:
    """The setting the words name, or the one its things live in; mended where the two cannot go together."""
    places = {s.thing.place for s in subjects}
    people = any(s.thing.art.startswith("person:") for s in subjects)
    setting = scene.setting
    if indoors(setting) and not _inside(scene) and any(_large(s) for s in subjects):
        setting = _BEFORE.get(setting, "")  # "a village with lit windows" is no room
    if setting == "" and any(s.thing.art == "own:shopfront" for s in subjects):
        return "roadside"
    stands = any(s.thing.place == "g" and not swims(s) for s in subjects)
    if setting == "" and any(swims(s) for s in subjects) and not stands:
        return "sea" if "w" in places else "lake"
    if setting in ("", "sea") and _below(subjects):
        return "underwater"
    if setting == "airport" and "airplane" in arts_of(subjects) and not _inside(scene):
        return "apron"
    if setting in ("", "sea") and "w" in places and stands:
        return "sea" if boat_for(subjects) else "shore"
    if setting == "sea" and stands:
        return "shore"
    if places == {"o"} and arts_of(subjects) <= _FOOD and (setting in _DRY or setting in ("", "city")):
        return "kitchen"  # bread on a road is odd, on a table it is not
    if setting in _DRY and "w" in places:
        return "lake"
    if setting == "street" and any(s.thing.art in _IN_THE_COUNTRY for s in subjects):
        return "road"
    if setting in ("street", "boulevard") and arts_of(subjects) & (_CARS | {"shopfront"}):
        return "roadside"  # cars are seen from the side: their road runs across
    if setting == "" and "town-hall" in arts_of(subjects):
        return "roadside"
    if setting == "street" and not people and "w" in places:
        return "shore"
    if setting:
        return setting
    arts = arts_of(subjects)
    open_air = scene.weather != "" or any(_large(s) for s in subjects) or bool(_OUTSIDE & set(scene.words))
    for name, homes in _HOMES.items():
        if arts & homes and not (open_air and indoors(name)):
            return "roadside" if name == "street" and arts & _CARS else name
    if any(s.thing.art in ("own:tree", "own:pine") and s.count > 1 for s in subjects):
        return "forest"
    if "w" in places:
        return "sea"
    if "u" in places:
        return "underwater"
    if places == {"s"}:
        return "clouds" if scene.time not in ("night", "dusk") else "hills"
    if places == {"o"}:
        return "abstract"
    return "hills" if subjects or open_air or scene.time else "abstract"


def swims(subject: Subject) -> bool:
    """Whether it is somebody in the water."""
    acts = [ACT_OF[w] for w in subject.doing if w in ACT_OF]
    return subject.thing.art.startswith("person:") and acts[:1] == ["swim"]


_SEABED = frozenset({"crab", "lobster", "spiral-shell", "turtle", "coral", "oyster", "own:chest", "seal", "anchor"})


def _below(subjects: tuple[Subject, ...]) -> bool:
    """Whether all of it is at home below the surface: a diver and a whale, an octopus and a crab."""
    dives = any(s.thing.art == "person:diver" or s.thing.place == "u" for s in subjects)
    deep = ("u", "w") if any(s.thing.art == "person:diver" for s in subjects) else ("u",)
    return dives and all(
        s.thing.place in deep or s.thing.art == "person:diver" or s.thing.art.removeprefix("fluent:") in _SEABED
        for s in subjects
    )


def arts_of(subjects: tuple[Subject, ...]) -> set[str]:
    """The names of their art, without the pack's."""
    return {s.thing.art.partition(":")[2] for s in subjects}


def _large(subject: Subject) -> bool:
    """Whether it is a building, a vehicle or a tree: too large for a room."""
    thing = subject.thing
    return (
        thing.tall >= 2.5 and thing.place in "gw" and not thing.art.startswith("person:") and thing.art != "own:ladder"
    )


def _inside(scene: Scene) -> bool:
    """Whether the words say that it plays inside."""
    return any(a in ("inside", "in") and b in _ROOMS
               for i, a in enumerate(scene.words) for b in scene.words[i + 1 : i + 5])  # fmt: skip


_CARS = frozenset(
    {"automobile", "bus", "taxi", "bicycle", "tram", "police-car", "fire-engine", "motorcycle", "delivery-truck"}
)
_IN_THE_COUNTRY = frozenset({"fluent:castle", "own:windmill", "own:barn", "own:tower", "own:turbine", "fluent:tent"})
_DRY = frozenset({"hills", "farm", "garden", "road", "forest", "mountains", "desert", "street"})
_FOOD = frozenset(
    {"bread", "hot-beverage", "birthday-cake", "pizza", "honey-pot", "croissant", "teapot", "cheese-wedge", "sandwich"}
    | {"steaming-bowl", "doughnut", "glass-of-milk", "wine-glass", "ice-cream", "basket"}
)
_ROOMS = ("room", "kitchen", "bedroom", "garage", "workshop", "library", "museum", "shop", "hospital", "factory",
          "church", "school", "office", "gym", "cafe", "bakery")  # fmt: skip
# What lies before a house whose rooms are too small for what is seen.
_BEFORE = {"station": "platform", "airport": "apron"} | {
    name: "street" for name in ("cafe", "bakery", "shop", "hospital", "library", "museum")
}
_OUTSIDE = frozenset(
    [
        "sky",
        "skies",
        "clouds",
        "cloud",
        "stars",
        "star",
        "moon",
        "sun",
        "wind",
        "outdoors",
        "outside",
        "leaves",
        "landscape",
        "world",
        "sunshine",
    ]
)


def boat_for(subjects: tuple[Subject, ...]) -> bool:
    """Whether those who stand can stand in a boat."""
    boat = any(is_boat(s) for s in subjects)
    return boat and all(s.thing.art.startswith("person:") or s.thing.tall < 1 for s in subjects if s.thing.place == "g")


# What stands in a row of houses.
HOUSES = frozenset({"own:shopfront", "fluent:house", "fluent:houses", "fluent:school", "own:town-hall",
                    "fluent:hospital", "fluent:bank", "fluent:hotel", "fluent:church",
                    "fluent:office-building"})  # fmt: skip


def is_boat(subject: Subject) -> bool:
    """Whether it is a small boat that people can be seen in."""
    return not subject.far and subject.thing.place == "w" and subject.thing.sunk > 0.15 and subject.thing.tall <= 5


_HOMES: dict[str, frozenset[str]] = {
    "shore": frozenset({"lighthouse", "crab", "seal", "spiral-shell", "pirate", "keeper"}),
    "space": frozenset(
        {"rocket", "astronaut", "alien", "ringed-planet", "satellite", "flying-saucer", "globe-showing-europe-africa"}
    ),
    "snow": frozenset({"penguin", "polar-bear", "snowman", "igloo", "sled", "skis"}),
    "forest": frozenset(
        {
            "fox",
            "wolf",
            "bear",
            "deer",
            "moose",
            "owl",
            "hedgehog",
            "badger",
            "mushroom",
            "raccoon",
            "monkey",
            "tiger",
            "gorilla",
            "wizard",
            "fallen-leaf",
        }
    ),
    "farm": frozenset(
        {"cow", "tractor", "farmer", "pig", "ewe", "rooster", "chicken", "barn", "ox", "goat", "scarecrow"}
    ),
    "desert": frozenset({"two-hump-camel", "cactus", "snake", "scorpion", "lizard", "pyramid"}),
    "garden": frozenset({"honeybee", "butterfly", "rose", "tulip", "seedling", "snail"}),
    "street": frozenset(
        {
            "automobile",
            "bus",
            "taxi",
            "bicycle",
            "tram",
            "police-car",
            "fire-engine",
            "police",
            "firefighter",
            "postman",
            "motorcycle",
            "town-hall",
        }
    ),
    "city": frozenset({"office-building"}),
    "classroom": frozenset({"teacher", "student"}),
    "hospital": frozenset({"doctor", "nurse", "syringe", "stethoscope"}),
    "court": frozenset({"judge"}),
    "lab": frozenset({"scientist", "microscope", "test-tube", "alembic", "robot"}),
    "office": frozenset({"office", "desk", "writing-desk", "laptop", "desktop-computer", "chart-increasing"}),
    "kitchen": frozenset({"cook", "pizza", "bread", "teapot", "hot-beverage"}),
    "shop": frozenset({"shopkeeper"}),
    "stage": frozenset({"musician", "dancer", "guitar", "violin", "piano"}),
    "bedroom": frozenset({"bed"}),
    "home": frozenset({"grandmother", "grandfather", "sofa", "teddy-bear", "television", "table", "long-table"}),
    "mountains": frozenset({"hiker", "goat", "llama", "eagle", "volcano"}),
}


def indoors(setting: str) -> bool:
    return setting in INDOORS
