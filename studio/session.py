"""The verbs the outside may use: the screen, the command line and an API all speak to a project through these."""

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from studio.adjust import Adjustments, adjust
from studio.agent import planner
from studio.agent import writer as pen
from studio.agent.planner import Proposal
from studio.errors import Cancelled, PersonError
from studio.events import Artifact, Event, PackProgress, PlanLine, Proposed, StepDone
from studio.execute import Outcome, run
from studio.film import film_step, judge_name, named, one_step, preview_plan, with_judge
from studio.jobs import Job, Jobs
from studio.ledger import Ledger
from studio.plan import Plan, Ref, Step, read
from studio.prepare import needed_for
from studio.projects import UNTITLED, Packs, Projects, tidy_name
from studio.rows import Version
from studio.store import Store
from studio.tool import Tool

# Below this a pack is fetched when a run needs it, with progress; above, only when the person says so.
FETCH_UNASKED = 64_000_000


@dataclass(frozen=True)
class Film:
    """The newest film of a project and what the judge said; `current` tells whether the plan still asks for it."""

    artifact: Artifact
    score: Artifact | None
    cut: Artifact | None
    current: bool


@dataclass(frozen=True)
class Session(Projects):
    """Everything a person can do: `Projects`, and the work on them, done as jobs.

    `agent_propose` and `agent_revise` are who writes plans; see `studio.agent.planner` for what they take.
    """

    jobs: Jobs = field(default_factory=Jobs)
    agent_propose: Callable[..., Proposal] = planner.propose
    agent_revise: Callable[..., Proposal] = planner.revise
    player: Callable[[], Any] | None = None  # gives a `studio.watching.Player`, brought in when first asked for

    @staticmethod
    def open(data: Path, tools: Mapping[str, Tool], packs: Packs, player: Callable[[], Any] | None = None) -> "Session":
        """Open a data folder, making it when it is new. Scratch left by a program that died is swept away."""
        store = Store(data / "store")
        store.sweep()
        store.kept.limit()  # a setting that cannot be read is told now
        store.kept.trim_soon()
        return Session(data, tools, packs, store, Ledger(data / "ledger.sqlite3"), player=player)

    # The agent

    def warm(self) -> None:
        """Load the local writer in the background, if its pack is here, so that a plan need not wait for it."""
        if self.packs.ready("writer"):
            folder = self.packs.find("writer")

            def work() -> None:
                with suppress(PersonError, Cancelled):  # planning will say the same, to somebody who reads it
                    pen.warm(folder)

            threading.Thread(target=work, name="warming the writer", daemon=True).start()

    def start_proposal(
        self,
        project: str,
        brief: str,
        *,
        writer: str = "auto",
        adjustments: Adjustments = Adjustments(),  # noqa: B008
    ) -> str:
        """Let the agent plan from a brief, as a job; the plan it ends with becomes the project's."""
        if not brief.strip():
            raise PersonError("The brief is empty. Say in a sentence what the film is about, and perhaps how long.")
        old = self.ledger.project(project)
        self.ledger.set_project(project, brief=brief)

        def work(job: Job) -> Proposal:
            made = self.agent_propose(
                brief,
                self._given_kinds(project),
                self.tools,
                writer=writer,
                adjustments=adjustments,
                packs=self.packs,
                on_line=lambda line: job.tell(PlanLine(line)),
                cancelled=job.cancelled,
            )
            made = replace(made, text=adjust(made.text, self.tools, Adjustments(voice=adjustments.voice)))
            self.write_plan(project, made.text, f"planned by {made.by}")
            plan, _ = read(made.text)
            if old.name == UNTITLED and plan.title.strip():
                self.ledger.set_project(project, name=tidy_name(plan.title.strip().splitlines()[0]))
            job.tell(_proposed(made))
            return made

        return self.jobs.start("agent", project, "planning", work).id

    def start_revision(self, project: str, words: str, *, writer: str = "auto") -> str:
        """Let the agent change the plan as asked, as a job. Its result is a proposal, kept only when accepted."""
        if not words.strip():
            raise PersonError("Say what should change, such as: make the second shot longer.")
        text = self.text(project)

        def work(job: Job) -> Proposal:
            made = self.agent_revise(
                text,
                words,
                self._given_kinds(project),
                self.tools,
                writer=writer,
                packs=self.packs,
                cancelled=job.cancelled,
            )
            job.tell(_proposed(made))
            return made

        return self.jobs.start("agent", project, "revising", work).id

    def adjusted(self, project: str, adjustments: Adjustments) -> Version:
        """Set length, size, frame rate or seed in the lines concerned."""
        return self.write_plan(project, adjust(self.text(project), self.tools, adjustments), "adjusted")

    # Running

    def packs_missing(self, project: str, targets: Iterable[str] | None = None) -> list[str]:
        """Packs the steps to be run need and that are not here yet."""
        return self._missing(needed_for(self.plan(project), targets), self._given_kinds(project))

    def _missing(self, plan: Plan, given: Mapping[str, str]) -> list[str]:
        found: dict[str, None] = {}
        kinds = dict(given) | {step.name: self.tools[step.tool].makes for step in plan.steps}
        for step in plan.steps:
            tool = self.tools[step.tool]
            options = {k: v for k, v in step.arguments if tool.option(k)}
            takes = {kinds[name] for name in step.inputs()}
            for pack in tool.settle(tool.validate(options), self.packs.ready, takes).packs:
                if not self.packs.ready(pack):
                    found[pack] = None
        return list(found)

    def start(self, project: str, targets: Iterable[str] | None = None) -> str:
        """Run the plan, or only what these steps need, as a job. PlanError when the plan has problems."""
        wanted = None if targets is None else list(targets)
        plan = needed_for(self.plan(project), wanted)
        if not plan.steps:
            raise PersonError("The plan is empty. Describe a film above, or add a step.")
        version = self.version(project)

        def work(job: Job) -> Outcome:
            self._fetch_for(plan, project, job)
            judged = with_judge(plan, self.tools)
            self.ledger.start_run(job.id, project, version.id if version else None, wanted)
            outcome: Outcome | None = None
            try:
                outcome = run(
                    judged,
                    self._given(project),
                    self.bench(),
                    on_event=lambda event: self._on_event(project, job, event),
                    cancelled=job.cancelled,
                    run_id=job.id,
                )
                return outcome
            finally:
                state = "failed" if outcome is None else "cancelled" if outcome.cancelled else "done"
                if outcome and outcome.failed:
                    state = "failed"
                self.ledger.end_run(job.id, state, outcome.seconds if outcome else 0.0)

        return self.jobs.start("run", project, "running", work).id

    def _fetch_for(self, plan: Plan, project: str, job: Job) -> None:
        for pack in self._missing(plan, self._given_kinds(project)):
            if self.packs.about(pack).download <= FETCH_UNASKED:
                self.packs.fetch(pack, lambda s, w, p=pack: job.tell(PackProgress(p, s, w)), job.cancelled)  # type: ignore[misc]
                job.tell(PackProgress(pack, 1.0, "here"))

    def _on_event(self, project: str, job: Job, event: Event) -> None:
        if isinstance(event, StepDone):
            self.ledger.add_take(project, event.step, event.key, event.made.name, event.made.kind, job.id)
        job.tell(event)

    def start_fetch(self, pack: str) -> str:
        """Fetch a pack as a job."""
        self.packs.about(pack)

        def work(job: Job) -> Path:
            found = self.packs.fetch(pack, lambda s, w: job.tell(PackProgress(pack, s, w)), job.cancelled)
            job.tell(PackProgress(pack, 1.0, "here"))
            return found

        return self.jobs.start("packs", None, f"fetching {pack}", work).id

    def cancel(self, job: str) -> None:
        self.jobs.cancel(job)

    # Looking

    def preview(self, artifact: Artifact, cancelled: threading.Event | None = None) -> Artifact | None:
        """What a browser can show: the thing itself, or what `proxy` or `perform` makes of it; None if nothing."""
        plan = preview_plan(artifact.kind)
        if plan is None:
            return artifact if artifact.kind in ("Image", "Audio", "Video") else None
        return self._make(plan, artifact, cancelled)

    def still(self, film: Artifact, seconds: float = 2.0) -> Artifact | None:
        """A frame of a film for its poster; not the first, which may be black."""
        step = Step("still", "still", (("film", Ref("it")), ("seconds", seconds)))
        try:
            return self._make(Plan(steps=(step,)), film, None)
        except PersonError:  # shorter than that
            return self._make(one_step("still", film="it"), film, None)

    def _make(self, plan: Plan, it: Artifact, cancelled: threading.Event | None) -> Artifact | None:
        """What a one-step plan makes of `it`; None when cancelled."""
        outcome = run(plan, {"it": it}, self.bench(), cancelled=cancelled)
        for words in outcome.failed.values():
            raise PersonError(words)
        return next(iter(outcome.made.values()), None)

    def film(self, project: str) -> Film | None:
        """The newest film of the plan's last film step, current or stale."""
        plan, _ = read(self.text(project))
        step = film_step(plan, self.tools)
        if step is None:
            return None
        states = self.states(project)
        state = states.get(step.name)
        made = state.made if state else self._newest(project, step.name)
        if made is None:
            return None
        cut = named(step, "cut")
        return Film(
            made,
            self._newest(project, judge_name(step)),
            self._newest(project, cut) if cut else None,
            bool(state and state.status == "current"),
        )

    def _newest(self, project: str, step: str) -> Artifact | None:
        for take in self.ledger.takes(project, step):
            made = self.store.artifact(take.thing, take.kind)
            if made:
                return made
        return None

    def captions_file(self, project: str, *, always: bool = False) -> Artifact | None:
        """The film's captions as SRT when its step asks for them as a file, or `always`; None when there are none."""
        plan, _ = read(self.text(project))
        step = film_step(plan, self.tools)
        made = self.film(project)
        if step is None or made is None or made.cut is None:
            return None
        if not always and step.get("captions") not in ("file", "both"):
            return None
        return self._make(one_step("captions", cut="it"), made.cut, None)

    def score(self, project: str) -> dict[str, Any]:
        """What the judge saw and the number it gave; {} when nothing was judged."""
        made = self.film(project)
        if made is None or made.score is None:
            return {}
        found: dict[str, Any] = json.loads(made.score.path.read_text(encoding="utf-8"))
        return found

    def clear(self) -> int:
        """Remove what can be made again, of all projects: bytes freed. Given files stay."""
        keep = {g.thing for p in [*self.projects(), *self.bin()] for g in self.ledger.givens(p.id)}
        return self.store.clear(keep)


def _proposed(made: Proposal) -> Proposed:
    return Proposed(made.text, made.by, tuple(made.reading.lines()) if made.reading else (), tuple(made.notes))
