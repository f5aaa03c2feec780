"""Projects on disk: their plans with undo and redo, the files given to them, what each step is, archives."""

import threading
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from studio.archive import export_project, import_project
from studio.bench import Bench, PackShelf
from studio.errors import PersonError
from studio.events import Artifact
from studio.given import identify
from studio.ledger import ANY, Ledger
from studio.packlist import PackInfo
from studio.plan import Plan, PlanError, Problem, examine, parse, read
from studio.prepare import State, look
from studio.rows import GivenRow, Project, Take, Version
from studio.steps import clean_name
from studio.store import Store
from studio.tool import Tool

UNTITLED = "Untitled film"


class Packs(PackShelf, Protocol):
    """What a session asks of the packs beyond what a run does."""

    def about(self, name: str) -> PackInfo: ...
    def names(self) -> Iterable[str]: ...
    def fetch(self, name: str, progress: Callable[[float, str], None], cancelled: threading.Event) -> Path: ...


@dataclass(frozen=True)
class Given:
    """A file the person gave, as plans may name it."""

    name: str
    kind: str
    file: str  # what the person called it
    words: str
    artifact: Artifact


@dataclass(frozen=True)
class Projects:
    """What a person can do with projects without running anything, over one data folder."""

    data: Path
    tools: Mapping[str, Tool]
    packs: Packs
    store: Store
    ledger: Ledger

    def bench(self) -> Bench:
        return Bench(self.tools, self.store, self.packs)

    def projects(self) -> list[Project]:
        return self.ledger.projects()

    def create(self, name: str = "", project: str = "") -> Project:
        return self.ledger.create(project or uuid.uuid4().hex[:12], tidy_name(name) or UNTITLED)

    def project(self, project: str) -> Project:
        return self.ledger.project(project)

    def rename(self, project: str, name: str) -> Project:
        if not tidy_name(name):
            raise PersonError("A project needs a name of at least one character.")
        self.ledger.set_project(project, name=tidy_name(name))
        return self.ledger.project(project)

    def duplicate(self, project: str) -> Project:
        """A copy with its own plan history from here on; what was made is shared, not copied."""
        old = self.ledger.project(project)
        new = self.create(f"{old.name} (copy)")
        self.ledger.copy_into(project, new.id)
        return self.ledger.project(new.id)

    def delete(self, project: str) -> None:
        """Into the bin; `restore` brings it back."""
        self.ledger.set_project(project, binned=1.0)

    def restore(self, project: str) -> Project:
        self.ledger.set_project(project, binned=None)
        return self.ledger.project(project)

    def bin(self) -> list[Project]:
        return self.ledger.projects(binned=True)

    def export(self, project: str, path: Path) -> Path:
        """The whole project as one archive: plan, its history, given files, what was made."""
        return export_project(self.ledger, self.store, project, path)

    def import_archive(self, path: Path) -> Project:
        """A project from an archive, as a new one. Raises PersonError when the archive is not whole."""
        return import_project(self.ledger, self.store, path)

    # Given files

    def give(self, project: str, path: Path, name: str | None = None, file: str = "") -> Given:
        """Bring a file in. What it is, is found from its content; PersonError when nothing can read it."""
        self.ledger.project(project)
        found = identify(path)
        taken = {g.name for g in self.ledger.givens(project)} | set(self.tools)
        plan, _ = read(self.text(project))
        taken |= {s.name for s in plan.steps}
        name = name or _fresh({"Image": "photo", "Audio": "sound"}.get(found.kind, found.kind.lower()), taken)
        name = clean_name(name)
        if name in {s.name for s in plan.steps} or name in self.tools:
            raise PersonError(f"'{name}' is already the name of a step or a tool. Give the file another name.")
        made = self.store.adopt(path, found.kind, found.suffix)
        called = tidy_name(file or path.name)
        self.ledger.give(project, GivenRow(name, found.kind, made.name, called, found.words))
        return Given(name, found.kind, called, found.words, made)

    def take_back(self, project: str, name: str) -> None:
        self.ledger.take_back(project, name)

    def givens(self, project: str) -> list[Given]:
        """What the person gave; a file that was lost or damaged on disk is left out."""
        rows = [(g, self.store.artifact(g.thing, g.kind)) for g in self.ledger.givens(project)]
        return [Given(g.name, g.kind, g.file, g.words, made) for g, made in rows if made]

    def _given(self, project: str) -> dict[str, Artifact]:
        return {g.name: g.artifact for g in self.givens(project)}

    def _given_kinds(self, project: str) -> dict[str, str]:
        return {g.name: g.kind for g in self.ledger.givens(project)}

    # The plan

    def version(self, project: str) -> Version | None:
        return self.ledger.version(project)

    def text(self, project: str) -> str:
        found = self.ledger.version(project)
        return found.text if found else ""

    def write_plan(self, project: str, text: str, why: str = "edited", *, on: int | None = ANY) -> Version:
        """Keep a new state of the plan; it may have problems. For `on` see `Ledger.add_version`."""
        return self.ledger.add_version(project, text, why, on=on)

    def undo(self, project: str) -> str:
        self.ledger.undo(project)
        return self.text(project)

    def redo(self, project: str) -> str:
        self.ledger.redo(project)
        return self.text(project)

    def problems(self, project: str, text: str | None = None) -> tuple[Problem, ...]:
        return examine(self.text(project) if text is None else text, self.tools, self._given_kinds(project))[1]

    def plan(self, project: str) -> Plan:
        """The plan as it stands; PlanError with every problem when it has some."""
        return parse(self.text(project), self.tools, self._given_kinds(project))

    def states(self, project: str) -> dict[str, State]:
        """What each step of the plan is; {} while the plan has problems."""
        try:
            plan = self.plan(project)
        except PlanError:
            return {}
        return look(plan, self._given(project), self.bench(), lambda step: self._last_key(project, step))

    def _last_key(self, project: str, step: str) -> str | None:
        takes = self.ledger.takes(project, step)
        return takes[0].key if takes else None

    def takes(self, project: str, step: str) -> list[Take]:
        return self.ledger.takes(project, step)


def tidy_name(words: str) -> str:
    """A name on one line, of printable characters, at most 120."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())[:120]


def _fresh(base: str, taken: set[str]) -> str:
    return next(f"{base}{n}" for n in range(1, 10_000) if f"{base}{n}" not in taken)
