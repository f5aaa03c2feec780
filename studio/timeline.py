"""Reading and writing a Cut as OpenTimelineIO JSON; the values themselves are in studio/shots.py."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from studio.errors import PersonError
from studio.shots import (
    Camera,
    Caption,
    Ease,
    Fit,
    Shot,
    Timeline,
    Transition,
    View,
    Voice,
    Word,
    exact_rate,
    to_frames,
)

__all__ = [
    "Camera",
    "Caption",
    "Ease",
    "Fit",
    "Shot",
    "Timeline",
    "Transition",
    "View",
    "Voice",
    "Word",
    "exact_rate",
    "load",
    "save",
    "to_frames",
]

_KEY = "reelwright"
_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"}
_TYPES = {"dissolve": "SMPTE_Dissolve", "dip to black": "Custom_Transition"}


def save(timeline: Timeline, path: Path) -> None:
    """Write the Timeline as OpenTimelineIO JSON. The same Timeline always gives the same bytes."""
    import opentimelineio as otio

    rate = float(timeline.rate)

    def span(start: int, frames: int) -> Any:
        time = otio.opentime.RationalTime
        return otio.opentime.TimeRange(time(start, rate), time(frames, rate))

    film = otio.schema.Timeline(name=timeline.name)
    film.metadata[_KEY] = {"rate": str(timeline.rate), "fade_in": timeline.fade_in, "fade_out": timeline.fade_out}
    film.tracks.append(_picture_track(timeline, span))
    film.tracks.extend(_voice_tracks(timeline, span))
    for caption in timeline.captions:
        marker = otio.schema.Marker(
            name=caption.text,
            marked_range=span(caption.start, caption.end - caption.start),
            metadata={_KEY: {"caption": True, "words": json.dumps(caption.words)}},
        )
        film.tracks.markers.append(marker)
    path.write_text(otio.adapters.write_to_string(film, "otio_json", indent=1) + "\n", encoding="utf-8")


def _picture_track(timeline: Timeline, span: Any) -> Any:
    """Clips with the transitions between them, as OTIO counts: a clip's own range ends at the middle of a transition,
    and what the transition shows beyond that is its handle."""
    import opentimelineio as otio

    track = otio.schema.Track(name="Pictures", kind=otio.schema.TrackKind.Video)
    head = 0
    for shot in timeline.shots:
        overlap = shot.transition.frames if shot.transition else 0
        tail = overlap - overlap // 2
        media = otio.schema.ExternalReference(
            target_url=shot.media, available_range=None if shot.available is None else span(0, shot.available)
        )
        about: dict[str, Any] = {"kind": shot.kind, "sound": shot.sound, "fit": shot.fit, "note": shot.note}
        if shot.camera:
            ends = (shot.camera.start, shot.camera.end)
            # As JSON text: OTIO writes a float one digit short, and a camera must come back exactly.
            about["camera"] = {"ease": shot.camera.ease, "views": json.dumps([[v.x, v.y, v.zoom] for v in ends])}
        track.append(
            otio.schema.Clip(
                name=Path(shot.media).stem[:12],
                media_reference=media,
                source_range=span(shot.source_in + head, shot.visible - head - tail),
                metadata={_KEY: about},
            )
        )
        if shot.transition:
            track.append(
                otio.schema.Transition(
                    name=shot.transition.kind,
                    transition_type=_TYPES[shot.transition.kind],
                    in_offset=span(overlap // 2, 0).start_time,
                    out_offset=span(tail, 0).start_time,
                )
            )
        head = overlap // 2
    return track


def _voice_tracks(timeline: Timeline, span: Any) -> list[Any]:
    """Audio tracks of gaps and clips; voices that overlap go on different tracks."""
    import opentimelineio as otio

    tracks: list[tuple[Any, int]] = []
    order = sorted(range(len(timeline.voices)), key=lambda i: (timeline.voices[i].start, i))
    for index in order:
        voice = timeline.voices[index]
        at = next((i for i, (_, end) in enumerate(tracks) if end <= voice.start), len(tracks))
        if at == len(tracks):
            kind = otio.schema.TrackKind.Audio
            tracks.append((otio.schema.Track(name=f"Voices {at + 1}", kind=kind), 0))
        track, end = tracks[at]
        if voice.start > end:
            track.append(otio.schema.Gap(source_range=span(0, voice.start - end)))
        track.append(
            otio.schema.Clip(
                name=Path(voice.media).stem[:12],
                media_reference=otio.schema.ExternalReference(target_url=voice.media),
                source_range=span(0, voice.frames),
                metadata={_KEY: {"order": index, "words": json.dumps(voice.words)}},
            )
        )
        tracks[at] = (track, voice.start + voice.frames)
    return [track for track, _ in tracks]


def load(path: Path) -> Timeline:
    """Read a Cut. What other programs added to it is ignored; PersonError when it is no timeline of ours to render."""
    import opentimelineio as otio

    try:
        film = otio.adapters.read_from_string(path.read_text(encoding="utf-8"), "otio_json")
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
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, ArithmeticError) as error:
        raise PersonError(f"The cut '{path.name}' cannot be a film: {error}.") from error


def _timeline(film: Any, otio: Any) -> Timeline:
    pictures = next((t for t in film.video_tracks() if len(t)), None)
    if pictures is None:
        raise PersonError("The timeline has no pictures: add a shot to its first video track.")
    about = film.metadata.get(_KEY, {})
    rate = Fraction(about["rate"]) if "rate" in about else exact_rate(pictures[0].trimmed_range().duration.rate)

    def count(time: Any) -> int:
        if time.rate == float(rate):
            return int(time.value)
        return to_frames(Fraction(time.value) / exact_rate(time.rate), rate)

    captions = []
    for marker in film.tracks.markers:
        words = marker.metadata.get(_KEY, {})
        if words.get("caption"):
            start = count(marker.marked_range.start_time)
            end = start + count(marker.marked_range.duration)
            captions.append(Caption(start, end, marker.name, _words(words.get("words", "[]"))))
    return Timeline(
        rate=rate,
        shots=_shots(pictures, count, otio),
        voices=_voices(film.audio_tracks(), count, otio),
        captions=tuple(captions),
        name=film.name,
        fade_in=int(about.get("fade_in", 0)),
        fade_out=int(about.get("fade_out", 0)),
    )


def _words(rows: str) -> tuple[Word, ...]:
    return tuple((str(word), float(start), float(end)) for word, start, end in json.loads(rows))


def _media(clip: Any, otio: Any) -> str:
    """The plain file name a clip plays. A cut cannot reach outside its own folder."""
    reference = clip.media_reference
    name = reference.target_url if isinstance(reference, otio.schema.ExternalReference) else ""
    if not name or Path(name).name != name or "\\" in name or "\0" in name or name in (".", ".."):
        raise PersonError(f"The clip '{clip.name}' plays '{name}', which is no file beside the cut.")
    return str(name)


def _shots(track: Any, count: Any, otio: Any) -> tuple[Shot, ...]:
    shots: list[Shot] = []
    head = 0  # frames the transition before shows of this clip ahead of its own range
    items = list(track)
    for item, after in zip(items, [*items[1:], None], strict=True):
        if isinstance(item, otio.schema.Transition):
            head = count(item.in_offset)
            continue
        if not isinstance(item, otio.schema.Clip):
            raise PersonError(f"The first video track holds a {item.schema_name()}; only clips can be rendered.")
        about = item.metadata.get(_KEY, {})
        own, name = item.trimmed_range(), _media(item, otio)
        transition, tail = None, 0
        if isinstance(after, otio.schema.Transition):
            kind: Any = after.name if after.name in _TYPES else "dissolve"
            tail = count(after.out_offset)
            transition = Transition(kind, count(after.in_offset) + tail)
        views = json.loads(about["camera"]["views"]) if "camera" in about else None
        camera = Camera(View(*views[0]), View(*views[1]), about["camera"]["ease"]) if views else None
        known = item.media_reference.available_range
        shots.append(
            Shot(
                media=name,
                kind=about.get("kind") or ("Image" if Path(name).suffix.lower() in _PICTURES else "Video"),
                visible=count(own.duration) + head + tail,
                source_in=count(own.start_time) - head,
                available=None if known is None else count(known.duration),
                camera=camera,
                sound=bool(about.get("sound", "kind" not in about)),
                transition=transition,
                note=str(about.get("note", "")),
                fit=about.get("fit", "auto"),
            )
        )
        head = 0
    return tuple(shots)


def _voices(tracks: Any, count: Any, otio: Any) -> tuple[Voice, ...]:
    found: list[tuple[int, Voice]] = []
    for track in tracks:
        at = 0
        for item in track:
            if isinstance(item, otio.schema.Transition):
                continue
            frames = count(item.trimmed_range().duration)
            if isinstance(item, otio.schema.Clip):
                about = item.metadata.get(_KEY, {})
                voice = Voice(_media(item, otio), at, frames, _words(about.get("words", "[]")))
                found.append((int(about.get("order", len(found))), voice))
            at += frames
    return tuple(voice for _, voice in sorted(found, key=lambda pair: pair[0]))
