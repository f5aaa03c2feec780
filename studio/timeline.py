"""A Cut: its values, and its file, which is OpenTimelineIO JSON with its media beside it."""

from studio.otio_read import load
from studio.otio_write import save
from studio.rates import exact_rate, to_frames
from studio.shots import (
    CHANGES,
    Blend,
    Box,
    Bus,
    Camera,
    Caption,
    Change,
    Ease,
    Fit,
    Grade,
    Layer,
    Shot,
    Sound,
    Timeline,
    Transition,
    View,
    Voice,
    Word,
    rgb,
)

__all__ = [
    "CHANGES",
    "Blend",
    "Box",
    "Bus",
    "Camera",
    "Caption",
    "Change",
    "Ease",
    "Fit",
    "Grade",
    "Layer",
    "Shot",
    "Sound",
    "Timeline",
    "Transition",
    "View",
    "Voice",
    "Word",
    "exact_rate",
    "load",
    "rgb",
    "save",
    "to_frames",
]
