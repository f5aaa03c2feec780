"""Music as sound, generated from words by a model."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from studio.errors import PersonError
from studio.kinds import Audio, Text, read_text
from studio.tool import Settled
from studio.work import Work

CORES = 2
MEMORY = 0.9

_LONGEST = 1500  # characters that a model is told


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """Decide who plays: a model or a server of the person's own. Raises PersonError where there is none."""
    from pipelines.engines.choosing import settled

    engine, notes = settled(options["engine"], "music", "nobody")
    if engine == "nobody":
        raise PersonError(
            " ".join(words.removesuffix(" So 'nobody' does it.") for words in notes)
            or "Generating music needs a model of yours: set REELWRIGHT_DIFFUSERS_MUSIC to a diffusers text-to-audio "
            "folder or a hub id, such as stabilityai/stable-audio-open-1.0, or REELWRIGHT_ENDPOINT_MUSIC to a server. "
            "Without one, `compose` writes music."
        )
    return Settled({**options, "engine": engine}, (), notes)


def generate_music(
    words: Text,
    seconds: Annotated[float, Field(ge=1, le=600)] = 30.0,
    avoid: str = "",
    engine: Literal["auto", "diffusers", "endpoint"] = "auto",
    seed: int = 1,
    *,
    work: Work,
) -> Audio:
    """Generate music as sound from a description, by a text-to-audio model or a server of your own.

    FLAC, stereo, 48 kHz, peak -1 dBFS, as long as asked: where the model makes less at once, it is carried on from bar
    to bar as `fit_song` does, and a note says so. The model is that of REELWRIGHT_DIFFUSERS_MUSIC (Stable Audio,
    AudioLDM 2, MusicLDM, ACE-Step …), the server that of REELWRIGHT_ENDPOINT_MUSIC. It does not know the film's cuts;
    `compose` does, and needs no model. Raises PersonError where neither is set up.

    Args:
        words: What is heard: style, players, mood, tempo. For example "slow felt piano with soft strings, hopeful".
        seconds: How long it is.
        avoid: What must not be in it, parted by commas.
        engine: Who plays: "diffusers" is a model of your own, "endpoint" a server you name; "auto" takes the first.
        seed: Another number, another take.

    >>> song1 = generate_music(words="slow felt piano, hopeful", seconds=2)
    """
    from pipelines.engines import endpoint, models
    from pipelines.songs.generated import finished

    said = read_text(words).strip()[:_LONGEST]
    if not said:
        raise PersonError("Say in words what the music shall be.")
    about: dict[str, Any]
    if models.is_ours(engine):
        from pipelines.engines.music import played

        samples, rate, name = played(said, avoid, seconds, seed, work)
        about = {"text": said[:300], "engine": name}
        return Audio(finished((samples, rate), seconds, about, work))
    if not endpoint.is_ours(engine):
        raise PersonError(f"There is no engine '{engine}' for music.")
    path, told = endpoint.music_of(f"{said}. Without {avoid}" if avoid else said, seconds, seed, work)
    return Audio(finished(Path(path), seconds, {"text": said[:300]} | told, work))
