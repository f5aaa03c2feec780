"""Tiny tools for testing the core: they write texts, wait, fail, and count how often they were run."""

import threading
import time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from studio.errors import PersonError
from studio.kinds import Image, Text, read_text
from studio.tool import Tool, tool_from
from studio.work import Work

RUNS: list[str] = []
TOGETHER = threading.Barrier(2, timeout=10)


def say(text: Text, loud: bool = False, times: Annotated[int, Field(ge=1, le=9)] = 1, *, work: Work) -> Text:
    """Write the text down.

    Args:
        text: What is written.
        times: How often.

    >>> a = say(text="hello")
    """
    RUNS.append("say")
    words = read_text(text) * times
    path = work.path("said.txt")
    path.write_text(words.upper() if loud else words, encoding="utf-8")
    return Text(path)


def first_word(text: Text, *, work: Work) -> Text:
    """Only the first word, so that most edits above change nothing here."""
    RUNS.append("first_word")
    path = work.path("word.txt")
    path.write_text(read_text(text).split()[0], encoding="utf-8")
    return Text(path)


def join(texts: list[Text | None], between: str = " ", *, work: Work) -> Text:
    """Texts one after another."""
    RUNS.append("join")
    path = work.path("joined.txt")
    path.write_text(between.join(read_text(t) if t else "-" for t in texts), encoding="utf-8")
    return Text(path)


def wait(seconds: float = 5.0, deaf: bool = False, *, work: Work) -> Text:
    """Take a while; `deaf` does not listen for a cancel."""
    RUNS.append("wait")
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(0.02)
        if not deaf:
            work.progress(1 - (end - time.monotonic()) / seconds, "waiting")
    path = work.path("waited.txt")
    path.write_text("waited")
    return Text(path)


def meet(name: str = "", *, work: Work) -> Text:
    """Return only once two of these are running at the same time."""
    TOGETHER.wait()
    path = work.path("met.txt")
    path.write_text(f"met {name}")
    return Text(path)


def refuse(
    how: Literal["sentence", "bug", "empty", "elsewhere", "memory", "library"] = "sentence", *, work: Work
) -> Text:
    """Fail in one of the ways a tool can."""
    if how == "sentence":
        raise PersonError("The glue is dry. Use another.")
    if how == "bug":
        raise KeyError("lost")
    if how == "library":
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    if how == "memory":
        raise MemoryError
    path = work.path("empty.txt") if how == "empty" else Path(__file__)
    if how == "empty":
        path.touch()
    return Text(path)


def look_at(picture: Image, *, work: Work) -> Text:
    """Takes an image, for kinds that do not fit."""
    work.note(f"'{Path(picture).name[:8]}…{Path(picture).suffix}' is blurred.")
    path = work.path("seen.txt")
    path.write_text("seen")
    return Text(path)


def small_tools() -> dict[str, Tool]:
    functions = (say, first_word, join, wait, meet, refuse, look_at)
    return {f.__name__: tool_from(f, room="test", code="1") for f in functions}


class NoPacks:
    """A shelf without packs."""

    def ready(self, name: str) -> bool:
        return False

    def find(self, name: str) -> Path:
        raise PersonError(f"no pack {name}")

    def digest(self, name: str) -> str:
        return "0"
