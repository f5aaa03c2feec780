"""The verbs of the command line, each over a session: film, plan, run, tools, packs, clear."""

import argparse
import hashlib
import json
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from components.terminal import Show, json_lines, progress_bar
from studio.adjust import Adjustments
from studio.errors import PersonError
from studio.events import Event, PackProgress, Proposed
from studio.execute import Outcome
from studio.film import save_copy
from studio.jobs import JobView
from studio.session import Session


def _adjustments(asked: argparse.Namespace) -> Adjustments:
    return Adjustments(asked.seconds, asked.size, asked.fps, asked.seed)


def _follow(session: Session, job_id: str, show: Show) -> JobView:
    """Show a job's events until it ends. The first Ctrl-C cancels it; a second leaves at once."""
    job = session.jobs.get(job_id)
    if job is None:
        raise RuntimeError(f"job {job_id} is not there")
    seen = 0
    stopped = False
    while True:
        try:
            events, ended = job.since(seen, timeout=0.5)
            for event in events:
                seen += 1
                show(event)
        except KeyboardInterrupt:
            if stopped:
                raise
            stopped = True
            session.cancel(job_id)
            continue
        if ended and not events:
            break
    if stopped:
        raise KeyboardInterrupt
    return job.view()


def _give_all(session: Session, project: str, givens: list[str]) -> None:
    for text in givens:
        name, sign, file = text.partition("=")
        if not sign or not name or not file:
            raise PersonError(f"--given takes NAME=FILE, such as photo1=beach.jpg, not '{text}'.")
        path = Path(file)
        if not path.is_file():
            raise PersonError(f"There is no file {path}. Check the name after '{name}='.")
        session.give(project, path, name)


def _view(asked: argparse.Namespace) -> AbstractContextManager[Show]:
    return json_lines(sys.stdout) if asked.json else progress_bar()


def film(session: Session, asked: argparse.Namespace) -> int:
    """From a brief to a film at --out."""
    _writable(asked.out)
    project = session.create().id
    _give_all(session, project, asked.given)
    adjustments = _adjustments(asked)
    with _view(asked) as show:
        job = session.start_proposal(project, asked.brief, writer=asked.writer, adjustments=adjustments)
        if _follow(session, job, show).state != "done":
            return 1
    _say_notes(session, job, asked)
    return _render(session, project, asked)


def _say_notes(session: Session, job_id: str, asked: argparse.Namespace) -> None:
    job = session.jobs.get(job_id)
    for event in job.since(0)[0] if job else []:
        if isinstance(event, Proposed) and not asked.json:
            for words in event.notes:
                print(words, file=sys.stderr)


def run(session: Session, asked: argparse.Namespace) -> int:
    """Run a plan from a file; its film goes to --out."""
    _writable(asked.out)
    try:
        text = asked.plan.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise PersonError(f"There is no file {asked.plan}.") from error
    except (UnicodeDecodeError, IsADirectoryError, PermissionError) as error:
        raise PersonError(f"{asked.plan} cannot be read as a plan: it must be a UTF-8 text file.") from error
    name = hashlib.sha256(str(asked.plan.resolve()).encode()).hexdigest()[:12]
    known = {p.id for p in session.projects()}
    project = session.project(name).id if name in known else session.create(asked.plan.stem, project=name).id
    session.write_plan(project, text, f"read from {asked.plan.name}")
    _give_all(session, project, asked.given)
    session.adjusted(project, _adjustments(asked))
    return _render(session, project, asked)


def _writable(out: Path) -> None:
    if out.is_dir():
        raise PersonError(f"{out} is a folder. Name the film's file, such as {out / 'film.mp4'}.")
    if out.suffix.lower() != ".mp4":
        raise PersonError(f"The film is an MP4: let the name end in .mp4, not '{out.suffix}'.")
    if not out.resolve().parent.is_dir():
        raise PersonError(f"The folder {out.resolve().parent} does not exist. Make it first, or choose another --out.")


