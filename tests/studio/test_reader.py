"""Tests of studio/reader.py, scan.py and diagnose.py: what a text says, and what is wrong with it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.plan import Plan, Ref, Step, Value, read, write
from tests.studio.plan_tools import SAMPLE

QUIET = settings(deadline=None, derandomize=True, max_examples=300)


def one(text: str) -> Value:
    """The value of the one argument of the one step of `a = b(c=…)`."""
    plan, problems = read(f"a = b(c={text})")
    assert problems == ()
    return plan.steps[0].get("c")


def words(text: str) -> list[str]:
    return [problem.words for problem in read(text)[1]]


def places(text: str) -> list[tuple[int, int]]:
    return [(problem.line, problem.column) for problem in read(text)[1]]


# --- values ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("'It is'", "It is"),
        ('"one" "two"\n   \'three\'', "onetwothree"),
        ('("one"\n "two")', "onetwo"),
        ('"""two\nlines"""', "two\nlines"),
        (r'r"C:\dir"', r"C:\dir"),
        (r'"\u00e9\x41\U0001F600\n\\"', "éA😀\n\\"),
        ('"# no comment; no ) end"', "# no comment; no ) end"),
        ("-1.5", -1.5),
        ("+3", 3),
        ("- 2", -2),
        ("1_000", 1000),
        ("0x10", 16),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("True", True),
        ("None", None),
        ("[a1, None, -2, 'x',]", (Ref("a1"), None, -2, "x")),
        ("(a1, b1)", (Ref("a1"), Ref("b1"))),
        ("[[0, 1], [2, 3]]", ((0, 1), (2, 3))),
        ("[]", ()),
        ("ﬁlm", Ref("film")),
        ("лодка", Ref("лодка")),
    ],
)
def test_a_value(text: str, value: Value) -> None:
    assert one(text) == value
    assert type(one(text)) is type(value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("f'{a}'", "f-texts"),
        ("b'a'", "a b before its quote"),
        ("'a' + 'b'", "does not calculate"),
        ("10**100000", "does not calculate"),
        ("1e999", "too large"),
        ("-1e999", "too large"),
        ("9007199254740992", "too large"),
        ("1" * 5000, "too long"),
        ("1j", "ends in j"),
        ("...", "three dots"),
        ("--1", "sign stands before"),
        ("-True", "sign stands before"),
        ("-x", "sign stands before"),
        ("not True", "not a value"),
        ("b(c=1)", "inside another call"),
        ("x.y", "no parts after a dot"),
        ("x[0]", "no parts in"),
        ("{'a': 1}", "in { }"),
        ("{1, 2}", "in { }"),
        ("[*x]", "A * means nothing"),
        ("[x for x in y]", "no loops"),
        ("lambda: 1", "functions of its own"),
        ("(x := 1)", "inside a call"),
        ("1 if x else 2", "does not decide"),
        ("x == y", "not a value"),
        (r'"\d"', "means nothing in a text"),
        (r'"\400"', "means nothing in a text"),
        (r'"\x00"', "half a character or a zero byte"),
        (r'"\ud800"', "half a character or a zero byte"),
        ("“x”", "not straight"),
        ("4s", "'4s' is not a number"),
        ("1.2.3", "is not a number"),
        ("", "A value is missing"),
        ("Good morning", "follows without a comma"),
        ("1 d=2", "A comma is missing before d"),
        ("1,, d=2", "a comma too many"),
        ("x!", "A plan has no !"),
        ("u\x01", "cannot be seen"),
    ],
)
def test_what_is_no_value_is_a_sentence_with_a_way_out(text: str, said: str) -> None:
    _, problems = read(f"a = b(c={text})\nd = e()")
    assert [said in problem.words for problem in problems] == [True]
    assert problems[0].line == 1
    assert problems[0].way_out
    assert "d" in read(f"a = b(c={text})\nd = e()")[0].names()


# --- statements ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "import os",
        "from os import *",
        "for x in y: a = b()",
        "while True: pass",
        "if x:\n    pass",
        "def a(): pass",
        "class A: pass",
        "@b\ndef a(): pass",
        "a: b = c()",
        "a += b()",
        "a = d = b()",
        "a, d = b()",
        "a.d = b()",
        "a = b",
        "a = 5",
        "a = 'x'",
        "a = b()()",
        "a = b.c()",
        "b(c=1)",
        "b",
        "'text'",
        "a = b(*c)",
        "a = b(**c)",
        "a = b('c')",
        "a = b(c for c in d)",
        "a = await b()",
        "a = (yield)",
        "a = b() if c else d()",
        "2a = b()",
        "a-1 = b()",
        "my shot = b()",
        "for = b()",
        "None = b()",
        "a = for()",
        "x" * 61 + " = b()",
        "a = b(c=1, c=2)",
        "a = b(import=2)",
        "a b",
        "= b()",
        ")",
        "a = b(]",
        "a = b[c=1]",
        "a = b{}",
        "`a` = b()",
        "a = b(c=$x)",
        "a = b() c = d()",
        "a = b(); c = d()",
        "del a",
        "global a",
        "print 'x'",
        "exec('import os')",
        "a = \\",
        "²=b()",
        "a＝b（）",
        "٣ = b()",
    ],
)
def test_what_is_no_step_is_a_sentence_and_hides_no_other(text: str) -> None:
    plan, problems = read(f"first = paint(scene='x')\n{text}\n\nlast = paint(scene=f'x')")
    assert {"first", "last"} <= set(plan.names())
    own = [p for p in problems if p.line != 3 + text.count("\n") + 1]
    assert own
    assert all(2 <= p.line <= 2 + text.count("\n") and p.words and p.column >= 1 for p in own)
    assert len(problems) > len(own)


@pytest.mark.parametrize(
    "text",
    ['a = b(c="x\n', "a = b(c='''x\n", 'a = b(c=r"""x\n', "a = b(c=[1, 2\n", "a = b(c=1,\n    d=2,\n", "a = b(\n"],
)
def test_what_is_never_closed_costs_one_problem_and_only_its_own_line(text: str) -> None:
    plan, problems = read(text + 'c = d(e=1)\nf = g(h="x")\n')
    assert len(problems) == 1
    assert "never closed" in problems[0].words or "no end" in problems[0].words
    assert plan.step("c").get("e") == 1
    assert plan.step("f").get("h") == "x"
    assert plan.step("f").line == text.count("\n") + 2


