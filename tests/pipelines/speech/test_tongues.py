"""Spanish and Italian: how words are said, numbers, signs, and the dictionary of names."""

import pytest

from pipelines.speech import italian, names, spanish, tongues
from pipelines.speech.reading import spoken


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("mañana", "maɲˈana"), ("tomás", "tomˈas"), ("lámpara", "lˈampaɾa"), ("guerra", "ɡˈera"), ("quién", "kjˈen"),
        ("ciudad", "θiuðˈad"), ("bueno", "bwˈeno"), ("río", "rˈio"), ("agua", "ˈaɣwa"), ("perro", "pˈero"),
        ("pingüino", "pinɡwˈino"), ("gente", "xˈente"), ("yo", "ʝˈo"), ("y", "i"), ("noche", "nˈoʧe"), ("las", "las"),
    ],
)  # fmt: skip
def test_spanish_words(word, said):
    assert spanish.sounds(word) == said


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("città", "ʧitːˈa"), ("chiesa", "kjˈeza"), ("giorno", "ʤˈorno"), ("famiglia", "famˈiʎa"), ("gnocchi", "ɲˈokːi"),
        ("pesce", "pˈeʃe"), ("acqua", "ˈakːwa"), ("uomo", "wˈomo"), ("lampada", "lˈampada"), ("il", "il"),
        ("perché", "perkˈe"), ("ciao", "ʧˈao"),
    ],
)  # fmt: skip
def test_italian_words(word, said):
    assert italian.sounds(word) == said


@pytest.mark.parametrize(
    ("tongue", "value", "said"),
    [
        (spanish, 1984, "mil novecientos ochenta y cuatro"), (spanish, 21, "veintiuno"), (spanish, 100, "cien"),
        (spanish, 31_000, "treinta y un mil"), (spanish, 2_000_000, "dos millones"), (spanish, 0, "cero"),
        (italian, 1984, "millenovecentottantaquattro"), (italian, 28, "ventotto"), (italian, 108, "centotto"),
        (italian, 2026, "duemilaventisei"), (italian, 1_000_000, "un milione"), (italian, 0, "zero"),
    ],
)  # fmt: skip
def test_numbers(tongue, value, said):
    assert tongue.number(value) == said


def test_a_sentence_keeps_its_words_and_marks():
    (line,) = spoken("¿Tienes 3,5 km y 1.000 €, Ana?", tongues.reader("es"))
    assert line.words == ("¿Tienes", "3,5", "km", "y", "1.000", "€,", "Ana?")
    said = [line.phonemes[a:b] for a, b in line.spans]
    assert said[1] == "tɾˈes kˈoma θˈinko"
    assert said[2] == "kilˈometɾos"
    assert said[4] == "mˈil"
    assert said[6].endswith("?")


def test_names_come_first():
    known = names.read(["Siobhan: /ʃɪˈvɔːn/"])
    (line,) = spoken("Hola, Siobhan.", tongues.reader("es", known))
    assert "ʃɪvˈɔn" in line.phonemes


@pytest.mark.parametrize("text", ["123456789012345", "½ €€ %%%", "a" * 500, "€", "l'ora dell'acqua", "x-y_z"])
@pytest.mark.parametrize("language", ["es", "it"])
def test_odd_writing_is_said_somehow(language, text):
    for line in spoken(text, tongues.reader(language)):
        assert len(line.words) == len(line.spans)
