"""feeling.read: moods in any wording and tongue, denials, journeys, contradictions, players, tempo, key, styles."""

import time

import pytest

from pipelines.music.feeling import Feeling, read, style_for
from pipelines.music.moods import LEXICON, STYLE_MOODS
from pipelines.music.styles import STYLES


@pytest.mark.parametrize(
    ("mood", "glad"),
    [
        ("not sad", True),
        ("never dark or scary", True),
        ("unhappy", False),
        ("joyless", False),
        ("fearless", True),
        ("without any hope", False),
        ("not without hope", True),
        ("no fear, anger or grief", True),
        ("less tense", True),
        ("neither sad nor angry", True),
        ("far from happy", False),
        ("anything but gloomy", True),
        ("not only sad but lonely", False),
        ("not too sad", True),
        ("hopeful, not sad", True),
        ("hopeless", False),
    ],
)
def test_denials_are_obeyed(mood, glad):
    assert (read(mood).valence > 0) is glad, read(mood)


def test_a_denied_word_does_not_undo_the_mood_itself():
    assert read("joyful but not childish").valence > 0.4
    assert read("beautiful sad song").valence < -0.3
    assert read("beautiful sad song").notes == ()


@pytest.mark.parametrize(
    ("mood", "like"),
    [
        ("traurig", "sad"),
        ("fröhlich", "happy"),
        ("ruhige Musik", "calm"),
        ("wütend", "angry"),
        ("gruselig", "scary"),
        ("triste", "sad"),
        ("joyeuse", "joyful"),
        ("musique douce", "gentle"),
        ("plein d'espoir", "hopeful"),
        ("alegre", "joyful"),
        ("tranquila", "calm"),
        ("música tensa", "tense"),
        ("misterioso", "mysterious"),
        ("felice", "happy"),
        ("malinconica", "melancholy"),
        ("arrabbiato", "angry"),
        ("saudade", "nostalgic"),
        ("sombria", "dark"),
        ("epica", "epic"),
        ("😢", "sad"),
        ("😡😡", "angry"),
        ("😱", "scary"),
        ("🥳", "festive"),
        ("sadness", "sad"),
        ("грустная мелодия", "sad"),
        ("悲しい曲", "sad"),
        ("快乐的音乐", "joyful"),
        ("무서운 음악", "scary"),
        ("موسيقى هادئة", "calm"),
        ("sadly", "sad"),
        ("happier", "happy"),
        ("gloominess", "gloomy"),
    ],
)
def test_other_tongues_forms_and_emoji(mood, like):
    found, wanted = read(mood), LEXICON[like]
    assert found.valence == pytest.approx(wanted[0], abs=0.15)
    assert found.arousal == pytest.approx(wanted[1], abs=0.25)


def test_other_tongues_bar_instruments_too():
    assert read("sehr fröhlich, ohne Schlagzeug").drums is False
    assert read("alegre, sin tambores y sin piano").barred == ("piano",)
    assert read("triste, avec violon").asked == ("violin",)


@pytest.mark.parametrize(
    "mood",
    [
        "from sad to hopeful",
        "sad, then hopeful",
        "sad → hopeful",
        "starts sad, ends hopeful",
        "sad with a hopeful ending",
        "sad to hopeful",
        "sad at first, finally hopeful",
        "traurig, dann hoffnungsvoll",
    ],
)
def test_a_journey_has_its_stops(mood):
    found = read(mood)
    assert found.path == (LEXICON["sad"], LEXICON["hopeful"])
    assert found.after == LEXICON["hopeful"]


def test_more_stops_and_none_where_nothing_travels():
    assert len(read("calm → tense → triumphant").path) == 3
    for mood in ("calm, hopeful", "music to relax to", "happy to be alive", "a song to dance to", "calm then calm", ""):
        assert read(mood).path == (), mood


def test_a_contradiction_is_named_with_what_is_played():
    for mood, first, other in (("happy and desperate", "happy", "desperate"), ("calm but furious", "calm", "furious")):
        (said,) = read(mood).notes
        assert f"“{first}”" in said
        assert f"“{other}”" in said
        assert "nearer to" in said
    assert read("happy, desperate, calm, furious").valence > 0.2
    assert read("desperate and happy").valence < 0
    assert read("calm but furious").arousal < 0
    for plain in ("sad but hopeful", "calm, hopeful", "tense, dark", "from happy to desperate", "happy, not sad"):
        assert read(plain).notes == (), plain


