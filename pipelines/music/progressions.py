"""Which chords follow which, style by style: the words a style's harmony is made of.

A symbol is a degree, "b" for one flattened against the major scale, a quality ("!" major, "m" minor, "o" diminished,
"h" half-diminished, "M" with a major seventh, "s" with its fourth held), "7" for a minor seventh, and after "/" the
degree in the bass. Four symbols go round; eight or twelve are gone through phrase by phrase.
"""

from dataclasses import dataclass, field

LIGHT = ("major", "mixolydian", "lydian")


@dataclass(frozen=True)
class Words:
    """Progressions by mode, and the two chords that close a phrase: open, home, or leaning on the chord that follows.

    Mixolydian and dorian without their own take those of major and minor, lydian and phrygian the plain ones. A close
    of "" keeps the progression's own end.
    """

    themes: dict[str, tuple[str, ...]]
    closes: dict[str, dict[str, str]] = field(default_factory=dict)


PLAIN = Words(
    {
        "major": ("1 5/7 6 4", "1 3 4 5", "1 4 6 5", "1 6 4 5", "1 5 6 4", "1 4 1/3 5", "1 2 4 5"),
        "lydian": ("1 2 1 2", "1 2 3 2", "1 2 6 2", "1 3 2 1/3"),
        "mixolydian": ("1 7 4 1", "1 4 7 4", "1 5 7 4"),
        "dorian": ("1 4 1 7", "1 3 4 7", "1 4 7 4", "1 2 3 4"),
        "minor": ("1 6 3 7", "1 4 6 5", "1 7 6 7", "1 6 4 5", "1 3 6 7", "1 5/7 6 5"),
        "phrygian": ("1 2 1 2", "1 6 2 1", "1 7 2 1", "1 4 2 1"),
    },
    {
        "open": {"major": "4 5", "lydian": "6 2", "mixolydian": "4 7", "dorian": "7 4", "minor": "4 5",
                 "phrygian": "3 2"},
        "home": {"major": "5 1", "lydian": "2 1", "mixolydian": "7 1", "dorian": "4 1", "minor": "5! 1",
                 "phrygian": "2 1"},
        "lean": {"major": "4 5", "lydian": "3 2", "mixolydian": "7 4", "dorian": "7 4", "minor": "4 5!",
                 "phrygian": "7 2"},
    },
)  # fmt: skip
CONTRASTS: dict[str, tuple[str, ...]] = {
    "major": ("6 4 1 5", "4 5 3 6", "6 3 4 5", "4 1/3 2 5", "2 5 3 6"),
    "lydian": ("6 2 3 2", "3 2 6 2", "6 3 2 2"),
    "mixolydian": ("4 7 1 5", "6 7 4 1", "4 1 7 7"),
    "dorian": ("3 7 4 1", "7 4 3 4", "3 4 7 5"),
    "minor": ("6 7 3 1", "4 7 3 6", "6 3 4 5", "3 7 4 6"),
    "phrygian": ("6 7 1 2", "4 3 2 1", "6 3 2 2"),
}
_DOMINANT = {"open": {"major": "2 5!7", "minor": "4 5!7"}, "home": {"major": "5!7 1", "minor": "5!7 1"},
             "lean": {"major": "2 5!7", "minor": "2h 5!7"}}  # fmt: skip
_MODAL = {"open": {"major": "4 5", "minor": "6 7"}, "home": {"major": "4 1", "minor": "7 1"},
          "lean": {"major": "4 5", "minor": "6 7"}}  # fmt: skip
_FLAT_SEVEN = {"open": {"major": "7b 4", "minor": "6 7"}, "home": {"major": "7b 1", "minor": "7 1"},
               "lean": {"major": "4 5", "minor": "6 7"}}  # fmt: skip
_KEPT = {"open": {"major": "", "minor": ""}, "home": {"major": "5 1", "minor": "5!7 1"},
         "lean": {"major": "1 5!7", "minor": "1 5!7"}}  # fmt: skip
_PLAGAL = {"open": {"major": "1 5", "minor": "4 5"}, "home": {"major": "4 1", "minor": "4 1"},
           "lean": {"major": "1/3 4", "minor": "6 4"}}  # fmt: skip

