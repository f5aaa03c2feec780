"""What films are cut with: whooshes, impacts, risers, and what flies, bursts and shines."""

import numpy as np

from pipelines.effects.grains import burst, coloured, ringing
from pipelines.effects.stretches import RATE
from pipelines.effects.strikes import Dice, Take, body, laid, row
from pipelines.effects.weather import thunder


def swept(d: Dice, centre: np.ndarray, width: float, level: np.ndarray, pan: np.ndarray | None = None) -> np.ndarray:
    """Noise in a band whose centre (Hz) and level are given at even steps over its time, moving from side to side:
    frames of random phase as in noise.py, but as long as asked. Shape (n, 2), peak 1."""
    import scipy.fft

    size, hop = 1024, 256
    n = len(level)
    frames = n // hop + 5
    at = np.clip((np.arange(frames) - 2) * hop, 0, n - 1).astype(int)
    freq = np.fft.rfftfreq(size, 1 / RATE) + 1.0
    octaves = np.log2(freq[None, :] / centre[at][:, None])
    shape = np.exp(-((octaves / width) ** 2)) * level[at][:, None] / np.sqrt(centre[at][:, None] / 1000)
    window = np.hanning(size + 1)[:size]
    out = np.zeros((2, (frames + 3) * hop + size), np.float32)
    for side in (0, 1):
        phases = np.exp(2j * np.pi * d.random((frames, len(freq))))
        waves = scipy.fft.irfft(shape * phases, size, axis=1) * window
        for k in range(frames):
            out[side, k * hop : k * hop + size] += waves[k]
    made = out[:, 2 * hop : 2 * hop + n].T.copy()
    if pan is not None:
        angle = (pan + 1) * np.pi / 4
        made *= np.stack([np.cos(angle), np.sin(angle)], axis=1) * np.sqrt(2)
    return np.asarray(made / (np.abs(made).max() + 1e-9), np.float32)


def whoosh(take: Take) -> np.ndarray:
    """Something that flies past: turbulence whose pitch follows its speed as it nears and leaves, from side to side."""
    d = take.dice
    long = take.seconds or (1.15 - 0.75 * take.force)
    n = round(long * RATE)
    x = np.linspace(0, 1, n)
    top = 0.55 + 0.06 * d.random()
    near = np.exp(-((np.abs(x - top) / np.where(x < top, 0.26, 0.17)) ** 1.6))
    near *= np.minimum(1, np.minimum(x / 0.04, (1 - x) / 0.10))
    centre = 260 + (1500 + 1900 * take.force) * near**1.2 * np.where(x < top, 1.0, 0.75)
    side = float(d.choice([-1, 1])) * np.tanh((x - top) * 5) * 0.75
    air = swept(d, centre, 1.15, near**1.5, side)
    low = swept(d, np.full(n, 130.0) + 110 * near, 0.7, near**2, side)
    return np.asarray(air + 0.4 * low, np.float32)


def impact(take: Take) -> np.ndarray:
    """A blow as trailers have it: a drop in the bass, a body of metal and wood, a crack, a long tail."""
    d, force = take.dice, take.force
    t = np.arange(round((1.2 + 1.6 * force) * RATE)) / RATE
    tone = 34 + 62 * np.exp(-t * 16)
    sub = np.tanh(2.2 * np.sin(2 * np.pi * np.cumsum(tone) / RATE) * np.exp(-t * (3.4 - 1.6 * force)))
    crack = laid(burst(d, 0.03, 400, 9000, 0.0003), burst(d, 0.16, 60, 900, 0.0005) * np.float32(1.4))
    metal = body(d, 90, 1700, 22, (3.5, 14), 2.0) * np.float32(0.30)
    return laid(sub.astype(np.float32) * np.float32(0.9), crack * np.float32(0.7), metal)


def boom(take: Take) -> np.ndarray:
    """A deep stroke that rolls away, nothing but weight."""
    d = take.dice
    long = take.seconds or (2.4 + 2 * take.force)
    t = np.arange(round(long * RATE)) / RATE
    sub = (
        np.sin(2 * np.pi * np.cumsum(31 + 30 * np.exp(-t * 9)) / RATE)
        * np.exp(-t * 4.2 / long)
        * np.minimum(1, t / 0.004)
    )
    air = (
        coloured(d.standard_normal((len(t), 2)), 28, 190, 1)
        * (np.exp(-t * 5 / long) * np.minimum(1, t / 0.01))[:, None]
    )
    return np.asarray(sub[:, None] + 0.5 * air / np.abs(air).max(), np.float32)


