"""A film's buses, each in a file, packed together; laid over each other they are the film's mix."""

import zipfile
from pathlib import Path
from typing import Literal, get_args

from pipelines.assemble import mix
from pipelines.sound.loudness import RATE
from studio.disk import disk_said
from studio.timeline import Bus, Timeline
from studio.whole import appearing
from studio.work import Work

_BUSES: tuple[Bus, ...] = get_args(Bus)


def archive(timeline: Timeline, folder: Path, music: Path | None, kind: Literal["flac", "wav"], work: Work, *,
            music_level: float, lufs: float) -> Path:  # fmt: skip
    """Write stems.zip: mix, speech, music, effects, clips (those with something on them) and read-me.txt.

    Raises PersonError as `mix.soundtrack`; no half-written archive is left. The same cut gives the same bytes.
    """
    mixed = mix.mix(timeline, folder, music, work, music_level, lufs, stems=_BUSES)
    mixed.tell()
    path, one = work.path("stems.zip"), work.path(f"stem.{kind}")
    names: list[str] = []
    with (
        disk_said("the archive of stems"),
        appearing(path) as waiting,
        zipfile.ZipFile(waiting, "w", zipfile.ZIP_STORED, allowZip64=True) as pack,
    ):
        for name, wave in [("mix", mixed.mix), *((bus, mixed.stems[bus]) for bus in _BUSES if bus in mixed.stems)]:
            if name != "mix" and not wave.heard(work.check):
                continue
            mixed.write(wave, one, kind.upper(), "PCM_24")
            names.append(f"{name}.{kind}")
            with pack.open(zipfile.ZipInfo(names[-1]), "w", force_zip64=True) as into, one.open("rb") as file:
                while chunk := file.read(1 << 20):
                    work.check()
                    into.write(chunk)
            one.unlink()
        pack.writestr(zipfile.ZipInfo("read-me.txt"), _told(timeline, names, lufs))
    mixed.close()
    return path


def _told(timeline: Timeline, names: list[str], lufs: float) -> str:
    parts = ", ".join(names[1:]) or "none: nothing is heard in this film"
    return (
        f"{timeline.name or 'A film'}, made with Reelwright\n"
        f"{names[0]} is the film's sound, {lufs:g} LUFS; its parts: {parts}.\n"
        f"All begin with the film's first picture, {round(timeline.seconds * RATE)} samples at {RATE} Hz in each. Laid "
        "over each other without any change of level, the parts are the mix.\n"
    )
