"""When what is on a card arrives: eased, overlapping, and early enough to be read."""

from dataclasses import dataclass

_READ = 17.0  # letters a second that are comfortably read


@dataclass(frozen=True)
class Beat:
    """A stretch of a clip, in seconds: something begins to arrive at `start` and has arrived at `end`."""

    start: float
    end: float

    def at(self, seconds: float) -> float:
        """How much of it is over: 0 to 1."""
        if seconds >= self.end:
            return 1.0
        return max(0.0, (seconds - self.start) / (self.end - self.start))

    def parts(self, count: int, overlap: float = 0.6) -> list["Beat"]:
        """As many beats within this one, each beginning before the last has ended."""
        step = (self.end - self.start) / max(1.0, count - (count - 1) * overlap)
        starts = [self.start + n * step * (1 - overlap) for n in range(count)]
        return [Beat(s, s + step) for s in starts]


def arrival(natural: float, letters: int, seconds: float | None) -> float:
    """In how many seconds all of a card arrives: its `natural` time, or less where a clip of `seconds` would leave too
    little to read its letters."""
    if seconds is None:
        return natural
    left = seconds - letters / _READ
    return max(0.05, min(natural, max(0.3 * seconds, min(left, 0.6 * seconds))))


def out(x: float) -> float:
    """Fast, then settling (cubic)."""
    return 1 - (1 - x) ** 3


def settle(x: float) -> float:
    """Faster, settling longer (quintic)."""
    return 1 - (1 - x) ** 5


def smooth(x: float) -> float:
    """Slow, fast, slow."""
    return x * x * x * (x * (6 * x - 15) + 10)


def spring(x: float) -> float:
    """A little too far, and back."""
    return 1 + 2.2 * (x - 1) ** 3 + 1.2 * (x - 1) ** 2