def riser(take: Take) -> np.ndarray:
    """A rise that ends at its highest and stops: tones that climb an octave and a half, noise that opens, a beat that
    hurries. Lay its end on the moment it leads to."""
    d = take.dice
    long = take.seconds or 4.0
    n = round(long * RATE)
    x = np.linspace(0, 1, n)
    up = x**1.7
    noise = swept(d, 300 * 2 ** (4.6 * up), 0.9, 0.03 + up**1.5, 0.5 * np.sin(2 * np.pi * (1 + 3 * up) * x))
    tones = np.zeros((n, 2))
    for k, base in enumerate((110, 110.7, 164.8, 220.9)):
        turns = 2 * np.pi * np.cumsum(base * 2 ** (1.5 * up)) / RATE
        for side in (0, 1):
            tones[:, side] += sum(np.sin(h * turns + k + side * 0.9) / h for h in (1, 2, 3, 4)) * 0.25
    shake = 1 - 0.45 * up * (0.5 + 0.5 * np.sin(2 * np.pi * np.cumsum(3 + 13 * up) / RATE))
    level = (0.04 + up**1.3) * np.minimum(1, (1 - x) * long / 0.012)
    return np.asarray((noise * 0.8 + tones * (0.2 + 0.3 * take.force)) * (shake * level)[:, None], np.float32)


def downer(take: Take) -> np.ndarray:
    """The power goes: tones that fall away and slow down."""
    d = take.dice
    long = take.seconds or 2.2
    n = round(long * RATE)
    x = np.linspace(0, 1, n)
    fall = 2 ** (-3.2 * x**0.75)
    made = np.zeros((n, 2))
    for k, base in enumerate((392, 394.5, 587, 196)):
        turns = 2 * np.pi * np.cumsum(base * fall) / RATE
        for side in (0, 1):
            made[:, side] += sum(np.sin(h * turns + k + side) / h for h in (1, 2, 3, 5)) * 0.25
    noise = swept(d, 2600 * fall + 80, 0.8, (1 - x) ** 1.3)
    level = np.minimum(1, x * long / 0.02) * (1 - x) ** 1.1
    return np.asarray((made + 0.35 * noise) * level[:, None], np.float32)


def swoosh_in(take: Take) -> np.ndarray:
    """For a title that comes in: a quick breath that stops with a soft touch."""
    d = take.dice
    long = take.seconds or 0.55
    n = round(long * RATE)
    x = np.linspace(0, 1, n)
    air = swept(d, 350 * 2 ** (3.4 * x), 0.9, x**2.2 * np.minimum(1, (1 - x) / 0.06), -0.8 + 0.8 * x)
    touch = np.repeat((burst(d, 0.05, 90, 900, 0.001) * np.float32(0.55))[:, None], 2, axis=1)
    out = np.zeros((n + len(touch), 2), np.float32)
    out[:n] += air
    out[n - 960 : n - 960 + len(touch)] += touch
    return out


