"""Streets and journeys: cars that pass, trains, an aeroplane's cabin."""

import numpy as np

from pipelines.effects.air import heard, heard_all
from pipelines.effects.grains import bank, burst, moments, ringing, spread
from pipelines.effects.noise import band, hiss, peak, slope, weighed
from pipelines.effects.stretches import RATE, SPAN, Stretch, together

_SECONDS = SPAN / RATE
_SPEED = 343.0  # of sound, metres a second


def passing(
    dice: np.random.Generator, speed: float, aside: float, engine: float, heavy: float = 0.0
) -> tuple[np.ndarray, float]:
    """A car that goes by at `speed` m/s, `aside` metres away: its tyres' hiss, its engine's pulses, both bent by
    Doppler and swelling by distance (tyre noise peaks near 1 kHz: Sandberg 2003). Returns the sound, shape (n, 2),
    peak near 1, and the second at which it is nearest."""
    import scipy.fft

    half = min(6.0, 8 * aside / speed + 2.0)
    rate = RATE // 3  # hardly anything of a car is above 8 kHz
    n = 2 * scipy.fft.next_fast_len(round(half * rate), real=True)
    half = n / rate / 2
    t = np.arange(n, dtype=np.float32) / np.float32(rate) - np.float32(half)
    far = np.sqrt(aside**2 + (speed * t) ** 2)
    near = aside / far
    bend = 1 / (1 + (speed**2 * t / far) / _SPEED)  # heard pitch over sent pitch
    turns = (2 * np.pi * (np.cumsum(engine * bend.astype(np.float64)) / rate % 1.0)).astype(np.float32)
    pulses = (
        sum(np.sin(np.float32(k) * turns + np.float32(dice.uniform(0, 6))) / k**0.8 for k in (1, 2, 3, 4, 6, 8)) / 3
    )
    uneven = np.interp(np.arange(n), np.arange(0, n, 1200), 1 + 0.2 * dice.standard_normal(len(range(0, n, 1200))))
    warp = np.interp(np.cumsum(bend), np.arange(n), dice.standard_normal(n, np.float32)).astype(np.float32)
    freq = np.fft.rfftfreq(n, 1 / rate) + 1.0
    spectrum = scipy.fft.rfft(warp)
    roll, whirr = (
        scipy.fft.irfft(spectrum / np.sqrt((1 + (low / freq) ** 2) * (1 + (freq / high) ** 4), dtype=np.float32), n)
        for low, high in ((110, 1000), (1000, 3300))
    )
    tyres = roll * near**1.1 * 1.3 + whirr * near**1.9
    mono = tyres + pulses * uneven * near**1.2 * (0.16 + 0.22 * heavy)
    pan = np.clip(speed * t / (1.4 * aside + abs(speed) * 0.35), -1, 1) * float(dice.choice([-1, 1]))
    ends = np.clip(np.minimum(t + half, half - t) / 1.2, 0, 1) ** 2
    sides = np.stack([np.cos((pan + 1) * np.pi / 4), np.sin((pan + 1) * np.pi / 4)]) * (mono * ends)
    whole = np.zeros((2, 3 * n // 2 + 1), np.complex64)
    whole[:, : n // 2 + 1] = scipy.fft.rfft(sides.astype(np.float32))
    made = scipy.fft.irfft(whole, 3 * n).T
    return np.asarray(made / (np.abs(made).max() + 1e-9), np.float32), half


def _traffic(s: Stretch, name: str, rate: float, speeds: tuple[float, float], aside: tuple[float, float]) -> np.ndarray:
    """Cars that pass by chance, now and then a lorry."""
    dice = s.dice(name)
    out = np.zeros((SPAN * 3, 2), np.float32)
    for at in moments(dice, rate, _SECONDS):
        heavy = float(dice.random() < 0.14)
        near = dice.uniform(*aside)
        car, _ = passing(
            dice,
            dice.uniform(*speeds) * (0.85 if heavy else 1),
            near,
            dice.uniform(26, 42) if heavy else dice.uniform(55, 95),
            heavy,
        )
        low = round(at * RATE)
        car = car[: len(out) - low] * np.float32(
            (aside[0] / near) ** 0.8 * dice.uniform(0.5, 1) * (1.3 if heavy else 1)
        )
        out[low : low + len(car)] += car
    return out


def _city(s: Stretch, level: float) -> np.ndarray:
    """The sum of all that is far: a low bed that breathes."""
    shape = weighed(
        (0.7 + 0.5 * s.drift("city", 11), band(35, 260, 1) * slope(-4, 90)),
        (0.6 + 0.6 * s.drift("roads", 6), band(200, 1600, 1) * slope(-5, 400) * np.float32(0.7)),
    )
    return hiss(s, "city", shape) * np.float32(level)


def horn(dice: np.random.Generator, seconds: float, tones: tuple[float, ...] = (415.0, 520.0)) -> np.ndarray:
    """A car's horn: two discs a third apart, each rich in overtones."""
    t = np.arange(round(seconds * RATE)) / RATE
    wave = sum(
        sum(
            np.sin(2 * np.pi * tone * k * t + k) * np.exp(-(((k * tone - 2200) / 2600) ** 2)) * 0.6 / k**0.3
            for k in range(1, 12)
        )
        for tone in tones
    )
    ends = np.minimum(1, np.minimum(t / 0.012, (t[-1] - t) / 0.03))
    return np.asarray(wave * ends / (np.abs(wave).max() + 1e-9) * dice.uniform(0.9, 1), np.float32)


def street(s: Stretch, force: float) -> np.ndarray:
    """A street in a town: cars one by one, steps, a horn far off now and then."""
    dice = s.dice("street")
    far = np.zeros((SPAN + 3 * RATE, 2), np.float32)
    for at in moments(dice, 0.02 + 0.05 * force, _SECONDS):
        spread(
            far,
            horn(dice, dice.uniform(0.15, 0.7), (dice.uniform(380, 440), dice.uniform(480, 540))),
            at,
            0.10,
            dice.uniform(-1, 1),
        )
    cars = _traffic(s, "cars", 0.14 + 0.32 * force, (8, 14), (5, 16)) * np.float32(0.5)
    return together(heard_all([(cars, 0.1), (far, 0.75)], "street"), _city(s, 0.10 + 0.10 * force))


def highway(s: Stretch, force: float) -> np.ndarray:
    """A motorway from its embankment: one car after another, lorries, the roar never ending."""
    roar = hiss(
        s,
        "roar",
        weighed(
            (0.7 + 0.5 * s.drift("roar", 5), band(120, 1900, 1) * slope(-2.5, 700)),
            (0.8 + 0.3 * s.drift("low", 7), band(35, 160, 1)),
        ),
    )
    return together(
        heard(_traffic(s, "lanes", 0.55 + 0.5 * force, (24, 34), (12, 30)) * np.float32(0.55), "open", 0.1),
        roar * np.float32(0.05 + 0.04 * force),
    )


def city_hum(s: Stretch, force: float) -> np.ndarray:
    """A city at night from a high window: no single car, only the hum, a siren's ghost of traffic below."""
    far = _traffic(s, "below", 0.10 + 0.15 * force, (10, 16), (25, 60)) * np.float32(0.35)
    return together(heard(far, "street", 0.8), _city(s, 0.22))


def train_ride(s: Stretch, force: float) -> np.ndarray:
    """In a train: the rumble of wheels on rails, and the joints of the rails under each bogie, two and two, some
    25 m of rail apart; the carriage creaks."""
    out = np.zeros((SPAN + RATE, 2), np.float32)
    cast, dice = s.cast("train"), s.dice("joints")
    pace = 25.0 / (13 + 17 * force)
    thuds = bank(5, lambda i: burst(cast, 0.14, 45, 320) * np.float32(0.8))
    clacks = bank(
        5,
        lambda i: (
            ringing(cast.uniform(380, 2400, 6), cast.uniform(60, 130, 6), cast.uniform(0.2, 1, 6), 0.06)
            * np.float32(0.14)
            + np.pad(burst(cast, 0.02, 700, 5000) * np.float32(0.5), (0, 10 * RATE))[: round(0.06 * RATE)]
        ),
    )
    gaps = (0.0, 2.6, 16.8, 19.4)  # metres: the axles of the two bogies nearest
    for beat in range(int(np.floor(s.start / pace)), int(np.ceil((s.start + _SECONDS) / pace))):
        for number, metres in enumerate(gaps):
            at = beat * pace + metres * pace / 25.0 - s.start
            near = (0.55, 0.5, 0.28, 0.26)[number] * dice.uniform(0.8, 1.1)
            spread(out, thuds[dice.integers(0, 5)], at, 0.55 * near, 0.12 if number < 2 else -0.35)
            spread(out, clacks[dice.integers(0, 5)], at, 0.5 * near, 0.2 if number < 2 else -0.45)
    for at in moments(dice, 0.25, _SECONDS):
        spread(out, burst(dice, 0.05, 300, 1800, 0.01), at, 0.05 * dice.random(), dice.uniform(-1, 1))
    roll = weighed(
        (0.8 + 0.4 * s.drift("roll", 2.7), band(40, 280, 1.2) * slope(-3, 90)),
        (0.7 + 0.6 * s.drift("rail", 1.9), band(250, 1900, 1) * slope(-4, 600) * np.float32(0.8)),
        (s.drift("squeal", 3.3) ** 3, (peak(2350, 25) + peak(3120, 30)) * np.float32(0.10)),
    )
    return together(heard(out, "room", 0.15), hiss(s, "roll", roll, 0.8) * np.float32(0.14 + 0.08 * force))


def cabin(s: Stretch, force: float) -> np.ndarray:
    """In an aeroplane at height: air along the skin, the fans' tones beating slowly, the ventilation."""
    tones = (
        peak(92, 4) * np.float32(1.6)
        + peak(184, 5) * np.float32(0.8)
        + peak(97, 4) * np.float32(1.4)
        + peak(276, 6) * np.float32(0.4)
    )
    shape = weighed(
        (0.9 + 0.15 * s.drift("air", 6), band(50, 480, 1) * slope(-3.5, 160)),
        (0.9 + 0.15 * s.drift("vent", 9), band(500, 5000, 1) * slope(-5, 900) * np.float32(0.8)),
        (0.7 + 0.5 * s.drift("beat", 2.1), tones),
    )
    return hiss(s, "cabin", shape, 0.7) * np.float32(0.12 + 0.06 * force)
