"""Clothes by trade, by place and by weather: what somebody wears at work, in the snow, on a beach, on the moon."""

from dataclasses import replace

from pipelines.make.drawn.costume import ROLES, Costume

CALLINGS: dict[str, Costume] = {
    "worker": Costume("overalls", "#3f6f9a", "#3f6f9a", "#e6e0d2", "hard", "#f2c530", shoes="#4a3a30"),
    "engineer": Costume("vest", "#f08a2c", "#3d4663", "#dfe6ec", "hard", "#f4f4f0"),
    "docker": Costume("vest", "#e8b23a", "#3f4a60", "#c9483a", "hard", "#e2713f"),
    "miner": Costume("overalls", "#5a5f6a", "#5a5f6a", "#a89a86", "lamp", "#e2b23a", held="axe"),
    "mechanic": Costume("overalls", "#46608a", "#46608a", "#c9ced6", "baseball", "#c9483a", held="wrench"),
    "carpenter": Costume("apron", "#b5653f", "#4a4a58", "#a97a4c", "flat", "#6a5540", held="hammer"),
    "smith": Costume("apron", "#8a8078", "#3f3a40", "#5a3d2c", beard=True, girth=1.16, held="hammer", bare_arms=True),
    "tailor": Costume("apron", "#e6ddcc", "#4a4a58", "#5f6f8a", glasses=True),
    "nurse": Costume("scrubs", "#4fa3b8", "#4fa3b8", "#f4f8fa", hair="bun", shoes="#f0f0ee"),
    "surgeon": Costume("scrubs", "#4d9a7a", "#4d9a7a", "#f4f8fa", "cloth", "#4d9a7a", shoes="#f0f0ee"),
    "patient": Costume("patient", "#b8d4e4", "#c9a58a", "#e4f0f6", shoes="#e6e0d6", bare_legs=True),
    "judge": Costume("robe", "#2a2a34", "#2a2a34", "#f4f1ea", "wig", "#eceae4", "short", "#e6e2e0", glasses=True,
                     held="gavel"),
    "waiter": Costume("waistcoat", "#26262e", "#2a2a34", "#f6f4ee", held="tray"),
    "barista": Costume("apron", "#4a4a52", "#3a3f4c", "#6f4f3a", held="cup"),
    "gardener": Costume("apron", "#c9b07a", "#5a6a4a", "#4f7f4a", "straw", "#e8c06a"),
    "beekeeper": Costume("jumpsuit", "#f2efe2", "#f2efe2", "#e6dfc8", "straw", "#f0e6c4"),
    "soldier": Costume("uniform", "#5f6f4a", "#55643f", "#d9d2b0", "beret", "#4a5a38"),
    "monk": Costume("robe", "#7a4f30", "#7a4f30", "#e0d2b4", hair="bald"),
    "priest": Costume("robe", "#2e2e38", "#2e2e38", "#f4f4f2"),
    "nun": Costume("robe", "#2e2e38", "#2e2e38", "#f4f4f2", "veil", "#2e2e38"),
    "bride": Costume("gown", "#fbf8f2", "#fbf8f2", "#f0d8dc", hair="bun", held="flowers"),
    "groom": Costume("suit", "#26262e", "#2a2a34", "#f6f4ee"),
    "queen": Costume("gown", "#7a2f6a", "#7a2f6a", "#f2c530", "crown", "#f2c530", "long"),
    "princess": Costume("gown", "#ef86ad", "#ef86ad", "#ffe9b8", "crown", "#f2c530", "long", child=True),
    "singer": Costume("gown", "#a8283c", "#a8283c", "#f2c14e", hair="long", held="microphone"),
    "player": Costume("shirt", "#d1453b", "#f2f2f0", "#ffffff", bare_arms=True, bare_legs=True, shoes="#2e2e38"),
    "cyclist": Costume("shirt", "#f2b632", "#2e2e38", "#ffffff", "hard", "#f2f2f0", bare_arms=True, bare_legs=True),
    "cowboy": Costume("jacket", "#8a5a34", "#3a5a8f", "#c9483a", "cowboy", "#7a5238", scarf=True),
    "thief": Costume("sweater", "#2e2e38", "#2a2a34", "#f2f2f0", "beanie", "#22222a", held="bag"),
    "detective": Costume("coat", "#a9885c", "#4a4a58", "#f2efe6", "fedora", "#6a5540"),
    "pilot": Costume("uniform", "#22335c", "#22335c", "#f4f1ea", "cap", "#22335c"),
    "programmer": Costume("sweater", "#4f6f8a", "#3a4052", "#d8e4ea", glasses=True),
    "diver": Costume("jumpsuit", "#2e3440", "#2e3440", "#f2b632", "mask", "#3fb5b0"),
    "skier": Costume("jacket", "#3f7fc9", "#2e3a52", "#f2c530", "beanie", "#d1453b", scarf=True),
    "witch": Costume("robe", "#2f2a3a", "#2f2a3a", "#7a55b5", "pointed", "#2a2433", "long", "#4a4050", held="staff"),
    "footman": Costume("waistcoat", "#7a2636", "#2a2a34", "#f6f4ee"),
}  # fmt: skip

