"""A title card: words set large on a painted ground or over a picture."""

import unicodedata
from typing import TYPE_CHECKING, Any, Literal

from pipelines.type import faces as fonts
from pipelines.type import typeset
from pipelines.type.typeset import Lines
from studio import facts
from studio.errors import PersonError
from studio.kinds import Image, Text, read_text
from studio.work import Work

if TYPE_CHECKING:
    import skia

    from pipelines.grounds import Ground

Shape = Literal["16:9", "9:16", "1:1", "4:5"]

SIZES = {"16:9": (1920, 1080), "9:16": (1080, 1920), "1:1": (1440, 1440), "4:5": (1296, 1620)}
MOST = 500  # characters; more is no title
# Per look: the title's font, its size against the short side, leading, the subtitle's font and tracking.
_STYLES: dict[str, tuple[str, float, float, str, float]] = {
    "quiet": ("Literata-Display", 0.125, 1.12, "Inter-Medium", 0.02),
    "bold": ("Inter-ExtraBold", 0.13, 1.06, "Inter-SemiBold", 0.0),
    "poster": ("Oswald-Medium", 0.16, 1.14, "Oswald-Medium", 0.16),
    "paper": ("Literata-Display", 0.12, 1.14, "Inter-Medium", 0.06),
}

settle = fonts.settle


def title(text: Text, subtitle: str = "", look: Literal["quiet", "bold", "poster", "paper"] = "quiet",
          shape: Shape = "16:9", background: Image | None = None, seed: int = 1, *, work: Work) -> Image:  # fmt: skip
    """Set `text` as a title card, with `subtitle` under it.

    PNG of 1920×1080, 1080×1920, 1440×1440 or 1296×1620 pixels. Any script a font is found for; long titles are set
    smaller, on more lines. Without words there is no card: a PersonError says so.

    Args:
        text: The title. A line feed begins a new line.
        subtitle: A smaller line under it.
        look: quiet (evening sky, serif), bold (bright shapes), poster (dark, capitals) or paper (ink on a sheet).
        shape: Width to height of the film it is for.
        background: A picture to lie darkened and softened behind the words, in place of the painted ground.
        seed: Another number gives another choice of colours.
    >>> card = title(text="The Keeper and the Whale", subtitle="A story of the sea", look="quiet")
    """
    words, below = _words(read_text(text), work), typeset.joined(typeset.tidy(subtitle))[:MOST]
    width, height = SIZES[shape]
    work.progress(0.1, "Painting the ground")
    ground = _ground(look, width, height, background, seed)
    work.progress(0.5, "Setting the words")
    picture = _set(ground, look, words, below, background is not None, work)
    work.progress(0.8, "Keeping the picture")
    path = work.path("title.png")
    told = {"text": f"{words}\n{below}" if below else words, "title": typeset.joined(words), "look": look}
    picture.save(path, pnginfo=facts.png_info(told), compress_level=4)
    return Image(path)


def _words(text: str, work: Work) -> str:
    """The title's own lines, shortened where it is more than a title can be."""
    words = typeset.tidy(text)
    lines = [line for line in words.split("\n") if line.strip()]
    words = "\n".join(lines) if len(lines) <= 4 else typeset.joined(words)
    if not any(not char.isspace() for char in words):
        raise PersonError("The title has no words. Write its text.")
    if len(words) > MOST:
        work.note(f"The title has {len(words)} characters; the card shows the first {MOST}.")
        words = words[:MOST].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + "…"
    return words


def _ground(look: Any, width: int, height: int, background: Image | None, seed: int) -> "Ground":
    from pipelines.grounds import calmed, painted

    if background is None:
        return painted(look, width, height, seed)
    from pipelines.pictures import read_rgb

    return calmed(read_rgb(background, (width, height)), width, height, seed)


