"""The shots of a plan as the person counts them, and the edits that add, remove and move whole shots."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from studio.errors import PersonError
from studio.plan import Plan, Ref, Step, Value
from studio.tool import Tool

_ORDINALS = {
    w: i
    for i, words in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th",
         "ninth 9th", "tenth 10th", "eleventh 11th", "twelfth 12th"), 1
    )
    for w in words.split()
}  # fmt: skip
_COUNTS = {
    w: i for i, w in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
SHOT = (
    rf"(?:the )?(?:(?P<ord>last|final|{'|'.join(_ORDINALS)}) (?:shot|scene|clip|picture|image|photo|line|sentence)"
    rf"|(?:shot|scene|clip|picture|image|line)s? (?:number |no\.? |#)?(?P<num>\d{{1,3}}|{'|'.join(_COUNTS)})\b)"
)


_BESIDE = ("shots", "voices", "sounds")  # the lists of a cut that go together, item by item
FILMING = ("animate", "move", "trim")


@dataclass(frozen=True)
class ShotAt:
    """One shot of the cut: the step the cut names, its voice, and the steps only it uses."""

    number: int  # as the person counts, cards left out
    index: int  # in the cut's list
    clip: str
    voice: str
    steps: tuple[str, ...]


def cut_step(plan: Plan) -> Step | None:
    """The step that lays the shots out: the last one with a list called shots."""
    return next((s for s in reversed(plan.steps) if isinstance(s.get("shots"), tuple)), None)


def _list(step: Step, key: str) -> tuple[Value, ...]:
    value = step.get(key)
    return value if isinstance(value, tuple) else ()


def card_of(plan: Plan, name: str) -> Step | None:
    """The title card that a shot of the cut shows, as it is or as its clip; None when it shows none."""
    step = plan.find(name)
    picture = step.get("picture") if step and step.tool == "animate" else None
    step = plan.find(picture.name) if isinstance(picture, Ref) else step
    return step if step and step.tool == "title" else None


def is_card(plan: Plan, name: str) -> bool:
    """Whether a shot is a title card."""
    return card_of(plan, name) is not None


def filmed_by(plan: Plan, shot: "ShotAt") -> Step | None:
    """The step that films a shot: it has the camera and the seconds, whatever is done with its clip afterwards."""
    return next((s for n in (shot.clip, *shot.steps) if (s := plan.find(n)) and s.tool in FILMING), None)


def shots_of(plan: Plan) -> list[ShotAt]:
    """The shots in the order of the cut. Cards count only when there is nothing else."""
    cut = cut_step(plan)
    if cut is None:
        return []
    refs, voices = _list(cut, "shots"), _list(cut, "voices")
    names = [v.name if isinstance(v, Ref) else "" for v in refs]
    only_cards = all(is_card(plan, n) for n in names)
    found: list[ShotAt] = []
    for index, name in enumerate(names):
        if not name or (is_card(plan, name) and not only_cards):
            continue
        voice = voices[index] if index < len(voices) else None
        said = voice.name if isinstance(voice, Ref) else ""
        found.append(ShotAt(len(found) + 1, index, name, said, _only_for(plan, [name, said], cut.name)))
    return found


def cards_of(plan: Plan) -> list[ShotAt]:
    """The title cards in the order of the cut, numbered 0: they are no shots to the person."""
    cut = cut_step(plan)
    names = [v.name if isinstance(v, Ref) else "" for v in _list(cut, "shots")] if cut else []
    return [
        ShotAt(0, i, name, "", _only_for(plan, [name], cut.name))
        for i, name in enumerate(names)
        if cut and is_card(plan, name)
    ]


def _only_for(plan: Plan, names: list[str], cut: str) -> tuple[str, ...]:
    """The steps that nothing but these names, and the cut, use: what goes when the shot goes."""
    going = [n for n in names if n and plan.find(n) and all(u.name == cut for u in plan.users(n))]
    for name in going:
        for one in plan.inputs_of(name):
            users = [u.name for u in plan.users(one) if u.name != cut or one not in names]
            if plan.find(one) and one not in going and all(user in going for user in users):
                going.append(one)
    return tuple(going)


def wanted(plan: Plan, match: re.Match[str]) -> ShotAt:
    """The shot a match of SHOT names. Raises PersonError when there is none."""
    shots = shots_of(plan)
    word = (match["ord"] or match["num"]).lower()
    number = len(shots) if word in ("last", "final") else _ORDINALS.get(word) or _COUNTS.get(word) or int(word)
    if not 1 <= number <= len(shots):
        raise PersonError(f"There is no shot {number}: the plan has {len(shots)}.")
    return shots[number - 1]


def picture_of(plan: Plan, shot: ShotAt) -> Step | None:
    """The step that paints a shot."""
    return next((s for n in (*shot.steps, shot.clip) if (s := plan.find(n)) and s.get("scene") is not None), None)


def trimmed(values: Sequence[Value]) -> tuple[Value, ...]:
    """A list of a cut without the empty places at its end."""
    while values and values[-1] is None:
        values = values[:-1]
    return tuple(values)


def without_shot(plan: Plan, shot: ShotAt) -> Plan:
    """The plan less one shot: its steps go, and the cut's lists close up."""
    rows = _rows(plan)
    if len(rows) < 2:
        raise PersonError("That is the only shot: a film needs one. Change it instead.")
    plan = _with_rows(plan, [row for index, row in enumerate(rows) if index != shot.index])
    for name in shot.steps:
        if not plan.users(name):
            plan = plan.without(name)
    return plan


