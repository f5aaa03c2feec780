"""Changes asked in words, made by rules: each rule knows one family of wishes and touches only its own lines."""

import re
from collections.abc import Callable, Mapping

from studio.agent import revise_around, revise_colour, revise_names, revise_shots, revise_sound, revise_whole
from studio.errors import PersonError
from studio.plan import Plan
from studio.tool import Tool

UNDERSTOOD = (
    "Say it with one of these: a shot longer, shorter, removed, added (“add a shot of a harbour after shot 2”), moved, "
    "painted anew or at another hour; what a shot shows or says; the film's length, shape, title or look; "
    "narration on, "
    "off, slower, or in another voice (“a deep voice”); names said otherwise (“say Tomas as TOH-mahss”); "
    "music warmer, calmer, gone; sounds around "
    "the shots on, off or named (“the sound of rain in shot 2”); captions on, off or as a file; "
    "hard cuts, dissolves, wipes, pushes and other transitions; rotating or other cameras; warmer colours, black and "
    "white; one word replaced by another. Or change the plan's lines yourself."
)


class NotUnderstoodError(PersonError):
    """No rule knows the wish: a model may, where there is one."""


Rule = Callable[[Plan, str, Mapping[str, Tool], Mapping[str, str]], tuple[Plan, str] | None]
RULES: tuple[Rule, ...] = (
    *revise_names.RULES, *revise_around.RULES, *revise_colour.RULES, *revise_shots.RULES, *revise_whole.RULES,
    *revise_sound.RULES, *revise_whole.LAST,
)  # fmt: skip


def revised(
    plan: Plan, words: str, tools: Mapping[str, Tool], given: Mapping[str, str]
) -> tuple[Plan, tuple[str, ...]]:
    """The plan changed as asked, and what was done in words.

    Several wishes may be joined with commas, "and" or full stops. Raises NotUnderstoodError when one is not: then
    nothing is changed.
    """
    notes: list[str] = []
    for wish in _wishes(plan, words, tools, given):
        done = _one(plan, wish, tools, given)
        if done is None:
            raise NotUnderstoodError(f"“{wish[:120]}” was not understood. {UNDERSTOOD}")
        plan, note = done
        notes.append(note)
    return plan, tuple(notes)


def _one(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> tuple[Plan, str] | None:
    plain = re.sub(
        r"^(?:please|can you|could you|i want(?: you)? to|i'd like to|now|then|also|and)[, ]+", "", wish, flags=re.I
    )
    return next((done for rule in RULES if (done := rule(plan, plain, tools, given)) is not None), None)


def _wishes(plan: Plan, words: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> list[str]:
    """The whole if a rule knows it, else its parts; quoted words are never parted."""
    text = re.sub(r"\s+", " ", words).strip().rstrip(".!")
    if not text:
        raise PersonError(f"Say what should change. {UNDERSTOOD}")
    parts = [
        p.strip()
        for p in re.split(
            r"(?:[,;.]\s+(?:and\s+)?|(?<!black)\s+and\s+(?=\w+))(?=(?:[^\"“”]*[\"“][^\"”]*[\"”])*[^\"“”]*$)", text
        )
    ]
    parts = [p for p in parts if p]
    if len(parts) > 1 and all(_known(plan, p, tools, given) for p in parts):
        return parts
    return [text]


def _known(plan: Plan, wish: str, tools: Mapping[str, Tool], given: Mapping[str, str]) -> bool:
    try:
        return _one(plan, wish, tools, given) is not None
    except PersonError:
        return True  # understood, though it cannot be done: its own sentence says why
