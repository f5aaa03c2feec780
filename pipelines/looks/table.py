"""Every look by its name."""

from pipelines.looks import cut, filmed, lines, printed, thick, wet
from pipelines.looks.look import Apply, Ground, Look


def _shaded(ground: Ground, layered: bool) -> Apply:
    """As it was drawn."""
    return lambda pixels, seconds: pixels


_ALL = (
    Look("shaded", _shaded),
    Look("paper", wet.paper),
    Look("paper-cut", cut.cut_paper, cut.sheets),
    Look("clay", thick.clay),
    Look("flat", printed.flat),
    Look("ink", lines.ink),
    Look("watercolour", wet.watercolour),
    Look("storybook", wet.storybook),
    Look("oil", thick.oil),
    Look("pencil", lines.pencil),
    Look("crayon", lines.crayon),
    Look("chalk", lines.chalk),
    Look("comic", printed.comic),
    Look("riso", printed.riso),
    Look("duotone", printed.duotone),
    Look("noir", filmed.noir),
    Look("vintage", filmed.vintage),
    Look("vhs", filmed.vhs),
    Look("neon", filmed.neon),
    Look("blueprint", lines.blueprint),
    Look("pixel", printed.pixel),
)
LOOKS = {look.name: look for look in _ALL}
