"""Rooms and machines: what is heard indoors when nobody speaks, or everybody does."""

import numpy as np

from pipelines.effects.air import heard, heard_all
from pipelines.effects.grains import bank, burst, moments, ringing, shower, spread
from pipelines.effects.noise import FRAMES, HOP, band, hiss, peak, slope, weighed
from pipelines.effects.people import murmur, playing_children
from pipelines.effects.stretches import RATE, SPAN, Stretch, together
from pipelines.effects.talk import Recorded

_SECONDS = SPAN / RATE


def _mains(s: Stretch, gains: dict[float, float]) -> np.ndarray:
    """Steady tones of machines on the mains, the same in every stretch, each side a little apart in phase."""
    t = np.arange(SPAN, dtype=np.float64) / RATE + s.start
    out = np.zeros((SPAN, 2))
    for tone, gain in gains.items():
        for side in (0, 1):
            out[:, side] += gain * np.sin(2 * np.pi * ((tone * t) % 1.0) + tone + side * 0.7)
    return np.asarray(out, np.float32)


def room_tone(s: Stretch, force: float) -> np.ndarray:
    """A quiet room: air, a house far below hearing, the faintest of hums."""
    shape = weighed(
        (0.9 + 0.2 * s.drift("still", 12), band(40, 500, 0.7) * slope(-4.5, 100)),
        (0.9 + 0.2 * s.drift("air", 7), band(500, 9000, 0.7) * slope(-5, 700) * np.float32(0.25)),
    )
    return together(
        hiss(s, "tone", shape) * np.float32(0.04 + 0.02 * force), _mains(s, {50: 0.004 * force, 100: 0.003, 150: 0.001})
    )


def _keys(dice: np.random.Generator) -> np.ndarray:
    """One key of a keyboard: down on its plate, and a moment later up."""
    wave = np.zeros(round(0.16 * RATE), np.float32)
    for at, gain in ((0.0, 1.0), (dice.uniform(0.07, 0.11), 0.45)):
        hit = burst(dice, 0.009, dice.uniform(900, 1800), 7000, 0.0002) * np.float32(0.7) + np.pad(
            ringing(dice.uniform(300, 3200, 4), dice.uniform(150, 400, 4), dice.uniform(0.1, 0.5, 4), 0.008), (0, 480)
        )[: round(0.009 * RATE)] * np.float32(0.5)
        low = round(at * RATE)
        wave[low : low + len(hit)] += hit * np.float32(gain)
    return wave


def office(s: Stretch, force: float, talk: Recorded) -> np.ndarray:
    """An office: ventilation, keyboards in fits, talk two rooms away, a chair."""
    dice, cast = s.dice("office"), s.cast("office")
    near, far = (np.zeros((SPAN + 2 * RATE, 2), np.float32) for _ in range(2))
    keys = bank(16, lambda i: _keys(cast))
    for desk in range(3):
        pan = float(cast.uniform(-0.9, 0.9))
        typing = s.drift(f"desk{desk}", 6.5)
        for at in moments(dice, 8.5, _SECONDS):
            if typing[int(at * RATE / HOP)] > 0.58 - 0.12 * force:
                spread(near if desk == 0 else far, keys[dice.integers(0, 16)], at, 0.13 * dice.uniform(0.4, 1), pan)
    for at in moments(dice, 0.07, _SECONDS):
        spread(far, burst(dice, 0.18, 200, 1400, 0.02), at, 0.12, dice.uniform(-1, 1))
    vent = hiss(s, "vent", weighed((0.9 + 0.15 * s.drift("vent", 9), band(60, 1400, 0.9) * slope(-4.5, 200))))
    return together(
        heard_all([(near, 0.15), (far, 0.5)], "room"),
        vent * np.float32(0.035),
        heard(murmur(s, 0.1, talk)[:SPAN], "room", 0.9) * np.float32(0.35 * force),
    )


def kitchen(s: Stretch, force: float) -> np.ndarray:
    """A kitchen at work: something fries, a knife on a board in fits, pots and plates, the refrigerator."""
    dice, cast = s.dice("kitchen"), s.cast("kitchen")
    out = np.zeros((SPAN + 2 * RATE, 2), np.float32)
    spits = bank(10, lambda i: burst(cast, 0.003 + 0.004 * cast.random(), 2500, 15000, 0.0001))
    fry = shower(dice, 500, spits, SPAN, 1.5)
    heat = np.interp(np.arange(len(fry)), np.arange(FRAMES + 2) * HOP, 0.35 + 0.9 * s.drift("pan", 4))
    pots = bank(
        12, lambda i: ringing(cast.uniform(500, 5200, 7), cast.uniform(12, 60, 7), cast.uniform(0.2, 1, 7), 0.5)
    )
    for at in moments(dice, 0.35 + 0.5 * force, _SECONDS):
        spread(out, pots[dice.integers(0, 12)], at, 0.06 * dice.uniform(0.2, 1), dice.uniform(-0.8, 0.8))
    chop = bank(5, lambda i: burst(cast, 0.035, 180, 2600, 0.0003))
    for at in moments(dice, 0.10, _SECONDS):
        for number in range(int(dice.integers(4, 12))):
            spread(
                out,
                chop[dice.integers(0, 5)],
                at + number * 0.19 + dice.normal(0, 0.01),
                0.30 * dice.uniform(0.6, 1),
                0.3,
            )
    sizzle = fry * (heat * (0.10 + 0.12 * force))[:, None].astype(np.float32)
    return together(heard_all([(out, 0.15), (sizzle, 0.1)], "room"), room_tone(s, 0.6) * np.float32(0.8))


