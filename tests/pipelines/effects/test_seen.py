"""What a shot shows, read from its picture, from the clip of it, and not from a card."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from pipelines.effects.placing import placed
from pipelines.effects.seen import seen_in
from pipelines.make.animate import animate
from pipelines.make.paint import paint
from pipelines.make.title import title
from studio.kinds import Text
from studio.timeline import Shot, Timeline
from studio.work import Work


def test_a_clip_tells_the_words_of_its_picture_and_a_card_tells_no_place(
    tmp_path: Path, pack: Callable[[str], Path]
) -> None:
    work = Work.alone(tmp_path / "desk", pack)
    (tmp_path / "scene.txt").write_text("a man knocks on the door of a house in the rain")
    (tmp_path / "title.txt").write_text("The knock on the door")
    shot = paint(Text(tmp_path / "scene.txt"), work=work)
    opening = title(Text(tmp_path / "title.txt"), work=work)
    for name, picture in (("scene", shot), ("card", opening)):
        animate(picture, seconds=0.2, size="360p", work=work).rename(tmp_path / f"{name}.mp4")
    rate = Fraction(30)
    film = Timeline(rate, tuple(Shot(f"{n}.mp4", "Video", 120, available=120) for n in ("card", "scene")))
    card, scene = seen_in(film, tmp_path)
    assert (card.words, card.setting) == ("", "")
    assert "knocks" in scene.words
    assert [cue.effect for cue in placed(film, tmp_path).cues] == ["knock"]
