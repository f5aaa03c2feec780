"""A tool as its signature tells it: inputs, options, what it makes. Found, never registered."""

import hashlib
import importlib
import inspect
import re
import sys
import types
import typing
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from studio.kinds import KINDS

_OF_TYPE = {id(kind): name for name, kind in KINDS.items()}

OptionType = Literal["text", "integer", "number", "switch", "choice", "choices", "other"]


@dataclass(frozen=True)
class Input:
    """A parameter that takes things: `kinds` it accepts, `many` for a list, `gaps` where None may stand in one."""

    name: str
    kinds: tuple[str, ...]
    many: bool
    gaps: bool
    required: bool
    words: str


@dataclass(frozen=True)
class Option:
    """A parameter that takes a typed value. `choices`, `low` and `high` give the card its menu or slider; of a list of
    choices, None among them stands where one may be left out."""

    name: str
    type: OptionType
    default: Any
    required: bool
    choices: tuple[Any, ...]
    low: float | None
    high: float | None
    nullable: bool
    words: str


@dataclass(frozen=True)
class Settled:
    """Options with every "auto" decided, the packs the step then needs, and what the person should know."""

    options: Mapping[str, Any]
    packs: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tool:
    """One typed function in one file of the same name, read from its signature."""

    name: str
    room: str  # the folder it lies in: make, shape, assemble, judge, understand
    summary: str  # the file's first line
    words: str  # the docstring up to its arguments
    example: str  # the `>>>` lines, as plan text
    inputs: tuple[Input, ...]
    options: tuple[Option, ...]
    makes: str  # a kind
    cores: int  # how many cores it can use; 0 means all
    memory: float  # gigabytes it may need
    packs: tuple[str, ...]
    packs_by_kind: Mapping[str, tuple[str, ...]]  # further packs when an input is of a kind
    code: str  # sha256 over its source and the project's modules it imports
    function: Callable[..., Any]
    _model: type[BaseModel]
    _settle: Callable[..., Settled] | None

    @property
    def judge(self) -> bool:
        return self.makes == "Score"

    def input(self, name: str) -> Input | None:
        return next((i for i in self.inputs if i.name == name), None)

    def option(self, name: str) -> Option | None:
        return next((o for o in self.options if o.name == name), None)

    def validate(self, options: Mapping[str, Any]) -> dict[str, Any]:
        """Options checked by pydantic and filled with defaults. Raises `pydantic.ValidationError`."""
        return self._model(**options).model_dump()

    def problems(self, options: Mapping[str, Any]) -> list[tuple[str, str]]:
        """(option, what is wrong in words) for every option that does not fit."""
        try:
            self._model(**options)
        except ValidationError as error:
            return [(str(e["loc"][0]) if e["loc"] else "", e["msg"]) for e in error.errors()]
        return []

    def settle(self, options: Mapping[str, Any], ready: Callable[[str], bool], kinds: Collection[str] = ()) -> Settled:
        """Decide every "auto" before anything is hashed.

        `ready(pack)` tells whether a pack is there; `kinds` are those of the things the step is given.
        """
        settled = self._settle(dict(options), ready) if self._settle else Settled(options, self.packs)
        further = [p for kind in sorted(kinds) for p in self.packs_by_kind.get(kind, ())]
        return replace(settled, packs=tuple(dict.fromkeys([*settled.packs, *further])))


def _kinds_of(annotation: Any) -> tuple[tuple[str, ...], bool, bool] | None:
    """(kinds, many, may be None) when the annotation is one of inputs, else None."""
    if typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    if id(annotation) in _OF_TYPE:
        return (_OF_TYPE[id(annotation)],), False, False
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType):
        parts = typing.get_args(annotation)
        inner = [p for p in parts if p is not type(None)]
        found = [_kinds_of(p) for p in inner]
        if any(f is None for f in found):
            return None
        kinds = tuple(k for f in found if f for k in f[0])
        return kinds, any(f[1] for f in found if f), len(inner) < len(parts)
    if origin is list:
        one = _kinds_of(typing.get_args(annotation)[0])
        return (one[0], True, one[2]) if one else None
    return None


