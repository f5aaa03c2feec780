"""Plans, values and broken texts for property tests."""

import inspect
import keyword

from hypothesis import strategies as st

from studio.plan import Plan, Ref, Step, Value
from tests.studio.plan_tools import GIVEN, TOOLS

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
plain_names = st.text(_LETTERS + "_0123456789", min_size=1, max_size=12).filter(
    lambda n: n.isidentifier() and not keyword.iskeyword(n)
)
foreign_names = st.sampled_from(["лодка", "фильм2", "ночь_1", "灯塔", "קול", "نص", "é", "नमस्ते", "x" * 60])
names = plain_names | foreign_names
# Everything a text may hold: no zero byte, no half characters.
texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0") | st.sampled_from("\"'\\\n\r\t\u2028\u202e#‍🚀é{}")
)
numbers = st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(allow_nan=False, allow_infinity=False)
simple: st.SearchStrategy[Value] = st.one_of(texts, numbers, st.booleans(), st.none(), names.map(Ref))
values: st.SearchStrategy[Value] = st.recursive(
    simple, lambda inner: st.lists(inner, max_size=4).map(tuple), max_leaves=6
).filter(lambda v: _depth(v) < 7)
_words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
notes = st.lists(_words, max_size=3).map("\n".join)


def _depth(value: Value) -> int:
    return 1 + max(map(_depth, value), default=0) if isinstance(value, tuple) else 0


@st.composite
def steps(draw: st.DrawFn, name: str) -> Step:
    keys = draw(st.lists(names, unique=True, max_size=5))
    arguments = tuple((key, draw(values)) for key in keys)
    return Step(name, draw(plain_names), arguments, note=draw(notes), gap=draw(st.booleans()))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan that can be printed, whether or not its tools exist."""
    made = draw(st.lists(names, unique=True, max_size=6))
    return Plan(draw(notes), tuple(draw(steps(name)) for name in made), draw(notes))


_characters = st.characters(min_codepoint=32, max_codepoint=0x2FF) | st.sampled_from('"\\\n🚀‍é')
_easy = st.text(_characters, min_size=1, max_size=30)


@st.composite
def sound_plans(draw: st.DrawFn) -> Plan:
    """Plans of the tests' tools in which everything fits."""
    made: dict[str, list[str]] = {}
    for name, kind in GIVEN.items():
        made.setdefault(kind, []).append(name)
    found: list[Step] = []
    for index in range(draw(st.integers(1, 8))):
        tool = TOOLS[draw(st.sampled_from([name for name, tool in TOOLS.items() if _can(tool.inputs, made)]))]
        arguments: list[tuple[str, Value]] = []
        for key in _order(tool.name):
            takes, option = tool.input(key), tool.option(key)
            required = takes.required if takes else bool(option and option.required)
            if required or draw(st.booleans()):
                if takes:
                    arguments.append((key, _input(draw, takes, made)))
                elif option:
                    arguments.append((key, _option(draw, option)))
        name = f"s{index}"
        note = draw(st.sampled_from(["", "a note", "two\n\nlines of it"]))
        found.append(Step(name, tool.name, tuple(arguments), note=note, gap=draw(st.booleans())))
        made.setdefault(tool.makes, []).append(name)
    title = draw(st.sampled_from(["", "A film", "A film\nin two lines"]))
    return Plan(title, tuple(found), draw(st.sampled_from(["", "end"])))


def _order(tool: str) -> list[str]:
    return [name for name in inspect.signature(TOOLS[tool].function).parameters if name != "work"]


def _fitting(takes, made) -> list[str]:
    return [name for kind in takes.kinds for name in made.get(kind, [])]


def _can(inputs, made) -> bool:
    return all(not i.required or "Text" in i.kinds or _fitting(i, made) for i in inputs)


def _input(draw, takes, made) -> Value:
    one = [st.just(Ref(name)) for name in _fitting(takes, made)]
    one += [_easy] if "Text" in takes.kinds else []
    one += [st.none()] if takes.gaps else []
    if not takes.many:
        return draw(st.one_of(one))
    return tuple(draw(st.lists(st.one_of(one), min_size=takes.required, max_size=4))) if one else ()


def _option(draw, option) -> Value:
    if option.nullable and draw(st.booleans()):
        return None
    if option.name == "points":
        return tuple(draw(st.lists(st.lists(st.integers(0, 99), max_size=2).map(tuple), max_size=3)))
    if option.name == "size":
        return draw(st.sampled_from(["1280x720", "1x1"]))
    low = 0.5 if option.low is None else max(option.low, 0.5)
    return draw(
        {
            "choice": st.sampled_from(option.choices or ("",)),
            "integer": st.integers(0, 99999),
            "number": st.floats(low, option.high or 9000).map(lambda n: max(low, round(n, 3))),
            "switch": st.booleans(),
            "text": _easy,
        }[option.type]
    )
