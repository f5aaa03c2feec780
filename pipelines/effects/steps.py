"""Steps on all kinds of ground, and what falls into water."""

import numpy as np

from pipelines.effects.grains import bubble, burst, coloured, spread
from pipelines.effects.stretches import RATE
from pipelines.effects.strikes import Dice, Take, laid, row, wood


def _step(d: Dice, ground: str, force: float) -> np.ndarray:
    """One step: heel, then sole. On gravel and snow a shower of grains (PhISEM; Cook 1997), on wood a plank, on stone
    hardly more than the shoe."""
    if ground in ("gravel", "snow", "leaves"):
        count, long = {"gravel": (260, 0.26), "snow": (420, 0.32), "leaves": (150, 0.32)}[ground]
        low, high = {"gravel": (1100, 8000), "snow": (700, 4200), "leaves": (1800, 9000)}[ground]
        press = np.concatenate([d.normal(0.16, 0.07, count // 3), d.normal(0.56, 0.16, count - count // 3)])
        out = np.zeros((round((long + 0.1) * RATE), 2), np.float32)
        grains = [burst(d, d.uniform(0.003, 0.016), low * d.uniform(0.6, 1.6), high, 0.0012) for _ in range(16)]
        for at in np.clip(press, 0.01, 1):
            spread(out, grains[d.integers(0, 16)], at * long, float(min(1.0, d.pareto(2.2) * 0.25 + 0.08)))
        wave = out.mean(axis=1)
        if ground == "snow":  # it also squeaks, as crystals shear
            squeak = coloured(d.standard_normal(len(wave)), 350, 1100) * np.hanning(len(wave)) ** 2
            wave = wave + squeak * 0.15 * np.abs(wave).max()
        thud = burst(d, 0.07, 50, 180, 0.012) * np.float32(0.22 * np.abs(wave).max())
        wave[960 : 960 + len(thud)] += thud
        return np.asarray(wave / np.abs(wave).max(), np.float32)
    if ground == "wood":
        heel, sole = wood(d, 0.5 + 0.5 * force, 0.2), wood(d, 0.1, 0.15) * np.float32(0.35)
        return row([(0.0, heel), (0.085 + 0.03 * d.random(), sole)])
    if ground == "water":
        return splash(Take(d, 0.15))[: round(0.5 * RATE)]
    if ground == "grass":
        soft = burst(d, 0.14, 60, 220, 0.022) + np.pad(burst(d, 0.10, 1500, 7000, 0.035) * np.float32(0.35), (0, 1920))
        return soft
    heel = laid(burst(d, 0.012, 500, 6000, 0.0002), burst(d, 0.035, 70, 420, 0.001) * np.float32(0.7))
    scrape = burst(d, 0.07, 1500, 8000, 0.02) * np.float32(0.16)
    return row([(0.0, heel), (0.09, burst(d, 0.015, 300, 3500, 0.001) * np.float32(0.35)), (0.10, scrape)])


def steps(ground: str, take: Take) -> np.ndarray:
    """Somebody who walks, each step a little unlike the one before, left and right foot apart."""
    pace = 0.60 - 0.22 * take.force
    parts = []
    for k in range(take.many(6, pace)):
        gain = (1.0 if k % 2 else 0.88) * take.dice.uniform(0.8, 1)
        parts.append(
            (k * pace + take.dice.normal(0, 0.013) * (k > 0), _step(take.dice, ground, take.force) * np.float32(gain))
        )
    return row(parts)


def splash(take: Take) -> np.ndarray:
    """Something falls into water: the slap, the crown that sprays, the hollow that closes with a deep note, then drops
    and bubbles (Franz 1959; van den Doel 2005)."""
    d, force = take.dice, take.force
    parts = [(0.0, burst(d, 0.06 + 0.12 * force, 250, 6000, 0.002) * np.float32(0.9))]
    spray = coloured(d.standard_normal(round((0.5 + force) * RATE)), 1200, 9000)
    t = np.arange(len(spray)) / RATE
    parts.append(
        (0.03, (spray * np.minimum(1, t / 0.06) * np.exp(-t / (0.10 + 0.16 * force)) * 0.35).astype(np.float32))
    )
    parts.append((0.09 + 0.08 * force, bubble(6 + 12 * force, 0.25) * np.float32(0.9)))
    for at in d.gamma(1.7, 0.16 + 0.12 * force, 30 + round(70 * force)):
        parts.append(
            (0.08 + at, bubble(float(d.uniform(0.8, 5)), float(d.uniform(0, 0.5))) * np.float32(0.22 * d.random()))
        )
    return row(parts)


def drop(take: Take) -> np.ndarray:
    """One drop into still water: a tick, and the bubble that rings."""
    d = take.dice
    size = d.uniform(1.5, 3.2)
    one = row(
        [
            (0.0, burst(d, 0.003, 2500, 12000, 0.0001) * np.float32(0.25)),
            (0.02, bubble(size, 0.5, 0.12)),
            (0.09, bubble(size * 0.7, 0.4) * np.float32(0.3)),
        ]
    )
    return row([(0.7 * k * d.uniform(0.9, 1.1), one) for k in range(take.many(1, 0.7))])
