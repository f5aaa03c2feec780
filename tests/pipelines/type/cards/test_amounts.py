"""Numbers as people write them, and data typed on a card's form."""

import pytest

from pipelines.type.cards.amounts import entries, read_amount, unread


@pytest.mark.parametrize(
    ("text", "value", "half"),
    [
        ("1,250,000", 1250000, "625,000"),
        ("1.250.000,50", 1250000.5, "625.000,25"),
        ("73 %", 73, "36 %"),
        ("€4.5 bn", 4.5, "€2.2 bn"),
        ("12 500 km", 12500, "6 250 km"),
        ("−3,5 °C", -3.5, "−1,8 °C"),
        ("0.25", 0.25, "0.12"),
        ("٤٥", 45, "٢٢"),
        ("about 40 people", 40, "about 20 people"),
    ],
)
def test_a_number_keeps_its_notation(text: str, value: float, half: str) -> None:
    amount = read_amount(text)
    assert amount
    assert amount.value == value
    assert amount.written() == text
    assert amount.write(value / 2) == half


@pytest.mark.parametrize("text", ["", "many", "—", "9" * 30])
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Solar 40, Wind 35, Coal 25", [("Solar", 40), ("Wind", 35), ("Coal", 25)]),
        ("Solar: 1,250; Wind: 980", [("Solar", 1250), ("Wind", 980)]),
        ("2019: 3,5\n2020: 4,1", [("2019", 3.5), ("2020", 4.1)]),
        ("2019 350, 2020 410", [("2019", 350), ("2020", 410)]),
        ("Rent = 45%, Food = 25%", [("Rent", 45), ("Food", 25)]),
        ("- Nuclear power 18 TWh\n- Coal -2 TWh", [("Nuclear power", 18), ("Coal", -2)]),
        ("40% Solar, 35% Wind", [("Solar", 40), ("Wind", 35)]),
        ("شمس 40، رياح 35", [("شمس", 40), ("رياح", 35)]),
        ("太阳能 40、风能 35", [("太阳能", 40), ("风能", 35)]),
        ("A 40%, B 250%, C -3%", [("A", 40), ("B", 250), ("C", -3)]),
        ("a 3 km, b 4 km", [("a", 3), ("b", 4)]),
        ("Q1 7, Q2 9", [("Q1", 7), ("Q2", 9)]),
        ("year;TWh\n2019;3,5\n2020;4,1\n2021;", [("2019", 3.5), ("2020", 4.1)]),
    ],
)
def test_data_is_read_as_people_type_it(text: str, found: list[tuple[str, float]]) -> None:
    assert [(e.label, e.amount.value) for e in entries(text)] == found


def test_what_holds_no_number_is_told() -> None:
    assert unread("Solar 40, some words, Wind 35") == ["some words"]
    assert entries("only words, no data") == []
