"""Insects, frogs and the beasts of a farm."""

from pathlib import Path

import numpy as np

from pipelines.effects.air import heard_all
from pipelines.effects.birds import glide, sparrow
from pipelines.effects.grains import coloured, moments, spread
from pipelines.effects.noise import FRAMES, band, hiss, slope, weighed
from pipelines.effects.stretches import RATE, SPAN, Stretch, together
from pipelines.effects.talk import Recorded
from pipelines.effects.weather import breeze
from studio.work import Work

_SECONDS = SPAN / RATE


def _stridulation(tone: float, pulses: int, pace: float, dice: np.random.Generator) -> np.ndarray:
    """One chirp of a cricket: a file drawn over a scraper, so many pulses of nearly pure tone `pace` times a second
    (Bennet-Clark 1989: Gryllus near 4.7 kHz, three to five pulses of 15 ms)."""
    parts = []
    for number in range(pulses):
        n = round(RATE * 0.62 / pace)
        t = np.arange(n) / n
        wave = np.sin(2 * np.pi * tone * (1 + 0.01 * (0.5 - t)) * np.arange(n) / RATE + dice.random())
        parts += [wave * np.sin(np.pi * t) ** 0.8 * (0.6 + 0.4 * number / pulses), np.zeros(round(RATE * 0.38 / pace))]
    return np.asarray(np.concatenate(parts), np.float32)


def crickets(s: Stretch, force: float) -> np.ndarray:
    """A summer night: field crickets that chirp each at a pace of its own, tree crickets that trill without end, the
    meadow's distant shimmer of all the others."""
    cast, dice = s.cast("crickets"), s.dice("crickets")
    near, far = (np.zeros((SPAN + RATE, 2), np.float32) for _ in range(2))
    for number in range(5 + round(9 * force)):
        tone, pulses = cast.uniform(3900, 5200), int(cast.integers(2, 5))
        gap, phase, pan, close = cast.uniform(0.36, 0.75), cast.random(), cast.uniform(-1, 1), cast.random() < 0.3
        chirp = _stridulation(tone, pulses, cast.uniform(28, 36), cast)
        awake = s.drift(f"cricket{number}", 21.0)
        beats = (
            np.arange(np.ceil((s.start - phase) / gap), np.ceil((s.start + _SECONDS - phase) / gap)) * gap
            + phase
            - s.start
        )
        for at in beats:
            if awake[min(len(awake) - 1, max(0, int(at * RATE / 1024)))] > 0.34:
                gain = 0.10 * (1 if close else 0.6) * dice.uniform(0.8, 1)
                spread(near if close else far, chirp, at + dice.normal(0, 0.008), gain, pan)
    t = s.times(FRAMES, 1024)
    trills = []
    for number in range(3):
        tone, pace = cast.uniform(2600, 3300), cast.uniform(4.2, 6.5)
        level = (0.3 + s.drift(f"tree cricket{number}", 12)[:FRAMES]) * (0.6 + 0.4 * np.sin(2 * np.pi * pace * t))
        trills.append((level, np.asarray(np.exp(-(((np.fft.rfftfreq(2048, 1 / RATE) - tone) / 45) ** 2)), np.float32)))
    shimmer = (0.5 + 0.5 * s.drift("shimmer", 3)[:FRAMES], band(3800, 6200, 3) * np.float32(0.09))
    floor = (0.5 + 0 * t, band(60, 400, 1) * slope(-5, 150) * np.float32(0.12))
    night = hiss(s, "trills", weighed(*trills, shimmer, floor)) * np.float32(0.09)
    return together(heard_all([(near, 0.15), (far, 0.6)], "open"), night)


def _croak(dice: np.random.Generator, tone: float, own: float) -> np.ndarray:
    """A marsh frog: a train of pulses, each ringing in the throat sac's two resonances, faster towards its end."""
    parts = []
    for number in range(int(dice.integers(9, 17))):
        n = round(RATE * (0.030 - 0.0009 * number) * own)
        t = np.arange(n) / RATE
        ring = np.exp(-t * 130) * (
            np.sin(2 * np.pi * tone * t)
            + 0.7 * np.sin(2 * np.pi * tone * 2.4 * t + 1) * np.exp(-t * 90)
            + 0.35 * np.sin(2 * np.pi * tone * 4.1 * t)
        )
        parts.append(ring * np.sin(np.pi * (number + 1) / 18) ** 0.5)
    return np.asarray(np.concatenate(parts) * 0.7, np.float32)