def _set(ground: "Ground", look: str, words: str, below: str, shadow: bool, work: Work) -> Any:
    """The words painted on the ground, as a Pillow image."""
    import numpy as np
    import skia
    from PIL import Image as Pillow

    height, width = ground.pixels.shape[:2]
    pixels = np.dstack([ground.pixels, np.full((height, width), 255, np.uint8)])
    info = skia.ImageInfo.Make(width, height, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    surface = skia.Surface.MakeRasterDirect(info, pixels)
    align: typeset.Align = "center" if look != "bold" else "right" if typeset.right_to_left(words) else "left"
    head, lost = _head(words, look, ground, align, work)
    foot = None
    if below:
        foot, more = _foot(below, look, ground, align, head.size, work)
        lost += more
    if lost:
        work.note(fonts.missing_words(lost))
    _paint(surface.getCanvas(), head, foot, look, ground, shadow, align)
    surface.flushAndSubmit()
    return Pillow.fromarray(pixels[..., :3])


def _room(look: str, ground: "Ground") -> tuple[float, int, int]:
    """How wide lines may be, the card's short side and its height. Bright shapes stand beside the words."""
    height, width = ground.pixels.shape[:2]
    share = 0.84 if width <= height else 0.66 if look == "bold" else 0.8
    return share * width, min(width, height), height


def _head(words: str, look: str, ground: "Ground", align: typeset.Align, work: Work) -> tuple[Lines, str]:
    """The title's lines, and what no font can draw of it. Few letters are set larger."""
    room, short, height = _room(look, ground)
    name, share, leading, _, _ = _STYLES[look]
    shown, faces, lost = _faces(words, look, name, "Literata-Display", "Inter-ExtraBold", work)
    if not shown.strip():
        raise PersonError(f"The title cannot be set. {fonts.missing_words(lost)}")
    size = share * short * (1.5 if len(shown) < 8 else 1.2 if len(shown) < 16 else 1.0)
    tracking = 0.0 if len(faces) > 2 else 0.005 if look == "poster" else -0.012  # joined scripts stay joined
    lines = typeset.fit_lines(
        shown, faces, size, room, 0.56 * height, 5 if height >= room else 3, least=0.055 * short, align=align,
        color=(*ground.ink, 255), leading=_leading(leading, faces), tracking=tracking,
    )  # fmt: skip
    return lines, lost


def _foot(words: str, look: str, ground: "Ground", align: typeset.Align, above: float,
          work: Work) -> tuple[Lines | None, str]:  # fmt: skip
    """The subtitle's lines, sized by those above; None when nothing of it can be drawn."""
    room, short, height = _room(look, ground)
    _, _, _, name, tracking = _STYLES[look]
    shown, faces, lost = _faces(words, look, name, "Inter-Medium", "Inter-Medium", work)
    if not shown.strip():
        return None, lost
    size = min(max(0.034 * short, above * 0.3), 0.05 * short, above * 0.8)
    lines = typeset.fit_lines(
        shown, faces, size, room, 0.2 * height, 2, least=0.02 * short, align=align, color=(*ground.accent, 255),
        leading=_leading(1.3, faces), tracking=tracking if len(faces) < 3 else 0.0,
    )  # fmt: skip
    return lines, lost


def _faces(words: str, look: str, name: str, second: str, third: str, work: Work) -> tuple[str, Any, str]:
    """What can be shown of the words, in capitals on a poster, with the fonts for it and what no font can draw."""
    capitals = _capitals(words) if look == "poster" else words
    chosen = fonts.first_covering(capitals, name, second, third)
    return fonts.faces_for(work).covering(capitals, chosen)


def _capitals(words: str) -> str:
    """Capitals; Greek ones carry no accents."""
    bare = (c for c in unicodedata.normalize("NFD", words.upper()))
    kept, base = "", ""
    for char in bare:
        base = base if unicodedata.combining(char) else char
        if not (char == "\u0301" and "\u0370" <= base <= "\u03ff"):
            kept += char
    return unicodedata.normalize("NFC", kept)


def _leading(leading: float, faces: Any) -> float:
    """Scripts our own fonts do not have reach further up and down."""
    return leading if len(faces) < 3 else max(leading, 1.38)


def _paint(canvas: "skia.Canvas", head: Lines, foot: Lines | None, look: str, ground: "Ground", shadow: bool,
           align: str) -> None:  # fmt: skip
    """Title, rule and subtitle as one block, its middle a little above the middle of the card."""
    import skia

    height, width = ground.pixels.shape[:2]
    short = min(width, height)
    accent = skia.Paint(Color=skia.ColorSetARGB(255, *ground.accent), AntiAlias=True)
    gap = max(0.055 * short, head.size * 0.62)
    whole = head.height + (gap + foot.height if foot else 0)
    top = (height - whole) * (0.48 if look != "poster" else 0.5)
    margin = 0.09 * width

    def left(lines: Lines) -> float:
        return {"center": (width - lines.width) / 2, "left": margin, "right": width - margin - lines.width}[align]

    if look == "paper":
        _frame(canvas, width, height, ground)
    if shadow:
        soft, dark = short * 0.012, skia.ColorSetARGB(170, 0, 0, 0)
        fall = skia.ImageFilters.DropShadow(0, short * 0.004, soft, soft, dark)
        canvas.saveLayer(None, skia.Paint(ImageFilter=fall))
    head.paint(canvas, left(head), top)
    thick = max(2.0, short * (0.006 if look == "bold" else 0.0022))
    long = short * (0.11 if look == "bold" else 0.075)
    if look == "poster":
        reach = min(0.8 * width, max(head.width, foot.width if foot else 0))
        for y in (top - 0.05 * short, top + whole + 0.05 * short):
            canvas.drawRect(skia.Rect.MakeXYWH((width - reach) / 2, y, reach, thick), accent)
    elif foot or look == "bold":
        y = top + head.height + gap * 0.55 if foot else top + head.height + gap * 0.6
        x = {"center": (width - long) / 2, "left": margin, "right": width - margin - long}[align]
        canvas.drawRect(skia.Rect.MakeXYWH(x, y, long, thick), accent)
    if foot:
        foot.paint(canvas, left(foot), top + head.height + gap)
    if shadow:
        canvas.restore()


def _frame(canvas: "skia.Canvas", width: int, height: int, ground: "Ground") -> None:
    """Two thin lines along the edge of the sheet."""
    import skia

    short = min(width, height)
    for inset, thick, opacity in ((0.05, 0.0028, 170), (0.06, 0.0012, 130)):
        color = skia.ColorSetARGB(opacity, *ground.accent)
        line = skia.Paint(Color=color, AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=short * thick)
        canvas.drawRect(skia.Rect.MakeLTRB(*(short * inset,) * 2, width - short * inset, height - short * inset), line)
