"""The agent's two verbs: a brief becomes a plan that runs, and words become changes to one."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from studio.adjust import Adjustments
from studio.agent.layout import Layout, usable_given
from studio.agent.reading import Reading, read
from studio.agent.recipes import script_for
from studio.agent.script import Script
from studio.errors import Cancelled, PersonError
from studio.plan import Plan, check, write
from studio.tool import Tool

WRITERS = ("auto", "floor", "writer", "chat")


class Shelf(Protocol):
    """What the agent asks of `studio.packs.Packs`."""

    def ready(self, name: str) -> bool: ...


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
) -> Proposal:
    """Plan a film from a brief. `given` maps names to kinds. Lines of the plan go to `on_line` as they come.

    Raises PersonError for an empty brief and for wishes that cannot be (a length, a size); Cancelled when asked.
    """
    if writer not in WRITERS:
        raise PersonError(f"There is no writer '{writer}'. Choose one of: {', '.join(WRITERS)}.")
    given = usable_given(given)
    reading = read(brief, list(given.values()), seconds=adjustments.seconds, size=adjustments.size)
    seed = adjustments.seed if adjustments.seed is not None else 1
    script = script_for(reading, given, seed)
    layout = Layout(script, reading, tools, given, seed=seed, fps=adjustments.fps)
    plan = _told(layout, script, on_line, cancelled)
    notes = (f"No writer here: this is the ready plan '{script.recipe}', filled with your words.",)
    return Proposal(_sound(plan, tools, given), reading, "floor", notes + script.notes + given_notes(given, layout, reading))


def _told(layout: Layout, script: Script, on_line: Callable[[str], None], cancelled: threading.Event | None) -> Plan:
    plan = layout.plan()
    for line in write(plan).splitlines():
        if cancelled is not None and cancelled.is_set():
            raise Cancelled
        on_line(line)
    return plan


def _sound(plan: Plan, tools: Mapping[str, Tool], given: Mapping[str, str]) -> str:
    """The plan's text. A ready plan that does not fit the tools is a bug, so it says so loudly."""
    problems = check(plan, tools, given)
    if problems:
        raise ValueError("the agent made a plan that does not run: " + " ".join(str(p) for p in problems[:3]))
    return write(plan)


def given_notes(given: Mapping[str, str], layout: Layout, reading: Reading) -> tuple[str, ...]:
    """What happens to the things given, where it is not plain from the plan."""
    notes: list[str] = []
    if not reading.english and reading.spoken and reading.purpose not in ("picture", "music", "announcement"):
        notes.append("No voice here reads this language: your sentences are shown as captions, timed to be read.")
    unread = [n for n, k in given.items() if k in ("Document", "Text")]
    if unread:
        notes.append(f"Not used yet: {', '.join(unread)}. Put what should be said into the lines of the plan.")
    if layout.song and given[layout.song] == "Audio":
        notes.append(f"'{layout.song}' is taken as the music. Put it into voices of the step 'cut' if it is speech.")
    return tuple(notes)
