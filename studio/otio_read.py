"""Reading a Cut from OpenTimelineIO JSON. Where another program changed ranges, speeds, media or transitions, or
switched something off, that counts."""

import json
import math
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from studio.bounds import is_speed
from studio.errors import PersonError
from studio.otio_write import KEY, adapter, mean_speed
from studio.rates import exact_rate, to_frames
from studio.shots import CHANGES, Camera, Caption, Layer, Shot, Sound, Timeline, Transition, View, Voice, Word

_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".jp2"}
Count = Callable[[Any], int]


def load(path: Path) -> Timeline:
    """Read a Cut. What other programs noted in it is ignored; PersonError when it is no timeline of ours to render."""
    import opentimelineio as otio

    try:
        text = path.read_text(encoding="utf-8")
        json.loads(text)  # brackets nested too deep are an error here; OTIO's own reader would end the program
        film = otio.adapters.read_from_string(text, "otio_json")
    except OSError as error:
        raise PersonError(f"The cut '{path.name}' cannot be read: {error.strerror}.") from error
    except Exception as error:
        raise PersonError(f"'{path.name}' is not an OpenTimelineIO file: it is cut short or damaged.") from error
    if not isinstance(film, otio.schema.Timeline):
        raise PersonError(f"'{path.name}' holds no timeline. Export it again as a timeline.")
    try:
        return _timeline(film, otio)
    except PersonError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, ArithmeticError,
            otio.exceptions.OTIOError) as error:  # fmt: skip
        raise PersonError(f"The cut '{path.name}' cannot be a film: {error}.") from error


def _timeline(film: Any, otio: Any) -> Timeline:
    tracks = [track for track in film.video_tracks() if len(track)]
    if not tracks:
        raise PersonError("The timeline has no pictures: add a shot to its first video track.")
    about = film.metadata.get(KEY, {})
    rate = Fraction(about["rate"]) if "rate" in about else exact_rate(tracks[0][0].trimmed_range().duration.rate)

    def count(time: Any) -> int:
        if time.rate == float(rate):
            return int(time.value)
        return to_frames(Fraction(time.value) / exact_rate(time.rate), rate)

    captions = []
    for marker in film.tracks.markers:
        words = marker.metadata.get(KEY, {})
        if words.get("caption"):
            start = count(marker.marked_range.start_time)
            end = start + count(marker.marked_range.duration)
            captions.append(Caption(start, end, marker.name, _words(words.get("words", "[]"))))
    voices, sounds = _heard(film.audio_tracks(), count, otio)
    return Timeline(
        rate=rate,
        shots=_shots(tracks[0], count, otio),
        voices=voices,
        captions=tuple(captions),
        name=film.name,
        fade_in=int(about.get("fade_in", 0)),
        fade_out=int(about.get("fade_out", 0)),
        layers=_layers(tracks[1:], count, otio),
        sounds=sounds,
    )


def _words(rows: str) -> tuple[Word, ...]:
    return tuple((str(word), float(start), float(end)) for word, start, end in json.loads(rows))


def _media(clip: Any, otio: Any) -> str:
    """The plain file name a clip plays. A cut cannot reach outside its own folder."""
    reference = clip.media_reference
    name = reference.target_url if isinstance(reference, otio.schema.ExternalReference) else ""
    return beside(str(name), clip.name)


def beside(name: str, clip: str) -> str:
    """`name`, when it is that of a file beside the cut and no path to elsewhere."""
    if not name:
        raise PersonError(f"The clip '{clip}' names no file beside the cut. Link it to one in your editing program.")
    plain = Path(name).name == name and not set(name) & {"\\", "\0"} and name not in (".", "..")
    if not plain or len(name.encode()) > 255:
        shown = "".join(letter if letter.isprintable() else "�" for letter in name[:80])
        raise PersonError(f"The clip '{clip}' plays '{shown}', which is no file beside the cut.")
    return name


def _shots(track: Any, count: Count, otio: Any) -> tuple[Shot, ...]:
    shots: list[Shot] = []
    head = 0  # frames the transition before shows of this clip ahead of its own range
    items = list(track)
    for item, after in zip(items, [*items[1:], None], strict=True):
        if isinstance(item, otio.schema.Transition):
            head = count(item.in_offset)
            continue
        if not isinstance(item, otio.schema.Clip | otio.schema.Gap):
            raise PersonError(f"The first video track holds a {item.schema_name()}; only clips can be rendered.")
        shot = _known(item, otio)
        own = item.trimmed_range()
        transition, tail = shot.transition if shot.transition and not shot.overlap else None, 0
        if isinstance(after, otio.schema.Transition):
            tail = count(after.out_offset)
            transition = _transition(after.name, shot.transition, count(after.in_offset) + tail)
        shot = _retimed(shot, item, otio)
        moved = count(own.start_time) - round(shot.source_at(head))
        reference = None if shot.kind == "Colour" else item.media_reference
        known = None if reference is None else reference.available_range
        shots.append(
            replace(
                shot,
                visible=count(own.duration) + head + tail,
                source_in=0 if shot.kind == "Colour" else shot.source_in + moved,
                available=None if known is None else count(known.duration),
                transition=transition,
            )
        )
        head = 0
    return tuple(shots)


