"""The agent's two verbs: a brief becomes a plan that runs, and words become changes to one."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from studio.adjust import Adjustments
from studio.agent import chat, narrators, rewrite
from studio.agent import writer as pen
from studio.agent.choices import usable_given
from studio.agent.layout import Layout
from studio.agent.reading import Reading, read
from studio.agent.recipes import script_for
from studio.agent.revise import NotUnderstoodError, revised
from studio.agent.script import Script, Shot
from studio.errors import Cancelled, PersonError
from studio.plan import Plan, Step, check, parse, write
from studio.tool import Tool

WRITERS = ("auto", "floor", "writer", "chat")
PACK = pen.PACK
GET_WRITER = "python app.py packs get writer"


class Shelf(Protocol):
    """What the agent asks of `studio.packs.Packs`."""

    def ready(self, name: str) -> bool: ...
    def find(self, name: str) -> Path: ...


@dataclass(frozen=True)
class Proposal:
    """A plan's text, how the brief was read, who wrote it (floor, writer or chat), and what the person should know."""

    text: str
    reading: Reading | None
    by: str
    notes: tuple[str, ...]


def propose(
    brief: str,
    given: Mapping[str, str],
    tools: Mapping[str, Tool],
    *,
    writer: str = "auto",
    adjustments: Adjustments = Adjustments(),  # noqa: B008
    packs: Shelf | None = None,
    on_line: Callable[[str], None] = lambda line: None,
    cancelled: threading.Event | None = None,
    model: Any = None,
) -> Proposal:
    """Plan a film from a brief. `given` maps names to kinds. Lines of the plan go to `on_line` as they come.

    `writer`: "auto" takes a configured chat model, else the local writer, else the ready plans ("floor"). `model` is a
    LangChain chat model to use as it is. Raises PersonError for an empty brief, for wishes that cannot be (a length, a
    size), and for a writer asked for by name that is not there; Cancelled when asked to stop.
    """
    given = usable_given(given)
    reading = read(brief, list(given.values()), seconds=adjustments.seconds, size=adjustments.size)
    seed = adjustments.seed if adjustments.seed is not None else 1
    script = script_for(reading, given, seed)
    by, why = chosen(writer, reading, script, packs, model)
    layout = Layout(script, reading, tools, given, seed=seed, fps=adjustments.fps)
    press = _Press(layout, script, on_line, cancelled)
    press.head()
    notes: tuple[str, ...] = (why,) if why else ()
    if by == "chat":
        try:
            script, refused = chat.write(
                script, reading, model or chat.connect(), cancelled=cancelled, on_shot=press.shot
            )
            notes += refused
        except chat.ChatTroubleError as trouble:
            by, notes = (
                "floor",
                (*notes, f"{trouble} This is the ready plan '{script.recipe}', filled with your words."),
            )
    elif by == "writer" and packs is not None:
        script, refused = _written(script, reading, packs, seed, cancelled, press)
        notes += refused
    plan = press.rest(script)
    notes += script.notes + wordless_note(script, reading, by) + given_notes(given, layout, reading)
    return Proposal(_sound(plan, tools, given), reading, by, notes)


def _written(
    script: Script, reading: Reading, packs: Shelf, seed: int, cancelled: threading.Event | None, press: "_Press"
) -> tuple[Script, tuple[str, ...]]:
    return pen.write(script, reading, packs.find(PACK), seed=seed, cancelled=cancelled, on_shot=press.shot)


def chosen(asked: str, reading: Reading, script: Script, packs: Shelf | None, model: Any = None) -> tuple[str, str]:
    """Who writes, and what to say about it. Raises PersonError when the one asked for by name is not there."""
    if asked not in WRITERS:
        raise PersonError(f"There is no writer '{asked}'. Choose one of: {', '.join(WRITERS)}.")
    there = packs is not None and packs.ready(PACK)
    if asked == "chat" and model is None and not chat.configured():
        raise PersonError(
            "No chat model is set. Set REELWRIGHT_CHAT (such as openai:gpt-4.1-mini) or choose another writer."
        )
    if asked == "writer" and not there:
        raise PersonError(f"The local writer is not here. Get it with: {GET_WRITER}")
    ready = f"the ready plan '{script.recipe}', filled with your words."
    free = [s for s in script.shots if s.line and not s.own]
    if asked == "floor":
        return "floor", f"This is {ready}"
    if not script.shots or script.recipe in ("picture", "music", "announcement", "montage"):
        return "floor", f"This is {ready}"
    if asked == "chat" or (asked == "auto" and (model is not None or chat.configured())):
        return "chat", ""
    if not there:
        return "floor", f"No writer here: this is {ready} Get the writer with: {GET_WRITER}"
    if not reading.english:
        return "floor", f"The local writer writes English only: this is {ready}"
    if asked == "auto" and script.recipe in ("explainer", "advert"):
        return "floor", f"The local writer invents facts, so this is {ready} A chat model does better here."
    if not free:
        return "floor", f"Your own sentences fill every line: this is {ready}"
    return "writer", ""


