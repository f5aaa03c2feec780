"""The first page's list: open, begin, rename, copy, bin and back, and bring in an archive."""

from pathlib import Path

from components.part import Answer, Part, text_of
from components.uploads import uploaded
from studio.session import Session


def panel(session: Session, received: Path) -> Part:
    """`received` is the folder uploads arrive in."""

    def create(values: Answer) -> Answer:
        return {"ok": True, "project": session.create(text_of(values, "name")).id}

    def rename(values: Answer) -> Answer:
        session.rename(text_of(values, "project"), text_of(values, "name", 400))
        return {"ok": True}

    def duplicate(values: Answer) -> Answer:
        made = session.duplicate(text_of(values, "project"))
        return {"ok": True, "project": made.id, "said": f"This is now “{made.name}”."}

    def delete(values: Answer) -> Answer:
        session.delete(text_of(values, "project"))
        return {"ok": True, "said": "It is in the bin."}

    def restore(values: Answer) -> Answer:
        session.restore(text_of(values, "project"))
        return {"ok": True}

    def bring_in(values: Answer) -> Answer:
        with uploaded(text_of(values, "path", 4096), received) as path:
            return {"ok": True, "project": session.import_archive(path).id}

    return Part("projects", (create, rename, duplicate, delete, restore, bring_in))
