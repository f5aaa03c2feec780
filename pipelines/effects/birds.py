"""Birds that sing by their kind: syllables of gliding tone, put together as each kind puts them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pipelines.effects.air import heard_all
from pipelines.effects.grains import spread
from pipelines.effects.noise import FRAMES, band, hiss, slope, weighed
from pipelines.effects.stretches import RATE, SPAN, Stretch, together
from pipelines.effects.weather import breeze, leaves

Dice = np.random.Generator


def glide(
    tones: list[float],
    seconds: float,
    harmonics: tuple[float, ...] = (1.0,),
    wobble: tuple[float, float] = (0, 0),
    flutter: tuple[float, float] = (0, 0),
    breath: float = 0.0,
    dice: Dice | None = None,
) -> np.ndarray:
    """One syllable: a tone that glides through `tones` (Hz), with overtones, a wobble (times a second, share of the
    tone) and a flutter of its level (times a second, depth): the source of a bird's syrinx is near a sine whose pitch
    and level are what it sings with (Smyth & Smith 2002; Farnell 2010, 'Birds')."""
    n = max(64, round(seconds * RATE))
    t = np.linspace(0, 1, n)
    path = np.interp(t, np.linspace(0, 1, len(tones)), tones)
    if len(tones) > 2:  # rounded corners: a throat has no edges
        size = max(3, n // (4 * len(tones)))
        path = np.convolve(
            np.pad(path, size, "edge"), np.hanning(2 * size + 1) / np.hanning(2 * size + 1).sum(), "same"
        )[size:-size]
    at = np.arange(n) / RATE
    path = path * (1 + wobble[1] * np.sin(2 * np.pi * wobble[0] * at))
    turns = 2 * np.pi * np.cumsum(path) / RATE
    wave = sum(gain * np.sin((k + 1) * turns) * (path * (k + 1) < 20000) for k, gain in enumerate(harmonics))
    wave = wave * (1 - flutter[1] * (0.5 + 0.5 * np.sin(2 * np.pi * flutter[0] * at)))
    if breath and dice is not None:
        wave = wave * (1 - breath) + breath * np.sin(turns + np.cumsum(dice.standard_normal(n)) * 0.07)
    edge = np.minimum(1, np.minimum(t / 0.18, (1 - t) / 0.25)) ** 1.3
    return np.asarray(wave * edge / sum(harmonics), np.float32)


def _phrase(parts: list[tuple[float, np.ndarray]]) -> np.ndarray:
    """Syllables after one another, each after so many seconds of rest."""
    made = []
    for rest, wave in parts:
        made += [np.zeros(round(rest * RATE), np.float32), wave]
    return np.concatenate(made)


def blackbird(dice: Dice, own: float) -> np.ndarray:
    """Turdus merula: three to five slow fluting notes between 1.5 and 2.9 kHz, then a soft high twitter."""
    parts = []
    for _ in range(dice.integers(3, 6)):
        tone = dice.uniform(1500, 2700) * own
        bend = [tone, tone * dice.uniform(0.82, 1.22), tone * dice.uniform(0.85, 1.18)]
        parts.append((dice.uniform(0.03, 0.1), glide(bend, dice.uniform(0.12, 0.34), (1, 0.07), (0, 0))))
    for _ in range(dice.integers(3, 8)):
        tone = dice.uniform(3800, 6500)
        parts.append((0.02, glide([tone, tone * dice.uniform(0.6, 1.5)], dice.uniform(0.03, 0.07)) * np.float32(0.22)))
    return _phrase(parts)


def robin(dice: Dice, own: float) -> np.ndarray:
    """Erithacus rubecula: silver, high and uneven, from long thin notes into a run that falls."""
    parts = []
    for _ in range(dice.integers(2, 4)):
        tone = dice.uniform(4200, 7200) * own
        parts.append(
            (dice.uniform(0.02, 0.09), glide([tone, tone * dice.uniform(0.9, 1.1)], dice.uniform(0.12, 0.3), (1, 0.04)))
        )
    tone = dice.uniform(4500, 6200) * own
    for k in range(dice.integers(5, 11)):
        low = tone * (0.94**k)
        parts.append((0.012, glide([low * 1.2, low * 0.8, low], dice.uniform(0.05, 0.11), (1, 0.05))))
    return _phrase(parts)


def great_tit(dice: Dice, own: float) -> np.ndarray:
    """Parus major: two notes, high and low, sawn four to eight times: tea-cher, tea-cher."""
    high, low = 4700 * own, 3500 * own
    note = [(0.055, glide([high * 1.03, high], 0.11, (1, 0.1))), (0.035, glide([low, low * 0.98], 0.15, (1, 0.1)))]
    return _phrase(note * int(dice.integers(4, 8)))


def chiffchaff(dice: Dice, own: float) -> np.ndarray:
    """Phylloscopus collybita: its name on two or three pitches, evenly, as if counting money."""
    parts = []
    for _ in range(dice.integers(6, 13)):
        tone = (dice.choice([3900, 4300, 5000])) * own
        parts.append((0.14 + 0.03 * dice.random(), glide([tone * 1.45, tone, tone * 0.97], 0.10, (1, 0.06))))
    return _phrase(parts)


def wren(dice: Dice, own: float) -> np.ndarray:
    """Troglodytes troglodytes: very loud for its size, a rush of runs with a trill in the middle."""
    parts = []
    for _ in range(dice.integers(3, 6)):
        tone, step = dice.uniform(3800, 6300) * own, dice.uniform(0.05, 0.12)
        note = glide([tone * dice.uniform(0.8, 1.3), tone, tone * dice.uniform(0.75, 1.2)], step * 0.75, (1, 0.05))
        parts += [(step * 0.25, note)] * int(dice.integers(3, 9))
    trill = glide([5200 * own, 4000 * own], 0.026, (1, 0.05))
    parts[len(parts) // 2 : len(parts) // 2] = [(0.010, trill)] * int(dice.integers(14, 28))
    return _phrase(parts)


def chaffinch(dice: Dice, own: float) -> np.ndarray:
    """Fringilla coelebs: runs down in three steps, faster and faster, and ends in a flourish."""
    parts = []
    for tone, count, gap in ((5200, 4, 0.10), (4300, 5, 0.075), (3500, 5, 0.055)):
        note = glide([tone * 1.25 * own, tone * 0.85 * own], gap * 0.7, (1, 0.08))
        parts += [(gap * 0.3, note)] * count
    parts.append((0.02, glide([2600 * own, 4800 * own, 3900 * own, 2700 * own], 0.24, (1, 0.1))))
    return _phrase(parts)


def sparrow(dice: Dice, own: float) -> np.ndarray:
    """Passer domesticus: plain chirps, each a hook up and down, in no order."""
    parts = []
    for _ in range(dice.integers(3, 10)):
        tone = dice.uniform(2700, 3700) * own
        parts.append(
            (
                dice.uniform(0.08, 0.35),
                glide([tone * 0.85, tone * 1.35, tone * 0.9], dice.uniform(0.05, 0.11), (1, 0.35, 0.12)),
            )
        )
    return _phrase(parts)


def pigeon(dice: Dice, own: float) -> np.ndarray:
    """Columba palumbus: five hoarse coos, the second held: coo-COO-coo, coo-coo."""
    parts, tone = [], 440 * own
    for _ in range(dice.integers(2, 4)):
        for long, rest, up in (
            (0.28, 0.25, 1.0),
            (0.62, 0.07, 1.10),
            (0.42, 0.07, 1.0),
            (0.24, 0.16, 1.06),
            (0.3, 0.07, 0.97),
        ):
            parts.append(
                (
                    rest,
                    glide(
                        [tone * up * 0.96, tone * up, tone * up * 0.95],
                        long,
                        (1, 0.22, 0.06),
                        (26, 0.012),
                        (0, 0),
                        0.5,
                        dice,
                    ),
                )
            )
    return _phrase(parts)


def cuckoo(dice: Dice, own: float) -> np.ndarray:
    """Cuculus canorus: a falling third, about 650 to 520 Hz."""
    note = [
        (0.75, glide([655 * own, 650 * own, 620 * own], 0.17, (1, 0.12))),
        (0.10, glide([525 * own, 520 * own], 0.32, (1, 0.12))),
    ]
    return _phrase(note * int(dice.integers(3, 7)))


def gull(dice: Dice, own: float) -> np.ndarray:
    """Larus argentatus: hoarse cries, each breaking upwards and falling, slow ones first, then a laughing run."""
    parts, tone = [], dice.uniform(600, 680) * own
    long = dice.random() < 0.45
    cries = [(0.34, 0.13)] * int(dice.integers(1, 4)) + [(0.18, 0.09)] * (int(dice.integers(3, 9)) if long else 0)
    for number, (seconds, rest) in enumerate(cries):
        top = tone * dice.uniform(1.35, 1.5) * (1 - 0.012 * number)
        voice = (0.12, 0.4, 0.35, 0.8, 0.5, 0.22, 0.12)
        path = [tone * 0.87, top, top * 0.96, tone * 1.05, tone * 0.78]
        wobble, flutter = (dice.uniform(28, 40), 0.012), (dice.uniform(68, 85), 0.5)
        parts.append(
            (
                rest * dice.uniform(0.8, 1.4),
                glide(path, seconds * dice.uniform(0.8, 1.2), voice, wobble, flutter, 0.25, dice),
            )
        )
    return _phrase(parts)


def owl(dice: Dice, own: float) -> np.ndarray:
    """Strix aluco, the male's song: one long hoot, a pause, a short one, then one that trembles, near 800 Hz."""
    tone = 790 * own
    voice = (1, 0.10, 0.05)
    return _phrase(
        [
            (0.0, glide([tone * 0.93, tone, tone, tone * 0.9], 0.75, voice, (0, 0), (0, 0), 0.25, dice)),
            (1.9 + 0.8 * dice.random(), glide([tone * 0.9, tone * 0.95], 0.13, voice, (0, 0), (0, 0), 0.3, dice)),
            (
                0.28,
                glide(
                    [tone * 0.9, tone, tone * 1.02, tone, tone * 0.86], 1.35, voice, (12, 0.008), (12, 0.4), 0.25, dice
                ),
            ),
        ]
    )


