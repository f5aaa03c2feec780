"""The film's sound: its exact length, places, ducking and loudness."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import soundfile

from pipelines.assemble.mix import soundtrack
from pipelines.sound.loudness import measure
from studio.errors import Cancelled, PersonError
from studio.timeline import Shot, Sound, Timeline, Transition, Voice
from studio.work import Work
from tests.loud import true_peak

RATE = 48_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Media: a buzzing voice of 2 s, quiet and loud, steady music of 13 s, clicks, silence."""
    t = np.arange(24_000 * 2) / 24_000
    voice = sum(np.sin(2 * np.pi * 140 * k * t) / k for k in range(1, 12)) * 0.1
    soundfile.write(tmp_path / "loud.flac", voice, 24_000)
    soundfile.write(tmp_path / "faint.flac", voice * 0.2, 24_000)
    t = np.arange(RATE * 13) / RATE
    soundfile.write(tmp_path / "music.wav", np.stack([np.sin(2 * np.pi * f * t) * 0.2 for f in (220, 330)], 1), RATE)
    clicks = np.random.default_rng(1).normal(0, 0.004, (RATE * 6, 2))
    clicks[:: RATE // 2] = 0.95
    soundfile.write(tmp_path / "clicks.wav", clicks, RATE)
    soundfile.write(tmp_path / "silence.wav", np.zeros((RATE, 2)), RATE)
    return tmp_path


def _film(seconds: float, voices=(), rate=Fraction(30)) -> Timeline:
    """`voices` are (media, second it begins)."""
    said = tuple(Voice(media, int(at * rate), int(2 * rate)) for media, at in voices)
    return Timeline(rate, (Shot("x.png", "Image", int(seconds * rate)),), said)


def _mix(folder: Path, film: Timeline, music: str | None = None, **more):
    path = soundtrack(film, folder, folder / music if music else None, Work.alone(folder / "desk"), **more)
    sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
    assert (rate, sound.shape[1]) == (RATE, 2)
    return sound


def _level(sound, begin: float, end: float) -> float:
    piece = sound[int(begin * RATE) : int(end * RATE)]
    return float(10 * np.log10(np.square(piece).mean() + 1e-12))


@pytest.mark.parametrize("rate", [Fraction(30), Fraction(30000, 1001), Fraction(24000, 1001), Fraction(25)])
def test_its_length_is_the_films_to_the_sample(folder, rate):
    film = _film(3.37, rate=rate)
    assert len(_mix(folder, film)) == round(Fraction(film.frames) / rate * RATE)


@pytest.mark.parametrize(("voices", "music"), [
    ([("loud.flac", 1)], None), ([("loud.flac", 1), ("faint.flac", 5)], "music.wav"), ([], "music.wav"),
    ([], "clicks.wav"), ([("faint.flac", 1)], "clicks.wav"),
])  # fmt: skip
def test_it_reaches_the_loudness_and_keeps_its_peaks(folder, voices, music):
    sound = _mix(folder, _film(9, voices), music)
    assert measure(sound).integrated == pytest.approx(-14, abs=0.3)
    assert true_peak(sound) < -1.2


def test_another_loudness_can_be_asked_for(folder):
    assert measure(_mix(folder, _film(9), "music.wav", lufs=-23.0)).integrated == pytest.approx(-23, abs=0.3)


def test_silent_films_stay_silent(folder):
    assert not _mix(folder, _film(2)).any()
    assert not _mix(folder, _film(2), "silence.wav").any()


def test_a_voice_sounds_where_it_was_put(folder):
    sound = _mix(folder, _film(8, [("loud.flac", 3)]))
    heard = np.flatnonzero(np.abs(sound).max(axis=1) > 0.01)
    assert heard[0] / RATE == pytest.approx(3, abs=0.02)
    assert heard[-1] / RATE == pytest.approx(5, abs=0.02)


def test_voices_are_brought_to_one_loudness(folder):
    sound = _mix(folder, _film(9, [("loud.flac", 1), ("faint.flac", 5)]))
    assert _level(sound, 1.2, 2.8) == pytest.approx(_level(sound, 5.2, 6.8), abs=1)


def test_music_steps_back_before_the_words_and_comes_up_after(folder):
    film = _film(12, [("loud.flac", 5)])
    sound = _mix(folder, film, "music.wav")
    before, during, after = _tone(sound, 2, 4.5), _tone(sound, 5.1, 6.9), _tone(sound, 7.8, 9)
    assert before - during == pytest.approx(11, abs=0.7)
    assert after == pytest.approx(before, abs=0.7)
    assert _tone(sound, 4.9, 5.0) == pytest.approx(during, abs=1.5)  # down when the words begin
    assert _level(sound, 5.2, 6.8) - _level(sound, 2, 4.5) > 3


def _tone(sound, begin: float, end: float, hertz: float = 220) -> float:
    """The level of one frequency: the music's 220 Hz or the video's 1100, which no partial of the voice has."""
    piece = sound[int(begin * RATE) : int(end * RATE), 0]
    wave = np.exp(-2j * np.pi * hertz * np.arange(len(piece)) / RATE) * np.hanning(len(piece))
    return float(20 * np.log10(abs((piece * wave).mean())))


def test_short_music_is_repeated_without_a_hole_and_fades_at_the_end(folder):
    sound = _mix(folder, _film(20), "music.wav")
    levels = [_level(sound, t, t + 0.25) for t in np.arange(1, 16, 0.25)]
    assert max(levels) - min(levels) < 3.5
    assert _level(sound, 19.9, 20) < levels[0] - 20


def test_a_voice_past_the_end_is_cut_with_the_film(folder):
    assert len(_mix(folder, _film(2, [("loud.flac", 1)]))) == 2 * RATE


@pytest.fixture
def clip(folder: Path) -> Path:
    """A video of 8 s whose sound is 1100 Hz, from second 2 on."""
    import av

    path = folder / "clip.mkv"
    with av.open(str(path), "w") as out:
        picture, sound = out.add_stream("mpeg4", rate=30), out.add_stream("pcm_s16le", rate=RATE, layout="stereo")
        picture.width = picture.height = 32
        picture.pix_fmt = "yuv420p"
        for _ in range(240):
            out.mux(picture.encode(av.VideoFrame(32, 32, "yuv420p")))
        out.mux(picture.encode(None))
        t = np.arange(8 * RATE) / RATE
        wave = np.repeat(np.where(t >= 2, np.sin(2 * np.pi * 1100 * t) * 3000, 0).astype(np.int16), 2)[None]
        frame = av.AudioFrame.from_ndarray(wave, format="s16", layout="stereo")
        frame.rate, frame.pts = RATE, 0
        out.mux(sound.encode(frame))
        out.mux(sound.encode(None))
    return path


def _with_clip(**more) -> Timeline:
    """2 s of a still, then 6 s of the video from its second 1 on; half a second of dissolve."""
    still = Shot("x.png", "Image", 75, transition=Transition("dissolve", 15))
    return Timeline(Fraction(30), (still, Shot("clip.mkv", "Video", 180, source_in=30, sound=True)), **more)


@pytest.mark.usefixtures("clip")
def test_a_videos_sound_keeps_its_place(folder):
    sound = _mix(folder, _with_clip())
    heard = np.flatnonzero(np.abs(sound).max(axis=1) > 0.01)
    assert heard[0] / RATE == pytest.approx(3, abs=0.02)  # the shot begins at 2 s and shows the video from 1 s on
    assert heard[-1] / RATE == pytest.approx(8, abs=0.05)
    assert measure(sound).integrated == pytest.approx(-14, abs=0.3)


@pytest.mark.usefixtures("clip")
def test_words_over_a_video_push_its_sound_back(folder):
    sound = _mix(folder, _with_clip(voices=(Voice("loud.flac", 150, 60),)))
    alone, under = _tone(sound, 3.2, 4.6, 1100), _tone(sound, 5.1, 6.9, 1100)
    assert alone - under == pytest.approx(11, abs=0.7)


@pytest.mark.usefixtures("clip")
def test_music_steps_back_for_a_videos_sound(folder):
    sound = _mix(folder, _with_clip(), "music.wav")
    assert _tone(sound, 1, 2.6) - _tone(sound, 3.2, 7) == pytest.approx(11, abs=0.7)


def test_a_video_whose_sound_is_broken_stays_silent_with_a_note(folder, monkeypatch):
    (folder / "clip.mkv").write_bytes(b"broken")
    monkeypatch.setattr("pipelines.assemble.mixing.clips.has_sound", lambda path: True)
    notes: list[str] = []
    desk = Work(folder=folder / "desk", parts=folder, remark=notes.append)
    desk.folder.mkdir()
    sound, _ = soundfile.read(soundtrack(_with_clip(), folder, None, desk))
    assert not sound.any()
    assert "stays silent" in notes[0]


@pytest.mark.parametrize("times", [2, 5])
def test_one_voice_may_speak_several_times(folder, times):
    sound = _mix(folder, _film(3 * times, [("loud.flac", 3 * i) for i in range(times)]))
    levels = [_level(sound, 3 * i + 0.2, 3 * i + 1.8) for i in range(times)]
    assert max(levels) - min(levels) < 0.2


def test_a_broken_file_is_named(folder):
    (folder / "bad.flac").write_bytes(b"no sound at all")
    with pytest.raises(PersonError, match=r"bad\.flac"):
        _mix(folder, _film(2, [("bad.flac", 0)]))


def test_it_can_be_cancelled(folder):
    desk = Work.alone(folder / "desk")
    desk.cancelled.set()
    with pytest.raises(Cancelled):
        soundtrack(_film(2), folder, folder / "music.wav", desk)


def test_the_same_film_gives_the_same_bytes(folder):
    film = _film(4, [("loud.flac", 1)])
    assert np.array_equal(_mix(folder, film, "music.wav"), _mix(folder, film, "music.wav"))


# ---------------------------------------------------------------- effects and music of the cut


def _with(sounds, seconds: float = 12, voices=()) -> Timeline:
    film = _film(seconds, voices)
    return Timeline(film.rate, film.shots, film.voices, sounds=tuple(sounds))


def test_effects_step_back_a_little_and_music_far(folder):
    t = np.arange(12 * RATE) / RATE
    soundfile.write(folder / "wind.wav", np.sin(2 * np.pi * 1300 * t) * 0.2, RATE)
    long = [Sound("wind.wav", 0, 360, "effects"), Sound("music.wav", 0, 360, "music")]
    sound = _mix(folder, _with(long, voices=[("loud.flac", 5)]))
    assert _tone(sound, 2, 4.5, 1300) - _tone(sound, 5.1, 6.9, 1300) == pytest.approx(4, abs=0.7)
    assert _tone(sound, 2, 4.5) - _tone(sound, 5.1, 6.9) == pytest.approx(11, abs=0.7)


def test_a_sound_begins_ends_and_fades_where_it_was_put(folder):
    film = _with([Sound("music.wav", 90, 90, "music", source_in=30, fade_in=30, fade_out=15, gain=-3.0, pan=1.0)])
    sound = _mix(folder, film)
    heard = np.flatnonzero(np.abs(sound[:, 1]) > 1e-4) / RATE
    assert heard[0] == pytest.approx(3, abs=0.02)
    assert heard[-1] == pytest.approx(6, abs=0.02)
    assert np.abs(sound[:, 0]).max() < 1e-4  # wholly on the right
    assert _level(sound, 3, 3.3) < _level(sound, 4, 5) - 6 > _level(sound, 5.9, 6) - 6


@pytest.mark.parametrize("bus", ["speech", "clips"])
def test_sounds_on_the_buses_of_words_make_room_too(folder, bus):
    sound = _mix(folder, _with([Sound("loud.flac", 150, 60, bus)]), "music.wav")
    assert _tone(sound, 2, 4.5) - _tone(sound, 5.1, 6.9) == pytest.approx(11, abs=0.7)


def test_what_lies_past_the_films_end_ends_with_it_softly(folder):
    sound = _mix(folder, _with([Sound("music.wav", 30, 360, "music"), Sound("music.wav", 400, 30)], 4))
    assert len(sound) == 4 * RATE
    assert np.abs(sound[-3:]).max() < 0.02


@pytest.mark.parametrize("frames", [60, 400])
def test_music_is_never_cut_dead(folder, frames):
    """Laid for two seconds of thirteen, or until the film ends: it goes, softly."""
    sound = _mix(folder, _with([Sound("music.wav", 0, frames, "music")], 6))
    end = min(6.0, frames / 30)
    steps = [_level(sound, end - left, end - left + 0.1) for left in (0.9, 0.5, 0.3, 0.15, 0.1)]
    assert steps == sorted(steps, reverse=True)
    assert steps[0] - steps[-1] > (15 if frames == 400 else 12)


def test_music_in_notes_may_lie_in_the_cut(folder, pack):
    import mido

    track = mido.MidiTrack([mido.Message("note_on", note=60), mido.Message("note_off", note=60, time=960)])
    score = mido.MidiFile()
    score.tracks.append(track)
    score.save(folder / "m.mid")
    desk = Work.alone(folder / "desk", lambda name: pack(name))
    path = soundtrack(_with([Sound("m.mid", 30, 60, "music")], 4), folder, None, desk)
    sound, _ = soundfile.read(path, dtype="float32")
    assert np.flatnonzero(np.abs(sound).max(axis=1) > 1e-3)[0] / RATE == pytest.approx(1, abs=0.05)


def test_no_step_is_larger_than_the_sounds_own(folder, clip):
    """Voices, clips, loops and ducking join without a click."""
    film = _with_clip(voices=(Voice("loud.flac", 30, 40), Voice("loud.flac", 150, 20)),
                      sounds=(Sound("music.wav", 17, 31, "music"), Sound("music.wav", 61, 77)))  # fmt: skip
    sound = _mix(folder, film, "music.wav")
    bends = np.abs(np.diff(sound[:, 0], 3))
    assert bends.max() < 0.05


def test_a_film_too_long_for_the_disk_is_told_before_it_is_mixed(folder, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=10**9))
    with pytest.raises(PersonError, match=r"is full: the film's sound takes 8\.3 GB"):
        _mix(folder, _film(7200, [("loud.flac", 1)]))
    assert not list((folder / "desk").glob("heard-*"))


def test_sound_of_short_peaks_alone_says_what_it_comes_to(folder):
    t = np.arange(RATE * 8) / RATE
    bursts = np.random.default_rng(1).normal(0, 0.9, len(t)) * np.exp(-(t % 0.5) * 60)
    soundfile.write(folder / "bursts.wav", bursts, RATE, subtype="FLOAT")
    notes: list[str] = []
    film = replace(_film(8), sounds=(Sound("bursts.wav", 0, 240, "effects"),))
    path = soundtrack(film, folder, None, replace(Work.alone(folder / "desk"), remark=notes.append))
    sound, _ = soundfile.read(path, always_2d=True)
    assert true_peak(sound) < -1.2
    assert len(notes) == 1
    assert f"comes to {measure(sound).integrated:.1f} LUFS and not to -14" in notes[0]
