"""emotions: shares of six emotions from words and sentences, denials obeyed, with the pack and without it."""

import tomllib
from pathlib import Path

import pytest

from pipelines.music import emotions
from pipelines.music.anchors import SENTENCES, WORDS
from studio.meaning import Meaning

TOLD = tomllib.loads((Path(__file__).parents[3] / "benchmarks" / "feeling_sentences.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def listener(pack) -> emotions.Listener:
    return emotions.Listener(Meaning(pack("minilm")))


def test_the_map_is_emsyncs():
    assert emotions.PLACES["joy"] == (0.76, 0.48)
    assert emotions.PLACES["sadness"] == (-0.63, -0.27)
    assert set(emotions.PLACES) == set(SENTENCES) == set(WORDS) | {"plain"}


def test_sentences_that_are_no_anchors_are_felt_rightly(listener):
    """0.77 was measured on the 142 sentences (eight choices, so chance is 0.125), 0.39 by single words."""
    right = [e.name == name for name, texts in TOLD.items() for e in listener.read(texts)]
    assert len(right) >= 140
    assert sum(right) / len(right) > 0.72
    bare = [e.name == name for name, texts in TOLD.items() for e in emotions.Listener(None).read(texts)]
    assert sum(bare) / len(bare) > 0.33
    anchors = {sentence for group in SENTENCES.values() for sentence in group}
    assert not anchors & {text for texts in TOLD.values() for text in texts}


def test_valence_and_arousal_are_the_shares_weighed(listener):
    (felt,) = listener.read(["The company has three offices and a canteen."])
    assert sum(felt.shares) == pytest.approx(1, abs=0.001)
    weighed = sum(p * emotions.PLACES[name][0] for p, name in zip(felt.shares, emotions.NAMES, strict=True))
    assert felt.valence == pytest.approx(weighed, abs=0.002)
    assert felt.strength < 0.4
    (empty,) = listener.read(["  "])
    assert (empty.valence, empty.arousal, empty.strength) == (0, 0, 0)


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("gladder", "sadder"),
    [
        ("She was not sad any more.", "She was very sad."),
        ("He was happy.", "He was unhappy."),
        ("There was no fear in her eyes.", "There was fear in her eyes."),
        ("They were never lonely.", "They were lonely."),
        ("The joyful town.", "The joyless town."),
        ("Without hatred he spoke.", "With hatred he spoke."),
        ("He laughed.", "He did not laugh."),
        ("She hoped again.", "She lost all hope."),
    ],
)
def test_denials(listener, bare, gladder, sadder):
    ear = emotions.Listener(None) if bare else listener
    glad, sad = ear.read([gladder, sadder])
    assert glad.valence > sad.valence


def test_a_text_is_felt_alike_beside_any_others_and_other_languages_by_words(listener):
    text = "The old clown wept alone."
    alone = listener.read([text])[0]
    assert (
        listener.read(["Hello there!", text, text, "A long sentence about nothing in particular, really."])[1] == alone
    )
    (german,) = listener.read(["Die Sitzung des Ausschusses beginnt am Montag um zehn Uhr."])
    assert german.strength < 0.5
    assert not emotions.english("Die Sitzung des Ausschusses beginnt am Montag um zehn Uhr.")
    assert not emotions.english("静かな夜")
    glad, sad = listener.read(["Die Kinder sind fröhlich und glücklich.", "Der alte Mann ist traurig und einsam."])
    assert glad.valence > 0.1 > -0.1 > sad.valence


def test_hostile_texts(listener):
    for text in ("😀" * 500, "\x00", "a" * 20_000, "not " * 3000, "?!?!", "​"):
        assert -1 <= listener.read([text])[0].valence <= 1
