"""Words of coming and going: who comes into a scene, who leaves it, who walks away or towards the viewer."""

_ENTERS = frozenset({"enters", "enter", "entering", "arrives", "arrive", "arriving", "appears", "appear", "appearing"})
_LEAVES = frozenset({"leaves", "leave", "leaving", "departs", "depart", "departing", "exits", "flees", "escapes"})
_STEPS = frozenset(
    {
        "comes",
        "come",
        "coming",
        "walks",
        "walk",
        "walking",
        "runs",
        "run",
        "running",
        "steps",
        "rushes",
        "bursts",
        "strolls",
        "hurries",
    }
)
_GOES = _STEPS | frozenset(
    {
        "goes",
        "go",
        "going",
        "drives",
        "drive",
        "driving",
        "rides",
        "ride",
        "riding",
        "sails",
        "flies",
        "flying",
        "swims",
        "hops",
    }
)
_IN, _AWAY = frozenset({"in", "into", "inside", "home", "back"}), frozenset({"away", "off", "out"})
_STOPS = frozenset({"", ",", "and", "while", "as", "when", "with"})


def enters(doing: tuple[str, ...]) -> bool:
    """Whether the words say that somebody comes into the picture."""
    for word, after, then in zip(doing, (*doing[1:], ""), (*doing[2:], "", ""), strict=False):
        if word in _ENTERS:
            return True
        if word in ("comes", "come", "coming") and after in _IN:
            return True
        if word in _STEPS and (after == "into" or (after in _IN and then in _STOPS)):
            return True
    return False


def leaves(doing: tuple[str, ...]) -> bool:
    """Whether the words say that somebody goes out of the picture."""
    pairs = zip(doing, (*doing[1:], ""), strict=False)
    return any(word in _LEAVES or (word in _GOES and after in _AWAY) for word, after in pairs)


def depth_act(doing: tuple[str, ...]) -> str:
    """The act of somebody who goes away from the viewer or comes towards him; "" for anybody else."""
    said = set(doing)
    if not said & _STEPS and not said & {"goes", "go", "going"}:
        return ""
    if said & {"away", "off"}:
        return "walk away"
    towards = said & {"towards", "toward", "to"} and said & {"us", "camera", "viewer", "me"}
    return "approach" if towards else ""
