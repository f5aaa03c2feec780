"""How names are said: one list for all lines, each word in it once."""

import pytest

from app import find_tools
from studio.agent.planner import propose, revise
from studio.errors import PersonError
from studio.plan import Plan, Ref, parse, write

TOOLS = find_tools()


@pytest.fixture(scope="module")
def film() -> str:
    return propose("Tomas befriends a whale. 16 seconds.", {}, TOOLS, writer="floor").text


def changed(text: str, wish: str) -> Plan:
    return parse(revise(text, wish, {}, TOOLS, writer="floor").text, TOOLS)


@pytest.mark.parametrize(
    "wish",
    [
        "say Tomas as TOH-mahss",
        "pronounce Tomas like TOH-mahss",
        "Tomas is pronounced TOH-mahss",
        "pronounce Tomas TOH-mahss",
    ],
)
def test_a_name_is_said_so_in_every_line(film: str, wish: str) -> None:
    plan = changed(film, wish)
    assert plan.step("names").get("words") == ("Tomas: TOH-mahss",)
    lines = [step for step in plan.steps if step.tool == "speak"]
    assert lines
    assert all(line.get("pronunciation") == Ref("names") for line in lines)


def test_another_name_joins_the_list_and_the_same_one_takes_its_place(film: str) -> None:
    once = write(changed(film, "say Tomas as TOH-mahss"))
    twice = write(changed(once, "say GIF as jif"))
    thrice = changed(twice, "say tomas as toh-MAHSS")
    assert thrice.step("names").get("words") == ("GIF: jif", "tomas: toh-MAHSS")


def test_where_nobody_speaks_there_is_nothing_to_pronounce(film: str) -> None:
    silent = write(changed(film, "no narration"))
    with pytest.raises(PersonError, match="No voice"):
        revise(silent, "say Tomas as TOH-mahss", {}, TOOLS, writer="floor")
