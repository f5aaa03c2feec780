"""The looks' names, for those who offer the choice; nothing heavy is imported here."""

from typing import Literal

LookName = Literal[
    "shaded", "paper", "paper-cut", "clay", "flat", "ink", "watercolour", "storybook", "oil", "pencil", "crayon",
    "chalk", "comic", "riso", "duotone", "noir", "vintage", "vhs", "neon", "blueprint", "pixel",
]  # fmt: skip
