"""Wishes about words that no rule knows: a writer changes the lines concerned, and only those."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from studio.agent import rewrite, writer
from studio.agent.chat import FilmWords, ShotWords
from studio.agent.planner import propose, revise
from studio.errors import PersonError
from studio.plan import compare, parse
from studio.tool import Tool, discover

ROOT = Path(__file__).parents[3]


class Shelf:
    def __init__(self, folder: Path = Path("/nowhere")) -> None:
        self.folder = folder

    def ready(self, name: str) -> bool:
        return name == "writer"

    def find(self, name: str) -> Path:
        return self.folder


class Pen:
    def __init__(self, *said: str) -> None:
        self.said = said

    def read(self, head: str) -> None:
        assert head

    def some(self, prompt: str, count: int, cancelled: threading.Event | None, **options: Any) -> list[str]:
        assert "root ::= " in options["grammar"]
        return list(self.said)


class Fake:
    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def with_structured_output(self, schema: type) -> "Fake":
        return self

    def invoke(self, messages: Any) -> Any:
        return self.answer


@pytest.fixture(scope="module")
def tools() -> dict[str, Tool]:
    return discover(ROOT / "pipelines")


@pytest.fixture(scope="module")
def film(tools: dict[str, Tool]) -> str:
    return propose("A lighthouse keeper befriends a whale. 24 seconds.", {}, tools, writer="floor").text


@pytest.mark.parametrize(
    ("wish", "names"),
    [
        ("make the ending sadder", ("line5",)),
        ("rewrite the second line so that it mentions a storm", ("line2",)),
        ("funnier, please", ("line1", "line2", "line3", "line4", "line5")),
        ("a stronger opening", ("line1",)),
        ("asdf qwer", ()),
    ],
)
def test_which_lines_a_wish_is_about(wish: str, names: tuple[str, ...], film: str, tools: dict[str, Tool]) -> None:
    assert rewrite.concerned(parse(film, tools), wish) == names


def test_the_writer_changes_only_the_line_concerned(
    film: str, tools: dict[str, Tool], monkeypatch: pytest.MonkeyPatch
) -> None:
    pen = Pen(" Captain Ahab arrives in 1851.", " Waves take the last lamp out to sea.")
    monkeypatch.setattr(writer, "loaded", lambda folder: pen)
    made = revise(film, "rewrite the ending, bleak", {}, tools, packs=Shelf())
    assert made.by == "writer"
    changes = compare(parse(film, tools), parse(made.text, tools))
    assert {c.name for c in changes} == {"line5"}
    assert "Waves take the last lamp out to sea." in made.text
    pen.said = (" Captain Ahab arrives in 1851.",)
    with pytest.raises(PersonError, match="nothing was changed"):
        revise(film, "rewrite the ending, bleak", {}, tools, packs=Shelf())


def test_without_a_writer_it_says_what_it_understands(film: str, tools: dict[str, Tool]) -> None:
    for packs, writer_ in ((None, "auto"), (Shelf(), "floor")):
        with pytest.raises(PersonError, match="Say it with one of these"):
            revise(film, "rewrite the ending, bleak", {}, tools, writer=writer_, packs=packs)
    with pytest.raises(PersonError, match="Say it with one of these"):
        revise(film, "asdf qwer", {}, tools, packs=Shelf())
    with pytest.raises(PersonError, match="no writer"):
        revise(film, "no music", {}, tools, writer="nobody")


def test_a_chat_model_changes_what_it_may(film: str, tools: dict[str, Tool]) -> None:
    answer = FilmWords(title="", shots=[ShotWords(line="Waves take the last lamp out to sea.", scene="")])
    made = revise(film, "rewrite the ending, bleak", {}, tools, model=Fake(answer))
    assert (made.by, made.notes) == ("chat", ("line5 now says: Waves take the last lamp out to sea.",))
    with pytest.raises(PersonError, match="Nothing was changed"):
        revise(film, "rewrite the ending, bleak", {}, tools, model=Fake(None))


@pytest.mark.slow
def test_the_real_writer_rewrites(film: str, tools: dict[str, Tool], pack: Callable[[str], Path]) -> None:
    made = revise(film, "rewrite the second line so that it mentions a storm", {}, tools, packs=Shelf(pack("writer")))
    changes = compare(parse(film, tools), parse(made.text, tools))
    assert {c.name for c in changes} == {"line2"}