def _bare(annotation: Any, low: float | None = None, high: float | None = None) -> tuple[Any, Any, Any]:
    """A type without its `Annotated`, and the bounds that said."""
    if typing.get_origin(annotation) is typing.Annotated:
        annotation, *extras = typing.get_args(annotation)
        for extra in extras:
            for mark in getattr(extra, "metadata", [extra]):
                for key in ("ge", "gt"):
                    low = getattr(mark, key, low)
                for key in ("le", "lt"):
                    high = getattr(mark, key, high)
    return annotation, low, high


def _each(annotation: Any) -> tuple[Any, ...]:
    """What may stand in a list of choices, None last where it may; nothing for all else."""
    if typing.get_origin(annotation) is not list:
        return ()
    one = typing.get_args(annotation)[0]
    parts = typing.get_args(one) if typing.get_origin(one) in (typing.Union, types.UnionType) else (one,)
    choices = [choice for part in parts if typing.get_origin(part) is Literal for choice in typing.get_args(part)]
    return (*choices, *([None] if type(None) in parts else [])) if choices else ()


def _option(name: str, annotation: Any, parameter: inspect.Parameter, words: str) -> Option:
    annotation, low, high = _bare(annotation)
    parts = typing.get_args(annotation) if typing.get_origin(annotation) in (typing.Union, types.UnionType) else ()
    nullable = type(None) in parts
    if nullable:
        rest = [p for p in parts if p is not type(None)]
        annotation, low, high = _bare(rest[0], low, high) if len(rest) == 1 else (annotation, low, high)
    choices = typing.get_args(annotation) if typing.get_origin(annotation) is Literal else _each(annotation)
    types_: dict[Any, OptionType] = {str: "text", int: "integer", float: "number", bool: "switch"}
    several = typing.get_origin(annotation) is list
    kind: OptionType = ("choices" if several else "choice") if choices else types_.get(annotation, "other")
    required = parameter.default is inspect.Parameter.empty
    default = None if required else parameter.default
    return Option(name, kind, default, required, choices, low, high, nullable, words)


def _argument_words(doc: str) -> dict[str, str]:
    """The `Args:` section of a docstring, by parameter."""
    section = re.search(r"^Args:\n((?:[ \t]+.*\n?|\n)*)", doc, re.MULTILINE)
    found: dict[str, str] = {}
    name = ""
    for line in (section.group(1) if section else "").splitlines():
        start = re.match(r"^ {4}(\w+): (.*)$", line)
        if start:
            name = start.group(1)
            found[name] = start.group(2).strip()
        elif name and line.strip():
            found[name] += " " + line.strip()
    return found


def _example(doc: str) -> str:
    lines = [m.group(1) for m in re.finditer(r"^\s*(?:>>>|\.\.\.) ?(.*)$", doc, re.MULTILINE)]
    return "\n".join(lines) + ("\n" if lines else "")


# Parsing 360 files takes a second and a half at every start, finding the lines that import a twentieth of that.
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+((?:studio|pipelines)\b[\w.]*)[ \t]+import[ \t]*(\([^)]*\)|[^\n]*)"
    r"|import[ \t]+((?:studio|pipelines)\b[\w.]*))",
    re.MULTILINE,
)


@lru_cache(maxsize=1024)
def _own_imports(path: Path, root: Path) -> frozenset[Path]:
    """The project's own modules a file imports, as files."""
    found: set[Path] = set()
    for match in _IMPORT.finditer(path.read_text(encoding="utf-8")):
        module = match[1] or match[3]
        names = (module, *(f"{module}.{name}" for name in re.findall(r"\w+", match[2] or "")))
        found.update(root.joinpath(*name.split(".")).with_suffix(".py") for name in names)
    return frozenset(file for file in found if file.is_file())


