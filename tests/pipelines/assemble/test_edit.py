"""Edit: lengths to the frame, voices and captions in their places, nested cuts, sentences for what cannot be used."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipelines.assemble.edit import edit
from pipelines.shape.move import move
from pipelines.shape.trim import trim
from studio import facts
from studio.errors import Cancelled, PersonError
from studio.timeline import Layer, Shot, Sound, Timeline, Transition, load, save
from studio.work import Work
from tests.odd_media import quarters, video


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four pictures, a video and two voices of 2 and 4 seconds in one flat folder."""
    for name in "abcd":
        Image.fromarray(quarters(320, 180)).save(tmp_path / f"{name}.png")
    video(tmp_path / "v.mp4", sound="stereo")
    for name, words in (("two", "Good morning dear sea"), ("four", "Every evening Tomas lights the old lamp again")):
        told = [[w, i * 0.5, i * 0.5 + 0.45] for i, w in enumerate(words.split())]
        samples = np.zeros(round(len(told) * 0.5 * 24000), np.float32)
        facts.write_audio(tmp_path / f"{name}.flac", samples, 24000, {"text": words + ".", "words": told})
    return tmp_path


class Desk:
    """Calls tools by hand: keeps what they make in the flat folder, and their notes."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.notes, self.count = folder, [], 0

    def work(self) -> Work:
        self.count += 1
        room = self.folder / f"desk{self.count}"
        room.mkdir()
        return Work(folder=room, parts=room, remark=self.notes.append)

    def keep(self, made: Path) -> Path:
        return made.rename(self.folder / f"{self.count}{made.suffix}")

    def edit(self, *names: str | Path, **options: object) -> Timeline:
        paths = [self.folder / n for n in names]
        voices = [self.folder / v if v else None for v in options.pop("voices", [])]  # type: ignore[attr-defined]
        return load(self.keep(edit(paths, voices, **options, work=self.work())))  # type: ignore[arg-type]


@pytest.fixture
def desk(folder: Path) -> Desk:
    return Desk(folder)


def test_pictures_take_four_seconds_and_overlap_in_dissolves(desk: Desk) -> None:
    film = desk.edit("a.png", "b.png", "c.png")
    assert [s.visible for s in film.shots] == [120, 120, 120]
    assert [s.transition.frames if s.transition else 0 for s in film.shots] == [15, 15, 0]
    assert film.frames == 330
    assert (film.fade_in, film.fade_out) == (15, 15)


def test_cuts_have_no_overlap(desk: Desk) -> None:
    assert desk.edit("a.png", "b.png", transition="cut").frames == 240


@pytest.mark.parametrize("fps", [24, 25, 30, 23.976, 29.97, 60])
@pytest.mark.parametrize("seconds", [6.0, 17.37])
def test_the_asked_length_is_met_to_the_frame(desk: Desk, fps: float, seconds: float) -> None:
    film = desk.edit("a.png", "b.png", "c.png", "d.png", seconds=seconds, fps=fps)
    assert film.frames == int(Fraction(seconds) * film.rate + Fraction(1, 2))
    assert not desk.notes


def test_a_shot_lasts_as_long_as_its_words_and_captions_follow(desk: Desk) -> None:
    film = desk.edit("a.png", "b.png", "c.png", voices=[None, "four.flac", "two.flac"], seconds=12)
    assert film.frames == 360
    assert not desk.notes
    first, second = film.voices
    assert first.start == film.starts[1] + 9  # .3 s after the shot begins to show
    assert first.frames == 120
    assert first.start + first.frames + 12 <= film.starts[1] + film.shots[1].visible
    assert second.start >= first.start + first.frames
    text = " ".join(c.text.replace("\n", " ") for c in film.captions)
    assert text == "Every evening Tomas lights the old lamp again. Good morning dear sea."
    assert film.captions[0].start == first.start
    assert film.captions[-1].end <= film.frames


def test_words_that_need_longer_make_the_film_longer_and_say_so(desk: Desk) -> None:
    film = desk.edit("a.png", "b.png", voices=["four.flac", "four.flac"], seconds=5)
    assert film.seconds > 8
    assert any("instead of 5.0 s" in note and "narration" in note for note in desk.notes)


def test_surplus_voices_follow_on_the_last_shot(desk: Desk) -> None:
    film = desk.edit("a.png", voices=["two.flac", "four.flac"])
    assert film.voices[1].start >= film.voices[0].start + film.voices[0].frames + 10
    assert film.frames >= film.voices[1].start + 120 + 12


def test_a_whole_video_keeps_its_length_and_sound(desk: Desk) -> None:
    film = desk.edit("a.png", "v.mp4")
    shot = film.shots[1]
    assert (shot.kind, shot.visible, shot.available, shot.sound) == ("Video", 60, 60, True)


def test_a_video_under_longer_words_holds_and_says_so(desk: Desk) -> None:
    film = desk.edit("v.mp4", voices=["four.flac"])
    assert film.shots[0].visible >= 120 + 9 + 12
    assert any("holds its last picture" in note for note in desk.notes)


def test_transitions_shrink_beside_short_videos(desk: Desk, folder: Path) -> None:
    video(folder / "short.mp4", times=[0, 42, 83, 125, 167, 208])
    film = desk.edit("a.png", "short.mp4", "b.png")
    length = film.shots[1].visible
    assert all(s.transition and 2 * s.transition.frames < length for s in film.shots[:2])


def test_clips_keep_their_camera_and_stretch(desk: Desk, folder: Path) -> None:
    clips = [desk.keep(move(folder / f"{n}.png", "push in", 3, work=desk.work())) for n in "ab"]
    film = desk.edit(*clips, seconds=10, fps=25)
    assert film.frames == 250
    assert all(s.camera and s.camera.end.zoom > 1 for s in film.shots)


def test_a_trimmed_clip_is_placed_at_the_films_rate(desk: Desk, folder: Path) -> None:
    clip = desk.keep(trim(folder / "v.mp4", 0.5, 1.0, work=desk.work()))
    film = desk.edit("a.png", clip, fps=30)
    shot = film.shots[1]
    assert (shot.source_in, shot.visible, shot.available) == (15, 30, 60)


def test_a_nested_edit_keeps_its_order_voices_and_transitions(desk: Desk, folder: Path) -> None:
    film = desk.edit("a.png", "b.png", voices=["two.flac", "four.flac"], transition="dip to black")
    made = folder / f"{desk.count}.otio"
    whole = desk.edit("c.png", made, "d.png", transition="dissolve")
    assert [s.media for s in whole.shots] == ["c.png", "a.png", "b.png", "d.png"]
    kinds = [s.transition.kind if s.transition else "" for s in whole.shots]
    assert kinds == ["dissolve", "dip to black", "dissolve", ""]
    assert [v.start - whole.starts[1] for v in whole.voices] == [v.start for v in film.voices]
    assert len(whole.captions) == len(film.captions)


def test_the_same_edit_gives_the_same_bytes(desk: Desk, folder: Path) -> None:
    made = [edit([folder / "a.png"], [folder / "two.flac"], work=desk.work()).read_bytes() for _ in range(2)]
    assert made[0] == made[1]


def test_what_cannot_be_used_is_named(desk: Desk, folder: Path) -> None:
    (folder / "broken.mp4").write_bytes(b"")
    (folder / "broken.png").write_text("no")
    (folder / "broken.flac").write_text("no")
    with pytest.raises(PersonError, match=r"Shot 2: 'broken\.mp4'"):
        desk.edit("a.png", "broken.mp4")
    with pytest.raises(PersonError, match=r"Shot 1: 'broken\.png'"):
        desk.edit("broken.png")
    with pytest.raises(PersonError, match="Voice 1"):
        desk.edit("a.png", voices=["broken.flac"])
    with pytest.raises(PersonError, match="no shots"):
        desk.edit()


def test_each_join_may_have_a_transition_of_its_own(desk: Desk) -> None:
    film = desk.edit("a.png", "b.png", "c.png", "d.png", transition="iris", transitions=["wipe left", None, "cut"])
    assert [s.transition and s.transition.kind for s in film.shots] == ["wipe left", "iris", None, None]
    assert not desk.notes
    desk.edit("a.png", "b.png", transitions=["zoom", "blur"])
    assert any("2 shots have 1 joins" in note for note in desk.notes)


def test_a_transition_has_a_colour_and_sound_a_crossfade_of_its_own(desk: Desk) -> None:
    film = desk.edit("a.png", "v.mp4", "b.png", transition="dip to colour", transitions=[None, "cut"],
                     transition_colour="#aa3311", sound_transition=0.2)  # fmt: skip
    first, second = film.shots[0].transition, film.shots[1].transition
    assert first
    assert (first.kind, first.colour, first.frames, first.sound) == ("dip to colour", "#aa3311", 15, 6)
    assert second
    assert (second.kind, second.frames, second.sound) == ("cut", 0, 6)
    hard = desk.edit("a.png", "b.png", "c.png", transition_seconds=0, sound_transition=0)
    assert [s.transition for s in hard.shots] == [None] * 3


def test_title_cards_begin_chapters(desk: Desk, folder: Path) -> None:
    words = "The Keeper\nand the Whale, a very long story of the sea that goes on and on"
    info = facts.png_info({"text": words + "\nA subtitle", "title": words, "look": "quiet"})
    Image.fromarray(quarters(320, 180)).save(folder / "title.png", pnginfo=info)
    Image.fromarray(quarters(320, 180)).save(folder / "e.png", pnginfo=facts.png_info({"text": "no title"}))
    clip = desk.keep(move(folder / "title.png", work=desk.work()))
    film = desk.edit("title.png", "e.png", clip, "a.png")
    chapter = "The Keeper and the Whale, a very long story of the sea…"
    assert [s.chapter for s in film.shots] == [chapter, "", chapter, ""]


def test_layers_and_sounds_come_along_with_their_cut(desk: Desk, folder: Path) -> None:
    shots = (Shot("a.png", "Image", 48, transition=Transition("dissolve", 12)), Shot("b.png", "Image", 60))
    layers = (Layer("c.png", "Image", start=60, frames=12), Layer("d.png", "Image"),
              Layer("v.mp4", "Video", start=24, frames=72, fade_out=3, source_in=6, available=48))  # fmt: skip
    sounds = (Sound("two.flac", 40, 24, fade_in=2), Sound("four.flac", 90, 900))
    save(Timeline(Fraction(24), shots, layers=layers, sounds=sounds), folder / "inner.otio")
    film = desk.edit("a.png", "inner.otio", "c.png", fps=48, transition_seconds=0.25)
    begin, second = film.starts[1], film.starts[2]
    end = second + film.shots[2].visible
    late, all_, video_ = film.layers
    assert (late.start, late.frames) == (second + 48, 24)
    assert (all_.start, all_.frames, all_.fade_in, all_.fade_out) == (begin, end - begin, 12, 12)
    assert (video_.start, video_.start + (video_.frames or 0), video_.fade_out) == (begin + 48, end, 12)
    assert (video_.source_in, video_.available) == (12, 96)
    assert next((s.start, s.frames, s.fade_in) for s in film.sounds) == (second + 8, 48, 4)
    assert film.sounds[1].start + film.sounds[1].frames == film.frames


def test_what_a_shortened_cut_has_no_room_for_is_left_out(desk: Desk, folder: Path) -> None:
    layers = (Layer("c.png", "Image", start=200, frames=30), Layer("c.png", "Image", start=10))
    save(Timeline(Fraction(30), (Shot("a.png", "Image", 300),), layers=layers), folder / "inner.otio")
    film = desk.edit("inner.otio", seconds=3)
    assert [(layer.start, layer.frames) for layer in film.layers] == [(10, 80)]


def test_layers_over_a_shot_count_at_the_films_rate(desk: Desk, folder: Path) -> None:
    own = (Layer("v.mp4", "Video", start=12, frames=24, fade_in=6, source_in=3, available=48),)
    save(Timeline(Fraction(24), (Shot("", "Colour", 48, layers=own),)), folder / "inner.otio")
    film = desk.edit("a.png", "inner.otio", fps=48)
    layer = film.shots[1].layers[0]
    assert (layer.start, layer.frames, layer.fade_in, layer.source_in, layer.available) == (24, 48, 12, 6, 96)


def _clip(folder: Path, seconds: float, told: facts.Facts) -> Path:
    """A clip as `animate` makes them: each picture another grey."""
    from pipelines.film.reel import write_video

    frames = (np.full((90, 160, 3), (n * 7) % 250, np.uint8) for n in range(round(seconds * 30)))
    name = f"clip{len(list(folder.glob('clip*')))}.mp4"
    return write_video(folder / name, frames, (160, 90), Fraction(30), told)


def test_a_clip_that_may_end_sooner_flexes_like_a_still(desk: Desk, folder: Path) -> None:
    clips = [_clip(folder, 4, {"flexes": True, "text": "a whale"}) for _ in range(3)]
    film = desk.edit(*clips, seconds=9, transition="cut")
    assert [shot.visible for shot in film.shots] == [90, 90, 90]
    assert not desk.notes


def test_a_clip_is_held_when_nothing_else_gives_and_a_note_says_so(desk: Desk, folder: Path) -> None:
    clips = [_clip(folder, 2, {"flexes": True}) for _ in range(2)]
    film = desk.edit(*clips, seconds=6, transition="cut")
    assert [shot.visible for shot in film.shots] == [90, 90]
    assert desk.notes[0] == "Shot 1 holds its last picture for 1.0 s. A longer clip would move on."


def test_a_clip_in_a_cut_of_its_own_flexes_too_unless_it_was_trimmed(desk: Desk, folder: Path) -> None:
    clip = _clip(folder, 4, {"flexes": True})
    whole = desk.keep(move(clip, camera="push in", work=desk.work()))
    part = desk.keep(trim(clip, start=1, seconds=2, work=desk.work()))
    film = desk.edit(whole, part, seconds=4, transition="cut")
    assert [shot.visible for shot in film.shots] == [60, 60]


def test_the_clip_of_a_card_begins_a_chapter(desk: Desk, folder: Path) -> None:
    card = _clip(folder, 2, {"flexes": True, "look": "quiet", "text": "The Keeper\nof the sea", "title": "The Keeper"})
    assert desk.edit(card, "a.png").shots[0].chapter == "The Keeper"


def test_one_recording_goes_over_all_shots(desk: Desk, folder: Path) -> None:
    film = desk.edit("a.png", "b.png", "c.png", narration=folder / "four.flac", transition="cut")
    (said,) = film.voices
    assert (said.start, said.media) == (9, "four.flac")
    assert film.frames == said.start + said.frames + 12, "the shots share its length, with quiet before and after"
    assert max(s.visible for s in film.shots) - min(s.visible for s in film.shots) <= 1
    assert " ".join(c.text for c in film.captions).replace("\n", " ").startswith("Every evening Tomas")


def test_a_recording_longer_than_the_film_says_so_and_two_narrators_too(desk: Desk, folder: Path) -> None:
    film = desk.edit("a.png", "b.png", narration=folder / "four.flac", seconds=3)
    assert film.seconds > 4
    assert any("the narration needs that long" in note for note in desk.notes)
    desk.edit("a.png", narration=folder / "four.flac", voices=["two.flac"])
    assert any("heard at once" in note for note in desk.notes)
    with pytest.raises(PersonError, match="The narration"):
        desk.edit("a.png", narration=folder / "nothing.flac")


def test_a_film_longer_than_its_recording_keeps_its_length(desk: Desk, folder: Path) -> None:
    assert desk.edit("a.png", "b.png", narration=folder / "two.flac", seconds=12).seconds == 12


def test_a_cancel_is_heard_between_the_shots(folder):
    desk = Desk(folder).work()
    desk.cancelled.set()
    with pytest.raises(Cancelled):
        edit(shots=[folder / "a.png"] * 3, work=desk)
