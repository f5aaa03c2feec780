"""The film's sound in one piece: words, the shots' own sound and music under them, at one loudness."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.hearing import has_sound, hear
from pipelines.loudness import QUIET, RATE, Loudness, Meter, blocks, limited, measure
from studio.errors import PersonError
from studio.sounds import writing
from studio.timeline import Timeline
from studio.work import Work

if TYPE_CHECKING:
    import numpy as np

WORDS = -18.0  # LUFS of every voice before the whole is brought to its loudness
CEILING = -1.5  # dBTP: half a decibel of room, for the encoder rounds peaks upwards
DUCK = 11.0  # dB that music steps back while words are heard
_ATTACK, _RELEASE, _JOIN = 0.25, 0.6, 1.2  # seconds; pauses shorter than _JOIN do not bring the music back
_MOST = 20.0  # dB a single voice or shot is turned up or down at most
_LIFT = 24.0  # dB the finished mix is turned up at most
_SEAM = 2.0  # seconds over which music that is too short fades into itself
_TICK = RATE // 100


@dataclass(frozen=True)
class _Part:
    """Sound that begins at sample `at` of the film; `gain` brings it to its level, `fades` are samples at both ends."""

    at: int
    sound: "np.ndarray"
    gain: float
    fades: tuple[int, int]


def soundtrack(timeline: Timeline, folder: Path, music: Path | None, work: Work, *, music_level: float = -16.0,
               lufs: float = -14.0) -> Path:  # fmt: skip
    """Mix a film's sound into a 48 kHz stereo WAV (24 bit) of exactly round(frames / rate × 48000) samples.

    Media are looked up by name in `folder`; `music` is a sound or a MIDI file, looped or cut to the film's length.
    `music_level` is the music's loudness while words are heard, against theirs, in LU; between words it comes up
    by 11 dB. The whole is brought to `lufs` (EBU R128, integrated), true peak under -1 dBTP. A film with nothing
    to hear stays silent. Raises PersonError for media that cannot be read.
    """
    import numpy as np

    total = round(timeline.seconds * RATE)
    raw = _blank(work.path("mix.f32"), max(1, total))
    work.progress(0.0, "Placing the sound")
    mix = raw[:total]
    voices = list(_voices(timeline, folder, work))
    own = list(_shot_sounds(timeline, folder, work))
    words = _duck(_heard(voices, work), total)
    for part in voices:
        _lay(mix, part, None, work)
    for part in own:
        _lay(mix, part, words, work)
    if music is not None:
        work.progress(0.3, "Laying the music")
        under = np.minimum(words, _duck(_heard(own, work), total))
        _lay_music(mix, _music(music, work), under, music_level, work)
    work.progress(0.7, "Setting the loudness")
    return _finish(mix, lufs, work)


# ---------------------------------------------------------------- what is heard


def _sample(frame: int, rate: Fraction) -> int:
    return round(frame * RATE / rate)


def _blank(path: Path, samples: int) -> "np.ndarray":
    """Silence of shape (samples, 2) in a file. Its blocks are written first: a mapped file that meets a full disk
    only when it is filled ends the whole program (SIGBUS); written so, it is an OSError here."""
    import numpy as np

    block = bytes(1 << 20)
    with path.open("wb") as file:
        left = samples * 8
        while left > 0:
            left -= file.write(block[: min(left, len(block))])
    return np.memmap(path, np.float32, "r+", shape=(samples, 2))


def _voices(timeline: Timeline, folder: Path, work: Work) -> Iterator[_Part]:
    for voice in timeline.voices:
        sound = hear(folder / voice.media, work, seconds=float(voice.frames / timeline.rate))
        level = measure(sound, work.check).integrated
        if level > QUIET:
            yield _Part(_sample(voice.start, timeline.rate), sound, _towards(WORDS, level), (_TICK // 2, _TICK // 2))


def _shot_sounds(timeline: Timeline, folder: Path, work: Work) -> Iterator[_Part]:
    """The videos' own sound, handed over from shot to shot as long as their pictures are."""
    rate, before = timeline.rate, 0
    for start, shot in zip(timeline.starts, timeline.shots, strict=True):
        after = shot.transition.frames if shot.transition else 0
        path = folder / shot.media
        if shot.sound and shot.kind == "Video" and has_sound(path):
            lead = max(0, -shot.source_in)  # a source range may begin before the file does
            begin, seconds = max(0, shot.source_in) / rate, (shot.visible - lead) / rate
            sound = _own_sound(path, float(begin), float(seconds), work)
            level = measure(sound, work.check).integrated
            if level > QUIET + 10:
                fades = (max(_TICK, _sample(before, rate)), max(_TICK, _sample(after, rate)))
                yield _Part(_sample(start + lead, rate), sound, _towards(WORDS, level), fades)
        before = after