Singer = Callable[[Dice, float], np.ndarray]


@dataclass(frozen=True)
class Perch:
    """A bird in its place: what it sings, how often (seconds from song to song), where and how far, its own pitch."""

    sings: Singer
    every: float
    pan: float
    distance: float
    own: float
    loud: float = 1.0


def _choir(
    s: Stretch, name: str, kinds: list[tuple[Singer, int, float, float]], room: str, liveliness: float
) -> np.ndarray:
    """Birds around the listener: (kind, how many, seconds between songs, level). Near ones are clear, far ones soft in
    the wood's echo. A bird sings for a while, then listens."""
    cast, dice = s.cast(name), s.dice(name)
    out = {far: np.zeros((SPAN + 6 * RATE, 2), np.float32) for far in (0.15, 0.5, 0.85)}
    number = 0
    for sings, count, every, loud in kinds:
        for _ in range(count):
            number += 1
            far = float(cast.choice([0.15, 0.5, 0.5, 0.85]))
            perch = Perch(
                sings, every * cast.uniform(0.8, 1.3), cast.uniform(-0.95, 0.95), far, cast.uniform(0.92, 1.08), loud
            )
            awake = s.drift(f"{name}{number}", 38.0)
            at = dice.uniform(0, perch.every)
            while at < SPAN / RATE:
                if awake[min(len(awake) - 1, int(at * RATE / 1024))] > 0.62 - 0.34 * liveliness:
                    spread(out[far], sings(dice, perch.own), at, 0.30 * loud * dice.uniform(0.7, 1), perch.pan)
                at += perch.every * dice.uniform(0.65, 1.45) / (0.6 + 0.8 * liveliness)
    return heard_all([(sound, far) for far, sound in out.items()], room)


