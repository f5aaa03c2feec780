"""The listening page: styles and moods, voices, surroundings and mixes side by side, for people's ears.

What is heard is made by a plan like any other, in a project of its own: only what changed is made again, and the
person can open it in the studio. The page is a folder that needs neither the studio nor a network.
"""

import argparse
import json
import re
import shutil
import webbrowser
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from components.commands import ended, follow, viewing, what_failed
from studio.agent.places import table
from studio.errors import PersonError
from studio.execute import Outcome
from studio.film import save_copy
from studio.plan import Plan, Ref, Step, Value
from studio.plan import write as written
from studio.session import Session
from studio.tool import Tool

ASSETS = Path(__file__).resolve().parent.parent / "assets" / "listen"
PROJECT = "listening"
MOODS = ("joyful", "calm, hopeful", "sad", "tense, afraid", "angry")
LINE = (
    "On the third of May, at half past six, Dr. Marlow paid $4.50 for a cup of tea, and the whole harbour went quiet."
)
LINES = {
    "en": LINE,
    "es": "El tres de mayo, a las seis y media, la señora Ruiz pagó 4,50 € por una taza de té, y todo el puerto calló.",
    "it": "Il tre maggio, alle sei e mezza, la signora Rossi pagò 4,50 € per una tazza di tè, e tutto il porto tacque.",
}
STORY = "Every morning, before the gulls are awake, Tomas climbs the stairs and lights the lamp."
BEDS = (
    "sea with seagulls", "rain", "thunderstorm", "wind", "stream", "campfire", "forest birds", "crickets and an owl",
    "city street", "restaurant murmur", "market crowd", "inside a train", "office", "cave drips",
)  # fmt: skip
EFFECTS = ("whoosh", "impact", "riser", "click", "bell", "door", "footsteps", "thunder", "camera shutter", "ship horn")
LEVELS = (-10, -16, -22)


@dataclass(frozen=True)
class Heard:
    """One sound of the page: the `step` that makes it, its `part` of the page, its row and its column."""

    step: str
    part: str
    row: str
    column: str


def listen(session: Session, asked: argparse.Namespace) -> int:
    """Make every sound, put the page into the folder --out, and open it."""
    out: Path = asked.out
    if out.is_file():
        raise PersonError(f"{out} is a file. Name a folder for the listening page, such as --out listening.")
    plan, heard = the_plan(
        session.tools, _listed(asked.styles), _listed(asked.moods) or MOODS, asked.seconds, asked.seed
    )
    known = {project.id for project in session.projects()}
    if PROJECT not in known:
        session.create("The listening page", project=PROJECT)
    session.write_plan(PROJECT, written(plan), "written by the listening page")
    with viewing(asked) as show:
        job = session.start(PROJECT)
        state = follow(session, job, show)
    outcome = state.result if isinstance(state.result, Outcome) else None
    if outcome is None:
        return ended(asked, what_failed(session, job) or "The sounds were not made.")
    page = write(out, heard, outcome)
    if not asked.json:
        print(page)
    if asked.browser:
        webbrowser.open(page.resolve().as_uri())
    return ended(asked, what_failed(session, job), page=str(page), sounds=len(outcome.made))


def _listed(words: str) -> tuple[str, ...]:
    """ "tango; jazz" and "tango,jazz" as names; moods are parted by semicolons, for they have commas."""
    parts = words.split(";") if ";" in words else words.split(",")
    return tuple(part.strip() for part in parts if part.strip())


def the_plan(
    tools: Mapping[str, Tool], styles: tuple[str, ...], moods: tuple[str, ...], seconds: float, seed: int
) -> tuple[Plan, tuple[Heard, ...]]:
    """The plan that makes all sounds, and where each stands on the page. Raises PersonError for an unknown style."""
    steps: list[Step] = []
    heard: list[Heard] = []
    for found, made in (
        *_music(tools, styles, moods, seconds, seed), *_voices(tools), *_around(tools, seconds), *_mixes(tools)
    ):  # fmt: skip
        steps += made
        if found:
            heard.append(found)
    return Plan("The listening page", tuple(steps)), tuple(heard)


_Made = Iterator[tuple[Heard | None, tuple[Step, ...]]]


def _choices(tools: Mapping[str, Tool], tool: str, option: str) -> tuple[str, ...]:
    found = tools[tool].option(option) if tool in tools else None
    return tuple(str(choice) for choice in found.choices) if found else ()


