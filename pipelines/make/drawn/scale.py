"""How large things are drawn: to each other as in life, a little pressed together; as large as the stage allows."""

from collections.abc import Callable
from dataclasses import dataclass

from pipelines.make.drawn.sheet import Sheet, Stage
from pipelines.make.drawn.subject import Subject

Shape = Callable[[Subject, int], float]
_LARGE = frozenset({"huge", "giant", "great", "enormous", "big", "gigantic", "massive", "large"})
_SMALL = frozenset({"tiny", "small", "little", "miniature"})
_MOST = 3.0  # nothing is drawn more than so many times as high as the leading thing
_ALONE = 0.58  # of the sheet's height, for the leading thing, by how many there are
_TOGETHER = {2: 0.52, 3: 0.46}
_CROWD = 0.4


@dataclass(frozen=True)
class Ranked:
    """A thing in order of rank: which of its kind, its height against the leading one's, its width over height."""

    subject: Subject
    index: int
    ratio: float
    shape: float
    way: str
    share: float = 1.0  # how high it is against itself standing


def rank(subjects: tuple[Subject, ...], shape_of: Shape) -> list[tuple[Subject, int, float]]:
    """(subject, which of its kind, height against the leading thing's), the leading thing first."""
    lead = subjects[0].thing.tall
    lead = max([lead, *(s.thing.tall for s in subjects if s.word == subjects[0].by and s.thing.tall < 3)])
    ranked = []
    for order, subject in enumerate(subjects):
        ratio = _against(subject, subjects[0], lead)
        if order and not subject.thing.art.startswith("person:"):  # what is wide looks larger than it is tall
            ratio /= max(1.0, shape_of(subject, 0)) ** 0.35
        bears = any(s.by == subject.word and s.seat for s in subjects)
        if order and subject.thing.place == "s" and subject.thing.tall > 4 and not bears:
            ratio = min(ratio, 0.62)  # a planet or a rainbow behind somebody
        if order and subject.thing.art == "own:table" and not any(s.by == subject.word for s in subjects):
            ratio = 0.5
        if subject.far:
            ratio *= 0.36
        if _LARGE & set(subject.about):
            ratio *= 1.25
        if _SMALL & set(subject.about):
            ratio *= 0.8
        fewer = 0.96 if subject.thing.art.startswith("person:") else 0.86
        for index in range(subject.count):
            ranked.append((subject, index, ratio * fewer ** min(index, 4) * (1 if order == 0 else 0.97)))
    return ranked


def _against(subject: Subject, first: Subject, lead: float) -> float:
    """The height of one thing against the leading one's.

    Near to each other in size they keep their heights almost; a keeper beside a tower is pressed up, to be seen.
    """
    tall = subject.thing.tall
    flies = "s" in (subject.thing.place, first.thing.place)
    near = lead < 3.5 and tall < 3.5 and not flies
    both = lead >= 3 and tall >= 3 and not flies
    ratio = float((tall / lead) ** (0.8 if near else 0.6 if both else 0.42))
    return min(_MOST, max(_least(subject, tall / lead), ratio))


def _least(subject: Subject, real: float) -> float:
    """The least height against the leading thing's: small birds are well seen small, things in the grass are not."""
    if subject.thing.place == "s" and subject.thing.tall < 1.5:
        return 0.17
    return 0.26 if subject.thing.place == "o" else 0.22 if real < 0.2 else 0.28


def leading_height(sheet: Sheet, stage: Stage, ranked: list[Ranked], frame: str) -> float:
    """How tall the leading thing is in pixels: as large as the company, the sheet and the camera's distance allow."""
    crowd = len(ranked)
    room = min(sheet.h, sheet.w * 0.95)
    biggest = max(r.ratio for r in ranked)
    lead = room * (_ALONE if crowd == 1 else _TOGETHER.get(crowd, _CROWD)) * stage.scale / max(1.0, biggest * 0.82)
    wide = sum(lead * r.ratio * r.shape for r in ranked if r.way not in ("sky", "aboard"))
    lead *= min(1.0, sheet.w * 0.92 / max(wide, 1.0))
    first = max(
        (r.subject.thing for r in ranked if r.subject.word in (ranked[0].subject.by, ranked[0].subject.word)),
        key=lambda t: t.tall,
    )
    if stage.inside and not stage.floating and first.tall < 1.6:  # a room tells how large things are
        own = (first.tall / 1.76) ** (0.5 if _anybody(ranked) else 0.3)
        lead *= own if first.place in "gwu" else 1.0 if _sign_of_an_idea(ranked, stage) else 0.58
    for r in ranked:  # nothing taller than the sheet, nor wider than three fifths of it
        span = stage.spans.get(r.way, (0.0, 1.0))
        lead = min(lead, sheet.h * (0.7 if crowd == 1 else 0.57) / r.ratio, sheet.w * 0.6 / (r.ratio * r.shape))
        lead = min(lead, sheet.w * (span[1] - span[0]) * 0.98 / (r.ratio * r.shape))
    if crowd == 1:
        lead = min(lead, sheet.w * _widest(ranked[0]) / ranked[0].shape)
    aloft = any(
        r.way == "sky" and any(o.subject.by == r.subject.word and o.subject.seat for o in ranked) for r in ranked
    )
    near = 1.2 if aloft else _nearness(frame, ranked, stage, sheet.h > 1.2 * sheet.w)  # those in its basket are seen
    return lead * near


def _widest(r: Ranked) -> float:
    """The most of the sheet's width that one thing alone takes: a bench is no sofa for giants."""
    low = r.subject.thing.place in "gw" and r.subject.thing.tall < 2.4 and not r.subject.text
    return 0.13 + 0.17 * r.subject.thing.tall**0.5 if low else 0.6


def _anybody(ranked: list[Ranked]) -> bool:
    return any(r.subject.thing.art.startswith("person:") for r in ranked)


def _sign_of_an_idea(ranked: list[Ranked], stage: Stage) -> bool:
    """Whether one thing alone stands for an idea, on a ground that shows nothing else."""
    return len(ranked) == 1 and stage.bare


def _nearness(frame: str, ranked: list[Ranked], stage: Stage, upright: bool) -> float:
    """How much larger or smaller than at a middle distance: a film whose pictures are all as near tires the eye."""
    first = ranked[0].subject.thing
    alone = len(ranked) == 1
    if stage.bare and alone:
        return 0.95 if frame == "wide" else 1.05
    if alone and first.place == "s" and first.tall < 1.5:
        return 0.4 if frame == "wide" else 0.55  # a bird in a large sky
    if first.place == "s" and first.tall >= 20:
        return 0.6  # a planet hangs in its sky
    if ranked[0].subject.text and alone:
        return 1.0  # it is there to be read
    if first.place == "o" and not stage.inside:
        return 0.62  # what a hand could hold does not tower over a landscape
    if frame == "wide":
        return 0.95 if upright else 0.86 if stage.inside else 0.72 if alone else 0.66
    if frame == "close" and not stage.perches:
        return (1.32 if first.art.startswith("person:") else 1.2) if alone else 1.0
    return 1.0
