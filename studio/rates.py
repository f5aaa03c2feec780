"""Frames and rates: whole frames of one rational rate, as film-makers count."""

from fractions import Fraction


def to_frames(seconds: float | Fraction, rate: Fraction) -> int:
    """The nearest whole number of frames; half a frame counts as one."""
    return int(Fraction(seconds) * rate + Fraction(1, 2))


def exact_rate(fps: float) -> Fraction:
    """A rate as film-makers mean it: 29.97 is 30000/1001."""
    near = round(fps)
    ntsc = Fraction(near * 1000, 1001)
    if near and abs(fps - ntsc) < 0.006 and abs(fps - near) > 0.004:
        return ntsc
    return Fraction(fps).limit_denominator(1000)
