"""What a brief asks is read from its own words: length, shape, voice, hour, and what must not be there."""

import pytest

from studio.agent.reading import read


@pytest.mark.parametrize(
    ("brief", "seconds"),
    [
        ("A keeper befriends a whale. Calm, 24 seconds.", 24),
        ("A keeper and a whale, half a minute", 30),
        ("Make a 15-second ad for tea", 15),
        ("A film about bees, 1:30", 90),
        ("A minute and a half about bees", 90),
        ("Two minutes about bees", 120),
        ("A 2 minute film about bees", 120),
        ("Bees. 20–30 seconds.", 25),
        ("Explain bees in 45 seconds", 45),
        ("Bees, 90s", 90),
        ("Ein Film über Bienen, zwei Minuten", 120),
        ("Un film sur les abeilles, 40 secondes", 40),
        ("فيلم عن النحل، 24 ثانية", 24),
        ("蜂についての映画。24秒", 24),
        ("Bees wake at 6:30 and fly. 16:9", None),
        ("Boil the egg for 8 minutes and serve it", None),
        ("She waited another 20 minutes at the station", None),
    ],
)
def test_length(brief: str, seconds: float | None) -> None:
    reading = read(brief)
    assert (reading.seconds if reading.seconds_asked else None) == seconds


@pytest.mark.parametrize(
    ("brief", "shape", "size"),
    [
        ("Bees", "16:9", "1280x720"),
        ("Bees, vertical", "9:16", "720x1280"),
        ("Bees for TikTok", "9:16", "720x1280"),
        ("Bees. Square.", "1:1", "1080x1080"),
        ("A short story about a market square", "16:9", "1280x720"),
        ("Bees, 1920x1080", "16:9", "1920x1080"),
        ("Bees, 9:16, 1080p", "9:16", "1080x1920"),
        ("Bees, 4:5", "4:5", "864x1080"),
    ],
)
def test_shape(brief: str, shape: str, size: str) -> None:
    reading = read(brief)
    assert (reading.shape, reading.size) == (shape, size)


@pytest.mark.parametrize(
    ("brief", "avoid"),
    [
        ("A street. No people.", ["people"]),
        ("A street without text", ["text"]),
        ("A street, no people, no text", ["people", "text"]),
        ("A street. No people, cars or dogs.", ["people", "cars", "dogs"]),
        ("A street. Never dark.", ["dark"]),
        ("A street. Don't show faces.", ["faces"]),
        ("No narration, square, 20s. A street", ["narration"]),
        ("There is no water in the village", []),
        ("A boy who never gives up", []),
        ("A man without a home finds a dog", []),
        ("No one knows why the bells ring", []),
        ("Eine Straße. Ohne Text, keine Menschen.", ["text", "menschen"]),
    ],
)
def test_what_must_not_be_there(brief: str, avoid: list[str]) -> None:
    assert list(read(brief).wishes.avoid) == avoid


def test_voice_captions_and_music() -> None:
    wishes = read("A street, no narration, no captions, without music").wishes
    assert (wishes.spoken, wishes.captions, wishes.music) == (False, "off", False)
    assert read("A street, read by a man").wishes.voice == "male"
    assert read("A street with a female voice").wishes.voice == "female"
    assert read("A street, told by an old British man").wishes.voice == "old british male"
    assert read("A street. With a deep voice.").wishes.voice == "deep"
    assert read("A deep voice calls from the sea.").wishes.voice == ""
    assert read("Her voice is gone, and she looks for it.").wishes.voice == ""
    assert read("A street with subtitles").wishes.captions == "burned in"
    assert read("A street, subtitles as a file").wishes.captions == "file"
    assert read("A street with soft piano music").wishes.instruments == ("piano",)


def test_moods_of_the_film_are_not_those_of_a_sentence_in_it() -> None:
    assert read("A whale sings in the dark. Hopeful.").wishes.moods == ("hopeful",)
    assert read("Ein Wal singt. Ruhig, hoffnungsvoll.").wishes.moods == ("calm", "hopeful")


@pytest.mark.parametrize(
    ("brief", "purpose"),
    [
        ("A lighthouse keeper befriends a whale.", "story"),
        ("How do tides work?", "explainer"),
        ("An advert for tea", "advert"),
        ("rain on a window", "poem"),
        ("Draw a fox in the snow", "picture"),
        ("A minute of calm piano music", "music"),
        ("We're getting married! Ana & Jonas", "announcement"),
        ("A music teacher loses her piano", "story"),
    ],
)
def test_purpose(brief: str, purpose: str) -> None:
    assert read(brief).purpose == purpose
    assert read(brief, ["Video"]).purpose == "montage" or purpose in ("explainer", "announcement")
    assert read("Our trip", ["Image"]).purpose == "photos"


@pytest.mark.parametrize(
    ("brief", "language"),
    [
        ("A keeper befriends a whale", "en"),
        ("Ein Fischer findet eine Flasche am Strand", "de"),
        ("Un pescador encuentra una botella en la playa", "es"),
        ("Un pêcheur trouve une bouteille sur la plage", "fr"),
        ("حارس منارة", "ar"),
        ("灯台守がクジラと友達になる", "ja"),
        ("灯塔看守人", "zh"),
        ("Смотритель маяка", "ru"),
        ("🐳🌊", "en"),
        ("", "en"),
    ],
)
def test_language(brief: str, language: str) -> None:
    assert read(brief or "...", ["Image"]).language == language


def test_names_numbers_and_quotes() -> None:
    reading = read(
        'Edith Brown taught in Leeds for 41 years. A sign says "Open at 6". The film is called “Forty-One”. 20 seconds.'
    )
    assert {"Edith Brown", "Leeds"} <= set(reading.names)
    assert "41" in reading.numbers
    assert "20" not in reading.numbers
    assert ("Forty-One", "title") in reading.quotes


def test_wishes_are_not_told() -> None:
    assert read("Make a short film about a fox. Calm, for children, 20 seconds, no text.").told == ("A fox.",)


@pytest.mark.parametrize(
    ("brief", "asked"),
    [
        ("A street at night. Lo-fi, 20 seconds.", ("lo-fi",)), ("A duel at noon, with western music", ("western",)),
        ("A girl sits on a rock by the sea in March", ()), ("A pixel hero. 8-bit soundtrack", ("8-bit",)),
        ("Our house in the country. Music: folk with banjo", ("folk", "banjo")), ("Two dancers, tango", ("tango",)),
        ("A harbour, jazz with saxophone but no drums", ("jazz", "saxophone")), ("Not too fast, no jazz", ()),
    ],
)  # fmt: skip
def test_styles_of_music_are_read_and_stones_and_houses_are_none(brief: str, asked: tuple[str, ...]) -> None:
    assert read(brief).wishes.instruments == asked


def test_an_announcement_is_titled_by_what_is_announced_whole() -> None:
    from studio.agent.lines import titled

    long = (
        "You are invited to Grandma Rosa's 80th birthday party on Sunday at 4 o'clock in the garden behind the library"
    )
    assert titled(read(long, [])) == "You are invited to Grandma Rosa's 80th birthday party on Sunday"
    assert titled(read("We are moving to 12 Mill Lane on 1 May", [])) == "We are moving to 12 Mill Lane on 1 May"
