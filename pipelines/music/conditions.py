"""What music is asked for at every moment: a feeling, and how far the next cut is. The door for every composer.

A composer is a function `notes_for(conditions, style, check) -> Piece` (see arrange.py, our own, which follows rules).
A learned one takes the same two conditions, as EMSYNC does (arXiv 2502.10154): `feeling(at)`, whose valence and arousal
lie between -1 and 1, and `offset(at)`, the seconds to the next cut, clamped to 8.
"""

import random
from bisect import bisect_right
from dataclasses import dataclass, replace

from pipelines.music.cuts import Target
from pipelines.music.feeling import Feeling
from pipelines.music.form import ALIKE, apart
from pipelines.music.keys import Key
from pipelines.music.scenes import Scene

LOOK = 8.0  # seconds a composer looks ahead


@dataclass(frozen=True)
class Conditions:
    """A film as a composer knows it. `scenes` cover its `seconds` in order; `boundaries` are the moments to land on.

    `tempo` (beats a minute) and `key` are the person's own where given. `seed` says which piece, `variation` which
    working out of it: that changes neither key nor tempo, form, motif or players.
    """

    seconds: float
    scenes: tuple[Scene, ...]
    targets: tuple[Target, ...] = ()
    boundaries: tuple[float, ...] = ()
    tempo: float | None = None
    key: Key | None = None
    seed: str = "1"
    variation: int = 0

    @property
    def mood(self) -> Feeling:
        """The feeling that lasts longest, scenes that feel alike taken together; the first of equals."""

        def lasts(scene: Scene) -> float:
            return sum(s.end - s.start for s in self.scenes if apart(s.feeling, scene.feeling) < ALIKE)

        return max(self.scenes, key=lambda s: round(lasts(s), 6)).feeling

    def feeling(self, at: float) -> Feeling:
        """What is felt at a moment."""
        index = bisect_right(self.scenes, at, key=lambda s: s.start) - 1
        return self.scenes[max(0, index)].feeling

    def offset(self, at: float) -> float:
        """Seconds to the next boundary after a moment (the film's end is one), at most 8."""
        index = bisect_right(self.boundaries, at + 1e-6)
        coming = self.boundaries[index] if index < len(self.boundaries) else self.seconds
        return max(0.0, min(LOOK, coming - at))

    def landing_on(self, moments: tuple[float, ...]) -> "Conditions":
        """The same, with only those boundaries that bars were found for."""
        return replace(self, boundaries=moments)

    def dice(self, about: str, free: bool = False) -> random.Random:
        """Chance for one concern, so that none disturbs another; `free` where a variation may differ."""
        return random.Random(f"{self.seed} {about} {self.variation if free else ''}")
