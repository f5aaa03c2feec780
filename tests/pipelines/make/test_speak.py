"""speak: sound, word times, pauses, numbers, other scripts, hostile text."""

import hashlib
import threading
import time
import typing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
import soundfile

from pipelines.make.speak import VoiceName, settle, speak
from pipelines.patience import each, patiently
from pipelines.speech import reading
from pipelines.speech.voices import SPEAKERS
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.work import Work

LINE = "Every morning, Tomas climbs the stairs and lights the lamp."


def said(folder: Path, words: str, find_pack=None, **options) -> Path:
    work = Work.alone(folder, find_pack) if find_pack else Work.alone(folder)
    (folder / "words.txt").write_text(words, encoding="utf-8")
    return speak(text=folder / "words.txt", work=work, **options)


@pytest.mark.parametrize("voice", [name for name, about in SPEAKERS.items() if about.language == "en"])
def test_a_line_sounds_and_its_words_are_timed(tmp_path, pack, voice):
    path = said(tmp_path, LINE, pack, voice=voice)
    sound, rate = soundfile.read(path)
    assert rate == 48000
    assert sound.ndim == 1
    assert 2.5 < len(sound) / rate < 4.5
    assert pyloudnorm.Meter(rate).integrated_loudness(sound) == pytest.approx(-20, abs=1)
    assert np.abs(sound).max() < 0.9
    assert abs(sound[0]) < 0.01
    assert abs(sound[-1]) < 0.01
    about = facts.read(path)
    assert about["text"] == LINE
    assert about["voice"] == voice
    assert [word for word, _, _ in about["words"]] == LINE.split()
    times = [t for _, start, end in about["words"] for t in (start, end)]
    assert times == sorted(times)
    assert times[0] >= 0
    assert times[-1] <= len(sound) / rate
    for _, start, end in about["words"]:
        assert np.abs(sound[int(start * rate) : int(end * rate)]).max() > 0.02


@pytest.mark.parametrize("voice", ["heart", "joe", "george"])
def test_same_text_same_bytes(tmp_path, pack, voice):
    made = [said(tmp_path / str(i), "Hello again.", pack, voice=voice).read_bytes() for i in range(2)]
    assert hashlib.sha256(made[0]).digest() == hashlib.sha256(made[1]).digest()


def test_slow_is_longer(tmp_path, pack):
    lengths = [soundfile.info(said(tmp_path / str(s), LINE, pack, speed=s)).duration for s in (0.5, 1.0, 2.0)]
    assert lengths[0] > 1.6 * lengths[1] > 1.6 * 1.6 * lengths[2]


def test_written_words_keep_their_spelling(tmp_path, pack):
    text = "On 3 May 1984 Dr. Smith paid $3.50 🐳 for 5 km at 10:30am!"
    words = [word for word, _, _ in facts.read(said(tmp_path, text, pack))["words"]]
    assert " ".join(words) == text
    assert "Dr." in words
    assert "$3.50 🐳" in words


@pytest.mark.parametrize("text", ["مرحبا بالعالم", "灯台守はクジラと友達になる。", "Привет, мир"])
def test_other_scripts_are_refused_with_a_way_out_and_timed_in_silence(tmp_path, pack, text):
    with pytest.raises(PersonError, match='voice="silent"'):
        said(tmp_path / "a", text, pack)
    path = said(tmp_path / "b", text, voice="silent")
    sound, rate = soundfile.read(path)
    assert not sound.any()
    assert len(sound) / rate >= 1.2
    words = facts.read(path)["words"]
    assert "".join(w for w, _, _ in words) == "".join(text.split())
    assert words[0][1] == 0
    assert words[-1][2] == pytest.approx(len(sound) / rate, abs=0.02)


@pytest.mark.parametrize("text", ["", "  \n\t ", "😀😀", "...", "—"])
def test_nothing_to_say_is_a_sentence(tmp_path, pack, text):
    with pytest.raises(PersonError):
        said(tmp_path, text, pack)


HOSTILE = [
    "a" * 3000,
    "no stop here " * 200,
    "!!!???" * 50 + " well",
    "\x00\x07 bell",
    "1" * 400,
    "<b>&amp;</b> {x} $y",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_somehow(tmp_path, pack, text):
    assert soundfile.info(said(tmp_path, text, pack, speed=2.0)).duration > 0.2


def test_lines_never_outgrow_the_network():
    for line in reading.spoken("word " * 3000 + "x" * 5000):
        assert len(line.phonemes) <= reading.MOST_PHONEMES + 40
        assert len(line.words) == len(line.spans)


def test_sentences_end_where_they_end():
    found = [s for s, _ in reading.sentences("Dr. Smith met J. K. Rowling. They spoke! Did they?\nYes.")]
    assert found == ["Dr. Smith met J. K. Rowling.", "They spoke!", "Did they?", "Yes."]


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("It was 3,000 €.", "θˈWzᵊnd jˈʊɹOz"),
        ("See No. 5 now.", "nˈʌmbəɹ fˈIv"),
        ("Add 1½ cups.", "wˈʌn ænd"),
        ("Open 24/7.", "fˌɔɹ sˈɛvən"),
        ("In 1984 it rained.", "nˌIntˈin ˈATifˌɔɹ"),
        ("Dr. Lee paid $3.50.", "dˈɑktəɹ"),
    ],
)
def test_numbers_and_abbreviations_are_read_as_people_say_them(written, spoken):
    lines = list(reading.spoken(written))
    assert len(lines) == 1
    assert spoken in lines[0].phonemes