def classroom(s: Stretch, force: float, talk: Recorded) -> np.ndarray:
    """A classroom before the lesson: children's talk, chairs, pencils and paper."""
    dice = s.dice("desks")
    out = np.zeros((SPAN + 2 * RATE, 2), np.float32)
    for at in moments(dice, 0.35, _SECONDS):
        spread(out, burst(dice, dice.uniform(0.1, 0.35), 180, 1600, 0.03), at, 0.10, dice.uniform(-1, 1))
    for at in moments(dice, 0.5, _SECONDS):
        spread(out, burst(dice, dice.uniform(0.15, 0.5), 1800, 9000, 0.06), at, 0.04, dice.uniform(-1, 1))
    return together(
        heard(together(out, playing_children(s, 0.15 + 0.4 * force, talk)[:SPAN] * np.float32(0.6)), "room", 0.2),
        room_tone(s, 0.5),
    )


def space_hum(s: Stretch, force: float) -> np.ndarray:
    """The hum of a ship between the stars, as films have it: low tones that beat, air, a slow filter that opens and
    closes; nothing of it is physics."""
    t = np.arange(SPAN, dtype=np.float64) / RATE + s.start
    out = np.zeros((SPAN, 2))
    for number, tone in enumerate((36.7, 36.91, 55.05, 73.4, 73.82, 110.1, 146.9)):
        slow = np.interp(np.arange(SPAN), np.arange(FRAMES + 2) * HOP, s.drift(f"layer{number}", 9 + number))
        for side in (0, 1):
            out[:, side] += (
                (0.3 + slow) * np.sin(2 * np.pi * ((tone * t) % 1.0) + number * (1 + side)) * (36 / tone) ** 0.5
            )
    glow = weighed(
        (s.drift("glow", 7) ** 2, band(300, 1500, 1) * slope(-5, 400)), (0.5 + s.drift("low", 8), band(30, 200, 1))
    )
    return together(np.asarray(out * 0.05, np.float32), hiss(s, "glow", glow) * np.float32(0.03 + 0.05 * force))


def machine_hall(s: Stretch, force: float) -> np.ndarray:
    """A factory's hall: motors, a press that falls in its own time, chains, escaping air."""
    cast, dice = s.cast("hall"), s.dice("hall")
    out = np.zeros((SPAN + 3 * RATE, 2), np.float32)
    press, pan = cast.uniform(1.1, 1.9), cast.uniform(-0.6, 0.6)
    stamp = np.pad(burst(cast, 0.25, 35, 420), (0, RATE))[: RATE // 2] + ringing(
        cast.uniform(160, 2400, 9), cast.uniform(9, 40, 9), cast.uniform(0.1, 0.5, 9), 0.5
    ) * np.float32(0.3)
    for beat in range(int(np.ceil(s.start / press)), int(np.ceil((s.start + _SECONDS) / press))):
        spread(out, stamp, beat * press - s.start, 0.42, pan)
    step = cast.uniform(0.21, 0.34)
    tick = ringing(cast.uniform(700, 4200, 6), cast.uniform(40, 120, 6), cast.uniform(0.1, 0.6, 6), 0.09)
    for beat in range(int(np.ceil(s.start / step)), int(np.ceil((s.start + _SECONDS) / step))):
        spread(out, tick, beat * step - s.start, 0.07 * dice.uniform(0.6, 1), -pan)
    for at in moments(dice, 0.12 + 0.2 * force, _SECONDS):
        spread(out, burst(dice, dice.uniform(0.3, 0.9), 2200, 12000, 0.02), at, 0.16, dice.uniform(-1, 1))
    motors = _mains(s, {49.2: 0.05, 98.4: 0.06, 147.6: 0.03, 296: 0.02, 24.6: 0.03, 590: 0.006})
    roar = hiss(s, "motors", weighed((0.8 + 0.4 * s.drift("load", 1.1), band(60, 1600, 1) * slope(-3, 300))))
    return together(heard_all([(out, 0.25), (motors, 0.1)], "hall"), roar * np.float32(0.07 + 0.07 * force))


def laboratory(s: Stretch, force: float) -> np.ndarray:
    """A laboratory: fans of instruments, a pump, now and then a soft tone that says something is done."""
    dice = s.dice("laboratory")
    out = np.zeros((SPAN + RATE, 2), np.float32)
    for at in moments(dice, 0.09 + 0.15 * force, _SECONDS):
        tone, t = float(dice.choice([880, 1175, 1568])), np.arange(round(0.11 * RATE)) / RATE
        beep = (np.sin(2 * np.pi * tone * t) * np.minimum(1, np.minimum(t / 0.006, (t[-1] - t) / 0.02))).astype(
            np.float32
        )
        for number in range(int(dice.integers(1, 4))):
            spread(out, beep, at + 0.19 * number, 0.022, dice.uniform(-0.7, 0.7))
    fans = weighed(
        (0.9 + 0.1 * s.drift("fan", 5), band(90, 2600, 0.8) * slope(-4, 300)),
        (0.8 + 0.3 * s.drift("pump", 0.9), peak(233, 12) + peak(466, 14) * np.float32(0.5)),
    )
    return together(
        heard(out, "room", 0.3),
        hiss(s, "fans", fans) * np.float32(0.05),
        _mains(s, {50: 0.012, 100: 0.016, 200: 0.006, 300: 0.003}),
    )
