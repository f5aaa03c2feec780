"""How many cuts of a film its score meets, beside a score that does not know them and a beat grid; how fast it is."""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image

from pipelines.assemble.edit import edit
from pipelines.make.compose import compose
from pipelines.make.speak import speak
from pipelines.music.cuts import UNFIT
from studio import facts, timeline
from studio.kinds import Cut, Text
from studio.kinds import Image as Picture
from studio.work import Work

ROOT = Path(__file__).resolve().parent.parent
_LATE = ("pipelines.music.arrange", "pipelines.music.score", "pipelines.music.film", "mido", "opentimelineio")
RATES = (Fraction(24000, 1001), Fraction(25), Fraction(30000, 1001), Fraction(30), Fraction(60))
MOODS = ("calm, hopeful", "joyful, energetic", "sad, lonely", "tense, dark", "epic, triumphant", "from sad to hopeful")


@dataclass(frozen=True)
class Case:
    """A film by its cuts: shots of 1 to 8 s at one frame rate, and the mood of its music."""

    rate: Fraction
    lengths: tuple[int, ...]  # frames of each shot
    mood: str

    @property
    def cuts(self) -> list[float]:
        found, at = [], 0
        for length in self.lengths[:-1]:
            at += length
            found.append(float(at / self.rate))
        return found

    @property
    def seconds(self) -> float:
        return float(sum(self.lengths) / self.rate)

    def file(self, folder: Path) -> Path:
        folder.mkdir(parents=True)
        shots = tuple(timeline.Shot("", "Colour", length) for length in self.lengths)
        path = folder / "film.otio"
        timeline.save(timeline.Timeline(self.rate, shots, name="film"), path)
        return path


def cases(count: int, seconds: float) -> Iterator[Case]:
    """Random films, seeded: every rate and mood in turn."""
    for number in range(count):
        dice = random.Random(f"score {number}")
        rate = RATES[number % len(RATES)]
        lengths: list[int] = []
        while sum(lengths) / rate < seconds:
            lengths.append(round(dice.uniform(1, 8) * rate))
        yield Case(rate, tuple(lengths), MOODS[number % len(MOODS)])


def real_cuts(count: int, room: Path) -> Iterator[tuple[Path, str, Fraction]]:
    """Films as this studio edits them: pictures shown as long as a sentence over them is read, joined by cuts or
    dissolves. (file, mood, rate) of each."""
    stories = tomllib.loads((ROOT / "assets" / "plans" / "stories.toml").read_text(encoding="utf-8"))
    lines = [line for arc in stories.values() for beat in arc.get("beat", []) for line in beat.get("lines", [])]
    lines = [re.sub(r"\{[^}]*\}", "the keeper", line) for line in lines]
    for number in range(count):
        dice = random.Random(f"real {number}")
        folder = room / f"real {number}"
        picture = folder / "picture.png"
        folder.mkdir(parents=True)
        Image.new("RGB", (64, 36), (number * 9, 90, 120)).save(picture)
        voices: list[Any] = []
        for turn, line in enumerate(dice.sample(lines, dice.randint(6, 14))):
            text = folder / f"{turn}.txt"
            text.write_text(line, encoding="utf-8")
            voices.append(speak(text=Text(text), voice="silent", work=Work.alone(folder / f"voice {turn}")))
        rate = RATES[number % len(RATES)]
        film = edit(shots=[Picture(picture)] * len(voices), voices=voices, fps=float(rate),
                    transition="dissolve" if number % 2 else "cut", work=Work.alone(folder / "edit"))  # fmt: skip
        yield film, MOODS[number % len(MOODS)], rate


@dataclass(frozen=True)
class Onsets:
    """What is struck in a MIDI file at every moment something is: its pitches, drums left out, low ones first."""

    moments: tuple[float, ...]
    chords: tuple[tuple[int, ...], ...]

    def off(self, cut: float) -> float:
        """How far the nearest chord with its bass lies from a cut, in seconds: three pitches or more of two pitch
        classes at least, the lowest under middle C, struck within 30 ms."""
        best = float("inf")
        index = bisect_left(self.moments, cut - 2)
        while index < len(self.moments) and self.moments[index] <= cut + 2:
            pitches = self.chords[index]
            if len(pitches) >= 3 and len({p % 12 for p in pitches}) >= 2 and pitches[0] < 60:
                best = min(best, abs(self.moments[index] - cut))
            index += 1
        return best


def onsets(path: Path) -> Onsets:
    """The chords struck in a score, each at its first note."""
    import mido

    now, struck = 0.0, list[tuple[float, int]]()
    for message in mido.MidiFile(path):
        now += message.time
        if message.type == "note_on" and message.velocity and message.channel != 9:
            struck.append((now, message.note))
    moments: list[float] = []
    chords: list[tuple[int, ...]] = []
    for index, (at, _) in enumerate(struck):
        if moments and at - moments[-1] < 1e-4:
            continue
        together = [pitch for when, pitch in struck[index : index + 40] if when - at <= 0.03]
        moments.append(at)
        chords.append(tuple(sorted(together)))
    return Onsets(tuple(moments), tuple(chords))


