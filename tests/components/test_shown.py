"""What a card says of a thing it shows."""

from components.shown import of_music


def test_a_score_tells_its_style_key_tempo_and_cuts() -> None:
    told = {"style": "tango", "key": "D minor", "tempo": 117.6, "cuts": 8, "met": [1.0] * 7}
    assert of_music(told) == "tango, D minor, 118 beats a minute, 7 of 8 cuts met"


def test_a_score_of_others_tells_nothing() -> None:
    assert of_music({}) == ""
    assert of_music({"cuts": 0, "met": [], "style": "piano"}) == "piano"
