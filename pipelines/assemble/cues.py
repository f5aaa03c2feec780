"""Captions written for players: SubRip, WebVTT and Advanced SubStation, in our styles, places and word times."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING, Literal

from pipelines.assemble import places, wordtimes
from pipelines.assemble.letterstyles import STYLES, CaptionStyle, Style
from pipelines.assemble.places import CaptionPlace
from pipelines.type.typeset import Color, tidy
from studio.timeline import Caption

if TYPE_CHECKING:
    from pysubs2 import SSAStyle

Format = Literal["srt", "vtt", "ass"]
SHEET = (1280, 720)  # what sizes and margins in an ASS file are told for; players scale them

_LINE = (
    1.25  # ASS sizes are of a font's line, ours of its letters: between Inter (1.43) and what stands in for it (1.15)
)
_ALIGNED: dict[CaptionPlace, int] = {"bottom": 2, "middle": 5, "top": 8}
_SETTINGS: dict[CaptionPlace, str] = {"bottom": "", "middle": " line:50%,center", "top": " line:7%"}
# Characters that mean something in ASS are carried through pysubs2 in disguise and put back as text.
_MASKS = {"{": "\ue000", "}": "\ue001", "\\": "\ue002"}
_PLAIN = {mask: char for char, mask in _MASKS.items()}
_ASS = {_MASKS["{"]: "\\{", _MASKS["}"]: "\\}", _MASKS["\\"]: "\\\u2060"}  # a joiner parts \ from N


@dataclass(frozen=True)
class Cue:
    """Words on the screen from `start` to `end`, in milliseconds; `marks`: when which characters of `text` are said."""

    start: int
    end: int
    text: str
    place: CaptionPlace
    marks: tuple[tuple[int, int, int, int], ...] = ()  # begin and end in milliseconds, first and last character


def cues(captions: Iterable[Caption], rate: Fraction, standing: Mapping[Caption, CaptionPlace],
         words: Literal["whole", "said word", "alone"], place: CaptionPlace) -> tuple[list[Cue], bool]:  # fmt: skip
    """The captions as cues, one for each word where words stand alone, and whether all words' times were known."""
    found, known = [], True

    def ms(frame: int) -> int:
        return round(frame * 1000 / rate)

    for caption in sorted(captions, key=lambda c: (c.start, c.end)):
        text = "\n".join(line for line in tidy(caption.text).replace("-->", "→").split("\n") if line.strip())
        if not text:
            continue
        stands = standing.get(caption, place)
        if words == "whole":
            found.append(Cue(ms(caption.start), ms(caption.end), text, stands))
            continue
        spoken, sure = (wordtimes.alone if words == "alone" else wordtimes.said)(caption, text, rate)
        known = known and sure
        if words == "alone":
            found += [Cue(ms(w.start), ms(w.end), text[w.first : w.last].replace("\n", " "), stands) for w in spoken]
        else:
            marks = tuple((ms(w.start), ms(w.end), w.first, w.last) for w in spoken)
            found.append(Cue(ms(caption.start), ms(caption.end), text, stands, marks))
    return found, known


def written(found: list[Cue], format: Format, style: CaptionStyle, title: str) -> str:
    """The subtitle file's characters."""
    if format == "vtt":
        return _vtt(found, STYLES[style])
    return _srt(found) if format == "srt" else _ass(found, style, title)


def _srt(found: list[Cue]) -> str:
    import pysubs2

    file = pysubs2.SSAFile()
    masks = str.maketrans(_MASKS)
    for cue in found:
        text = cue.text.translate(masks).replace("<", "\ue003").replace("\n", "\\N")
        file.append(pysubs2.SSAEvent(start=cue.start, end=cue.end, text=text))
    plain = {**_PLAIN, "\ue003": "<"}
    return file.to_string("srt").translate(str.maketrans(plain)).strip("\n") + "\n"


# ---------------------------------------------------------------- WebVTT


def _vtt(found: list[Cue], look: Style) -> str:
    """After W3C's WebVTT: places as cue settings, said words as timestamp tags that `:past` and `:future` colour."""
    blocks = ["WEBVTT", *_sheet(look, any(cue.marks for cue in found))]
    for cue in found:
        times = f"{_clock(cue.start)} --> {_clock(cue.end)}{_SETTINGS[cue.place]}"
        blocks.append(f"{times}\n{_timed(cue)}")
    return "\n\n".join(blocks) + "\n"