def cut_hits(quick: bool = False) -> dict[str, Any]:
    """Shares of cuts on which a chord and its bass fall within a frame.

    `cut_hits`: of reachable cuts, which are all but those of a film's first half second and last second, cuts less than
    two beats at the fastest tempo after the first of a group counted with it. `cut_hits_of_all`: of all cuts,
    whatever they are. `cut_hits_unaligned`: of all reachable, by a score of the same length and mood that does not know
    the cuts; `cut_hits_beat_grid`: beats of the one steady tempo, within 14 % of the same, that meets the most.
    `cuts_prepared`: of those met, how many a bar before leans on (a chord that wants to go there).
    `cut_hits_real`: as `cut_hits`, in films edited by this studio from sentences read over pictures.
    """
    random_films, real = _Tally(), _Tally()
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        for number, case in enumerate(cases(8 if quick else 120, 75)):
            random_films.add(case.file(room / str(number)), case.mood, case.rate, number)
        for number, (film, mood, rate) in enumerate(real_cuts(3 if quick else 30, room)):
            real.add(film, mood, rate, number)
    offs = [*random_films.offs, *real.offs]
    return {
        "cut_hits": round(random_films.met / random_films.reachable, 4),
        "cut_hits_real": round(real.met / real.reachable, 4),
        "cut_hits_of_all": round((random_films.met + real.met) / (random_films.every + real.every), 4),
        "cut_hits_unaligned": round(random_films.blind / random_films.reachable, 4),
        "cut_hits_beat_grid": round(random_films.steady / random_films.reachable, 4),
        "cuts_prepared": round((random_films.prepared + real.prepared) / (random_films.met + real.met), 4),
        "cut_off_ms_max": round(1000 * max(offs), 2),
        "cut_off_ms_mean": round(1000 * sum(offs) / len(offs), 2),
        "tempo_bend_max": round(max(random_films.bend, real.bend), 4),
        "cut_films": random_films.films + real.films,
    }


class _Tally:
    """Cuts of films scored, and how they were met."""

    def __init__(self) -> None:
        self.met = self.reachable = self.every = self.blind = self.steady = self.films = self.prepared = 0
        self.offs: list[float] = []
        self.bend = 0.0

    def add(self, film: Path, mood: str, rate: Fraction, seed: int) -> None:
        made = compose(cut=Cut(film), mood=mood, seed=seed, work=Work.alone(film.parent / "score"))
        told, heard = facts.read(made), onsets(made)
        frame = float(1 / rate)
        near = [off for off in (heard.off(cut) for cut in told["met"]) if off < frame]
        plain = compose(seconds=told["seconds"], mood=mood, seed=seed, work=Work.alone(film.parent / "blind"))
        other = onsets(plain)
        targets = told["met"] + [at for at, why in told["missed"] if why == UNFIT]
        self.offs += near
        self.met += len(near)
        self.prepared += told["prepared"]
        self.reachable += told["reachable"]
        self.every += told["cuts"]
        self.blind += sum(other.off(cut) < frame for cut in targets)
        self.steady += _on_beats(targets, facts.read(plain)["tempo"], frame)
        self.bend = max(self.bend, _bend(told))
        self.films += 1


def _bend(told: dict[str, Any]) -> float:
    """The most a bar's tempo differs from its section's."""
    found, sections = 0.0, told["sections"]
    for at, tempo in told["tempos"]:
        own = next(s for s in reversed(sections) if s["start"] <= at + 1e-3)
        found = max(found, abs(tempo / own["tempo"] - 1))
    return found


def _on_beats(cuts: Sequence[float], tempo: float, frame: float) -> int:
    """Cuts within a frame of a beat, at the steady tempo near the one given that has the most of them."""
    best = 0
    for step in range(-56, 57):
        beat = 60 / (tempo * (1 + step * 0.0025))
        best = max(best, sum(min(cut % beat, beat - cut % beat) < frame for cut in cuts))
    return best


def compose_speed(quick: bool = False) -> dict[str, Any]:
    """How many seconds of music are written in one: of a minute, and of a film of two hours with 1700 cuts. What it
    takes to import what composing needs is told apart."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import pipelines.make.compose, " + ", ".join(_LATE)], check=True, cwd=ROOT)
    found: dict[str, Any] = {"compose_import_s": round(time.perf_counter() - started, 2)}
    with tempfile.TemporaryDirectory() as room:
        compose(seconds=2, work=Work.alone(Path(room) / "first"))
        for name, seconds in (("compose_x_realtime", 60.0), ("compose_x_realtime_long", 600.0 if quick else 7200.0)):
            case = next(cases(1, seconds))
            film = case.file(Path(room) / name)
            started = time.perf_counter()
            compose(cut=film, mood=case.mood, work=Work.alone(Path(room) / f"{name} work"))
            found[name] = round(case.seconds / (time.perf_counter() - started), 1)
    return found


def main() -> None:
    """Print all figures as one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    print(json.dumps({**compose_speed(quick), **cut_hits(quick)}))


if __name__ == "__main__":
    main()