WORDS: dict[str, Words] = {
    "plain": PLAIN,
    "romantic": Words(
        {"major": ("1 5/7 6 3 4 1/3 2 5!7", "1 3 4 4m", "1 3!7 6 4", "1 1/3 4 5!7", "1 6 2 5!7"),
         "minor": ("1 4 7 3 6 2h 5!7 1", "1 7 6 5!7", "1 6 3 7", "1 4 6 5!7", "1 1/3 4 5!7")}, _DOMINANT),
    "screen": Words(
        {"major": ("1 6 4 5", "1 5 2 4", "6 4 1 5", "1 3 6 4", "1 4s 4 1/3"),
         "minor": ("1 6 3 7", "1 6 4 5", "1 3 7 4", "1 6 1/3 7", "1 4 6 5s")}, _MODAL),
    "epic": Words(
        {"major": ("1 7b 4 1", "1 5 6 4", "1 6b 7b 1", "6 4 1 5", "1 3b 4 1"),
         "minor": ("1 6 3 7", "1 7 6 7", "1 1 6 7", "1 6 7 1", "1 3 7 6"),
         "dorian": ("1 4 1 7", "1 3 4 1", "1 7 4 4")}, _FLAT_SEVEN),
    "still": Words(
        {"major": ("1 4 1 4", "1 1 4 4", "1 6 4 4", "1 3 4 4"), "minor": ("1 6 1 6", "1 1 6 6", "1 3 6 6"),
         "lydian": ("1 2 1 2", "1 1 2 2"), "dorian": ("1 4 1 4", "1 1 4 4")},
        {"open": {"major": "", "minor": ""}, "home": {"major": "4 1", "minor": "6 1"},
         "lean": {"major": "4 4", "minor": "6 6"}}),
    "classical": Words(
        {"major": ("1 4 5 1", "1 2/4 5!7 1", "1 6 2 5", "1 5/7 1 4", "1 1/3 4 5", "1 5!7 1 5!7 1 4 1/3 5"),
         "minor": ("1 4 5! 1", "1 6 4 5!", "1 4 1 5!7", "1 3 4 5!", "1 6 2h 5!7")}, _DOMINANT),
    "sacred": Words(
        {"major": ("1 4 1 5", "1 6 4 1", "1 5 6 3 4 1 2 5", "1 3 6 4"),
         "minor": ("1 4 1 5", "1 7 3 6 4 1 5! 1", "1 6 4 1"), "dorian": ("1 7 1 4", "1 4 7 1")}, _PLAGAL),
    "western": Words(
        {"major": ("1 7b 1 5m", "1 4 1 7b", "1 6 1 4"), "minor": ("1 7 6 7", "1 3 7 1", "1 4 7 3", "1 6 7 1",
        "1 7 1 5")},
        _FLAT_SEVEN),
    "game": Words(
        {"major": ("4 5 3!7 6", "1 6b 7b 1", "4 5 1 6", "1 2!7 4m 1", "1 5 6 4"),
         "minor": ("1 6 7 1", "6 7 1 1", "1 7 6 5!7", "4 5! 1 3")}, _FLAT_SEVEN),
    "folk": Words(
        {"major": ("1 4 1 5", "1 5 4 1", "1 6 4 1", "1 1/3 4 5", "6 4 1 5"), "minor": ("1 7 1 7", "1 3 7 1", "1 7 6 7"),
         "dorian": ("1 4 1 7", "1 7 4 1")}, _MODAL),
    "country": Words(
        {"major": ("1 4 1 5", "1 1 4 4 1 1 5!7 5!7", "1 4 5!7 1", "1 1!7 4 1"), "minor": ("1 7 4 1", "1 4 1 5!7")},
        {"open": {"major": "4 5!7", "minor": "4 5!7"}, "home": {"major": "5!7 1", "minor": "5!7 1"},
         "lean": {"major": "4 5!7", "minor": "4 5!7"}}),
    "celtic": Words(
        {"major": ("1 4 1 5", "1 7b 4 1", "1 5 6 4 1 5 4 5"), "mixolydian": ("1 7 1 7", "1 7 4 7"),
         "dorian": ("1 7 1 7", "1 7 3 7", "1 1 7 7"), "minor": ("1 7 1 7", "1 6 7 1", "1 7 6 7")}, _MODAL),
    "tango": Words(
        {"minor": ("1 4 5!7 1", "1 1!7 4 5!7", "1 7 6 5!7", "1 2h 5!7 1", "1 1 5!7 5!7 5!7 5!7 1 1!7"),
         "major": ("1 6!7 2m 5!7", "1 5!7 5!7 1", "1 4m 1 5!7")}, _DOMINANT),
    "latin": Words(
        {"minor": ("1 4 5!7 4", "1 7 6 5!7", "1 2h 5!7 1"), "major": ("1 4 5!7 4", "1 6!7 2m 5!7", "2m 5!7 1 6!7"),
         "dorian": ("1 4 1 4",)}, _DOMINANT),
    "jazz": Words(
        {"major": ("1 6 2 5", "2 5 1 6!7", "1 6!7 2 5", "3 6!7 2 5", "4 4m 3 6!7", "1 1!7 4 4m", "2 5 1 1 3 6!7 2 5"),
         "minor": ("1 6 2h 5!7", "1 4 2h 5!7", "4 7!7 3 6 2h 5!7 1 1", "1 1 2h 5!7")},
        {"open": {"major": "2 5", "minor": "2h 5!7"}, "home": {"major": "5 1", "minor": "5!7 1"},
         "lean": {"major": "2 5", "minor": "2h 5!7"}}),
    "blues": Words(
        {"major": ("1 4 1 1 4 4 1 1 5 4 1 5", "1 1 1 1 4 4 1 1 5 4 1 5"),
         "minor": ("1 4 1 1 4 4 1 1 6 5!7 1 5!7", "1 1 1 1 4 4 1 1 5!7 4 1 5!7")}, _KEPT),
    "rock": Words(
        {"major": ("1 7b 4 1", "1 4 5 4", "1 5 6 4", "1 7b 4 4"), "minor": ("1 6 7 7", "1 7 6 7", "1 4 6 7",
        "1 3 7 4")},
        _FLAT_SEVEN),
    "pop": Words(
        {"major": ("1 5 6 4", "6 4 1 5", "1 6 4 5", "4 1 5 6", "1 3 4 4m", "1 4 6 5"),
         "minor": ("1 6 3 7", "6 7 1 1", "1 7 6 7", "1 3 7 6")}, _MODAL),
    "funk": Words(
        {"major": ("1 1 4 1", "1 4 1 4", "1 7b 4 1"), "minor": ("1 4 1 4", "1 1 4 4", "1 7 1 4")}, _KEPT),
    "loop": Words(
        {"minor": ("1 6 1 7", "1 6 4 5", "1 1 6 7", "1 7 6 6"), "major": ("1 3 6 4", "6 4 1 5", "4 3 6 1", "2 5 1 6")},
        _KEPT),
    "synth": Words(
        {"minor": ("1 6 3 7", "6 7 1 1", "1 7 6 4", "1 3 6 7"), "major": ("1 5 6 4", "6 4 1 5", "1 3 6 4")}, _MODAL),
    "reggae": Words(
        {"major": ("1 4 1 5", "1 5 6 4", "1 2 1 2", "1 4 5 4"), "minor": ("1 4 1 4", "1 7 1 7", "1 7 6 7")}, _MODAL),
}  # fmt: skip