def test_what_can_be_read_of_a_broken_step_is_kept() -> None:
    plan, problems = read("a = b(c=1, d=f'x', e=2, e=3, **z, k=4\n")
    assert plan.steps == (Step("a", "b", (("c", 1), ("e", 2), ("k", 4))),)
    assert [p.argument for p in problems] == ["", "d", "e", ""]
    assert {p.step for p in problems} == {"a"}


def test_a_problem_points_at_its_place() -> None:
    assert places("a = b(c=1,\n      d=f'x')") == [(2, 9)]
    assert places("  a = b(é='é😀', d=f'x')") == [(1, 19)]
    assert places('a = b(c="""\n\n""", d=f"x")') == [(3, 8)]
    assert places("a = b(c=1, \\\n  d=f'x')") == [(2, 5)]
    assert places("\r\n\ra = b(c={})") == [(3, 9)]
    assert places("\ufeffa = b(c={})") == [(1, 9)]
    assert places("a = b() ; c = d(e={})") == [(1, 9), (1, 19)]
    assert read("a = b(c=1,\n  d=2)")[0].step("a").place("d") == (2, 3)
    assert read("\n\na = b()")[0].step("a").place("zzz") == (3, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_reads_the_same(end: str) -> None:
    assert read(SAMPLE.replace("\n", end)) == (read(SAMPLE)[0], ())


@pytest.mark.parametrize("space", ["\t", "\x0c", "\u00a0", "\u2028", "\u3000", "\x85", "\\\n", "\x1c"])
def test_any_space_counts_as_space(space: str) -> None:
    plan, problems = read(f"{space}a{space}={space}b({space}c{space}={space}1{space}){space}")
    assert problems == ()
    assert plan.steps == (Step("a", "b", (("c", 1),)),)


# --- comments --------------------------------------------------------------------------------------------------


def test_comments_go_to_the_title_the_steps_and_the_tail() -> None:
    plan, problems = read(
        "#The title\n#  goes on\n\n# above\n\n# a\na = b(  # in\n    c=1,  # beside c\n)  # after\n"
        "c = d()# close\n#e\n\n\n# f\ne = f()\n# tail\n\n#more\n"
    )
    assert problems == ()
    assert plan.title == "The title\n goes on"
    assert plan.step("a").note == "above\n\na\nin\nbeside c\nafter"
    assert plan.step("c").note == "close"
    assert plan.step("e").note == "e\n\nf"
    assert plan.tail == "tail\n\nmore"


def test_a_comment_right_above_the_first_step_is_its_note() -> None:
    plan, _ = read("# the keeper\na = b()")
    assert (plan.title, plan.step("a").note) == ("", "the keeper")


def test_comments_alone_are_a_title() -> None:
    assert read("# a\n\n# b\n")[0] == Plan(title="a\n\nb")


def test_an_empty_text_is_an_empty_plan() -> None:
    for text in ("", "\n\n", "\ufeff", " \t\n", "#", "\r"):
        assert read(text) == (Plan(), ())


@QUIET
@given(st.lists(st.sampled_from(["# a", "#", "", "a = b()", "c = d(  # x", "  e=1)", "# z  "]), max_size=12))
def test_no_word_of_a_comment_is_lost_and_printing_settles(lines: list[str]) -> None:
    plan, problems = read("\n".join(lines))
    said = "\n".join([plan.title, *(s.note for s in plan.steps), plan.tail])
    if not problems:
        for word in "axz":
            comments = sum(line.startswith(f"# {word}") or f"# {word}" in line for line in lines)
            assert said.split().count(word) == comments
        printed = write(plan)
        assert read(printed) == (plan, ())
        assert write(read(printed)[0]) == printed
