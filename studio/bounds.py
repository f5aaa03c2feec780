"""Which numbers a film can have: everything told of a Timeline, checked once, when it is made."""

import math
import re
from dataclasses import fields, is_dataclass
from typing import Any

LONGEST = 43200  # seconds: twelve hours
_LETTERS = 4000  # in one caption; a screen holds some two hundred
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def check(film: Any) -> None:
    """Raise ValueError, saying which, when a number of a `Timeline` cannot be a film's."""
    if not 1 <= film.rate <= 240:
        raise ValueError(f"a rate of {film.rate} frames a second is outside 1 to 240")
    if not film.shots:
        raise ValueError("no shots")
    if film.shots[-1].transition:
        raise ValueError("the last shot has a transition and no shot to lead to")
    before = 0
    for number, shot in enumerate(film.shots, 1):
        _check_shot(shot, number, before)
        before = shot.overlap
    if film.frames > LONGEST * film.rate:
        raise ValueError("it is longer than twelve hours")
    for number, heard in enumerate((*film.voices, *film.sounds), 1):
        _check_numbers(heard, f"voice or sound {number}")
        if heard.start < 0 or heard.frames < 1:
            raise ValueError("a voice or a sound begins before the film or has no length")
    for number, caption in enumerate(film.captions, 1):
        if not 0 <= caption.start < caption.end:
            raise ValueError("a caption ends before it begins")
        if len(caption.text) > _LETTERS:
            raise ValueError(f"caption {number} has {len(caption.text)} letters; {_LETTERS} is the most")
    if not (film.fade_in >= 0 and film.fade_out >= 0 and film.fade_in + film.fade_out <= film.frames):
        raise ValueError("the fades are longer than the film")
    for layer in film.layers:
        _check_layer(layer, "the film")
        if layer.start + (layer.frames or 1) > film.frames:
            raise ValueError("a layer over the film lasts longer than the film")


def _check_shot(shot: Any, number: int, before: int) -> None:
    after = shot.overlap
    if before < 0 or after < 0 or before + after >= shot.visible:
        raise ValueError(f"shot {number} shows for {shot.visible} frames, too short for its transitions")
    if shot.transition and (shot.transition.kind == "cut") != (after == 0):
        raise ValueError(f"the transition after shot {number} is a {shot.transition.kind} of {after} frames")
    colours = [shot.colour] + ([shot.transition.colour] if shot.transition else [])
    if wrong := [colour for colour in colours if not _COLOUR.fullmatch(colour)]:
        raise ValueError(f"'{wrong[0]}' is no colour; write it as #rrggbb")
    if not is_speed(shot.speed):
        raise ValueError(f"the speeds of shot {number} are out of order or beyond 100 times")
    _check_numbers(shot, f"shot {number}")
    for view in (shot.camera.start, shot.camera.end) if shot.camera else ():
        if not 0.01 <= view.zoom <= 1000:
            raise ValueError(f"the camera of shot {number} has a zoom of {view.zoom:g}; it can be 0.01 to 1000")
    for layer in shot.layers:
        _check_layer(layer, f"shot {number}")


def is_speed(pairs: tuple[tuple[float, float], ...]) -> bool:
    """Whether (share, factor) pairs can be a shot's speed: in order, up to a hundred times."""
    shares = [share for share, _ in pairs]
    return shares == sorted(shares) and all(0 <= s <= 1 and abs(f) <= 100 for s, f in pairs)


def _check_layer(layer: Any, where: str) -> None:
    box = layer.box
    fine = layer.start >= 0 and (layer.frames is None or layer.frames > 0) and 0 <= layer.opacity <= 1
    if not (fine and min(box.width, box.height) > 0 and min(layer.fade_in, layer.fade_out) >= 0):
        raise ValueError(f"a layer over {where} has no length, no size or an opacity outside 0 to 1")
    _check_numbers(layer, f"a layer over {where}")


def _check_numbers(value: Any, where: str, name: str = "") -> None:
    """Raise ValueError for a number, however deep in a value, that is none, or that no film needs."""
    if is_dataclass(value):
        for field in fields(value):
            _check_numbers(getattr(value, field.name), where, field.name)
    elif isinstance(value, tuple):
        for each in value:
            _check_numbers(each, where, name)
    elif isinstance(value, float | int) and not (math.isfinite(value) and abs(value) <= 1e15):
        raise ValueError(f"the {name} of {where} is {value:g}, which is no number to make a film with")