def dawn_chorus(s: Stretch, force: float) -> np.ndarray:
    """Many kinds at once, near and far, as on a morning in May at the edge of a wood."""
    kinds = [
        (blackbird, 3, 5.5, 1.0),
        (robin, 3, 6.0, 0.6),
        (great_tit, 1, 7.0, 0.5),
        (chaffinch, 2, 9.0, 0.55),
        (wren, 1, 12.0, 0.55),
        (chiffchaff, 1, 9.0, 0.45),
        (pigeon, 1, 16.0, 0.6),
        (sparrow, 2, 6.0, 0.35),
    ]
    return together(_choir(s, "dawn", kinds, "wood", 0.45 + 0.55 * force), breeze(s, 0.1) * np.float32(0.25))


def forest(s: Stretch, force: float) -> np.ndarray:
    """A wood by day: a few birds with long rests between them, leaves in a light wind."""
    kinds = [
        (blackbird, 1, 10.0, 0.8),
        (robin, 1, 9.0, 0.5),
        (chiffchaff, 1, 14.0, 0.4),
        (great_tit, 1, 15.0, 0.4),
        (pigeon, 1, 22.0, 0.6),
        (cuckoo, 1, 30.0, 0.5),
        (chaffinch, 1, 14.0, 0.45),
    ]
    return together(_choir(s, "forest", kinds, "wood", 0.25 + 0.6 * force), leaves(s, 0.12) * np.float32(0.5))


def seagulls(s: Stretch, force: float) -> np.ndarray:
    """Gulls over a harbour."""
    return together(
        _choir(s, "gulls", [(gull, 4, 7.5, 0.8)], "open", 0.35 + 0.65 * force), breeze(s, 0.2) * np.float32(0.3)
    )


def owl_at_night(s: Stretch, force: float) -> np.ndarray:
    """A night in a wood: an owl and another that answers from afar, hardly any wind."""
    hum = hiss(s, "dark", weighed((0.6 + 0.5 * s.drift("dark", 9)[:FRAMES], band(50, 300, 1) * slope(-4, 120))))
    return together(_choir(s, "owls", [(owl, 2, 15.0, 0.9)], "valley", 0.5 + 0.5 * force), hum * np.float32(0.02))
