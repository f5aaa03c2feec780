"""What people wear: one costume a role, and the pose their words ask for."""

import hashlib
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Costume:
    """How one person looks. Colours are '#rrggbb'. `body` is the cut of the clothes, `held` what is in the hand."""

    body: str = "jacket"  # jacket, coat, dress, robe, apron, overalls, labcoat, suit, space, armour
    top: str = "#3f7fc9"
    legs: str = "#3d4663"
    extra: str = "#f2efe6"  # shirt, apron, scarf
    hat: str = ""
    hat_colour: str = "#2d3a5c"
    hair: str = "short"  # short, long, bun, bob, curly, bald, tail
    hair_colour: str = "#5b3a2a"
    beard: bool = False
    glasses: bool = False
    skin: str = "#f0b892"
    held: str = ""
    child: bool = False
    scarf: bool = False


_SKINS = ("#f3c3a0", "#e8ad85", "#c98860", "#9a623f", "#f0b892", "#75482f")
_HAIRS = ("#4a2f24", "#2b2020", "#7a4a2a", "#b5803f", "#1f1b22", "#8f3f24")

ROLES: dict[str, Costume] = {
    "keeper": Costume(
        "coat",
        "#2f4a7a",
        "#3a3f55",
        "#d9503f",
        "cap",
        "#24365c",
        "short",
        "#e9e6e0",
        True,
        held="lantern",
        scarf=True,
        skin="#eeb48d",
    ),
    "captain": Costume("coat", "#22335c", "#e9e6dc", "#f4f1ea", "cap", "#f4f4f0", "short", "#d9d3c8", True),
    "fisherman": Costume(
        "coat", "#f2b632", "#4a5a6e", "#e8e2d4", "souwester", "#f2b632", "short", "#7a4a2a", True, held="rod"
    ),
    "grandmother": Costume("dress", "#8a63a8", "#6a5a78", "#f4e3d0", "", "", "bun", "#e6e2e0", glasses=True),
    "grandfather": Costume(
        "jacket", "#7a5a43", "#4a4a58", "#e9dcc2", "flat", "#6a5540", "bald", "#e6e2e0", True, glasses=True
    ),
    "woman": Costume("dress", "#d9605a", "#4a3f58", "#f6e7d2", hair="long"),
    "man": Costume("jacket", "#3f7a6a", "#3d4663", "#f2efe6"),
    "person": Costume("jacket", "#d98a3a", "#3d4663", "#f2efe6", hair="bob"),
    "girl": Costume("dress", "#ef7f6a", "#f2efe6", "#ffe9b8", hair="tail", child=True),
    "boy": Costume("overalls", "#3f7fc9", "#3f7fc9", "#f2c14e", child=True),
    "child": Costume("jacket", "#f2b632", "#3f6fa8", "#f2efe6", hair="bob", child=True),
    "teacher": Costume("jacket", "#7d5a86", "#42465e", "#f6e7d2", hair="bun", glasses=True, held="book"),
    "student": Costume("jacket", "#3a8fb0", "#3d4663", "#f2efe6", hair="curly", held="book"),
    "scientist": Costume("labcoat", "#f1f4f8", "#4a5a78", "#5aa9c9", hair="short", glasses=True, held="flask"),
    "doctor": Costume("labcoat", "#f1f4f8", "#3f8f8a", "#58b5ac", hair="bob"),
    "cook": Costume("apron", "#f4f2ee", "#4a4a58", "#ffffff", "chef", "#ffffff", held="spoon"),
    "farmer": Costume("overalls", "#4a6fa5", "#4a6fa5", "#d9604a", "straw", "#e8c06a", held="fork"),
    "astronaut": Costume("space", "#eef1f6", "#eef1f6", "#e2713f", "bubble"),
    "office": Costume("suit", "#3a4a6e", "#33415f", "#f4f4f2"),
    "builder": Costume("overalls", "#d98a3a", "#46608a", "#e9dfc8", "hard", "#f2c530", held="wrench"),
    "police": Costume("suit", "#274a86", "#20386a", "#a9c4e8", "cap", "#20386a"),
    "driver": Costume("suit", "#2f5a78", "#2b3a52", "#dfe8ee", "cap", "#27465e"),
    "firefighter": Costume("coat", "#c9483a", "#3a3f4e", "#f2d23a", "hard", "#c9483a"),
    "musician": Costume("suit", "#5a3a6e", "#33294a", "#f4e9f2", hair="curly", held="guitar"),
    "dancer": Costume("dress", "#e85f8a", "#f3c3a0", "#ffd0dc", hair="bun"),
    "artist": Costume("apron", "#4a5f8a", "#3d4663", "#e9dcc2", "beret", "#c9483a", hair="bob", held="brush"),
    "hiker": Costume(
        "jacket", "#d9603f", "#6a6a4a", "#f2efe6", "beanie", "#3f8f8a", hair="short", held="staff", scarf=True
    ),
    "wizard": Costume(
        "robe", "#4a3f9a", "#4a3f9a", "#f2c14e", "pointed", "#3a2f86", "long", "#e9e6e6", True, held="staff"
    ),
    "knight": Costume("armour", "#b9c2d0", "#8a94a8", "#c9483a", "helmet", "#b9c2d0"),
    "pirate": Costume("coat", "#8a2f3a", "#3a3340", "#f2efe6", "tricorn", "#2a2430", "long", "#2b2020", True),
    "runner": Costume("jacket", "#3fb58a", "#33415f", "#ffffff", hair="tail"),
    "postman": Costume("jacket", "#3a5a9a", "#33415f", "#f2c14e", "cap", "#3a5a9a", held="letter"),
    "shopkeeper": Costume("apron", "#6a8f5a", "#4a4a58", "#f4ead6", hair="short"),
}

