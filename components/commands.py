"""The verbs of the command line, each over a session: film, plan, run, tools, packs, clear."""

import argparse
import hashlib
import json
import os
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from components.terminal import Show, json_lines, progress_bar
from studio.adjust import Adjustments
from studio.errors import PersonError
from studio.events import Event, JobFailed, PackProgress, Proposed, StepFailed
from studio.execute import Outcome
from studio.film import save_copy
from studio.jobs import JobView
from studio.projects import Packs
from studio.session import Session
from studio.tool import Tool

_MOST_PLAN = 4_000_000  # bytes


def _adjustments(asked: argparse.Namespace) -> Adjustments:
    return Adjustments(asked.seconds, asked.size, asked.fps, asked.seed)


def follow(session: Session, job_id: str, show: Show) -> JobView:
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
        session.give(project, Path(file), name)


def viewing(asked: argparse.Namespace) -> AbstractContextManager[Show]:
    return json_lines(sys.stdout) if asked.json else progress_bar()


def film(session: Session, asked: argparse.Namespace) -> int:
    """From a brief to a film at --out."""
    _writable(asked)
    project = session.create().id
    with viewing(asked) as show:
        job = _propose(session, project, asked)
        if follow(session, job, show).state != "done":
            return ended(asked, what_failed(session, job))
    _say_notes(session, job, asked)
    return _render(session, project, asked)


def _propose(session: Session, project: str, asked: argparse.Namespace) -> str:
    brief = asked.brief.encode("utf-8", "replace").decode()  # what the shell hands over need not be UTF-8
    try:
        adjustments = _adjustments(asked)
        _give_all(session, project, asked.given)
        return session.start_proposal(project, brief, writer=asked.writer, adjustments=adjustments)
    except PersonError:
        session.delete(project)  # nothing is in it
        raise


def _say_notes(session: Session, job_id: str, asked: argparse.Namespace) -> None:
    job = session.jobs.get(job_id)
    for event in job.since(0)[0] if job else []:
        if isinstance(event, Proposed) and not asked.json:
            for words in event.notes:
                print(words, file=sys.stderr)


def run(session: Session, asked: argparse.Namespace) -> int:
    """Run a plan from a file; its film goes to --out."""
    _writable(asked)
    text = _plan_text(asked.plan)
    name = hashlib.sha256(str(asked.plan.resolve()).encode()).hexdigest()[:12]
    known = {p.id for p in session.projects()}
    project = session.project(name).id if name in known else session.create(asked.plan.stem, project=name).id
    session.write_plan(project, text, f"read from {asked.plan.name}")
    _give_all(session, project, asked.given)
    session.adjusted(project, _adjustments(asked))
    return _render(session, project, asked)


def _plan_text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_PLAN + 1)
        if len(data) > _MOST_PLAN:
            raise PersonError(f"{path} is too long for a plan: more than {_MOST_PLAN // 1_000_000} MB.")
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError as error:
        raise PersonError(f"There is no file {path}.") from error
    except (UnicodeDecodeError, OSError) as error:
        raise PersonError(f"{path} cannot be read as a plan: it must be a UTF-8 text file.") from error


def _writable(asked: argparse.Namespace) -> None:
    """Whether --out can hold a film, asked before hours of work and not after."""
    out: Path = asked.out
    if out.suffix.lower() not in (".mp4", ".mov", ".webm") and not os.path.isdir(out):
        raise PersonError(f"The film is an MP4 (or MOV, or WebM): let the name end in .mp4, not '{out.suffix}'.")
    try:
        whole = out.resolve()
        if whole.is_dir():
            raise PersonError(f"{out} is a folder. Name the film's file, such as {out / 'film.mp4'}.")
        folder = whole.parent
        if not folder.is_dir():
            raise PersonError(f"The folder {folder} does not exist. Make it first, or choose another --out.")
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PersonError(f"The folder {folder} cannot be written to. Choose another --out.")
        for file in [text.partition("=")[2] for text in asked.given]:
            if Path(file).resolve() in (whole, whole.with_suffix(".srt")):
                raise PersonError(f"--out would replace {file}, which you give. Choose another --out.")
    except (OSError, RuntimeError) as error:  # a name too long, a folder nobody may enter, links in a circle
        why = getattr(error, "strerror", None) or "its links go in a circle"
        raise PersonError(f"'{str(out)[:60]}' cannot be a film's file: {why}. Choose another --out.") from error


def what_failed(session: Session, job_id: str) -> str:
    """What a job said of what it could not make."""
    job = session.jobs.get(job_id)
    return " ".join(e.words for e in (job.since(0)[0] if job else []) if isinstance(e, StepFailed | JobFailed))


def ended(asked: argparse.Namespace, failed: str, **told: Any) -> int:
    """The exit status; with --json the last object too. What failed has been shown while it ran."""
    if asked.json:
        print(json.dumps(told | ({"error": failed} if failed else {}), ensure_ascii=False))
    return 1 if failed else 0


