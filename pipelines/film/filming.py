"""From a cut to a finished film: shared by the film and its quick preview, so that the preview is the render."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import av

from pipelines.assemble import letters, mix
from pipelines.assemble.letters import CaptionPlace, CaptionStyle
from pipelines.film.encoding import Encoding, Refused, is_whole
from pipelines.film.formats import FORMATS, Format
from pipelines.film.hardware import hardware_for
from pipelines.film.heard import sound_name
from pipelines.film.media import Media
from pipelines.film.muxing import Reel, encode_sound, join
from pipelines.film.overlays import Lettering
from pipelines.film.people import keep_clear
from pipelines.film.pieces import spans
from pipelines.film.segments import encode
from pipelines.patience import patiently
from pipelines.type.faces import faces_for
from studio import facts
from studio.disk import disk_words
from studio.errors import PersonError
from studio.given import short
from studio.language import language
from studio.timeline import Timeline, load
from studio.whole import appearing
from studio.work import Work

# ISO 639-1 to 639-2/T, as films want it.
_LANGUAGES = {
    "en": "eng", "de": "deu", "fr": "fra", "es": "spa", "it": "ita", "pt": "por", "nl": "nld", "sv": "swe", "pl": "pol",
    "tr": "tur", "ar": "ara", "he": "heb", "ru": "rus", "el": "ell", "hi": "hin", "th": "tha", "zh": "zho", "ja": "jpn",
    "ko": "kor",
}  # fmt: skip


@dataclass(frozen=True)
class Order:
    """What a film shall be. `burned`: captions in the picture; `track`: captions as a text track beside it.

    `hardware`: on the graphics card where one proves to work. `music_level` and `loudness` as `mix.soundtrack`."""

    size: tuple[int, int]
    encoding: Encoding
    burned: bool
    track: bool
    music_level: float
    loudness: float = -14.0
    format: Format = "mp4"
    hardware: bool = False
    caption_style: CaptionStyle = "plate"
    caption_place: CaptionPlace = "bottom"


def lettering(timeline: Timeline, folder: Path, size: tuple[int, int], burned: bool, work: Work,
              style: CaptionStyle = "plate", place: CaptionPlace = "bottom",
              media: Media | None = None) -> Lettering:  # fmt: skip
    """The captions to burn in at this size, off the faces in the pictures; none when they are not wanted. `media`: of
    this film at this size, so that what is opened to look for faces need not be opened again."""
    if not burned or not timeline.captions:
        return Lettering((), *size)
    clear = keep_clear(media or Media(timeline, folder, *size), work)
    shown = letters.overlays(timeline.captions, *size, timeline.rate, faces=faces_for(work), note=work.note,
                             style=style, place=place, avoid=clear)  # fmt: skip
    return Lettering(shown, *size)


def film(cut: Path, music: Path | None, order: Order, work: Work, name: str) -> Path:
    """Render a cut to `name` in the work's folder. Pieces that are already there are not made again.

    Raises PersonError naming what cannot be shown or heard, once all else is made and kept, or when the disk is full;
    then no film is left.
    """
    timeline = load(cut)
    try:
        return _film(timeline, cut.parent, music, order, work, name)
    except Refused as error:
        shot = sum(start <= error.frame for start in timeline.starts)
        raise PersonError(
            f"Shot {shot}: {error.name}, which encodes the pictures, gave up at film frame {error.frame} "
            f"({error.why}). Render in another format or size."
        ) from error
    except OSError as error:
        words = disk_words(error, "the film")
        if not words:
            raise
        raise PersonError(words) from error


def _film(timeline: Timeline, folder: Path, music: Path | None, order: Order, work: Work, name: str) -> Path:
    faults: list[str] = []
    work.progress(0.0, "Mixing the sound")
    with _told(faults, work.note):
        sound = _sound(timeline, folder, music, order, work)
    with _told(faults):
        media = Media(timeline, folder, *order.size)
        if order.burned and timeline.captions:
            work.progress(0.09, "Finding where captions may stand")
        letters_ = patiently(
            work.check,
            lambda: lettering(timeline, folder, order.size, order.burned, work, order.caption_style,
                              order.caption_place, media),
        )  # fmt: skip
        work.progress(0.1, f"Frame 0 of {timeline.frames}")
        settings, made = _pictures(media, letters_, order, work)
    if faults:
        raise PersonError(" ".join(faults))
    work.progress(0.97, "Writing the film")
    reel = Reel(
        tuple(made),
        tuple(start for start, _ in spans(timeline)),
        timeline.frames,
        timeline.rate,
        settings,
        sound,
        timeline.captions if order.track else (),
        not order.burned,
        tuple((at, shot.chapter) for at, shot in zip(timeline.starts, timeline.shots, strict=True) if shot.chapter),
        _tags(timeline, order),
        _LANGUAGES.get(language(" ".join(c.text for c in timeline.captions)), "") if timeline.captions else "",
    )
    path = work.path(name)
    join(reel, FORMATS[order.format], path, work.check)
    work.progress(1.0, f"{timeline.frames} frames")
    return path


@contextmanager
def _told(faults: list[str], note: Callable[[str], None] = lambda words: None) -> Iterator[None]:
    """Keep what the person must mend, and go on with the rest of the film. `note` is told at once."""
    try:
        yield
    except PersonError as error:
        faults.append(str(error))
        note(str(error))


def present(timeline: Timeline, folder: Path) -> None:
    """Raise PersonError, naming the shot, when a file of the cut is missing."""
    for media in timeline.media:
        if not (folder / media).is_file():
            shots = [i for i, shot in enumerate(timeline.shots, 1) if media in shot.files]
            over = any(layer.media == media for layer in timeline.layers)
            place = f"Shot {shots[0]}" if shots else "A layer over the film" if over else "A voice or a sound"
            raise PersonError(f"{place}: its file '{short(Path(media))}' is missing. Run its step again.")


def _pictures(media: Media, letters_: Lettering, order: Order, work: Work) -> tuple[Encoding, list[Path]]:
    """All pieces of the film, and the settings they were encoded with: the graphics card's where it proved to work."""

    def report(done: int, of: int, left: str) -> None:
        work.progress(0.1 + 0.87 * done / of, f"Frame {done} of {of}{left}")

    timeline, folder = media.timeline, media.folder
    name = hardware_for(order.encoding.codec, order.size, timeline.rate, work.note) if order.hardware else ""
    for settings in dict.fromkeys((replace(order.encoding, hardware=name), order.encoding)):
        try:
            return settings, encode(timeline, folder, letters_, order.size, settings, work, report, media)
        except Refused as error:
            if not settings.hardware:
                raise
            work.note(f"The graphics card gave up at frame {error.frame}; the film was encoded by the processor.")
    raise AssertionError("the processor's own settings were tried last")


