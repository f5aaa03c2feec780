"""Words as a typesetter writes them."""

import pytest

from pipelines.type.polish import capitals, polished


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ('"Go," she said', "“Go,” she said"),
        ("it's the '90s", "it’s the ’90s"),
        ("1990-2000", "1990–2000"),
        ("2024-05-17", "2024-05-17"),
        ("sea - and sky", "sea – and sky"),
        ("wait...", "wait…"),
        ("73 %", "73\u00a0%"),
        ("well-known", "well-known"),
    ],
)
def test_signs_are_those_of_print(typed: str, set_: str) -> None:
    assert polished(typed) == set_


def test_capitals_follow_the_script() -> None:
    assert capitals("Φάρος του Βορρά, café") == "ΦΑΡΟΣ ΤΟΥ ΒΟΡΡΑ, CAFÉ"
    assert capitals("灯塔 straße") == "灯塔 STRASSE"
