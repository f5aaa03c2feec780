"""What the music feels: valence and arousal read back from finished MIDI files, against what was asked.

`python benchmarks/sound_feeling.py [--quick]` prints one JSON object. The reader (pipelines/music/readback.py) knows
only the file; its features and weights are from the literature and fitted to nothing of ours.
"""

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from pipelines.make.compose import compose  # noqa: E402
from pipelines.music import feeling, readback, styles  # noqa: E402
from studio.work import Work  # noqa: E402

# Moods all over the plane of valence and arousal, as people name them.
MOODS = (
    "joyful, energetic", "happy", "playful, cheerful", "triumphant", "hopeful", "tender", "calm", "peaceful, sleepy",
    "dreamy", "serious", "mysterious", "melancholy", "sad, lonely", "grief", "tense", "angry, aggressive", "terrifying",
    "determined, intense",
)  # fmt: skip
QUICK_MOODS = (
    "joyful, energetic", "calm", "sad, lonely", "angry, aggressive", "hopeful", "tense", "melancholy", "dreamy",
)  # fmt: skip
SECONDS = 32.0


def correlation(asked: Sequence[float], found: Sequence[float]) -> float:
    """Pearson's."""
    a, b = sum(asked) / len(asked), sum(found) / len(found)
    top = sum((x - a) * (y - b) for x, y in zip(asked, found, strict=True))
    under = math.sqrt(sum((x - a) ** 2 for x in asked) * sum((y - b) ** 2 for y in found))
    return top / under if under else 0.0


def va_correlation(quick: bool = False) -> dict[str, float]:
    """Asked against read over moods × styles × seeds: each axis, and the smaller of the two as `va_correlation`."""
    names = sorted(styles.STYLES)
    moods, players, seeds = (QUICK_MOODS, names[::3], (1,)) if quick else (MOODS, names, (1, 2))
    asked: list[tuple[float, float]] = []
    found: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for mood in moods:
            wish = feeling.read(mood)
            for name in players:
                for seed in seeds:
                    work = Work.alone(Path(folder) / str(len(asked)))
                    path = compose(mood=mood, style=name, seconds=SECONDS, seed=seed, work=work)
                    got = readback.read(readback.load(path))
                    asked.append((wish.valence, wish.arousal))
                    found.append((got.valence, got.arousal))
    valence, arousal = (correlation([a[i] for a in asked], [f[i] for f in found]) for i in (0, 1))
    return {
        "va_correlation": round(min(valence, arousal), 3),
        "valence_correlation": round(valence, 3),
        "arousal_correlation": round(arousal, 3),
        "va_pieces": len(asked),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few pieces only")
    print(json.dumps(va_correlation(parser.parse_args().quick)))


if __name__ == "__main__":
    main()
