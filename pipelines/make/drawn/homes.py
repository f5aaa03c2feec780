"""Where a scene plays: the setting its words name, or the one its things live in."""

from pipelines.make.drawn.read import Scene, Subject
from pipelines.make.drawn.things import by_word
from pipelines.make.drawn.words import INDOORS


def settle_setting(scene: Scene, subjects: tuple[Subject, ...]) -> str:
    """The setting the words name, or the one its things live in; mended where the two cannot go together."""
    places = {s.thing.place for s in subjects}
    people = any(s.thing.art.startswith("person:") for s in subjects)
    setting = scene.setting
    stands = any(s.thing.place == "g" for s in subjects)
    if setting in ("", "sea") and "w" in places and stands:
        return "sea" if boat_for(subjects) else "shore"
    if setting == "sea" and stands:
        return "shore"
    if setting == "street" and not people and "w" in places:
        return "shore"
    if setting:
        return setting
    arts = {s.thing.art.partition(":")[2] for s in subjects}
    for name, homes in _HOMES.items():
        if arts & homes:
            return name
    if "w" in places:
        return "sea"
    if "u" in places:
        return "underwater"
    if places == {"s"}:
        return "clouds"
    if places == {"o"}:
        return "abstract"
    return "hills" if subjects else "abstract"


def concept(scene: Scene) -> Subject | None:
    """The sign of an idea, for a scene that names ideas and no things."""
    for word in scene.words:
        if word in CONCEPTS and word not in scene.without:
            thing = by_word().get(CONCEPTS[word])
            if thing:
                return Subject(thing, word)
    return None


CONCEPTS = {
    "idea": "light bulb",
    "ideas": "light bulb",
    "inspiration": "light bulb",
    "growth": "seedling",
    "future": "rocket",
    "success": "trophy",
    "victory": "trophy",
    "love": "heart",
    "data": "chart",
    "statistics": "chart",
    "technology": "robot",
    "hope": "seedling",
    "freedom": "gull",
    "peace": "gull",
    "knowledge": "books",
    "learning": "books",
    "network": "earth",
    "world": "earth",
    "energy": "battery",
    "music": "guitar",
    "journey": "suitcase",
    "travel": "suitcase",
    "adventure": "map",
    "mystery": "key",
    "celebration": "cake",
}


def boat_for(subjects: tuple[Subject, ...]) -> bool:
    """Whether those who stand can stand in a boat."""
    boat = any(is_boat(s) for s in subjects)
    return boat and all(s.thing.art.startswith("person:") or s.thing.tall < 1 for s in subjects if s.thing.place == "g")


def is_boat(subject: Subject) -> bool:
    """Whether it is a small boat that people can be seen in."""
    return subject.thing.place == "w" and subject.thing.sunk > 0.15 and subject.thing.tall <= 5


_HOMES: dict[str, frozenset[str]] = {
    "shore": frozenset({"lighthouse", "crab", "seal", "spiral-shell", "pirate", "keeper"}),
    "space": frozenset(
        {"rocket", "astronaut", "alien", "ringed-planet", "satellite", "flying-saucer", "globe-showing-europe-africa"}
    ),
    "snow": frozenset({"penguin", "polar-bear", "snowman"}),
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
        }
    ),
    "farm": frozenset(
        {"cow", "tractor", "farmer", "pig", "ewe", "rooster", "chicken", "barn", "ox", "goat", "scarecrow"}
    ),
    "desert": frozenset({"two-hump-camel", "cactus", "snake", "scorpion", "lizard"}),
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
        }
    ),
    "city": frozenset({"office-building"}),
    "classroom": frozenset({"teacher", "student"}),
    "lab": frozenset({"scientist", "doctor", "microscope", "test-tube", "alembic", "robot"}),
    "office": frozenset({"office", "laptop", "desktop-computer", "chart-increasing"}),
    "kitchen": frozenset({"cook", "pizza", "bread", "teapot", "hot-beverage"}),
    "shop": frozenset({"shopkeeper"}),
    "stage": frozenset({"musician", "dancer", "guitar", "violin", "piano"}),
    "home": frozenset({"grandmother", "grandfather", "sofa", "bed", "teddy-bear", "television"}),
    "mountains": frozenset({"hiker", "goat", "llama", "eagle"}),
}


def indoors(setting: str) -> bool:
    return setting in INDOORS
