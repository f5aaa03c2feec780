"""The looks' names and what they are like in words; nothing heavy is imported here."""

from typing import Literal

LookName = Literal[
    "shaded", "paper", "paper-cut", "clay", "flat", "ink", "watercolour", "storybook", "oil", "pencil", "crayon",
    "chalk", "comic", "riso", "duotone", "noir", "vintage", "vhs", "neon", "blueprint", "pixel",
]  # fmt: skip

# Styles of the network in the pack "style-transfer", by their place in it.
TRAINED = {
    "starry strokes": 19, "fauvist": 5, "pastel": 12, "sea mist": 14, "woodcut": 11, "mosaic": 25,
    "old print": 24,
}  # fmt: skip

# What a look is called when a model is asked for it.
WORDS = {
    "paper": "gouache painting on rough paper", "paper-cut": "layered paper cut-out art with soft shadows",
    "clay": "claymation, modelled in clay", "flat": "flat vector illustration",
    "ink": "black ink drawing with hatching", "watercolour": "watercolour painting",
    "storybook": "picture book illustration, pen and watercolour", "oil": "oil painting with visible brush strokes",
    "pencil": "pencil drawing", "crayon": "wax crayon drawing", "chalk": "coloured chalk drawing on a blackboard",
    "comic": "comic book panel, bold outlines, halftone dots", "riso": "risograph print in three inks",
    "duotone": "duotone print", "noir": "film noir, high-contrast black and white",
    "vintage": "faded vintage colour film still", "vhs": "VHS tape still", "neon": "neon tubes glowing in the dark",
    "blueprint": "blueprint, white lines on blue", "pixel": "pixel art",
}  # fmt: skip

RestyleName = Literal[
    "auto", "paper", "paper-cut", "clay", "flat", "ink", "watercolour", "storybook", "oil", "pencil", "crayon", "chalk",
    "comic", "riso", "duotone", "noir", "vintage", "vhs", "neon", "blueprint", "pixel", "starry strokes", "fauvist",
    "pastel", "sea mist", "woodcut", "mosaic", "old print",
]  # fmt: skip
"""A look, or a style that was learnt; "auto" is the style of the picture that is given, else watercolour."""


def packs_for(look: str) -> tuple[str, ...]:
    """The packs a look needs; "auto" may mean the style of a picture."""
    return ("style-transfer",) if look == "auto" or look in TRAINED else ()