class _Press:
    """Shows the lines of a plan as they come, in the order of the plan, and keeps the steps."""

    def __init__(
        self, layout: Layout, script: Script, on_line: Callable[[str], None], cancelled: threading.Event | None
    ) -> None:
        self._layout, self._on_line, self._cancelled = layout, on_line, cancelled
        self._steps: list[Step] = []
        self._shots = 0
        self._shown = 0
        self._title = script.title

    def _show(self) -> None:
        """The lines that the whole plan so far has and the last time had not."""
        if self._cancelled is not None and self._cancelled.is_set():
            raise Cancelled
        lines = write(Plan(self._title, tuple(self._steps))).splitlines()
        for line in lines[self._shown :]:
            self._on_line(line)
        self._shown = len(lines)

    def head(self) -> None:
        self._steps += self._layout.head()
        self._show()

    def shot(self, index: int, shot: Shot) -> None:
        self._steps += self._layout.shot(index, shot)
        self._shots = index + 1
        self._show()

    def rest(self, script: Script) -> Plan:
        """What has not been shown yet, down to the last line."""
        for index in range(self._shots, len(script.shots)):
            self.shot(index, script.shots[index])
        self._steps += self._layout.tail(len(script.shots))
        self._show()
        return Plan(self._title, tuple(self._steps))


def _sound(plan: Plan, tools: Mapping[str, Tool], given: Mapping[str, str]) -> str:
    """The plan's text. A plan of ours that does not fit the tools is a bug, so it says so loudly."""
    problems = check(plan, tools, given)
    if problems:
        raise ValueError("the agent made a plan that does not run: " + " ".join(str(p) for p in problems[:3]))
    return write(plan)


def wordless_note(script: Script, reading: Reading, by: str) -> tuple[str, ...]:
    """Says so when a film that speaks is to stay silent for many of its shots, and what to do about it."""
    silent = sum(not s.line for s in script.shots)
    if not reading.spoken or script.recipe in ("montage", "announcement", "picture") or silent * 3 <= len(script.shots):
        return ()
    more = "give them lines in the plan, tell more in the brief" + ("" if by == "chat" else ", or let a model write it")
    return (f"{silent} of {len(script.shots)} shots have no words: {more}.",)


def given_notes(given: Mapping[str, str], layout: Layout, reading: Reading) -> tuple[str, ...]:
    """What happens to the things given, where it is not plain from the plan."""
    notes: list[str] = []
    told = reading.spoken and reading.purpose not in ("picture", "music", "announcement")
    if told and narrators.usual(reading.language) == narrators.SILENT:
        notes.append("No voice here reads this language: your sentences are shown as captions, timed to be read.")
    unread = [n for n, k in given.items() if k in ("Document", "Text")]
    if unread:
        notes.append(f"Not used yet: {', '.join(unread)}. Put what should be said into the lines of the plan.")
    if layout.speech:
        notes.append(f"'{layout.speech}' is the narration: the film lasts as long as it does, so nothing else is said.")
    if layout.song and given[layout.song] == "Audio":
        notes.append(f"'{layout.song}' is taken as the music. Put it into voices of the step 'cut' if it is speech.")
    return tuple(notes)


def revise(
    text: str,
    words: str,
    given: Mapping[str, str],
    tools: Mapping[str, Tool],
    *,
    writer: str = "auto",
    packs: Shelf | None = None,
    cancelled: threading.Event | None = None,
    model: Any = None,
) -> Proposal:
    """Change a plan as asked in words; only the lines concerned change.

    What no rule knows, and is about the film's words, goes to the chat model or the local writer where there is one.
    Raises PersonError when the plan does not read, when the wish is not understood (saying what is), or when what it
    would make does not fit the tools.
    """
    if writer not in WRITERS:
        raise PersonError(f"There is no writer '{writer}'. Choose one of: {', '.join(WRITERS)}.")
    plan = parse(text, tools, usable_given(given))
    by = "floor"
    try:
        changed, notes = revised(plan, words, tools, given)
    except NotUnderstoodError as puzzled:
        by = _rewriter(writer, packs, model)
        names = rewrite.concerned(plan, words)
        if by == "floor" or not names:
            raise PersonError(str(puzzled)) from None
        changed, notes = _reworded(plan, words, names, by, packs, model, cancelled)
    problems = check(changed, tools, usable_given(given))
    if problems:
        raise PersonError(f"That cannot be done here: {problems[0].words} {problems[0].way_out}".rstrip())
    if changed == plan:
        notes = ("Nothing changed: the plan already is so.",)
    return Proposal(write(changed), None, by, notes)


def _rewriter(asked: str, packs: Shelf | None, model: Any) -> str:
    """Who writes lines anew: "chat", "writer", or "floor" for nobody."""
    if asked in ("auto", "chat") and (model is not None or chat.configured()):
        return "chat"
    return "writer" if asked in ("auto", "writer") and packs is not None and packs.ready(PACK) else "floor"


def _reworded(
    plan: Plan, words: str, names: Sequence[str], by: str, packs: Shelf | None, model: Any,
    cancelled: threading.Event | None,
) -> tuple[Plan, tuple[str, ...]]:  # fmt: skip
    if by == "writer" and packs is not None:
        return rewrite.by_writer(plan, words, names, packs.find(PACK), cancelled)
    try:
        return rewrite.by_chat(plan, words, names, model or chat.connect(), cancelled)
    except chat.ChatTroubleError as trouble:
        raise PersonError(f"{trouble} Nothing was changed.") from trouble
