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

from app import open_packs
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
    """Loudness errors and true peaks over the films; of what MP3, AAC and Opus make of them too."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sounds(folder)
        errors, peaks, short = [], [], []
        coded = dict.fromkeys(CODED, -math.inf)
        several = list(films(10 if quick else 50, () if quick else spoken(folder)))
        for n, film in enumerate(several):
            sound, notes = mixed(film, folder, folder / f"{n}")
            loud = measure(sound).integrated
            peaks.append(peak(sound))
            if any("LUFS" in words for words in notes):
                short.append(f"{film.name}: {loud:.1f} of {film.lufs}")
            elif math.isfinite(loud):
                errors.append(abs(loud - film.lufs))
            for kind in CODED[n % 3 : n % 3 + 1] if quick else CODED:
                again, _ = mixed(film, folder, folder / f"{n}{kind}", kind)
                coded[kind] = max(coded[kind], peak(again))
    return {
        "films": len(several),
        "lufs_error_max": round(max(errors), 3),
        "lufs_reached": len(errors),
        "lufs_unreached": short,  # short peaks over near silence: louder, they would be clipped
        "true_peak_max": round(max(peaks), 2),
        "true_peak_max_coded": {kind: round(value, 2) for kind, value in coded.items()},
    }


def spoken(folder: Path) -> tuple[str, ...]:
    """Sentences by the studio's own voices, where their packs are here already."""
    from pipelines.make.speak import speak
    from studio.kinds import Text

    shelf = open_packs()
    names = []
    for voice, pack in (("heart", "hibari-voice"), ("joe", "joe-voice")):
        if shelf.ready("hibari-voice") and shelf.ready(pack):
            desk = Work.alone(folder / voice, shelf.find)
            desk.path("line.txt").write_text("Every morning Tomas climbs the stairs, and lights the lamp.")
            said = hear(speak(Text(desk.path("line.txt")), voice=voice, work=desk), desk).read()  # type: ignore[arg-type]
            soundfile.write(folder / f"{voice}.wav", said, RATE, "FLOAT")
            names.append(voice)
    return tuple(names)


def joins(quick: bool) -> dict[str, Any]:
    """The largest step and bend of the wave at any beginning or end of a sound, against those of the sounds themselves.

    Low tones cut off in full swing: a click would show as a step many times theirs.
    """
    rate, rng = Fraction(30), np.random.default_rng(2)
    count = 12 if quick else 60
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        t = np.arange(4 * RATE) / RATE
        for n, hertz in enumerate((97, 143, 211)):
            soundfile.write(folder / f"{n}.wav", 0.4 * np.sin(2 * np.pi * hertz * t + n), RATE, "FLOAT")
        at = [int(f) for f in rng.integers(0, count * 15, count)]
        laid = tuple(
            Sound(
                f"{n % 3}.wav",
                f,
                int(rng.integers(3, 90)),
                ("effects", "music", "speech")[n % 3],
                int(rng.integers(20)),
            )
            for n, f in enumerate(at)
        )
        shots = (Shot("x.png", "Image", count * 15 + 120),)
        save(Timeline(rate, shots, sounds=laid), folder / "cut.otio")
        made = hear(
            soundtrack(folder / "cut.otio", folder / "1.wav", work=Work.alone(folder / "w")), Work.alone(folder / "v")
        )
        sound = made.read()[:, 0].astype(np.float64)
    edges = {round(f * RATE / rate) for s in laid for f in (s.start, s.start + s.frames)}
    near = np.zeros(len(sound), bool)
    for edge in edges:
        near[max(0, edge - 400) : edge + 400] = True
    steps = [np.abs(np.diff(sound, by, prepend=[0.0] * by)) for by in (1, 2)]
    return {
        "joins": len(edges),
        "join_step": round(float(steps[0][near].max() / steps[0][~near].max()), 2),
        "join_bend_dbfs": round(20 * math.log10(float(steps[1][near].max())), 1),
    }


