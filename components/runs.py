"""The bar at the top: looking, the news, running and stopping, and what is done to the open project."""

import asyncio
import time

from components import forms
from components.brief import EXAMPLES
from components.news import News
from components.part import Answer, Part, text_of
from studio.errors import PersonError
from studio.session import Session

# How long the studio waits for something to tell before it says "nothing new"; below what proxies allow.
PATIENCE = 20.0
PULSE = 0.12  # seconds between looks while something is going on
REST = 0.3  # and while nothing is


def panel(session: Session, news: News) -> Part:
    async def hear(values: Answer) -> Answer:
        """What changed since `mark`: answered at once if something did, else after a while with nothing."""
        project = text_of(values, "project") if values.get("project") else None
        until = time.monotonic() + PATIENCE
        try:
            mark = await asyncio.to_thread(news.mark, project)
            while mark == values.get("mark") and time.monotonic() < until:
                await asyncio.sleep(PULSE if news.busy(project) else REST)
                mark = await asyncio.to_thread(news.mark, project)
            return await asyncio.to_thread(tell, project, mark, values)
        except PersonError:
            return {"gone": True}

    def tell(project: str | None, mark: str, values: Answer) -> Answer:
        if mark == values.get("mark"):
            return {"mark": mark}
        if project is None:
            return {"mark": mark, "home": news.home(EXAMPLES)}
        return {"mark": mark, "rows": news.rows(project), "view": news.view(project)}

    def look(values: Answer) -> Answer:
        """All a page needs to begin with: the first page's list, and a project when one is asked for."""
        answer: Answer = {"ok": True, "home": news.home(EXAMPLES)}
        if values.get("tools"):
            answer["tools"] = forms.catalogue(session.tools)
        project = values.get("project")
        if project:
            try:
                answer["view"], answer["rows"] = news.view(str(project)), news.rows(str(project))
            except PersonError as error:
                return {"ok": False, "said": str(error)}
        return answer

    def run(values: Answer) -> Answer:
        steps = values.get("steps")
        if steps is not None and not (isinstance(steps, list) and all(isinstance(s, str) for s in steps)):
            raise PersonError("The page asked for steps the studio cannot read. Reload it.")
        project = text_of(values, "project")
        if steps is None and any(job.lane == "run" for job in session.jobs.of(project)):
            raise PersonError("It is being made already. Wait for it, or stop it first.")
        session.start(project, steps)
        return {"ok": True}

    def stop(values: Answer) -> Answer:
        for job in session.jobs.of(text_of(values, "project")):
            if job.lane == "run":
                session.cancel(job.id)
        return {"ok": True}

    return Part("bar", (look, hear, run, stop))
