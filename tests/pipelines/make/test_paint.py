"""Pictures drawn from words: what is in them, that they are the same twice, and that nothing makes them fail."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.make.paint import PACKS, paint, settle
from pipelines.shapes import SIZES
from pipelines.type import faces
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.work import Work

Paint = Callable[..., Path]


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def painted(tmp_path: Path, pack: Callable[[str], Path], notes: list[str], parts: Path) -> Paint:
    """`painted("words", time=…)`: the picture's file."""

    def make(words: str, **options: object) -> Path:
        folder = tmp_path / f"{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        scene = folder / "scene.txt"
        scene.write_text(words, encoding="utf-8")
        return paint(scene, work=Work(folder, parts, 1, remark=notes.append, find_pack=pack), **options)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("parts")


def _pixels(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB")).astype(np.float32)


def test_a_lighthouse_stands_in_its_picture_and_its_facts(painted: Paint, notes: list[str]) -> None:
    path = painted("a lighthouse on a rocky shore", time="dawn", seed=4)
    said = facts.read(path)
    assert said["drawn"] == ["lighthouse"]
    assert (said["setting"], said["time"], said["engine"]) == ("shore", "dawn", "drawn")
    with Image.open(path) as image:
        assert image.size == SIZES["16:9"]
    without = _pixels(painted("a rocky shore", time="dawn", seed=4))
    difference = np.abs(_pixels(path) - without).max(axis=2) > 40
    assert 0.02 < difference.mean() < 0.5
    assert not notes


def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_picture(painted: Paint) -> None:
    one, again, other = (painted("a whale rises from the sea", seed=s).read_bytes() for s in (3, 3, 4))
    assert one == again
    assert one != other


@pytest.mark.parametrize("seed", [-1, 2**53 - 1])
def test_any_whole_number_is_a_seed(painted: Paint, seed: int) -> None:
    assert painted("a cat and a man on a street in the snow", look="paper-cut", seed=seed)


@pytest.mark.parametrize("shape", ["9:16", "1:1", "4:5"])
def test_every_shape_has_its_size(painted: Paint, shape: str) -> None:
    with Image.open(painted("a fox in the forest", shape=shape)) as image:
        assert image.size == SIZES[shape]


def test_the_hour_of_the_words_is_kept_and_night_is_dark(painted: Paint) -> None:
    night, day = painted("a whale in the sea at night"), painted("a whale in the sea")
    assert facts.read(night)["time"] == "night"
    assert _pixels(night).mean() < 0.56 * _pixels(day).mean()  # moonlight: dark, and still to be read


@pytest.mark.parametrize("look", ["paper", "duotone"])
def test_a_look_changes_the_picture_and_not_what_is_in_it(painted: Paint, look: str) -> None:
    plain, other = painted("a sailboat on the sea"), painted("a sailboat on the sea", look=look)
    assert facts.read(plain)["drawn"] == facts.read(other)["drawn"]
    assert np.abs(_pixels(plain) - _pixels(other)).mean() > 5


def test_shots_that_follow_each_other_are_not_composed_alike(painted: Paint) -> None:
    empty = [_pixels(painted("a meadow", seed=s)) for s in (1, 2)]
    places = []
    for seed, ground in zip((1, 2), empty, strict=True):
        there = np.abs(_pixels(painted("a bear in a meadow", seed=seed)) - ground).max(axis=2) > 60
        columns = np.flatnonzero(there[400:860].sum(axis=0) > 60)
        places.append((float(columns.mean()), int(columns[-1] - columns[0])))
    assert abs(places[0][0] - places[1][0]) > 0.15 * 1920  # on another side
    assert abs(places[0][1] - places[1][1]) > 40  # from nearer or farther


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_upright_faces_stay_above_the_words_of_a_phone(painted: Paint, seed: int) -> None:
    words, plain = "a scarecrow in a meadow", "a meadow"
    with_one = _pixels(painted(words, seed=seed, shape="9:16", time="day"))
    there = np.abs(with_one - _pixels(painted(plain, seed=seed, shape="9:16", time="day"))).max(axis=2) > 60
    rows = np.flatnonzero(there.sum(axis=1) > 40)
    top, tall = rows[0] / 1920, (rows[-1] - rows[0]) / 1920
    assert top + 0.3 * tall < 0.74


def test_gulls_are_gulls_and_small_in_a_large_sky(painted: Paint) -> None:
    path = painted("a keeper beside the open sea, gulls overhead", seed=3)
    assert facts.read(path)["drawn"] == ["keeper", "gulls"]


def test_bread_lies_on_a_table_and_not_on_a_road(painted: Paint) -> None:
    assert facts.read(painted("the last bread in Paris"))["setting"] == "kitchen"
    said = facts.read(painted("a woman with a cup of tea in the kitchen"))
    assert said["drawn"] == ["woman", "cup"]  # it is in her hand


def test_a_field_of_flowers_and_leaves_in_the_wind_are_spread_over_the_picture(painted: Paint) -> None:
    for words, plain, thing in (
        ("a meadow of flowers", "a meadow", "flowers"),
        ("leaves falling in a forest", "a forest", "leaves"),
    ):
        path = painted(words, time="day")
        assert facts.read(path)["drawn"] == [thing]
        changed = np.abs(_pixels(path) - _pixels(painted(plain, time="day"))).max(axis=2) > 40
        assert (changed.reshape(1080, 8, 240).any(axis=(0, 2))).all()  # in every eighth of the width


def test_no_drawn_thing_is_missing_its_brush(painted: Paint, notes: list[str]) -> None:
    from pipelines.make.drawn.things import all_things

    own = [t.name for t in all_things() if t.art.startswith("own:")]
    assert len(own) > 30
    for i in range(0, len(own), 5):
        some = own[i : i + 5]
        said = facts.read(painted(", ".join(f"a {name}" for name in some) + " in a cave"))["drawn"]
        assert len(said) == len(some), some


def test_what_must_not_be_there_is_not(painted: Paint) -> None:
    assert facts.read(painted("a fisherman in a boat and a whale", avoid="people, boats"))["drawn"] == ["whale"]
    assert facts.read(painted("a dog on the beach, no people, no birds"))["drawn"] == ["dog"]


def test_a_word_of_no_table_is_found_by_meaning_or_left_out_with_a_note(painted: Paint, notes: list[str]) -> None:
    assert facts.read(painted("an accordion"))["drawn"] == ["accordion"]
    assert not notes
    assert facts.read(painted("a quaggle in the forest"))["drawn"] == []
    assert any("quaggle" in note for note in notes)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "🐳🌊",
        "حارس المنارة والحوت",
        "a dog, a cat, a cow, a horse, a pig, a sheep, a duck, a hen, a fox, an owl",
        "words " * 900,
    ],
)
def test_any_words_make_a_picture(painted: Paint, words: str) -> None:
    pixels = _pixels(painted(words))
    assert pixels.std() > 10


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        "a city at night",
        "a car on a street",
        "a cow on a farm",
        "a girl in the garden",
        "a swan on a lake",
        "a camel in the desert",
        "penguins in the snow",
        "fish under the sea",
        "an astronaut in space",
        "a balloon above the clouds",
        "a bear in a cave",
        "hope",
        "an astronaut on the moon",
        "a robot on Mars",
        "a rider on a long road",
        "a cook in the kitchen",
        "a teacher in a classroom",
        "a scientist in a lab",
        "an office worker at a desk",
        "a shop",
        "a musician on stage",
        "a mechanic in the workshop",
        "a grandmother at home",
        "an old keeper climbs the stairs",
        "a hiker in the mountains in a storm",
    ],
)
def test_every_setting_can_be_drawn_upright(painted: Paint, words: str) -> None:
    assert _pixels(painted(words, shape="9:16", time="dusk")).std() > 10


