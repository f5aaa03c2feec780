"""Machines that speak up, paper, hearts, wings, and the calls of single beasts."""

import numpy as np

from pipelines.effects import birds, people
from pipelines.effects.grains import burst, coloured, ringing, spread
from pipelines.effects.stretches import RATE
from pipelines.effects.strikes import Take, body, ding, laid, row
from pipelines.effects.traffic import horn, passing


def _edges(wave: np.ndarray, come: float, go: float) -> np.ndarray:
    t = np.arange(len(wave)) / RATE
    shape = np.clip(np.minimum(t / come, (t[-1] - t) / go), 0, 1)
    return np.asarray(wave * (shape if wave.ndim == 1 else shape[:, None]), np.float32)


def shutter(take: Take) -> np.ndarray:
    """A reflex camera: the mirror up, the curtain, the mirror down."""
    d = take.dice
    parts = []
    for at, gain in ((0.0, 0.7), (0.045, 0.5), (0.085, 1.0), (0.13, 0.35)):
        hit = laid(burst(d, 0.010, 1500, 11000, 0.0002), body(d, 500, 4200, 9, (110, 330), 0.05) * np.float32(0.6))
        parts.append((at, hit * np.float32(gain)))
    one = row(parts)
    return row([(0.42 * k, one) for k in range(take.many(1, 0.42))])


def camera_whirr(take: Take) -> np.ndarray:
    """A film camera or a winding motor: teeth on a claw, 24 a second, and the gear's hum."""
    d = take.dice
    long = take.seconds or 2.5
    t = np.arange(round(long * RATE)) / RATE
    teeth = [
        (k / 24 + d.normal(0, 0.0006), burst(d, 0.012, 1100, 7000, 0.0004) * np.float32(d.uniform(0.6, 1)))
        for k in range(1, int(long * 24))
    ]
    gear = sum(np.sin(2 * np.pi * 118 * h * t * (1 + 0.002 * np.sin(9 * t))) / h for h in (1, 2, 3, 5)) * 0.02
    whirr = coloured(d.standard_normal(len(t)), 700, 5000) * 0.035 * (1 + 0.5 * np.sin(2 * np.pi * 24 * t))
    return laid(row(teeth), _edges(gear + whirr, 0.15, 0.2))


def page(take: Take) -> np.ndarray:
    """A page that is turned: it lifts, sweeps through the air and lies down, crackling in its folds."""
    return np.concatenate([_paper(take, 0.55, 1.0), np.zeros(round(0.05 * RATE), np.float32)])


def paper(take: Take) -> np.ndarray:
    """Paper crumpled or handled: folds that snap, louder ones seldom (Houle & Sethna 1996)."""
    return _paper(take, take.seconds or 1.2, 2.2)


def _paper(take: Take, long: float, busy: float) -> np.ndarray:
    d = take.dice
    n = round(long * RATE)
    x = np.linspace(0, 1, n)
    hand = np.interp(x, np.linspace(0, 1, 12), d.uniform(0.15, 1, 12)) * np.sin(np.pi * x) ** 0.6
    out = coloured(d.standard_normal(n), 1300, 7500) * hand * 0.018
    wide = np.zeros((n + 2400, 2), np.float32)
    for at in d.random(round(170 * busy * long)):
        snap = burst(d, d.uniform(0.001, 0.006), d.uniform(900, 3500), 14000, 0.0001)
        loud = min(1.5, 0.06 * d.pareto(1.05) + 0.02) * float(np.interp(at, x[::480], hand[::480]))
        spread(wide, snap, at * long, loud)
    return np.asarray(out + wide[:n].mean(axis=1), np.float32)


def heartbeat(take: Take) -> np.ndarray:
    """Lub and dub, as through a stethoscope; faster the harder."""
    d = take.dice
    gap = 60 / (58 + 62 * take.force)
    made = []
    for k in range(take.many(5, gap)):
        for at, tone, gain in ((0.0, 46, 1.0), (0.30 * gap**0.5, 62, 0.7)):
            t = np.arange(round(0.16 * RATE)) / RATE
            beat = (
                np.sin(2 * np.pi * np.cumsum(tone * (1 + 0.7 * np.exp(-t * 60))) / RATE)
                * np.exp(-t * 26)
                * np.minimum(1, t / 0.006)
            )
            made.append(
                (
                    k * gap + at,
                    (beat * gain).astype(np.float32)
                    + burst(d, 0.16, 40, 170, 0.006)[: len(t)] * np.float32(0.35 * gain),
                )
            )
    return row(made)


def car_pass(take: Take) -> np.ndarray:
    """A car that goes by."""
    made, half = passing(take.dice, 9 + 20 * take.force, 5.0, take.dice.uniform(55, 95))
    if take.seconds:
        keep, centre = round(take.seconds * RATE / 2), round(half * RATE)
        made = made[max(0, centre - keep) : centre + keep]
    return _edges(made, 0.3, 0.3)


def car_horn(take: Take) -> np.ndarray:
    """A car's horn, once or as often as said."""
    one = horn(take.dice, 0.35 if take.count else take.seconds or 0.5)
    return row([(0.5 * k, one) for k in range(take.count or 1)])


def train_horn(take: Take) -> np.ndarray:
    """A locomotive's chord of air horns, five bells tuned to a sixth chord."""
    return _horns(take, (277.2, 329.6, 369.99, 440.0, 554.4), take.seconds or 2.2, 0.10, 7)


