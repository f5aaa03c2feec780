"""High dynamic range and wide gamut brought to ordinary BT.709 video: tones mapped by BT.2390, hues kept."""

import struct
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

WHITE = 203.0  # cd/m² of reference white in HDR (ITU-R BT.2408), the brightest of the mapped picture
_USUAL_PEAK = 1000.0  # cd/m² films are mastered to when they do not say
_PQ, _HLG, _BT2020, _P3 = 16, 18, 9, (11, 12)  # code points of ITU-T H.273

# SMPTE ST 2084
_M1, _M2 = 2610 / 16384, 2523 / 4096 * 128
_C1, _C2, _C3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32

LUMA_709 = np.array([0.2126, 0.7152, 0.0722])
_LUMA_2020 = np.array([0.2627, 0.6780, 0.0593])
_TO_709 = {  # linear light; ITU-R BT.2087 and SMPTE EG 432 for P3 with the white of D65
    "BT.2020": np.array([[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]]),
    "P3": np.array([[1.2249, -0.2247, 0.0], [-0.0421, 1.0419, 0.0], [-0.0196, -0.0786, 1.0979]]),
    "BT.709": np.eye(3),
}


@dataclass(frozen=True)
class Light:
    """How a video's numbers mean light, where that is not BT.709. `peak`: cd/m² of its brightest point."""

    curve: Literal["PQ", "HLG", "usual"]
    gamut: Literal["BT.2020", "P3", "BT.709"]
    peak: float = _USUAL_PEAK


def light_of(frame: Any) -> Light | None:
    """What a decoded frame says of its light; None for ordinary video."""
    transfer, primaries = int(frame.color_trc), int(frame.color_primaries)
    gamut: Any = "BT.2020" if primaries == _BT2020 else "P3" if primaries in _P3 else "BT.709"
    if transfer == _PQ:
        return Light("PQ", gamut if primaries != 2 else "BT.2020", _peak(frame))
    if transfer == _HLG:
        return Light("HLG", gamut if primaries != 2 else "BT.2020")
    return Light("usual", gamut) if gamut != "BT.709" else None


def _peak(frame: Any) -> float:
    """The brightest a PQ video gets, from its content light level or else from the screen it was mastered on."""
    told = {data.type.name: bytes(data) for data in frame.side_data}
    peak = 0.0
    if len(level := told.get("CONTENT_LIGHT_LEVEL", b"")) >= 4:
        peak = float(struct.unpack_from("=I", level)[0])
    if peak <= 0 and len(master := told.get("MASTERING_DISPLAY_METADATA", b"")) >= 80:
        top, below = struct.unpack_from("=ii", master, 72)  # eight chromaticities and the darkest come before
        peak = top / below if below else 0.0
    return round(min(peak, 10_000.0), 1) if peak > WHITE else _USUAL_PEAK


def to_usual(rgb: np.ndarray, light: Light) -> np.ndarray:
    """Colours R'G'B' (n, 3) of 0 to 1 as BT.709 R'G'B' for a screen of BT.1886."""
    if light.curve == "usual":
        linear = np.clip(rgb, 0, 1) ** 2.4
    else:
        nits = pq_to_nits(rgb) if light.curve == "PQ" else hlg_to_nits(rgb, light.peak)
        brightest = nits.max(axis=1, keepdims=True)
        # One factor for all three channels, taken from the brightest, so that hue and saturation stay.
        linear = nits * (mapped(brightest, light.peak) / np.maximum(brightest, 1e-6)) / WHITE
    return np.asarray(within(linear @ _TO_709[light.gamut].T) ** (1 / 2.4))


def pq_to_nits(signal: np.ndarray) -> np.ndarray:
    """cd/m² of PQ numbers, SMPTE ST 2084."""
    root = np.clip(signal, 0, 1) ** (1 / _M2)
    return np.asarray(10_000 * (np.maximum(root - _C1, 0) / (_C2 - _C3 * root)) ** (1 / _M1))


def nits_to_pq(nits: np.ndarray) -> np.ndarray:
    power = (np.clip(nits, 0, None) / 10_000) ** _M1
    return np.asarray(((_C1 + _C2 * power) / (1 + _C3 * power)) ** _M2)


def hlg_to_nits(signal: np.ndarray, peak: float) -> np.ndarray:
    """cd/m² on a screen of that peak of HLG numbers (n, 3), ITU-R BT.2100: inverse OETF, then the OOTF."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    signal = np.clip(signal, 0, 1)
    scene = np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - c) / a) + b) / 12)
    luma = scene @ _LUMA_2020
    gamma = 1.2 + 0.42 * np.log10(peak / 1000)
    return np.asarray(peak * np.maximum(luma, 1e-9)[:, None] ** (gamma - 1) * scene)


def mapped(nits: np.ndarray, peak: float) -> np.ndarray:
    """Luminance brought from a screen of `peak` to one of reference white: the EETF of ITU-R BT.2390, annex 5."""
    top = float(nits_to_pq(np.array(peak)))
    high = float(nits_to_pq(np.array(WHITE))) / top
    knee = 1.5 * high - 0.5
    level = np.minimum(nits_to_pq(nits) / top, 1)
    t = np.maximum(level - knee, 0) / (1 - knee)
    bent = (2 * t**3 - 3 * t**2 + 1) * knee + (t**3 - 2 * t**2 + t) * (1 - knee) + (3 * t**2 - 2 * t**3) * high
    return pq_to_nits(np.where(level < knee, level, bent) * top)


def within(linear: np.ndarray) -> np.ndarray:
    """Colours (n, 3) beyond what BT.709 shows, brought to its edge by taking saturation, not brightness or hue."""
    luma = np.clip(linear @ LUMA_709, 0, 1)[:, None]
    away = linear - luma
    over = np.where(away > 0, (1 - luma) / np.maximum(away, 1e-9), luma / np.maximum(-away, 1e-9))
    return np.asarray(np.clip(luma + away * np.minimum(1, over.min(axis=1, keepdims=True)), 0, 1))