_BY_WORD = """
worker: factory worker, assembly worker, industrial worker, plumber, welder, craftsman
engineer: engineer, construction worker, architect, surveyor, foreman
docker: docker, dock worker
miner: miner
mechanic: mechanic
carpenter: carpenter, joiner, potter, woodworker
smith: blacksmith, smith
tailor: tailor, cobbler, shoemaker, clockmaker, watchmaker, seamstress
nurse: nurse, medic, caregiver
surgeon: surgeon, dentist
patient: patient
judge: judge
waiter: waiter, waitress, butler
barista: barista
gardener: gardener
beekeeper: beekeeper
soldier: soldier
monk: monk
priest: priest
nun: nun
bride: bride
groom: groom
queen: queen
princess: princess
singer: singer, actress, hostess
player: footballer, athlete, basketball player
cyclist: cyclist
cowboy: cowboy
thief: thief, burglar
detective: detective
pilot: pilot
programmer: programmer, developer, coder
diver: diver
skier: skier
witch: witch
"""
_OF_WORD = {word.strip(): line.partition(":")[0] for line in _BY_WORD.strip().splitlines()
            for word in line.partition(":")[2].split(",")}  # fmt: skip

# place: what those wear there whose word does not say their trade
_ANYBODY = frozenset({"worker", "employee", "colleague", "team", "staff", "crew", "operator", "technician", "foreman"})
_AT_WORK = {
    "factory": "worker", "workshop": "mechanic", "harbour": "docker", "farm": "farmer", "vineyard": "farmer",
    "lab": "scientist", "kitchen": "cook", "bakery": "cook", "cafe": "barista", "hospital": "nurse",
    "garden": "gardener",
    "cave": "miner", "station": "driver", "airport": "pilot", "datacentre": "programmer", "shop": "shopkeeper",
    "road": "engineer", "roadside": "engineer", "restaurant": "waiter", "apron": "engineer", "platform": "driver",
}  # fmt: skip
_PLAIN = frozenset({"man", "woman", "person", "girl", "boy", "child", "student", "grandmother", "grandfather"})
_IN_SUITS = frozenset({"space", "moon", "mars"})
# Groups of which each is somebody else.
GROUPS = {
    "couple": ("woman", "man"), "lovers": ("woman", "man"), "parents": ("woman", "man"), "pair": ("woman", "man"),
    "newlyweds": ("bride", "groom"), "grandparents": ("grandmother", "grandfather"),
    "family": ("man", "woman", "girl", "boy"), "families": ("man", "woman", "girl", "boy"),
}  # fmt: skip


def singular(word: str) -> str:
    """The last word of a phrase without its plural."""
    return word.removesuffix("men") + "man" if word.endswith("men") and word != "men" else word.removesuffix("s")


def calling(role: str, word: str) -> Costume | None:
    """The clothes of a trade that a word names, or of one by its name; None where it names none."""
    for name in (role, word):
        if name in CALLINGS:
            return CALLINGS[name]
    found = _OF_WORD.get(word) or _OF_WORD.get(singular(word)) or _OF_WORD.get(singular(word).rpartition(" ")[2])
    return CALLINGS[found] if found else None


def worn_at(role: str, word: str, setting: str, weather: str, season: str) -> str:
    """What the place asks somebody to wear: a trade, a role, "winter", "summer" or "rain"; "" for the usual clothes."""
    if calling("", word) is not None:
        return ""
    last = singular(word).rpartition(" ")[2]
    if last in _ANYBODY:
        return _AT_WORK.get(setting, "")
    if role not in _PLAIN:
        return ""
    if setting in _IN_SUITS:
        return "astronaut"
    if setting == "underwater":
        return "diver"
    if setting == "snow" or weather == "snow" or season == "winter":
        return "winter"
    if setting == "beach":
        return "summer"
    return "rain" if weather in ("rain", "storm") else ""


def outfit(c: Costume, wear: str, index: int) -> Costume:
    """Somebody in plain clothes, dressed for the weather."""
    if wear == "winter":
        wool, warm = ("#c9483a", "#3f8f8a", "#e0a93a")[index % 3], ("#e0a93a", "#d9dfe8", "#c9483a")[index % 3]
        legs = c.legs if c.body not in ("dress", "gown") else "#3d4663"
        return replace(c, body="coat", hat="beanie", hat_colour=wool, scarf=True, extra=warm, legs=legs,
                       bare_arms=False, bare_legs=False)  # fmt: skip
    if wear == "summer":
        body = c.body if c.body in ("dress", "shirt") else "shirt"
        return replace(c, body=body, bare_arms=True, bare_legs=True, shoes="#b98a56",
                       hat=c.hat or ("straw" if index % 3 == 0 else ""), hat_colour="#e8c06a")  # fmt: skip
    if wear == "rain":
        return replace(c, body="coat", top=("#f2b632", "#3f7fa8", "#c9483a", "#4d8a6c")[index % 4], shoes="#3a5a4a")
    return c


def dressed_as(wear: str) -> Costume | None:
    """The clothes of a trade or a role that a place asks for; None for "winter" and the like."""
    return CALLINGS.get(wear) or ROLES.get(wear)
