"""A simple chart from a few numbers: bars, columns, a line or a ring."""

from typing import Annotated, Literal

from pydantic import Field

from pipelines.type import faces as fonts
from studio.errors import PersonError
from studio.kinds import Image, Text, read_text
from studio.work import Work

settle = fonts.settle


def chart(
    values: Text,
    kind: Literal["auto", "bars", "columns", "line", "donut"] = "auto",
    heading: Annotated[str, Field(max_length=2000)] = "",
    unit: Annotated[str, Field(max_length=20)] = "",
    source: Annotated[str, Field(max_length=2000)] = "",
    look: Literal["auto", "quiet", "bold", "poster", "minimal", "paper", "neon", "documentary"] = "auto",
    mood: Literal["auto", "warm", "calm", "bright", "dark", "fresh"] = "auto",
    shape: Literal["16:9", "9:16", "1:1", "4:5"] = "16:9",
    background: Image | None = None,
    seed: int = 1,
    *,
    work: Work,
) -> Image:
    """Draw the numbers in `values` as a chart.

    Each is a name and a number: "Solar 40, Wind 35, Coal 25", "2019: 3.5; 2020: 4.1", or one a line. At most 12 bars or
    columns, 8 parts of a ring, 60 points of a line; a note says what was left out. PNG of the film's shape, as `title`
    makes it, in the same designs; under `animate` bars grow, lines are drawn and rings swept. Raises PersonError when
    there is no number to show.

    Args:
        values: Names and their numbers.
        kind: How they are shown; auto is what suits them: a course of time as a line, parts of a whole as a donut.
        heading: What the chart shows.
        unit: What the numbers are counted in, such as % or TWh.
        source: Where they come from, small at the foot.
        look: The card's design, as for `title`. Auto is one that suits the words.
        mood: Its colours; auto is what the words tell.
        shape: Width to height of the film it is for.
        background: A picture to lie darkened and softened behind the chart.
        seed: Another number, another ground.
    >>> card = chart(values="Solar 40, Wind 35, Coal 25", heading="Where the power comes from", unit="%", look="quiet")
    """
    from pipelines.type import typeset
    from pipelines.type.cards import amounts, charts, making
    from pipelines.type.cards.order import CardOrder

    words = typeset.tidy(read_text(values))
    found = amounts.entries(words)
    if not found:
        raise PersonError('The chart has no numbers. Write names and values, such as "Solar 40, Wind 35, Coal 25".')
    left = amounts.unread(words)
    if left:
        work.note(f"Left out of the chart, as it holds no name and number: {typeset.cut(', '.join(left), 120)}")
    drawn = charts.kind_of(found, unit) if kind == "auto" else kind
    if drawn == "donut" and any(entry.amount.value < 0 for entry in found):
        work.note("A ring cannot show values below zero; they are shown as bars.")
        drawn = "bars"
    if drawn == "donut" and not any(entry.amount.value for entry in found):
        work.note("A ring needs a value above zero; the values are shown as bars.")
        drawn = "bars"
    most = charts.MOST[drawn]
    if len(found) > most:
        work.note(f"The chart shows the first {most} of {len(found)} values.")
    above = making.shortened(heading, 160, "heading", work)
    below = making.shortened(source, 200, "source", work)
    rows = [f"{typeset.cut(entry.label, 80)}: {entry.amount.written()}" for entry in found[:most]]
    order = CardOrder(
        "chart", "\n".join(rows), below, above, drawn, making.line(unit, 20), look, mood, shape, seed=seed
    )
    told = {"text": "\n".join(each for each in (above, *rows, below) if each), "chart": drawn}
    return making.made(order, background, work, told)