@pytest.mark.parametrize(
    ("mood", "asked", "barred", "drums", "only"),
    [
        ("no drums", (), (), False, False),
        ("drumless", (), (), False, False),
        ("drums please", (), (), True, False),
        ("without strings", (), ("strings",), None, False),
        ("with a solo cello", ("cello",), (), None, False),
        ("only piano", ("piano",), (), False, True),
        ("just a piano and a cello", ("piano", "cello"), (), False, True),
        ("nothing but strings", ("strings",), (), False, True),
        ("solo violin", ("violin",), (), False, True),
        ("piano alone, calm", ("piano",), (), False, True),
        ("no electric guitar or drums", (), ("electric guitar",), False, False),
        ("calm, with cello, without piano", ("cello",), ("piano",), None, False),
        ("piano but no strings, no drums and no bass", ("piano",), ("bass", "strings"), False, False),
        ("without drums and strings", (), ("strings",), False, False),
        ("leave out nothing: violins, flutes and harps", ("violin", "flute", "harp"), (), None, False),
        ("steel drums", ("steel drums",), (), None, False),
        ("no music box, no hip hop", (), ("music box",), None, False),
        ("musicbox", ("music box",), (), None, False),
    ],
)
def test_players_in_any_wording(mood, asked, barred, drums, only):
    found = read(mood)
    assert (found.asked, found.barred, found.drums, found.only) == (asked, barred, drums, only)


@pytest.mark.parametrize(
    ("mood", "bpm", "key", "mode"),
    [
        ("90 bpm", 90, None, None),
        ("tense at 140 BPM in D minor", 140, "D minor", None),
        ("9000 bpm", None, None, None),
        ("999 beats per minute", 200, None, None),
        ("adagio", 68, None, None),
        ("allegro, in F# major", 132, "F# major", None),
        ("in B flat minor", None, "Bb minor", None),
        ("in the key of G", None, "G", None),
        ("E dorian", None, "E dorian", None),
        ("in a minor key", None, None, "minor"),
        ("A minor, sad", None, "A minor", None),
        ("a minor setback, then a major triumph", None, None, None),
        ("h-moll", None, "B minor", None),
        ("es-moll", None, "Eb minor", None),
        ("en ré mineur", None, "D minor", None),
        ("sol maggiore", None, "G major", None),
    ],
)
def test_tempo_and_key(mood, bpm, key, mode):
    found = read(mood)
    assert (found.bpm, found.key, found.mode) == (bpm, key, mode)


def test_words_of_tempo():
    assert read("very slow").tempo < read("slow").tempo < read("not too fast").tempo < 1 < read("fast").tempo
    assert read("slow").arousal < 0 < read("fast").arousal
    assert read("slow, sad").arousal == LEXICON["sad"][1]


@pytest.mark.parametrize("name", sorted(STYLES))
def test_every_style_is_found_by_its_name_and_has_a_mood(name):
    for words in (name, f"{name} music", f"a sad {name} tune", f"calm, {name}, slow"):
        assert read(words).style == name, words
        assert style_for(read(words)) == name
    assert read(f"happy, but no {name}").style is None
    assert name in STYLE_MOODS
    found = read(f"{name} music")
    assert found.unknown == ()


@pytest.mark.parametrize(
    ("mood", "style"),
    [
        ("a haunted house, creepy", None),
        ("a walk across the country in spring", None),
        ("a rock in the sea, lonely", None),
        ("early in March, hopeful and quiet, the snow melts", None),
        ("deep house", "house"),
        ("80s neon", "synthwave"),
        ("spaghetti western", "western"),
        ("irish jig", "celtic"),
        ("hip hop", "hip-hop"),
        ("lofi", "lo-fi"),
        ("chiptune", "8-bit"),
        ("Walzer", "waltz"),
        ("lullaby", "music box"),
        ("epic trailer with choir", "choir"),
    ],
)
def test_style_words(mood, style):
    assert read(mood).style == style


@pytest.mark.parametrize(
    "mood",
    [
        "",
        " ",
        "😀" * 2000,
        "x" * 50_000,
        "شعور",
        "no " * 2000,
        "(((",
        "to to to",
        "→" * 500,
        "not",
        "from",
        "in",
        "#",
        "a minor",
        "sad " * 1300,
        "\x00\n\t",
        "\u202esad",
    ],
)
def test_hostile_words(mood):
    found = read(mood)
    assert isinstance(found, Feeling)
    assert -1 <= found.valence <= 1
    assert -1 <= found.arousal <= 1
    assert style_for(found) in STYLES


def test_five_thousand_characters_are_read_at_once():
    text = ("A calm and hopeful piece with a cello, never dark, for the long walk of the old fisherman. " * 60)[:5000]
    begun = time.process_time()
    found = read(text)
    assert time.process_time() - begun < 2
    assert found.valence > 0.3
    assert found.asked == ("cello",)


def test_unknown_words_are_told_only_where_nothing_is_known():
    assert read("zxcv qwer").unknown == ("zxcv", "qwer")
    assert read("zxcv, sad").unknown == ()
    assert read("").unknown == ()
