"""The local writer: Qwen2.5-Coder-1.5B-Instruct writes what is free, a line and a scene for each shot.

The script's shots are given one at a time, each with what must change in it; the person's own lines stand in the text
as they are, so that the rest is written around them. Each is written under a grammar (`constrain`): it always parses,
and holds no word that must not be there. Of several samples the best is taken.
"""

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from studio.agent import examples
from studio.agent.accept import alike, fault, merit, scene, tidy
from studio.agent.choices import seen_things
from studio.agent.constrain import line_rules, scene_rules
from studio.agent.diction import never, other_than, pronoun_of, unsaid
from studio.agent.engine import SAMPLES, Engine, crowded, loaded, unload
from studio.agent.reading import Reading
from studio.agent.script import Script, Shot, budget
from studio.errors import Cancelled

PACK = "writer"
ROOM = 45  # characters a shot without a ready line must hold to be given one
UNHURRIED = 14.0  # seconds a film may take before one sample a line must do
_BUSY = threading.Lock()


class _Sheet:
    """What has been written of one film: the text the model goes on from, and what it has used up."""

    def __init__(self, reading: Reading, recipe: str, text: str) -> None:
        self.reading, self.text = reading, text
        self.taken: list[str] = []
        self.scenes: list[str] = []
        self.unsaid = set(unsaid(reading))
        self.borrowed = examples.shown(recipe)  # what the example says is not to be said again
        self._called = ""

    def use(self, line: str) -> None:
        """A line stands, and whoever the first calls he or she stays so."""
        self.taken.append(line)
        if not self._called:
            self._called = pronoun_of(line)
            self.unsaid |= other_than(self._called)


def warm(folder: Path, recipe: str = "story") -> None:
    """Load the model and know the start of the prompt, so that the first line comes sooner.

    Made for a thread in the background: other threads run on meanwhile, a film asked for waits only for what is left,
    and after five idle minutes the memory is given back. Raises Cancelled when the program ends meanwhile.
    """
    engine = loaded(folder)
    if _BUSY.acquire(blocking=False):
        try:
            engine.read(examples.head(recipe))
        finally:
            _BUSY.release()


@contextmanager
def alone(cancelled: threading.Event | None) -> Iterator[None]:
    """One film at a time at the model. Raises Cancelled when asked to stop while waiting."""
    while not _BUSY.acquire(timeout=0.1):
        if cancelled is not None and cancelled.is_set():
            raise Cancelled
    try:
        yield
    finally:
        _BUSY.release()


def write(
    script: Script,
    reading: Reading,
    folder: Path,
    *,
    seed: int = 1,
    cancelled: threading.Event | None = None,
    on_shot: Callable[[int, Shot], None] = lambda index, shot: None,
) -> tuple[Script, tuple[str, ...]]:
    """The script with lines and scenes written anew, and what was refused. `on_shot` hears of each as it comes.

    The lengths of the shots stay as they are: lines are made to fit them.
    """
    refused: list[str] = []
    with alone(cancelled):
        for index, (shot, why) in enumerate(_shots(loaded(folder), script, reading, seed, cancelled)):
            script = script.with_shot(index, shot)
            if why:
                refused.append(f"Line {index + 1} is the ready one: what the writer wrote was refused because {why}.")
            on_shot(index, shot)
    return script, tuple(refused)


def _shots(
    engine: Engine, script: Script, reading: Reading, seed: int, cancelled: threading.Event | None
) -> Iterator[tuple[Shot, str]]:
    start = examples.head(script.recipe)
    engine.read(start)
    kept = _kept(script, reading)
    sheet = _Sheet(reading, script.recipe, start + _asked(script, reading))
    free = {i for i, s in enumerate(script.shots) if i not in kept and not s.own and _speaks(s, reading)}
    for i, shot in enumerate(script.shots):
        if shot.line and i not in free:
            sheet.use(shot.line)
    began, written = time.monotonic(), 0
    for index, shot in enumerate(script.shots):
        done, why = shot, ""
        if index in free:
            spent = time.monotonic() - began
            hurried = not written or spent * (len(free) - written) / written > UNHURRIED
            sheet.text += f"{index + 1} ({_change(shot, reading)})"
            done, why = _written(engine, sheet, shot, hurried, seed + index, cancelled)
            written += 1
            sheet.use(done.line)
        elif shot.line:
            sheet.text += f"{index + 1}"
        if done.line:  # a scene is only told where the model wrote one: every word of the prompt takes its time
            sheet.text += f" {done.line}" + (f" [{done.scene}]\n" if done.scene != shot.scene else "\n")
        sheet.scenes.append(done.scene)
        yield done, why


