"""Things that strike things: doors, steps, bells, glass, coins, keys, hands."""

from dataclasses import dataclass

import numpy as np

from pipelines.effects.grains import burst, ringing
from pipelines.effects.stretches import RATE

Dice = np.random.Generator


@dataclass(frozen=True)
class Take:
    """What one effect is asked for: its chance, how hard (0 to 1), how long (seconds) and how many, where said."""

    dice: Dice
    force: float = 0.5
    seconds: float | None = None
    count: int | None = None

    def many(self, usual: int, pace: float) -> int:
        """How many of something that comes every `pace` seconds."""
        if self.count is not None:
            return self.count
        return usual if self.seconds is None else max(1, int(self.seconds / pace))


def row(parts: list[tuple[float, np.ndarray]]) -> np.ndarray:
    """Sounds of one channel, each from its own second on."""
    out = np.zeros(max(round(at * RATE) + len(wave) for at, wave in parts), np.float32)
    for at, wave in parts:
        low = max(0, round(at * RATE))
        out[low : low + len(wave)] += wave
    return out


def laid(*waves: np.ndarray) -> np.ndarray:
    """Sounds of one channel, all from the beginning."""
    return row([(0.0, wave) for wave in waves])


def body(dice: Dice, low: float, high: float, count: int, fall: tuple[float, float], seconds: float) -> np.ndarray:
    """A struck body of so many modes between two frequencies; higher ones die sooner. Peak near 1."""
    tones = np.sort(np.exp(dice.uniform(np.log(low), np.log(high), count)))
    falls = np.interp(np.log(tones), [np.log(low), np.log(high)], fall) * dice.uniform(0.8, 1.25, count)
    wave = ringing(tones, falls, dice.uniform(0.3, 1, count) * (low / tones) ** 0.35, seconds)
    return np.asarray(wave / (np.abs(wave).max() + 1e-9), np.float32)


def click(take: Take) -> np.ndarray:
    """A small switch."""
    d = take.dice
    one = laid(burst(d, 0.006, 1800, 12000, 0.0001), body(d, 900, 5200, 6, (160, 500), 0.04) * np.float32(0.5))
    return row([(0.0, one), (0.055, one * np.float32(0.35))])


def pop(take: Take) -> np.ndarray:
    """A cork, lips, a bubble: a hollow that opens."""
    d = take.dice
    n = round(0.09 * RATE)
    t = np.arange(n) / RATE
    tone = np.interp(t, [0, 0.03, 0.09], [d.uniform(380, 480), 820, 1050])
    hollow = np.sin(2 * np.pi * np.cumsum(tone) / RATE) * np.exp(-t * 48) * np.minimum(1, t / 0.001)
    return laid(hollow.astype(np.float32), burst(d, 0.012, 500, 5000, 0.0002) * np.float32(0.4))


# Partials of a bell by its hum: hum, prime, tierce, quint, nominal and those above (Fletcher & Rossing 1998).
_BELL = np.array([0.5, 1.0, 1.2, 1.5, 2.0, 2.5, 2.67, 3.0, 4.0, 5.33])


def bell(take: Take) -> np.ndarray:
    """A church bell: the partials of a minor-third bell, each doubled and beating, the clapper's stroke."""
    d = take.dice
    prime = d.uniform(240, 380) * (1.25 - 0.5 * take.force)
    tones = np.concatenate([prime * _BELL, prime * _BELL * (1 + d.uniform(0.0006, 0.0022, 10))])
    falls = np.tile(np.array([0.28, 0.55, 0.6, 0.9, 1.1, 1.6, 1.8, 2.1, 3.0, 4.5]), 2) * (prime / 300) ** 0.5
    gains = np.tile(np.array([0.5, 0.8, 0.75, 0.35, 1.0, 0.3, 0.35, 0.4, 0.35, 0.25]), 2)
    one = laid(ringing(tones, falls, gains, 7.0), body(d, 1800, 7000, 14, (25, 90), 0.3) * np.float32(1.2))
    return row([(1.9 * k, one * np.float32(d.uniform(0.85, 1))) for k in range(take.many(1, 1.9))])


def ding(take: Take) -> np.ndarray:
    """A desk bell: a small steel cup, its modes far apart, ringing long."""
    d = take.dice
    tone = d.uniform(1850, 2350)
    tones = tone * np.array([1, 1.003, 2.76, 2.77, 5.4, 8.9])
    one = ringing(tones, np.array([2.2, 2.6, 5, 5.5, 11, 20.0]), np.array([1, 0.8, 0.5, 0.4, 0.25, 0.12]), 2.6)
    return row([(0.24 * k, laid(one, burst(d, 0.003, 3000, 14000, 0.0001))) for k in range(take.many(1, 0.24))])


def wood(d: Dice, hard: float, seconds: float = 0.22) -> np.ndarray:
    """A knock on a plank: modes of a bar with wood's quick fall, and the fist's own thud."""
    plank = body(d, 120, 1500, 9, (30, 130), seconds)
    return laid(
        plank * np.float32(0.8),
        burst(d, 0.03, 70, 320 + 500 * hard, 0.001) * np.float32(0.9),
        burst(d, 0.004, 900, 5000, 0.0002) * np.float32(0.25 * hard + 0.05),
    )


