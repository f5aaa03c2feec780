"""What the music feels: valence and arousal read back from finished MIDI files, against what was asked.

`python benchmarks/sound_feeling.py [--quick]` prints one JSON object. The reader (pipelines/music/readback.py) knows
only the file; its features and weights are from the literature and fitted to nothing of ours.
"""

import argparse
import json
import math
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app import open_packs  # noqa: E402
from pipelines.make.compose import compose  # noqa: E402
from pipelines.music import emotions, feeling, readback, scenes, styles  # noqa: E402
from studio import timeline  # noqa: E402
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

# Films of four scenes, each two shots of six seconds with a sentence over both.
_SAID = {
    "sad": "She stood at her brother's grave in the rain and wept. All she had loved was gone, and nobody was left.",
    "afraid": "Something growled in the dark behind her, and she ran. The monster was close; she screamed in terror.",
    "glad": "The whole village danced and laughed in the sunshine. It was the happiest day that they had ever had!",
    "still": "The lake lay still under the moon, and not a leaf moved. He breathed slowly and listened to the night.",
    "angry": "He slammed the door and shouted at the men who had betrayed him. They would pay for all their lies!",
}
FILMS = (
    ("sad", "afraid", "glad", "still"), ("still", "glad", "angry", "sad"), ("glad", "sad", "still", "afraid"),
    ("angry", "still", "sad", "glad"), ("afraid", "still", "glad", "sad"), ("glad", "angry", "sad", "still"),
)  # fmt: skip
_SHOT, _RATE = 6.0, 24


def correlation(asked: Sequence[float], found: Sequence[float]) -> float:
    """Pearson's."""
    a, b = sum(asked) / len(asked), sum(found) / len(found)
    top = sum((x - a) * (y - b) for x, y in zip(asked, found, strict=True))
    under = math.sqrt(sum((x - a) ** 2 for x in asked) * sum((y - b) ** 2 for y in found))
    return top / under if under else 0.0


Pairs = list[tuple[tuple[float, float], tuple[float, float]]]  # (valence, arousal) asked, and read


def va_correlation(quick: bool = False) -> dict[str, float]:
    """Asked against read over moods × styles × seeds: each axis, and the smaller of the two as `va_correlation`."""
    names = sorted(styles.STYLES)
    moods, players, seeds = (QUICK_MOODS, names[::6], (1,)) if quick else (MOODS, names, (1, 2))
    pairs: Pairs = []
    with tempfile.TemporaryDirectory() as folder:
        for mood in moods:
            wish = feeling.read(mood)
            for name in players:
                for seed in seeds:
                    work = Work.alone(Path(folder) / str(len(pairs)))
                    path = compose(mood=mood, style=name, seconds=SECONDS, seed=seed, work=work)
                    got = readback.read(readback.load(path))
                    pairs.append(((wish.valence, wish.arousal), (got.valence, got.arousal)))
    return {**_correlations(pairs), "va_pieces": len(pairs)}


def scene_correlation(quick: bool = False) -> dict[str, float]:
    """The same for the scenes of films whose words differ from scene to scene, each scene read by itself."""
    pairs: Pairs = []
    with tempfile.TemporaryDirectory() as folder:
        for number, told in enumerate(FILMS[:1] if quick else FILMS):
            place = Path(folder) / str(number)
            cut = _film(place, told)
            for style in ("cinematic", "piano") if quick else ("cinematic", "piano", "pop", "orchestral", "ambient"):
                work = Work.alone(place / style, find_pack=open_packs().find)
                path = compose(cut=cut, mood="", style=style, seed=number + 1, work=work)
                song = readback.load(path)
                for scene in scenes.scenes(timeline.load(cut), place, "", work):
                    got = readback.read(song, scene.start, scene.end)
                    asked = (scene.feeling.valence, scene.feeling.arousal)
                    pairs.append((asked, (got.valence, got.arousal)))
    return {**_correlations(pairs, "scene_"), "scenes_read": len(pairs)}


def emotion_accuracy(quick: bool = False) -> dict[str, float]:
    """How many sentences of feeling_sentences.toml are felt as a person feels them, of eight choices."""
    told = tomllib.loads((ROOT / "benchmarks" / "feeling_sentences.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        ear = emotions.listener(Work.alone(Path(folder), find_pack=open_packs().find))
        right = [felt.name == name for name, texts in told.items() for felt in ear.read(texts)]
    return {"emotion_accuracy": round(sum(right) / len(right), 3), "emotion_sentences": len(right)}


def _correlations(pairs: Pairs, of: str = "") -> dict[str, float]:
    """Pearson's correlation of valence, of arousal, and the smaller of the two; `of` begins their names."""
    valence, arousal = (correlation([a[i] for a, _ in pairs], [f[i] for _, f in pairs]) for i in (0, 1))
    found = {"va": min(valence, arousal), "valence": valence, "arousal": arousal}
    return {f"{of}{name}_correlation": round(value, 3) for name, value in found.items()}


def _film(folder: Path, told: Sequence[str]) -> Path:
    """A film whose scenes say `told`."""
    folder.mkdir(parents=True, exist_ok=True)
    length = round(_SHOT * _RATE)
    shots = tuple(timeline.Shot(media="", kind="Colour", visible=length) for _ in range(2 * len(told)))
    voices = []
    for number, name in enumerate(told):
        words = _SAID[name].split()
        step = 2 * _SHOT / len(words)
        timed = tuple((w, round(i * step, 3), round((i + 1) * step, 3)) for i, w in enumerate(words))
        voices.append(timeline.Voice("said.flac", 2 * number * length, 2 * length, timed))
    path = folder / "film.otio"
    timeline.save(timeline.Timeline(Fraction(_RATE), shots, tuple(voices)), path)
    return path


def measure(quick: bool = False) -> dict[str, float]:
    """All of it."""
    return {**va_correlation(quick), **scene_correlation(quick), **emotion_accuracy(quick)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few pieces only")
    print(json.dumps(measure(parser.parse_args().quick)))


if __name__ == "__main__":
    main()
