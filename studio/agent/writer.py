"""The local writer: Qwen2.5-Coder-1.5B-Instruct writes what is free, a line and a scene for each shot.

Run by llama.cpp (xllamacpp). The script's shots are given one at a time, each with what must change in it; the person's
own lines stand in the text as they are, so that the rest is written around them.
"""

import os
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from studio.agent.accept import accepted, alike, merit, tidy
from studio.agent.reading import Reading
from studio.agent.recipes import timed
from studio.agent.script import Script, Shot, budget
from studio.errors import Cancelled, PersonError

PACK = "writer"
BEST_OF, TRIES = 3, 5
_LOCK = threading.Lock()
_KINDS = {
    "story": "story",
    "explainer": "explanation",
    "advert": "advert",
    "poem": "quiet poem",
    "photos": "photo story",
    "narrated": "commentary",
}

_HEAD = """<|im_start|>system
You write the narration of short films. Each line is one sentence of at most {words} words, in the present tense, \
about something one can see. Plain words. Every line brings something new.<|im_end|>
<|im_start|>user
Story: An old clockmaker mends a music box for a girl. Tender. 5 lines.<|im_end|>
<|im_start|>assistant
1 (the place) Rain taps on the window of a shop full of clocks. [a clock shop in the rain]
2 (what the clockmaker does every day) He winds forty clocks by hand, and none of them agree. [an old man with clocks]
3 (the two meet) One evening, a girl brings in a box that no longer sings. [a girl with a small box at a shop door]
4 (what is broken, up close) One tooth of brass is missing, thin as an eyelash. [a brass wheel under a lamp]
5 (the place again, changed) Now the shop has a melody, and a visitor every Sunday. [a girl by a music box]<|im_end|>
"""


class Writer:
    """A loaded model. One line at a time; the state of everything written so far is kept between calls."""

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        import xllamacpp

        file = next(iter(sorted(folder.glob("*.gguf"))), None)
        if file is None:
            raise PersonError("The pack 'writer' holds no model. Get it again with: python app.py packs get writer")
        cores = threads or min(8, os.cpu_count() or 1)
        params = xllamacpp.CommonParams()
        params.model.path = str(file)
        params.n_ctx, params.n_parallel, params.n_gpu_layers = 2048, 1, 0
        params.warmup, params.verbosity, params.cache_ram_mib, params.fit_params = False, -1, 0, False
        for parameters in (params.cpuparams, params.cpuparams_batch):
            parameters.n_threads, parameters.poll = cores, 0  # polling threads starve each other: 2 tokens/s, not 12
        self._server: Any = xllamacpp.Server(params)

    def more(self, prompt: str, cancelled: threading.Event | None, **options: Any) -> str:
        """What the model writes after `prompt`. Raises Cancelled between two tokens when asked to stop."""
        pieces: list[str] = []

        def take(part: Any) -> bool:
            choices = part.get("choices") if isinstance(part, dict) else None
            if choices:
                pieces.append(choices[0].get("text") or "")
            return bool(cancelled and cancelled.is_set())

        body = {
            "prompt": prompt,
            "stream": True,
            "cache_prompt": True,
            "top_p": 0.92,
            "min_p": 0.06,
            "repeat_last_n": 320,
        }
        self._server.handle_completions(body | options, take)
        if cancelled is not None and cancelled.is_set():
            raise Cancelled
        return "".join(pieces)


_LOADED: dict[str, Writer] = {}


def loaded(folder: Path) -> Writer:
    """The writer of a pack's folder, loaded once in the life of the program (about 3 s, 1.9 GB)."""
    with _LOCK:
        if str(folder) not in _LOADED:
            _LOADED[str(folder)] = Writer(folder)
        return _LOADED[str(folder)]


def warm(folder: Path) -> None:
    """Load the model and read the constant part of the prompt, so that the first line comes sooner."""
    writer = loaded(folder)
    with _LOCK:
        writer.more(_HEAD.format(words=12), None, n_predict=1)


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
    writer = loaded(folder)
    refused: list[str] = []
    with _LOCK:
        for index, (shot, why) in enumerate(_shots(writer, script, reading, seed, cancelled)):
            script = script.with_shot(index, shot)
            if why:
                refused.append(f"Line {index + 1} is the ready one: what the writer wrote was refused because {why}.")
            on_shot(index, shot)
    return script, tuple(refused)


def _shots(
    writer: Writer, script: Script, reading: Reading, seed: int, cancelled: threading.Event | None
) -> Iterator[tuple[Shot, str]]:
    words = max(6, min(14, min((budget(s.seconds) for s in script.shots if s.line), default=60) // 6))
    spoken = [s for s in script.shots if s.line]
    about = " ".join(reading.told)[:600].rstrip(".")
    text = _HEAD.format(words=words) + (
        f"<|im_start|>user\n{_KINDS.get(script.recipe, 'Film').capitalize()}: {about}. {script.mood.capitalize()}. "
        f"{len(spoken)} lines.{_without(reading)}<|im_end|>\n<|im_start|>assistant\n"
    )
    kept = _kept(script)
    taken: list[str] = [s.line for i, s in enumerate(script.shots) if s.line and (s.own or i in kept)]
    scenes: list[str] = []
    number = 0
    for index, shot in enumerate(script.shots):
        if not shot.line:
            yield shot, ""
            continue
        number += 1
        text += f"{number} ({shot.change})"
        line, why = (
            (shot.line, "")
            if shot.own or index in kept
            else _line(writer, text, shot, reading, taken, seed + index, cancelled)
        )
        text += f" {line} ["
        pictured = ""
        if index and not reading.wishes.avoid:
            pictured = writer.more(
                text, cancelled, n_predict=24, temperature=0.5, seed=seed + index, stop=["]", "\n", "("]
            )
        done, _ = accepted(replace(shot, line=line, own=True), line, pictured, reading, ())
        if alike(done.scene, scenes):
            done, pictured = replace(done, scene=shot.scene), ""
        scenes.append(done.scene)
        text += f"{pictured.strip() or done.scene}]\n"
        taken.append(line)
        yield replace(done, own=shot.own), why


def _kept(script: Script) -> set[int]:
    """The ready lines that stay: a story's first and last are better written than a small model's."""
    spoken = [i for i, s in enumerate(script.shots) if s.line]
    return {spoken[0], spoken[-1]} if script.recipe in ("story", "poem") and len(spoken) > 3 else set()


def _line(
    writer: Writer,
    text: str,
    shot: Shot,
    reading: Reading,
    taken: list[str],
    seed: int,
    cancelled: threading.Event | None,
) -> tuple[str, str]:
    """The best of a few lines that pass every check, else the ready one and the reason of the last refusal."""
    why, fit = "", []
    for attempt in range(TRIES):
        wrote = writer.more(
            text,
            cancelled,
            n_predict=34,
            temperature=0.7 + 0.1 * attempt,
            repeat_penalty=1.12,
            seed=seed * 31 + attempt,
            stop=["[", "\n", "<|"],
        )
        done, refused = accepted(replace(shot, own=False), tidy(wrote), "", reading, taken)
        if refused:
            why = refused
        else:
            fit.append(done.line)
        if len(fit) == BEST_OF:
            break
    return (max(fit, key=lambda line: merit(line, reading)), "") if fit else (shot.line, why)


def _without(reading: Reading) -> str:
    avoid = [a for a in reading.wishes.avoid if not re.search(r"text|caption|music|narrat|voice", a)]
    return f" Never mention: {', '.join(avoid)}." if avoid else ""


__all__ = ["PACK", "Writer", "loaded", "timed", "warm", "write"]
