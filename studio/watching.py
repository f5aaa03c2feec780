"""Watching a cut before it is rendered: its stream from any moment on, or one frame, as a session's project has it."""

from collections.abc import Generator, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from studio.errors import PersonError
from studio.events import Artifact
from studio.film import film_step
from studio.plan import read
from studio.session import Session
from studio.work import Work

_LATEST = 86_400.0  # seconds into a cut


class Player(Protocol):
    """Who draws: handed to the session by app.py, for the core never imports pipelines. `size`: the film's, as written
    in its plan, "" when it is not."""

    def seconds(self, cut: Path) -> float: ...
    def stream(self, cut: Path, work: Work, start: float, size: str) -> Generator[bytes, None, None]: ...
    def picture(self, cut: Path, work: Work, at: float, size: str) -> bytes: ...


@dataclass(frozen=True)
class Watched:
    """A stream under way. `seconds`: the whole cut's length; `start`: where in it the stream begins."""

    seconds: float
    start: float
    parts: Iterator[bytes]
    _open: ExitStack

    def close(self) -> None:
        """Stop drawing and let go of everything; a second time does nothing."""
        with suppress(ValueError):  # drawing this very moment, in a thread that nobody waits for: it ends by itself
            self._open.close()


def watch(session: Session, project: str, step: str, start: float = 0.0) -> Watched:
    """The stream (fragmented MP4) of what a step that makes a Cut made last. Its first bytes are drawn before this
    returns, so that what is wrong is said here: PersonError."""
    player, cut, size = _cut(session, project, step)
    start = min(max(0.0, start), _LATEST)
    with ExitStack() as opened:
        parts = player.stream(cut.path, _desk(session, opened), start, size)
        opened.callback(parts.close)
        first = next(parts)
        return Watched(player.seconds(cut.path), start, _chained(first, parts), opened.pop_all())


def _chained(first: bytes, parts: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from parts


def picture(session: Session, project: str, step: str, at: float) -> bytes:
    """The frame that shows `at` seconds into a step's Cut, as a JPEG. Raises PersonError."""
    player, cut, size = _cut(session, project, step)
    with ExitStack() as opened:
        return player.picture(cut.path, _desk(session, opened), min(max(0.0, at), _LATEST), size)


def _cut(session: Session, project: str, step: str) -> tuple[Player, Artifact, str]:
    session.project(project)
    if session.player is None:
        raise PersonError("This studio cannot show a cut before it is rendered.")
    state = session.states(project).get(step)
    made = state.made if state else _newest(session, project, step)
    if made is None or made.kind != "Cut":
        raise PersonError(f"'{step}' has made no cut yet. Run it first.")
    return session.player(), made, _size(session, project)


def _newest(session: Session, project: str, step: str) -> Artifact | None:
    """What a step made last, while the plan has problems and nothing else can be said of it."""
    takes = (session.store.artifact(take.thing, take.kind) for take in session.ledger.takes(project, step))
    return next(filter(None, takes), None)


def _size(session: Session, project: str) -> str:
    """The size the plan's film has; previews take its shape."""
    plan, _ = read(session.text(project))
    film = film_step(plan, session.tools)
    size: Any = film.get("size") if film else None
    return size if isinstance(size, str) else ""


def _desk(session: Session, opened: ExitStack) -> Work:
    """A desk for looking: no folder is made for it, so that a stream left open does not count as something at work."""
    store = session.store
    use = opened.enter_context(store.kept.lease())
    return Work(store.scratch_root / "looking", store.parts, find_pack=session.packs.find, use_part=use)
