"""Numbers as people write them: "1,250,000", "73 %", "€4.5 bn", "−3,5". Read, and written again in the same way."""

import re
import unicodedata
from dataclasses import dataclass, replace

_SIGNS = "-+−–"  # the hyphen first: inside brackets it would mean a range
_GROUPS = ",.'’   "
_BODY = re.compile(rf"\d{{1,3}}(?:([{_GROUPS}])\d{{3}})(?:\1\d{{3}})*(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_NUMBER = re.compile(rf"(?<![\w.,])[{_SIGNS}]?\s?(?:[$€£¥₹]\s?)?(?:{_BODY.pattern})")


@dataclass(frozen=True)
class Amount:
    """A number and how it is written: what stands `before` and `after` it, what parts its thousands (`group`) and its
    fraction (`point`), how many `decimals`. `zero` is the zero of its digits, where they are not ASCII."""

    value: float
    before: str = ""
    after: str = ""
    group: str = ""
    point: str = "."
    decimals: int = 0
    zero: str = "0"

    def write(self, value: float) -> str:
        """Another value in the same notation."""
        return f"{self.before}{self.digits(value)}{self.after}"

    def digits(self, value: float) -> str:
        """Its figures alone, with a sign where it is below zero."""
        text = f"{abs(value):,.{self.decimals}f}"
        whole, _, rest = text.partition(".")
        whole = whole.replace(",", self.group)
        made = f"{whole}{self.point}{rest}" if rest else whole
        if self.zero != "0":
            made = "".join(chr(ord(self.zero) + int(c)) if c.isdigit() else c for c in made)
        return f"−{made}" if value < 0 and float(text.replace(",", "")) else made

    def written(self) -> str:
        return self.write(self.value)


def read_amount(text: str) -> Amount | None:
    """The first number in a text with all that stands around it; None when there is none."""
    plain, zero = _ascii(text.strip())
    found = _BODY.search(plain)
    if not found:
        return None
    body = found.group(0)
    group = found.group(1) or ""
    point, whole, rest = ".", body, ""
    if group:
        tail = re.search(r"[.,]\d+$", body)
        if tail and tail.group(0)[0] != group:
            point, rest = tail.group(0)[0], tail.group(0)[1:]
            whole = body[: tail.start()]
        whole = whole.replace(group, "")
    elif "." in body or "," in body:
        point = "." if "." in body else ","
        whole, rest = body.split(point)
    before, after = plain[: found.start()], plain[found.end() :]
    value = float(f"{whole}.{rest or 0}")
    if before and before[-1] in _SIGNS and (len(before) == 1 or not before[-2].isalnum()):
        value = value if before[-1] == "+" else -value
        before = before[:-1] + ("+" if before[-1] == "+" else "")
    if value > 1e15:
        return None
    return Amount(value, before, after, group, point, len(rest), zero)


def _ascii(text: str) -> tuple[str, str]:
    """Other scripts' digits as ASCII, and the zero they count from."""
    zero, kept = "0", []
    for char in text:
        digit = unicodedata.digit(char, None) if char.isdecimal() else None
        if digit is not None and ord(char) > 0x7F:
            zero = chr(ord(char) - digit)
            char = str(digit)
        kept.append({"٫": ".", "٬": ","}.get(char, char))
    return "".join(kept), zero


@dataclass(frozen=True)
class Entry:
    """One line of a chart's data."""

    label: str
    amount: Amount


def entries(text: str) -> list[Entry]:
    """The data in a text: "Solar 40, Wind 35", "2019: 3,5; 2020: 4,1", one a line. What has no number is left out."""
    return [entry for part in _parted(text) if (entry := _entry(part))]


def unread(text: str) -> list[str]:
    """The pieces of a text that are no data."""
    return [part.strip() for part in _parted(text) if part.strip() and not _entry(part)]


def _parted(text: str) -> list[str]:
    for sign in (r"\n", r"[;；؛]", r"[,،、，]\s+|(?<=\D)[,،、，]|[,،、，](?=[^\d\s])"):
        parts = [part for part in re.split(sign, text.strip()) if part and part.strip()]
        if len(parts) > 1:
            return parts
    return parts


def _entry(part: str) -> Entry | None:
    """A label and its number, in either order; what follows the number is its unit."""
    words = re.sub(r"^\s*[-*•]\s+", "", part).strip()
    explicit = re.match(r"^(.*?\S)\s*(?:[:=：]|\s[-–—]\s|\t)\s*(\S.*)$", words)
    if explicit and (amount := read_amount(explicit.group(2))):
        return Entry(_clean(explicit.group(1)), amount)
    numbers = list(_NUMBER.finditer(_ascii(words)[0]))
    if not numbers:
        return None
    last = numbers[-1]
    plain = _ascii(words)[0]
    before, after = plain[: last.start()].strip(), plain[last.end() :].strip()
    if not before and after[:1] in ("%", "‰"):  # "40% Solar"
        return Entry(_clean(after[1:]), read_amount(last.group(0) + after[0])) if _clean(after[1:]) else None
    unit = after if len(after) <= 6 and before else ""
    label = before or after
    if not label and " " in last.group(0):  # "2019 350": a year and a number
        label, _, number = last.group(0).strip().rpartition(" ")
        amount = read_amount(number)
    else:
        amount = read_amount(words[last.start() : last.end()] + (words[last.end() :] if unit else ""))
    return Entry(_clean(label), amount) if amount and _clean(label) else None


def _clean(label: str) -> str:
    return label.strip().rstrip(":=,;-–— ").strip("\"'“”")


def alike(found: list[Entry]) -> list[Entry]:
    """Entries written with the same number of decimals, as many as the finest has."""
    most = max((e.amount.decimals for e in found), default=0)
    return [Entry(e.label, replace(e.amount, decimals=most)) for e in found]
