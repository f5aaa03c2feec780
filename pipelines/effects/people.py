"""Crowds: voices that say nothing, laughter, cheering, clapping hands."""

from functools import lru_cache

import numpy as np

from pipelines.effects.air import heard, heard_all
from pipelines.effects.grains import bank, burst, moments, ringing, shower, spread
from pipelines.effects.noise import FRAMES, band, hiss, slope, weighed
from pipelines.effects.stretches import RATE, SPAN, Stretch, together
from pipelines.effects.talk import Recorded, uttered

_SECONDS = SPAN / RATE
# The first three formants (Hz) of spoken vowels, a man's: Peterson & Barney 1952.
_VOWELS = {
    "i": (270, 2290, 3010),
    "e": (530, 1840, 2480),
    "a": (730, 1090, 2440),
    "o": (570, 840, 2410),
    "u": (300, 870, 2240),
    "er": (490, 1350, 1690),
    "uh": (640, 1190, 2390),
}
_ORDER = tuple(_VOWELS)


@lru_cache(maxsize=256)
def _grains(size: float, breath: float) -> tuple[np.ndarray, ...]:
    """What one closing of the vocal folds sounds like through each vowel: formant waves (Rodet 1984, CHANT). `size`
    is the formants' factor: 1 a man, 1.17 a woman, 1.35 a child."""
    t = np.arange(round(0.022 * RATE)) / RATE
    made = []
    for tones in _VOWELS.values():
        wave = np.zeros(len(t))
        for tone, wide, gain in zip((*tones, 3500), (70, 95, 130, 220), (1.0, 0.55, 0.28, 0.12), strict=True):
            wave += gain * np.exp(-np.pi * wide * (1 + breath) * t) * np.sin(2 * np.pi * tone * size * t)
        wave *= np.minimum(1, t / 0.0006) * np.clip((t[-1] - t) / 0.005, 0, 1)
        made.append(np.asarray(wave - wave.mean() * np.hanning(len(wave)) * 2, np.float32))  # no mean: no hum at 0 Hz
    return tuple(made)


def voiced(
    dice: np.random.Generator, tones: np.ndarray, size: float, path: list[int], rough: float = 0.02
) -> np.ndarray:
    """A voice: its pitch (Hz) every 10 ms, 0 where it is silent, through the vowels of `path` in turn."""
    grains = _grains(round(size, 2), 0.2)
    out = np.zeros(len(tones) * 480 + 2000, np.float32)
    at, end = 0.0, len(tones) * 0.01 - 0.001
    while at < end:
        tone = float(tones[int(at * 100)])
        if tone <= 0:
            at += 0.01
            continue
        place = at / end * (len(path) - 1)
        low = int(place)
        part = np.float32(place - low)
        wave = grains[path[low]] * (1 - part) + grains[path[min(low + 1, len(path) - 1)]] * part
        start = round(at * RATE)
        out[start : start + len(wave)] += wave
        at += (1 + rough * dice.standard_normal()) / tone
    return out


