"""The words of a cut as a subtitle file."""

from typing import Literal

from pipelines.assemble.letterstyles import CaptionStyle
from pipelines.assemble.places import CaptionPlace
from pipelines.type import faces
from studio import timeline
from studio.kinds import Cut, Text
from studio.work import Work

settle = faces.settle  # packs of further scripts: how wide words are decides whether they cover a face


def captions(
    cut: Cut,
    format: Literal["srt", "vtt", "ass"] = "srt",
    style: CaptionStyle = "plate",
    place: CaptionPlace = "bottom",
    *,
    work: Work,
) -> Text:
    """Write the captions of `cut` as a subtitle file, in the film's own time.

    A cut without captions gives a file without entries, and a note. Times are to the millisecond (ASS: hundredths).
    WebVTT and ASS also tell where captions stand that would cover a face at the foot of the picture.

    Args:
        cut: The cut whose captions are written.
        format: SubRip, WebVTT or Advanced SubStation, which players and editors read.
        style: How they look, as far as a format can say it; SubRip cannot. "word by word" marks each word as it is
            said (WebVTT timestamps, ASS karaoke), "one word" makes each an entry of its own.
        place: Where they stand when no face is in the way; SubRip cannot say it.
    >>> line = speak(text="The lamp is lit.", voice="silent")
    >>> picture = paint(scene="a lighthouse on a hill")
    >>> cut = edit(shots=[picture], voices=[line])
    >>> words = captions(cut=cut, format="srt")
    """
    from pipelines.assemble import cues, letters
    from pipelines.film.media import Media
    from pipelines.film.people import keep_clear
    from pipelines.type.faces import faces_for

    film = timeline.load(cut)
    work.progress(0.2, "Looking where the captions stand")
    if not film.captions:
        work.note("The cut has no captions, so the file has no entries. Captions come from spoken lines.")
    stand = {}
    if format != "srt" and film.captions:
        clear = keep_clear(Media(film, cut.parent, *cues.SHEET), work)
        stand = letters.standing(film.captions, *cues.SHEET, film.rate, faces=faces_for(work), style=style,
                                 place=place, avoid=clear)  # fmt: skip
    work.progress(0.8, "Writing the captions")
    words = letters.STYLES[style].words
    found, known = cues.cues(film.captions, film.rate, stand, words, place)
    if not known:
        work.note(letters.GUESSED)
    path = work.path(f"captions.{format}")
    path.write_text(cues.written(found, format, style, film.name), encoding="utf-8", newline="\n")
    return Text(path)