def _retimed(shot: Shot, item: Any, otio: Any) -> Shot:
    """The shot at the speed that OTIO tells; a ramp of ours stays while its mean is still what we wrote."""
    told = math.prod(e.time_scalar for e in item.effects if isinstance(e, otio.schema.LinearTimeWarp))
    if not is_speed(shot.speed) or math.isclose(told, mean_speed(shot), abs_tol=1e-6):  # the former is refused later
        return shot
    return replace(shot, speed=((0.0, told),) if told != 1 else ())


def _transition(name: str, known: Transition | None, frames: int) -> Transition | None:
    """What OTIO tells of a transition, with what only we know of it."""
    if not frames:
        return None
    if known and known.kind == name:
        return replace(known, frames=frames)
    kind: Any = name if name in CHANGES and name != "cut" else "dissolve"
    return Transition(kind, frames)


def _known(clip: Any, otio: Any) -> Shot:
    """What is told of a shot beside OTIO's own words; a clip of another program gets what is usual."""
    about = clip.metadata.get(KEY, {})
    if isinstance(clip, otio.schema.Gap) or not clip.enabled:
        return Shot("", "Colour", 1)
    generated = isinstance(clip.media_reference, otio.schema.GeneratorReference)
    media = "" if generated else _media(clip, otio)
    if "shot" in about:
        shot: Shot = replace(_told(Shot, about["shot"]), media=media)
        for name in shot.files:
            beside(name, clip.name)
        return shot
    if generated:
        colour = str(clip.media_reference.parameters.get("color", "#000000"))
        return Shot("", "Colour", 1, colour=colour)
    return _early(about, media)


def _told(kind: type, text: str) -> Any:
    """A value from what `told` wrote of it."""
    from pydantic import ValidationError

    try:
        return adapter(kind).validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ValueError(f"a {kind.__name__.lower()} has a {place or 'form'} unknown here: {first['msg']}") from error


def _early(about: Any, media: str) -> Shot:
    """A clip as the first cuts told it, or as another program does."""
    views = json.loads(about["camera"]["views"]) if "camera" in about else None
    return Shot(
        media=media,
        kind=about.get("kind") or ("Image" if Path(media).suffix.lower() in _PICTURES else "Video"),
        visible=1,
        camera=Camera(View(*views[0]), View(*views[1]), about["camera"]["ease"]) if views else None,
        sound=bool(about.get("sound", "kind" not in about)),
        note=str(about.get("note", "")),
        fit=about.get("fit", "auto"),
    )


def _layers(tracks: list[Any], count: Count, otio: Any) -> tuple[Layer, ...]:
    """Layers over the film, in drawing order; those of shots are told with their shots."""
    found: list[tuple[int, Layer]] = []
    for track in (track for track in tracks if track.enabled):
        at = 0
        for item in track:
            if isinstance(item, otio.schema.Transition):
                continue
            frames = count(item.trimmed_range().duration)
            if isinstance(item, otio.schema.Clip) and item.enabled:
                about = item.metadata.get(KEY, {})
                if "of" not in about:
                    layer = _layer(item, about, at, frames, count, otio)
                    found.append((int(about.get("order", len(found))), layer))
            at += frames
    return tuple(layer for _, layer in sorted(found, key=lambda pair: pair[0]))


def _layer(clip: Any, about: Any, at: int, frames: int, count: Count, otio: Any) -> Layer:
    media = _media(clip, otio)
    known = clip.media_reference.available_range
    available = None if known is None else count(known.duration)
    start = count(clip.trimmed_range().start_time)
    if "layer" not in about:
        kind: Any = "Image" if Path(media).suffix.lower() in _PICTURES else "Video"
        return Layer(media, kind, at, frames, whole=True, source_in=start, available=available)
    layer: Layer = _told(Layer, about["layer"])
    return replace(
        layer,
        media=media,
        start=at,
        frames=None if layer.frames is None else frames,
        source_in=start,
        available=available,
    )


def _heard(tracks: list[Any], count: Count, otio: Any) -> tuple[tuple[Voice, ...], tuple[Sound, ...]]:
    """Voices and other sounds, each in the order they were given."""
    voices: list[tuple[int, Voice]] = []
    sounds: list[tuple[int, Sound]] = []
    for track in (track for track in tracks if track.enabled):
        at = 0
        for item in track:
            if isinstance(item, otio.schema.Transition):
                continue
            own = item.trimmed_range()
            frames = count(own.duration)
            if isinstance(item, otio.schema.Clip) and item.enabled:
                about = item.metadata.get(KEY, {})
                place = int(about.get("order", len(voices) + len(sounds)))
                media = _media(item, otio)
                if "sound" in about:
                    sound = _told(Sound, about["sound"])
                    start = count(own.start_time)
                    sounds.append((place, replace(sound, media=media, start=at, frames=frames, source_in=start)))
                else:
                    told = about.get("voice")
                    known = _told(Voice, told) if told else Voice(media, at, frames)
                    if not told:
                        known = replace(known, words=_words(about.get("words", "[]")))
                    voices.append((place, replace(known, media=media, start=at, frames=frames)))
            at += frames
    return _in_order(voices), _in_order(sounds)


def _in_order(pairs: list[tuple[int, Any]]) -> tuple[Any, ...]:
    return tuple(value for _, value in sorted(pairs, key=lambda pair: pair[0]))
