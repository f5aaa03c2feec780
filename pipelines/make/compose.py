"""Music for a film: a score that follows the mood and lands on the cuts."""

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import Field

from pipelines.music import feeling, keys, styles
from studio.kinds import Cut, Music, Video
from studio.tool import Settled
from studio.work import Work

PACKS = ("minilm",)  # reads what is felt in a film's words; without it single words are read, and a note says so
CORES = 1
MEMORY = 0.2
UNKNOWN_LENGTH = 30.0

StyleName = Literal[
    "auto", "piano", "cinematic", "epic", "ambient", "orchestral", "choir", "western", "8-bit", "music box", "folk",
    "country", "celtic", "tango", "waltz", "march", "latin", "bossa nova", "reggae", "pop", "lo-fi", "jazz",
    "blues", "rock", "funk", "hip-hop", "synthwave", "house",
]  # fmt: skip
_NOBODY = re.compile(r"\b(?:no (?:music|sounds?|instruments?|players?)|silen(?:t|ce)|mute)\b", re.I)
PartName = Literal[
    "lead", "second", "counter", "keys", "pad", "strings", "brass", "pluck", "fx", "bass", "timpani", "drums"
]


def settle(options: dict[str, Any], ready: Callable[[str], bool]) -> Settled:
    """ "auto" becomes the style that suits the mood."""
    if options.get("style", "auto") == "auto":
        options = {**options, "style": feeling.style_for(feeling.read(str(options.get("mood", ""))))}
    return Settled(options=options, packs=PACKS if all(ready(pack) for pack in PACKS) else ())


def compose(
    cut: Cut | Video | None = None,
    mood: str = "calm",
    style: StyleName = "auto",
    seconds: Annotated[float, Field(ge=0.2, le=10800)] | None = None,
    seed: int = 1,
    key: str = "auto",
    tempo: Annotated[float, Field(ge=40, le=200)] | None = None,
    instruments: str = "",
    mute: list[PartName] = [],  # noqa: B006
    variation: Annotated[int, Field(ge=0)] = 0,
    moods: list[str] = [],  # noqa: B006
    *,
    work: Work,
) -> Music:
    """Write music as long as a film, in the mood asked for, that lands on its cuts.

    A Standard MIDI File with a tune, chords, bass and, where they fit, drums. The composer knows at every bar how far
    the next cut is (8 s ahead, as in EMSYNC, arXiv 2502.10154), leans on a chord before it and lands another with its
    bass on the frame; tempo bends under 8 % for it. Cuts less than two beats apart are met as one; a note tells what
    is not met. A change of feeling begins a section, in its own key, tempo and loudness; the theme returns at the end,
    and the last chord rings out as the film ends. Mood to music after Russell & Mehrabian (1977).

    Args:
        cut: The film the music is for, edited here or any video; its length, cuts, words and pictures shape it. What
            a video sounds like itself is not touched: it is mixed with the music where the film is rendered.
        mood: How it should feel, in words: "calm, hopeful", "tense", "warm, slow, no drums, with cello".
        style: The players; auto chooses by mood.
        seconds: How long, where there is no film (30 otherwise).
        seed: Another number gives another piece.
        key: As "D minor" or "F# major"; auto chooses by mood.
        tempo: Beats a minute; by mood when left out.
        instruments: Who should play, as "violin, piano" or "no guitar".
        mute: Players left out; the others play on just the same.
        variation: Another number plays the same piece otherwise: key, tempo, form and motif stay.
        moods: A mood of its own for each shot of the film, in order, as ["tense", "", "relieved"]; "" is as it feels
            by its words and pictures.

    >>> theme = compose(mood="calm, hopeful", seconds=24, seed=3, key="D major")
    """
    from pipelines.music import arrange, score, telling
    from pipelines.music.conditions import Conditions
    from pipelines.music.film import film_of

    keys.named(key)  # a wrong one is told before anything is done
    work.progress(0.0, "Reading the mood")
    film = film_of(cut, mood, UNKNOWN_LENGTH if seconds is None else seconds, seconds, work, moods)
    felt = _wishes(mood, instruments, work)
    if cut is not None:
        _tell_moods(moods, work)
    name = feeling.style_for(felt) if style == "auto" else style
    stirred = max(scene.feeling.arousal for scene in film.scenes)  # drums wait for the scene that asks for them
    band = random.Random(f"{seed} {mood} {name} band")
    players = styles.chosen(name, replace(felt, arousal=stirred), band)
    asked = keys.named(key) or keys.named(felt.key or "auto")  # the options before the mood's own words
    asked_for = Conditions(film.seconds, film.scenes, tempo=tempo or felt.bpm, key=asked, seed=f"{seed} {mood} {name}",
                           variation=variation)  # fmt: skip
    conditions = arrange.aimed(asked_for, film.cuts, players)
    work.progress(0.3, "Writing the music")
    piece = arrange.notes_for(conditions, players, work.check)
    work.progress(0.8, "Writing the score")
    if asked_for.tempo and abs(piece.grid.tempo / asked_for.tempo - 1) > 0.1:
        work.note(
            f"Such short music has no room for {asked_for.tempo:g} beats a minute; it plays {piece.grid.tempo:.0f}."
        )
    about = telling.about(piece, film, mood=mood, style=name, mute=mute)
    if not about["players"]:
        work.note("All players are muted: the music is silent.")
    elif felt.drums and "drums" not in (*about["players"], *mute):
        work.note(f"No drums play: the style “{name}” has none. Choose another style for them.")
    if words := telling.of_cuts(piece, film).words:
        work.note(words)
    path = work.path("music.mid")
    score.write(piece, players, path, about, f"{seed} {variation}", work.check, mute)
    return Music(path)


def _named(words: Iterable[str]) -> str:
    return ", ".join(word[:40] for word in list(words)[:4])


def _tell_moods(moods: list[str], work: Work) -> None:
    """Say what the moods of single shots hold that is not known, or contradicts itself."""
    felt = [feeling.read(mood) for mood in dict.fromkeys(moods)]
    if strange := dict.fromkeys(word for each in felt for word in each.unknown):
        work.note(f"Of the shots' moods “{_named(strange)}” are not known to the composer; it plays calm there.")
    for said in dict.fromkeys(said for each in felt for said in each.notes):
        work.note(said)


def _plays(name: str) -> bool:
    """Whether words name a player, or one to leave out."""
    read = feeling.read(name)
    return bool(read.asked or read.barred or read.drums is not None)


def _wishes(mood: str, instruments: str, work: Work) -> feeling.Feeling:
    """The feeling of the mood, with the players named beside it."""
    felt = feeling.read(mood)
    if felt.unknown:
        work.note(f"The mood words “{_named(felt.unknown)}” are not known to the composer; it plays calm.")
    for said in felt.notes:
        work.note(said)
    if _NOBODY.search(f"{mood}, {instruments}"):
        work.note("Somebody always plays here. For a film without music leave 'music' out of its render step.")
    if not instruments.strip():
        return felt
    asked = feeling.read(instruments)
    strange = [name for name in re.split(r"[,;/&+]|\band\b", instruments[:400]) if name.strip() and not _plays(name)]
    if strange:
        named = ", ".join(f"“{name.strip()[:40]}”" for name in strange[:4])
        work.note(f"The composer has no instrument called {named}; it chooses itself.")
    drums = felt.drums if asked.drums is None else asked.drums
    barred = tuple(dict.fromkeys((*felt.barred, *asked.barred)))
    only = asked.only if asked.asked else felt.only
    return replace(felt, asked=asked.asked or felt.asked, barred=barred, drums=drums, only=only)