def _sheet(look: Style, marked: bool) -> list[str]:
    """The style block; none for plates, which are what players show by themselves."""
    if look.plate:
        return []
    edge = "text-shadow: 0 0 0.1em #0a0c10, 0 0 0.1em #0a0c10, 0 0.05em 0.12em #0a0c10"
    rules = [f"::cue {{ color: {_hex(look.fill)}; background: transparent; {edge} }}"]
    if marked:
        rules.append(f"::cue(:past) {{ color: {_hex(look.accent)} }}")
    return ["STYLE\n" + "\n".join(rules)]


def _timed(cue: Cue) -> str:
    """The text with the time before each word after the first."""
    text, at, last = "", 0, cue.start
    for begin, _, first, _ in cue.marks:
        if last < begin < cue.end:
            text += f"{escape(cue.text[at:first], quote=False)}<{_clock(begin)}>"
            at, last = first, begin
    return text + escape(cue.text[at:], quote=False)


def _clock(ms: int) -> str:
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def _hex(color: Color) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color[:3])


# ---------------------------------------------------------------- Advanced SubStation


def _ass(found: list[Cue], style: CaptionStyle, title: str) -> str:
    import pysubs2

    look = STYLES[style]
    file = pysubs2.SSAFile()
    file.info.update({"PlayResX": str(SHEET[0]), "PlayResY": str(SHEET[1]), "WrapStyle": "0",
                      "ScaledBorderAndShadow": "yes", "Title": tidy(title).replace("\n", " ")[:80]})  # fmt: skip
    file.styles["Default"] = _ass_style(look)
    for cue in found:
        moved = f"{{\\an{_ALIGNED[cue.place]}}}" if cue.place != "bottom" else ""
        file.append(pysubs2.SSAEvent(start=cue.start, end=cue.end, text=moved + _sung(cue, look)))
    return file.to_string("ass").translate(str.maketrans(_ASS)).strip("\n") + "\n"


def _ass_style(look: Style) -> "SSAStyle":
    import pysubs2

    size = look.pixels(*SHEET)
    free = places.margins(*SHEET)
    night = pysubs2.Color(10, 12, 16, 255 - look.plate[3] if look.plate else 0)
    return pysubs2.SSAStyle(
        fontname="Inter",
        fontsize=round(size * _LINE),
        bold=look.face != "Inter-Medium",
        primarycolor=pysubs2.Color(*look.fill[:3]),
        secondarycolor=pysubs2.Color(*look.fill[:3]),
        outlinecolor=night,
        backcolor=pysubs2.Color(10, 12, 16, 255 if look.plate else round(255 * (1 - look.shade))),
        borderstyle=3 if look.plate else 1,
        outline=round(size * (0.3 if look.plate else look.outline), 1),
        shadow=0 if look.plate else round(size * look.drop, 1),
        marginv=round(SHEET[1] * free.bottom),
        marginl=round(SHEET[0] * free.sides),
        marginr=round(SHEET[0] * free.sides),
    )


def _sung(cue: Cue, look: Style) -> str:
    """The text; with marks, each word after a \\k of its length, in the accent's colour only while it is said."""
    masks = str.maketrans(_MASKS)
    if not cue.marks:
        return cue.text.translate(masks).replace("\n", "\\N")
    red, green, blue = look.accent[:3]
    accent, fill = f"&H{blue:02X}{green:02X}{red:02X}&", "&H{2:02X}{1:02X}{0:02X}&".format(*look.fill[:3])
    text, at, clock = "", 0, cue.start
    for begin, end, first, last in cue.marks:
        if begin > clock:
            text += f"{{\\k{(begin - clock) // 10}}}"
        text += cue.text[at:first].translate(masks)
        a, b = begin - cue.start, end - cue.start
        text += f"{{\\k{(end - begin) // 10}\\1c{fill}\\t({a},{a},\\1c{accent})\\t({b},{b},\\1c{fill})}}"
        text += cue.text[first:last].translate(masks)
        at, clock = last, end
    return (text + cue.text[at:].translate(masks)).replace("\n", "\\N")
