"""The colours of cards: a few for each design and mood, and words that can always be read on them (WCAG 2)."""

import re
from dataclasses import dataclass, replace
from zlib import crc32

from pipelines.type.legible import Rgb, contrast, light

MOODS = ("warm", "calm", "bright", "dark", "fresh")
LEAST = 4.5  # contrast of words with what lies behind them


@dataclass(frozen=True)
class Palette:
    """`ground` from its main colour to the one that lights or shapes it, `ink` for words, `accent` for rules and small
    words, `shapes` for further forms and the parts of charts."""

    ground: tuple[Rgb, Rgb, Rgb]
    ink: Rgb
    accent: Rgb
    shapes: tuple[Rgb, ...]

    @property
    def dark(self) -> bool:
        return light(self.ground[0]) < 0.2

    @property
    def soft(self) -> Rgb:
        """The ink, nearer to the ground: for what is said in passing. Still readable."""
        return readable(mixed(self.ink, self.ground[0], 0.28), (self.ground[0], self.ground[1]))

    def series(self, count: int) -> list[Rgb]:
        """Colours for the parts of a chart: the accent first, neighbours always apart in lightness or hue."""
        stock = [self.accent, *self.shapes]
        kept: list[Rgb] = []
        for colour in stock:
            seen = contrast(colour, self.ground[0]) >= 1.6
            if seen and all(_apart(colour, other) > 60 for other in kept):
                kept.append(colour)
        while len(kept) < count:
            base = kept[len(kept) % max(1, len(stock))] if kept else self.ink
            kept.append(mixed(base, self.ink if len(kept) % 2 else self.ground[0], 0.35))
        return kept[:count]


def rgb(code: str) -> Rgb:
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def _palette(ground: str, ink: str, accent: str, shapes: str) -> Palette:
    a, b, c = (rgb(code) for code in ground.split())
    return Palette((a, b, c), rgb(ink), rgb(accent), tuple(rgb(code) for code in shapes.split()))


_BY_DESIGN: dict[str, tuple[Palette, ...]] = {  # each in the order of MOODS
    "quiet": (
        _palette("f4eadb efdfc8 eab98c", "2a1d16", "a03e26", "d9894f 6f7d5c 3f5a6b c9a34a"),
        _palette("10262c 1a3d42 5c9c8e", "f3eee2", "ebbd8e", "7fb8ab d98f6a 9fb4c9 e6d9a8"),
        _palette("fbf5e8 f8ead0 f4c463", "1f2340", "b8392a", "3f5fa8 e9a13b 4f8f7a 7a4a8c"),
        _palette("14111b 231a30 70476a", "f4ece5", "e8a184", "9a7fb0 d9c08a 6f93a8 c4657a"),
        _palette("eef3eb dfebe2 9fcdb4", "16302a", "1c7053", "d98a3d 4a7fa0 a3b84f c25a4a"),
    ),
    "bold": (
        _palette("b8301d c03a20 f79a3e", "fff7ea", "ffdc84", "ffb347 7a1626 ffe9c4 f2683c"),
        _palette("1d3589 2a4fb8 f2a65a", "ffffff", "ffdcab", "5f8ff0 f2a65a 12225c bcd2ff"),
        _palette("ffd028 ffc21c ff7a3d", "1b1640", "8f1440", "ff7a3d 2d2a8c fff1b8 e0356a"),
        _palette("16151c 23222e ff5a4f", "ffffff", "ff9a8e", "ff5a4f 45435a f7c873 8f8ca8"),
        _palette("085a4a 0d7661 f4e04d", "ffffff", "f6e66b", "f4e04d 16a686 063a33 bff0dc"),
    ),
    "poster": (
        _palette("0c0706 2a150c 9a5526", "f8ecda", "eeb26c", "c8743a 8a9aa0 e9d3a0 6f4a3a"),
        _palette("060b0f 10242d 3f7d8d", "ecf3f3", "b0d8db", "5f9fb0 d9a86a 8fa7b8 d9e6d0"),
        _palette("0a0913 232048 c2568c", "fff4ec", "ffc883", "d86a9c 7a7ae0 ffc883 6fc0c9"),
        _palette("060607 17171a 60606a", "f4f2ee", "ee7a70", "9a9aa4 d9c6a0 c4544c 5f6f80"),
        _palette("040e09 0e2a1d 519160", "f0f7ec", "bce294", "6fae7a d9c86a 5f9a9a a8c4b0"),
    ),
    "minimal": (
        _palette("f7f2eb f3ece2 e9dccb", "1d1a17", "c2451f", "2f4858 d9a441 86a07a 8a6f5c"),
        _palette("edf1f3 e5ebee d3dee4", "1b2a33", "23639b", "e08e45 6f8fa3 3f7f7a b05a6a"),
        _palette("ffffff fafafa eeeeee", "111214", "d93410", "1747b8 f2b41c 0f8f6a 8a8f98"),
        _palette("101114 15171b 2a2d33", "f5f5f2", "f5bc45", "6fa0e8 e86f5a 7fc9a0 a8a8b4"),
        _palette("f2f6ef eaf1e6 d8e6d3", "13241c", "1f7a4c", "d9863d 3f6f9a b8a83a 9a5a78"),
    ),
    "paper": (
        _palette("f6ead5 efdcbd e8b98a", "38231e", "9c3f28", "e8b98a d98a5f b85c44 7d3a35"),
        _palette("eaefe9 dbe5e2 b7cfcf", "1c2f3e", "2c5f80", "b7cfcf 86aeb5 567f92 33546b"),
        _palette("fff4d6 ffe9b0 ffcf5c", "2a2040", "b23a2c", "ffcf5c ff9a4d ef6a5a 3f6fb0"),
        _palette("262945 31345a 4c4a7d", "f8efdc", "f5cb70", "464880 3a3b6c 2a2c54 191b36"),
        _palette("f2f5e1 e4eccb c9dba0", "1c3830", "2a6a4a", "c9dba0 9cc184 5f9a72 35695a"),
    ),
    "neon": (
        _palette("12090d 2b1218 ff7d4f", "fff1e6", "ffcf80", "ff8a5c ffd27a ff5f8f 9a6cff"),
        _palette("070c1a 10203c 5a9cff", "eef6ff", "c3b4ff", "6fb6ff b79cff 5fe0e8 ff9ad0"),
        _palette("110a1e 27123f ff54c4", "fff0fb", "7df4ff", "ff5fc8 5ff0ff ffd84f 9a7cff"),
        _palette("0a090b 1e1518 ff4f4f", "fff2f0", "ffffff", "ff5a5a f7f2ea ffb03f 8fb8ff"),
        _palette("05110d 0c2a22 4affa8", "eefff7", "ecff8f", "5fffb0 e8ff7a 4fd0ff ff8fb0"),
    ),
    "documentary": (
        _palette("1d1711 302519 a07a46", "f6eee2", "e8ad58", "e0a34a 8f9a78 c4654a 6f93a8"),
        _palette("0f191f 1b2b34 4f8193", "eff4f5", "79cadf", "6fc3d8 e0a85f 8fa0c4 9ac4a0"),
        _palette("ebe7df e2ddd2 b9ae98", "1b1d1f", "a83820", "b8432a 3f6f8a c99a3a 5f7a5a"),
        _palette("0d0e10 1a1c20 5f6068", "f2f2f0", "e2cf74", "d9c46a 8f9aa8 c4605a 7fb0a8"),
        _palette("101b15 1d2e24 5f8f6a", "f0f5f0", "98d68f", "8fd08a d9b85f 6fb0b8 c47f5a"),
    ),
}