_LADIES = frozenset(
    {
        "she",
        "her",
        "queen",
        "bride",
        "actress",
        "hostess",
        "grandma",
        "granny",
        "nana",
        "mother",
        "mum",
        "mom",
        "aunt",
        "wife",
        "lady",
    }
)


def costume_of(role: str, word: str, about: tuple[str, ...], index: int) -> Costume:
    """The costume of a role. Somebody keeps the same looks in every picture of a film: they hang on the word."""
    base = ROLES.get(role, ROLES["person"])
    digest = hashlib.sha256(f"{role}/{word.rstrip('s')}/{index}".encode()).digest()
    if role not in ("keeper", "captain", "fisherman", "grandmother", "grandfather"):
        hair = base.hair_colour if base.beard else _HAIRS[digest[1] % len(_HAIRS)]
        base = replace(base, skin=_SKINS[digest[0] % len(_SKINS)], hair_colour=hair)
    if "old" in about or "elderly" in about:
        base = replace(base, hair_colour="#e6e2e0", beard=base.beard or (base.hair == "short" and word not in _LADIES))
    if {"woman", "girl", "female"} & {word, *about} or word in _LADIES or word.endswith("woman"):
        base = replace(base, beard=False, hair="long" if base.hair in ("short", "bald") else base.hair)
    if word in ("king", "queen", "prince", "princess"):
        base = replace(base, hat="crown", hat_colour="#f2c530", body="robe", top="#8a2f5a")
    if "young" in about and not base.child:
        base = replace(base, beard=False)
    if index and base.body in ("jacket", "dress", "coat"):
        base = replace(base, top=("#5a8fc9", "#c97a5a", "#6aa58a", "#a58ac9", "#d9b24a")[(digest[2] + index) % 5])
    for colour, code in _COLOURS.items():
        if colour in about:
            base = replace(base, top=code)
    return base


_COLOURS = {
    "red": "#d1453b",
    "blue": "#3f7fc9",
    "green": "#4d9a5c",
    "yellow": "#f2b632",
    "purple": "#8a63c0",
    "pink": "#ef86ad",
    "orange": "#e8823a",
    "white": "#f2f2f0",
    "black": "#2e2e38",
}

# What a person can hold up, by the art it would be drawn with; it is then not drawn a second time.
HOLDS = {
    "fluent:open-book": "book",
    "fluent:books": "book",
    "own:lantern": "lantern",
    "fluent:envelope": "letter",
    "fluent:alembic": "flask",
    "fluent:test-tube": "flask",
    "fluent:guitar": "guitar",
    "fluent:fishing-pole": "rod",
    "fluent:umbrella": "umbrella",
}

_POSES = {
    "walk": "walks walking walk strolls wanders hikes hiking goes arrives comes crosses follows leaves returns",
    "run": "runs running run races jogs chases hurries",
    "wave": "waves waving wave greets welcomes farewell goodbye calls befriends",
    "climb": "climbs climbing climb ascends",
    "point": "points pointing explains explaining teaches teaching shows showing presents speaks talks conducts",
    "dance": "dances dancing dance jumps jumping leaps celebrates cheers",
    "hold": "holds holding hold carries carrying reads reading lights raises lifts paints cooks pours writes",
    "sit": "sits sitting sit rests resting sleeps sleeping seated waits",
}
_POSE_OF = {word: pose for pose, words in _POSES.items() for word in words.split()}


def pose_of(doing: tuple[str, ...], costume: Costume) -> str:
    """The pose the words after a person ask for; someone who holds something holds it up."""
    for word in doing:
        if word in _POSE_OF:
            return _POSE_OF[word]
    return "hold" if costume.held else "stand"
