"""Small sounds by the thousand: drops, bubbles, crackles, hits; and how they are strewn over a stretch."""

from collections.abc import Callable

import numpy as np

from pipelines.effects.stretches import RATE

_EARS = 0.00063  # seconds from one ear to the other (Woodworth 1938)


def moments(dice: np.random.Generator, rate: float, seconds: float) -> np.ndarray:
    """The moments, in seconds, of what happens by chance `rate` times a second (a Poisson process)."""
    return np.sort(dice.uniform(0, seconds, dice.poisson(max(0.0, rate) * seconds)))


def thinned(dice: np.random.Generator, when: np.ndarray, chance: np.ndarray, step: float) -> np.ndarray:
    """Those of the moments that happen: `chance` of each (0 to 1) is given every `step` seconds."""
    likely = np.interp(when, np.arange(len(chance)) * step, chance)
    return when[dice.random(len(when)) < likely]


def spread(out: np.ndarray, wave: np.ndarray, at: float, gain: float = 1.0, pan: float = 0.0) -> None:
    """Add a sound of one channel to `out` from second `at` on, from -1 (left) to 1 (right) by level and by the time
    it takes around the head. What lies outside of `out` is left out."""
    angle = (pan + 1) * np.pi / 4
    late = round(_EARS * abs(pan) * RATE)
    for side, share in ((0, np.cos(angle)), (1, np.sin(angle))):
        start = round(at * RATE) + (late if (side == 0) == (pan > 0) else 0)
        low, high = max(0, -start), min(len(wave), len(out) - start)
        if low < high:
            out[start + low : start + high, side] += wave[low:high] * np.float32(gain * share * 1.4142)


def shower(
    dice: np.random.Generator, rate: float, waves: list[np.ndarray], count: int, tail: float = 1.6
) -> np.ndarray:
    """So many small sounds a second that nobody can count them, at all distances: levels follow Pareto's law, few near
    and loud, most far and soft. Strewn as single samples and given their sound in one convolution; (count + longest, 2)
    with a root mean square that does not hang on the rate."""
    import scipy.fft

    longest = max(len(wave) for wave in waves)
    size = scipy.fft.next_fast_len(count + longest, real=True)
    total = np.zeros((2, size // 2 + 1), np.complex64)
    many = max(1, round(rate * count / RATE / len(waves)))
    for wave in waves:
        drops = np.zeros((2, size), np.float32)
        at = dice.integers(0, count, many)
        loud = np.minimum(30, dice.pareto(tail, many) + 0.05) * dice.choice([-1, 1], many)
        angle = (np.clip(dice.normal(0, 0.6, many), -1, 1) + 1) * np.pi / 4
        np.add.at(drops[0], at, (loud * np.cos(angle)).astype(np.float32))
        np.add.at(
            drops[1], np.minimum(at + dice.integers(0, 30, many), count - 1), (loud * np.sin(angle)).astype(np.float32)
        )
        total += scipy.fft.rfft(drops) * scipy.fft.rfft(np.asarray(wave, np.float32), size)
    made = scipy.fft.irfft(total, size)[:, : count + longest].T
    return np.asarray(made, np.float32) * np.float32(1 / np.sqrt(max(1.0, rate)))


def bubble(radius: float, rising: float = 0.0, seconds: float | None = None) -> np.ndarray:
    """A bubble of air of `radius` millimetres in water, ringing at 3 kHz mm / radius (Minnaert 1933), its tone rising
    as it nears the surface and dying by van den Doel's figures (Physically based models for liquid sounds, 2005)."""
    r = radius / 1000
    tone, fall = 3.0 / r, 0.13 / r + 0.0072 * r**-1.5
    n = round(RATE * (min(0.25, 6.5 / fall) if seconds is None else seconds))
    t = np.arange(n) / RATE
    turns = tone * t * (1 + 0.5 * rising * fall * t)
    wave = np.sin(2 * np.pi * turns) * np.exp(-fall * t)
    return np.asarray(wave * np.minimum(1, t / 0.0004), np.float32)


def ringing(tones: np.ndarray, falls: np.ndarray, gains: np.ndarray, seconds: float) -> np.ndarray:
    """Something struck: each of its modes a tone (Hz) that dies by its own fall (1/s) (modal synthesis, Adrien 1991;
    van den Doel & Pai 1998)."""
    t = np.arange(round(seconds * RATE)) / RATE
    wave = np.zeros(len(t))
    for tone, fall, gain in zip(tones, falls, gains, strict=True):
        if tone < RATE * 0.45:
            wave += gain * np.exp(-fall * t) * np.sin(2 * np.pi * tone * t)
    return np.asarray(wave * np.minimum(1, (seconds - t) / (0.2 * seconds)), np.float32)


def burst(dice: np.random.Generator, seconds: float, low: float, high: float, attack: float = 0.0005) -> np.ndarray:
    """A puff of noise between two frequencies that comes at once and dies over `seconds`. Its peak is near 1."""
    n = max(64, round(seconds * RATE))
    wave = coloured(dice.standard_normal(n), low, high)
    t = np.arange(n) / RATE
    wave = wave * np.minimum(1, t / attack) * np.exp(-5.5 * t / seconds)
    return np.asarray(wave / (np.abs(wave).max() + 1e-9), np.float32)


def coloured(noise: np.ndarray, low: float, high: float, order: int = 2) -> np.ndarray:
    """A sound with only what lies between two frequencies, in one go over all of it."""
    import scipy.fft

    spare = min(len(noise), 4096)
    size = scipy.fft.next_fast_len(len(noise) + spare, real=True)
    freq = np.fft.rfftfreq(size, 1 / RATE)
    freq[0] = freq[1] / 2
    shape = 1 / np.sqrt((1 + (low / freq) ** (2 * order)) * (1 + (freq / high) ** (2 * order)))
    shape = shape if noise.ndim == 1 else shape[:, None]
    return np.asarray(scipy.fft.irfft(scipy.fft.rfft(noise, size, axis=0) * shape, size, axis=0)[: len(noise)])


def bank(count: int, make: Callable[[int], np.ndarray]) -> list[np.ndarray]:
    """So many sounds made by `make(i)`: what is strewn picks among them."""
    return [make(i) for i in range(count)]
