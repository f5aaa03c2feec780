"""The board a card is laid out on: its grid, its letters, its layers, and when each part arrives."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia

from pipelines.make.drawn.layering import FAR, Layer, Life, Live, Recorder, play
from pipelines.shapes import SIZES
from pipelines.type import faces as fonts
from pipelines.type import typeset
from pipelines.type.cards import kinetic
from pipelines.type.cards.designs import DESIGNS, Design, Manner, Voice
from pipelines.type.cards.order import CardOrder
from pipelines.type.cards.palette import LEAST, Palette, over, palette_of, readable
from pipelines.type.cards.timing import Beat, arrival
from pipelines.type.faces import Faces
from pipelines.type.legible import Rgb, contrast
from pipelines.type.outlines import Box, Outlines, outlined
from pipelines.type.polish import capitals, polished

NEAR = 9.0  # how far away words are: a camera that travels hardly enlarges them
_SEEN = 192  # pixels across of the small picture that tells what lies behind words


@dataclass(frozen=True)
class CardSet:
    """A card built, and not yet shown: `layers` farthest first, on `size` (w, h) logical pixels.

    At 0 s nothing of the words is there; at `rest` seconds all has arrived: that moment is the still. `clear`: nothing
    lies behind, to be laid over a film. `text`: what is written on it. `lost`: characters no font here can draw.
    """

    layers: tuple[Layer, ...]
    size: tuple[int, int]
    rest: float
    clear: bool
    text: tuple[str, ...]
    lost: str


@dataclass(frozen=True)
class Part:
    """One of several blocks of words under each other; `gap` above it, `share`s of the arrival it takes."""

    cut: Outlines
    tone: Rgb
    gap: float
    share: tuple[float, float]
    manner: Manner


class Board:
    """Where one card is composed. Logical pixels; `u` is a 1080th of the shorter side.

    `area` is what words may fill: margins of a film's safe area, more room above and below in upright films, where
    apps lay their buttons.
    """

    def __init__(self, order: CardOrder, faces: Faces, seconds: float | None, natural: float) -> None:
        self.order = order
        self.w, self.h = SIZES[order.shape]
        self.u = min(self.w, self.h) / 1080
        self.upright = self.h > 1.4 * self.w
        self.design: Design = DESIGNS[order.look]
        colours = palette_of(order.look, order.mood)
        self.palette: Palette = over(colours) if order.behind else colours
        self.rng = np.random.default_rng([order.seed % 2**63, sum(order.look.encode())])
        words = order.text if any(c.isalpha() for c in order.text) else order.below or order.heading
        self.flipped = self.design.align == "left" and typeset.right_to_left(words)
        self.entry = arrival(natural, len(order.letters), seconds)
        self.clear = False
        x, top, foot = (0.085, 0.12, 0.16) if self.upright else (0.085, 0.1, 0.1)
        if self.w > self.h:
            x, top, foot = 0.08, 0.11, 0.11
        self.area: Box = (x * self.w, top * self.h, (1 - x) * self.w, (1 - foot) * self.h)
        self._faces = faces
        self._tape = Recorder(self.w, self.h)
        self._layers: list[Layer] = []
        self._words: list[Live] = []
        self.written: list[str] = []
        self._lost = ""
        self._end = 0.0
        self._small: tuple[int, np.ndarray] | None = None

    # ------------------------------------------------------------ layers

    @property
    def canvas(self) -> skia.Canvas:
        return self._tape.canvas

    def layer(self, name: str, away: float = FAR, *, light: bool = False, life: Life | None = None,
              live: Live | None = None) -> skia.Canvas:  # fmt: skip
        """What is painted from here on is a layer before all others. Returns its canvas."""
        self._tape.begin(Layer(name, away, None, light, None, life, live))
        return self._tape.canvas

    def across_at(self, share: float) -> float:
        """A share of the width in pixels, counted from the side that is read from."""
        return (1 - share if self.flipped else share) * self.w

    def beyond(self) -> skia.Rect:
        """The card and what a camera may see around it."""
        return skia.Rect.MakeLTRB(-0.3 * self.w, -0.3 * self.h, 1.3 * self.w, 1.3 * self.h)

    def alive(self, live: Live) -> None:
        """Something of the words' own layer, painted at every moment: rules, bars, the words themselves."""
        self._words.append(live)

    def beat(self, start: float, end: float) -> Beat:
        """Shares of the time in which all arrives, as seconds."""
        made = Beat(start * self.entry, end * self.entry)
        self._end = max(self._end, made.end)
        return made

    def made(self) -> CardSet:
        """The finished card."""
        lives = tuple(self._words)

        def words(canvas: skia.Canvas, seconds: float) -> None:
            for live in lives:
                live(canvas, seconds)

        self._tape.add(Layer("words", NEAR, live=words))
        self._layers += self._tape.take()
        lost = "".join(dict.fromkeys(self._lost))
        return CardSet(
            tuple(self._layers), (self.w, self.h), self._end + 0.05, self.clear, tuple(self.written), lost
        )  # fmt: skip

    # ------------------------------------------------------------ words

    def covered(self, text: str, voice: Voice) -> tuple[str, tuple[fonts.Face, ...]]:
        """What of a text can be drawn, as the voice writes it, and the fonts for it."""
        shown = polished(text)
        shown = capitals(shown) if voice.capitals else shown
        second = "Literata-Display" if voice.font.startswith("Literata") else "Inter-ExtraBold"
        chosen = fonts.first_covering(shown, voice.font, second, "Inter-SemiBold")
        shown, found, lost = self._faces.covering(shown, chosen)
        self._lost += lost
        return shown, found

    def set(self, text: str, voice: Voice, size: float, room: tuple[float, float], most: int = 1, *,
            least: float = 0.0, align: str = "", manner: Manner = "fade") -> Outlines | None:  # fmt: skip
        """Words as outlines in at most `most` lines within `room` (w, h); None when no font draws any of them.

        Sizes in pixels. Scripts that reach further up and down than Latin get more leading, joined ones no tracking.
        """
        shown, found = self.covered(text, voice)
        if not shown.strip():
            return None
        others = len(found) > 2
        style = {
            "align": align or self.align(shown),
            "leading": max(voice.leading, 1.34) if others else voice.leading,
            "tracking": 0.0 if others else voice.tracking,
        }
        lines = typeset.fit_lines(shown, found, size, *room, most, least=least or 0.4 * size, **style)
        self.written.append(text)
        return outlined(lines, kinetic.CUT.get(manner, "word"), style["align"])

    def unsaid(self, text: str) -> None:
        """What was set last is an ornament, not words of the card."""
        if self.written and self.written[-1] == text:
            self.written.pop()

    def align(self, text: str) -> typeset.Align:
        """The design's, from the other side where words run from the right."""
        if self.design.align == "center":
            return "center"
        return "right" if typeset.right_to_left(text) else "left"

    def say(self, cut: Outlines, x: float, y: float, tone: Rgb, share: tuple[float, float],
            manner: Manner | None = None) -> Box:  # fmt: skip
        """Words with their upper left corner at (x, y), in a colour that can be read there. Returns their inked box."""
        left, top, right, foot = cut.box
        box = (x + left, y + top, x + right, y + foot)
        tone = self.legible(tone, box)
        self.alive(kinetic.arriving(cut, x, y, tone, self.beat(*share), manner or self.design.manner))
        return box

    def stack(self, parts: Sequence[Part], area: Box, stand: float) -> list[Box]:
        """Blocks under each other in an area, `stand` of the free height above them. Returns their inked boxes."""
        height = sum(p.cut.height + p.gap for p in parts)
        y = area[1] + max(0.0, area[3] - area[1] - height) * stand
        boxes = []
        for part in parts:
            y += part.gap
            x = self.across(part.cut, area)
            boxes.append(self.say(part.cut, x, y, part.tone, part.share, part.manner))
            y += part.cut.height
        return boxes

    def across(self, cut: Outlines, area: Box) -> float:
        """Where the left edge of words lies in an area."""
        if self.design.align == "center":
            return (area[0] + area[2] - cut.width) / 2
        return area[2] - cut.width if cut.right else area[0]

    # ------------------------------------------------------------ what lies behind

    def legible(self, tone: Rgb, box: Box) -> Rgb:
        """The colour, moved towards white or black until it stands out from all that lies behind a box."""
        if self.clear:
            return tone
        behind = self.behind(box)
        if min(contrast(tone, ground) for ground in behind) >= LEAST:
            return tone
        return readable(tone, behind)

    def behind(self, box: Box) -> tuple[Rgb, Rgb]:
        """The darkest and the lightest of what lies behind a box when all has arrived."""
        self._layers += self._tape.take()
        if self._small is None or self._small[0] != len(self._layers):
            self._small = (len(self._layers), self._shown(_SEEN / self.w))
        pixels = self._small[1]
        scale = pixels.shape[1] / self.w
        left, top = (max(0, int(v * scale) - 1) for v in box[:2])
        part = pixels[top : int(box[3] * scale) + 2, left : int(box[2] * scale) + 2].reshape(-1, 3)
        if not len(part):
            part = pixels.reshape(-1, 3)
        order = np.argsort(part @ np.array([0.2126, 0.7152, 0.0722]))
        low, high = (part[order[int(at * (len(order) - 1))]] for at in (0.02, 0.98))
        return (int(low[0]), int(low[1]), int(low[2])), (int(high[0]), int(high[1]), int(high[2]))

    def _shown(self, scale: float) -> np.ndarray:
        wide, tall = round(self.w * scale), round(self.h * scale)
        pixels = np.zeros((tall, wide, 4), np.uint8)
        info = skia.ImageInfo.Make(wide, tall, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
        surface = skia.Surface.MakeRasterDirect(info, pixels)
        canvas = surface.getCanvas()
        canvas.scale(scale, scale)
        play(canvas, tuple(self._layers), self.entry + 0.05)
        surface.flushAndSubmit()
        return pixels[..., :3]
