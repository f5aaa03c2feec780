"""A judge of the craft: length, streams, black and frozen stretches, loudness, silence, captions."""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Annotated

from pydantic import Field

from pipelines.judge import measured
from pipelines.judge.measured import Pictures, Sound, Streams
from studio import timeline
from studio.kinds import Cut, Score, Video
from studio.timeline import Caption, Timeline
from studio.work import Work

LUFS = -14.0
_BLACK, _STILL, _SILENT = 1.0, 5.0, 4.0  # seconds that are no fault
_FAST, _FASTER = 18.0, 20.0  # characters a second that are read with ease, and at all
_CODECS = {"h264": "H.264", "hevc": "H.265", "aac": "AAC", "opus": "Opus", "av1": "AV1"}
_LONGEST = 84  # characters that two lines hold


@dataclass(frozen=True)
class Remark:
    """A fault in words, where it is in seconds (None: everywhere), and what it takes from the score, 0 to 1."""

    what: str
    where_s: float | None
    weight: float


def judge_technical(film: Video, cut: Cut | None = None, seconds: Annotated[float, Field(gt=0)] | None = None, *,
                    work: Work) -> Score:  # fmt: skip
    """Judge how well a film is made, not what it tells: measure it, say what was seen, then give a number.

    JSON: {"saw": [sentences], "remarks": [{"what", "where_s", "weight"}], "score": 0 to 1}. The score is 1 less each
    remark's weight, multiplied. Loudness after EBU R128. Deterministic. A file that is no film is a PersonError.

    Args:
        film: The film to judge.
        cut: The cut it was rendered from: its length, and its captions' reading speed, are judged too.
        seconds: The length that was asked for.
    >>> picture = paint(scene="a lighthouse on a hill")
    >>> clip = move(picture=picture, seconds=2)
    >>> cut = edit(shots=[clip])
    >>> film = render(cut=cut, size="320x180")
    >>> score = judge_technical(film=film, cut=cut, seconds=2)
    """
    plan = timeline.load(cut) if cut is not None else None
    about = measured.streams(film)
    seen = measured.pictures(film, about.seconds, work)
    heard = measured.sound(film, about.seconds, work) if about.sound_codec else None
    saw: list[str] = []
    remarks = [*_streams(about, seen, plan, saw), *_length(about, plan, seconds, saw), *_pictures(seen, about, saw)]
    remarks += _sound(heard, about, saw)
    if plan is not None:
        remarks += _captions(plan, saw)
    score = 1.0
    for remark in remarks:
        score *= 1 - remark.weight
    found = {"saw": saw, "remarks": [vars(r) for r in remarks], "score": round(score, 3)}
    path = work.path("score.json")
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return Score(path)


def _streams(about: Streams, seen: Pictures, plan: Timeline | None, saw: list[str]) -> Iterator[Remark]:
    codec, sound = (_CODECS.get(name or "", name) for name in (about.codec, about.sound_codec))
    with_sound = f"with {sound} sound at {about.sound_rate} Hz" if sound else "without sound"
    saw.append(f"{about.width}×{about.height} pixels, {float(about.rate):.5g} frames a second, {codec}, {with_sound}.")
    if about.width % 2 or about.height % 2:
        yield Remark(f"The size {about.width}×{about.height} is odd; many players refuse it.", None, 0.2)
    if min(about.width, about.height) < 240:
        yield Remark(f"At {about.width}×{about.height} the picture is too small to show.", None, 0.15)
    if plan is not None and abs(about.rate - plan.rate) > Fraction(1, 20):
        told = f"{float(about.rate):.5g} frames a second instead of the cut's {float(plan.rate):.5g}"
        yield Remark(f"The film has {told}.", None, 0.15)
    if seen.damaged:
        yield Remark(f"{seen.damaged} packets of pictures are damaged. Render the film again.", None, 0.5)
    if about.sound_codec and abs(about.sound_seconds - about.seconds) > 0.25:
        apart = about.sound_seconds - about.seconds
        words = f"{abs(apart):.1f} s {'longer' if apart > 0 else 'shorter'} than the pictures"
        yield Remark(f"The sound is {words}.", min(about.sound_seconds, about.seconds), 0.15)


def _length(about: Streams, plan: Timeline | None, asked: float | None, saw: list[str]) -> Iterator[Remark]:
    wanted = f"; {asked:g} s were asked for" if asked else ""
    saw.append(f"It lasts {about.seconds:.2f} s{wanted}.")
    if asked and abs(about.seconds - asked) > 0.02 * asked + 0.02:
        off = about.seconds - asked
        words = f"{abs(off):.1f} s too {'long' if off > 0 else 'short'}"
        yield Remark(f"It is {words} for the {asked:g} s asked for.", None, round(min(0.6, 0.15 + abs(off) / asked), 3))
    if plan is not None and abs(about.seconds - float(plan.seconds)) > 0.15:
        yield Remark(f"It lasts {about.seconds:.2f} s where its cut has {float(plan.seconds):.2f} s.", None, 0.3)


