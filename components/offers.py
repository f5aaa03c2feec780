"""Packs that are not here, as the page offers them: what the tools need in one, the local writer in another."""

from typing import Any

from components.fold import Rows, fold
from studio.agent.pattern import everyday_tools
from studio.session import Session

WRITER = "writer"  # the pack of the local writer, which a person may decline
DECLINED = "writer declined"


def needed_packs(session: Session) -> list[str]:
    """Packs the tools of the ready plans lean on that are not here; what others need comes with their first step."""
    names, everyday = set(session.packs.names()), everyday_tools()
    tools = [tool for tool in session.tools.values() if tool.name in everyday]
    wanted = dict.fromkeys(p for tool in tools for p in tool.packs if p in names)
    return [p for p in wanted if not session.packs.ready(p)]


def offers(session: Session) -> list[dict[str, Any]]:
    """One offer for all that is needed, one for the writer until it is declined; [] when all is here."""
    shelf, needed = session.packs, needed_packs(session)
    found: list[dict[str, Any]] = []
    if needed:
        words = f"not here yet: {', '.join(shelf.about(p).words for p in needed)}."
        found.append(_offer(session, "needed", "Pictures, voice and music", words, needed, optional=False))
    if WRITER in shelf.names() and not shelf.ready(WRITER) and session.ledger.choice(DECLINED) != "yes":
        words = "writes plans of its own. Without it, ready plans are filled in from your brief."
        found.append(_offer(session, WRITER, "The local writer", words, [WRITER], optional=True))
    return found


def _offer(session: Session, name: str, title: str, words: str, packs: list[str], *, optional: bool) -> dict[str, Any]:
    sizes = {p: session.packs.about(p).download for p in packs}
    coming: dict[str, tuple[float, str]] = {}
    failure, job_id = "", ""
    for job in session.jobs.all(None):
        pack = job.words.removeprefix("fetching ")
        if job.lane != "packs" or pack not in sizes:
            continue
        rows = fold(job.since(0)[0][-4:], Rows())  # the last few tell how far it is
        failure = rows.failure
        if job.view().state in ("waiting", "running"):
            coming[pack] = rows.packs.get(pack, (0.0, "in line"))
            job_id = job_id or job.id
    total = sum(sizes.values()) or 1
    return {
        "name": name,
        "title": title,
        "words": words,
        "bytes": total,
        "optional": optional,
        "share": sum(coming[p][0] * sizes[p] for p in coming) / total if coming else None,
        "doing": next((doing for _, doing in coming.values()), failure),
        "job": job_id,
    }
