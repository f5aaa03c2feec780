"""The shape of a piece in time: sections that begin on the film's cuts, phrases inside them, how loud each is."""

from dataclasses import dataclass

from pipelines.music.grid import Grid


@dataclass(frozen=True)
class Section:
    """Bars [first, stop). `level` is its loudness and fullness, 0 to 1; `phrases` the lengths it divides into."""

    name: str
    first: int
    stop: int
    level: float
    phrases: tuple[int, ...]
    round: int = 0  # how often the whole cycle has been gone through before; each has its own theme

    @property
    def contrast(self) -> bool:
        return self.name in ("contrast", "bridge")


# name, share of the bars, level beside the piece's own
_SHORT = (("theme", 1.0, 1.0),)
_MIDDLE = (("intro", 0.16, 0.62), ("theme", 0.84, 1.0))
_FULL = (("intro", 0.13, 0.6), ("theme", 0.33, 0.86), ("contrast", 0.24, 0.92), ("return", 0.30, 1.2))
_CYCLE = (("theme", 0.28, 0.85), ("contrast", 0.22, 0.95), ("return", 0.28, 1.15), ("bridge", 0.22, 0.65))


def sections(grid: Grid, base: float) -> tuple[Section, ...]:
    """The sections of a piece laid on a grid; `base` is the loudness its mood asks for, 0 to 1."""
    count = len(grid.bars)
    if not count:
        return ()
    if count < 4:
        parts = list(_SHORT)
    elif count < 6:
        parts = list(_MIDDLE)
    elif count < 36:
        parts = list(_FULL)
    else:
        rounds = max(2, round(count / 28))
        parts = [("intro", 2 / count, 0.6)]
        for number in range(rounds):
            turn = _CYCLE if number < rounds - 1 else _CYCLE[:3]
            parts += [(name, share / rounds, level) for name, share, level in turn]
        whole = sum(share for _, share, _ in parts)
        parts = [(name, share / whole, level) for name, share, level in parts]
    starts = _starts(grid, [share for _, share, _ in parts])
    found: list[Section] = []
    for index, (name, _, level) in enumerate(parts):
        first, stop = starts[index], starts[index + 1]
        if stop > first:
            cycle = sum(s.name == "bridge" for s in found)
            found.append(Section(name, first, stop, min(1.0, base * level), _phrases(stop - first), cycle))
    return tuple(found)


def _starts(grid: Grid, shares: list[float]) -> list[int]:
    """The first bar of each part, drawn to a cut nearby, and the number of bars."""
    count = len(grid.bars)
    starts, reached = [0], 0.0
    for share in shares[:-1]:
        reached += share
        wish = reached * count
        least = starts[-1] + 1
        reach = 1 if count < 16 else 2
        near = [i for i in range(least, count) if grid.bars[i].cut and abs(i - wish) <= reach + 0.5]
        chosen = min(near, key=lambda i: abs(i - wish)) if near else max(least, round(wish))
        starts.append(min(chosen, count))
    return [*starts, count]


def _phrases(bars: int) -> tuple[int, ...]:
    """Fours where it goes, else threes and fives; never a phrase of one bar beside others."""
    count = max(1, round(bars / 4))
    base, over = divmod(bars, count)
    return tuple(base + (index >= count - over) for index in range(count))
