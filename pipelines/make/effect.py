"""A single sound effect: a whoosh, a knock, footsteps, thunder, a bell."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

from pydantic import Field

from pipelines.patience import patiently
from studio.kinds import Audio
from studio.tool import Settled
from studio.work import Work

CORES = 1
MEMORY = 0.5


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """What helps where it is there: the little model of meanings for words in no table, the recorded beasts."""
    return Settled(options, tuple(pack for pack in ("minilm", "animals") if ready(pack)))


def effect(
    kind: Annotated[str, Field(max_length=500)],
    seconds: Annotated[float, Field(ge=0.1, le=60)] | None = None,
    intensity: Annotated[float, Field(ge=0, le=1)] = 0.5,
    distance: Annotated[float, Field(ge=0, le=1)] = 0.0,
    seed: Annotated[int, Field(ge=0, le=2**62)] = 1,
    *,
    work: Work,
) -> Audio:
    """Make one effect, to be laid at a moment of a film by `lay_sound`.

    FLAC, 48 kHz, stereo, peak -3 dBFS near by at middling intensity (6 dB more or less at its ends, never above
    -1 dBFS), silent at both ends. Computed from models of what makes the sound (Farnell, Designing Sound 2010; modal
    and formant synthesis; others named where they are used); the calls of dogs, cows, ducks, horses, pigs, roosters and
    sheep are recordings of the pack "animals". A number in the words is heeded ("three knocks", "8 footsteps on
    gravel"). Raises PersonError, with all there is, for words that name no effect.

    Args:
        kind: Which effect, in words: "whoosh", "3 knocks on a door", "footsteps in snow", "distant thunder".
        seconds: How long it lasts, where it can last: a whoosh, a riser, steps, typing; others end earlier.
        intensity: How hard or fast; 0.5 is as the words say.
        distance: 0 is right here, 1 far away.
        seed: Another number, another take.

    >>> knock = effect(kind="three knocks on a door")
    """
    import numpy as np

    from pipelines.effects import calling
    from pipelines.effects.air import at_level
    from pipelines.effects.creatures import recordings
    from pipelines.effects.delivering import held_back
    from pipelines.effects.gathering import embedder
    from pipelines.effects.oneshots import BEASTS
    from pipelines.effects.stretches import RATE
    from pipelines.effects.strikes import Take
    from studio.facts import write_audio

    work.progress(0.0, "Reading what is asked for")
    call = calling.call_of(kind, embedder(work))
    for note in call.notes:
        work.note(note)
    lean = 2 * intensity - 1
    force = call.force + lean * (1 - call.force if lean > 0 else call.force)
    far = max(distance, 0.7 if {"distant", "far"} & set(kind.lower().split()) else 0.0)
    beasts = recordings(work.pack("animals"), work) if call.name in BEASTS else {}
    work.progress(0.3, "Making the sound")
    dice = np.random.default_rng([seed, *call.name.encode()])
    take = Take(dice, force, seconds, call.count)
    made = patiently(work.check, partial(calling.sounded, call, take, far, beasts))
    made = held_back(made * np.float32(at_level(min(-1.5, calling.PEAK + 6 * lean))))
    path = work.path("sound.flac")
    write_audio(path, made, RATE, {"effect": call.name, "said": kind[:200], "seconds": round(len(made) / RATE, 3)})
    if seconds is not None and abs(len(made) / RATE - seconds) > 0.35 * seconds + 0.5:
        work.note(f"This effect is {len(made) / RATE:.1f} s long.")
    return Audio(path)