def ship_horn(take: Take) -> np.ndarray:
    """A ship's horn: one low note, slow to speak, rough with the air that drives it."""
    return _horns(take, (87.3, 88.1, 174.9), take.seconds or 3.2, 0.35, 15)


def _horns(take: Take, tones: tuple[float, ...], long: float, come: float, overtones: int) -> np.ndarray:
    d = take.dice
    t = np.arange(round(long * RATE)) / RATE
    made = np.zeros((len(t), 2))
    for tone in tones:
        bend = tone * (1 - 0.035 * np.exp(-t / (0.5 * come)) + 0.0015 * np.sin(2 * np.pi * 5.3 * t + tone))
        turns = 2 * np.pi * np.cumsum(bend) / RATE
        for side in (0, 1):
            made[:, side] += sum(
                np.sin(h * turns + side * h * 0.4) * (0.9 if h < 4 else 0.6) / h**0.75 for h in range(1, overtones + 1)
            )
    air = coloured(d.standard_normal((len(t), 2)), 300, 4000) * 0.25
    return _edges(np.tanh((made / np.abs(made).max() + 0.06 * air) * 1.5), come, 0.25)


def phone(take: Take) -> np.ndarray:
    """A telephone with bells: two gongs struck twenty times a second, two seconds on, then rest."""
    d = take.dice
    gongs = [
        ringing(tone * np.array([1, 1.005, 2.6, 4.1]), np.array([6, 7, 12, 22.0]), np.array([1, 0.7, 0.5, 0.2]), 0.6)
        for tone in (1340, 1610)
    ]
    parts = []
    for ring in range(take.many(2, 3.0)):
        for k in range(32):
            parts.append((ring * 3.0 + k * 0.05, gongs[k % 2] * np.float32(0.4 * d.uniform(0.85, 1))))
    return row(parts)


def register(take: Take) -> np.ndarray:
    """A cash register: keys, the bell, the drawer and the coins in it."""
    d = take.dice
    parts = [
        (
            0.10 * k,
            laid(burst(d, 0.02, 500, 6000), body(d, 300, 3000, 8, (60, 200), 0.1) * np.float32(0.5)) * np.float32(0.5),
        )
        for k in range(3)
    ]
    parts += [
        (0.42, ding(Take(d)) * np.float32(0.9)),
        (0.46, laid(body(d, 90, 900, 10, (20, 80), 0.35), burst(d, 0.2, 200, 2500, 0.05) * np.float32(0.5))),
    ]
    for at in 0.62 + d.gamma(2, 0.05, 14):
        parts.append(
            (
                float(at),
                ringing(
                    d.uniform(3800, 6500) * np.array([1, 1.5, 2.2]),
                    np.array([22, 30, 50.0]),
                    np.array([1, 0.6, 0.4]),
                    0.2,
                )
                * np.float32(0.14),
            )
        )
    return row(parts)


def wings(take: Take) -> np.ndarray:
    """A bird that takes off: beats of air, eight or nine a second, softer as it leaves."""
    d = take.dice
    long = take.seconds or 1.6
    out = np.zeros((round((long + 0.3) * RATE), 2), np.float32)
    at, k = 0.0, 0
    pan = float(d.choice([-1, 1]))
    while at < long:
        share = at / long
        beat = burst(d, 0.085, 160, 2200, 0.022) * np.float32(0.8) + burst(d, 0.085, 1500, 7000, 0.03) * np.float32(
            0.35
        )
        spread(out, beat, at, (1 - 0.75 * share) * d.uniform(0.8, 1), pan * (0.1 + 0.7 * share))
        at, k = at + (0.105 + 0.035 * share) * d.uniform(0.94, 1.06), k + 1
    return out


def gull_cry(take: Take) -> np.ndarray:
    """One gull."""
    return birds.gull(take.dice, take.dice.uniform(0.94, 1.06))


def owl_hoot(take: Take) -> np.ndarray:
    """One owl's song."""
    return birds.owl(take.dice, take.dice.uniform(0.96, 1.04))


def bird_call(take: Take) -> np.ndarray:
    """A small bird's phrase: a blackbird, a robin or a chaffinch."""
    kind = (birds.blackbird, birds.robin, birds.chaffinch, birds.great_tit)[int(take.dice.integers(0, 4))]
    return kind(take.dice, take.dice.uniform(0.95, 1.05))


def applause_burst(take: Take) -> np.ndarray:
    """A house that breaks into applause and lets it die."""
    d = take.dice
    long = take.seconds or 4.0
    out = np.zeros((round((long + 0.2) * RATE), 2), np.float32)
    for _ in range(60 + round(70 * take.force)):
        hands = [people.clap(d) for _ in range(2)]
        pan, gain, pace = d.uniform(-1, 1), 0.04 + 0.10 * d.random() ** 2, d.uniform(3.0, 5.2)
        at, end = d.gamma(2, 0.12), long * d.uniform(0.6, 1.0)
        while at < end:
            spread(out, hands[d.integers(0, 2)], at, gain * d.uniform(0.7, 1) * min(1.0, (end - at) / 0.8 + 0.15), pan)
            at += d.normal(1, 0.06) / pace
    return out


def laughter(take: Take) -> np.ndarray:
    """Somebody laughs."""
    return people.laugh(take.dice, take.dice.uniform(150, 280), 1.1)
