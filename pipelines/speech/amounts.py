"""Numbers with what stands around them (times, dates, money, units, ranges), as they are said."""

import re

from pipelines.speech import abbreviations as short
from pipelines.speech import numbers as say
from pipelines.speech.rule import Rule, any_of, made

_NUM = r"\d+(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+"
_TH = r"(?:st|nd|rd|th)?"
_DASH = r"\s?[-–—]\s?|\sto\s"
_MONTHS = any_of([*short.MONTHS, *(m[:3] for m in short.MONTHS), "Sept"])
_UNITS = any_of(short.UNITS)
_MONEY = any_of(short.CURRENCIES)
_SCALE = any_of(short.SCALES)


def _number(written: str, british: bool) -> str:
    return say.spoken(written, british)


def _one(written: str) -> bool:
    return written in ("1", "1.0", "one")


def _clock(found: re.Match[str], british: bool) -> str | None:
    hour, minute, second, half = int(found[1]), int(found[2]), found[3], found[4]
    if hour > 24 or minute > 59:
        return None
    words = say.cardinal(hour)
    if minute or hour == 0 or hour > 12:
        words += (
            f" oh {say.cardinal(minute)}" if 0 < minute < 10 else f" {say.cardinal(minute)}" if minute else " hundred"
        )
    elif not half and not second:
        words += " o'clock"
    if second:
        words += f" and {say.cardinal(int(second))} second{'' if int(second) == 1 else 's'}"
    return words + (f" {half[0].upper()} M" if half else "")


def _halfday(found: re.Match[str], british: bool) -> str:
    return f"{say.cardinal(int(found[1]))} {found[2].upper()} M"


def _month(written: str) -> str:
    return short.MONTH[written[:3].lower()]


def _day(month: str, day: int, year: str, british: bool) -> str:
    said = f"the {say.ordinal(day)} of {month}" if british else f"{month} {say.ordinal(day)}"
    return said + (f", {_year(year, british)}" if year else "")


def _year(written: str, british: bool) -> str:
    return say.year(int(written), british) if len(written) == 4 else f"{say.cardinal(int(written))}"


def _iso_date(found: re.Match[str], british: bool) -> str | None:
    month, day = int(found[2]), int(found[3])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _day(short.MONTHS[month - 1], day, found[1], british)


def _slash_date(found: re.Match[str], british: bool) -> str | None:
    first, second, year = int(found[1]), int(found[2]), found[3]
    month, day = (second, first) if british else (first, second)
    if month > 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    full = year if len(year) == 4 else ("19" if int(year) > 40 else "20") + year
    return _day(short.MONTHS[month - 1], day, full, british)


def _month_day(found: re.Match[str], british: bool) -> str | None:
    if not 1 <= int(found[2]) <= 31:
        return None
    until = f" to {say.ordinal(int(found[3]))}" if found[3] else ""
    return f"{_month(found[1])} {say.ordinal(int(found[2]))}{until}" + (
        f", {_year(found[4], british)}" if found[4] else ""
    )


def _day_month(found: re.Match[str], british: bool) -> str | None:
    if not 1 <= int(found[2]) <= 31:
        return None
    until = f" to the {say.ordinal(int(found[3]))}" if found[3] else ""
    year = f", {_year(found[5], british)}" if found[5] else ""
    return f"the {say.ordinal(int(found[2]))}{until} of {_month(found[4])}{year}"


def _money(found: re.Match[str], british: bool) -> str:
    minus, sign, first, last, scale = found["minus"], found["sign"], found["first"], found["last"], found["scale"]
    one, many, cent, cents = short.CURRENCIES[sign.rstrip(".")]
    lead = "minus " if minus else ""
    if last:
        return f"{lead}{_amount(first, british)} to {_amount(last, british)} {_scaled(scale)}{many}"
    if scale:
        return f"{lead}{_amount(first, british)} {_scaled(scale)}{one if found['thing'] is not None else many}"
    whole, _, part = first.replace(",", "").partition(".")
    if len(part) not in (0, 2):
        return f"{lead}{_number(first, british)} {many}"
    coins = int(part or 0)
    small = f"{say.cardinal(coins)} {cent if coins == 1 else cents}"
    if coins and not int(whole or 0):
        return lead + small
    single = int(whole or 0) == 1 or found["thing"] is not None
    large = f"{say.cardinal(int(whole or 0), british)} {one if single else many}"
    return f"{lead}{large} and {small}" if coins else lead + large


def _amount(written: str, british: bool) -> str:
    return _number(written, british)


def _scaled(scale: str | None) -> str:
    return f"{short.SCALES[scale]} " if scale else ""


def _range(first: str, last: str, british: bool) -> str:
    return f"{_number(first, british)} to {_number(last, british)}"


