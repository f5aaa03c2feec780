"""The film: player, the judge's words, downloads, and a change asked for in words, shown before it is taken."""

from components.news import News
from components.part import Answer, Part, text_of
from studio.errors import PersonError
from studio.session import Session

LONGEST_WISH = 4_000


def panel(session: Session, news: News) -> Part:
    def revise(values: Answer) -> Answer:
        session.start_revision(text_of(values, "project"), text_of(values, "words", LONGEST_WISH))
        return {"ok": True}

    def accept(values: Answer) -> Answer:
        """Take a proposal, unless the plan has moved on since it was made."""
        project, job = text_of(values, "project"), text_of(values, "job")
        found = session.jobs.get(job)
        proposed = news.rows_of(found).proposed if found and found.project == project else None
        if proposed is None:
            raise PersonError("That suggestion is not here any more. Ask for it again.")
        session.write_plan(project, proposed.text, "revised in words", on=values.get("version"))
        news.settle(job)
        return {"ok": True, "said": "Done. Undo brings the old plan back."}

    def discard(values: Answer) -> Answer:
        news.settle(text_of(values, "job"))
        return {"ok": True}

    return Part("film", (revise, accept, discard))
