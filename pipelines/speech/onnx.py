"""What the kinds of voice share: ONNX sessions, and how times of a network's tokens become times of phonemes."""

from dataclasses import dataclass
from typing import Any, Protocol

Spans = tuple[tuple[int, int], ...]  # stretches of a line's phonemes, (first, last + 1)

# Kokoro, and hibari which learnt from it, sound every phoneme this much before their own durations say: measured on
# words after silence, 45 to 50 ms with four voices.
EARLY = 0.045

_LONGER = 1.22  # how much longer, higher and louder a stressed word is said
_HIGHER = 1.13
_LOUDER = 10 ** (3.0 / 20)


class Voice(Protocol):
    """`rate` in Hz; `say` gives float32 samples (n,), when the first phoneme begins and when each ends, in seconds.

    `speed` 1 is the voice's own pace, `seed` throws its dice, `stressed` are the phonemes said with emphasis.
    """

    rate: int

    def say(self, phonemes: str, speed: float, seed: int, stressed: Spans = ()) -> tuple[Any, list[float]]: ...


def session(model: bytes) -> Any:
    """The network, ready to run on one core: more threads would change the last bits."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def ran(network: Any, feed: dict[str, Any]) -> list[Any]:
    """The network's outputs; of `feed` it takes what it knows."""
    found: list[Any] = network.run(None, {i.name: feed[i.name] for i in network.get_inputs()})
    return found


def spread(heard: list[bool], ends: Any) -> list[float]:
    """The line's beginning, then an end for every phoneme: one the voice does not know ends where the last one does.

    `ends` holds the end of the lead-in, then of each phoneme that is heard.
    """
    at, found = float(ends[0]), []
    known = iter(ends[1:])
    for is_heard in heard:
        at = float(next(known)) if is_heard else at
        found.append(at)
    return [float(ends[0]), *found]


@dataclass(frozen=True)
class Emphasis:
    """How frames of speech change where it is stressed.

    `source` (n,) says which frame each new frame repeats, `weight` (n,) how far it is stressed, 0 to 1, and `units`
    how many new frames each token has.
    """

    source: Any
    weight: Any
    units: Any

    @property
    def pitch(self) -> Any:
        """(n,) what the pitch of each new frame is multiplied by."""
        return 1 + (_HIGHER - 1) * self.weight

    def louder(self, samples: Any) -> Any:
        """The finished samples (n,), the stressed frames louder."""
        import numpy as np

        if not self.weight.any():
            return samples
        at = (np.arange(len(samples)) + 0.5) / len(samples) * len(self.weight) - 0.5
        return samples * (_LOUDER ** np.interp(at, np.arange(len(self.weight)), self.weight)).astype(np.float32)


def emphasis(units: Any, stressed: list[bool], ease: int = 3) -> Emphasis:
    """Stretch the frames of stressed tokens. `units` (t,) counts each token's frames, `stressed` is per token.

    `ease`: over how many frames the stress comes and goes, so that neither pitch nor loudness jumps.
    """
    import numpy as np

    units = np.asarray(units, np.int64)
    due = np.cumsum(np.where(stressed, units * (_LONGER - 1), 0.0))
    longer = units + np.diff(np.floor(due + 0.5), prepend=0).astype(np.int64)
    starts = np.cumsum(units) - units
    source = [
        start + np.arange(new) * old // max(1, new) for start, old, new in zip(starts, units, longer, strict=True)
    ]
    weight = np.repeat(np.asarray(stressed, np.float64), longer)
    if weight.any():
        bell = np.hanning(2 * ease + 3)[1:-1]
        weight = np.convolve(np.pad(weight, ease, mode="edge"), bell / bell.sum(), mode="valid")
    return Emphasis(np.concatenate(source).astype(np.int64), weight, longer)
