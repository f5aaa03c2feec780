"""The sea, rivers, falls, dripping caves; and fire, which is made of the same small things."""

import numpy as np

from pipelines.effects.air import heard
from pipelines.effects.grains import bank, bubble, burst, coloured, moments, shower, spread
from pipelines.effects.noise import FRAMES, HOP, band, hiss, slope, weighed
from pipelines.effects.stretches import RATE, SPAN, Stretch, together
from pipelines.effects.weather import gale

_SECONDS = SPAN / RATE


def _waves(s: Stretch, name: str, period: float) -> list[tuple[float, float]]:
    """(moment of breaking, size) of the waves that can be heard in this stretch, in seconds from its beginning: one
    every `period` seconds or so, in sets that grow and fall (the spread of swell's periods; Holthuijsen 2007)."""
    found = []
    for number in range(int((s.start - 3 * period) // period), int((s.start + _SECONDS + 2 * period) // period) + 1):
        own = np.random.default_rng([s.seed, 77, len(name), number + (1 << 20)])
        at = (number + own.uniform(-0.32, 0.32)) * period
        size = (0.55 + 0.45 * np.sin(number * 2 * np.pi / 6.7 + s.seed)) * own.uniform(0.6, 1.1)
        found.append((at - s.start, 0.35 + 0.75 * max(0.0, size)))
    return found


def _breakers(s: Stretch, name: str, period: float, height: float, width: float = 1.0) -> np.ndarray:
    """Waves that draw up, break and run out: the roar of the break is low and swells within a second, the foam is high
    and runs out over the sand for several, hissing as its bubbles burst (Farnell 2010; Means & Heitmeyer 2001)."""
    t = np.arange(FRAMES) * HOP / RATE
    roar, foam, draw = np.zeros(FRAMES), np.zeros(FRAMES), np.zeros(FRAMES)
    for at, size in _waves(s, name, period):
        x = t - at
        up = 1 / (1 + np.exp(-(x + 0.1) / 0.28))
        roar += size * up * np.exp(-np.maximum(0, x) / (0.22 * period))
        late = np.maximum(0, x - 0.35)
        foam += size**1.3 * (late / 0.5) / (1 + late / 0.5) * np.exp(-late / (0.30 * period)) * (x > 0.35)
        pull = x - 0.62 * period
        draw += 0.35 * size * np.exp(-((pull / (0.16 * period)) ** 2))
    level = weighed(
        (0.10 + 0 * t, band(60, 700, 1) * slope(-4, 150)),
        (roar, band(70, 900 + 900 * height, 1.2) * slope(-3.5, 300)),
        (roar**1.6, band(600, 4500, 1) * slope(-3, 1500) * np.float32(0.34 + 0.3 * height)),
        (foam, band(900, 9000, 1) * slope(-5, 2000) * np.float32(0.42)),
        (draw, band(700, 5000, 1) * slope(-4, 1500) * np.float32(0.3)),
    )
    return hiss(s, name, level, width)


def shore(s: Stretch, force: float) -> np.ndarray:
    """A calm shore: small waves that lap and run out, with the bubbles they leave in the sand."""
    lap = _breakers(s, "lap", 5.6, 0.1 + 0.4 * force)
    dice = s.cast("shore")
    fizz = shower(s.dice("fizz"), 260, bank(6, lambda i: bubble(dice.uniform(0.5, 2.6), 0.3)), SPAN, 1.6)
    wet = np.interp(np.arange(len(fizz)), np.arange(FRAMES + 2) * HOP, 0.3 + s.drift("wet", 3.0))
    return together(lap * np.float32(0.13), fizz * (wet * (0.022 + 0.02 * force))[:, None].astype(np.float32))


def surf(s: Stretch, force: float) -> np.ndarray:
    """Surf on an open beach: near breakers over the far ones that never stop."""
    far = hiss(s, "far", (0.6 + 0.8 * s.drift("far", 11))[:FRAMES, None] * band(70, 1100, 1) * slope(-4, 250))
    return together(
        _breakers(s, "surf", 8.3, 0.5 + 0.5 * force) * np.float32(0.24), far * np.float32(0.06 + 0.05 * force)
    )


def sea_storm(s: Stretch, force: float) -> np.ndarray:
    """A sea in a storm: breakers close upon each other, heavy, and the wind over them."""
    near = _breakers(s, "breakers", 5.1, 1.0) * np.float32(0.3)
    heavy = _breakers(s, "swell", 11.7, 0.4, 0.7) * np.float32(0.34)
    return together(near, heavy, gale(s, 0.5 + 0.5 * force) * np.float32(1.1))


def under_water(s: Stretch, force: float) -> np.ndarray:
    """Below the surface: all treble gone, a slow pressure, strings of bubbles that rise past."""
    shape = (0.5 + s.drift("deep", 5))[:FRAMES, None] * band(35, 320, 1.6) * slope(-3, 100)
    out = np.zeros((SPAN + 2 * RATE, 2), np.float32)
    dice = s.dice("strings")
    for at in moments(dice, 0.22 + 0.35 * force, _SECONDS):
        pan, size = dice.uniform(-0.8, 0.8), dice.uniform(3.5, 11)
        for number in range(dice.integers(4, 22)):
            wave = bubble(float(np.clip(size * dice.lognormal(0, 0.3), 2, 16)), 0.5 * dice.random())
            spread(out, wave, at + number * 0.055 * dice.uniform(0.6, 1.6), 0.16 * dice.uniform(0.3, 1), pan)
    return together(
        hiss(s, "deep", shape, 0.6) * np.float32(0.3), heard(coloured(out, 60, 2600, 1), "cave", 0.1)[: SPAN * 2]
    )


def _liquid(s: Stretch, name: str, rate: float, small: float, large: float, count: int = 10) -> np.ndarray:
    """Running water: bubbles of all sizes between two radii in millimetres, small ones by far the most, their tone
    rising as they reach the surface (van den Doel 2005)."""
    dice = s.dice(name)
    share = dice.random(count)
    sizes = (small**-1.2 + share * (large**-1.2 - small**-1.2)) ** (-1 / 1.2)
    waves = bank(
        count,
        lambda i: bubble(float(sizes[i]), float(dice.choice([0.0, 0.1, 0.35]))) * np.float32((sizes[i] / 2) ** 0.4),
    )
    return shower(dice, rate, waves, SPAN, 1.5)


def stream(s: Stretch, force: float) -> np.ndarray:
    """A brook over stones: single bubbles can be told apart, each eddy with a pitch of its own."""
    dice = s.dice("stream")
    out = np.zeros((SPAN + RATE // 2, 2), np.float32)
    places = s.cast("eddies").uniform(-0.9, 0.9, 9)
    tones = s.cast("stones").uniform(1.6, 6.5, 9)
    for eddy in range(9):
        level = s.drift(f"eddy{eddy}", 2.3)
        for at in moments(dice, 7 + 9 * force, _SECONDS):
            here = float(level[min(len(level) - 1, int(at * RATE / HOP))])
            size = float(np.clip(tones[eddy] * dice.lognormal(0, 0.28) * (1.25 - 0.5 * here), 0.7, 9))
            spread(out, bubble(size, float(dice.uniform(0, 0.5))), at, 0.13 * here * dice.uniform(0.2, 1), places[eddy])
    run = (0.6 + 0.7 * s.drift("run", 1.6))[:FRAMES, None] * band(350, 5000, 1) * slope(-3.5, 900)
    fine = _liquid(s, "fine", 700 + 900 * force, 0.45, 3.0)
    return together(out, fine * np.float32(0.16), hiss(s, "run", run) * np.float32(0.012 + 0.03 * force))


def river(s: Stretch, force: float) -> np.ndarray:
    """A broad river: the brook's bubbles run together, a low body of water under them."""
    body = weighed(
        (0.7 + 0.5 * s.drift("body", 4), band(120, 1200, 1) * slope(-4, 300)),
        (0.6 + 0.6 * s.drift("ripple", 1.2), band(900, 7000, 1) * slope(-4, 1800) * np.float32(0.5)),
    )
    drops = _liquid(s, "river", 1500 + 2500 * force, 0.5, 6.0, 12)
    return together(hiss(s, "river", body) * np.float32(0.05 + 0.06 * force), drops * np.float32(0.3))


def waterfall(s: Stretch, force: float) -> np.ndarray:
    """Falling water: bubbles past counting, its body shaking the ground."""
    body = weighed(
        (0.85 + 0.3 * s.drift("fall", 3), band(60, 1000, 0.8) * slope(-2.5, 300)),
        (0.8 + 0.4 * s.drift("spray", 0.8), band(900, 10000, 0.8) * slope(-2.6, 2500)),
    )
    drops = _liquid(s, "fall", 5000, 0.4, 4.0, 8)
    return together(hiss(s, "fall", body) * np.float32(0.12 + 0.12 * force), drops * np.float32(0.4))


def cave_drips(s: Stretch, force: float) -> np.ndarray:
    """Drops that fall into pools of a cave, each pool in its place, and the cave's long answer."""
    dice, cast = s.dice("drips"), s.cast("pools")
    places, sizes = cast.uniform(-1, 1, 7), cast.uniform(1.1, 4.2, 7)
    dry = np.zeros((SPAN + RATE, 2), np.float32)
    for at in moments(dice, 0.6 + 1.6 * force, _SECONDS):
        pool = int(dice.integers(0, 7))
        spread(dry, burst(dice, 0.006, 1500, 9000), at, 0.12, places[pool])
        for number in range(dice.integers(1, 4)):
            wave = bubble(float(sizes[pool] * dice.lognormal(0, 0.1)), 0.45)
            spread(dry, wave, at + 0.02 + number * dice.uniform(0.03, 0.12), 0.5 * 0.5**number, places[pool])
    air = hiss(s, "air", (0.6 + 0.5 * s.drift("air", 9))[:FRAMES, None] * band(60, 300, 1) * slope(-6, 100))
    return together(heard(dry, "cave", 0.2), air * np.float32(0.012))


def fire(s: Stretch, force: float) -> np.ndarray:
    """A wood fire: crackling of bursting cells, now one, now a hundred at once; hissing of wet wood; and the lapping
    of flames, air that is drawn in by fits (Farnell 2010, 'Fire')."""
    dice, cast = s.dice("fire"), s.cast("wood")
    flame = np.abs(s.drift("flame", 0.35) - 0.25) * (0.5 + s.drift("blaze", 4))
    lapping = weighed(
        (flame, band(30, 190, 1.4)),
        (flame**1.4, band(180, 900, 1) * np.float32(0.14)),
        (0.25 + s.drift("hiss", 2.2) ** 2, band(700, 5000, 1) * slope(-5, 1500) * np.float32(0.03)),
    )
    snaps = bank(12, lambda i: burst(cast, 0.0015 + 0.006 * cast.random(), cast.uniform(600, 3000), 15000, 0.0001))
    out = np.zeros((SPAN + RATE // 2, 2), np.float32)
    rate = s.drift("crackle", 1.9)
    for at in moments(dice, 70 + 90 * force, _SECONDS):
        here = float(rate[min(len(rate) - 1, int(at * RATE / HOP))])
        if dice.random() < here**1.5:
            loud = min(1.6, 0.10 * dice.pareto(1.2) + 0.03)
            spread(out, snaps[dice.integers(0, 12)], at, loud, float(dice.normal(0, 0.35)))
    for at in moments(dice, 0.35 + 0.5 * force, _SECONDS):  # a pocket of sap gives way: a volley
        pan = float(dice.uniform(-0.6, 0.6))
        for number, gap in enumerate(dice.exponential(0.022, dice.integers(3, 16)).cumsum()):
            spread(out, snaps[dice.integers(0, 12)], at + gap, 0.45 * dice.random() * 0.93**number, pan)
        spread(out, burst(dice, 0.05, 120, 1500), at, 0.25 * dice.random(), pan)
    return together(hiss(s, "lap", lapping, 0.5) * np.float32(0.22 + 0.2 * force), out * np.float32(0.5))


def fireplace(s: Stretch, force: float) -> np.ndarray:
    """A fire on the hearth of a quiet room: nearer, drier, the chimney drawing."""
    draw = hiss(s, "draw", (0.5 + s.drift("draw", 5))[:FRAMES, None] * band(60, 260, 1.5), 0.3)
    return together(heard(fire(s, 0.25 + 0.5 * force), "room", 0.06), draw * np.float32(0.025))