def _speaks(shot: Shot, reading: Reading) -> bool:
    """Whether a shot has a line, or could do with one where the ready plan has none to give."""
    more = reading.spoken and reading.purpose != "advert" and bool(shot.change)
    return bool(shot.line) or (more and budget(shot.seconds) >= ROOM)


def _change(shot: Shot, reading: Reading) -> str:
    """What a shot must bring, said without calling one person "they"."""
    hero = reading.tale.hero
    if hero is None or hero.plural or reading.tale.pronoun != "they":
        return shot.change
    return re.sub(r"\btheir\b", f"{hero.short}'s", shot.change)


def _asked(script: Script, reading: Reading) -> str:
    """The person's film, after the constant start."""
    about = " ".join(reading.told)[:600].rstrip(".")
    things = seen_things(reading.wishes.avoid)
    without = f" Nothing of: {', '.join(things[:8])}." if things else ""
    return f"{about}. {script.mood.capitalize()}.{without}<|im_end|>\n<|im_start|>assistant\n"


def _kept(script: Script, reading: Reading) -> set[int]:
    """The ready lines that stay: a story's first and last are better written than a small model's, and a name or
    number of the brief that stands nowhere else must not go with its line."""
    spoken = [i for i, s in enumerate(script.shots) if s.line]
    kept = {spoken[0], spoken[-1]} if script.recipe in ("story", "poem") and len(spoken) > 2 else set()
    for word in (*reading.names, *reading.numbers):
        holds = [i for i in spoken if word in script.shots[i].line]
        elsewhere = word in f"{script.title} {script.subtitle} {script.closing}"
        if not elsewhere and holds and not any(i in kept or script.shots[i].own for i in holds):
            kept.add(holds[0])
    return kept


def _written(
    engine: Engine, sheet: _Sheet, shot: Shot, hurried: bool, seed: int, cancelled: threading.Event | None
) -> tuple[Shot, str]:
    """The best of a few lines that pass every check and what it shows, else the ready shot and the last refusal."""
    room = max(5, min(14, budget(shot.seconds) // 6))
    ask = _Asked(engine, sheet, shot, room, cancelled)
    why = ""
    for attempt in range(3):
        fit: list[str] = []
        count = 1 if crowded() or (hurried and not attempt) else SAMPLES
        for sample in ask.lines(count, seed * 31 + attempt, 0.7 + 0.15 * attempt):
            line = tidy(sample)
            refused = fault(line, shot, sheet.reading, sheet.taken)
            why = refused or why
            fit += [] if refused else [line]
        if fit:
            best = max(fit, key=lambda line: merit(line, sheet.reading, (*sheet.taken, sheet.borrowed)))
            done = replace(shot, line=best)
            return (done if hurried else replace(done, scene=ask.scene(best, seed))), ""
    return shot, why


@dataclass(frozen=True)
class _Asked:
    """One shot asked of the model: lines first, then what the best of them shows."""

    engine: Engine
    sheet: _Sheet
    shot: Shot
    room: int
    cancelled: threading.Event | None

    def lines(self, count: int, seed: int, heat: float) -> list[str]:
        """Samples of the line."""
        reading = self.sheet.reading
        rules = line_rules(
            self.room + 5,  # a limit that bites makes a model write words together: the rest of the length is a check
            banned=never(reading),
            known=(*reading.names, *reading.numbers),
        )
        bias = [[form, False] for w in sorted(self.sheet.unsaid) for form in (f" {w}", f" {w.capitalize()}")]
        return self.engine.some(
            self.sheet.text, count, self.cancelled, grammar=rules, logit_bias=bias, n_predict=30, temperature=heat,
            top_p=0.92, min_p=0.05, repeat_penalty=1.08, repeat_last_n=200, seed=seed % 2**31,
        )  # fmt: skip

    def scene(self, line: str, seed: int) -> str:
        """What the line shows, in the model's words when they can be painted, else in the ready ones."""
        rules = scene_rules(never(self.sheet.reading))
        wrote = self.engine.more(
            f"{self.sheet.text} {line} [",
            self.cancelled,
            grammar=rules,
            n_predict=20,
            temperature=0.4,
            seed=seed % 2**31,
        )
        if not wrote.endswith("]"):
            return self.shot.scene
        found = scene(wrote.rstrip("]"), self.shot, self.sheet.reading)
        return self.shot.scene if alike(found, self.sheet.scenes) else found


__all__ = ["PACK", "Engine", "loaded", "unload", "warm", "write"]
