"""Tools from signatures: what is an input, what an option, what is refused, and what the code digest covers."""

import ast
from pathlib import Path
from typing import Annotated, Literal

import pydantic
import pytest
from pydantic import Field

from studio import tool as module
from studio.kinds import Audio, Cut, Image, Music, Text, Video
from studio.tool import code_digest, discover, tool_from


def edit(
    shots: list[Image | Video | Cut],
    voices: list[Audio | None] | None = None,
    music: Music | Audio | None = None,
    title: str = "",
    mood: Literal["calm", "glad"] = "calm",
    level: Annotated[float, Field(ge=-30, le=0)] = -16,
    count: Annotated[int, Field(gt=0)] = 1,
    seconds: float | None = None,
    loud: bool = False,
    joins: list[Literal["cut", "wipe"] | None] = [],  # noqa: B006
    *,
    work: object,
) -> Cut:
    """Put shots in a row.

    More words.

    Args:
        shots: What is seen,
            in order.
        mood: How it feels.

    >>> cut = edit(shots=[photo1])
    """
    raise NotImplementedError


def test_a_signature_is_the_schema() -> None:
    tool = tool_from(edit, room="assemble")
    assert [(i.name, i.kinds, i.many, i.required) for i in tool.inputs] == [
        ("shots", ("Image", "Video", "Cut"), True, True),
        ("voices", ("Audio",), True, False),
        ("music", ("Music", "Audio"), False, False),
    ]
    assert tool.input("voices").gaps
    assert not tool.input("shots").gaps
    assert {o.name: o.type for o in tool.options} == {
        "title": "text",
        "mood": "choice",
        "level": "number",
        "count": "integer",
        "seconds": "number",
        "loud": "switch",
        "joins": "choices",
    }
    assert tool.option("joins").choices == ("cut", "wipe", None)
    assert tool.option("mood").choices == ("calm", "glad")
    assert (tool.option("level").low, tool.option("level").high) == (-30, 0)
    assert tool.option("count").low == 0
    assert tool.option("seconds").nullable
    assert tool.makes == "Cut"
    assert tool.input("shots").words == "What is seen, in order."
    assert tool.example == "cut = edit(shots=[photo1])\n"
    assert tool.words == "Put shots in a row.\n\nMore words."


@pytest.mark.parametrize(
    "options", [{"mood": "sad"}, {"level": 1}, {"count": 0}, {"level": float("nan")}, {"colour": 1}, {"seconds": "x"}]
)
def test_options_that_do_not_fit_are_named(options: dict) -> None:
    tool = tool_from(edit)
    assert [name for name, _ in tool.problems(options)] == list(options)
    with pytest.raises(pydantic.ValidationError):
        tool.validate(options)


def test_options_are_filled_with_defaults() -> None:
    filled = tool_from(edit).validate({"mood": "glad"})
    assert filled == {
        "title": "",
        "mood": "glad",
        "level": -16,
        "count": 1,
        "seconds": None,
        "loud": False,
        "joins": [],
    }


def test_a_function_that_is_no_tool_is_refused() -> None:
    def nothing(a: Text) -> str: ...

    def several(a: Text) -> list[Image]: ...

    def untyped(a) -> Image: ...

    for function in (nothing, several, untyped):
        with pytest.raises(TypeError, match=function.__name__):
            tool_from(function)


def test_what_a_file_imports_is_found_without_parsing_it() -> None:
    """The quick way finds what Python's own parser does, in every file of ours."""
    root = Path(__file__).parents[2]
    for path in (*root.glob("pipelines/**/*.py"), *root.glob("studio/**/*.py")):
        names: set[str] = set()
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(each, ast.Import):
                names |= {a.name for a in each.names}
            elif isinstance(each, ast.ImportFrom) and each.module and not each.level:
                names |= {each.module, *(f"{each.module}.{a.name}" for a in each.names)}
        ours = (n for n in names if n.split(".")[0] in ("studio", "pipelines"))
        files = {root.joinpath(*n.split(".")).with_suffix(".py") for n in ours}
        assert module._own_imports(path, root) == {file for file in files if file.is_file()}, path


def test_the_code_digest_covers_the_file_and_what_it_imports(tmp_path: Path) -> None:
    rooms = tmp_path / "pipelines" / "make"
    rooms.mkdir(parents=True)
    (tmp_path / "pipelines" / "shared.py").write_text("A = 1\n")
    tool = rooms / "t.py"
    tool.write_text("from pipelines.shared import A\n")
    other = rooms / "u.py"
    other.write_text("import os\n")
    before = code_digest(tool, tmp_path), code_digest(other, tmp_path)
    (tmp_path / "pipelines" / "shared.py").write_text("A = 2  # changed\n")
    module._own_imports.cache_clear()
    after = code_digest(tool, tmp_path), code_digest(other, tmp_path)
    assert after[0] != before[0]
    assert after[1] == before[1]


def test_discovery_finds_the_real_tools_and_their_words() -> None:
    tools = discover(Path(__file__).resolve().parents[2] / "pipelines")
    assert tools
    for tool in tools.values():
        assert tool.summary, tool.name
        assert tool.words, tool.name
        assert tool.example, f"{tool.name} has no example"
        for each in (*tool.inputs, *tool.options):
            assert each.words, f"{tool.name}({each.name}) is not explained under Args:"


def pause(
    seconds: Annotated[float, Field(gt=0, le=60)] | None = None,
    times: Annotated[int | None, Field(ge=1)] = None,
    *,
    work: object,
) -> Cut:
    """Bounds stand inside a union, or around it."""
    raise NotImplementedError


def test_bounds_and_type_are_read_through_a_union_with_none() -> None:
    seconds, times = tool_from(pause).options
    assert (seconds.type, seconds.low, seconds.high, seconds.nullable) == ("number", 0, 60, True)
    assert (times.type, times.low, times.high, times.nullable) == ("integer", 1, None, True)
