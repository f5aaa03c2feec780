"""Shots, voices and transitions laid out as one cut, with captions."""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from pipelines.layout import BETWEEN, Wish, lay_out, overlaps_for, quiet_before, room_for
from pipelines.phrasing import apart, caption
from studio import facts
from studio.errors import PersonError
from studio.kinds import Audio, Cut, Image, Video
from studio.timeline import (
    Caption,
    Shot,
    Timeline,
    Transition,
    Voice,
    Word,
    exact_rate,
    load,
    save,
    to_frames,
)
from studio.work import Work

_STILL_SECONDS = 4.0


def edit(
    shots: list[Image | Video | Cut],
    voices: list[Audio | None] = [],  # noqa: B006 - never changed; a plan's default is a value
    transition: Literal["cut", "dissolve", "dip to black"] = "dissolve",
    transition_seconds: Annotated[float, Field(ge=0, le=5)] = 0.5,
    seconds: Annotated[float, Field(gt=0, le=14400)] | None = None,
    fps: Annotated[float, Field(ge=1, le=120)] = 30.0,
    fade: Annotated[float, Field(ge=0, le=10)] = 0.5,
    name: Annotated[str, Field(max_length=200)] = "",
    *,
    work: Work,
) -> Cut:
    """Put shots in order, give each its voice, and time everything in whole frames.

    A shot lasts at least as long as what is said over it. With `seconds`, stills and camera moves flex in proportion
    so that the film is exactly that long; where the narration does not allow it, a note says how long it became.
    Captions come from the words the voices carry. Raises PersonError naming the shot or voice that cannot be used.

    Args:
        shots: What is seen, in order.
        voices: What is said: the first voice belongs to the first shot, and so on; None leaves a shot without words.
        transition: How one shot hands over to the next.
        transition_seconds: How long a transition lasts; shorter between short shots.
        seconds: How long the whole film shall be; as long as its shots when left out.
        fps: Pictures a second of the film; 23.976, 29.97 and 59.94 are meant exactly.
        fade: Seconds the film takes to come out of black and to go back into it.
        name: The film's title, written into its file.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... shot2 = paint(scene="a whale under the moon", time="night")
    ... line1 = speak(text="Every morning, Tomas lights the lamp.")
    ... cut = edit(shots=[shot1, shot2], voices=[line1, None], seconds=9)
    """
    rate = exact_rate(fps)
    if not shots:
        raise PersonError("There are no shots to edit. Add a picture, a video or a clip to 'shots'.")
    pieces = [piece for number, path in enumerate(shots, 1) for piece in _pieces(Path(path), number, rate, work)]
    spoken = _spoken([Path(v) if v else None for v in voices], pieces, rate)
    asked = None if seconds is None else max(1, to_frames(seconds, rate))
    overlap = to_frames(transition_seconds, rate)
    plain = None if transition == "cut" or not overlap else Transition(transition, overlap)
    film = _timeline(pieces, spoken, plain, asked, rate, work)
    edges = min(to_frames(fade, rate), film.frames // 4)
    texts = {voice.media: text for piece in pieces for voice, text in piece.brought}
    texts |= {said.media: said.text for said in spoken}
    film = replace(film, name=name.strip(), fade_in=edges, fade_out=edges, captions=_captions(film, texts))
    made = work.path("cut.otio")
    save(film, made)
    return Cut(made)


@dataclass(frozen=True)
class _Piece:
    """One shot as it comes in: `group` is the number of the item of `shots` it belongs to."""

    shot: Shot
    group: int
    flexible: bool
    holds: int = 0  # frames it must keep for voices it brings along
    brought: tuple[tuple[Voice, str], ...] = ()  # with what they say; starts count from the shot's first frame
    join: Transition | None = None  # into the next shot of the same cut


@dataclass(frozen=True)
class _Said:
    media: str
    frames: int
    words: tuple[Word, ...]
    text: str
    group: int


def _pieces(path: Path, number: int, rate: Fraction, work: Work) -> list[_Piece]:
    """What one item of `shots` adds: one shot, or all those of a cut."""
    if path.suffix.lower() == ".otio":
        return _of_cut(path, number, rate)
    from pipelines.footage import probe
    from pipelines.pictures import is_picture, open_upright

    try:
        if is_picture(path):
            open_upright(path)
            shot = Shot(path.name, "Image", to_frames(_STILL_SECONDS, rate))
            return [_Piece(shot, number, flexible=True)]
        footage = probe(path)
    except PersonError as error:
        raise PersonError(f"Shot {number}: {error}") from error
    for words in footage.notes:
        work.note(f"Shot {number}: {words}")
    length = max(1, int(Fraction(footage.seconds) * rate + Fraction(1, 2)))
    shot = Shot(path.name, "Video", length, available=length, sound=footage.sound)
    return [_Piece(shot, number, flexible=False)]


def _of_cut(path: Path, number: int, rate: Fraction) -> list[_Piece]:
    """The shots of a cut at this film's rate. Voices of an earlier edit stay with the shot they begin in."""
    inner = load(path)
    again = rate / inner.rate

    def scaled(frames: int) -> int:
        return int(frames * again + Fraction(1, 2))

    pieces = []
    bounds = [0, *inner.starts[1:], inner.frames + 1_000_000]
    for index, shot in enumerate(inner.shots):
        start = inner.starts[index]
        own = [v for v in inner.voices if bounds[index] <= v.start < bounds[index + 1]]
        brought = tuple(
            (replace(v, start=scaled(v.start - start), frames=max(1, scaled(v.frames))), _text(path.parent / v.media))
            for v in own
        )
        length = max(1, scaled(shot.visible))
        moved = replace(
            shot,
            visible=length,
            source_in=scaled(shot.source_in),
            available=None if shot.available is None else max(1, scaled(shot.available)),
            transition=None,
        )
        holds = max([length if inner.voices else 0] + [v.start + v.frames for v, _ in brought])
        over = scaled(shot.transition.frames) if shot.transition else 0
        join = replace(shot.transition, frames=over) if shot.transition and over else None
        pieces.append(_Piece(moved, number, shot.kind == "Image", holds, brought, join))
    return pieces


def _text(path: Path) -> str:
    return str(facts.read(path).get("text", ""))


def _spoken(voices: list[Path | None], pieces: list[_Piece], rate: Fraction) -> list[_Said]:
    """What is said, each with the shot it belongs to. Voices beyond the last shot follow on it."""
    last = pieces[-1].group
    found = []
    for number, path in enumerate(voices, 1):
        if path is None:
            continue
        try:
            length = _seconds(path)
        except PersonError as error:
            raise PersonError(f"Voice {number}: {error}") from error
        told = facts.read(path)
        words = tuple((str(w), float(s), float(e)) for w, s, e in told.get("words", []))
        frames = max(1, -int(-Fraction(length) * rate // 1))
        found.append(_Said(path.name, frames, words, str(told.get("text", "")), min(number, last)))
    return found


def _seconds(path: Path) -> float:
    """How long a sound is. Raises PersonError when there is none."""
    import av
    import soundfile

    try:
        about = soundfile.info(str(path))
        length = about.frames / about.samplerate
    except (soundfile.LibsndfileError, RuntimeError, ZeroDivisionError):
        try:
            with av.open(str(path)) as container:
                length = (container.duration or 0) / av.time_base if container.streams.audio else 0.0
        except (av.FFmpegError, OSError, ValueError):
            length = 0.0
    if length <= 0:
        raise PersonError(f"'{path.name[:12]}' holds no sound that can be read. Give another file.")
    return length


def _timeline(pieces: list[_Piece], spoken: list[_Said], plain: Transition | None, asked: int | None, rate: Fraction,
              work: Work) -> Timeline:  # fmt: skip
    joins = [a.join if a.group == b.group else plain for a, b in pairwise(pieces)]
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
        join = joins[index] if over else None
        note = _held(piece.shot, index, length, rate)
        if note:
            work.note(note)
        into = replace(join, frames=over) if join else None
        made.append(replace(piece.shot, visible=length, note=note, transition=into))
        voices += [replace(voice, start=at + voice.start) for voice, _ in piece.brought]
        cursors.setdefault(piece.group, at + quiet_before(rate, lengths.overlaps[index - 1] if index else 0))
        at += length - over
    for said in spoken:
        voices.append(Voice(said.media, cursors[said.group], said.frames, said.words))
        cursors[said.group] += said.frames + int(BETWEEN * rate)
    film = Timeline(rate, tuple(made), tuple(voices))
    if asked and lengths.missed:
        why = "the narration needs that long" if spoken else "its shots cannot be made shorter"
        work.note(f"The film is {float(film.seconds):.1f} s long instead of {float(asked / rate):.1f} s: {why}.")
    return film


def _wish(piece: _Piece, need: int, rate: Fraction) -> Wish:
    least = 1 if piece.flexible else min(piece.shot.visible, round(rate))
    return Wish(piece.shot.visible, max(need, least), piece.flexible)


def _needs(pieces: list[_Piece], spoken: list[_Said], overlaps: list[int], rate: Fraction) -> list[int]:
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


def _held(shot: Shot, index: int, length: int, rate: Fraction) -> str:
    """What to say of a video that shows longer than it was cut."""
    over = length - shot.visible
    if shot.kind == "Image" or over <= 0:
        return shot.note
    frozen = length - max(0, (shot.available or length) - shot.source_in)
    if frozen > 0:
        return f"Shot {index + 1} holds its last picture for {float(frozen / rate):.1f} s, until its words are said."
    return f"Shot {index + 1} runs on for {float(over / rate):.1f} s past its stretch, until its words are said."


def _captions(film: Timeline, texts: dict[str, str]) -> tuple[Caption, ...]:
    """Captions of every voice that has words, none past the film's end, none over another."""
    found = [c for voice in film.voices for c in caption(voice, texts.get(voice.media, ""), film.rate, film.frames)]
    return tuple(apart(found))
