"""Words of looks, and what they ask for: colours, hair, skin, clothes, hats, what is in the hand."""

COLOURS = {
    "red": "#d1453b", "crimson": "#b3243a", "scarlet": "#d8372f", "blue": "#3f7fc9", "navy": "#24365c",
        "teal": "#2f8f8a",
    "turquoise": "#3fb5b0", "green": "#4d9a5c", "olive": "#7a7a3f", "yellow": "#f2b632", "golden": "#e8b23a",
    "gold": "#e8b23a", "mustard": "#d9a02f", "purple": "#8a63c0", "violet": "#7a55b5", "lilac": "#b59ad9",
    "pink": "#ef86ad", "orange": "#e8823a", "white": "#f2f2f0", "cream": "#f2e6cc", "beige": "#d9c4a0",
    "black": "#2e2e38", "grey": "#8f97a3", "gray": "#8f97a3", "silver": "#c2cad6", "brown": "#7a5238", "tan": "#c49a6c",
    "maroon": "#7a2636",
}  # fmt: skip
HAIR_COLOURS = {
    "black": "#1f1b22", "brown": "#5b3a2a", "dark": "#2b2020", "blond": "#e3b65c", "blonde": "#e3b65c",
        "fair": "#e3b65c",
    "golden": "#e0aa3f", "red": "#b5482a", "ginger": "#c4592b", "auburn": "#8f3f24", "grey": "#b9b6b4",
        "gray": "#b9b6b4",
    "silver": "#d3d3d6", "white": "#e9e6e0", "pink": "#ef86ad", "blue": "#3f6fc9", "green": "#4d9a5c",
        "purple": "#8a63c0",
    "chestnut": "#7a4a2a",
}  # fmt: skip
HAIRS = {
    "bald": "bald", "long": "long", "short": "short", "curly": "curly", "curls": "curly", "bob": "bob", "bun": "bun",
    "ponytail": "tail", "pigtails": "braids", "braids": "braids", "braided": "braids", "plaits": "braids",
        "afro": "afro",
    "spiky": "spiky", "shaven": "shaven", "shaved": "shaven", "wavy": "long", "straight": "long",
}  # fmt: skip
SKINS = {
    "pale": "#f6d2b6", "fair-skinned": "#f3c3a0", "light": "#f3c3a0", "tanned": "#c98860", "olive": "#d3a074",
    "brown": "#9a623f", "dark": "#84553a", "black": "#744830", "asian": "#eebd92", "african": "#6a4028",
        "indian": "#a56d45",
    "european": "#f3c3a0", "latino": "#c98860", "latina": "#c98860",
}  # fmt: skip
# garment: the cut it asks for
CUTS = {
    "coat": "coat", "raincoat": "coat", "overcoat": "coat", "cloak": "robe", "jacket": "jacket", "blazer": "jacket",
    "cardigan": "jacket", "dress": "dress", "skirt": "dress", "gown": "gown", "robe": "robe", "apron": "apron",
    "overalls": "overalls", "dungarees": "overalls", "suit": "suit", "uniform": "uniform", "labcoat": "labcoat",
    "sweater": "sweater", "jumper": "sweater", "pullover": "sweater", "hoodie": "sweater", "shirt": "shirt",
    "tshirt": "shirt", "blouse": "shirt", "vest": "shirt", "spacesuit": "space", "armour": "armour", "armor": "armour",
    "tuxedo": "suit", "kimono": "robe", "sari": "gown",
}  # fmt: skip
LEGS = frozenset({"trousers", "pants", "jeans", "leggings", "shorts"})
SHOES = frozenset({"shoes", "boots", "sneakers", "trainers", "sandals", "wellies"})
HATS = {
    "hat": "flat", "cap": "baseball", "beret": "beret", "beanie": "beanie", "crown": "crown", "helmet": "helmet",
    "sombrero": "straw", "hijab": "veil", "headscarf": "veil", "turban": "beanie", "tricorn": "tricorn",
    "fedora": "flat", "bonnet": "straw", "souwester": "souwester",
}  # fmt: skip
HAT_KINDS = {"straw": "straw", "top": "tophat", "pointed": "pointed", "wizard": "pointed", "hard": "hard",
    "bowler": "tophat",
              "sailor": "cap", "captain": "cap", "peaked": "cap", "woolly": "beanie", "knitted": "beanie",
                  "bobble": "beanie",
              "flat": "flat", "chef": "chef", "sun": "straw", "rain": "souwester", "baseball": "baseball"}  # fmt: skip
HAT_CODES = {"straw": "#e8c06a", "tophat": "#2e2e38", "beret": "#c9483a", "beanie": "#3f8f8a", "crown": "#f2c530",
              "baseball": "#d1453b", "veil": "#7a6ab0", "chef": "#ffffff", "hard": "#f2c530", "pointed": "#3a2f86",
              "helmet": "#b9c2d0", "souwester": "#f2b632", "flat": "#6a5540", "cap": "#24365c",
                  "tricorn": "#2a2430"}  # fmt: skip
EYES = {
    "blue": "#3a78c2",
    "green": "#3f8f5a",
    "brown": "#5b3a2a",
    "grey": "#6f7f92",
    "hazel": "#8a6a35",
    "dark": "#2a2020",
}
WOMEN = frozenset(["woman", "girl", "female", "lady", "she", "her", "mother", "mum", "mom", "grandmother",
    "grandma", "granny", "queen", "princess", "aunt", "wife", "sister", "daughter", "witch", "actress", "waitress",
        "businesswoman", "policewoman", "saleswoman", "niece", "heroine", "bride", "nun", "waitress"])  # fmt: skip
MEN = frozenset(["man", "boy", "male", "gentleman", "he", "his", "father", "dad", "grandfather", "grandpa", "king",
    "prince", "uncle", "husband", "brother", "son", "wizard", "actor", "waiter", "businessman", "policeman",
        "nephew", "hero", "groom", "monk", "priest", "cowboy"])  # fmt: skip
OLD = frozenset(["old", "elderly", "aged", "ancient"])
YOUNG = frozenset(["child", "kid", "little", "toddler"])
GROWS = {"tall": ("stature", 1.09), "short": ("stature", 0.92), "stout": ("girth", 1.32), "fat": ("girth", 1.45),
          "chubby": ("girth", 1.3), "plump": ("girth", 1.28), "round": ("girth", 1.3), "slim": ("girth", 0.88),
          "thin": ("girth", 0.86), "slender": ("girth", 0.88), "skinny": ("girth", 0.85), "strong": ("girth",
              1.12)}  # fmt: skip
JOINS = frozenset(
    [
        "with",
        "and",
        "in",
        "wearing",
        "wears",
        "a",
        "an",
        "the",
        "his",
        "her",
        "their",
        "has",
        "having",
        "who",
        "is",
        "of",
        "very",
        "rather",
        ",",
        "dressed",
    ]
)
HELD = {"lantern": "lantern", "book": "book", "staff": "staff", "umbrella": "umbrella", "violin": "violin",
    "guitar": "guitar",
         "flute": "flute", "trumpet": "trumpet", "drum": "drum", "wrench": "wrench", "brush": "brush", "stick": "staff",
         "cane": "staff", "rod": "rod"}  # fmt: skip