def _render(session: Session, project: str, asked: argparse.Namespace) -> int:
    """Run the plan and save its film, though some other step of it failed."""
    with viewing(asked) as show:
        job = session.start(project)
        view = follow(session, job, show)
    failed = what_failed(session, job)
    made = session.film(project)
    if made is None and not failed:
        raise PersonError("The plan makes no film: it has no step such as film = render(cut=cut).")
    outcome = view.result if isinstance(view.result, Outcome) else None
    # What this run made is its film, though an engine that gave up meanwhile would be asked again by now.
    ours = outcome is not None and made is not None and made.artifact in outcome.made.values()
    if made is None or not (made.current or ours):
        return ended(asked, failed or "The film was removed before it was saved. Run again.")
    out: Path = asked.out
    if out.suffix.lower() != made.artifact.suffix:
        out = out.with_suffix(made.artifact.suffix)
        if out.exists():
            raise PersonError(f"The film is a {out.suffix[1:]}, and there is a file {out} already. Give that as --out.")
    save_copy(made.artifact, out)
    beside = session.captions_file(project)
    if beside:
        save_copy(beside, out.with_suffix(".srt"))
    score = session.score(project)
    if not asked.json:
        for words in score.get("saw", []):
            print(words, file=sys.stderr)
        print(out)
    seconds = round(outcome.seconds, 2) if outcome else 0.0
    return ended(asked, failed, film=str(out), project=project, seconds=seconds, **score)


def plan(session: Session, asked: argparse.Namespace) -> int:
    """Print a plan's text, lines as they come."""
    project = session.create().id
    job = _propose(session, project, asked)
    view = follow(session, job, lambda event: None)
    _failed_words(session, job)
    if view.state != "done":
        return 1
    print(session.text(project), end="")
    for words in view.result.notes:
        print(words, file=sys.stderr)
    session.delete(project)  # printed, not kept; the bin still has it
    return 0


def _failed_words(session: Session, job_id: str) -> None:
    job = session.jobs.get(job_id)
    for event in job.since(0)[0] if job else []:
        if isinstance(event, JobFailed):
            raise PersonError(event.words)


def tools(tools: Mapping[str, Tool], asked: argparse.Namespace) -> int:
    """The catalogue, or one tool in full."""
    if asked.name:
        tool = tools.get(asked.name)
        if tool is None:
            raise PersonError(f"There is no tool named '{asked.name}'. python app.py tools lists them.")
        print(f"{tool.name} -> {tool.makes}\n\n{tool.words}\n")
        for each in tool.inputs:
            print(f"  {each.name}: {' or '.join(each.kinds)}{' (several)' if each.many else ''}. {each.words}")
        for option in tool.options:
            each = "each of" if option.type == "choices" else "one of"
            menu = f" {each} {', '.join(map(repr, option.choices))};" if option.choices else ""
            default = "" if option.required else f" default {option.default!r}."
            print(f"  {option.name}:{menu}{default} {option.words}")
        print(f"\n{tool.example}", end="")
        return 0
    for room in dict.fromkeys(t.room for t in tools.values()):
        print(room)
        for tool in (t for t in tools.values() if t.room == room):
            print(f"  {tool.name:<16} {tool.summary} -> {tool.makes}")
    return 0


def packs(shelf: Packs, asked: argparse.Namespace) -> int:
    """What arrives in packages: what is here, what is not, and getting it."""
    if asked.action == "get":
        if not asked.names:
            raise PersonError("Name the packs to get, such as: python app.py packs get writer")
        for name in asked.names:
            shelf.about(name)
        with progress_bar() as show:
            for name in asked.names:
                _get(shelf, name, show)
        return 0
    for name in shelf.names():
        info = shelf.about(name)
        here = "here" if shelf.ready(name) else "not here"
        print(f"{name:<14} {here:<9} {info.bytes / 1e6:8.1f} MB  {info.words}  [{info.licence}]")
    return 0


def _get(shelf: Packs, name: str, show: Callable[[Event], None]) -> None:
    stop = threading.Event()
    try:
        shelf.fetch(name, lambda share, words: show(PackProgress(name, share, words)), stop)
    except KeyboardInterrupt:
        stop.set()
        raise
    print(f"{name} is here: {shelf.find(name)}")


def clear(session: Session, asked: argparse.Namespace) -> int:
    """Free disk space; plans, given files and histories stay. Or only tell what is held."""
    kept = session.store.kept
    if asked.what == "nothing":
        for name, size in session.store.bytes_used().items():
            print(f"{name:<8} {size / 1e6:10.1f} MB")
        print(f"Parts of films may take {kept.limit() / 1e9:.1f} GB; REELWRIGHT_PARTS_GB sets another limit.")
        return 0
    freed = kept.clear() if asked.what == "parts" else session.clear()
    print(f"{freed / 1e6:.1f} MB freed.")
    return 0