def _render(session: Session, project: str, asked: argparse.Namespace) -> int:
    with _view(asked) as show:
        view = _follow(session, session.start(project), show)
    made = session.film(project)
    outcome = view.result
    if view.state != "done" or not isinstance(outcome, Outcome) or outcome.failed or made is None or not made.current:
        if made is None and view.state == "done" and not (isinstance(outcome, Outcome) and outcome.failed):
            raise PersonError("The plan makes no film: it has no step such as film = render(cut=cut).")
        return 1
    save_copy(made.artifact, asked.out)
    beside = session.captions_file(project)
    if beside:
        save_copy(beside, asked.out.with_suffix(".srt"))
    score = session.score(project)
    if asked.json:
        print(json.dumps({"film": str(asked.out), "project": project, "seconds": round(outcome.seconds, 2), **score}))
    else:
        for words in score.get("saw", []):
            print(words, file=sys.stderr)
        print(asked.out)
    return 0


def plan(session: Session, asked: argparse.Namespace) -> int:
    """Print a plan's text, lines as they come."""
    project = session.create().id
    _give_all(session, project, asked.given)
    job = session.start_proposal(project, asked.brief, writer=asked.writer, adjustments=_adjustments(asked))
    view = _follow(session, job, lambda event: None)
    _failed_words(session, job)
    if view.state != "done":
        return 1
    print(session.text(project), end="")
    for words in view.result.notes:
        print(words, file=sys.stderr)
    session.delete(project)  # printed, not kept; the bin still has it
    return 0


def _failed_words(session: Session, job_id: str) -> None:
    from studio.events import JobFailed

    job = session.jobs.get(job_id)
    for event in job.since(0)[0] if job else []:
        if isinstance(event, JobFailed):
            raise PersonError(event.words)


def tools(session: Session, asked: argparse.Namespace) -> int:
    """The catalogue, or one tool in full."""
    if asked.name:
        tool = session.tools.get(asked.name)
        if tool is None:
            raise PersonError(f"There is no tool named '{asked.name}'. python app.py tools lists them.")
        print(f"{tool.name} -> {tool.makes}\n\n{tool.words}\n")
        for each in tool.inputs:
            print(f"  {each.name}: {' or '.join(each.kinds)}{' (several)' if each.many else ''}. {each.words}")
        for option in tool.options:
            menu = f" one of {', '.join(map(repr, option.choices))};" if option.choices else ""
            default = "" if option.required else f" default {option.default!r}."
            print(f"  {option.name}:{menu}{default} {option.words}")
        print(f"\n{tool.example}", end="")
        return 0
    for room in dict.fromkeys(t.room for t in session.tools.values()):
        print(room)
        for tool in (t for t in session.tools.values() if t.room == room):
            print(f"  {tool.name:<16} {tool.summary} -> {tool.makes}")
    return 0


def packs(session: Session, asked: argparse.Namespace) -> int:
    """What arrives in packages: what is here, what is not, and getting it."""
    shelf = session.packs
    if asked.action == "get":
        if not asked.names:
            raise PersonError("Name the packs to get, such as: python app.py packs get writer")
        for name in asked.names:
            shelf.about(name)
        with progress_bar() as show:
            for name in asked.names:
                _get(session, name, show)
        return 0
    for name in shelf.names():
        info = shelf.about(name)
        here = "here" if shelf.ready(name) else "not here"
        print(f"{name:<14} {here:<9} {info.bytes / 1e6:8.1f} MB  {info.words}  [{info.licence}]")
    return 0


def _get(session: Session, name: str, show: Callable[[Event], None]) -> None:
    stop = threading.Event()
    try:
        session.packs.fetch(name, lambda share, words: show(PackProgress(name, share, words)), stop)
    except KeyboardInterrupt:
        stop.set()
        raise
    print(f"{name} is here: {session.packs.find(name)}")


def clear(session: Session, asked: argparse.Namespace) -> int:
    """Free disk space; plans, given files and histories stay."""
    print(f"{session.clear() / 1e6:.1f} MB freed.")
    return 0