def _unit(found: re.Match[str], british: bool) -> str | None:
    minus, first, last, unit, power = found["minus"], found["first"], found["last"], found["unit"], found["power"]
    if unit in ("K", "V", "J") and not found["gap"]:
        return None  # 4K is no temperature
    one, many = short.UNITS[unit]
    name = one if found["gap"] == "-" or (_one(first) and not last) else many
    if british:
        name = re.sub(r"(met|lit)er", r"\1re", name)
    name = {"2": "square ", "²": "square ", "3": "cubic ", "³": "cubic "}.get(power or "", "") + name
    amount = _range(first, last, british) if last else _number(first, british)
    return f"{'minus ' if minus else ''}{amount} {name}"


def _degrees(found: re.Match[str], british: bool) -> str:
    minus, first, last, mark, scale = found["minus"], found["first"], found["last"], found["mark"], found["scale"]
    amount = _range(first, last, british) if last else _number(first, british)
    name = "degree" if _one(first) and not last else "degrees"
    of = {"C": " Celsius", "F": " Fahrenheit", "N": " north", "S": " south", "E": " east", "W": " west"}
    return f"{'minus ' if minus else ''}{amount} {name}{of.get(scale or '', '') if mark else ''}"


def _mixed(found: re.Match[str], british: bool) -> str:
    parts = {"½": "a half", "¼": "a quarter", "¾": "three quarters", "⅓": "a third", "⅔": "two thirds"}
    if found[2] in parts:
        return f"{say.spoken(found[1], british)} and {parts[found[2]]}"
    above, below = (int(n) for n in found[2].split("/"))
    words = say.fraction(above, below) if below else found[2]
    return f"{say.spoken(found[1], british)} and {words.replace('one ', 'a ', 1) if above == 1 else words}"


def _slashed(found: re.Match[str], british: bool) -> str | None:
    above, below = int(found[1]), int(found[2])
    if (above, below) in ((24, 7), (9, 11), (50, 50), (20, 20)):
        return f"{say.cardinal(above)} {say.cardinal(below)}"
    if 0 < above < below <= 100:
        return say.fraction(above, below)
    return f"{say.cardinal(above)} slash {say.cardinal(below)}"


def _years(found: re.Match[str], british: bool) -> str:
    first, last = found[1], found[2]
    return f"{say.year(int(first), british)} to " + (
        say.year(int(last), british)
        if len(last) == 4
        else say.cardinal(int(last))
        if last[0] != "0"
        else f"oh {say.cardinal(int(last))}"
    )


_GAP = r"(?P<gap>[\s-]?)"
_FIRST_LAST = rf"(?P<first>{_NUM})(?:(?:{_DASH})(?P<last>{_NUM}))?"
_MINUS = r"(?<![\w.,\d])(?P<minus>[-−]\s?)?"

