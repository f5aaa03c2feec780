"""The plan as cards: one component, edited in place, every edit an edit of the plan's text."""

from typing import Any

from components import edits
from components.news import News
from components.part import Answer, Call, Part, text_of
from components.shown import preview, stream
from studio.errors import PersonError
from studio.ledger import ANY, Conflict
from studio.plan import read, write
from studio.session import Session

LONGEST_PLAN = 400_000


class PlanEditor(Part):
    """Cards with forms from the tools' signatures. What it sends are operations, see `components.edits`."""

    def __init__(self, calls: tuple[Call, ...] = (), **settings: Any) -> None:
        super().__init__(script="editor", calls=calls, **settings)


class Editing:
    """The editor's calls. Apart from the component, whose attributes gradio sends to the browser."""

    def __init__(self, session: Session, news: News) -> None:
        self.session, self.news = session, news

    def edit(self, values: Answer) -> Answer:
        """One edit, made on the version the page last saw; refused when the plan has changed since."""
        project, op = text_of(values, "project"), str(values.get("op", ""))
        said: Answer = {"ok": True}
        try:
            if op in ("undo", "redo"):
                getattr(self.session, op)(project)
            elif op == "text":
                self._text(project, values)
            else:
                said.update(self._card(project, values))
        except PersonError as error:
            said = {"ok": False, "keep": True, "said": str(error), "conflict": isinstance(error, Conflict)}
        return {**said, "view": self.news.view(project), "rows": self.news.rows(project)}

    def _text(self, project: str, values: Answer) -> None:
        text = text_of(values, "text", LONGEST_PLAN)
        on = ANY if values.get("force") else values.get("version")
        self.session.write_plan(project, text, "text", on=on)

    def _card(self, project: str, values: Answer) -> Answer:
        session = self.session
        text = session.text(project)
        plan, broken = read(text)
        if broken:
            first = broken[0]
            raise PersonError(
                f"Line {first.line} of the plan cannot be read ({first.words}) Mend it in the text first, "
                "so that this edit does not lose it."
            )
        given = {g.name: g.kind for g in session.givens(project)}
        done = edits.apply(plan, values, session.tools, given)
        session.write_plan(project, write(done.plan), done.why, on=values.get("version"))
        return {"step": done.step, "users": list(done.users)}

    def preview(self, values: Answer) -> Answer:
        """Something the browser can show of what a step made; of a cut its stream, where the page can play it."""
        project, step = text_of(values, "project"), text_of(values, "step")
        state = self.news.state(project, step)
        if state is None or state.made is None:
            return {}
        if values.get("streams") is True and state.made.kind == "Cut" and self.session.player:
            return stream(project, step)
        return preview(self.session, state.made)

    def take_back(self, values: Answer) -> Answer:
        """A given file leaves the project; the plan's mentions of it are then marked."""
        self.session.take_back(text_of(values, "project"), text_of(values, "name"))
        return {"ok": True}


def panel(session: Session, news: News) -> PlanEditor:
    calls = Editing(session, news)
    return PlanEditor((calls.edit, calls.preview, calls.take_back))


def script_panel() -> Part:
    """The same plan as text; its edits go through the editor's calls."""
    return Part("script")
