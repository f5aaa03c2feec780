"""A style chosen and bent to a person's wishes: instruments asked for or barred, drums or none."""

import random
from dataclasses import replace

from pipelines.music.bands import STYLES
from pipelines.music.feeling import INSTRUMENTS, Feeling
from pipelines.music.instruments import MIDDLE, PLACES, RANGES, volume
from pipelines.music.style import Layer, Style

__all__ = ["MIDDLE", "PLACES", "RANGES", "STYLES", "Layer", "Style", "chosen", "volume"]

_STRINGS = {40, 41, 42, 43, 44, 45, 48, 49, 50, 51, 110}
_GUITARS = {24, 25, 26, 27, 28, 29, 30, 31}
_BRASS = {56, 57, 58, 59, 60, 61, 62, 63}
_VOICES = {52, 53, 54, 85}
_KINDS = {"strings": _STRINGS, "guitar": _GUITARS, "brass": _BRASS, "choir": _VOICES, "voices": _VOICES}
_CHORDS = (0, 4, 16, 46, 11)  # and for one who plays chords
_FREE = (73, 11, 0, 4, 24, 68)  # who steps in for a player who is barred
_BY_KEYBOARD = {"power": "chords", "open chords": "chords", "strummed": "ballad", "boom-chick": "oompah"}
_HANDS = {24: "picked", 25: "picked", 46: "arpeggio", 105: "banjo"}


def chosen(name: str, feeling: Feeling, dice: random.Random | None = None) -> Style:
    """The style `name` with the person's wishes worked in; `dice` draw one of its sets of players."""
    style = STYLES[name]
    if dice is not None and style.takes:
        style = replace(style, **dice.choice(({}, *style.takes)))
    tunes = [program for program, part in (INSTRUMENTS[asked] for asked in feeling.asked) if part == "lead"]
    for asked in feeling.asked:
        style = _with(style, *INSTRUMENTS[asked])
    if tunes:  # the first of several has the theme, the next its answer
        style = replace(style, lead=tuple(tunes[:1]), second=tuple(tunes[1:2]) or style.second)
    if feeling.only:
        style = _alone(style, [INSTRUMENTS[asked] for asked in feeling.asked])
    barred = {INSTRUMENTS[word][0] for word in feeling.barred}
    for word in feeling.barred:
        barred |= _KINDS.get(word, set())
    if barred:
        style = _without(style, barred)
    if "bass" in feeling.barred:  # whoever plays it
        style = replace(style, bass=None)
    if feeling.drums is False or (feeling.drums is None and feeling.arousal < style.least):
        style = replace(style, drums=None, layers=tuple(x for x in style.layers if x.figure != "taiko"))
    elif feeling.drums and style.drums is None:
        style = replace(style, drums="tango" if style.idiom == "tango" else "soft")
    return style


def _alone(style: Style, asked: list[tuple[int, str]]) -> Style:
    """Nobody but those asked for: the first of them has the tune, and one whose part is the keys its chords too."""
    by_part = {part: program for program, part in reversed(asked)}
    tunes = tuple(program for program, part in asked if part != "bass") or (asked[0][0],)
    return replace(
        style,
        lead=(by_part.get("lead", tunes[0]),),
        second=(tunes[-1],),
        pad=by_part.get("pad"),
        keys=by_part.get("keys"),
        bass=by_part.get("bass"),
        counter=None,
        layers=(),
    )


def _with(style: Style, program: int, part: str) -> Style:
    if part == "lead":
        return replace(style, lead=(program,))
    if part == "pad":
        return replace(style, pad=program)
    if part == "bass":
        return replace(style, bass=program)
    motion = _HANDS.get(program, style.motion)
    return replace(style, keys=program, motion="broken" if program == 0 and style.bass is None else motion)


def _without(style: Style, barred: set[int]) -> Style:
    """A bank's variant counts as the instrument it varies."""

    def out(program: int | None) -> bool:
        return program is not None and program % 128 in barred

    free = tuple(p for p in _FREE if p not in barred)
    chords, motion = style.keys, style.motion
    if out(chords):
        chords = next((p for p in _CHORDS if p not in barred), None)
        motion = _BY_KEYBOARD.get(motion, motion)
    return replace(
        style,
        lead=tuple(p for p in style.lead if not out(p)) or free[:1],
        second=tuple(p for p in style.second if not out(p)) or free[:1],
        pad=None if out(style.pad) else style.pad,
        keys=chords,
        motion=motion,
        bass=None if out(style.bass) else style.bass,
        counter=None if out(style.counter) else style.counter,
        layers=tuple(layer for layer in style.layers if not out(layer.program)),
    )
