"""Quotes, lists, numbers and charts: what is written on them, and what is said of input that fits none."""

from pathlib import Path

import pytest
from PIL import Image

from pipelines.make.chart import chart
from pipelines.make.listing import listing
from pipelines.make.lower_third import lower_third
from pipelines.make.number import number
from pipelines.make.quote import quote
from pipelines.make.stamp import stamp
from pipelines.make.title import title
from studio import facts
from studio.errors import PersonError
from studio.work import Work


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def desk(tmp_path: Path, notes: list[str]) -> Work:
    alone = Work.alone(tmp_path / "desk")
    return Work(folder=alone.folder, parts=alone.parts, remark=notes.append)


@pytest.fixture
def words(tmp_path: Path):
    def words(text: str) -> Path:
        path = tmp_path / "words.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return words


def _told(path: Path) -> str:
    with Image.open(path) as image:
        assert image.mode == "RGB"
    return facts.read(path)["text"]


def test_a_quote_has_its_own_marks(words, desk) -> None:
    assert _told(quote(words('"The sea."'), by="- Cousteau", work=desk)) == "The sea.\n- Cousteau"
    assert _told(quote(words("«Море»"), work=desk)) == "Море"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Flour\nWater\n\nSalt", ["Flour", "Water", "Salt"]),
        ("- Flour\n- Water", ["Flour", "Water"]),
        ("Flour; Water; Salt", ["Flour", "Water", "Salt"]),
        ("Flour, water, salt", ["Flour", "water", "salt"]),
        ("1. Knead\n2. Wait", ["1. Knead", "2. Wait"]),
        ("Мука、вода、соль", ["Мука", "вода", "соль"]),
        ("Bread", ["Bread"]),
    ],
)
def test_items_are_found_as_people_type_them(text: str, items: list[str], words, desk) -> None:
    assert _told(listing(words(text), work=desk)).split("\n") == items


def test_a_list_too_long_says_what_is_left_out(words, desk, notes) -> None:
    assert len(_told(listing(words("\n".join(f"item {n}" for n in range(40))), work=desk)).split("\n")) == 12
    assert "40 items" in notes[0]


def test_a_number_without_figures_is_shown_as_it_is(words, desk, notes) -> None:
    assert _told(number("many", words("people"), work=desk)) == "many\npeople"
    assert "cannot count" in notes[0]


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ("Solar 40%, Wind 35%, Coal 25%", "donut"),
        ("Mon 3, Tue 5, Wed 8", "columns"),
        ("The longest of all names 3, Another long one 5", "bars"),
        ("2014 1, 2015 2, 2016 4, 2017 3, 2018 5, 2019 6", "line"),
    ],
)
def test_a_chart_is_of_the_kind_that_suits(values: str, kind: str, words, desk) -> None:
    assert facts.read(chart(words(values), work=desk))["chart"] == kind


@pytest.mark.parametrize("kind", ["bars", "columns", "line", "donut"])
@pytest.mark.parametrize("values", ["one 1", "a 0, b 0", "a -3, b 2", "a 1, b 1000000000", "é" * 200 + " 4, b 2"])
def test_odd_values_are_drawn_all_the_same(kind, values, words, desk) -> None:
    assert _told(chart(words(values), kind=kind, heading="H" * 200, unit="GW", source="us", work=desk))


def test_what_is_no_data_is_told(words, desk, notes) -> None:
    chart(words("Solar 40, nothing here, Wind 35"), work=desk)
    assert "nothing here" in notes[0]


@pytest.mark.parametrize("text", ["", " \n ", "\u200b\u200d"])
def test_no_words_are_a_sentence(text: str, words, desk) -> None:
    for make in (quote, listing, chart):
        with pytest.raises(PersonError, match=r"no (words|items|numbers)"):
            make(words(text), work=desk)
    with pytest.raises(PersonError, match="no number"):
        number(text, work=desk)
    for make in (lower_third, stamp):
        with pytest.raises(PersonError, match=r"no (name|words)"):
            make(words(text), work=desk)


def test_words_without_width_beside_others_are_left_out(words, desk) -> None:
    unseen = words("\u200b\u2060\u200d")
    assert number("7", unseen, work=desk)
    assert chart(words("Solar 40, \u2060\u200d 35, Wind 3"), heading="\u200b", work=desk)
    assert facts.read(lower_third(words("Ada"), subtitle="\u200b\u2060", work=desk))["text"] == "Ada"


def test_what_is_too_long_for_a_card_is_cut_with_a_note(words, desk, notes) -> None:
    long = "words of a card " * 60
    number("7", words(long), work=desk)
    chart(words("a 1, b 2"), heading=long, source=long, work=desk)
    listing(words("a, b"), heading=long, work=desk)
    quote(words("Be brief."), by=long, work=desk)
    title(words("Brief"), subtitle=long, work=desk)
    said = ["The text has", "The heading has", "The source has", "The heading has", "The name has", "The subtitle has"]
    assert [note[: len(start)] for note, start in zip(notes, said, strict=True)] == said


def test_a_quote_of_very_many_lines_is_running_text(words, desk, notes) -> None:
    card = quote(words("one\ntwo\n" * 40), work=desk)
    assert "80 lines" in notes[0]
    assert _told(card).startswith("one two one")


def test_words_no_font_can_draw_are_a_sentence_that_tells_the_pack(words, desk) -> None:
    with pytest.raises(PersonError, match="noto-cjk"):
        listing(words("面粉、水、盐"), work=desk)


def test_items_no_font_can_draw_are_left_out_with_a_note(words, desk, notes) -> None:
    assert listing(words("Flour\n面粉\nSalt"), work=desk)
    assert "left out" in notes[0]


def test_a_title_and_a_strip_come_alive(words, desk, tmp_path) -> None:
    import av

    from pipelines.make.animate import animate

    clip = animate(title(words("Lamp"), look="bold", work=desk), seconds=1, size="360p", fps=10, work=desk)
    with av.open(str(clip)) as film:
        frames = [f.to_ndarray(format="rgb24") for f in film.decode(video=0)]
    assert len(frames) == 10
    assert (frames[0] > 235).all(axis=2).mean() < 0.002 < (frames[-1] > 235).all(axis=2).mean()
    clear = animate(lower_third(words("Tomas"), work=desk), seconds=1, size="360p", fps=10, work=desk)
    assert Path(clear).suffix == ".mov"
    with av.open(str(clear)) as film:
        alphas = [f.to_ndarray(format="rgba")[..., 3] for f in film.decode(video=0)]
    assert not alphas[0].any()
    assert 0.005 < (alphas[5] > 200).mean() < 0.2
    assert alphas[5][:100].max() == 0
