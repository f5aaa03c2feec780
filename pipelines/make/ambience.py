"""A bed of sound for a place or a weather: rain, surf, a street, a forest, a quiet room."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import Field

from studio.kinds import Audio
from studio.tool import Settled
from studio.work import Work

CORES = 1
MEMORY = 0.6
_HELPS = ("minilm", "animals", "hibari-voice", "joe-voice")


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """What helps where it is there: meanings for words in no table, recorded beasts, voices for a crowd."""
    return Settled(options, tuple(pack for pack in _HELPS if ready(pack)))


def ambience(
    kind: Annotated[str, Field(max_length=2000)],
    seconds: Annotated[float, Field(ge=0.5, le=7200)] = 30.0,
    intensity: Annotated[float, Field(ge=0, le=1)] = 0.5,
    distance: Annotated[float, Field(ge=0, le=1)] = 0.0,
    ends: Literal["faded", "seamless"] = "faded",
    seed: Annotated[int, Field(ge=0, le=2**62)] = 1,
    *,
    work: Work,
) -> Audio:
    """Make the sound of a place, as long as you like: it never repeats.

    FLAC, 48 kHz, stereo, -30 LUFS at middling intensity (8 dB more or less at its ends, 8 less far away), no sample
    above -1 dBFS. Every sound is computed (Farnell, Designing Sound 2010; van den Doel 2005, and others named where
    they are used) but for the beasts of a farm, which are recordings, and people who talk, who are the studio's own
    voices, where the packs "animals", "hibari-voice" and "joe-voice" are there. Several things
    may be named ("a busy street with rain"), and what must not be heard ("a forest without birds"). Raises PersonError,
    with all there is, for words that name nothing that can be heard.

    Args:
        kind: What is heard, in words: "rain on a window", "gentle surf with gulls", "a market, distant thunder".
        seconds: How long it lasts.
        intensity: How hard it rains, blows or bustles; 0.5 is as the words say.
        distance: 0 is right here, 1 far away: softer, duller, with more of its surroundings.
        ends: "faded" comes and goes within a second; "seamless" begins where it ends, to be repeated without a seam.
        seed: Another number, another day at the same place.

    >>> bed = ambience(kind="gentle surf with gulls", seconds=4)
    """
    from pipelines.effects import beds, finding, gathering
    from pipelines.effects.delivering import BED, bed_file

    work.progress(0.0, "Reading what is asked for")
    recipe = finding.recipe_of(kind, gathering.embedder(work))
    for note in recipe.notes:
        work.note(note)
    layers = finding.pushed(recipe.layers, intensity, distance)
    recorded = gathering.recorded(beds.wanted(layers), work)
    beside = 16 * (intensity - 0.5) - 8 * distance
    about = {
        "ambience": kind[:300],
        "layers": [[each.bed, round(each.level, 1), round(each.force, 2), round(each.far, 2)] for each in layers],
        "seconds": round(seconds, 3),
        "level": round(beside, 1),  # for a mix that makes all beds equally loud
    }
    return Audio(bed_file(beds.mixed(layers, recorded), seed, seconds, BED + beside, ends == "seamless", about, work))
