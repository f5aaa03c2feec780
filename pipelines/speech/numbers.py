"""Numbers as words: cardinals, ordinals, years, decimals, digits. American English, or British with its "and"."""

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen"""
_ONES = _SMALL.split()
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ["", "thousand", "million", "billion", "trillion"]
_MOST = 10 ** (3 * len(_SCALES))
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_PARTS = {2: "half", 4: "quarter"}


def _group(number: int, british: bool) -> str:
    """A number below a thousand."""
    hundreds, rest = divmod(number, 100)
    words = [_ONES[hundreds], "hundred"] if hundreds else []
    if hundreds and rest and british:
        words.append("and")
    if rest >= 20:
        words.append(_TENS[rest // 10] + (f"-{_ONES[rest % 10]}" if rest % 10 else ""))
    elif rest or not words:
        words.append(_ONES[rest])
    return " ".join(words)


def cardinal(number: int, british: bool = False) -> str:
    """342 -> "three hundred forty-two" ("three hundred and forty-two"); beyond trillions, digit by digit."""
    if number < 0:
        return "minus " + cardinal(-number, british)
    if number >= _MOST:
        return digits(str(number))
    groups: list[str] = []
    rest, scale = number, 0
    while rest or not groups:
        rest, low = divmod(rest, 1000)
        if low or not (rest or groups):
            small = british and low < 100 and rest and not scale
            groups.append(f"{'and ' if small else ''}{_group(low, british)} {_SCALES[scale]}".strip())
        scale += 1
    return " ".join(reversed(groups))


def ordinal(number: int, british: bool = False) -> str:
    """21 -> "twenty-first"."""
    words = cardinal(number, british)
    head = words[: max(words.rfind(" "), words.rfind("-")) + 1]
    last = words[len(head) :]
    if last in _ORDINALS:
        return head + _ORDINALS[last]
    return head + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def year(number: int, british: bool = False) -> str:
    """1984 -> "nineteen eighty-four", 1905 -> "nineteen oh five", 2005 -> "two thousand five", 1900, 2024."""
    century, rest = divmod(number, 100)
    if century < 10 or century > 20 or (century in (10, 20) and rest < 10):
        return cardinal(number, british)
    low = "hundred" if not rest else f"oh {_ONES[rest]}" if rest < 10 else cardinal(rest)
    return f"{cardinal(century)} {low}"


def decade(number: int) -> str:
    """1990 -> "nineteen nineties", 90 -> "nineties", 1900 -> "nineteen hundreds"."""
    words = year(number) if number > 99 else cardinal(number)
    return words[:-1] + "ies" if words.endswith("y") else words + "s"


def digits(written: str) -> str:
    """ "0199" -> "zero one nine nine"."""
    return " ".join(_ONES[int(c)] for c in written if c.isdecimal())


def spoken(written: str, british: bool = False) -> str:
    """A number as written, with commas or a decimal point: "1,234.50" -> "one thousand … point five zero"."""
    whole, _, part = written.replace(",", "").partition(".")
    if len(whole) > 1 and whole.startswith("0") and not part:
        return digits(whole)
    return cardinal(int(whole or 0), british) + (f" point {digits(part)}" if part else "")


def fraction(above: int, below: int) -> str:
    """3/4 -> "three quarters", 1/2 -> "one half", 2/3 -> "two thirds"."""
    part = _PARTS.get(below) or ordinal(below)
    many = "halves" if part == "half" else part + "s"
    return f"{cardinal(above)} {part if above == 1 else many}"


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman(written: str) -> int:
    """ "XIV" -> 14."""
    values = [_ROMAN[letter] for letter in written]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
