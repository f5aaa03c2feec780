"""How addresses of the web, e-mail, telephone numbers, versions and file names are said."""

import re

from pipelines.speech import abbreviations as short
from pipelines.speech import numbers as say
from pipelines.speech.rule import Rule

_SIGNS = {
    ".": "dot", "/": "slash", "-": "dash", "_": "underscore", "@": "at", ":": "colon", "?": "question mark",
    "=": "equals", "&": "and", "#": "hash", "+": "plus", "%": "percent", "~": "tilde",
}  # fmt: skip
_ENDINGS = "|".join(sorted(short.ENDINGS, key=len, reverse=True))
_FILES = "|".join(sorted(short.FILES, key=len, reverse=True))
_WORDED = {"com", "org", "net", "gov", "info", "app", "dev", "museum", "shop", "blog", "cloud", "design", "studio",
           "film", "online", "site", "tech", "zip"}  # fmt: skip


def _address(written: str) -> str:
    words: list[str] = []
    for piece in re.findall(r"[A-Za-z]+|\d+|\S", re.sub(r"^(?:https?://)?(?:www\.)?", "", written).rstrip("/")):
        if piece.isdecimal():
            words.append(say.digits(piece) if len(piece) > 4 or piece[0] == "0" else say.year(int(piece)))
        elif piece.isalpha():
            spelt = (
                len(piece) < 3
                or (piece.lower() in short.FILES | {"edu", "www", "html"})
                or not re.search("[aeiouyAEIOUY]", piece)
            )
            words.append(" ".join(piece.upper()) if spelt and piece.lower() not in _WORDED | _SMALL else piece)
        else:
            words.append(_SIGNS.get(piece, ""))
    return " ".join(filter(None, words))


_SMALL = {"a", "i", "at", "be", "by", "go", "he", "in", "is", "it", "me", "my", "no", "of", "on", "or", "so", "to",
          "up", "us", "we"}  # fmt: skip


def _phone(found: re.Match[str], british: bool) -> str:
    groups = re.findall(r"\d+", found[0])
    lead = "plus " if found[0].startswith("+") else ""
    return lead + ", ".join(say.digits(group) for group in groups)


def _version(found: re.Match[str], british: bool) -> str:
    lead = "version " if found[1] else ""
    return lead + " point ".join(say.cardinal(int(part)) for part in found[2].split("."))


def _ip(found: re.Match[str], british: bool) -> str:
    return " dot ".join(say.digits(part) for part in found[0].split("."))


WEB_RULES: tuple[Rule, ...] = (
    (re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b"), lambda m, b: _address(m[0])),
    (re.compile(r"\b(?:https?://|www\.)[^\s,;!?)]*[^\s,;!?).]"), lambda m, b: _address(m[0])),
    (
        re.compile(
            rf"(?<![\w@.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:{_ENDINGS})(?![\w'’-])(?:/[\w./%-]*\w|/)?", re.IGNORECASE
        ),
        lambda m, b: _address(m[0]) if m[0][0].isalnum() and not re.match(r"\d+\.\d+$|[A-Z]\.", m[0]) else None,
    ),
    (re.compile(rf"\b[\w-]+\.(?:{_FILES})\b"), lambda m, b: _address(m[0])),
    (re.compile(r"(?<!\w)@(\w+)"), lambda m, b: f"at {m[1]}"),
    (re.compile(r"(?<!\w)#([A-Za-z]\w*)"), lambda m, b: f"hashtag {re.sub('(?<=[a-z])(?=[A-Z])', ' ', m[1])}"),
    (re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]\d)"), _ip),
    (re.compile(r"\b([vV](?:ersion )?\.?)?(\d+(?:\.\d+){2,})(?!\w)"), _version),
    (re.compile(r"\b([vV])(\d+(?:\.\d+)?)(?![\w.]\w)"), _version),
    (re.compile(r"(?<![\w.$€£-])\+\d{1,3}[ -]\(?\d{1,4}\)?(?:[ -]\d{2,4}){1,4}(?![\w%])"), _phone),
    (re.compile(r"(?<![\w.$€£-])\(\d{3,5}\) ?\d{3,4}[ -]\d{3,6}(?![\w%])"), _phone),
    (re.compile(r"(?<![\w.$€£-])(?:1-)?\d{3}[-.]\d{3}[-.]\d{4}(?![\w%-])"), _phone),
    (re.compile(r"(?<![\w.$€£-])\d{3}-\d{4}(?![\w%-])"), _phone),
    (re.compile(r"(?<![\w.$€£-])0\d{2,4}(?: \d{3,4}){1,3}(?![\w%])"), _phone),
    (
        re.compile(r"(?<=[Cc]all )(?:911|999|112|101|111)\b|(?<=[Dd]ial )(?:911|999|112|101|111)\b"),
        lambda m, b: say.digits(m[0]),
    ),
)
