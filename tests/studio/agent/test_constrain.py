"""The grammar of a free line: everything it can spell parses in a plan, and nothing forbidden can be spelled."""

import random
import re

import pytest

from studio.agent.constrain import line_rules, scene_rules
from studio.plan import read

BANNED = ("gull", "gulls", "people", "men", "he", "night")


class Speller:
    """Writes random sentences of a GBNF grammar, enough of the dialect for ours; or says whether it has a text."""

    def __init__(self, rules: str) -> None:
        self.rules = {name: self._parsed(body) for name, body in (r.split(" ::= ", 1) for r in rules.splitlines())}

    def _parsed(self, body: str) -> str:
        """A rule as a regular expression with <name> for other rules."""
        out, at = "", 0
        token = re.compile(r'"((?:\\.|[^"\\])*)"|(\[[^\]]+\])|([a-z][a-z-]*)|([()|?])|(\{\d+,\d+\})|\s+')
        while at < len(body):
            m = token.match(body, at)
            assert m, body[at:]
            if m[1] is not None:
                out += re.escape(re.sub(r"\\(.)", r"\1", m[1]))
            elif m[3]:
                out += f"(?:<{m[3]}>)"
            elif m[2] or m[4] or m[5]:
                out += (m[2] or m[4] or m[5]).replace("(", "(?:")
            at = m.end()
        return out

    def pattern(self, name: str = "root") -> str:
        return re.sub(r"<([a-z-]+)>", lambda m: f"(?:{self.pattern(m[1])})", self.rules[name])

    def has(self, text: str) -> bool:
        return re.fullmatch(self.pattern(), text) is not None


@pytest.fixture(scope="module")
def line() -> Speller:
    return Speller(line_rules(12, banned=(*BANNED, "hopeful"), known=("Ana Ruiz", "£3", 'O\'Neil "x"')))


@pytest.mark.parametrize(
    "text",
    [
        " The keeper trims the wick at dusk.",
        " Ana Ruiz pays £3, and the helper hears Ana Ruiz's song!",
        " A sea-blue door opens on its own.",
    ],
)
def test_good_lines_can_be_written(line: Speller, text: str) -> None:
    assert line.has(text)
    plan, problems = read(f'line1 = speak(text="{text.strip()}")\n')
    assert not problems
    assert plan.step("line1").get("text") == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        " Gulls circle the old tower.",
        " The gull's cry is far away.",
        " All day the gullsound goes on.",
        " Then he opens the door.",
        " The sea-gull sits on it.",
        " A hopeful lamp burns on.",
        " The lamp burns at night.",
        ' The "lamp" burns.',
        " The lamp burns\nand burns on.",
        " The lamp [burns] on here.",
        " Das Öl brennt auf See.",
        " The lamp 7 burns here.",
        " The lamp burns",
        "Lamp.",
        ' O\'Neil "x" sits down here.',
    ],
)
def test_what_must_not_be_there_cannot_be_spelled(line: Speller, text: str) -> None:
    assert not line.has(text)


def test_a_scene_is_a_noun_phrase_to_its_bracket() -> None:
    scene = Speller(scene_rules(BANNED))
    assert scene.has("an old man among many clocks]")
    assert not scene.has("an old man with people]")
    assert not scene.has("an old man")
    assert not scene.has('a "lamp" on it]')


def test_any_set_of_words_is_kept_out_and_no_other() -> None:
    chance = random.Random(3)
    for _ in range(30):
        banned = {"".join(chance.choices("abc", k=chance.randint(1, 5))) for _ in range(chance.randint(0, 8))}
        said = Speller(line_rules(6, banned=banned))
        for _ in range(60):
            word = "".join(chance.choices("abcd", k=chance.randint(1, 6)))
            out = word in banned or any(len(b) >= 4 and word.startswith(b) for b in banned)
            assert said.has(f" Zz zz {word}.") != out, (word, banned)
