"""What the beds of sound measure: how fast they are made, how loud, how wide, whether they loop without a seam.

    python benchmarks/sound_effects.py [--quick]

bed_x_realtime_min   seconds of the slowest bed made in a second of one core
bed_lufs_spread      farthest a bed's own loudness comes out from -30 LUFS before it is set, dB
bed_width_max        most alike the two sides of a bed are (correlation; 1 is mono)
bed_seam_max         loudest step over the seam of a seamless bed, beside the loudest of its usual steps
bed_repeat_max       most alike a bed is to itself at any later moment (envelope, correlation), which a loop would be
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

_QUICK = ("rain", "surf", "wind in trees", "dawn chorus", "street", "campfire")


def beds(quick: bool) -> dict[str, Any]:
    """The worst figure over all beds (over six of them when `quick`) and each bed's own, by name."""
    from pipelines.effects.beds import BEDS

    told = {name: one_bed(name, 16 if quick else 48) for name in (_QUICK if quick else BEDS)}
    return {
        "bed_x_realtime_min": min(row["x_realtime"] for row in told.values()),
        "bed_lufs_spread": max(abs(row["lufs"] + 30) for row in told.values()),
        "bed_width_max": max(row["alike"] for row in told.values()),
        "bed_seam_max": max(row["seam"] for row in told.values()),
        "bed_repeat_max": max(row["repeat"] for row in told.values()),
        "beds": told,
    }


def one_bed(name: str, seconds: int) -> dict[str, float]:
    """Figures of one bed of middling force: speed, loudness, peak (dBFS), mean, likeness of its sides, centroid (Hz),
    flatness, modulation, seam, repetition."""
    import numpy as np

    from pipelines.effects.beds import Layer, mixed
    from pipelines.effects.delivering import _seamless
    from pipelines.effects.stretches import RATE, SPAN, flowing
    from pipelines.sound.loudness import measure

    make = mixed((Layer(name),), {})
    began = time.process_time()
    sound = np.concatenate(list(flowing(make, 1, 0, seconds * RATE, lambda: None)))
    rendered = seconds + 2 * SPAN / RATE
    speed = rendered / (time.process_time() - began)
    looped = np.concatenate(list(_seamless(make, 1, 6 * RATE, lambda: None)))
    steps = np.abs(np.diff(np.concatenate([looped[-RATE // 2 :], looped[: RATE // 2]]), axis=0)).max(axis=1)
    power = np.abs(np.fft.rfft(sound.mean(axis=1))) ** 2 + 1e-12
    freq = np.fft.rfftfreq(len(sound), 1 / RATE)
    level = np.sqrt(np.square(sound[: len(sound) // 2400 * 2400].reshape(-1, 2400 * 2)).mean(axis=1))  # of 50 ms
    return {
        "x_realtime": round(speed, 1),
        "lufs": round(measure(sound).integrated, 2),
        "peak": round(20 * float(np.log10(np.abs(sound).max())), 1),
        "mean": float(abs(sound.mean())),
        "alike": round(float(np.corrcoef(sound.T)[0, 1]), 3),
        "centroid": round(float((power * freq).sum() / power.sum())),
        "flatness": round(float(np.exp(np.log(power).mean()) / power.mean()), 4),
        "modulation": round(float(level.std() / level.mean()), 3),
        "seam": round(float(steps[RATE // 2 - 1] / np.percentile(steps, 99.9)), 2),
        "repeat": round(_repeat(level), 2),
    }


def _repeat(level: Any) -> float:
    """The highest correlation of an envelope with itself two seconds later or more; 1 for a loop."""
    import numpy as np

    flat = (level - level.mean()) / (level.std() + 1e-9)
    found = [float(np.mean(flat[lag:] * flat[:-lag])) for lag in range(40, len(flat) // 2)]
    return max(found)


def main() -> None:
    """Measure, print a row for each bed, and end with one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--quick", action="store_true", help="six beds, 16 s each")
    found = beds(parser.parse_args().quick)
    for name, row in found.pop("beds").items():
        print(f"{name:<18}" + "  ".join(f"{key} {value:g}" for key, value in row.items()))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