# Changing how a step is reported or cancelled changes no picture, so these stay out of every key.
_OUTSIDE_KEY = {"errors.py", "work.py", "kinds.py"}


def code_digest(path: Path, root: Path) -> str:
    """sha256 over a tool's file and, transitively, the project's modules it imports."""
    seen: set[Path] = set()
    waiting = [path]
    while waiting:
        file = waiting.pop()
        if file not in seen:
            seen.add(file)
            waiting.extend(_own_imports(file, root))
    digest = hashlib.sha256()
    for file in sorted(seen):
        if file.parent.name == "studio" and file.name in _OUTSIDE_KEY:
            continue
        digest.update(str(file.relative_to(root).as_posix()).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def tool_from(function: Callable[..., Any], *, room: str = "", code: str = "") -> Tool:
    """Read a tool from its function. Raises TypeError, naming the function, when the signature is not one of a tool."""
    module = sys.modules[function.__module__]
    hints = typing.get_type_hints(function, include_extras=True)
    made = _kinds_of(hints.get("return"))
    if made is None or made[1]:
        raise TypeError(f"{function.__qualname__} must return one kind, not {hints.get('return')!r}")
    doc = inspect.getdoc(function) or ""
    words = _argument_words(doc)
    inputs: list[Input] = []
    options: list[Option] = []
    fields: dict[str, Any] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        if name == "work":
            continue
        if name not in hints:
            raise TypeError(f"{function.__qualname__}: parameter '{name}' has no type")
        takes = _kinds_of(hints[name])
        if takes:
            required = parameter.default is inspect.Parameter.empty
            inputs.append(Input(name, takes[0], takes[1], takes[2], required, words.get(name, "")))
        else:
            options.append(_option(name, hints[name], parameter, words.get(name, "")))
            fields[name] = (hints[name], ... if options[-1].required else parameter.default)
    config = ConfigDict(extra="forbid", allow_inf_nan=False)
    model = create_model(function.__name__, __config__=config, **fields)
    return Tool(
        name=function.__name__,
        room=room,
        summary=(module.__doc__ or "").strip().split("\n")[0],
        words=re.split(r"\n(?:Args:|>>> )", doc)[0].strip(),
        example=_example(doc),
        inputs=tuple(inputs),
        options=tuple(options),
        makes=made[0][0],
        cores=int(getattr(module, "CORES", 1)),
        memory=float(getattr(module, "MEMORY", 0.3)),
        packs=tuple(getattr(module, "PACKS", ())),
        packs_by_kind=dict(getattr(module, "PACKS_BY_KIND", {})),
        code=code,
        function=function,
        _model=model,
        _settle=getattr(module, "settle", None),
    )


def discover(folder: Path) -> dict[str, Tool]:
    """Every tool under a folder of rooms: `room/name.py` holding a public function `name`.

    A tool takes the keyword `work`; other files serve the tools beside them. Names are unique over all rooms.
    """
    root = folder.parent
    tools: dict[str, Tool] = {}
    for path in sorted(folder.glob("*/*.py")):
        text = path.read_text(encoding="utf-8")
        if f"\ndef {path.stem}(" not in text or not re.search(r"\*,\s*work: Work", text):
            continue  # a library of the tools, such as film/planes.py: importing it here would cost the screen seconds
        module = importlib.import_module(f"{folder.name}.{path.parent.name}.{path.stem}")
        function = getattr(module, path.stem, None)
        if not inspect.isfunction(function) or "work" not in inspect.signature(function).parameters:
            continue  # a piece of a tool, such as music/arrange.py
        if path.stem in tools:
            raise TypeError(f"two tools are named '{path.stem}': {tools[path.stem].room} and {path.parent.name}")
        tools[path.stem] = tool_from(function, room=path.parent.name, code=code_digest(path, root))
    return tools
