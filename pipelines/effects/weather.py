"""Rain, thunderstorms and winds."""

import numpy as np

from pipelines.effects.air import heard
from pipelines.effects.grains import bank, bubble, burst, coloured, moments, ringing, shower
from pipelines.effects.noise import FRAMES, band, hiss, peak, slope, weighed
from pipelines.effects.stretches import RATE, SPAN, Stretch, together

_SECONDS = SPAN / RATE


def rain(s: Stretch, force: float) -> np.ndarray:
    """Rain on open ground: a drop on wet ground is a tick and at times the bubble it leaves, thousands of far ones are
    noise whose weight falls towards the bass (Farnell, Designing Sound 2010, 'Rain'; van den Doel 2005)."""
    dice = s.cast("rain")
    ticks = bank(3, lambda i: burst(dice, 0.002 + 0.003 * dice.random(), 2200 - 900 * force, 15000, 0.0001))
    pats = bank(2, lambda i: burst(dice, 0.012, 500, 3500) * np.float32(0.5))
    rings = bank(2, lambda i: bubble(dice.uniform(0.6, 1.3), 0.1 * dice.random()) * np.float32(0.16))
    drops = shower(s.dice("drops"), 160 + 1700 * force**1.5, ticks + pats + rings, SPAN, 1.45)
    swell = 0.75 + 0.5 * s.drift("rain", 9)
    fine = band(1200 - 700 * force, 9000, 1) * slope(-3.4 + force, 3000)
    body = band(180, 1600, 1) * slope(-3, 800) * np.float32(0.2 + 0.6 * force**1.5)
    wash = hiss(s, "wash", weighed((swell, fine), (swell**1.6, body)))
    return together(wash * np.float32(0.012 + 0.035 * force), drops * np.float32(0.5 + 0.4 * force))


def rain_on_roof(s: Stretch, force: float) -> np.ndarray:
    """Rain on a roof heard from below: each drop strikes a sheet with modes of its own (modal synthesis after
    van den Doel & Pai 1998); what is outside comes muffled."""
    dice = s.cast("roof")

    def knock(i: int) -> np.ndarray:
        tones = dice.uniform(300, 2600, 7)
        wave = ringing(tones, dice.uniform(110, 300, 7), dice.uniform(0.2, 1, 7), 0.05) * np.float32(0.35)
        click = burst(dice, 0.005, 1200, 9000, 0.0002) * np.float32(0.8)
        wave[: len(click)] += click
        return wave

    under = hiss(s, "wash", (0.7 + 0.6 * s.drift("roof", 7))[:FRAMES, None] * band(200, 2500, 1) * slope(-3, 600))
    taps = shower(s.dice("taps"), 260 + 2000 * force, bank(7, knock), SPAN, 1.6)
    return heard(together(under * np.float32(0.02 + 0.04 * force), taps * np.float32(0.5)), "room", 0.1)


def rain_on_window(s: Stretch, force: float) -> np.ndarray:
    """Rain against a pane: taps on stiff glass, runs of water, the rain outside dulled by the window."""
    dice = s.cast("window")

    def tap(i: int) -> np.ndarray:
        tones = dice.uniform(900, 5200, 6)
        wave = ringing(tones, dice.uniform(220, 520, 6), dice.uniform(0.3, 1, 6), 0.03) * np.float32(0.22)
        click = burst(dice, 0.003, 1500, 12000, 0.0001)
        wave[: len(click)] += click
        return wave

    swell = 0.6 + 0.8 * s.drift("window", 6)
    outside = hiss(s, "outside", swell[:FRAMES, None] * band(150, 2600, 1) * slope(-3, 700))
    taps = shower(s.dice("taps"), 70 + 700 * force, bank(6, tap), SPAN, 1.45) * np.float32(0.5)
    runs = shower(s.dice("runs"), 30, bank(5, lambda i: bubble(dice.uniform(0.7, 2.2), 0.2)), SPAN, 1.6)
    return heard(together(outside * np.float32(0.02 + 0.04 * force), taps, runs * np.float32(0.05)), "room", 0.05)


