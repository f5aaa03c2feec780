"""How well music meets the cuts and the mood, how well speech is understood, how loud films come out.

    python benchmarks/sound.py [--quick]

cut_hits            share of the reachable cuts of many films on which a chord lands within a frame
cut_hits_unaligned  the same for a score of the same length written without knowing the cuts
va_correlation      of the valence and arousal asked with those read back from the MIDI, the smaller of both
style_accuracy      share of pieces whose style is found again from what they sound like
wer                 word error rate of a recogniser over sentences the voices read
dnsmos              the speech's quality as a listener would mark it, 1 to 5, guessed by DNSMOS
lufs_error_max      farthest a film's loudness comes out from what was asked, of those that can reach it
true_peak_max       highest true peak of them, dBTP
compose_x_realtime  seconds of music written in a second

Each part is a program of its own (benchmarks/sound_*.py) and tells more alone. `--quick` takes less than a minute.
Packs already here are used, nothing is downloaded; what cannot be measured without one is null. The last line is one
JSON object.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PARTS = ("score", "feeling", "styles", "speech", "mix")
FIGURES = {
    "cut_hits": "≥ .98", "cut_hits_unaligned": "for comparison", "va_correlation": "≥ .8", "style_accuracy": "≥ .95",
    "wer": "≤ .03", "dnsmos": "", "lufs_error_max": "≤ .5", "true_peak_max": "≤ -1", "compose_x_realtime": "≥ 20",
}  # fmt: skip


def part(name: str, quick: bool) -> dict[str, Any]:
    """What one part measures; {} with its last words on standard error where it fails."""
    command = [sys.executable, str(HERE / f"sound_{name}.py"), *(["--quick"] if quick else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stdout.strip().splitlines()
    try:
        return dict(json.loads(lines[-1])) if done.returncode == 0 else {}
    except (IndexError, ValueError):
        return {}
    finally:
        if done.returncode:
            print(f"sound_{name}.py failed: {done.stderr.strip()[-600:]}", file=sys.stderr)


def main() -> None:
    """Measure, print a table, and end with the JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="under 60 s: fewer films, moods and sentences")
    quick = parser.parse_args().quick
    found: dict[str, Any] = {}
    for name in PARTS:
        print(f"measuring: {name}", file=sys.stderr)
        found |= part(name, quick)
    figures = {key: found.get(key) for key in FIGURES}
    for key, value in figures.items():
        print(f"{key:<20} {'–' if value is None else f'{value:.3f}':>9}   {FIGURES[key]}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
