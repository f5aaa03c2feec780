"""Music for a film: a score that follows the mood and lands on the cuts."""

import random
from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import Field

from pipelines.music import arrange, feeling, grid, score, styles
from studio.kinds import Cut, Music
from studio.tool import Settled
from studio.work import Work

CORES = 1
MEMORY = 0.1
UNKNOWN_LENGTH = 30.0

StyleName = Literal["auto", "piano", "cinematic", "ambient", "folk", "pop", "lo-fi", "orchestral", "8-bit"]


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """ "auto" becomes the style that suits the mood."""
    if options.get("style", "auto") == "auto":
        options = {**options, "style": feeling.style_for(feeling.read(str(options.get("mood", ""))))}
    return Settled(options=options, packs=())


def compose(
    cut: Cut | None = None,
    mood: str = "calm",
    style: StyleName = "auto",
    seconds: Annotated[float, Field(ge=0.2, le=10800)] | None = None,
    seed: int = 1,
    *,
    work: Work,
) -> Music:
    """Write music as long as a film, in the mood asked for.

    A Standard MIDI File with a tune, chords, bass and, where they fit, drums. Sections and chord changes fall on the
    film's cuts wherever the tempo can bend to them (under 8 %), and the last chord rings out as the film ends.
    Mood to music after Russell & Mehrabian (1977): valence picks the mode, arousal tempo and density; cuts met as
    in EMSYNC (arXiv 2502.10154).

    Args:
        cut: The film the music is for; its length and cuts shape it.
        mood: How it should feel, in words: "calm, hopeful", "tense", "warm, slow, no drums, with cello".
        style: The players; auto chooses by mood.
        seconds: How long, where there is no cut (30 otherwise).
        seed: Another number gives another piece.

    >>> theme = compose(mood="calm, hopeful", seconds=24, seed=3)
    """
    work.progress(0.0, "Reading the mood")
    felt = feeling.read(mood)
    if felt.unknown:
        work.note(f"The mood words “{', '.join(felt.unknown[:4])}” are not known to the composer; it plays calm.")
    length, cuts = (UNKNOWN_LENGTH if seconds is None else seconds), ()
    if cut is not None:
        length, cuts = _film(cut, seconds)
    name = feeling.style_for(felt) if style == "auto" else style
    players = styles.chosen(name, felt)
    dice = random.Random(f"{seed} {mood} {name}")
    tempo = arrange.tempo_for(felt.arousal, players, felt.tempo, dice)
    metres = (3, 4) if name in ("folk", "orchestral") and dice.random() < 0.35 else (4, 3)
    work.progress(0.2, "Laying the bars on the cuts")
    bars = grid.lay(length, cuts, tempo, metres if name not in ("pop", "lo-fi", "8-bit") else (4,))
    work.progress(0.4, "Writing the tune")
    piece = arrange.arrange(felt, players, bars, dice, work.check)
    work.progress(0.8, "Writing the score")
    path = work.path("music.mid")
    about = {
        "mood": mood[:200],
        "style": name,
        "key": score.key_name(piece.tonic, piece.mode),
        "tempo": round(bars.tempo, 1),
        "seconds": round(length, 3),
        "sections": [[s.name, round(bars.bars[s.first].start, 3)] for s in piece.sections],
        "cuts": len(cuts),
        "met": [round(t, 3) for t in bars.met],
    }
    score.write(piece, players, path, about, seed, work.check)
    return Music(path)


def _film(cut: Cut, seconds: float | None) -> tuple[float, tuple[float, ...]]:
    """Length and cuts of a film, in seconds."""
    from studio import timeline

    film = timeline.load(cut)
    length = float(film.seconds) if seconds is None else seconds
    return max(0.2, length), tuple(float(frame / film.rate) for frame in film.boundaries if frame / film.rate < length)
