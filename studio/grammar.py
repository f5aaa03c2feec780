"""The grammar of plans for constrained decoding (GBNF, llama.cpp's dialect), from the tools' signatures."""

import inspect
import re
from collections.abc import Mapping, Sequence
from typing import Any

from studio.printer import write_value
from studio.tool import Input, Option, Tool

# Names the grammar lets a planner make: short and plain. A person's plan may hold longer ones, in any script.
_NAME = re.compile(r"[a-z][a-z0-9_]{0,23}")
_FIXED = r"""
name ::= [a-z] [a-z0-9_]{0,23}
comma ::= ", " | ",\n    "
open ::= "(" | "(\n    "
close ::= ")" | ",\n)"
char ::= [^"\\\x00-\x1f\x7f] | "\\" (["\\nrt] | code)
code ::= "x" ("0" [1-9a-f] | [1-9a-f] hex) | "u" ("0" [1-9a-f] | [1-9a-ce-f] hex | "d" [0-7]) hex hex
hex ::= [0-9a-f]
switch ::= "True" | "False"
integer ::= "-"? ("0" | [1-9] [0-9]{0,9})
number ::= "-"? ("0" | [1-9] [0-9]{0,5}) ("." [0-9]{1,4})?
plain ::= words | number | switch | "None"
inner ::= plain | "[" (plain (", " plain)*)? "]"
value ::= plain | "[" (inner (", " inner)*)? "]"
comment ::= "# " [^\x00-\x1f\x7f]{1,160} "\n" | "#\n"
"""


def quoted(words: str) -> str:
    """Words as a GBNF literal."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _either(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else "(" + " | ".join(parts) + ")"


def _input(takes: Input) -> str:
    one = ["ref"]
    if "Text" in takes.kinds:
        one.append("text")
    if not takes.many:
        return _either([*one, *(['"None"'] if takes.gaps else [])])
    item = _either([*one, *(['"None"'] if takes.gaps else [])])
    filled = f'"[" {item} (", " {item})* "]"'
    return filled if takes.required else f"({filled} | {quoted('[]')})"


def _digits(option: Option) -> str:
    """A number with no more digits than the option's range asks for, and a sign only where it may be negative."""
    if option.low is None and option.high is None:
        return option.type
    sign = "" if option.low is not None and option.low >= 0 else '"-"? '
    largest = max(abs(bound) for bound in (option.low, option.high) if bound is not None)
    more = len(str(int(largest))) - 1 if option.high is not None else 9 if option.type == "integer" else 5
    whole = f'("0" | [1-9] [0-9]{{0,{more}}})' if more else "[0-9]"
    return sign + whole + (' ("." [0-9]{1,4})?' if option.type == "number" else "")


def _option(option: Option) -> str:
    if option.type == "choice":
        parts = [quoted(write_value(choice)) for choice in option.choices]
    elif option.type in ("integer", "number"):
        parts = [_digits(option)]
    else:
        parts = [{"text": "words", "switch": "switch"}.get(option.type, "value")]
    return _either([*parts, '"None"'] if option.nullable else parts)


def _rule_name(*parts: str) -> str:
    return "-".join(re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in parts)


def _tool_rules(tool: Tool) -> list[str]:
    """Rules for one call. Keys stand in the order of the signature, each at most once, required ones always.

    `tool-N` is what may follow once an argument before the N-th has been written.
    """
    order = [name for name in inspect.signature(tool.function).parameters if name != "work"]
    pairs: list[tuple[str, bool]] = []
    for name in order:
        takes, option = tool.input(name), tool.option(name)
        if takes:
            pairs.append((f"{quoted(name + '=')} {_input(takes)}", takes.required))
        elif option:
            pairs.append((f"{quoted(name + '=')} {_option(option)}", option.required))
    base = _rule_name("t", tool.name)
    rules = []
    for index in range(1, len(pairs)):
        pair, required = pairs[index]
        rest = f" {base}-{index + 1}" if index + 1 < len(pairs) else ""
        rules.append(f"{base}-{index} ::= " + (f"comma {pair}{rest}" if required else f"(comma {pair})?{rest}"))
    starts = []  # the first argument written: any, up to and with the first required one
    for index, (pair, required) in enumerate(pairs):
        starts.append(pair + (f" {base}-{index + 1}" if index + 1 < len(pairs) else ""))
        if required:
            break
    inside = f"open {_either(starts)} close" if starts else ""
    if not any(required for _, required in pairs):
        inside = f"({inside} | {quoted('()')})" if inside else quoted("()")
    return [f"{base} ::= {quoted(tool.name)} {inside}", *rules]


def gbnf(
    tools: Mapping[str, Tool],
    given: Mapping[str, str] | None = None,
    *,
    longest: int = 240,
    most: int | None = None,
    judges: bool = False,
    comments: bool = False,
) -> str:
    """A grammar whose sentences are plans of these tools, as `write` prints them.

    It holds to what a grammar can: known tools, keys in the order of the signature, choices, digits that fit a
    range, texts of at most `longest` characters, at most `most` steps. Which name is made where is for `check`.
    `given` are the names the person gave; `judges` lets in the tools that make a Score; `comments` lets in comment
    lines, which a small planner fills with chatter if it may.
    """
    known = [tool for tool in tools.values() if judges or not tool.judge]
    if not known:
        raise ValueError("a grammar needs at least one tool")
    odd = [name for name in given or {} if not _NAME.fullmatch(name)]
    calls = " | ".join(_rule_name("t", tool.name) for tool in known)
    more = f"{{0,{most - 1}}}" if most else "*"
    root, note = f'step ("\\n"? step){more}', ""
    if comments:
        root, note = f'(comment+ "\\n")? {root} ("\\n" comment+)?', "comment* "
    rules = [
        f"root ::= {root}",
        f'step ::= {note}name " = " ({calls}) "\\n"',
        f"ref ::= {' | '.join(['name', *(quoted(name) for name in odd)])}",
        f'text ::= "\\"" char{{1,{longest}}} "\\""',
        f'words ::= "\\"" char{{0,{longest}}} "\\""',
    ]
    for tool in known:
        rules += _tool_rules(tool)
    rules += _FIXED.strip().split("\n")
    return "\n".join(_used(rules)) + "\n"


def _used(rules: Sequence[str]) -> list[str]:
    """The rules the root leads to: an unused one is noise to read, and some readers refuse it."""
    bodies: dict[str, str] = dict(rule.split(" ::= ", 1) for rule in rules)
    seen: set[str] = set()
    waiting: list[Any] = ["root"]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            bare = re.sub(r'"(?:\\.|[^"\\])*"|\[(?:\\.|[^\]\\])*\]|\{[^}]*\}', " ", bodies[name])
            waiting += re.findall(r"[a-z][a-z0-9-]*", bare)
    return [rule for rule in rules if rule.split(" ::= ", 1)[0] in seen]