def _name(words: str) -> str:
    """A step's name for words in any writing, and another for other words."""
    plain = re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")[:40]
    name = plain if plain[:1].isalpha() else f"a_{plain}"
    return name if re.fullmatch(r"[a-z0-9 ,-]{1,40}", words) else f"{name}_{zlib.crc32(words.encode()):08x}"


def _music(
    tools: Mapping[str, Tool], styles: tuple[str, ...], moods: tuple[str, ...], seconds: float, seed: int
) -> _Made:
    known = tuple(style for style in _choices(tools, "compose", "style") if style != "auto")
    for style in styles or known:
        if style not in known:
            raise PersonError(f"There is no style '{style}'. There are: {', '.join(known)}.")
        for mood in moods:
            name = _name(f"{mood} {style}")
            options: tuple[tuple[str, Value], ...] = (
                ("mood", mood),
                ("style", style),
                ("seconds", seconds),
                ("seed", seed),
            )
            score = Step(name, "compose", options)
            sound = Step(f"{name}_sound", "perform", (("music", Ref(name)),))
            yield Heard(sound.name, "Music", style, mood), (score, sound)


def _voices(tools: Mapping[str, Tool]) -> _Made:
    for voice in _choices(tools, "speak", "voice"):
        if voice != "silent":
            line = LINES[str(table("voices").get(voice, {}).get("language", "en"))]
            name = _name(f"voice {voice}")
            yield (
                Heard(name, "Voices", voice, "the same words"),
                (Step(name, "speak", (("text", line), ("voice", voice))),),
            )


def _around(tools: Mapping[str, Tool], seconds: float) -> _Made:
    for tool, kinds in (("ambience", BEDS), ("effect", EFFECTS)):
        for kind in kinds if tool in tools else ():
            long = (("seconds", seconds),) if tool == "ambience" else ()
            name = _name(f"{tool} {kind}")
            part = "Surroundings" if tool == "ambience" else "Effects"
            yield Heard(name, part, kind, tool), (Step(name, tool, (("kind", kind), *long)),)


def _mixes(tools: Mapping[str, Tool]) -> _Made:
    """One small film, its music further and further under the words."""
    if "ambience" not in tools:
        return
    card = Step("mix_card", "title", (("text", "A mix"),))
    line = Step("mix_line", "speak", (("text", STORY),))
    sea = Step("mix_sea", "ambience", (("kind", "sea with seagulls"),))
    lists = (("shots", (Ref("mix_card"),)), ("voices", (Ref("mix_line"),)), ("sounds", (Ref("mix_sea"),)))
    cut = Step("mix_cut", "edit", (*lists, ("seconds", 12)))
    music = Step("mix_music", "compose", (("cut", Ref("mix_cut")), ("mood", "calm, hopeful")))
    yield None, (card, line, sea, cut, music)
    for level in LEVELS:
        name = f"mix_{-level}"
        inputs = (("cut", Ref("mix_cut")), ("music", Ref("mix_music")), ("music_level", level))
        yield (
            Heard(name, "Mixes", f"music {-level} dB under the words", "words, sea, music"),
            (Step(name, "soundtrack", inputs),),
        )


def write(out: Path, heard: tuple[Heard, ...], outcome: Outcome) -> Path:
    """The page and its sounds in a folder; its index.html. Sounds that could not be made are told on the page."""
    sounds = out / "sounds"
    try:
        sounds.mkdir(parents=True, exist_ok=True)
        shown = []
        for each in heard:
            made = outcome.made.get(each.step)
            file = f"{each.step}{made.suffix}" if made else ""
            if made:
                save_copy(made, sounds / file)
            failed = outcome.failed.get(each.step, "" if made else "It was not reached.")
            shown.append({"part": each.part, "row": each.row, "column": each.column, "file": file, "failed": failed})
        for name in ("listen.css", "listen.js"):
            shutil.copyfile(ASSETS / name, out / name)
        page = (ASSETS / "index.html").read_text(encoding="utf-8")
        # "<" never stands in the JSON, so no sound's name can end the script it lies in.
        (out / "index.html").write_text(
            page.replace("[]", json.dumps(shown).replace("<", "\\u003c"), 1), encoding="utf-8"
        )
    except OSError as error:
        raise PersonError(f"The listening page cannot be written to {out}: {error.strerror or error}.") from error
    return out / "index.html"
