"""A contact sheet: the whole film at a look, in frames taken at even distances."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from pipelines.type import faces
from studio import facts
from studio.errors import PersonError
from studio.given import opened
from studio.kinds import Cut, Image, Video
from studio.work import Work

if TYPE_CHECKING:
    import numpy as np

MEMORY = 0.4

_SHAPES = {"16:9": 16 / 9, "9:16": 9 / 16, "1:1": 1.0, "4:5": 4 / 5}
_TALLEST = 3.0  # a sheet's height against its width at most; frames are made smaller for it
_GROUND, _DARK = (20, 22, 27), (32, 35, 42)
_BRIGHT, _DIM = (238, 240, 244, 255), (152, 160, 174, 255)

settle = faces.settle  # packs of further scripts, for the film's title and its captions


@dataclass(frozen=True)
class _Film:
    """What a sheet says of a film, and where its frames come from: `frame(n, (width, height))` is uint8 RGB."""

    title: str
    frames: int
    rate: float
    words: str
    shape: float
    frame: "Callable[[int, tuple[int, int]], np.ndarray]"


def contact_sheet(
    film: Video | Cut,
    columns: Annotated[int, Field(ge=1, le=12)] = 4,
    rows: Annotated[int, Field(ge=1, le=30)] = 4,
    width: Annotated[int, Field(ge=320, le=7680)] = 1280,
    times: bool = True,
    shape: Literal["16:9", "9:16", "1:1", "4:5"] = "16:9",
    *,
    work: Work,
) -> Image:
    """Frames from a whole film on one sheet (PNG), each from the middle of an equal share of it, with its timecode.

    A film of fewer frames than there is room for shows each once. Frames that cannot be read stay empty, with a note;
    a film of which none can be read is a PersonError.

    Args:
        film: A film, a video or a cut.
        columns: Frames beside each other.
        rows: Rows of frames.
        width: Width of the sheet in pixels.
        times: Put the time under each frame.
        shape: Width to height of a cut's frames; a film has its own.
    >>> shot1 = paint(scene="a lighthouse on a rocky shore")
    ... clip1 = move(picture=shot1, camera="push in", seconds=4)
    ... sheet = contact_sheet(film=clip1, columns=3, rows=2)
    """
    from PIL import Image as Pillow

    path = Path(film)
    with _cut(path, _SHAPES[shape], work) if path.suffix.lower() == ".otio" else _video(path, work) as opened:
        count = min(columns * rows, opened.frames)
        numbers = [int((i + 0.5) * opened.frames / count) for i in range(count)]
        sheet = _Sheet(opened, min(columns, count), -(-count // columns), width, times)
        for place, n in enumerate(numbers):
            work.progress(place / count, f"Frame {place + 1} of {count}")
            sheet.put(place, n, _shown(opened, n, sheet.frame, work))
        if not sheet.shown:
            raise PersonError("No frame of this film can be read. Give it again.")
        pixels = sheet.finished(faces.faces_for(work))
    made = work.path("contact_sheet.png")
    moments = [round(n / opened.rate, 3) for n in numbers]
    Pillow.fromarray(pixels).save(made, compress_level=4, pnginfo=facts.png_info({"moments": moments}))
    return Image(made)


def _shown(film: _Film, n: int, size: tuple[int, int], work: Work) -> "np.ndarray | None":
    try:
        return film.frame(n, size)
    except PersonError as error:
        work.note(f"{error} Its place on the sheet is empty.")
        return None


# ---------------------------------------------------------------- where frames come from


@contextmanager
def _cut(path: Path, shape: float, work: Work) -> Iterator[_Film]:
    from pipelines.film.planes import to_rgb
    from pipelines.film.stages import STAGES, loaded

    timeline = loaded(path)

    def frame(n: int, size: tuple[int, int]) -> "np.ndarray":
        return to_rgb(STAGES.open(path, size, work).frame(n, work))

    shots = f"{len(timeline.shots)} shots" if len(timeline.shots) > 1 else "1 shot"
    words = f"{_time(float(timeline.seconds))}   ·   {_rate(float(timeline.rate))}   ·   {shots}"
    yield _Film(timeline.name, timeline.frames, float(timeline.rate), words, shape, frame)


@contextmanager
def _video(path: Path, work: Work) -> Iterator[_Film]:
    from pipelines.film.footage import Reader, probe
    from pipelines.film.planes import to_rgb

    footage = probe(path)
    rate = float(footage.rate)
    readers: list[Any] = []

    def frame(n: int, size: tuple[int, int]) -> "np.ndarray":
        if not readers:
            readers.append(Reader(footage, *size))
        return to_rgb(readers[0].at((n + 0.25) / rate))

    words = f"{_time(footage.seconds)}   ·   {_rate(rate)}   ·   {footage.width}×{footage.height}"
    frames = max(1, round(footage.seconds * rate))
    try:
        yield _Film(_title(path), frames, rate, words, footage.width / footage.height, frame)
    finally:
        for reader in readers:
            for words in dict.fromkeys(reader.broken):
                work.note(f"The film is damaged: {words}.")
            reader.close()


def _title(path: Path) -> str:
    """What a film calls itself."""
    with opened(path) as container:
        return str(container.metadata.get("title", ""))


def _time(seconds: float) -> str:
    """Hours where there are any, minutes, seconds and hundredths."""
    whole = round(seconds * 100)
    hours, minutes = whole // 360_000, whole // 6000 % 60
    return (f"{hours}:{minutes:02}" if hours else f"{minutes}") + f":{whole // 100 % 60:02}.{whole % 100:02}"


def _rate(rate: float) -> str:
    return f"{rate:.3f}".rstrip("0").rstrip(".") + " fps"


# ---------------------------------------------------------------- the sheet


class _Sheet:
    """Where everything lies on a sheet, and its pixels."""

    def __init__(self, film: _Film, columns: int, rows: int, width: int, times: bool) -> None:
        from pipelines.film.planes import even

        self._film, self._columns, self._width = film, columns, width
        self._unit = unit = width / 1280
        self._margin, self._gap = round(32 * unit), round(16 * unit)
        self._head = round(84 * unit)
        self._label = round(30 * unit) if times else 0
        self._times = times
        across = (width - 2 * self._margin - (columns - 1) * self._gap) / columns
        room = (width * _TALLEST - self._head - self._margin) / rows - self._gap - self._label
        scale = min(1.0, room / (across / film.shape))
        self.frame = even(across * scale), even(across * scale / film.shape)
        self._stride = self.frame[0] + self._gap, self.frame[1] + self._gap + self._label
        self._left = (width - columns * self._stride[0] + self._gap) // 2
        self._height = self._head + rows * self._stride[1] - self._gap + self._margin - (4 if times else 0)
        self._put: list[tuple[int, int, np.ndarray | None]] = []

    @property
    def shown(self) -> int:
        """How many frames have a picture."""
        return sum(picture is not None for _, _, picture in self._put)

    def put(self, place: int, n: int, picture: "np.ndarray | None") -> None:
        self._put.append((place, n, picture))

    def finished(self, letters: faces.Faces) -> "np.ndarray":
        """The sheet as uint8 RGB."""
        import numpy as np
        import skia

        pixels = np.zeros((self._height, self._width, 4), np.uint8)
        info = skia.ImageInfo.Make(self._width, self._height, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
        surface = skia.Surface.MakeRasterDirect(info, pixels)
        with surface as canvas:
            canvas.clear(skia.ColorSetRGB(*_GROUND))
            self._heading(canvas, letters)
            for each in self._put:
                self._cell(canvas, letters, *each)
        return np.ascontiguousarray(pixels[..., :3])

    def _heading(self, canvas: Any, letters: faces.Faces) -> None:
        left, right, base = self._left, self._width - self._left, self._head - self._gap - round(8 * self._unit)
        about = _line(letters, self._film.words, "Inter-Medium", 17 * self._unit, right - left, _DIM)
        room = right - left - about.width - 2 * self._gap
        title = self._film.title.strip()
        if title and room > 80 * self._unit:
            head = _line(letters, title, "Inter-SemiBold", 26 * self._unit, room, _BRIGHT)
            head.paint(canvas, left, base - head.height)
            about.paint(canvas, right - about.width, base - head.height / 2 - about.height / 2)
        else:
            about.paint(canvas, left, base - about.height)

    def _cell(self, canvas: Any, letters: faces.Faces, place: int, n: int, picture: "np.ndarray | None") -> None:
        import numpy as np
        import skia

        x = self._left + place % self._columns * self._stride[0]
        y = self._head + place // self._columns * self._stride[1]
        round_ = 6 * self._unit
        box = skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, y, *self.frame), round_, round_)
        if picture is None:
            canvas.drawRRect(box, skia.Paint(Color=skia.ColorSetRGB(*_DARK), AntiAlias=True))
        else:
            full = np.dstack([picture, np.full(picture.shape[:2], 255, np.uint8)])
            canvas.save()
            canvas.clipRRect(box, True)
            canvas.drawImage(skia.Image.fromarray(full, skia.kRGBA_8888_ColorType), x, y)
            canvas.restore()
        if self._times:
            words = _line(letters, _time(n / self._film.rate), "Inter-Medium", 15 * self._unit, self.frame[0] * 2, _DIM)
            words.paint(canvas, x + 2 * self._unit, y + self.frame[1] + 5 * self._unit)


def _line(
    letters: faces.Faces, text: str, face: str, size: float, room: float, color: tuple[int, int, int, int]
) -> Any:
    """Words on one line, cut to the room there is."""
    from pipelines.type import typeset

    text = typeset.joined(typeset.tidy(text))
    while True:
        kept, fonts, _ = letters.covering(text, face)
        lines = typeset.set_lines(kept, fonts, size, 100_000, color=color, align="left")
        if lines.width <= room or len(text) < 4:
            return lines
        text = text[: max(3, int(len(text) * room / lines.width) - 2)].rstrip(" …") + "…"