def _tags(timeline: Timeline, order: Order) -> tuple[tuple[str, str], ...]:
    """What the film says of itself."""
    made = {"title": timeline.name, "description": "Made with Reelwright", "encoding_tool": "Reelwright"}
    return tuple({**made, "comment": facts.pack(_facts(timeline, order))}.items())


def _facts(timeline: Timeline, order: Order) -> facts.Facts:
    burned, track = bool(timeline.captions) and order.burned, bool(timeline.captions) and order.track
    return {
        "frames": timeline.frames,
        "rate": str(timeline.rate),
        "boundaries": list(timeline.boundaries),
        "captions": [way for way, used in (("burned in", burned), ("file", track)) if used],
    }


def _sound(timeline: Timeline, folder: Path, music: Path | None, order: Order, work: Work) -> Path:
    """The film's whole sound as one track, kept by what is heard in it. What was to say of its mixing lies in it and is
    said again."""
    codec = FORMATS[order.format].sound
    name = sound_name(timeline, folder, music)
    told = [name, order.music_level, order.loudness, codec, av.__version__]
    path = work.part(f"sound-{hashlib.sha256(repr(told).encode()).hexdigest()[:40]}{codec.suffix}")
    if is_whole(path):
        for words in facts.read(path).get("notes", []):
            work.note(words)
        return path
    notes: list[str] = []
    desk = replace(_share(work, 0.0, 0.08), remark=notes.append)

    def encode(wav: Path, track: Path) -> None:
        work.progress(0.08, "Encoding the sound")
        encode_sound(wav, track, codec, work.check, facts.pack({"notes": notes}))

    level = {"music_level": order.music_level, "lufs": order.loudness}
    with appearing(path) as waiting:
        mix.coded(timeline, folder, music, desk, encode, waiting, **level)
        for words in notes:
            work.note(words)
        if sound_name(timeline, folder, music) != name:  # kept, it would pass for that of the files as they were
            raise PersonError("A file of the film changed while its sound was being mixed. Render again.")
    return path


def _share(work: Work, low: float, high: float) -> Work:
    """The same desk, whose progress is a stretch of the whole."""
    report: Callable[[float, str], None] = work.report
    return replace(work, report=lambda share, words: report(low + (high - low) * share, words))