def _own(table: dict[str, tuple[str, ...]] | dict[str, str], mode: str) -> str | None:
    """The mode, or major or minor in its stead, whichever a table has; lydian and phrygian have chords of their own."""
    if mode in table:
        return mode
    near = {"mixolydian": "major", "dorian": "minor"}.get(mode)
    return near if near in table else None


def themes(words: str, mode: str) -> tuple[str, ...]:
    """The progressions a style knows in a mode."""
    table = WORDS[words].themes
    own = _own(table, mode)
    return table[own] if own else PLAIN.themes[mode]


def contrasts(words: str, mode: str) -> tuple[str, ...]:
    """Those of a contrasting section: a style's own, begun in their middle."""
    if words == "plain" or _own(WORDS[words].themes, mode) is None:
        return CONTRASTS[mode]
    turned = []
    for theme in themes(words, mode):
        symbols = theme.split()
        half = 4 if len(symbols) > 4 else 2
        turned.append(" ".join(symbols[half:] + symbols[:half]))
    return tuple(turned)


def close(words: str, mode: str, kind: str) -> str:
    """The two chords that end a phrase; "" to keep what the progression has there."""
    table = WORDS[words].closes.get(kind, {})
    own = _own(table, mode)
    return table[own] if own and _own(WORDS[words].themes, mode) else PLAIN.closes[kind][mode]
