"""The words of a cut as a subtitle file."""

from typing import Literal

from pipelines.typeset import tidy
from studio import timeline
from studio.kinds import Cut, Text
from studio.timeline import Timeline
from studio.work import Work

# Characters that mean something in a format are carried through it in disguise and put back as text.
_MASKS = {"{": "\ue000", "}": "\ue001", "\\": "\ue002", "<": "\ue003", ">": "\ue004", "&": "\ue005"}
_PLAIN = {mask: char for char, mask in _MASKS.items()}
_WRITTEN = {
    "srt": _PLAIN,
    "vtt": {**_PLAIN, _MASKS["<"]: "&lt;", _MASKS[">"]: "&gt;", _MASKS["&"]: "&amp;"},
    "ass": {**_PLAIN, _MASKS["{"]: "\\{", _MASKS["}"]: "\\}", _MASKS["\\"]: "\\\u2060"},  # a joiner parts \ from N
}


def captions(cut: Cut, format: Literal["srt", "vtt", "ass"] = "srt", *, work: Work) -> Text:
    """Write the captions of `cut` as a subtitle file, in the film's own time.

    A cut without captions gives a file without entries, and a note. Times are to the millisecond (ASS: hundredths).
    Written with pysubs2.

    Args:
        cut: The cut whose captions are written.
        format: SubRip, WebVTT or Advanced SubStation, which players and editors read.
    >>> line = speak(text="The lamp is lit.", voice="silent")
    >>> picture = paint(scene="a lighthouse on a hill")
    >>> cut = edit(shots=[picture], voices=[line])
    >>> words = captions(cut=cut, format="srt")
    """
    film = timeline.load(cut)
    work.progress(0.5, "Writing the captions")
    if not film.captions:
        work.note("The cut has no captions, so the file has no entries. Captions come from spoken lines.")
    path = work.path(f"captions.{format}")
    path.write_text(written(film, format), encoding="utf-8", newline="\n")
    return Text(path)


def written(film: Timeline, format: Literal["srt", "vtt", "ass"]) -> str:
    """The subtitle file's characters."""
    import pysubs2

    subtitles = pysubs2.SSAFile()
    subtitles.info.update({"PlayResX": "1280", "PlayResY": "720", "WrapStyle": "0", "Title": tidy(film.name)[:80]})
    subtitles.styles["Default"] = pysubs2.SSAStyle(
        fontname="Inter", fontsize=36, bold=True, outline=2.2, shadow=0.8, marginv=50, marginl=64, marginr=64
    )
    masks = str.maketrans(_MASKS)
    for caption in film.captions:
        lines = [line.replace("-->", "→") for line in tidy(caption.text).split("\n") if line.strip()]
        if lines:
            begin, end = (round(frame * 1000 / film.rate) for frame in (caption.start, caption.end))
            event = pysubs2.SSAEvent(start=begin, end=end, text="\\N".join(line.translate(masks) for line in lines))
            subtitles.append(event)
    return subtitles.to_string(format).translate(str.maketrans(_WRITTEN[format])).strip("\n") + "\n"