def knock(take: Take) -> np.ndarray:
    """Knuckles on a door."""
    plank = Take(np.random.default_rng(take.dice.integers(0, 2**31)), take.force).dice
    door = plank.integers(0, 2**31)
    hits = [
        wood(np.random.default_rng(door), take.force) * np.float32(take.dice.uniform(0.75, 1))
        for _ in range(take.many(3, 0.26))
    ]
    return row([(0.26 * k + take.dice.normal(0, 0.012) * (k > 0), wave) for k, wave in enumerate(hits)])


def door_slam(take: Take) -> np.ndarray:
    """A door thrown shut: air, leaf and frame, the latch, the room's walls shaking after."""
    d = take.dice
    air = burst(d, 0.18, 40, 300, 0.12) * np.float32(0.22)
    bang = laid(
        body(d, 60, 900, 16, (9, 55), 0.7),
        burst(d, 0.08, 45, 1600, 0.0008) * np.float32(1.3),
        burst(d, 0.02, 1000, 7000) * np.float32(0.4),
    )
    return row(
        [
            (0.0, air),
            (0.16, bang),
            (0.185, body(d, 700, 4200, 8, (60, 160), 0.12) * np.float32(0.35)),
            (0.26, bang * np.float32(0.1)),
        ]
    )


def creak(d: Dice, seconds: float, low: float, high: float) -> np.ndarray:
    """A hinge: it sticks and slips, each slip a click into the door's modes, faster as the door moves faster
    (stick-slip friction; Farnell 2010, 'Creaking door')."""
    parts, at = [], 0.0
    tones = np.random.default_rng(d.integers(0, 2**31))
    slip = body(tones, 420, 3800, 12, (70, 260), 0.06)
    while at < seconds:
        share = at / seconds
        pace = low + (high - low) * np.sin(np.pi * share) ** 2 * (0.5 + d.random())
        parts.append((at, slip * np.float32(d.uniform(0.5, 1) * np.sin(np.pi * min(1, share + 0.06)) ** 0.5)))
        at += 1 / pace * d.uniform(0.55, 1.5)
    return row(parts)


def door_open(take: Take) -> np.ndarray:
    """The latch, then the hinges."""
    d = take.dice
    latch = laid(body(d, 800, 5000, 9, (70, 240), 0.1), burst(d, 0.006, 1200, 9000, 0.0002) * np.float32(0.7))
    hinge = creak(d, take.seconds or d.uniform(1.0, 1.6), 7, 46) * np.float32(0.5)
    return row([(0.0, latch * np.float32(0.6)), (0.11, latch * np.float32(0.9)), (0.32, hinge)])


def door_close(take: Take) -> np.ndarray:
    """The hinges, the leaf in its frame, the latch."""
    d = take.dice
    hinge = creak(d, 0.5, 8, 30) * np.float32(0.22)
    shut = laid(body(d, 90, 800, 10, (22, 90), 0.3), burst(d, 0.05, 60, 700) * np.float32(0.8)) * np.float32(0.7)
    latch = laid(body(d, 800, 5000, 9, (70, 240), 0.1), burst(d, 0.006, 1200, 9000, 0.0002)) * np.float32(0.45)
    return row([(0.0, hinge), (0.55, shut), (0.60, latch)])


def glass_clink(take: Take) -> np.ndarray:
    """Two glasses: each rings by the modes of its rim, 2, 3, 4 … waves around (French 1983)."""
    d = take.dice
    parts = []
    for tone in (d.uniform(1500, 2100), d.uniform(1700, 2500)):
        parts.append(
            ringing(
                tone * np.array([1, 1.004, 2.32, 4.25, 6.63, 9.4]),
                np.array([4, 4.6, 6, 9, 14, 25.0]),
                np.array([0.8, 0.5, 1, 0.6, 0.35, 0.2]),
                1.6,
            )
        )
    return laid(parts[0], parts[1] * np.float32(0.7), burst(d, 0.003, 4000, 16000, 0.0001) * np.float32(1.4))


def glass_break(take: Take) -> np.ndarray:
    """A pane that breaks: the crack, then shards that fall and ring, each by itself."""
    d = take.dice
    parts = [
        (0.0, burst(d, 0.05, 1200, 16000, 0.0002) * np.float32(1.2)),
        (0.0, burst(d, 0.03, 150, 1500) * np.float32(0.5)),
    ]
    for at in np.concatenate([d.exponential(0.09, 30), 0.3 + d.gamma(2, 0.14, 45)]):
        tone = np.exp(d.uniform(np.log(2200), np.log(9500)))
        shard = ringing(tone * np.array([1, 1.9, 3.1]), d.uniform(18, 90, 3), np.array([1, 0.6, 0.3]), 0.22)
        parts.append((at, shard * np.float32(0.4 * d.random() ** 2)))
    return row(parts)


def coin(take: Take) -> np.ndarray:
    """A coin on a table: it bounces ever faster, then spins down."""
    d = take.dice
    tones = d.uniform(4200, 5600) * np.array([1, 1.42, 1.9, 2.6, 3.3])
    gaps = 0.17 * 0.78 ** np.arange(22)
    parts = []
    for k, at in enumerate(np.concatenate([[0], gaps.cumsum()])):
        ring = ringing(tones * d.uniform(0.995, 1.005), np.array([14, 18, 26, 40, 60.0]), d.uniform(0.3, 1, 5), 0.35)
        parts.append(
            (float(at), laid(ring, burst(d, 0.004, 800, 6000, 0.0002) * np.float32(0.6)) * np.float32(0.86**k))
        )
    return row(parts)