def _rows(plan: Plan) -> list[tuple[Value, ...]]:
    """Each shot of the cut with what stands beside it: (shot, voice, sound), None for what it has not."""
    cut = cut_step(plan)
    lists = [_list(cut, key) for key in _BESIDE] if cut else [()]
    return list(zip_longest(lists[0], *(each[: len(lists[0])] for each in lists[1:])))


def _with_rows(plan: Plan, rows: list[tuple[Value, ...]]) -> Plan:
    """The cut with other rows; a list with nothing in it goes."""
    cut = cut_step(plan)
    if cut is None:
        return plan
    count = len(_list(cut, "shots"))
    for key, column in zip(_BESIDE, zip(*rows, strict=True), strict=True):
        values = trimmed([*column, *_list(cut, key)[count:]])  # voices after the last shot go on over it
        cut = cut.with_argument(key, values) if values else cut.without_argument(key)
    return plan.with_step(cut)


def without_voice(plan: Plan, name: str) -> Plan:
    """The plan less one line of speech: the cut and the clip it was over are without it, and its step goes."""
    plan = without_beside(plan, "voices", name)
    for step in plan.users(name):
        if step.get("voice") == Ref(name):
            plan = plan.without_argument(step.name, "voice")
    return plan.without(name) if plan.find(name) and not plan.users(name) else plan


def without_beside(plan: Plan, key: str, name: str) -> Plan:
    """The plan whose cut has a thing nowhere in one of its lists beside the shots."""
    at = _BESIDE.index(key)
    rows = [tuple(None if i == at and v == Ref(name) else v for i, v in enumerate(row)) for row in _rows(plan)]
    return _with_rows(plan, rows)


def with_sounds(plan: Plan, sounds: Mapping[int, str]) -> Plan:
    """The plan in which the shots at these indexes of the cut have these steps' sounds around them."""
    at = _BESIDE.index("sounds")
    rows = [
        tuple(Ref(sounds[index]) if i == at and index in sounds else v for i, v in enumerate(row))
        for index, row in enumerate(_rows(plan))
    ]
    return _with_rows(plan, rows)


def moved_shot(plan: Plan, shot: ShotAt, to: int) -> Plan:
    """The shot, with its voice and sound, at another index of the cut's list."""
    rows = _rows(plan)
    rows.insert(to, rows.pop(shot.index))
    return _with_rows(plan, rows)


def cast_in(plan: Plan, scene: str) -> tuple[Value, ...]:
    """The characters of a plan that a scene names."""
    found = (s for s in plan.steps if s.tool == "character" and str(s.get("name", "")).strip())
    return tuple(
        Ref(s.name) for s in found if re.search(rf"(?<!\w){re.escape(str(s.get('name')))}(?!\w)", scene, re.IGNORECASE)
    )


def _filming(plan: Plan, picture: str, tools: Mapping[str, Tool]) -> tuple[str, tuple[tuple[str, Value], ...]]:
    """How a new picture is filmed: as the pictures of the plan before it are."""
    before = [s for s in plan.steps if s.tool in ("animate", "move") and not is_card(plan, s.name)]
    tool = before[-1].tool if before else "animate" if "animate" in tools else "move"
    options = dict(before[-1].arguments) if before else {}
    same = tuple((k, options[k]) for k in ("strength", "size", "fps") if k in options)
    return tool, (("picture", Ref(picture)), ("camera", "push in"), ("seconds", options.get("seconds", 4)), *same)


def with_new_shot(plan: Plan, scene: str, at: int, tools: Mapping[str, Tool], taken: Mapping[str, str]) -> Plan:
    """A new painted shot of `scene` at an index of the cut's list, like its neighbours in hour and shape."""
    cut = cut_step(plan)
    if cut is None or "paint" not in tools:
        raise PersonError("This plan has no cut to add a shot to.")
    like = next((s for s in plan.steps if s.tool == "paint"), None)
    picture = plan.fresh_name("shot1", {*taken, *tools})
    clip = plan.fresh_name("clip1", {*taken, *tools})
    kept = tuple((k, v) for k, v in (like.arguments if like else ()) if k in ("time", "shape", "avoid", "look"))
    cast = cast_in(plan, scene)
    kept = (("cast", cast), *kept) if cast else kept
    seeds = [v for s in plan.steps if isinstance(v := s.get("seed"), int)]
    painted = Step(picture, "paint", (("scene", scene), *kept, ("seed", max(seeds, default=0) + 1)), gap=True)
    moved = Step(clip, *_filming(plan, picture, tools))
    where = plan.index(cut.name)
    plan = plan.insert(painted, where).insert(moved, where + 1)
    if where and not plan.step(cut.name).gap:
        plan = plan.with_step(replace(plan.step(cut.name), gap=True))
    rows = _rows(plan)
    rows.insert(at, (Ref(clip), *[None] * (len(_BESIDE) - 1)))
    return _with_rows(plan, rows)
