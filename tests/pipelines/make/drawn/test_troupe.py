"""The film's own characters are found in scenes, by name, role or pronoun, and are the same in all of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.make.drawn.read import read_scene
from pipelines.make.drawn.troupe import described, member, staged

TOMAS = member("Tomas", "an old lighthouse keeper with a grey beard and a yellow coat", 1)
MIRA = member("Mira", "a young woman with red hair", 1)
BLUE = member("Blue", "a whale", 1)


def words_in(text: str, *members, notes: list[str] | None = None) -> dict[str, str]:
    play = staged(text, list(members), (notes if notes is not None else []).append)
    scene = play.named(read_scene(play.text, "", play.known))
    return {s.word: s.thing.art for s in scene.subjects}


def test_who_is_named_is_there_and_who_is_not_is_not() -> None:
    found = words_in("Tomas waves to the boat", TOMAS, MIRA)
    assert "Tomas" in found
    assert "Mira" not in found
    assert found["Tomas"].startswith("person:")


def test_the_same_two_in_one_scene() -> None:
    assert {"Tomas", "Mira"} <= set(words_in("Mira hugs Tomas on the shore", TOMAS, MIRA))


def test_the_role_names_the_character() -> None:
    assert "Tomas" in words_in("the lighthouse keeper climbs the stairs", TOMAS, MIRA)
    assert "Tomas" in words_in("the keeper sleeps", TOMAS)
    assert "Tomas" not in words_in("a keeper sleeps", TOMAS, MIRA)


def test_who_is_named_by_a_role_answers_to_it_in_small_letters() -> None:
    detective = member("Detective", "a detective, a woman", 1)
    stage = staged("the detective opens a letter", [detective])
    assert list(stage.names.values()) == [detective]


def test_a_pronoun_stands_for_the_only_one() -> None:
    assert "Tomas" in words_in("he lights the lamp", TOMAS)
    notes: list[str] = []
    assert "Tomas" not in words_in("a forest in autumn", TOMAS, notes=notes)
    assert notes


def test_a_name_that_is_a_word_too_needs_its_capital() -> None:
    assert words_in("Blue swims in the blue sea", BLUE)["Blue"] == "fluent:spouting-whale"
    assert "Blue" not in words_in("a boat on the blue sea", BLUE)


def test_whose_it_is_does_not_bring_anybody_in() -> None:
    assert "Tomas" not in words_in("Tomas's boat on the sea", TOMAS, MIRA)


def test_the_same_costume_in_every_scene_and_another_with_another_seed() -> None:
    one, two = (staged(text, [TOMAS]).wardrobe for text in ("Tomas waves", "Tomas sleeps at night"))
    assert set(one.values()) == set(two.values()) == {TOMAS.costume}
    other = member("Anna", "a woman", 2)
    assert other.costume != member("Anna", "a woman", 3).costume


def test_a_painter_who_does_not_know_the_cast_is_told_the_looks() -> None:
    assert described("Blue swims", [BLUE]) == "Blue (a whale) swims"
    keeper = member("Keeper", "an old lighthouse keeper with a grey beard", 1)
    assert described("the keeper by the sea, the keeper's boat", [keeper]) == (
        "the keeper (an old lighthouse keeper with a grey beard) by the sea, the keeper's boat"
    )


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.text(min_size=1, max_size=20), st.text(max_size=60))
def test_no_name_nor_looks_nor_scene_breaks_it(scene: str, name: str, looks: str) -> None:
    who = member(name, looks, 1)
    play = staged(f"{scene} {name} waves", [who, TOMAS])
    play.named(read_scene(play.text, "", play.known))


def test_whoevers_hand_is_held_is_there() -> None:
    mira, leo = member("Mira", "a young woman", 1), member("Leo", "a little boy", 1)
    stage = staged("Mira holds Leo's hand on a beach", [mira, leo])
    scene = stage.named(read_scene(stage.text, "", stage.known))
    assert [s.word for s in scene.subjects] == ["Mira", "Leo"]
    assert all("handinhand" in s.doing for s in scene.subjects)


def test_a_beast_or_a_machine_has_the_colour_of_its_looks() -> None:
    from pipelines.make.drawn.dyed import dye_of

    stage = staged("Blue enters the laboratory", [member("Blue", "a small blue robot", 1)])
    (robot,) = stage.named(read_scene(stage.text, "", stage.known)).subjects
    assert dye_of(robot)