def thunder(dice: np.random.Generator, near: float) -> np.ndarray:
    """A clap and its roll: the channel is a crooked line, each piece of it sends a shock that arrives by its distance,
    long low N-waves that lose their treble on the way; where many arrive at once it claps, else it rumbles (Few 1969;
    Ribner & Roy 1982). Shape (n, 2), peak near 1, up to 12 s."""
    long = 5.0 + 4.5 * (1 - near) + 2 * dice.random()
    n = round(long * RATE)
    t = np.arange(n) / RATE
    shocks = np.zeros((n, 2), np.float32)
    count = round(380 + 260 * dice.random())
    clumps = np.sort(dice.gamma(1.1, 0.17 * long, 9))  # pieces of the channel that lie across the line of sight
    clumps[0] = 0.05 + 0.25 * (1 - near)
    apart = dice.random(count)
    where = np.where(apart < 0.62, clumps[dice.integers(0, 9, count)], dice.gamma(1.6, 0.2 * long, count))
    where += np.abs(dice.normal(0, 0.09 + 0.10 * (1 - near), count))
    for at, loud in zip(where, dice.pareto(1.7, count) + 0.3, strict=True):
        low = round(at * RATE)
        size = round(RATE * dice.uniform(0.006, 0.030) * (1.6 - near))
        if low + size < n:
            wave = np.linspace(1, -1, size) * np.float32(loud * np.exp(-at / (0.75 * long)))
            pan = dice.uniform(0.35, 0.65)
            shocks[low : low + size, 0] += wave * pan
            shocks[low : low + size, 1] += wave * (1 - pan)
    roll = np.interp(t, np.linspace(0, long, round(long * 3)), dice.uniform(0.08, 1.0, round(long * 3)) ** 1.6)
    shocks *= np.where(t < clumps[0] + 0.4, 1.0, roll)[:, None].astype(np.float32)
    far = coloured(shocks, 24, 300 + 900 * near, 1)
    close = coloured(shocks, 60, 500 + 2600 * near, 1) * (np.exp(-t / 0.55) * near**1.5)[:, None] * 1.3
    rumble = coloured(dice.standard_normal((n, 2)) + dice.standard_normal((n, 1)), 26, 85, 2)
    slow = np.interp(t, np.linspace(0, long, 22), dice.uniform(0.1, 1.0, 22) ** 1.5)
    rumble *= (slow * np.minimum(1, t / (0.25 + 0.6 * (1 - near))) * np.exp(-t / (0.34 * long)))[:, None]
    out = far / np.abs(far).max() + close / np.abs(far).max() + 0.35 * rumble / np.abs(rumble).max()
    if near > 0.55:  # the tearing before the clap, of the branches that are nearest
        tear = coloured(dice.standard_normal((n, 2)), 900, 5000) * np.exp(-t / 0.07)[:, None]
        out += tear * np.repeat(dice.random(n // 90 + 1) ** 5, 90)[:n, None] * 0.9 * (near - 0.4)
    out *= np.clip((long - t) / 1.5, 0, 1)[:, None] ** 2
    return np.asarray(out / (np.abs(out).max() + 1e-9), np.float32)


def thunderstorm(s: Stretch, force: float) -> np.ndarray:
    """Heavy rain in gusts with thunder, some of it near."""
    dice = s.dice("thunder")
    out = np.zeros((SPAN * 3, 2), np.float32)
    for at in moments(dice, 0.05 + 0.06 * force, _SECONDS):
        near = float(dice.beta(1.2, 2.2 - force))
        clap = heard(thunder(dice, near), "valley", 0.25 * (1 - near))
        low = round(at * RATE)
        clap = clap[: len(out) - low] * np.float32(0.16 + 0.75 * near**1.4)
        out[low : low + len(clap)] += clap
    return together(rain(s, 0.45 + 0.5 * force) * np.float32(0.75), gusts(s, 0.3 + 0.4 * force) * np.float32(0.3), out)


def _gust(s: Stretch, force: float) -> np.ndarray:
    """How hard it blows, from 0 to 1, at every frame: long swells with short ones upon them."""
    slow, fast = s.drift("gust", 8.5), s.drift("flurry", 1.7)
    return np.clip(0.12 + 1.25 * (slow - 0.3) + (0.2 + 0.25 * force) * (fast - 0.5), 0.03, 1.15)


def gusts(s: Stretch, force: float) -> np.ndarray:
    """Wind over open land: turbulence around edges, whose pitch and level rise with its speed (Farnell 2010, 'Wind';
    Strouhal's aeolian tones)."""
    blow = _gust(s, force)
    low = hiss(
        s,
        "body",
        weighed(
            (0.35 + blow, band(35, 260, 1.2) * slope(-4, 100)),
            ((0.15 + blow) ** 2, band(160, 900, 1.1) * slope(-3, 350) * np.float32(1.3)),
            (blow**3, band(700, 4200, 1) * slope(-3, 1500) * np.float32(0.5 * force + 0.12)),
        ),
    )
    return low * np.float32(0.16)


def gale(s: Stretch, force: float) -> np.ndarray:
    """A gale that howls around corners and wires: narrow resonances that follow the gusts."""
    blow = _gust(s, 0.6 + 0.4 * force)
    return together(gusts(s, 0.5 + 0.5 * force), howl(s, blow, (310, 520, 790, 1240), 0.09 + 0.1 * force))


def howl(s: Stretch, blow: np.ndarray, tones: tuple[float, ...], gain: float) -> np.ndarray:
    """Whistling of wind past edges: band-pass noise whose centre follows the wind's speed, each edge in its place."""
    shape = np.zeros((FRAMES, len(band(1, 2))), np.float32)
    for number, tone in enumerate(tones):
        own = np.clip(blow[:FRAMES] * (0.55 + 0.9 * s.drift(f"edge{number}", 3.1)[:FRAMES]), 0, 1.2)
        centre = tone * (0.72 + 0.5 * own)
        freq = np.arange(shape.shape[1]) * (RATE / 2 / (shape.shape[1] - 1))
        shape += ((own**2.2)[:, None] / (1 + ((freq[None] - centre[:, None]) / (0.035 * centre[:, None])) ** 2)) * (
            400 / tone
        ) ** 0.4
    return hiss(s, "howl", shape, 0.8) * np.float32(gain * 6)


def leaves(s: Stretch, force: float) -> np.ndarray:
    """Wind through trees: the wind itself, and a thousand leaves that strike each other the more the harder it blows,
    each tree a moment after the one before it."""
    out = gusts(s, 0.25 + 0.3 * force) * np.float32(0.35)
    flutter = 0.55 + 0.9 * s.dice("leaves").random(FRAMES + 2)
    trees = []
    for number, (low, high) in enumerate(((900, 4500), (1800, 8000), (2600, 12000))):
        blow = np.clip(1.5 * (s.drift(f"tree{number}", 5.5) - 0.28) + 0.35 * (s.drift("flurry", 1.3) - 0.5), 0.03, 1.2)
        trees.append(((blow**1.7) * flutter, band(low, high, 1) * slope(-3.2, 2500)))
    return together(out, hiss(s, "leaves", weighed(*trees)) * np.float32(0.035 + 0.06 * force))


def breeze(s: Stretch, force: float) -> np.ndarray:
    """A soft wind: low, slow, with a little grass in it."""
    blow = 0.3 + 0.7 * _gust(s, 0.1)
    shape = weighed(
        (blow, band(60, 420, 1) * slope(-4, 150)),
        (blow**2, band(1500, 7000, 1) * slope(-4, 2500) * np.float32(0.12 + 0.15 * force)),
    )
    return hiss(s, "breeze", shape) * np.float32(0.14)


def cold_wind(s: Stretch, force: float) -> np.ndarray:
    """Wind over snow: thin and whistling, grains of ice blown along the ground."""
    blow = _gust(s, 0.3 + 0.5 * force)
    ice = hiss(s, "ice", weighed((blow**2.5, band(4500, 14000, 1.5)))) * np.float32(0.012 + 0.02 * force)
    return together(gusts(s, 0.3) * np.float32(0.6), howl(s, blow, (430, 690, 1120, 1730), 0.1), ice)


def desert_wind(s: Stretch, force: float) -> np.ndarray:
    """Wind over sand: a dry low breath and the hiss of grains that run in sheets."""
    blow = _gust(s, 0.35 + 0.3 * force)
    run = np.clip(blow * (0.4 + 1.2 * s.drift("sheet", 0.7)), 0, 1.3)
    sand = hiss(s, "sand", weighed((run**2, band(2800, 10000, 1.4) * slope(-2, 5000)))) * np.float32(0.05)
    moan = hiss(s, "moan", weighed((blow**1.5, peak(140, 60) + peak(230, 50) * np.float32(0.6)))) * np.float32(0.2)
    return together(gusts(s, 0.15) * np.float32(0.7), moan, sand)
