"""The sounds a film's pictures ask for: places, weathers and what happens, in one track."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Literal

from pydantic import Field

from pipelines.patience import patiently
from studio.kinds import Audio, Cut
from studio.tool import Settled
from studio.work import Work

CORES = 1
MEMORY = 0.6


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """What helps where it is there: recorded beasts, voices for a crowd."""
    return Settled(options, tuple(pack for pack in ("animals", "hibari-voice", "joe-voice") if ready(pack)))


def foley(
    cut: Cut,
    what: Literal["all", "places", "deeds"] = "all",
    without: Annotated[str, Field(max_length=500)] = "",
    seed: Annotated[int, Field(ge=0, le=2**62)] = 1,
    *,
    work: Work,
) -> Audio:
    """Make a film's effects in one track as long as the film: lay it at its beginning with `lay_sound`.

    What is heard comes from what the pictures tell of themselves: the place, the hour and the weather drawn, the words
    of the scene. One bed runs through all shots of a place and turns into the next around the cut; deeds are heard at
    their moment: steps, doors, wings, thunder, a bell. What is nowhere shown is not heard: a film of photos that tell
    nothing gives a silent track, and a note says so. A note lists all that was laid; a single sound is taken out by
    `without`, or laid by hand with `ambience`, `effect` and `lay_sound`. FLAC, 48 kHz, stereo, beds near -30 LUFS.

    Args:
        cut: The edited film.
        what: "places" are the beds alone, "deeds" the single effects alone.
        without: What shall not be heard, in words: "no birds, no footsteps".
        seed: Another number, another take.
    >>> shot1 = paint(scene="waves break on a rocky shore", time="day")
    ... shot2 = paint(scene="a man walks through a forest in the rain")
    ... cut1 = edit(shots=[shot1, shot2], seconds=6)
    ... sounds = foley(cut=cut1)
    """
    from pathlib import Path

    from pipelines.effects import beds, gathering, laying, placing
    from pipelines.effects.delivering import held_back
    from pipelines.effects.oneshots import BEASTS
    from pipelines.effects.stretches import RATE
    from studio import facts, timeline
    from studio.sounds import writing

    work.progress(0.0, "Looking what the pictures tell")
    film = timeline.load(cut)
    asked = patiently(work.check, partial(placing.placed, film, Path(cut).parent, without))
    asked = placing.Foley(asked.stays if what != "deeds" else (), asked.cues if what != "places" else ())
    seconds = float(film.seconds)
    needs = set().union(*(beds.wanted(stay.layers) for stay in asked.stays))
    recorded = gathering.recorded(needs | ({"beasts"} if any(c.effect in BEASTS for c in asked.cues) else set()), work)
    for note in placing.told(asked, set(recorded)):
        work.note(note)
    about = {
        "foley": [[round(s.start, 2), round(s.end, 2), [layer.bed for layer in s.layers]] for s in asked.stays][:200],
        "deeds": [[round(cue.at, 2), cue.effect] for cue in asked.cues][:300],
    }
    path, done = work.path("foley.flac"), 0
    with writing(path, RATE, 2) as sound:
        sound.comment = facts.pack(about)
        for piece in laying.track(asked, seconds, seed, recorded, work.check):
            sound.write(held_back(piece))
            done += len(piece)
            work.progress(done / (seconds * RATE + 1), "Making the film's sounds")
    return Audio(path)
