"""What the page is told: the plan with its problems, each step's state, the run, the film. Derived when looked at."""

import threading
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from components import forms
from components.fold import Row, Rows, fold
from components.offers import DECLINED, offers
from components.shown import score, url
from studio.events import Artifact
from studio.jobs import Job
from studio.plan import compare, examine, read, write_step
from studio.prepare import State
from studio.session import Session


class News:
    """Looks at a session for the page. What it remembers between looks is only to save work, never the truth."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._lock = threading.Lock()
        self._folded: dict[str, tuple[int, Rows]] = {}
        self._states: dict[str, tuple[object, dict[str, State]]] = {}
        self._settled: set[str] = set()  # proposals accepted or discarded

    # Jobs

    def rows_of(self, job: Job) -> Rows:
        """A job's events folded, from where the last look left off."""
        with self._lock:
            seen, rows = self._folded.get(job.id, (0, Rows()))
            events, _ = job.since(seen)
            rows = fold(events, rows)
            self._folded[job.id] = (seen + len(events), rows)
        return rows

    def settle(self, job: str) -> None:
        """A proposal has been answered and is not shown again."""
        with self._lock:
            self._settled.add(job)

    def jobs(self, project: str | None, lane: str) -> list[Job]:
        """Jobs of a lane, oldest first, those that have ended included while they are remembered."""
        return [job for job in self.session.jobs.all(project) if job.lane == lane]

    # Marks: whether anything changed since the page last heard

    def mark(self, project: str | None) -> str:
        """Changes whenever anything the page shows of a project (or, without one, of the first page) may have."""
        ledger = self.session.ledger
        jobs = self.session.jobs.all(None)
        if project:
            jobs += self.session.jobs.all(project)
            seen = f"{self.session.project(project).changed}:{self.version(project)}"
        else:
            seen = ":".join(f"{p.id}{p.changed}" for p in self.session.projects())
        parts = [f"{j.id}{j.view().state[0]}{j.view().events}{j.id in self._settled}" for j in jobs]
        return f"{seen}:{ledger.choice(DECLINED)}:{':'.join(parts)}"

    def busy(self, project: str | None) -> bool:
        """Whether a job of this project, or one of nobody's, is going on."""
        return bool(self.session.jobs.of(None) or (project and self.session.jobs.of(project)))

    def version(self, project: str) -> int | None:
        found = self.session.version(project)
        return found.id if found else None

    # The plan

    def view(self, project: str) -> dict[str, Any]:
        """The plan as cards and as text, with its problems."""
        session = self.session
        about, version = session.project(project), session.version(project)
        text = version.text if version else ""
        given = session.givens(project)
        plan, problems = examine(text, session.tools, {g.name: g.kind for g in given})
        return {
            "project": {"id": about.id, "name": about.name, "brief": about.brief},
            "version": version.id if version else None,
            "text": text,
            "title": plan.title,
            "cards": forms.cards(plan, problems),
            "problems": [forms.problem(p) for p in problems],
            "undo": bool(version and version.before is not None),
            "redo": session.ledger.can_redo(project),
            "givens": [{"name": g.name, "kind": g.kind, "file": g.file, "words": g.words} for g in given],
        }

    # States and runs

    def rows(self, project: str) -> dict[str, Any]:
        """Each step's row, the run's line, the agent's work, the film, the packs."""
        runs = self.jobs(project, "run")
        states = self.states(project, runs)
        steps = {name: _of_state(name, state) for name, state in states.items()}
        newest: Rows | None = None
        for job in runs:
            rows = self._ended(job, self.rows_of(job))
            if newest is None or newest.status != "running" or rows.status == "running":
                newest = rows
            for name, row in rows.steps.items():
                if name in steps or not states:
                    steps[name] = _over(steps.get(name), row, self._fresh(project, job))
        return {
            "steps": steps,
            "run": _run_line(newest or Rows()),
            "agent": self._agent(project),
            "film": self._film(project),
            "packs": offers(self.session),
        }

    def states(self, project: str, runs: Iterable[Job]) -> dict[str, State]:
        """The session's own states, looked at again only when something may have changed them."""
        about = self.session.project(project)
        done = sum(r.finished + (r.status != "running") for r in (self.rows_of(j) for j in runs))
        ready = tuple(n for n in self.session.packs.names() if self.session.packs.ready(n))
        sign = (about.changed, self.version(project), done, ready)
        known = self._states.get(project)
        if known is None or known[0] != sign:
            known = (sign, self.session.states(project) or self._before(project))
            self._states[project] = known
        return known[1]

    def state(self, project: str, step: str) -> State | None:
        """The state of one step."""
        return self.states(project, self.jobs(project, "run")).get(step)

    def _before(self, project: str) -> dict[str, State]:
        """While the plan has problems nothing can be said of its steps, but what they made is still shown."""
        plan, _ = read(self.session.text(project))
        found: dict[str, State] = {}
        for take in reversed(self.session.ledger.takes(project)):
            made = self.session.store.artifact(take.thing, take.kind) if plan.find(take.step) else None
            if made:
                found[take.step] = State("stale", "", made)
        return found

    @staticmethod
    def _ended(job: Job, rows: Rows) -> Rows:
        """A job that is waiting, or ended before its run said so, has a status of its own."""
        state = job.view().state
        if state in ("waiting", "running"):
            return replace(rows, status="running")
        return rows if rows.status not in ("running", "none") else replace(rows, status=state)

    def _fresh(self, project: str, job: Job) -> bool:
        """Whether a run was of the plan as it stands, so that its failures still hold."""
        if job.view().state in ("waiting", "running"):
            return True
        for row in self.session.ledger.runs(project):
            if row["id"] == job.id:
                return bool(row["version"] == self.version(project))
        return False

    # The agent

    def _agent(self, project: str) -> dict[str, Any] | None:
        jobs = [j for j in self.jobs(project, "agent") if j.id not in self._settled]
        if not jobs:
            return None
        job = jobs[-1]
        rows = self._ended(job, self.rows_of(job))
        kind = "revising" if job.words == "revising" else "planning"
        made = rows.proposed
        doing = "Writing the plan" if kind == "planning" else "Thinking about the change"
        words = doing if rows.status == "running" else _by(made.by) if made else rows.failure or rows.words
        return {
            "job": job.id,
            "kind": kind,
            "status": rows.status,
            "words": words,
            "lines": list(rows.lines),
            "reading": list(made.reading) if made else [],
            "notes": list(made.notes) if made else [],
            "changes": self.changes(project, made.text) if made and kind == "revising" else [],
        }

    def changes(self, project: str, text: str) -> list[dict[str, str]]:
        """What a proposed text would change, each with its line before and after."""
        old, _ = read(self.session.text(project))
        new, _ = read(text)
        return [
            {
                "kind": change.kind,
                "name": change.name,
                "words": change.words.removeprefix(f"{change.name}: "),
                "before": write_step(change.before) if change.before and change.kind != "moved" else "",
                "after": write_step(change.after) if change.after and change.kind != "moved" else "",
            }
            for change in compare(old, new)
        ]

    # Film, packs, projects

    def _film(self, project: str) -> dict[str, Any] | None:
        film = self.session.film(project)
        if film is None:
            return None
        judged = self.session.score(project)
        plan, _ = read(self.session.text(project))
        return {
            "url": url(film.artifact),
            "poster": f"{url(film.artifact)}?still=1",
            "current": film.current,
            "cut": film.cut is not None,
            "captions": film.cut is not None and any(s.tool == "render" for s in plan.steps),
            "score": score(judged) if judged else None,
        }

    def home(self, examples: list[dict[str, str]]) -> dict[str, Any]:
        """The first page: films so far, the bin, ways to begin."""
        return {
            "projects": [
                {"id": p.id, "name": p.name, "changed": p.changed, "poster": self._poster(p.id)}
                for p in self.session.projects()[:60]
            ],
            "bin": [{"id": p.id, "name": p.name} for p in self.session.bin()[:60]],
            "examples": examples,
            "packs": offers(self.session),
        }

    def _poster(self, project: str) -> str:
        """A picture of the film for the list: one that was painted, else the film's own."""
        takes = self.session.ledger.takes(project)
        for kind in ("Image", "Video"):
            found = next((t for t in takes if t.kind == kind), None)
            if found:
                return f"reelwright/made/{found.thing}?wide=480" + ("&still=1" if kind == "Video" else "")
        return ""