# Words that tell a mood; hours and places among them.
_TELLING: dict[str, str] = {
    "warm": "dawn sunrise morning sunset evening autumn fall love home family bread baker bakery coffee honey summer "
    "kitchen grandmother grandfather memory desert fire harvest wedding golden spice",
    "calm": "sea ocean whale lake river rain blue sleep quiet silence calm peace gentle slow winter snow ice water "
    "lighthouse boat sky moonlight letter dream",
    "bright": "play game fun party birthday joy happy laugh kids children school color colour circus music dance sun "
    "sport festival sale new wow",
    "dark": "night dark death war storm fear lost ghost shadow murder crime secret cave midnight alone grief danger "
    "mystery end black moon space star stars void",
    "fresh": "forest garden green spring tree trees plant leaf leaves farm nature bird birds growth solar wind energy "
    "health grow field park earth climate vegetable",
}


def mood_of(words: str, seed: int) -> str:
    """The mood the words tell, or one by chance."""
    said = re.findall(r"[^\W\d_]+", words.lower())
    counts = {mood: sum(said.count(word) for word in told.split()) for mood, told in _TELLING.items()}
    best = max(counts, key=lambda mood: counts[mood])
    return best if counts[best] else MOODS[crc32(f"{words} {seed}".encode()) % len(MOODS)]


def palette_of(design: str, mood: str) -> Palette:
    return _BY_DESIGN[design][MOODS.index(mood)]


def over(palette: Palette) -> Palette:
    """For words over a darkened picture: light ink, the accent light enough."""
    night = (14, 15, 19)
    ground = (night, (30, 31, 36), mixed(night, palette.accent, 0.4))
    return replace(palette, ground=ground, ink=(250, 247, 241), accent=readable(palette.accent, ((70, 70, 70),)))


def mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def readable(colour: Rgb, grounds: tuple[Rgb, ...], least: float = LEAST + 0.2) -> Rgb:
    """The colour, or the nearest to it towards white or black that stands out from all the grounds."""
    found = []
    for end in ((255, 255, 255), (0, 0, 0)):
        for step in range(21):
            made = mixed(colour, end, step / 20)
            if min(contrast(made, ground) for ground in grounds) >= least:
                found.append((step, made))
                break
    if found:
        return min(found)[1]
    white = min(contrast((255, 255, 255), g) for g in grounds)
    return (255, 255, 255) if white >= min(contrast((0, 0, 0), g) for g in grounds) else (0, 0, 0)


def _apart(one: Rgb, other: Rgb) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))
