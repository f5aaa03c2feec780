"""Shots, voices and transitions laid out as one cut, with captions."""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from pydantic import Field

from pipelines.assemble.surroundings import laid
from pipelines.film.assembling import Piece, pieces_of, placed
from pipelines.layout import BETWEEN, Lengths, Wish, lay_out, overlaps_for, quiet_before, room_for
from pipelines.type.phrasing import apart, caption
from studio import facts
from studio.errors import PersonError
from studio.kinds import Audio, Cut, Image, Video
from studio.timeline import (
    Caption,
    Change,
    Layer,
    Shot,
    Sound,
    Timeline,
    Transition,
    Voice,
    Word,
    exact_rate,
    save,
    to_frames,
)
from studio.work import Work


def edit(
    shots: list[Image | Video | Cut],
    voices: list[Audio | None] = [],  # noqa: B006 - never changed; a plan's default is a value
    transition: Change = "dissolve",
    transition_seconds: Annotated[float, Field(ge=0, le=5)] = 0.5,
    seconds: Annotated[float, Field(gt=0, le=14400)] | None = None,
    fps: Annotated[float, Field(ge=1, le=120)] = 30.0,
    fade: Annotated[float, Field(ge=0, le=10)] = 0.5,
    name: Annotated[str, Field(max_length=200)] = "",
    transitions: list[Change | None] = [],  # noqa: B006
    transition_colour: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#000000",
    sound_transition: Annotated[float, Field(ge=0, le=5)] | None = None,
    sounds: list[Audio | None] = [],  # noqa: B006
    narration: Audio | None = None,
    *,
    work: Work,
) -> Cut:
    """Put shots in order, give each its voice, and time everything in whole frames.

    A shot lasts at least as long as what is said over it. With `seconds`, stills, camera moves and the clips of
    `animate` (which may end sooner) flex in proportion so that the film is exactly that long; where the narration does
    not allow it, a note says how long it became.
    Captions come from the words the voices carry, chapters from title cards. A cut among the shots brings its own
    transitions, layers and sounds. Raises PersonError naming the shot or voice that cannot be used.

    Args:
        shots: What is seen, in order.
        voices: What is said: the first voice belongs to the first shot, and so on; None leaves a shot without words.
        transition: How one shot hands over to the next.
        transition_seconds: How long a transition lasts; shorter between short shots.
        seconds: How long the whole film shall be; as long as its shots when left out.
        fps: Pictures a second of the film; 23.976, 29.97 and 59.94 are meant exactly.
        fade: Seconds the film takes to come out of black and to go back into it.
        name: The film's title, written into its file.
        transitions: A transition of its own for each join, in order, as ["wipe left", None, "cut"]; None is the
            usual one.
        transition_colour: The colour of "dip to colour", as #rrggbb.
        sound_transition: Seconds over which the shots' own sound crossfades, also in a cut; as long as the picture
            does when left out.
        sounds: What is heard around it: the first sound belongs to the first shot, and so on. A bed, as `ambience`
            makes them, lasts as long as its shots, and goes on where the next shot has it too; others are heard once.
        narration: One recording over all shots, which share its length; with `seconds` the film may be longer.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... shot2 = paint(scene="a whale under the moon", time="night")
    ... line1 = speak(text="Every morning, Tomas lights the lamp.")
    ... cut = edit(shots=[shot1, shot2], voices=[line1, None], seconds=9)
    """
    rate = exact_rate(fps)
    if not shots:
        raise PersonError("There are no shots to edit. Add a picture, a video or a clip to 'shots'.")
    pieces: list[Piece] = []
    for number, path in enumerate(shots, 1):
        work.progress(0.6 * number / len(shots), f"Looking at shot {number}")
        pieces += pieces_of(Path(path), number, rate, work)
    spoken = _spoken([Path(v) if v else None for v in voices], pieces, rate, work)
    asked = None if seconds is None else max(1, to_frames(seconds, rate))
    told = _spoken([Path(narration)] if narration else [], pieces, rate, work, "The narration")
    if told:
        need = room_for(rate, [told[0].frames], 0, 0)
        if asked and need > asked:
            work.note(
                f"The film is {float(need / rate):.1f} s long instead of {seconds:g} s: the narration needs that long."
            )
        if spoken:
            work.note("The narration and the voices of the shots are heard at once. Leave one of them out.")
        asked = max(asked or 1, need)
    if len(transitions) >= len(shots):
        work.note(f"{len(shots)} shots have {len(shots) - 1} joins; the transitions after those are not used.")
    sound = None if sound_transition is None else to_frames(sound_transition, rate)
    plain = Transition(transition, to_frames(transition_seconds, rate), transition_colour, sound)
    film = _timeline(pieces, spoken, _joins(pieces, plain, transitions), asked, rate, work)
    over = tuple(Voice(said.media, quiet_before(rate, 0), said.frames, said.words) for said in told)
    film = replace(film, voices=(*over, *film.voices))
    edges = min(to_frames(fade, rate), film.frames // 4)
    texts = {voice.media: text for piece in pieces for voice, text in piece.brought}
    texts |= {said.media: said.text for said in (*told, *spoken)}
    film = replace(film, name=name.strip(), fade_in=edges, fade_out=edges, captions=_captions(film, texts))
    around = laid([Path(sound) if sound else None for sound in sounds], pieces, film, work)
    film = replace(film, sounds=(*film.sounds, *around))
    made = work.path("cut.otio")
    save(film, made)
    return Cut(made)


def _joins(pieces: list[Piece], plain: Transition, own: list[Change | None]) -> list[Transition | None]:
    """What leads from each piece to the next: inside a cut its own, between the items of `shots` what was asked."""
    joins: list[Transition | None] = []
    for a, b in pairwise(pieces):
        if a.group == b.group:
            joins.append(a.join)
        else:
            kind = own[a.group - 1] if a.group <= len(own) else None
            joins.append(replace(plain, kind=kind or plain.kind))
    return [join and replace(join, frames=0) if join and join.kind == "cut" else join for join in joins]


@dataclass(frozen=True)
class _Said:
    media: str
    frames: int
    words: tuple[Word, ...]
    text: str
    group: int


def _spoken(voices: list[Path | None], pieces: list[Piece], rate: Fraction, work: Work, who: str = "") -> list[_Said]:
    """What is said, each with the shot it belongs to. Voices beyond the last shot follow on it."""
    from pipelines.sound.hearing import length as seconds_of

    last = pieces[-1].group
    found = []
    for number, path in enumerate(voices, 1):
        work.check()
        if path is None:
            continue
        try:
            seconds = seconds_of(path, work)
        except PersonError as error:
            raise PersonError(f"{who or f'Voice {number}'}: {error}") from error
        told = facts.read(path)
        words = tuple((str(w), float(s), float(e)) for w, s, e in told.get("words", []))
        frames = max(1, -int(-Fraction(seconds) * rate // 1))
        found.append(_Said(path.name, frames, words, str(told.get("text", "")), min(number, last)))
    return found


def _timeline(pieces: list[Piece], spoken: list[_Said], joins: list[Transition | None], asked: int | None,
              rate: Fraction, work: Work) -> Timeline:  # fmt: skip
    wanted = [join.frames if join else 0 for join in joins]
    overlaps = overlaps_for([_wish(piece, 0, rate) for piece in pieces], wanted, asked)
    needs = _needs(pieces, spoken, overlaps, rate)
    wishes = [_wish(piece, need, rate) for piece, need in zip(pieces, needs, strict=True)]
    lengths = lay_out(wishes, wanted, asked)
    made: list[Shot] = []
    voices: list[Voice] = []
    cursors: dict[int, int] = {}
    at = 0
    for index, (piece, length) in enumerate(zip(pieces, lengths.visible, strict=True)):
        over = lengths.overlaps[index] if index + 1 < len(pieces) else 0
        note = _held(piece, index, length, rate)
        if note:
            work.note(note)
        join = _join(joins[index], over) if index + 1 < len(pieces) else None
        made.append(replace(piece.shot, visible=length, note=note, transition=join))
        voices += [replace(voice, start=at + voice.start) for voice, _ in piece.brought]
        cursors.setdefault(piece.group, at + quiet_before(rate, lengths.overlaps[index - 1] if index else 0))
        at += length - over
    for said in spoken:
        voices.append(Voice(said.media, cursors[said.group], said.frames, said.words))
        cursors[said.group] += said.frames + int(BETWEEN * rate)
    layers, sounds = _brought(pieces, Timeline(rate, tuple(made)), lengths)
    film = Timeline(rate, tuple(made), tuple(voices), layers=layers, sounds=sounds)
    if asked and lengths.missed:
        why = "the narration needs that long" if spoken else "its shots cannot be made shorter"
        work.note(f"The film is {float(film.seconds):.1f} s long instead of {float(asked / rate):.1f} s: {why}.")
    return film


def _join(join: Transition | None, frames: int) -> Transition | None:
    """A transition as long as there is room for; without a picture's part only its sound's is left."""
    if join is None or frames:
        return join and replace(join, frames=frames)
    return replace(join, kind="cut", frames=0) if join.sound else None


def _brought(pieces: list[Piece], film: Timeline, lengths: Lengths) -> tuple[tuple[Layer, ...], tuple[Sound, ...]]:
    """The layers and sounds that cuts among the shots bring along, in the film's frames."""
    layers: list[tuple[int, int, Layer]] = []
    sounds: list[Sound] = []
    overlaps = [0, *lengths.overlaps, 0]
    for index, piece in enumerate(pieces):
        members = [i for i, other in enumerate(pieces) if other.group == piece.group]
        first, last = members[0], members[-1]
        group = film.starts[first], film.starts[last] + film.shots[last].visible
        for over in piece.over:
            found = placed(over, film.starts[index], group, (overlaps[first], overlaps[last + 1]), film.frames)
            if isinstance(found, Layer):
                layers.append((piece.group, over.order, found))
            elif found:
                sounds.append(found)
    return tuple(layer for *_, layer in sorted(layers, key=lambda each: each[:2])), tuple(sounds)


def _wish(piece: Piece, need: int, rate: Fraction) -> Wish:
    least = 1 if piece.flexible else min(piece.shot.visible, round(rate))
    return Wish(piece.shot.visible, max(need, least), piece.flexible, piece.most)


def _needs(pieces: list[Piece], spoken: list[_Said], overlaps: list[int], rate: Fraction) -> list[int]:
    """The least frames of each shot by what is said over it; several shots of one cut share in proportion."""
    before, after = [0, *overlaps], [*overlaps, 0]
    needs = [piece.holds for piece in pieces]
    for group in {said.group for said in spoken}:
        members = [i for i, piece in enumerate(pieces) if piece.group == group]
        need = room_for(rate, [s.frames for s in spoken if s.group == group], before[members[0]], after[members[-1]])
        need += sum(overlaps[i] for i in members[:-1])
        whole = sum(pieces[i].shot.visible for i in members)
        for i in members:
            needs[i] = max(needs[i], -(-need * pieces[i].shot.visible // whole))
    return needs


def _held(piece: Piece, index: int, length: int, rate: Fraction) -> str:
    """What to say of a video that shows longer than it was cut."""
    shot = piece.shot
    over = length - shot.visible
    if shot.kind != "Video" or over <= 0:
        return shot.note
    frozen = length - max(0, (shot.available or length) - shot.source_in)
    if piece.flexible:
        if frozen <= rate / 4:  # hardly seen
            return shot.note
        return f"Shot {index + 1} holds its last picture for {float(frozen / rate):.1f} s. A longer clip would move on."
    if frozen > 0 and not shot.speed:
        return f"Shot {index + 1} holds its last picture for {float(frozen / rate):.1f} s, until its words are said."
    return f"Shot {index + 1} runs on for {float(over / rate):.1f} s past its stretch, until its words are said."


def _captions(film: Timeline, texts: dict[str, str]) -> tuple[Caption, ...]:
    """Captions of every voice that has words, none past the film's end, none over another."""
    found = [c for voice in film.voices for c in caption(voice, texts.get(voice.media, ""), film.rate, film.frames)]
    return tuple(apart(found))