def test_silent_rests_where_pauses_are(tmp_path):
    path = said(tmp_path, "Look at *that*! [pause 2] A whale.", voice="silent")
    words = facts.read(path)["words"]
    assert [word for word, _, _ in words] == ["Look", "at", "that!", "A", "whale."]
    assert words[3][1] - words[2][2] == pytest.approx(2, abs=0.01)


def test_silent_needs_no_pack_and_cancel_is_heard(tmp_path, pack):
    assert settle({"voice": "silent"}, lambda name: False).packs == ()
    assert set(typing.get_args(VoiceName)) == set(SPEAKERS)
    assert settle({"voice": "emma"}, lambda name: True).packs == ("hibari-voice", "kokoro", "kokoro-voices")
    assert settle({"voice": "joe"}, lambda name: True).packs == ("hibari-voice", "joe-voice")
    work = Work.alone(tmp_path, pack)
    (tmp_path / "t.txt").write_text(LINE * 20)
    work.cancelled.set()
    with pytest.raises(Cancelled):
        speak(text=tmp_path / "t.txt", work=work)


def test_a_cancel_is_heard_while_a_library_works(tmp_path):
    work = Work.alone(tmp_path)
    threading.Timer(0.2, work.cancelled.set).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        patiently(work.check, lambda: time.sleep(3))
    assert time.monotonic() - began < 1.5
    assert patiently(lambda: None, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        patiently(lambda: None, lambda: 1 // 0)
    began = time.monotonic()
    assert list(each(lambda: None, "abc")) == ["a", "b", "c"]
    with pytest.raises(Cancelled):
        next(each(work.check, (time.sleep(3) for _ in range(2))))
    assert time.monotonic() - began < 1.5


def told(folder: Path, words: str, pack, **options) -> tuple[Path, list[str]]:
    notes: list[str] = []
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.txt").write_text(words, encoding="utf-8")
    desk = Work.alone(folder / "desk", pack)
    return speak(text=folder / "words.txt", work=replace(desk, remark=notes.append), **options), notes


def test_another_language_is_told_with_who_speaks_it(tmp_path, pack):
    spanish = "Cada mañana, Tomás sube las escaleras y enciende la lámpara del faro."
    _, notes = told(tmp_path / "a", spanish, pack)
    assert notes == [
        'The text looks Spanish; the voice \'heart\' reads it as English. For Spanish set voice="dora" or "alex".'
    ]
    made, notes = told(tmp_path / "b", spanish, pack, voice="dora")
    assert notes == []
    assert [word for word, _, _ in facts.read(made)["words"]] == spanish.split()
    _, notes = told(tmp_path / "c", "Der Leuchtturm steht auf dem Felsen und das Licht ist an.", pack)
    assert "looks German" in notes[0]
    assert 'voice="silent"' in notes[0]


def test_pauses_are_as_long_as_asked_and_not_shown(tmp_path, pack):
    made, _ = told(tmp_path / "a", "[pause 1] Look! [pause 2] A whale. [pause 0.5]", pack, speed=1.5)
    sound, rate = soundfile.read(made)
    words = facts.read(made)["words"]
    assert [word for word, _, _ in words] == ["Look!", "A", "whale."]
    assert facts.read(made)["text"] == "Look! A whale."
    assert words[0][1] == pytest.approx(1, abs=0.12)
    assert words[1][1] - words[0][2] == pytest.approx(2, abs=0.2)
    assert not sound[-rate * 4 // 10 :].any()


@pytest.mark.parametrize("voice", ["heart", "joe", "michael"])
def test_a_stressed_word_is_longer_and_louder(tmp_path, pack, voice):
    def word(text: str) -> tuple[float, float]:
        made, _ = told(tmp_path / str(len(text)), text, pack, voice=voice)
        sound, rate = soundfile.read(made)
        words = facts.read(made)["words"]
        assert [w for w, _, _ in words] == ["It", "was", "her", "lamp", "again."]
        _, start, end = words[3]
        inside = sound[int(start * rate) : int(end * rate)]
        rest = np.concatenate([sound[: int(start * rate)], sound[int(end * rate) :]])
        return end - start, float(np.sqrt(np.mean(inside**2)) / np.sqrt(np.mean(rest**2)))

    usual, stressed = word("It was her lamp again."), word("It was her *lamp* again.")
    assert stressed[0] > 1.1 * usual[0]
    assert stressed[1] > 1.15 * usual[1]


def test_a_mouth_is_told(tmp_path, pack):
    made, _ = told(tmp_path, LINE, pack)
    about = facts.read(made)
    info = soundfile.info(made)
    assert about["mouth_rate"] == 30
    assert len(about["mouth"]) == len(about["shapes"]) == -(-info.frames * 30 // info.samplerate)
    assert {"M", "O", "E", "A"} <= set(about["shapes"])


def test_words_follow_one_another_over_sentences(tmp_path, pack):
    words = facts.read(said(tmp_path, "One. Two? Three! And then four, five.\n\nSix.", pack))["words"]
    assert all(a[2] <= b[1] + 0.02 for a, b in pairwise(words))
    assert len(words) == 8