def frogs(s: Stretch, force: float) -> np.ndarray:
    """A pond by night: marsh frogs that set each other off, tree frogs that bark in pairs, a few crickets."""
    cast, dice = s.cast("frogs"), s.dice("frogs")
    near, far = (np.zeros((SPAN + 2 * RATE, 2), np.float32) for _ in range(2))
    together_now = s.drift("chorus", 9.0)
    for number in range(6 + round(8 * force)):
        tone, own, pan, close = (
            cast.uniform(480, 900),
            cast.uniform(0.8, 1.25),
            cast.uniform(-1, 1),
            cast.random() < 0.4,
        )
        high = number % 3 == 2
        for at in moments(dice, 0.8, _SECONDS):
            if dice.random() < 1.5 * (together_now[int(at * RATE / 1024)] - 0.22):
                call = (
                    glide([2300 * own, 2700 * own], 0.09, (1, 0.4, 0.2), (0, 0), (95, 0.8))
                    if high
                    else _croak(dice, tone, own)
                )
                for again in range(2 if high else 1):
                    spread(near if close else far, call, at + again * 0.22, 0.30 if not high else 0.12, pan)
    water = hiss(
        s, "pond", weighed((0.5 + 0.5 * s.drift("pond", 4)[:FRAMES], band(80, 500, 1) * slope(-4, 200)))
    ) * np.float32(0.012)
    return together(heard_all([(near, 0.1), (far, 0.55)], "open"), crickets(s, 0.05) * np.float32(0.35), water)


def recordings(folder: Path, work: Work) -> Recorded:
    """The calls recorded in the pack "animals", by beast: of one channel, 48 kHz, each cut out where it is silent for a
    quarter of a second, peak 1. Calls far softer than a beast's loudest are left out."""
    from pipelines.sound.hearing import pieces

    found: Recorded = {}
    for path in sorted(folder.glob("*.mp3")):
        mono = np.concatenate(list(pieces(path, work))).mean(axis=1)
        found[path.stem] = _calls(np.asarray(mono / (np.abs(mono).max() or 1.0), np.float32))
    return found


def _calls(mono: np.ndarray) -> list[np.ndarray]:
    """The single calls of a recording of peak 1."""
    step = RATE // 100
    level = np.sqrt(np.square(mono[: len(mono) // step * step].reshape(-1, step)).mean(axis=1))
    heard_at = np.flatnonzero(level > 0.035 * level.max())
    edges = np.flatnonzero(np.diff(heard_at) > 25)
    made = []
    for first, last in zip([0, *(edges + 1)], [*edges, len(heard_at) - 1], strict=True):
        wave = mono[max(0, (heard_at[first] - 3) * step) : (heard_at[last] + 12) * step]
        top = float(np.abs(wave).max())
        if top > 0.35 and len(wave) > RATE // 12:
            ends = np.minimum(1, np.minimum(np.arange(len(wave)) / 240, np.arange(len(wave))[::-1] / 2400))
            made.append(np.asarray(wave / top * ends, np.float32))
    return made


def hen(dice: np.random.Generator) -> np.ndarray:
    """A hen that clucks: short hooks of a rough voice, now and then a long one."""
    parts = []
    for _ in range(int(dice.integers(2, 7))):
        tone, long = dice.uniform(420, 620), dice.random() < 0.15
        wave = glide(
            [tone * 0.9, tone * 1.25, tone * 0.7],
            0.35 if long else 0.07,
            (0.7, 1, 0.8, 0.5, 0.3, 0.2),
            (70, 0.02),
            (0, 0),
            0.3,
            dice,
        )
        parts += [wave, np.zeros(round(RATE * dice.uniform(0.08, 0.35)), np.float32)]
    return np.concatenate(parts)


def farm(s: Stretch, force: float, beasts: Recorded) -> np.ndarray:
    """A farmyard: hens, sparrows, a light wind; cow, sheep, rooster, pig, duck and dog where recordings of them are
    here, each seldom and in another place."""
    dice = s.dice("farm")
    near, far = (np.zeros((SPAN * 2, 2), np.float32) for _ in range(2))
    for at in moments(dice, 0.35 + 0.4 * force, _SECONDS):
        spread(near if dice.random() < 0.4 else far, hen(dice), at, 0.16, dice.uniform(-0.9, 0.9))
    for at in moments(dice, 0.2, _SECONDS):
        spread(far, sparrow(dice, dice.uniform(0.95, 1.05)), at, 0.14, dice.uniform(-1, 1))
    names = [name for name in ("cow", "sheep", "rooster", "pig", "duck", "dog") if name in beasts]
    for at in moments(dice, (0.10 + 0.18 * force) if names else 0, _SECONDS):
        calls = beasts[names[dice.integers(0, len(names))]]
        wave = calls[dice.integers(0, len(calls))]
        turn = dice.uniform(0.94, 1.06)
        wave = np.interp(np.arange(0, len(wave) - 1, turn), np.arange(len(wave)), wave).astype(np.float32)
        spread(far if dice.random() < 0.65 else near, wave[: 7 * RATE], at, 0.45, dice.uniform(-0.9, 0.9))
    return together(
        heard_all([(near, 0.1), (coloured(far, 60, 9000, 1), 0.5)], "open"), breeze(s, 0.25) * np.float32(0.5)
    )