def sparkle(take: Take) -> np.ndarray:
    """Magic: small bells that climb a scale without thirds to argue about, scattered wide."""
    d = take.dice
    long = take.seconds or 1.8
    out = np.zeros((round((long + 1.2) * RATE), 2), np.float32)
    scale = 1046.5 * 2 ** (np.array([0, 2, 4, 7, 9]) / 12)
    count = round(long * 16)
    for k in range(count):
        step = k / count * 9 + d.integers(0, 4)
        tone = scale[int(step) % 5] * 2 ** (int(step) // 5)
        one = ringing(
            np.array([tone, tone * 2.756, tone * 5.404]), np.array([5, 9, 16.0]), np.array([1, 0.35, 0.12]), 0.9
        )
        low, pan = round((k / count * long + d.normal(0, 0.02) * (k > 0)) * RATE), d.uniform(-1, 1)
        gain = np.float32(0.3 * d.uniform(0.4, 1))
        low = max(0, low)
        for side, share in ((0, np.cos((pan + 1) * np.pi / 4)), (1, np.sin((pan + 1) * np.pi / 4))):
            part = one[: len(out) - low]
            out[low : low + len(part), side] += part * gain * np.float32(share)
    return out


def explosion(take: Take) -> np.ndarray:
    """A burst: the shock, the ball of fire that roars, débris that rains down (Farnell 2010, 'Explosions')."""
    d, force = take.dice, take.force
    clap = thunder(d, 0.75 + 0.2 * force)
    long = len(clap)
    t = np.arange(long) / RATE
    shock = np.tanh(5 * coloured(d.standard_normal((long, 2)), 30, 700, 1) * np.exp(-t * 6)[:, None])
    roar = (
        coloured(d.standard_normal((long, 2)), 35, 420, 1)
        * (np.minimum(1, t / 0.05) * np.exp(-t / (0.5 + 0.6 * force)))[:, None]
        * 4
    )
    bits = np.zeros((long, 2), np.float32)
    for at in 0.25 + d.gamma(2, 0.35, 40):
        low = round(at * RATE)
        bit = burst(d, d.uniform(0.01, 0.05), 400, d.uniform(2000, 9000), 0.0004)[: max(0, long - low)]
        bits[low : low + len(bit), d.integers(0, 2)] += bit * np.float32(0.14 * d.random())
    made = np.tanh(1.1 * (0.8 * shock + 0.6 * roar + 0.7 * clap + bits))
    keep = round((2.6 + 1.6 * force) * RATE)
    made[:keep] *= np.clip((keep - np.arange(min(keep, long))) / (0.6 * keep), 0, 1)[:, None] ** 1.5
    return np.asarray(made[:keep], np.float32)


def rocket(take: Take) -> np.ndarray:
    """A rocket that lifts off: ignition, a roar torn by shocks, going away upwards."""
    d = take.dice
    long = take.seconds or 7.0
    n = round(long * RATE)
    x = np.linspace(0, 1, n)
    t = x * long
    away = np.exp(-np.maximum(0, x - 0.35) * 2.4)
    low = coloured(d.standard_normal((n, 2)), 30, 240, 1)
    high = coloured(d.standard_normal((n, 2)), 250, 1600, 1)
    tear = np.repeat(d.random((n // 240 + 1, 2)) ** 5, 240, axis=0)[:n] * 5
    level = np.minimum(1, t / 0.5) * away * np.clip((long - t) / (0.25 * long), 0, 1)
    made = (low / low.std() + (0.25 + tear * 0.5) * high / high.std() * (away**2)[:, None] * 0.5) * level[:, None]
    ignition = burst(d, 0.5, 40, 2500, 0.002)
    made[: len(ignition)] += (ignition * 4)[:n, None]
    return np.asarray(np.tanh(made * 0.5), np.float32)


def thunder_clap(take: Take) -> np.ndarray:
    """One stroke of lightning near by; the harder, the nearer."""
    return thunder(take.dice, 0.3 + 0.65 * take.force)


def _chime(tones: list[float], gap: float) -> np.ndarray:
    parts = []
    for k, tone in enumerate(tones):
        one = ringing(
            np.array([tone, tone * 2, tone * 3.01, tone * 4.1]),
            np.array([4.5, 7, 11, 20.0]),
            np.array([1, 0.35, 0.14, 0.07]),
            1.4,
        )
        parts.append((k * gap, one * np.float32(0.9)))
    return row(parts)


def success(take: Take) -> np.ndarray:
    """It worked: a fourth and a third upwards."""
    base = float(take.dice.choice([523.25, 587.33, 659.25]))
    return _chime([base, base * 4 / 3, base * 5 / 3, base * 2], 0.11)


def failure(take: Take) -> np.ndarray:
    """It did not: two low notes, a minor second down, muted."""
    base = float(take.dice.choice([233.08, 261.63]))
    parts = []
    for k, tone in enumerate((base, base / 2 ** (1 / 12))):
        t = np.arange(round((0.24 + 0.25 * k) * RATE)) / RATE
        wave = sum(np.sin(2 * np.pi * tone * h * t) / h**1.3 for h in range(1, 9, 1)) * np.minimum(
            1, np.minimum(t / 0.008, (t[-1] - t) / 0.06)
        )
        parts.append((0.27 * k, (wave * 0.5).astype(np.float32)))
    return row(parts)
