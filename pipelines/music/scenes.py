"""A feeling for each scene of a film: the mood asked for, leant to what is said, seen and cut there."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from pipelines.music import emotions
from pipelines.music.feeling import Feeling, read
from pipelines.music.told import Saying, told
from studio.timeline import Timeline
from studio.work import Work

LEAST = 6.0  # seconds of a scene; shorter shots are felt together
APART = 0.2  # how far two neighbours must lie from each other (of a plane from -1 to 1) to be scenes of their own
LEAN = 0.6  # how far words and pictures draw a scene from the mood asked for
LEAN_FREE = 0.95  # and from the calm that is played where nobody asked for a mood
REACH = 5.0  # seconds over which a feeling still colours its neighbours
_GAIN = 1.6  # shares are spread over eight emotions: even a sad sentence lies far from the very sad
_MANY = 1500  # shots: films of hours
_MOST_SCENES = 60  # of a film however long: more changes than that are no form


@dataclass(frozen=True)
class Scene:
    """A stretch of film, seconds, that feels one way; `says` tells why, for the card and the file's facts."""

    start: float
    end: float
    feeling: Feeling
    says: str


@dataclass(frozen=True)
class _Part:
    """Shots [first, stop) from `start` to `end`, their place, what draws it there, and whether a person fixed it."""

    start: float
    end: float
    place: tuple[float, float]
    why: str
    fixed: str | None = None

    @property
    def seconds(self) -> float:
        return self.end - self.start


def scenes(film: Timeline, folder: Path, mood: str, work: Work, moods: Sequence[str | None] = ()) -> tuple[Scene, ...]:
    """The scenes of a film: they cover it, begin on its cuts and last about 6 s at least.

    `folder` holds the film's media, whose own facts tell what is said and shown. `mood` is the base of every scene;
    a journey in it ("from sad to hopeful") is spread over the film. `moods` fix the mood of single shots, in order
    (None or "": as felt). A film that tells nothing and travels nowhere is one scene. Raises Cancelled.
    """
    edges = [0.0, *(float(frame / film.rate) for frame in film.boundaries), float(film.seconds)]
    base, heard = read(mood), told(film, folder)
    felt = emotions.listener(work).read([s.text for s in heard.sayings]) if heard.sayings else []
    evidence = [_Evidence() for _ in film.shots]
    for saying, emotion in zip(heard.sayings, felt, strict=True):
        for number, share in saying.share:
            evidence[number].add(saying, emotion, share)
    for number, lights in enumerate(heard.lights):
        evidence[number].lights(lights)
    work.check()
    return _scenes(edges, base, bool(mood.strip()), evidence, moods)


def journey(seconds: float, cuts: Sequence[float], mood: str) -> tuple[Scene, ...]:
    """The scenes of a film of which only the length and the cuts are known: one, or those of a journey in its mood."""
    edges = [0.0, *sorted(c for c in cuts if 0 < c < seconds), seconds]
    return _scenes(edges, read(mood), True, [_Evidence() for _ in edges[1:]], ())


class _Evidence:
    """What is felt in one shot, gathered: places with weights, and the strongest words."""

    def __init__(self) -> None:
        self._places: list[tuple[float, float, float]] = []
        self._best = (0.0, "")

    def add(self, saying: Saying, emotion: emotions.Emotion, share: float) -> None:
        weight = emotion.strength * min(1.0, 0.25 + share) * (1.0 if saying.spoken else 0.6)
        place = (_stretched(emotion.valence), _stretched(emotion.arousal))
        self._places.append((*place, weight))
        power = weight * math.hypot(*place)
        if power > self._best[0]:
            self._best = (power, f"{emotion.name}: “{_short(saying.text)}”")

    def lights(self, lights: Sequence[tuple[float, float]]) -> None:
        self._places += [(*light, 0.3) for light in lights]

    @property
    def place(self) -> tuple[float, float]:
        whole = sum(w for *_, w in self._places)
        if not whole:
            return 0.0, 0.0
        return sum(v * w for v, _, w in self._places) / whole, sum(a * w for _, a, w in self._places) / whole

    @property
    def weight(self) -> float:
        """How surely the shot feels anything, 0 to 1."""
        return min(1.0, sum(w for *_, w in self._places))

    @property
    def why(self) -> str:
        return self._best[1] if self._best[0] > 0.12 else ""


def _stretched(value: float) -> float:
    return max(-0.95, min(0.95, _GAIN * value))


def _scenes(
    edges: list[float],
    base: Feeling,
    asked: bool,
    evidence: list[_Evidence],
    moods: Sequence[str | None],
) -> tuple[Scene, ...]:
    spans = list(pairwise(edges))
    leanings = _smooth(spans, evidence)
    paces = _paces(spans)
    parts: list[_Part] = []
    for number, (start, end) in enumerate(spans):
        fixed = (moods[number] or "").strip() if number < len(moods) else ""
        if fixed:
            chosen = read(fixed)
            parts.append(_Part(start, end, (chosen.valence, chosen.arousal), f"{fixed}, as asked", fixed))
            continue
        for a, b in _pieces(start, end, edges[-1], base):
            place = at(base, (a + b) / 2 / max(edges[-1], 1e-9))
            (v, arousal, sure), lean = leanings[number], LEAN if asked else LEAN_FREE
            leant = (place[0] + lean * sure * (v - place[0]), place[1] + lean * sure * (arousal - place[1]))
            place = (leant[0], max(-1.0, min(1.0, leant[1] + paces[number])))
            parts.append(_Part(a, b, place, evidence[number].why))
    merged = _merged(parts, max(LEAST, edges[-1] / _MOST_SCENES))
    return tuple(Scene(p.start, p.end, _feeling(base, p), p.why or "the mood asked for") for p in merged)


