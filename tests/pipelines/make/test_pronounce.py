"""pronounce: respellings and IPA that voices say; a sentence for every entry that cannot be said."""

from pathlib import Path

import pytest

from pipelines.make.pronounce import pronounce
from pipelines.make.speak import speak
from pipelines.speech import names, reading
from studio import facts
from studio.errors import PersonError
from studio.work import Work


@pytest.mark.parametrize(
    ("how", "sounds"),
    [
        ("TOH-mahss", "tˈOmɑs"),
        ("jif", "ʤˈɪf"),
        ("SEE-kwel", "sˈikwɛl"),
        ("neesh", "nˈiʃ"),
        ("kee-OH-tay", "kiˈOtA"),
        ("HER-my-oh-nee", "hˈɜɹmIOni"),
        ("jake", "ʤˈAk"),
        ("nyoo", "njˈu"),
        ("/ʃɪˈvɔːn/", "ʃɪvˈɔn"),
        ("/ˈtoʊməs/", "tˈOməs"),
        ("/t͡ʃɑː/", "ʧˈɑ"),
        ("van GOKH", "vˈæn ɡˈɑk"),
        ("sequel", "sˈikwəl"),
    ],
)
def test_respellings_and_ipa_become_sounds(how, sounds):
    assert names.phonemes(how) == sounds


def test_a_name_is_said_so_and_shown_as_written(tmp_path: Path, pack):
    listed = pronounce(words=["Tomas: TOH-mahss", "SQL: sequel\nNew Yoik: noo YOIK"], work=Work.alone(tmp_path))
    known = names.read(listed.read_text(encoding="utf-8").splitlines())
    line = next(iter(reading.spoken("tomas's SQL in New Yoik; Tomasina.", reading.english(known))))
    assert line.words == ("tomas's", "SQL", "in", "New", "Yoik;", "Tomasina.")
    said = [line.phonemes[a:b] for a, b in line.spans]
    assert said[0].startswith("tˈOmɑs")
    assert said[1].startswith("sˈik")
    assert "jˈYk" in said[4]
    assert not said[5].startswith("tˈOmɑs")
    (tmp_path / "line.txt").write_text("Tomas waves.", encoding="utf-8")
    spoken = speak(text=tmp_path / "line.txt", pronunciation=listed, work=Work.alone(tmp_path / "desk", pack))
    assert facts.read(spoken)["text"] == "Tomas waves."


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("Tomas", "no word, a colon"),
        ("Tomas:", "no word, a colon"),
        (": TOH", "no word, a colon"),
        ("Tomas: /ŧ3/", "no sound"),
        ("Tomas: T0h", "no letter"),
        ("Tomas: zzz", "no vowel"),
        ("!!: boo", "not a word"),
    ],
)
def test_what_cannot_be_said_is_a_sentence(tmp_path: Path, entry, says):
    with pytest.raises(PersonError, match=says):
        pronounce(words=["GIF: jif", entry], work=Work.alone(tmp_path))


def test_an_empty_list_is_a_sentence(tmp_path: Path):
    with pytest.raises(PersonError, match="no word to pronounce"):
        pronounce(words=[], work=Work.alone(tmp_path))
