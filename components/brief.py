"""The brief: words, files and a few ready choices in; a plan being written out. Missing packs are offered here."""

from pathlib import Path
from typing import Any

from components.news import News
from components.offers import DECLINED, WRITER, needed_packs
from components.part import Answer, Part, text_of
from components.uploads import uploaded
from studio.adjust import Adjustments
from studio.errors import PersonError
from studio.session import Session

LONGEST_BRIEF = 60_000
SIZES = ("1920x1080", "720x1280", "1080x1080", "640x360")
VOICES = ("heart", "bella", "nova", "emma", "joe", "michael", "fenrir", "onyx", "george", "dora", "alex", "sara",
          "nicola", "silent")  # fmt: skip

# Ways to begin, each a whole brief. They stay in English words a newcomer may simply change.
EXAMPLES = [
    {
        "name": "A bedtime tale",
        "words": "A lighthouse keeper befriends a whale. Calm, hopeful, 24 seconds.",
    },
    {
        "name": "A how-to",
        "words": "How to bake bread at home, in five clear steps, friendly voice, about 40 seconds.",
    },
    {
        "name": "A shop's news",
        "words": "Announce the Saturday street market in Brookfield: fresh honey, flowers and music from 9 to 2. "
        "Cheerful, 15 seconds.",
    },
    {
        "name": "An explainer",
        "words": "Explain why the moon changes its shape, for curious children. Night sky, gentle, 30 seconds.",
    },
    {
        "name": "A poem",
        "words": "A quiet poem about autumn rain in the city. No narration, soft piano, 20 seconds.",
    },
]


def panel(session: Session, news: News, received: Path) -> Part:
    """`received` is the folder uploads arrive in."""

    def plan_it(values: Answer) -> Answer:
        """Begin to plan; a project is made first when the page has none."""
        brief = text_of(values, "brief", LONGEST_BRIEF)
        if not brief.strip():
            raise PersonError("The brief is empty. Say in a sentence what the film is about, and perhaps how long.")
        adjustments = _adjustments(values)
        project = str(values.get("project") or "") or session.create("").id
        for file in values.get("files") or []:
            _take(project, file)
        session.start_proposal(project, brief, adjustments=adjustments)
        return {"ok": True, "project": project}

    def _take(project: str, file: Any) -> str:
        values = file if isinstance(file, dict) else {}
        with uploaded(text_of(values, "path", 4096), received) as path:
            given = session.give(project, path, file=text_of(values, "name", 400))
        return f"{given.file} is here; plans may call it {given.name}."

    def give(values: Answer) -> Answer:
        return {"ok": True, "said": _take(text_of(values, "project"), values)}

    def keep_brief(values: Answer) -> Answer:
        session.ledger.set_project(text_of(values, "project"), brief=text_of(values, "brief", LONGEST_BRIEF))
        return {"ok": True}

    def get_ready(values: Answer) -> Answer:
        """Somebody has begun to type a brief."""
        session.warm()
        return {"ok": True}

    def fetch_pack(values: Answer) -> Answer:
        pack = text_of(values, "pack")
        wanted = needed_packs(session) if pack == "needed" else [pack]
        for name in wanted:
            session.start_fetch(name)
        return {"ok": True}

    def decline_pack(values: Answer) -> Answer:
        if text_of(values, "pack") != WRITER:
            raise PersonError("Only the writer can be declined; the rest is needed to make a film.")
        session.ledger.choose(DECLINED, "yes")
        return {"ok": True, "said": "Ready plans will be used. The writer stays one command away: packs get writer."}

    def stop_job(values: Answer) -> Answer:
        """Stop one job, or all fetching when it was one of several."""
        job = session.jobs.get(text_of(values, "job"))
        if job and job.lane == "packs":
            for other in news.jobs(None, "packs"):
                session.cancel(other.id)
        elif job:
            session.cancel(job.id)
        return {"ok": True}

    return Part("brief", (plan_it, give, keep_brief, fetch_pack, decline_pack, stop_job, get_ready))


def _adjustments(values: Answer) -> Adjustments:
    seconds, size = values.get("seconds") or None, values.get("size") or None
    if size is not None and size not in SIZES:
        raise PersonError(f"'{size}' is not one of the sizes offered: {', '.join(SIZES)}.")
    voice = values.get("voice") or None
    if voice is not None and voice not in VOICES:
        raise PersonError(f"'{voice}' is not one of the voices offered: {', '.join(VOICES)}.")
    try:
        return Adjustments(seconds=float(seconds) if seconds else None, size=size, voice=voice)
    except (TypeError, ValueError) as error:
        raise PersonError("The length has to be a number of seconds.") from error
