"""A script: what a film says and shows, before it is laid out as a plan; and how its seconds are shared out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from studio.plan import Value

# Characters a second, spaces included, and the room `edit` leaves around a line: before .3 s, after .4 s.
PACE = {"heart": 16.5, "joe": 16.5, "bella": 16.2, "nova": 16.0, "emma": 17.3, "michael": 15.1, "fenrir": 17.5,
        "onyx": 14.5, "george": 13.5, "silent": 15.0}  # fmt: skip  # measured on six lines each
AROUND = 0.7
SHORTEST_SHOT = 1.5
DISSOLVE = 0.5


@dataclass(frozen=True)
class Card:
    """A card in place of a picture: the tool that makes it and what it is given."""

    tool: str
    arguments: tuple[tuple[str, Value], ...]


@dataclass(frozen=True)
class Shot:
    """One picture, or a card, and what is said over it. `change` tells the writer what must be new; `own`: the
    person's words."""

    scene: str
    line: str = ""
    change: str = ""
    hour: str = "day"
    camera: str = "push in"
    seconds: float = 4.0
    own: bool = False
    card: Card | None = None


@dataclass(frozen=True)
class Script:
    """`recipe` is the ready plan it fills. `card` is how long the title card stands, 0 for none."""

    recipe: str
    title: str
    shots: tuple[Shot, ...]
    subtitle: str = ""
    closing: str = ""
    mood: str = "calm"
    card: float = 3.0
    notes: tuple[str, ...] = ()

    def words(self) -> str:
        """Everything shown or said, to look for names in."""
        return " ".join([self.title, self.subtitle, self.closing, *(f"{s.line} {s.scene}" for s in self.shots)])

    def with_shot(self, index: int, shot: Shot) -> "Script":
        return replace(self, shots=(*self.shots[:index], shot, *self.shots[index + 1 :]))


def spoken_seconds(line: str, voice: str = "heart") -> float:
    """How long a line takes to say, by its characters; wide characters (Chinese, Japanese, Korean) count more."""
    wide = sum(1.6 for c in line if ord(c) > 0x2E7F)
    figures = 2.0 * len(re.findall(r"\d", line))  # "1887" is four characters and five syllables
    pauses = 2.0 * len(re.findall(r"[.!?;:…。！？]", line))
    return (len(line) + wide + figures + pauses) / PACE.get(voice, 15.0) if line else 0.0


def need(line: str, voice: str) -> float:
    """The least length of a shot that carries this line."""
    return spoken_seconds(line, voice) + AROUND if line else SHORTEST_SHOT


def budget(seconds: float) -> int:
    """Characters that can be said in a shot of this length."""
    return max(0, int((seconds - AROUND) * 15.0))


def share(
    total: float, shots: Sequence[Shot], voice: str, *, overlap: float = DISSOLVE, card: float = 0.0
) -> list[float]:
    """Seconds for each shot so that the film is `total` long: as even as the lines allow, to a tenth of a second.

    Every transition takes `overlap` seconds from the sum. When the lines need more than there is, each shot gets what
    its line needs and the film is longer: the caller trims the lines first (see `tighten`).
    """
    count = len(shots)
    if not count:
        return []
    joints = count - 1 + (1 if card else 0)
    free = total - card + joints * overlap
    least = [max(SHORTEST_SHOT, need(s.line, voice) + overlap) for s in shots]
    if sum(least) >= free:
        scale = max(1.0, free / sum(least))
        return [round(x * scale, 1) for x in least]
    # Raise the shortest shots to a common level until the time is used up.
    low, high = 0.0, free
    for _ in range(50):
        level = (low + high) / 2
        low, high = (level, high) if sum(max(x, level) for x in least) < free else (low, level)
    lengths = [round(max(x, low), 1) for x in least]
    slack = round(free - sum(lengths), 1)
    longest = max(range(count), key=lambda i: lengths[i])
    lengths[longest] = round(lengths[longest] + slack, 1)
    return lengths


def tighten(
    total: float, shots: Sequence[Shot], voice: str, *, overlap: float, card: float
) -> tuple[list[Shot], list[str]]:
    """Lines that fit the time: ready lines go first (the last spoken one stays), then the person's are shortened."""
    kept = list(shots)
    cut: list[str] = []
    joints = len(kept) - 1 + (1 if card else 0)

    def over() -> float:
        return sum(max(SHORTEST_SHOT, need(s.line, voice) + overlap) for s in kept) - (total - card + joints * overlap)

    for index in [i for i, s in enumerate(kept[:-1]) if s.line and not s.own]:
        if over() <= 0:
            return kept, cut
        kept[index] = replace(kept[index], line="")
    if over() > 0 and kept and kept[-1].line and not kept[-1].own and len(kept) > 1:
        kept[-1] = replace(kept[-1], line="")
    while over() > 0:
        longest = max(range(len(kept)), key=lambda i: len(kept[i].line))
        line = kept[longest].line
        shorter = shorten(line, max(12, int(len(line) * 0.8)))
        if len(shorter) >= len(line) or len(line) < 24:
            break
        cut.append(line)
        kept[longest] = replace(kept[longest], line=shorter)
    return kept, list(dict.fromkeys(cut))


def shorten(line: str, most: int) -> str:
    """At most `most` characters: whole sentences, else whole clauses, else whole words; ends like a sentence."""
    if len(line) <= most:
        return line
    for marks in (r"(?<=[.!?。！？؟])\s*", r"(?<=[,;:—–،、])\s*"):
        pieces = [p for p in re.split(marks, line) if p]
        text = ""
        for piece in pieces:
            if len(text) + len(piece) + 1 > most:
                break
            text = f"{text} {piece}".strip()
        if len(text) >= min(most * 0.4, 16):
            return re.sub(r"[,;:—–،、\s]+$", "", text) + ("" if text[-1] in ".!?。！？؟" else ".")
    words = line[:most].rsplit(" ", 1)[0] if " " in line[:most] else line[:most]
    return re.sub(
        r"(?:\s+(?:a|an|the|of|to|in|on|at|and|or|with|for|by|from|who|that|his|her|their))+$", "", words
    ).rstrip(" ,;:.-–—") + ("…" if not words.endswith(("。", ".")) else "")
