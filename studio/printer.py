"""A plan as text: one way to print every plan, which reads back as the same plan."""

import re

from studio.steps import Plan, Ref, Step, Value

WIDTH = 100
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# Control characters, line separators, the byte order mark and what turns the direction of the text around it: all
# invisible in an editor, so they are spelled out. Joiners and direction marks stay: emoji and Arabic need them.
_UNSEEN = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]')


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def write_value(value: Value) -> str:
    """A value as plan text: text in double quotes, lists in square brackets, names bare."""
    if isinstance(value, str):
        return f'"{_UNSEEN.sub(_escape, value)}"'
    if isinstance(value, Ref):
        return value.name
    if isinstance(value, tuple):
        return "[" + ", ".join(write_value(one) for one in value) + "]"
    return repr(value).replace("inf", "1e999")  # past all floats: reads back as a problem, not as a name


def write_step(step: Step, width: int = WIDTH) -> str:
    """A step without its note: on one line where that is at most `width` columns, else one argument a line."""
    pairs = [f"{key}={write_value(value)}" for key, value in step.arguments]
    line = f"{step.name} = {step.tool}({', '.join(pairs)})"
    if len(line) <= width or not pairs:
        return line
    return f"{step.name} = {step.tool}(\n" + "".join(f"    {pair},\n" for pair in pairs) + ")"


def write_note(words: str) -> str:
    """Words as comment lines, or nothing."""
    return "".join(f"# {line}".rstrip() + "\n" for line in words.split("\n")) if words else ""


def write(plan: Plan, width: int = WIDTH) -> str:
    """The plan's text. `read` gives the same plan back, and printing that gives the same text.

    A step is printed by itself alone, so an edit of one leaves every other line as it is.
    """
    parts = [write_note(plan.title) + "\n" if plan.title and plan.steps else write_note(plan.title)]
    for index, step in enumerate(plan.steps):
        gap = "\n" if step.gap and index else ""
        parts.append(f"{gap}{write_note(step.note)}{write_step(step, width)}\n")
    if plan.tail:
        parts.append("\n" + write_note(plan.tail))
    return "".join(parts)