def _by(writer: str) -> str:
    known = {"floor": "Filled in from a ready plan", "writer": "Planned by the local writer"}
    return known.get(writer, f"Planned by {writer}")


def _made(made: Artifact | None) -> dict[str, Any] | None:
    return {"name": made.name, "kind": made.kind, "url": url(made), "bytes": made.bytes} if made else None


def _of_state(name: str, state: State) -> dict[str, Any]:
    return {
        "status": state.status,
        "why": state.why,
        "share": 0.0,
        "words": "",
        "seconds": state.record.seconds if state.record else 0.0,
        "notes": list(state.record.notes) if state.record else [],
        "recalled": False,
        "previews": 0,
        "engine": str(state.record.options.get("engine", "")) if state.record else "",
        "made": _made(state.made),
    }


def _over(shown: dict[str, Any] | None, row: Row, fresh: bool) -> dict[str, Any]:
    """A step's state with what its run says laid over it."""
    base = shown or _of_state(row.step, State("missing"))
    if row.status in ("waiting", "running") and fresh and base["status"] != "current":
        going = {"share": row.share, "words": row.words, "notes": list(row.notes), "previews": row.previews}
        return {**base, "status": row.status, **going}
    if row.status in ("failed", "blocked", "cancelled") and fresh and base["status"] in ("missing", "stale", "blocked"):
        return {**base, "status": row.status, "words": row.words, "notes": list(row.notes)}
    if row.status == "done" and base["status"] == "current":
        return {**base, "recalled": row.recalled}
    return base


def _run_line(rows: Rows) -> dict[str, Any]:
    return {
        "id": rows.run,
        "status": rows.status,
        "share": rows.share,
        "words": rows.words,
        "done": rows.finished,
        "total": len(rows.steps),
        "seconds": rows.seconds,
    }
