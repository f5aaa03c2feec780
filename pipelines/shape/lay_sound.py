"""An effect or music at a moment of a cut."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from studio import facts
from studio.errors import PersonError
from studio.kinds import Audio, Cut, Music
from studio.timeline import Sound, load, save, to_frames
from studio.work import Work

PACKS_BY_KIND = {"Music": ("general-user",)}  # a score in MIDI is played when the film is mixed

_AS_MADE = -1.0  # dB of a track of `foley`, whose places then lie where `edit` lays a bed
_RINGS = 2.0  # seconds a score rings on after its last note


def lay_sound(
    cut: Cut,
    sound: Audio | Music,
    start: Annotated[float, Field(ge=0, le=86400)] = 0.0,
    seconds: Annotated[float, Field(gt=0, le=86400)] | None = None,
    bus: Literal["effects", "music"] = "effects",
    level: Annotated[float, Field(ge=-60, le=20)] = 0.0,
    pan: Annotated[float, Field(ge=-1, le=1)] = 0.0,
    fade_in: Annotated[float, Field(ge=0, le=60)] = 0.0,
    fade_out: Annotated[float, Field(ge=0, le=60)] = 0.0,
    *,
    work: Work,
) -> Cut:
    """Lay a sound into a cut: the same Cut with one more sound in it, which `render` mixes.

    Every sound is first brought to the loudness of its bus: effects lie 4 LU under the words and step back 4 dB for
    them; music lies where the film's music does and steps back 11 dB. A track of `foley` keeps its own levels. A sound
    ends with the film at the latest, with a note.
    Raises PersonError when it would begin after the film's end or holds no sound.

    Args:
        cut: The edited film.
        sound: The sound, or music as notes.
        start: Where in the film it begins, in seconds.
        seconds: How long it is heard; to its end when left out.
        bus: Effects belong to what is seen; music steps back far under speech.
        level: Louder or quieter than its bus lies, in decibels.
        pan: Where it is heard: -1 left, 0 in the middle, 1 right.
        fade_in: Seconds in which it comes.
        fade_out: Seconds in which it goes.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... cut1 = edit(shots=[shot1], seconds=6)
    ... bell = speak(text="Ding dong!")
    ... cut2 = lay_sound(cut=cut1, sound=bell, start=2, fade_out=0.5)
    """
    film, path = load(cut), Path(sound)
    long = _seconds(path, work)
    first = to_frames(start, film.rate)
    if first >= film.frames:
        raise PersonError(
            f"The film is {float(film.seconds):.1f} s long; a sound cannot begin at {start:g} s. "
            f"Choose a start below {float(film.seconds):.1f}."
        )
    if seconds is not None and seconds > long + 0.1:
        work.note(f"The sound is only {long:.1f} s long; then it is over.")
    asked = max(1, to_frames(long if seconds is None else min(seconds, long), film.rate))
    frames = min(asked, film.frames - first)
    if frames < asked:
        work.note(f"The sound ends with the film, after {float(frames / film.rate):.1f} of {long:.1f} s.")
    laid = Sound(
        path.name,
        first,
        frames,
        bus,
        fade_in=min(frames, to_frames(fade_in, film.rate)),
        fade_out=min(frames, to_frames(fade_out, film.rate)),
        gain=level + _balance(path, float(frames / film.rate), work),
        pan=pan,
    )
    made = work.path("cut.otio")
    save(replace(film, sounds=(*film.sounds, laid)), made)
    return Cut(made)


def _balance(path: Path, seconds: float, work: Work) -> float:
    """Decibels that undo what the mix does to a track of `foley`, which is not to be made as loud as its bus."""
    if "foley" not in facts.read(path):
        return 0.0
    from pipelines.assemble.mixing.buses import EFFECTS
    from pipelines.assemble.mixing.takes import listen, whole

    take = listen(whole(path, work, seconds=seconds), work)
    return 0.0 if take.silent else round(take.level - EFFECTS + _AS_MADE, 2)


def _seconds(path: Path, work: Work) -> float:
    from pipelines.sound.hearing import length
    from pipelines.sound.synth import read_score

    if path.suffix.lower() in (".mid", ".midi"):
        return read_score(path).end + _RINGS
    return length(path, work)
