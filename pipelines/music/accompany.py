"""Who plays under the tune, section by section, and how everyone lands on the last chord."""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.music import bass, comping, counter, drums, parts
from pipelines.music.form import Section
from pipelines.music.grid import Grid
from pipelines.music.parts import Note, Place
from pipelines.music.rows import CALM
from pipelines.music.styles import Style

_BY_BEAT = -0.9  # the least arousal for drums of styles that live by their beat
# The last chord of these is rolled upwards; the others strike it.
_ROLLED = {"broken", "rolling", "nocturne", "arpeggio", "picked", "slow", "music box", "tinkle", "strummed", "ballad"}


def under(style: Style, parted: tuple[Section, ...], places: list[Place], sung: Sequence[Note] = ()) -> list[Note]:
    """Pad, keys, bass, counter line, further players and drums: which of them play grows from section to section.

    `sung` is the tune they play under.
    """
    notes: list[Note] = []
    for index, section in enumerate(parted):
        own = places[section.first : section.stop]
        full = section.name == "return" or (section.name == "theme" and len(parted) < 3)
        opening = section.name in ("intro", "bridge")
        sparse_pad = style.motion in ("broken", "rolling", "nocturne")  # a piano needs strings only at the height
        holds = style.pad is not None and (not sparse_pad or full)
        beaten = bool(style.drums) and _beaten(style, section)
        if holds:
            notes += parts.held("pad", own, 0.5 if full else 0.42)
        if style.counter is not None and full:
            notes += counter.counter(own, sung, style.counter)
        for place in own:
            if style.keys is not None:
                notes += comping.comping("keys", place, style.motion, style.swing, style.lift)
            if style.bass is not None and not (opening and holds):
                notes += bass.bass("bass", place, style.step, style.swing)
            for layer in style.layers if not opening else ():
                if place.level >= layer.least:
                    notes += comping.comping(layer.part, place, layer.figure, style.swing, layer.shift, layer.force)
        if beaten:
            notes += _drummed(style, section, own, index + 1 < len(parted))
    return notes


def _drummed(style: Style, section: Section, own: list[Place], goes_on: bool) -> list[Note]:
    """A section's drums, a fill at its end. A style that lives by its beat begins with it, softly."""
    if not style.drums or section.name == "bridge":
        return []
    notes: list[Note] = []
    for number, place in enumerate(own):
        leads = number == len(own) - 1 and len(own) > 1 + (section.name != "intro")
        if section.name != "intro":
            notes += drums.drums(place, style.drums, style.swing, fill=leads)
            continue
        from_beat = place.time(2) if leads and goes_on else place.bar.start + place.bar.seconds
        if style.least <= _BY_BEAT:
            soft = replace(place, level=min(place.level, CALM - 0.01))
            notes += [n for n in drums.drums(soft, style.drums, style.swing) if n.start < from_beat - 1e-6]
        if leads and goes_on:
            turned = drums.drums(place, style.drums, style.swing, fill=True)
            notes += [n for n in turned if n.start >= from_beat - 1e-6]
    return notes


def _beaten(style: Style, section: Section) -> bool:
    """Whether there are drums in a section: a still scene does without, unless they were asked for."""
    feeling = section.feeling
    return feeling.drums is True or feeling.arousal >= style.least


def ending(
    style: Style,
    grid: Grid,
    place: Place,
    tune: list[Note],
    reach: tuple[int, int],
    base: float,
) -> list[Note]:
    """The last chord: everyone lands together, keys rolled upwards, and it rings out before the film ends."""
    ring = grid.seconds - grid.landing
    stop = grid.seconds - min(0.06, ring * 0.05)  # expression has faded it by then
    start = grid.landing
    level = max(0.25, min(1.0, base))

    def struck(part: str, pitch: int, force: float, late: float = 0.0) -> Note:
        velocity = round(34 + 86 * force * (0.45 + 0.6 * level))
        return Note(part, start + late, max(stop, start + late + 0.1), pitch, velocity)

    notes: list[Note] = []
    if style.pad is not None:
        notes += [struck("pad", pitch, 0.5) for pitch in place.voicing]
    if style.keys is not None:
        chord = comping.ringing(style.motion, place)
        rolled = sorted({place.bass + 12, *chord, chord[0] + 12})
        together = style.motion not in _ROLLED or grid.landing in grid.met  # on a cut nobody is late
        roll = 0.0 if together else min(0.07, ring * 0.03)
        notes += [struck("keys", pitch, 0.5, roll * i) for i, pitch in enumerate(rolled)]
    if style.bass is not None:
        notes.append(struck("bass", place.bass, 0.6))
    for layer in style.layers:
        if layer.figure == "taiko":
            notes.append(struck(layer.part, 43, 0.7))
        elif layer.part in ("brass", "strings") and base >= layer.least:
            chord = (place.bass + 12,) if layer.figure == "drone" else place.voicing
            notes += [struck(layer.part, pitch + layer.shift, 0.5 * layer.force) for pitch in chord]
    last = max(tune, key=lambda n: (n.start, n.pitch)).pitch if tune else sum(reach) // 2
    homes = [p for p in range(reach[0], reach[1] + 1) if p % 12 in place.chord.tones[:2]]
    root = place.chord.tones[0]
    home = min(homes or [last], key=lambda p: (abs(p - last) + (1.5 if p % 12 != root else 0), p))
    notes.append(struck("lead", home, 0.68))
    crash = drums.BEATS[style.drums].crash if style.drums in drums.BEATS else None
    if crash and ring > 1:
        notes.append(replace(struck("drums", drums.DRUMS[crash], 0.5), end=start + 0.3))
        notes.append(replace(struck("drums", drums.DRUMS["kick"], 0.6), end=start + 0.3))
    if style.drums == "orchestral":
        notes.append(struck("timpani", place.bass, 0.55))
    return notes
