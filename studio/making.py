"""Making one step: recalled if it was made before, else its tool at its desk; told as events, kept with its record."""

import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from studio.bench import Bench
from studio.errors import Cancelled, PersonError, Unfit
from studio.events import (
    Event,
    StepCancelled,
    StepDone,
    StepFailed,
    StepNote,
    StepPreview,
    StepProgress,
    StepStarted,
)
from studio.faults import sentence
from studio.prepare import Prepared
from studio.store import Record, Store, now
from studio.work import Work


class _KeyLocks:
    """One lock a key, so that two runs wanting the same thing make it once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: set[str] = set()
        self._freed = threading.Condition(self._lock)

    def take(self, key: str, cancelled: threading.Event) -> None:
        with self._freed:
            while key in self._held:
                if cancelled.is_set():
                    raise Cancelled
                self._freed.wait(0.1)
            self._held.add(key)

    def free(self, key: str) -> None:
        with self._freed:
            self._held.discard(key)
            self._freed.notify_all()


_making = _KeyLocks()


def make(
    ready: Prepared,
    bench: Bench,
    threads: int,
    cancelled: threading.Event,
    tell: Callable[[Event], None],
    again: Callable[[], Prepared],
    tried: frozenset[str] = frozenset(),
) -> None:
    """Recall or make one step and tell how it went. Every way out is an event; nothing is raised.

    Where an engine gives up (`Unfit`), `again()` settles the step anew, and what is then chosen otherwise is made:
    each key is `tried` once.
    """
    step, tool, other = ready.step, ready.tool, None
    try:
        _making.take(ready.key, cancelled)
    except Cancelled:
        tell(StepCancelled(step.name))
        return
    try:
        found = bench.store.recall(ready.key)
        if found:
            for words in dict.fromkeys((*ready.notes, *found[1].notes)):
                tell(StepNote(step.name, words))
            tell(StepDone(step.name, found[0], True, found[1].seconds, ready.key))
            return
        tell(StepStarted(step.name, tool.name))
        _make_new(ready, bench, threads, cancelled, tell)
    except Unfit as error:
        tried |= {ready.key}
        other = _otherwise(again, tried)
        if other is None:
            tell(StepFailed(step.name, str(error), False))
    except Cancelled:
        tell(StepCancelled(step.name))
    except Exception as error:
        words, bug = sentence(error, tool.name)
        if bug and _lost(ready, bench.store):
            words, bug = "What it is made from was removed while it was at work. Run again: it is made anew.", False
        if bug:
            traceback.print_exception(error)
        tell(StepFailed(step.name, words, bug))
    finally:
        _making.free(ready.key)
    if other is not None:
        make(other, bench, threads, cancelled, tell, again, tried)


def _otherwise(again: Callable[[], Prepared], tried: frozenset[str]) -> Prepared | None:
    """The step as it is settled now; None where that was tried before, or cannot be."""
    try:
        other = again()
    except PersonError:
        return None
    return None if other.key in tried else other


def _lost(ready: Prepared, store: Store) -> bool:
    """Whether a thing this step is made from is gone, as when another program clears the store."""
    names = [n for v in ready.inputs.values() for n in (v if isinstance(v, list) else [v])]
    return not all((store.things / name).exists() for name in names if name and name not in ready.texts)


def _make_new(
    ready: Prepared, bench: Bench, threads: int, cancelled: threading.Event, tell: Callable[[Event], None]
) -> None:
    step, tool, store = ready.step, ready.tool, bench.store
    for words in ready.notes:  # of how it was settled now; another day the same key may be settled without them
        tell(StepNote(step.name, words))
    notes: list[str] = []

    def remark(words: str) -> None:
        if words not in (*ready.notes, *notes):
            notes.append(words)
            tell(StepNote(step.name, words))

    for pack in ready.packs:
        bench.packs.find(pack)  # its sentence names what is missing and the way to get it
    begun = time.monotonic()
    with store.scratch() as folder, store.kept.lease() as use_part:
        desk = Work(
            folder=folder,
            parts=store.parts,
            threads=threads,
            cancelled=cancelled,
            report=lambda share, words: tell(StepProgress(step.name, share, words)),
            remark=remark,
            show=lambda jpeg: tell(StepPreview(step.name, jpeg)),
            find_pack=bench.packs.find,
            use_part=use_part,
        )
        arguments = ready.arguments(store)
        path = Path(tool.function(**arguments, work=desk))
        desk.check()
        if not path.is_file() or folder not in path.parents or path.stat().st_size == 0:
            raise RuntimeError(f"{tool.name} returned {path.name!r}, which is not a file it made in its folder")
        seconds = time.monotonic() - begun
        record = Record(
            key=ready.key,
            tool=tool.name,
            code=tool.code,
            inputs=ready.inputs,
            options=ready.options,
            packs=ready.packs,
            notes=tuple(notes),
            seconds=round(seconds, 3),
            made="",
            kind=tool.makes,
            bytes=0,
            at=now(),
        )
        made, record = store.keep(path, record, path.suffix.lower())
    tell(StepDone(step.name, made, False, record.seconds, ready.key))
