"""What happens in a run, as frozen values: one stream for the screen, the command line and the tests."""

from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Artifact:
    """A finished thing, named by its content. `path` is read-only and lies beside its like."""

    digest: str  # sha256 of the bytes
    kind: str
    suffix: str
    bytes: int
    path: Path

    @property
    def name(self) -> str:
        return self.digest + self.suffix


@dataclass(frozen=True)
class RunStarted:
    run: str
    steps: tuple[str, ...]  # in running order; those recalled are among them


@dataclass(frozen=True)
class StepStarted:
    step: str
    tool: str


@dataclass(frozen=True)
class StepProgress:
    step: str
    share: float  # 0 to 1
    words: str


@dataclass(frozen=True)
class StepNote:
    """A fallback, or something else the person should know about a step."""

    step: str
    words: str


@dataclass(frozen=True)
class StepPreview:
    """What a step has made so far, as a small picture; each takes the place of the one before."""

    step: str
    jpeg: bytes


@dataclass(frozen=True)
class StepDone:
    step: str
    made: Artifact
    recalled: bool
    seconds: float  # what making it cost, now or when it was made
    key: str  # of its record in the store


@dataclass(frozen=True)
class StepFailed:
    step: str
    words: str
    bug: bool  # ours, not the person's


@dataclass(frozen=True)
class StepBlocked:
    """Not run because a step above it failed."""

    step: str
    by: str


@dataclass(frozen=True)
class StepCancelled:
    step: str


@dataclass(frozen=True)
class PackProgress:
    """A pack on its way; share 1.0 means it is here."""

    pack: str
    share: float
    words: str


@dataclass(frozen=True)
class PlanLine:
    """One line of a plan as the agent writes it; what it is in the end, `Proposed` says."""

    line: str


@dataclass(frozen=True)
class Proposed:
    """A whole plan the agent puts forward: its text, who wrote it, how the brief was read, what to know."""

    text: str
    by: str
    reading: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class JobFailed:
    """A job that ended before its run did, in a sentence."""

    words: str
    bug: bool


@dataclass(frozen=True)
class RunDone:
    run: str
    ok: bool
    cancelled: bool
    seconds: float


Event = (
    RunStarted
    | StepStarted
    | StepProgress
    | StepNote
    | StepPreview
    | StepDone
    | StepFailed
    | StepBlocked
    | StepCancelled
    | PackProgress
    | PlanLine
    | Proposed
    | JobFailed
    | RunDone
)
_TYPES = {t.__name__: t for t in Event.__args__}


def to_json(event: Event) -> dict[str, Any]:
    """A plain form of an event, for the ledger and for `--json`."""
    plain = asdict(event)
    if isinstance(event, StepDone):
        plain["made"]["path"] = str(event.made.path)
    if isinstance(event, StepPreview):
        plain["jpeg"] = b64encode(event.jpeg).decode()
    return {"event": type(event).__name__, **plain}


def from_json(plain: dict[str, Any]) -> Event:
    """The event `to_json` wrote. Raises KeyError for an event this version does not know."""
    values = dict(plain)
    kind = _TYPES[values.pop("event")]
    if kind is StepDone:
        made = dict(values["made"])
        values["made"] = Artifact(**{**made, "path": Path(made["path"])})
    if kind is StepPreview:
        values["jpeg"] = b64decode(values["jpeg"])
    for name, value in values.items():
        if isinstance(value, list):
            values[name] = tuple(value)
    event: Event = kind(**values)
    return event