def _own_sound(path: Path, begin: float, seconds: float, work: Work) -> "np.ndarray":
    import numpy as np

    try:
        return hear(path, work, start=begin, seconds=seconds)
    except PersonError as error:
        work.note(f"{error} The shot stays silent.")
        return np.zeros((0, 2), np.float32)


def _towards(aim: float, level: float) -> float:
    """The factor from one loudness to another, within reason."""
    return _decibels(min(_MOST, max(-_MOST, aim - level)))


def _decibels(value: float) -> float:
    """The factor of so many decibels."""
    return float(10 ** (value / 20))


def _lay(mix: "np.ndarray", part: _Part, duck: "np.ndarray | None", work: Work) -> None:
    """Add a part to the mix, eased in and out, under `duck`; what lies past the film's end is not heard."""
    import numpy as np

    count = min(len(part.sound), len(mix) - part.at)
    head, tail = (min(f, count // 2) for f in part.fades)
    for begin, end in blocks(count):
        work.check()
        piece = part.sound[begin:end] * np.float32(part.gain)
        where = np.arange(begin, end)
        if begin < head:
            piece *= np.sin(np.minimum(1, (where + 0.5) / head) * np.pi / 2)[:, None].astype(np.float32)
        if end > count - tail:
            piece *= np.sin(np.minimum(1, (count - where - 0.5) / tail) * np.pi / 2)[:, None].astype(np.float32)
        if duck is not None:
            piece *= _curve(duck, part.at + begin, part.at + end)
        mix[part.at + begin : part.at + end] += piece


def _curve(duck: "np.ndarray", begin: int, end: int) -> "np.ndarray":
    """The factors of a ducking for samples [begin, end), shape (n, 1)."""
    import numpy as np

    factors = np.interp(np.arange(begin, end) / _TICK, np.arange(len(duck)), 10 ** (duck / 20))
    return factors[:, None].astype(np.float32)


# ---------------------------------------------------------------- music


def _music(music: Path, work: Work) -> "np.ndarray":
    """The music's samples without silence at its ends."""
    import numpy as np

    if music.suffix.lower() in (".mid", ".midi"):
        from pipelines.synth import render_midi, soundfont_file

        sound = render_midi(music, soundfont_file(work.pack("general-user")), check=work.check)
    else:
        sound = hear(music, work)
    loud = [float(np.abs(sound[b:e]).max()) for b, e in blocks(len(sound), _TICK)]
    heard = np.flatnonzero(np.array(loud) > 1e-3)
    if not len(heard):
        work.note("The music is silent.")
        return np.zeros((0, 2), np.float32)
    return sound[heard[0] * _TICK : (heard[-1] + 1) * _TICK]


def _lay_music(mix: "np.ndarray", music: "np.ndarray", duck: "np.ndarray", level: float, work: Work) -> None:
    """Music over the whole film, `level` LU against the words where `duck` is deepest."""
    import numpy as np

    if not len(music) or not len(mix):
        return
    loud = measure(music, work.check).integrated
    gain = _decibels(max(-40.0, min(40.0, WORDS + level + DUCK - loud))) if loud > QUIET else 1.0
    ends_itself = len(mix) <= len(music) <= len(mix) + RATE // 2 or len(music) < len(mix) <= len(music) + RATE
    head, tail = RATE // 10, min(len(mix) // 4, RATE if ends_itself else 3 * RATE)
    for begin, end in blocks(len(mix)):
        work.check()
        where = np.arange(begin, end)
        ease = np.minimum(1, (where + 0.5) / head) * np.clip((len(mix) - where - 0.5) / tail, 0, 1)
        curve = _curve(duck, begin, end) * (ease * gain)[:, None].astype(np.float32)
        mix[begin:end] += _looped(music, begin, end, ends_itself) * curve


def _looped(music: "np.ndarray", begin: int, end: int, once: bool) -> "np.ndarray":
    """Samples [begin, end) of the music repeated for ever, each round fading into the next; once: then silence."""
    import numpy as np

    out = np.zeros((end - begin, 2), np.float32)
    seam = 0 if once else min(round(_SEAM * RATE), len(music) // 4)
    stride = len(music) - seam
    for turn in range(max(0, (begin - seam) // stride), 1 if once else (end // stride) + 1):
        low, high = max(begin, turn * stride), min(end, turn * stride + len(music))
        if low >= high:
            continue
        where = np.arange(low - turn * stride, high - turn * stride)
        piece = music[where[0] : where[-1] + 1]
        if seam:
            shape = np.clip((len(music) - where) / seam, 0, 1)
            if turn:
                shape = shape * np.clip(where / seam, 0, 1)
            piece = piece * np.sin(shape * np.pi / 2)[:, None].astype(np.float32)
        out[low - begin : high - begin] += piece
    return out


def _heard(parts: list[_Part], work: Work) -> list[tuple[float, float]]:
    """Stretches, in seconds, in which any of the parts is really heard; short pauses belong to them."""
    import numpy as np

    found: list[tuple[float, float]] = []
    for part in parts:
        level = np.array([float(np.abs(part.sound[b:e]).max()) for b, e in blocks(len(part.sound), _TICK)])
        work.check()
        heard = np.flatnonzero(level > level.max(initial=0.0) * 0.03)
        at = part.at / RATE
        found += [(at + i / 100, at + (i + 1) / 100) for i in heard]
    joined: list[tuple[float, float]] = []
    for begin, end in sorted(found):
        if joined and begin - joined[-1][1] < _JOIN:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


def _duck(spoken: list[tuple[float, float]], total: int) -> "np.ndarray":
    """The music's step back in dB, every 10 ms: down before the words begin, up again after they end."""
    import numpy as np

    time = np.arange(total // _TICK + 2) / 100
    depth = np.zeros(len(time))
    for begin, end in spoken:
        near = slice(max(0, int((begin - _ATTACK) * 100)), int((end + _RELEASE) * 100) + 2)
        t = time[near]
        away = np.maximum((begin - t) / _ATTACK, (t - end) / _RELEASE).clip(0, 1)
        depth[near] = np.maximum(depth[near], 0.5 + 0.5 * np.cos(np.pi * away))
    return -DUCK * depth


# ---------------------------------------------------------------- loudness


def _finish(mix: "np.ndarray", lufs: float, work: Work) -> Path:
    """Write the mix at its loudness; the limiter takes some away, so the gain is corrected and tried again."""
    loud = measure(mix, work.check)
    gain = 1.0
    if loud.integrated > QUIET:
        gain = _decibels(min(_LIFT, lufs - loud.integrated))
        if lufs - loud.integrated > _LIFT:
            work.note(f"The film's sound is so faint that it was not brought up to {lufs:g} LUFS.")
    path = work.path("soundtrack.wav")
    for attempt in range(3):
        reached = _write(mix, path, gain, work).integrated
        work.progress(0.8 + 0.06 * attempt, "Setting the loudness")
        if loud.integrated <= QUIET or lufs - loud.integrated > _LIFT or abs(reached - lufs) < 0.15:
            break
        gain *= _decibels(max(-3.0, min(3.0, lufs - reached)))
    return path


def _write(mix: "np.ndarray", path: Path, gain: float, work: Work) -> Loudness:
    meter = Meter()
    with writing(path, RATE, 2, "WAV", "PCM_24") as out:
        for _, piece in limited(mix, gain, _decibels(CEILING)):
            work.check()
            meter.add(piece)
            out.write(piece)
    return meter.read()
