"""Length, size, frame rate, seed and voice set across a plan: only the lines concerned change."""

from collections.abc import Mapping
from dataclasses import dataclass

from studio.errors import PersonError
from studio.plan import Plan, Step, Value, read, write
from studio.tool import Tool


@dataclass(frozen=True)
class Adjustments:
    """What the person set outside the brief and the plan; None leaves the plan's own word."""

    seconds: float | None = None
    size: str | None = None  # "1280x720"
    fps: float | None = None
    seed: int | None = None
    voice: str | None = None

    def __post_init__(self) -> None:
        if self.seconds is not None and not 0.5 <= self.seconds <= 7200:
            raise PersonError(f"A film is between half a second and two hours long, not {self.seconds:g} s.")
        if self.fps is not None and not 1 <= self.fps <= 120:
            raise PersonError(f"The frame rate is between 1 and 120 frames a second, not {self.fps:g}.")
        if self.seed is not None and not 0 <= self.seed < 2**31:
            raise PersonError(f"A seed is a whole number from 0 to {2**31 - 1}, not {self.seed}.")

    @property
    def any(self) -> bool:
        return self != Adjustments()


def adjust(text: str, tools: Mapping[str, Tool], adjustments: Adjustments) -> str:
    """The plan's text with the adjustments in it; unchanged when there are none or the text cannot be read."""
    plan, problems = read(text)
    if problems or not adjustments.any:
        return text
    for step in plan.steps:
        for key, value in _settings(step, plan, tools, adjustments).items():
            plan = plan.replace_argument(step.name, key, value)
    return write(plan)


def _settings(step: Step, plan: Plan, tools: Mapping[str, Tool], asked: Adjustments) -> dict[str, Value]:
    tool = tools.get(step.tool)
    if tool is None:
        return {}
    found: dict[str, Value] = {}
    if asked.seconds is not None and tool.makes == "Cut" and tool.option("fps"):
        found["seconds"] = asked.seconds
    if asked.fps is not None and tool.option("fps"):
        whole = float(asked.fps).is_integer()
        found["fps"] = int(asked.fps) if whole else asked.fps
    size = tool.option("size")
    if asked.size is not None and tool.makes == "Video" and size and (not size.choices or asked.size in size.choices):
        found["size"] = asked.size
    if asked.voice is not None and tool.makes == "Audio" and tool.option("voice"):
        found["voice"] = asked.voice
    if asked.seed is not None and tool.option("seed"):
        # Each step its own seed, so that two shots of the same words still differ.
        found["seed"] = (asked.seed + plan.index(step.name)) % 2**31
    return found