def pumping(quick: bool) -> dict[str, Any]:
    """How far music moves within a sentence and in pauses, in dB, and how fast."""
    from pipelines.assemble.mixing import ducking
    from pipelines.assemble.mixing.takes import listen
    from pipelines.sound.waves import keep

    rng = np.random.default_rng(5)
    moves, within = {}, 0.0
    for pause in (0.3, 0.8, 1.2, 2.0, 3.0, 6.0):
        words = np.concatenate([np.r_[np.ones(int(RATE * d)), np.zeros(int(RATE * g))]
                                for d, g in rng.uniform((0.15, 0.05), (0.5, 0.5), (9, 2))])  # fmt: skip
        line = np.r_[words, np.zeros(int(RATE * pause)), words] * rng.normal(0, 0.1)
        with tempfile.TemporaryDirectory() as name:
            wave = keep([np.repeat(line.astype(np.float32)[:, None], 2, 1)], Path(name, "line.f32"))
            take = listen(wave, Work.alone(Path(name, "w")))
        gain = -ducking.DEEP * ducking.depth(ducking.heard([(RATE, take, 0.0)]), len(line) + 3 * RATE)
        first, last = 101, 100 + len(words) // 480 - 60
        within = max(within, float(np.ptp(gain[first:last])))
        gap = gain[last : 100 + int((len(words) + pause * RATE) / 480)]
        moves[f"{pause:g}"] = round(float(gap.max() - gain[first:last].min()), 1)
    return {"music_moves_within_sentence_db": round(within, 2), "music_comes_up_in_pause_db": moves}


def drift(quick: bool) -> dict[str, Any]:
    """Frames by which a click is off its flash in the finished MP4, after ten minutes (20 s when quick)."""
    from pipelines.assemble.render import render

    rate = Fraction(24000, 1001)
    frames = round((20 if quick else 600) * rate)
    flashes = (0, frames // 2, frames - 24)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        soundfile.write(folder / "click.wav", np.r_[[0.9] * 3, [0.0] * 900], RATE)
        shots: list[Shot] = []
        for begin, end in zip(flashes, (*flashes[1:], frames), strict=True):
            shots += [Shot("", "Colour", 2, colour="#ffffff"), Shot("", "Colour", end - begin - 2, colour="#000000")]
        laid = tuple(Sound("click.wav", frame, 1) for frame in flashes)
        save(Timeline(rate, tuple(shots), sounds=laid), folder / "cut.otio")
        film = render(folder / "cut.otio", size="320x180", quality="draft", work=Work.alone(folder / "w"))  # type: ignore[arg-type]
        return {"drift_frames": round(float(max(map(abs, _off(film, flashes, rate)))), 4), "drift_over_s": frames // 24}


def _off(film: Path, flashes: tuple[int, ...], rate: Fraction) -> list[float]:
    """How many frames each click lies behind its flash, by the file's own clocks."""
    import av

    lit, before, found = [], 0.0, []
    with av.open(str(film)) as file:
        for frame in file.decode(video=0):
            light = float(frame.to_ndarray(format="gray")[::8, ::8].mean())
            if light > 128 >= before:
                lit.append(float(frame.time))
            before = light
    with av.open(str(film)) as file:
        parts = [(float(f.time), np.abs(f.to_ndarray()[0])) for f in file.decode(audio=0)]
    for flash, moment in zip(flashes, lit, strict=True):
        close = [(t + int(s.argmax()) / RATE, float(s.max())) for t, s in parts if abs(t - moment) < 0.3]
        heard = max(close, key=lambda each: each[1])[0]
        found += [(heard - 1 / RATE - moment) * float(rate), (moment - float(flash / rate)) * float(rate)]
    return found


def main() -> None:
    """All of it, as one line of JSON."""
    quick, begun = "--quick" in sys.argv[1:], time.perf_counter()
    found: dict[str, Any] = {}
    for measured in (levels, joins, pumping, drift):
        found |= measured(quick)
    print(json.dumps(found | {"seconds": round(time.perf_counter() - begun, 1)}))


if __name__ == "__main__":
    main()