def _pictures(seen: Pictures, about: Streams, saw: list[str]) -> Iterator[Remark]:
    black = [(b, e) for b, e in seen.black if e - b > _BLACK]
    longest = max((e - b for b, e in seen.still), default=0.0)
    dark = f"Black for {sum(e - b for b, e in seen.black):.1f} s in all" if seen.black else "Never black"
    saw.append(f"{dark}; nothing moves for {longest:.1f} s at the longest.")
    for begin, end in black:
        weight = min(0.7, 0.1 + 0.9 * (end - begin) / max(about.seconds, 1))
        yield Remark(f"The picture is black for {end - begin:.1f} s.", round(begin, 1), round(weight, 3))
    for begin, end in seen.still:
        inside_black = any(b <= begin + 1.2 and e >= end - 0.3 for b, e in black)
        if end - begin > _STILL and not inside_black:
            weight = min(0.5, 0.05 + 0.5 * (end - begin - _STILL) / max(about.seconds, 1))
            yield Remark(f"Nothing moves for {end - begin:.1f} s.", round(begin, 1), round(weight, 3))


def _sound(heard: Sound | None, about: Streams, saw: list[str]) -> Iterator[Remark]:
    if heard is None:
        saw.append("There is no sound.")
        yield Remark("The film has no sound.", None, 0.3)
        return
    if heard.loudness < -60:
        saw.append("The sound is silence from end to end.")
        yield Remark("Nothing is heard in the whole film.", None, 0.25)
        return
    saw.append(f"Loudness {heard.loudness:.1f} LUFS, true peak {heard.peak:.1f} dBTP.")
    off = heard.loudness - LUFS
    if abs(off) > 1:
        words = f"{abs(off):.1f} LU too {'loud' if off > 0 else 'quiet'} for the web ({LUFS:g} LUFS)"
        yield Remark(f"The film is {words}.", None, round(min(0.3, 0.03 + 0.03 * abs(off)), 3))
    if heard.clipped:
        places = len(heard.clipped)
        words = f"in {places} places, first" if places > 1 else "once,"
        yield Remark(f"The sound is clipped {words} at {heard.clipped[0]:.1f} s.", round(heard.clipped[0], 1),
                     round(min(0.4, 0.1 + 0.02 * places), 3))  # fmt: skip
    elif heard.peak > -0.5:
        yield Remark(f"The true peak of {heard.peak:.1f} dBTP may distort on small players.", None, 0.05)
    for begin, end in heard.silent:
        if end - begin > _SILENT:
            weight = min(0.3, 0.05 + 0.5 * (end - begin) / max(about.seconds, 1))
            yield Remark(f"Nothing is heard for {end - begin:.1f} s.", round(begin, 1), round(weight, 3))


# ---------------------------------------------------------------- captions


def _captions(plan: Timeline, saw: list[str]) -> Iterator[Remark]:
    if not plan.captions:
        saw.append("The cut has no captions.")
        return
    speeds = [(_speed(caption, plan), caption) for caption in plan.captions]
    fastest, worst = max(speeds, key=lambda pair: pair[0])
    begin = float(worst.start / plan.rate)
    many = f"{len(speeds)} captions" if len(speeds) > 1 else "One caption"
    saw.append(f"{many}; the fastest runs at {fastest:.0f} characters a second at {begin:.1f} s.")
    for speed, caption in speeds:
        if speed > _FAST:
            heavy = speed > _FASTER
            words = "too fast to read" if heavy else "fast to read"
            yield Remark(f"“{_short(caption)}” is {words}: {speed:.0f} characters a second.",
                         round(float(caption.start / plan.rate), 2), 0.08 if heavy else 0.02)  # fmt: skip
        if _letters(caption.text) > _LONGEST:
            yield Remark(f"“{_short(caption)}” does not fit on two lines: {_letters(caption.text)} characters.",
                         round(float(caption.start / plan.rate), 2), 0.05)  # fmt: skip
        if caption.end > plan.frames:
            yield Remark(f"“{_short(caption)}” stands past the film's end.",
                         round(float(caption.start / plan.rate), 2), 0.1)  # fmt: skip
    order = sorted(plan.captions, key=lambda caption: caption.start)
    for caption, following in pairwise(order):
        if following.start < caption.end:
            yield Remark(f"“{_short(following)}” comes while “{_short(caption)}” still stands.",
                         round(float(following.start / plan.rate), 2), 0.08)  # fmt: skip


def _letters(text: str) -> int:
    """Characters as a reader meets them: one of full width takes as long as two."""
    plain = "".join(c for c in text.replace("\n", " ") if unicodedata.category(c)[0] not in "MC")
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in plain)


def _speed(caption: Caption, plan: Timeline) -> float:
    return float(_letters(caption.text) * plan.rate / (caption.end - caption.start))


def _short(caption: Caption) -> str:
    words = " ".join(caption.text.split())
    return words if len(words) <= 32 else words[:31].rstrip() + "…"
