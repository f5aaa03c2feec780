"""What people wear: one costume a role, and what they hold."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Costume:
    """How one person looks. Colours are '#rrggbb'. `body` is the cut of the clothes, `held` what is in the hand."""

    # jacket, coat, dress, gown, robe, apron, overalls, labcoat, suit, uniform, sweater, shirt, space, armour
    body: str = "jacket"
    top: str = "#3f7fc9"
    legs: str = "#3d4663"
    extra: str = "#f2efe6"  # shirt, apron, scarf
    hat: str = ""
    hat_colour: str = "#2d3a5c"
    hair: str = "short"  # short, long, bun, bob, curly, afro, spiky, braids, tail, bald, shaven
    hair_colour: str = "#5b3a2a"
    beard: bool = False
    glasses: bool = False
    skin: str = "#f0b892"
    held: str = ""
    child: bool = False
    scarf: bool = False
    beard_cut: str = "full"  # full, short, moustache
    eyes: str = "#4a3226"
    lashes: bool = False
    girth: float = 1.0  # .85 slim to 1.25 stout
    stature: float = 1.0  # height against others of the same age
    shoes: str = "#4a3a36"
    bare_arms: bool = False
    bare_legs: bool = False


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

NOTHING_OWN = "nothing"  # what is in a hand that a thing of the scene is put in

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
    "fluent:balloon": "balloon",
    "fluent:laptop": "laptop",
    "fluent:violin": "violin",
    "fluent:flute": "flute",
    "fluent:trumpet": "trumpet",
    "fluent:saxophone": "trumpet",
    "fluent:drum": "drum",
    "fluent:wrapped-gift": "box",
    "fluent:basket": "box",
    "fluent:hot-beverage": "cup",
    "own:newspaper": "newspaper",
    "own:cello": "cello",
    "own:trombone": "trombone",
}
