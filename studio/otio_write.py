"""Writing a Cut as OpenTimelineIO JSON: what OTIO has words for in its own words, the rest beside them."""

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from studio.shots import Layer, Shot, Sound, Timeline, Transition, Voice

KEY = "reelwright"
Span = Callable[[int, int], Any]


@lru_cache(maxsize=8)
def adapter(kind: Any) -> Any:
    """Reads and writes a value as JSON text. As text, because OTIO writes a float one digit short."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def told(value: Any) -> str:
    """A value as JSON text, without what is as usual."""
    return str(adapter(value.__class__).dump_json(value, exclude_defaults=True).decode())


def save(timeline: Timeline, path: Path) -> None:
    """Write the Timeline as OpenTimelineIO JSON. The same Timeline always gives the same bytes."""
    import opentimelineio as otio

    rate = float(timeline.rate)

    def span(start: int, frames: int) -> Any:
        time = otio.opentime.RationalTime
        return otio.opentime.TimeRange(time(start, rate), time(frames, rate))

    film = otio.schema.Timeline(name=timeline.name)
    film.metadata[KEY] = {"rate": str(timeline.rate), "fade_in": timeline.fade_in, "fade_out": timeline.fade_out}
    film.tracks.append(_picture_track(timeline, span))
    film.tracks.extend(_layer_tracks(timeline, span))
    film.tracks.extend(_sound_tracks(timeline, span))
    for caption in timeline.captions:
        marker = otio.schema.Marker(
            name=caption.text,
            marked_range=span(caption.start, caption.end - caption.start),
            metadata={KEY: {"caption": True, "words": json.dumps(caption.words)}},
        )
        film.tracks.markers.append(marker)
    path.write_text(otio.adapters.write_to_string(film, "otio_json", indent=1) + "\n", encoding="utf-8")


def _picture_track(timeline: Timeline, span: Span) -> Any:
    """Clips with the transitions between them, as OTIO counts: a clip's own range ends at the middle of a transition,
    and what the transition shows beyond that is its handle."""
    import opentimelineio as otio

    track = otio.schema.Track(name="Pictures", kind=otio.schema.TrackKind.Video)
    head = 0
    for shot in timeline.shots:
        overlap = shot.overlap
        tail = overlap - overlap // 2
        track.append(
            otio.schema.Clip(
                name=Path(shot.media).stem[:12] or shot.kind,
                media_reference=_reference(shot, span),
                source_range=span(round(shot.source_at(head)), shot.visible - head - tail),
                effects=_time_effects(shot),
                metadata={KEY: {"shot": told(shot)}},
            )
        )
        if shot.transition and overlap:
            track.append(_transition(shot.transition, tail, span))
        head = overlap // 2
    return track


def _transition(transition: Transition, tail: int, span: Span) -> Any:
    import opentimelineio as otio

    types = otio.schema.TransitionTypes
    return otio.schema.Transition(
        name=transition.kind,
        transition_type=types.SMPTE_Dissolve if transition.kind == "dissolve" else types.Custom,
        in_offset=span(transition.frames - tail, 0).start_time,
        out_offset=span(tail, 0).start_time,
    )


def _reference(shot: Shot | Layer, span: Span) -> Any:
    import opentimelineio as otio

    if isinstance(shot, Shot) and shot.kind == "Colour":
        return otio.schema.GeneratorReference(generator_kind="SolidColor", parameters={"color": shot.colour})
    known = None if shot.available is None else span(0, shot.available)
    return otio.schema.ExternalReference(target_url=shot.media, available_range=known)


def _time_effects(shot: Shot) -> list[Any]:
    """The speed as other programs know it: one factor for the whole shot, the mean of a ramp."""
    import opentimelineio as otio

    if not shot.speed:
        return []
    mean = mean_speed(shot)
    return [otio.schema.FreezeFrame() if mean == 0 else otio.schema.LinearTimeWarp(time_scalar=mean)]


def mean_speed(shot: Shot) -> float:
    """One factor for the whole shot: how much faster than filmed it plays on the whole."""
    return (shot.source_at(shot.visible) - shot.source_in) / shot.visible


def _layer_tracks(timeline: Timeline, span: Span) -> list[Any]:
    """Video tracks over the first; a layer lies on a track above those of all earlier ones it meets in time."""
    import opentimelineio as otio

    rows: list[tuple[int, int, Layer, dict[str, Any]]] = []
    for index, (shot, at) in enumerate(zip(timeline.shots, timeline.starts, strict=True)):
        for layer in shot.layers:
            rows.append((*_within(layer, at, at + shot.visible), layer, {"of": index}))
    for layer in timeline.layers:
        rows.append((*_within(layer, 0, timeline.frames), layer, {"layer": told(layer)}))
    tracks: list[list[tuple[int, int, Any]]] = []
    for start, end, layer, about in rows:
        met = [i for i, track in enumerate(tracks) if any(a < end and start < b for a, b, _ in track)]
        at = max(met, default=-1) + 1
        if at == len(tracks):
            tracks.append([])
        clip = otio.schema.Clip(
            name=Path(layer.media).stem[:12],
            media_reference=_reference(layer, span),
            source_range=span(layer.source_in, end - start),
            metadata={KEY: {"order": len([1 for track in tracks for _ in track]), **about}},
        )
        tracks[at].append((start, end, clip))
    video = otio.schema.TrackKind.Video
    return [_track(f"Layers {i}", video, found, span) for i, found in enumerate(tracks, 1)]


def _within(layer: Layer, low: int, high: int) -> tuple[int, int]:
    """The film frames in which a layer shows; one at least, so that it has a place."""
    start = min(low + layer.start, high - 1)
    return start, high if layer.frames is None else max(start + 1, min(high, start + layer.frames))


def _sound_tracks(timeline: Timeline, span: Span) -> list[Any]:
    """Audio tracks by bus; sounds that overlap go on different tracks."""
    import opentimelineio as otio

    tracks: list[tuple[str, list[tuple[int, int, Any]]]] = []
    heard: list[Voice | Sound] = [*timeline.voices, *timeline.sounds]
    for index in sorted(range(len(heard)), key=lambda i: (heard[i].start, i)):
        sound = heard[index]
        bus = sound.bus.capitalize() if isinstance(sound, Sound) else "Voices"
        row = next((r for name, r in tracks if name == bus and r[-1][1] <= sound.start), None)
        if row is None:
            row = []
            tracks.append((bus, row))
        kind = "voice" if isinstance(sound, Voice) else "sound"
        clip = otio.schema.Clip(
            name=Path(sound.media).stem[:12],
            media_reference=otio.schema.ExternalReference(target_url=sound.media),
            source_range=span(sound.source_in if isinstance(sound, Sound) else 0, sound.frames),
            metadata={KEY: {"order": index, kind: told(sound)}},
        )
        row.append((sound.start, sound.start + sound.frames, clip))
    count: dict[str, int] = {}
    made = []
    for name, row in tracks:
        count[name] = count.get(name, 0) + 1
        made.append(_track(f"{name} {count[name]}", otio.schema.TrackKind.Audio, row, span))
    return made


def _track(name: str, kind: str, row: list[tuple[int, int, Any]], span: Span) -> Any:
    """A track of gaps and clips, from what lies where."""
    import opentimelineio as otio

    track = otio.schema.Track(name=name, kind=kind)
    at = 0
    for start, end, clip in sorted(row, key=lambda r: r[0]):
        if start > at:
            track.append(otio.schema.Gap(source_range=span(0, start - at)))
        track.append(clip)
        at = end
    return track
