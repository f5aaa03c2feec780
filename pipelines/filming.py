"""From a cut to a finished MP4: shared by the film and its quick preview, so that the preview is the render."""

import errno
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.assemble import letters, mix
from pipelines.encoding import Encoding, is_whole
from pipelines.faces import faces_for
from pipelines.muxing import encode_sound, join
from pipelines.overlays import Lettering
from pipelines.pieces import pieces
from pipelines.segments import encode
from studio import facts
from studio.errors import PersonError
from studio.timeline import Caption, Timeline, load
from studio.work import Work


@dataclass(frozen=True)
class Order:
    """What a film shall be. `burned`: captions in the picture; `track`: captions as a text track beside it."""

    size: tuple[int, int]
    encoding: Encoding
    burned: bool
    track: bool
    music_level: float
    loudness: float = -14.0


def lettering(timeline: Timeline, size: tuple[int, int], burned: bool, work: Work) -> Lettering:
    """The captions to burn in at this size; none when they are not wanted."""
    if not burned or not timeline.captions:
        return Lettering((), *size)
    shown = letters.overlays(timeline.captions, *size, timeline.rate, faces=faces_for(work), note=work.note)
    return Lettering(shown, *size)


def film(cut: Path, music: Path | None, order: Order, work: Work, name: str) -> Path:
    """Render a cut to `name` in the work's folder. Pieces that are already there are not made again.

    Raises PersonError naming the shot that cannot be rendered, or when the disk is full; then no film is left.
    """
    try:
        return _film(load(cut), cut.parent, music, order, work, name)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise PersonError("The disk is full; the film was not written. Make room, then render again.") from error
        raise


def _film(timeline: Timeline, folder: Path, music: Path | None, order: Order, work: Work, name: str) -> Path:
    for media in timeline.media:
        if not (folder / media).is_file():
            raise PersonError(f"{_place(timeline, media)}: its file '{media[:12]}…' is missing. Run its step again.")
    work.progress(0.0, "Mixing the sound")
    sound = _sound(timeline, folder, music, order, work)
    letters_ = lettering(timeline, order.size, order.burned, work)
    work.progress(0.1, f"Frame 0 of {timeline.frames}")

    def report(done: int, of: int) -> None:
        work.progress(0.1 + 0.87 * done / of, f"Frame {done} of {of}")

    made = encode(timeline, folder, letters_, order.size, order.encoding, work, report)
    starts = [piece.start for piece in pieces(timeline, letters_, order.size, order.encoding, folder)]
    work.progress(0.97, "Writing the film")
    tags = {"title": timeline.name, "description": "Made with Reelwright"}
    tags["comment"] = facts.pack(_facts(timeline, order))
    told: tuple[Caption, ...] = timeline.captions if order.track else ()
    path = work.path(name)
    join(made, starts, timeline.frames, timeline.rate, sound, told, tags, path, work.check, shown=not order.burned)
    work.progress(1.0, f"{timeline.frames} frames")
    return path


def _place(timeline: Timeline, media: str) -> str:
    found = [i for i, shot in enumerate(timeline.shots, 1) if shot.media == media]
    return f"Shot {found[0]}" if found else "A voice"


def _facts(timeline: Timeline, order: Order) -> facts.Facts:
    burned, track = bool(timeline.captions) and order.burned, bool(timeline.captions) and order.track
    return {
        "frames": timeline.frames,
        "rate": str(timeline.rate),
        "boundaries": list(timeline.boundaries),
        "captions": [way for way, used in (("burned in", burned), ("file", track)) if used],
    }


def _sound(timeline: Timeline, folder: Path, music: Path | None, order: Order, work: Work) -> Path:
    """The film's whole sound as one AAC track, kept by what is heard in it."""
    wav = mix.soundtrack(timeline, folder, music, _share(work, 0.0, 0.08), music_level=order.music_level,
                         lufs=order.loudness)  # fmt: skip
    digest = hashlib.sha256()
    with wav.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
            work.check()
    path = work.part(f"sound-{digest.hexdigest()[:40]}.m4a")
    if not is_whole(path):
        encode_sound(wav, path, work.check)
    wav.unlink()
    return path


def _share(work: Work, low: float, high: float) -> Work:
    """The same desk, whose progress is a stretch of the whole."""
    report: Callable[[float, str], None] = work.report
    return replace(work, report=lambda share, words: report(low + (high - low) * share, words))
