"""Settings indoors: the plan of each room, and the two that are like no other (a stage, a stair)."""

from collections.abc import Callable

from pipelines.make.drawn import bathing, bedding, gear, grand, homely, selling, trades, working_halls
from pipelines.make.drawn.room import Plan, furnish, indoor_light
from pipelines.make.drawn.sheet import Sheet, Stage

__all__ = ["PLANS", "ROOMS", "indoor_light"]

PIECES = (
    homely.HOMELY
    | bedding.BEDDING
    | bathing.BATHING
    | trades.TRADES
    | selling.SELLING
    | gear.GEAR
    | grand.GRAND
    | working_halls.WORKING
)
_WARM = "plain #e9c9a4|paper #d9b8a0|half #c9d0b8|half #a8c0c4|paper #e8c8b8|plain #d8c8b0|half #e0b890|paper #b8c4a8"
_WOODEN = "boards #b07a4e|boards #9a6a48|boards #c9955f|boards #8a6048"

PLANS = {
    "home": Plan(
        _WARM, _WOODEN, ("sofa", "fireplace|bookcase|television", "armchair|lamp", "?lamp", "plant", "?chest"),
        ("pictures|picture", "clock|shelf|picture", "?picture"), curtain=True, rug=True,
    ),
    "bedroom": Plan(
        "paper #c8c4dc|plain #d4dce8|paper #e8ccc4|half #b8ccc0|plain #e4d4c0", _WOODEN,
        ("bed", "wardrobe", "chest", "plant|lamp", "armchair"), ("picture|mirror", "?shelf|pictures"),
        windows="sash|tall|arched", curtain=True, rug=True,
    ),
    "bathroom": Plan(
        "tiles #a8d0d4|tiles #d4dce0|tiles #b8d4c0|tiles #e0c8c8", "checks #6f8a9a|tiles #b8c0c4|checks #8a8f98",
        ("bathtub", "washbasin", "plant", "chest"), ("towel", "?picture"), windows="narrow|round|sash",
    ),
    "attic": Plan(
        "planks #a87f58|planks #8f6a4a", "boards #8f6848|boards #7a5a40",
        ("trunk", "bookcase|chest", "trunk", "?armchair", "lamp"), ("picture", "clock"), windows="round|roof", rug=True,
    ),
    "kitchen": Plan(
        "tiles #f0d8a8|tiles #d8e4d8|tiles #c8d8e4|tiles #ecd4c0", "checks #b87850|tiles #c98f5f|boards #b8875a",
        ("cupboards", "fridge", "table", "plant"), ("jars", "clock", "?shelf"), windows="sash|wide",
    ),
    "cafe": Plan(
        "brick #b5705a|half #5f8078|panels #8a5f48|half #a85f50", "boards #9a6a48|checks #8a5a48|boards #7a5540",
        ("case", "table", "table", "plant"), ("posters|pictures", "clock", "picture"),
        windows="shopfront|tall|wide", view="town", lamps="lamps",
    ),
    "bakery": Plan(
        "tiles #f0dcb8|brick #c98a68|half #e8c8a0", "checks #b87850|tiles #c99a70|boards #b07a4e",
        ("oven", "case", "bread", "crates"), ("clock", "jars"), windows="shopfront|wide", view="town", lamps="lamps",
    ),
    "shop": Plan(
        "plain #e8d3b0|half #c8d4c8|paper #e4c8b4|planks #c9a884", "boards #a9744a|tiles #c8b8a0|checks #a8988a",
        ("goods", "till", "goods", "crates", "plant"), ("clock", "posters"),
        windows="shopfront", view="town", lamps="lamps",
    ),
    "library": Plan(
        "panels #8a5f40|plain #c9b898|half #6f8070", "boards #8a5f40|boards #9a6a48",
        ("bookcase", "bookcase", "table", "bookcase", "bookcase", "lamp"), ("picture", "clock"),
        windows="arched|tall", view="garden|town", lamps="lamps", rug=True,
    ),
    "museum": Plan(
        "plain #8a3f48|plain #3f5f6a|plain #d8d0c4|plain #4f5a48", "boards #9a6f4a|slabs #b8b0a8|boards #7a5a44",
        ("plinth", "plinth", "?seats"), ("exhibit", "exhibit", "exhibit"), windows="", lamps="", scale=0.9,
    ),
    "classroom": Plan(
        "plain #f0e2bd|half #d0dcc8|plain #cfdde8|half #ecd0b0", "boards #c4925f|tiles #c8b8a0|boards #b0835a",
        ("board", "globe", "plant", "bookcase"), ("clock", "posters"),
        windows="sash|tall|narrow", view="garden|town", lamps="strip",
    ),
    "lab": Plan(
        "plain #cfe2ea|tiles #d8e6e4|plain #dce0ea", "tiles #b9c7d0|checks #a8b8c4|tiles #c8ccd0",
        ("bench", "plant", "lockers"), ("flasks", "clock", "chart|posters"),
        windows="sash|narrow|grid", view="town|garden", lamps="strip",
    ),
    "hospital": Plan(
        "half #bcd8d8|plain #d8e6ea|half #c4d8c4", "tiles #c0d0d4|tiles #d0d4cc",
        ("hospital bed", "screen curtain", "plant", "hospital bed"), ("clock", "posters"), windows="wide|sash",
        view="town|garden", lamps="strip",
    ),
    "office": Plan(
        "plain #d3dbe8|plain #e4dfd4|half #c0ccd4|brick #c08a70", "boards #9a8f86|boards #b08a64|tiles #a8acb4",
        ("desk", "bookcase", "desk", "plant"), ("chart", "clock|posters", "picture"), windows="wall|wide|grid",
        view="town", lamps="strip|lamps",
    ),
    "control": Plan(
        "metal #3a475f|metal #44505a|metal #4a4460", "tiles #3f4a60|slabs #4a5468",
        ("console", "console", "racks"), ("big screen", "clock"), windows="", lamps="strip",
    ),
    "datacentre": Plan(
        "metal #4a5870|metal #5a6478", "tiles #5f6c84|slabs #6a7488", ("racks", "racks", "racks", "console"), (),
        windows="", lamps="strip",
    ),
    "gym": Plan(
        "brick #b8846a|plain #d0d4d8|half #8aa0a8", "boards #c99a62|boards #b08858",
        ("weights", "treadmill", "wall bars", "lockers", "treadmill"), ("clock", "posters"), windows="grid|wide",
        view="town|garden", lamps="strip",
    ),
    "workshop": Plan(
        "planks #bfa58a|brick #b07a60|plain #c4b8a4", "slabs #8a8078|boards #8a6a50|slabs #9a9490",
        ("workbench", "tyres|crates", "goods", "crates"), ("tools", "clock"), windows="grid|sash", view="town|country",
        lamps="lamps",
    ),
    "factory": Plan(
        "brick #a8705a|metal #7f8a94|brick #8f7f78", "slabs #8f8f94|slabs #a09890",
        ("belt", "tank", "tank", "crates"), (),
        windows="grid", view="town", row=True, scale=0.62, lamps="strip", high=5,
    ),
    "station": Plan(
        "tiles #c8b898|stone #b8a890|brick #b07f68", "slabs #b0a8a0|checks #8f8880|tiles #b8b0a4",
        ("seats", "column", "seats", "column"), ("departures",), windows="arched", view="town", row=True,
        scale=0.58, lamps="", high=5.2,
    ),
    "airport": Plan(
        "plain #d4dce4|metal #c0c8d0", "tiles #b8c0c8|slabs #c4c8cc", ("seats", "seats", "plant", "seats"), (),
        windows="wall", view="runway", row=True, scale=0.72, lamps="strip", high=4.5,
    ),
    "church": Plan(
        "stone #b8aa98|stone #a8a09a|plain #e0d8c8", "slabs #a89f94|checks #8f8478",
        ("altar", "pews", "column", "column"), (),
        windows="stained", view="country", row=True, scale=0.62, lamps="chandelier", high=5.5,
    ),
    "castle": Plan(
        "stone #9a928c|stone #a89a88|stone #8f8f9a", "slabs #8a827a|checks #7f7468",
        ("throne", "column", "column"), ("banner", "torch", "banner", "torch"), windows="slit|arched", view="country",
        scale=0.66, lamps="chandelier", rug=True, high=5.5,
    ),
    "ballroom": Plan(
        "panels #e8dcc4|half #d8c8d0|panels #d4dce0", "boards #c08a54|checks #c8b8a0|boards #a8743f",
        ("column", "column", "seats"), ("pictures", "pictures"), windows="arched|tall", view="garden",
        scale=0.66, lamps="chandelier", curtain=True, high=5.5,
    ),
    "court": Plan(
        "panels #8a5f42|panels #9a6f50|half #b8a888", "boards #7a5038|slabs #b0a494",
        ("judge", "column", "column"), ("clock",),
        windows="arched|tall", view="town", scale=0.7, lamps="lamps", high=5,
    ),
    "spaceship": Plan(
        "metal #7f8aa4|metal #8a94a0|metal #6a7590", "tiles #56627c|slabs #606c84",
        ("hatch", "console", "racks"), ("big screen",), windows="port|wide", view="space", lamps="strip",
    ),
}  # fmt: skip


def _drawn(name: str) -> Callable[[Sheet], Stage]:
    return lambda sheet: furnish(sheet, PLANS[name], PIECES)


ROOMS: dict[str, Callable[[Sheet], Stage]] = {name: _drawn(name) for name in PLANS}