def babble(dice: np.random.Generator, tone: float, size: float, seconds: float) -> np.ndarray:
    """Somebody talking, no word of it to be understood: three to six syllables a second in phrases whose pitch falls,
    with the hiss and stops of consonants between them."""
    out = np.zeros(round((seconds + 0.6) * RATE), np.float32)
    at, fall = 0.0, 1.15
    while at < seconds:
        long = dice.uniform(0.10, 0.26)
        count = max(4, round(long * 100))
        bend = tone * fall * dice.uniform(0.9, 1.12) * np.linspace(1.03, 0.96, count)
        path = [int(dice.integers(0, len(_ORDER))) for _ in range(2)]
        wave = voiced(dice, bend, size, path)[: round((long + 0.02) * RATE)]
        wave = wave * np.minimum(1, np.minimum(np.arange(len(wave)) / 700, np.arange(len(wave))[::-1] / 1900))
        start = round(at * RATE)
        out[start : start + len(wave)] += wave[: len(out) - start] * np.float32(dice.uniform(0.5, 1))
        if dice.random() < 0.55:
            puff = burst(dice, dice.uniform(0.02, 0.09), 2500 if dice.random() < 0.6 else 900, 8000, 0.004)
            start = max(0, start - len(puff) // 2)
            out[start : start + len(puff)] += puff[: len(out) - start] * np.float32(0.16 * dice.random())
        at += long + dice.exponential(0.035)
        fall *= 0.965
        if dice.random() < 0.10:
            at, fall = at + dice.uniform(0.15, 0.6), 1.15
    return out


def _talkers(
    s: Stretch,
    name: str,
    count: int,
    busy: float,
    far: tuple[float, ...],
    talk: Recorded,
) -> list[tuple[np.ndarray, float]]:
    """People around who talk in turns, men and women: for each distance what comes from there. `talk`: spoken phrases;
    where there are none they babble."""
    cast, dice = s.cast(name), s.dice(name)
    out = {where: np.zeros((SPAN + 6 * RATE, 2), np.float32) for where in far}
    for _ in range(count):
        size, pan, where = float(cast.choice((1.0, 1.17))), cast.uniform(-1, 1), float(cast.choice(far))
        tone, own = cast.uniform(95, 145) if size < 1.1 else cast.uniform(175, 240), size * cast.uniform(0.97, 1.04)
        at = dice.uniform(-1, 3.5 / busy)
        while at < _SECONDS:
            wave = uttered(dice, talk, own) if talk else babble(dice, tone, own, dice.uniform(0.8, 4.2))
            spread(out[where], wave, max(0.0, at), 0.10 * dice.uniform(0.5, 1.1) * (2.2 if talk else 1), pan)
            at += len(wave) / RATE + dice.exponential(2.6 / busy)
    return [(sound, where) for where, sound in out.items()]


def _hum(s: Stretch, level: float, low: float = 180, high: float = 1300) -> np.ndarray:
    """The rest of the crowd, in which no voice can be told from another: noise with speech's spectrum and pace (the
    long-term average of speech; Byrne et al. 1994)."""
    pace = 0.75 + 0.5 * s.drift("pace", 0.28)[:FRAMES]
    shape = weighed(
        (pace, band(low, high, 1.4) * slope(-2.5, 500)),
        (pace[::-1], band(1200, 4200, 1) * slope(-5, 1500) * np.float32(0.3)),
    )
    return hiss(s, "hum", shape) * np.float32(level)


def murmur(s: Stretch, force: float, talk: Recorded) -> np.ndarray:
    """Many people in a hall, talking low."""
    voices = _talkers(s, "murmur", 20 + round(20 * force), 1.8 + force, (0.3, 0.55, 0.8), talk)
    return together(heard_all(voices, "hall") * np.float32(1.6), _hum(s, 0.005 + 0.008 * force))


def chatter(s: Stretch, force: float, talk: Recorded) -> np.ndarray:
    """A restaurant or a cafe: talk at the tables near by, plates, glasses and cutlery, now and then a laugh."""
    dice, cast = s.dice("table"), s.cast("table")
    table = np.zeros((SPAN + RATE, 2), np.float32)
    clinks = bank(
        14, lambda i: ringing(cast.uniform(1800, 7500, 5), cast.uniform(18, 75, 5), cast.uniform(0.2, 1, 5), 0.28)
    )
    for at in moments(dice, 0.9 + 1.8 * force, _SECONDS):
        pan = dice.uniform(-1, 1)
        for number in range(int(dice.integers(1, 4))):
            spread(table, clinks[dice.integers(0, 14)], at + 0.11 * number, 0.022 * dice.uniform(0.2, 1), pan)
    for at in moments(dice, 0.08 + 0.1 * force, _SECONDS):
        spread(table, laugh(dice, dice.uniform(150, 300), 1.1), at, 0.06, dice.uniform(-1, 1))
    voices = _talkers(s, "tables", 12 + round(12 * force), 1.7 + force, (0.12, 0.4, 0.7), talk)
    return together(heard_all([*voices, (table, 0.3)], "room") * np.float32(1.3), _hum(s, 0.004 + 0.006 * force))


def market(s: Stretch, force: float, talk: Recorded) -> np.ndarray:
    """A market in the open: talk, steps, sellers who call out."""
    dice = s.dice("market")
    calls = np.zeros((SPAN + 3 * RATE, 2), np.float32)
    for at in moments(dice, 0.16 + 0.25 * force, _SECONDS):
        tone, size = dice.uniform(170, 300), float(dice.choice([1.0, 1.17]))
        for number in range(int(dice.integers(2, 5))):
            spread(
                calls,
                shout(dice, tone * (1.05 if number % 2 else 1), size, dice.uniform(0.25, 0.6)),
                at + 0.5 * number,
                0.12,
                dice.uniform(-0.9, 0.9),
            )
    voices = _talkers(s, "stalls", 16 + round(16 * force), 1.8 + force, (0.2, 0.5, 0.8), talk)
    return together(heard_all([*voices, (calls, 0.5)], "street") * np.float32(1.4), _hum(s, 0.006 + 0.009 * force))


def shout(dice: np.random.Generator, tone: float, size: float, seconds: float) -> np.ndarray:
    """One called word: the pitch thrown up, the vowel wide open."""
    count = max(6, round(seconds * 100))
    bend = tone * np.interp(np.linspace(0, 1, count), [0, 0.2, 0.7, 1], [0.85, 1.15, 1.05, 0.8])
    wave = voiced(dice, bend, size, [2, int(dice.integers(0, 7)), 2], 0.03)[: count * 480]
    return np.asarray(
        wave * np.minimum(1, np.minimum(np.arange(len(wave)) / 1500, np.arange(len(wave))[::-1] / 4000)), np.float32
    )


def laugh(dice: np.random.Generator, tone: float, size: float) -> np.ndarray:
    """Ha-ha-ha: bursts at about five a second, each voiced then breathed, its pitch falling (Bachorowski 2001)."""
    parts = []
    for number in range(int(dice.integers(4, 9))):
        bend = tone * (1.25 - 0.05 * number) * np.linspace(1.08, 0.92, 9)
        wave = voiced(dice, bend, size, [6, 2], 0.03)[: 9 * 480] * np.hanning(9 * 480)
        breath = burst(dice, 0.07, 900, 5000, 0.015) * np.float32(0.25)
        parts += [wave * 0.9**number, breath * 0.9**number, np.zeros(round(dice.uniform(0.005, 0.03) * RATE))]
    return np.asarray(np.concatenate(parts), np.float32)


def clap(dice: np.random.Generator) -> np.ndarray:
    """A pair of hands: a click, and the hollow between the palms (Repp 1987; Peltola et al. 2007)."""
    hollow = dice.uniform(1000, 1800)
    wave = burst(dice, dice.uniform(0.025, 0.045), hollow * 0.58, hollow * 1.95, 0.001)
    click = burst(dice, 0.004, 1500, 9000, 0.0002) * np.float32(0.11)
    wave[: len(click)] += click[: len(wave)]
    return wave


def applause(s: Stretch, force: float) -> np.ndarray:
    """A house that claps: each pair of hands at three to five claps a second, the near ones apart from the mass."""
    cast, dice = s.cast("hands"), s.dice("hands")
    out = np.zeros((SPAN + RATE, 2), np.float32)
    for _ in range(14 + round(28 * force)):
        hands = bank(3, lambda i: clap(cast))
        pace, pan, gain = cast.uniform(2.9, 4.9), cast.uniform(-1, 1), cast.uniform(0.03, 0.22) ** 1.3
        at = dice.uniform(0, 1 / pace)
        while at < _SECONDS:
            spread(out, hands[dice.integers(0, 3)], at, gain * dice.uniform(0.7, 1), pan)
            at += dice.normal(1, 0.07) / pace
    mass = shower(dice, 60 + 120 * force, bank(10, lambda i: clap(cast)), SPAN, 3.4)
    swell = np.interp(np.arange(len(mass)), np.arange(FRAMES + 2) * 1024, 0.75 + 0.5 * s.drift("clapping", 4))
    return heard(together(out, mass * (0.5 * swell[:, None]).astype(np.float32)), "hall", 0.06)


def cheering(s: Stretch, force: float, talk: Recorded) -> np.ndarray:
    """A crowd that cheers: calls and held open vowels at all pitches, whistles, clapping."""
    dice, cast = s.dice("cheer"), s.cast("throats")
    out = np.zeros((SPAN + 4 * RATE, 2), np.float32)
    wave_of = s.drift("cheer", 5.0)
    throats = []
    for _ in range(0 if talk else 26):
        size = float(cast.choice([1.0, 1.0, 1.17, 1.17, 1.35]))
        throats.append(shout(cast, cast.uniform(190, 330) * size**1.4, size, cast.uniform(0.5, 1.9)))
    for at in moments(dice, 12 + 14 * force if throats else 0, _SECONDS):
        if dice.random() < 0.45 + 0.6 * wave_of[int(at * RATE / 1024)]:
            wave = throats[dice.integers(0, len(throats))]
            turned = np.interp(np.arange(0, len(wave) - 1, dice.uniform(0.85, 1.18)), np.arange(len(wave)), wave)
            spread(out, turned.astype(np.float32), at, 0.08 * dice.uniform(0.3, 1), dice.uniform(-1, 1))
    for at in moments(dice, (14 + 18 * force) if talk else 0, _SECONDS):
        wave = talk["cheers"][dice.integers(0, len(talk["cheers"]))]
        turned = np.interp(np.arange(0, len(wave) - 1, dice.uniform(0.95, 1.5)), np.arange(len(wave)), wave)
        loud = 0.16 * dice.uniform(0.2, 1) * (0.5 + wave_of[int(at * RATE / 1024)])
        spread(out, turned.astype(np.float32), at, loud, dice.uniform(-1, 1))
    for at in moments(dice, 0.25 + 0.4 * force, _SECONDS):
        n = round(dice.uniform(0.3, 0.7) * RATE)
        tone = np.interp(
            np.linspace(0, 1, n), [0, 0.3, 0.6, 1], np.array([1800, 2900, 2500, 1900]) * dice.uniform(0.85, 1.15)
        )
        spread(
            out,
            (np.sin(2 * np.pi * np.cumsum(tone) / RATE) * np.hanning(n)).astype(np.float32),
            at,
            0.05,
            dice.uniform(-1, 1),
        )
    roar = hiss(
        s,
        "roar",
        weighed(
            (0.5 + wave_of[:FRAMES], band(350, 1500, 1.3) * slope(-2, 800)),
            (0.5 + wave_of[:FRAMES], band(1200, 4500, 1) * slope(-4, 1800) * np.float32(0.4)),
        ),
    )
    return together(
        heard(out, "street", 0.35) * np.float32(1.5),
        applause(s, 0.3) * np.float32(0.7),
        roar * np.float32(0.004 + 0.008 * force),
    )


def playing_children(s: Stretch, force: float, talk: Recorded) -> np.ndarray:
    """Children at play: calls, squeals and laughter at twice a man's pitch, all over a yard."""
    dice = s.dice("children")
    out = np.zeros((SPAN + 4 * RATE, 2), np.float32)
    for at in moments(dice, 3.0 + 5.5 * force, _SECONDS):
        tone, pan, what = dice.uniform(290, 460), dice.uniform(-1, 1), dice.random()
        if what < 0.5:
            wave = (
                uttered(dice, talk, 1.35) * np.float32(2) if talk else babble(dice, tone, 1.35, dice.uniform(0.4, 1.4))
            )
        elif what < 0.85:
            wave = shout(dice, tone * 1.35, 1.35, dice.uniform(0.25, 0.8))
        else:
            wave = laugh(dice, tone, 1.35)
        spread(out, wave, at, 0.11 * dice.uniform(0.35, 1), pan)
    return together(heard(out, "street", 0.4) * np.float32(1.5), _hum(s, 0.006, 350, 2200))