def test_a_cancel_ends_it(tmp_path: Path, pack: Callable[[str], Path]) -> None:
    desk = Work.alone(tmp_path, pack)
    scene = tmp_path / "scene.txt"
    scene.write_text("a whale")
    desk.cancelled.set()
    with pytest.raises(Cancelled):
        paint(scene, work=desk)  # type: ignore[arg-type]


def test_auto_is_decided_before_anything_is_hashed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REELWRIGHT_DIFFUSERS", raising=False)
    settled = settle({"engine": "auto"}, lambda name: name in PACKS)
    assert settled.options["engine"] == "drawn"
    assert settled.packs == PACKS
    assert settle({"engine": "auto"}, lambda name: True).packs == (*PACKS, *faces.PACKS)
    with pytest.raises(PersonError, match="REELWRIGHT_DIFFUSERS"):
        settle({"engine": "diffusers"}, lambda name: True)
    monkeypatch.setenv("REELWRIGHT_DIFFUSERS", "/models/mine")
    monkeypatch.setenv("REELWRIGHT_DEVICE", "cpu")
    fallen = settle({"engine": "auto"}, lambda name: True)
    assert fallen.options["engine"] == "drawn"
    assert "/models/mine" in fallen.notes[0]


def test_the_names_of_the_art_come_embedded_as_they_are_now(pack: Callable[[str], Path], parts: Path) -> None:
    from pipelines.make.drawn.art import Icons
    from pipelines.make.drawn.search import READY, Search
    from studio.meaning import Meaning

    search = Search(Icons(pack("fluent-emoji")), Meaning(pack("minilm")), lambda name: parts / name)
    with np.load(READY) as ready:  # otherwise: python benchmarks/art_meaning.py
        assert str(ready["mark"]) == search._mark()
    assert search.thing("clockwork") is None
    assert search.thing("quaggle") is None
    found = search.thing("accordions")
    assert found is not None
    assert found.art == "fluent:accordion"


def test_where_heads_are_travels_in_the_file(painted):
    heads = facts.read(painted("a keeper and a whale by the sea"))["heads"]
    assert len(heads) == 2
    assert all(0 <= x < 1 and 0 <= y < 0.8 and 0.02 < w < 0.6 and 0.03 < h < 0.6 for x, y, w, h in heads)
    assert facts.read(painted("a lighthouse on a hill, a red car"))["heads"] == []
    assert len(facts.read(painted("a fox in a forest"))["heads"]) == 1


def test_words_that_name_nothing_stand_on_a_card(painted: Paint, notes: list[str]) -> None:
    path = painted("nevertheless whereas", shape="9:16")
    said = facts.read(path)
    assert said["text"] == "nevertheless whereas"
    assert said["setting"] == "card"
    assert said["recipe"]["tool"] == "title"  # `animate` brings its words in
    assert "card of type" in notes[-1]
    with Image.open(path) as image:
        assert image.size == SIZES["9:16"]


@pytest.mark.parametrize("words", ["", "   ", "\u200b", "\U000e0001 \ue000"])
def test_no_words_to_set_are_an_abstract_ground(painted: Paint, notes: list[str], words: str) -> None:
    assert facts.read(painted(words))["setting"] == "abstract"
    assert "abstract ground" in notes[-1]