def at(base: Feeling, share: float) -> tuple[float, float]:
    """Where a mood that may travel is at a share (0 to 1) of the film: it rests at each stop, then moves smoothly."""
    path = base.path
    if len(path) < 2:
        return base.valence, base.arousal
    x = max(0.0, min(1.0, share)) * (len(path) - 1)
    leg = min(int(x), len(path) - 2)
    way = max(0.0, min(1.0, (x - leg - 0.2) / 0.6))
    way = way * way * (3 - 2 * way)
    return (
        path[leg][0] + way * (path[leg + 1][0] - path[leg][0]),
        path[leg][1] + way * (path[leg + 1][1] - path[leg][1]),
    )


def _pieces(start: float, end: float, seconds: float, base: Feeling) -> list[tuple[float, float]]:
    """A shot as it is; one over which the mood travels far is parted into equal stretches of 6 s or more."""
    legs = 2 * len(base.path) - 1 if len(base.path) > 1 else 1
    count = min(round((end - start) / max(seconds, 1e-9) * legs), int((end - start) / LEAST)) if legs > 1 else 1
    count = max(1, count)
    return [(start + (end - start) * i / count, start + (end - start) * (i + 1) / count) for i in range(count)]


def _smooth(spans: list[tuple[float, float]], evidence: list[_Evidence]) -> list[tuple[float, float, float]]:
    """Valence, arousal and sureness of each shot, coloured by what is felt within some seconds of it."""
    middles = [(start + end) / 2 for start, end in spans]
    own = [(e.place, e.weight, end - start) for e, (start, end) in zip(evidence, spans, strict=True)]
    found: list[tuple[float, float, float]] = []
    for number, (start, end) in enumerate(spans):
        total = v = a = sure = room = 0.0
        first = number
        while first > 0 and start - spans[first - 1][1] < 2 * REACH:
            first -= 1
        for other in range(first, len(spans)):
            if spans[other][0] - end > 2 * REACH:
                break
            place, weight, length = own[other]
            # Neighbours count by how near they are and how long they last, the shot itself in full.
            near = math.exp(-abs(middles[other] - middles[number]) / REACH) if other != number else 2.0
            near *= min(length, REACH)
            total, room = total + near * weight, room + near
            v, a, sure = v + near * weight * place[0], a + near * weight * place[1], sure + near * weight
        found.append((v / total, a / total, min(1.0, 1.3 * sure / room)) if total else (0.0, 0.0, 0.0))
    return found


def _paces(spans: list[tuple[float, float]]) -> list[float]:
    """How much the cutting stirs each shot beside the film's own pace: quick shots up, long ones down, at most 0.15."""
    lengths = [max(0.05, end - start) for start, end in spans]
    usual = sorted(lengths)[len(lengths) // 2]
    own = []
    for number in range(len(lengths)):
        near = lengths[max(0, number - 1) : number + 2]
        own.append(max(-0.15, min(0.15, 0.12 * math.log2(usual / (sum(near) / len(near))))))
    return own


def _merged(parts: list[_Part], least: float) -> list[_Part]:
    """Neighbours felt alike made one; then the shortest joined to the neighbour it is more like, till none is short."""
    found = list(parts) if len(parts) <= _MANY else _in_order(parts, least)
    gaps = [_gap(a, b) for a, b in pairwise(found)]
    while gaps:
        lacks = [part.seconds - (2.0 if part.fixed else least) for part in found]
        i = min(range(len(lacks)), key=lacks.__getitem__)
        if lacks[i] < 0:
            j = min((n for n in (i - 1, i) if 0 <= n < len(gaps)), key=gaps.__getitem__)
        else:
            j = min(range(len(gaps)), key=gaps.__getitem__)
            if gaps[j] >= APART and len(found) <= _MOST_SCENES:
                break
        found[j : j + 2] = [_joined(found[j], found[j + 1])]
        del gaps[j]
        for n in (j - 1, j):
            if 0 <= n < len(gaps):
                gaps[n] = _gap(found[n], found[n + 1])
    return found


def _in_order(parts: list[_Part], least: float) -> list[_Part]:
    """Parts joined as they come until none is short: what follows looks at every pair again for each that it joins."""
    found = parts[:1]
    for part in parts[1:]:
        if found[-1].seconds < least and found[-1].fixed == part.fixed:
            found[-1] = _joined(found[-1], part)
        else:
            found.append(part)
    return found


def _gap(a: _Part, b: _Part) -> float:
    """How unlike two parts feel; a person's own mood joins nothing else."""
    if a.fixed or b.fixed:
        return 0.0 if a.fixed == b.fixed else 4.0
    return math.hypot(a.place[0] - b.place[0], a.place[1] - b.place[1])


def _joined(a: _Part, b: _Part) -> _Part:
    strong = max((a, b), key=lambda p: (p.fixed is not None, bool(p.why), p.seconds))
    if a.fixed != b.fixed:
        return replace(strong, start=a.start, end=b.end)
    whole = a.seconds + b.seconds or 1.0
    place = tuple((x * a.seconds + y * b.seconds) / whole for x, y in zip(a.place, b.place, strict=True))
    return _Part(a.start, b.end, (place[0], place[1]), strong.why, a.fixed)


def _feeling(base: Feeling, part: _Part) -> Feeling:
    """The base with this part's own place; what a person's own words ask of the players there holds too."""
    place = {"valence": round(part.place[0], 3), "arousal": round(part.place[1], 3)}
    own = replace(base, after=None, path=(), **place)
    if part.fixed:
        said = read(part.fixed)
        drums = base.drums if said.drums is None else said.drums
        own = replace(own, drums=drums, tempo=base.tempo * said.tempo, warm=base.warm or said.warm)
    return own


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"
