"""What stands on a desk or hangs over it: keys, a typewriter, a clock."""

import numpy as np

from pipelines.effects.grains import burst
from pipelines.effects.strikes import Take, body, ding, laid, row, wood


def keyboard(take: Take) -> np.ndarray:
    """Fingers on a keyboard, in words with short rests."""
    d = take.dice
    parts, at = [], 0.0
    for _ in range(take.many(18, 0.14)):
        down = laid(
            burst(d, 0.010, d.uniform(900, 1700), 7500, 0.0002),
            body(d, 300, 2600, 6, (150, 420), 0.03) * np.float32(0.6),
        )
        parts += [(at, down * np.float32(d.uniform(0.6, 1))), (at + d.uniform(0.06, 0.09), down * np.float32(0.22))]
        at += d.gamma(6, 0.021) + (0.28 if d.random() < 0.14 else 0)
    return row(parts)


def typewriter(take: Take) -> np.ndarray:
    """A typewriter: type on paper on rubber, and at the end its bell and the carriage."""
    d = take.dice
    parts, at = [], 0.0
    machine = d.integers(0, 2**31)
    for _ in range(take.many(16, 0.15)):
        frame = body(np.random.default_rng(machine), 350, 5200, 14, (45, 190), 0.14)
        hit = laid(
            burst(d, 0.014, 700, 8000, 0.0002) * np.float32(1.1),
            frame * np.float32(0.55),
            burst(d, 0.03, 90, 420) * np.float32(0.5),
        )
        parts += [
            (at, hit * np.float32(d.uniform(0.7, 1))),
            (at + 0.055, burst(d, 0.006, 1500, 7000) * np.float32(0.22)),
        ]
        at += d.gamma(7, 0.021) + (0.22 if d.random() < 0.12 else 0)
    if take.count is None and take.seconds is None:
        parts.append((at + 0.1, ding(Take(d)) * np.float32(0.35)))
        parts += [(at + 0.45 + 0.014 * k, burst(d, 0.006, 900, 6000) * np.float32(0.35)) for k in range(38)]
        parts.append((at + 1.0, wood(d, 0.8) * np.float32(0.7)))
    return row(parts)


def clock(take: Take) -> np.ndarray:
    """A wall clock: tick and tock, the escapement's two sides, a second apart."""
    made = []
    case = take.dice.integers(0, 2**31)
    for k in range(take.many(6, 1.0)):
        d = np.random.default_rng([int(case), k % 2])
        hit = laid(
            burst(d, 0.004, 1500, 9000, 0.0001),
            body(d, 700 if k % 2 else 900, 5000, 10, (60, 240), 0.12) * np.float32(0.7),
        )
        made += [(float(k), hit * np.float32(1 - 0.15 * (k % 2))), (k + 0.028, hit * np.float32(0.3))]
    return row(made)