NUMBER_RULES: tuple[Rule, ...] = (
    made(r"\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?([AaPp])\.?[Mm]\b\.?(?=\W|$))?(?![\d:])", _clock),
    made(r"\b(\d{1,2})\s?([AaPp])\.?[Mm]\b\.?(?=\W|$)", _halfday),
    made(r"\b(\d+):(\d+)\b", lambda m, b: f"{say.spoken(m[1], b)} to {say.spoken(m[2], b)}"),
    made(r"\b(\d{4})-(\d{2})-(\d{2})\b", _iso_date),
    made(r"\b(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})\b", _slash_date),
    made(
        rf"\b({_MONTHS})\b\.? (\d{{1,2}})(?:st|nd|rd|th)?(?:[-–](\d{{1,2}}))?\b(?![\d:%/])(?:,? (\d{{4}})\b)?",
        _month_day,
    ),
    made(
        rf"\b(the )?(\d{{1,2}}){_TH}(?:[-–](\d{{1,2}}){_TH})? (?:of )?({_MONTHS})\b\.?(?:,? (\d{{4}})\b)?",
        _day_month,
    ),
    made(
        rf"(?P<minus>[-−])?(?P<sign>(?:{_MONEY})\.?)\s?(?P<first>{_NUM})(?:[-–](?:{_MONEY})?(?P<last>{_NUM}))?"
        rf"(?:\s?(?P<scale>{_SCALE})\b)?(?P<thing>(?=[ -](?:bill|note|coin|ticket|fine|menu|deal|question)\b))?",
        _money,
    ),
    made(
        rf"(?P<minus>[-−])?(?<![\w.])(?P<first>{_NUM})(?:[-–](?P<last>{_NUM}))?(?:\s?(?P<scale>thousand|million|billion|trillion|bn|mio))?"
        rf"\s?(?P<sign>(?:{_MONEY}))(?!\w)(?P<thing>(?!))?",
        _money,
    ),
    made(rf"(?<![\w.])({_NUM})\s?¢", lambda m, b: f"{_number(m[1], b)} cent{'' if _one(m[1]) else 's'}"),
    made(
        rf"{_MINUS}{_FIRST_LAST}\s?%",
        lambda m, b: (
            ("minus " if m["minus"] else "")
            + (_range(m["first"], m["last"], b) if m["last"] else _number(m["first"], b))
            + " percent"
        ),
    ),
    made(rf"{_MINUS}{_FIRST_LAST}\s?(?P<mark>°)(?:\s?(?P<scale>[CFNSEW])\b)?", _degrees),
    made(r"\b(\d)'\s?(\d{1,2})(?:\"|''|″)", lambda m, b: f"{say.cardinal(int(m[1]))} foot {say.cardinal(int(m[2]))}"),
    made(r"\b(\d+)″", lambda m, b: f"{say.cardinal(int(m[1]))} inches"),
    made(r"(?<![\w./])(\d+)\s?([½¼¾⅓⅔])", _mixed),
    made(r"(?<![\w./])(\d+)[ -](\d{1,2}/\d{1,3})(?![\w/])", _mixed),
    made(r"(?<![\w./])(\d{1,3})/(\d{1,3})(?![\w/])", _slashed),
    made(r"(?:(?<!\w)['‘’]|\b)(\d{2}|\d{3}0)'?s\b", lambda m, b: say.decade(int(m[1])) if m[1][-1] == "0" else None),
    made(rf"{_MINUS}{_FIRST_LAST}{_GAP}(?P<unit>{_UNITS})(?P<power>[23²³])?(?![\w'’/]|\.\w)", _unit),
    made(r"\b(\d{1,4})(?:[x×]| x )(\d{1,4})\b", lambda m, b: f"{say.year(int(m[1]))} by {say.year(int(m[2]))}"),
    made(r"\b(1080|2160|1440)([pi])\b", lambda m, b: f"{say.year(int(m[1]))} {m[2].upper()}"),
    made(r"(?<=\d)\s?\*\s?(?=\d)", lambda m, b: " times "),
    made(r"(?<![\d,.])(\d+),(\d{1,2})(?![\d,])", lambda m, b: f"{say.cardinal(int(m[1]))} point {say.digits(m[2])}"),
    made(
        r"\b(Boeing|Airbus|Flight|Highway|Route|Room|Porsche|Peugeot|Interstate) A?([1-9])([1-9]\d)\b",
        lambda m, b: f"{m[1]} {say.cardinal(int(m[2]))} {say.cardinal(int(m[3]))}",
    ),
    made(r"(?<=\d)\s?[-−]\s?(?=\d+\s?=)", lambda m, b: " minus "),
    made(rf"(?<![\w.])({_NUM})[x×](?!\w)", lambda m, b: f"{_number(m[1], b)} times"),
    made(r"(?<![\w.,])((?:1[1-9]|20)\d\d)[-–]((?:1[1-9]|20)\d\d|\d\d)(?![\w-])(?!,\d)", _years),
    made(r"\b(\d+)(?:st|nd|rd|th)\b", lambda m, b: say.ordinal(int(m[1]), b)),
    made(
        rf"(?<![\w.])({any_of(short.BEFORE_NUMBER)})\.? ?(?=\d)",
        lambda m, b: short.BEFORE_NUMBER[m[1].lower()] + " " if m[1].lower() in short.BEFORE_NUMBER else None,
        re.IGNORECASE,
    ),
    made(
        rf"(?<![\w.,]){_FIRST_LAST}(?![\w]|[.,]\d)",
        lambda m, b: _range(m["first"], m["last"], b) if m["last"] and "to" not in m[0] else None,
    ),
    made(r"\b(\d)[²³](?!\w)", lambda m, b: f"{say.cardinal(int(m[1]))} {'squared' if m[0][-1] == '²' else 'cubed'}"),
    made(r"\b10\^(\d+)", lambda m, b: f"ten to the power of {say.cardinal(int(m[1]))}"),
    made(rf"(?<![\w.)])[-−](?=(?:{_NUM}))", lambda m, b: "minus "),
    made(r"\s−\s", lambda m, b: " minus "),
    made(r"\b((?:1\d|20)\d\d)\b(?![.,]\d)", lambda m, b: say.year(int(m[1]), b)),
    made(r"(?<=[A-Za-z])-(?=\d)|(?<=\d)-(?=[A-Z]\d?\b)", lambda m, b: " "),
    made(r"(?<=[A-Za-z₂])(?=\d)|(?<=\d)(?=[A-Za-z])", lambda m, b: " "),
    made(rf"(?<![\w])(?:{_NUM})", lambda m, b: say.spoken(m[0], b)),
    made(r"[₀-₉]", lambda m, b: f" {say.cardinal(ord(m[0]) - 0x2080)} "),
)
