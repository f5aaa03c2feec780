"""The styles themselves: who plays what in each, and other players and patterns that a seed may draw."""

from pipelines.music.instruments import (
    BASS_101,
    CHORUS_GUITAR,
    FM_BASS,
    FUNK_GUITAR,
    MANDOLIN,
    MUSETTE,
    SAW,
    SAW_STACK,
    SINE,
    SOLO_HORN,
    SQUARE,
    STEEL_SLIDE,
    TIN_WHISTLE,
    TWELVE_STRING,
    UKULELE,
    WHISTLER,
)
from pipelines.music.style import Layer, Style

_FOUR = ((4,),)
_SCREEN: dict[str, Style] = {
    "piano": Style(
        (0,), (0,), 48, 0, "broken", None, "long", None, 2.0, 0, reverb=55, counter=42, tempo=1.02,
        metres=((4, 3), (4, 3), (3, 4)), harmony="romantic", idiom="song", feel="rubato", trims=(("keys", -1.5),),
        takes=({"motion": "rolling"}, {"motion": "nocturne", "counter": None}),
    ),
    "cinematic": Style(
        (0, 60, 73), (42, 68), 48, 46, "arpeggio", 43, "long", "cinematic", 0.05, 1, reverb=76, counter=60, kit=48,
        harmony="screen", idiom="song", feel="rubato",
        layers=(Layer("strings", 48, "restless", 0.62, -12, 0.8),),
        takes=({"lead": (40, SOLO_HORN), "keys": 0, "motion": "nocturne"}, {"lead": (42,), "second": (68, 73)}),
    ),
    "epic": Style(
        (60, 61, 56), (48, 60), 52, 48, "ostinato", 43, "tied", "epic", -1.0, 0, reverb=82, counter=57, kit=48,
        tempo=1.08, slowest=76, quickest=146, harmony="epic", idiom="anthem", feel="grand", lift=12,
        layers=(Layer("brass", 61, "brass hits", 0.5), Layer("fx", 116, "taiko", 0.3, 0, 1.15)),
        trims=(("keys", 2.5), ("pad", 2.5), ("bass", 1.5), ("brass", 2.0), ("fx", 2.0)),
        takes=({"lead": (61,), "motion": "restless"}, {"lead": (60,), "second": (52, 48), "pad": 49}),
    ),
    "ambient": Style(
        (11, 88, 4), (4, 11), 89, 88, "slow", 89, "long", None, 2.0, 1, tempo=0.8, reverb=104, counter=91,
        slowest=48, quickest=84, harmony="still", idiom="still", feel="floating",
        layers=(Layer("fx", 98, "bubbles", 0.0, 12, 0.6),), trims=(("pad", 4.0), ("keys", -1.0)),
        takes=({"lead": (92, SINE), "pad": 95, "keys": 99}, {"lead": (77, 11), "pad": 94, "keys": 4, "counter": 53}),
    ),
    "orchestral": Style(
        (73, 40, 68), (60, 71), 48, 45, "pluck", 43, "tied", "orchestral", 0.1, 0, reverb=78, counter=60,
        quickest=144, metres=((4, 3), (3, 4)), harmony="classical", idiom="classical", feel="grand", kit=48,
        layers=(Layer("brass", 61, "swell", 0.78, -12, 0.7),), trims=(("pad", 2.0), ("keys", 1.0)),
        takes=({"lead": (71, 68), "second": (40, 41), "motion": "alberti", "keys": 48}, {"lead": (40,), "keys": 46,
               "motion": "arpeggio"}),
    ),
    "choir": Style(
        (52, 53), (53, 52), 52, 19, "hymn", 19, "long", None, 2.0, 0, tempo=0.78, reverb=112, counter=53,
        slowest=46, quickest=82, harmony="sacred", idiom="chant", feel="floating",
        trims=(("pad", 6.0), ("keys", -1.0), ("counter", 3.0), ("lead", 1.0)),
        takes=({"keys": 20, "motion": "swell"}, {"keys": 49, "motion": "swell", "bass": 43}),
    ),
    "western": Style(
        (WHISTLER, 22), (56, 29), 52, 25, "gallop", 32, "gallop", "western", -0.75, 0, reverb=80, counter=40,
        tempo=1.12,
        slowest=76, quickest=138, harmony="western", idiom="lonesome", feel="straight",
        layers=(Layer("pluck", 26, "answer", 0.0, -12, 1.1), Layer("fx", 14, "bell", 0.3, 0, 0.7)),
        trims=(("pad", 1.0), ("pluck", 2.0), ("lead", -0.5)),
        takes=({"lead": (56,), "second": (WHISTLER, 22)}, {"lead": (22,), "second": (40,), "keys": TWELVE_STRING}),
    ),
    "8-bit": Style(
        (80, SQUARE), (SQUARE, 80), None, SQUARE, "chip", 80, "chip", "8-bit", -0.9, 0, tempo=1.25, reverb=8,
        slowest=96,
        quickest=176, counter=None, kit=25, metres=_FOUR, harmony="game", idiom="game", feel="machine",
        trims=(("keys", -1.5), ("bass", 1.0), ("lead", 1.0)),
        takes=({"motion": "chip fifths"}, {"keys": 80, "motion": "pulse", "bass": 38}),
    ),
    "music box": Style(
        (10,), (8, 112), None, 10, "music box", None, "long", None, 2.0, 0, tempo=0.86, reverb=64, slowest=54,
        quickest=104,
        metres=((3, 4), (4, 3), (3, 4)), harmony="classical", idiom="toy", feel="clockwork",
        trims=(("keys", -2.0),), takes=({"motion": "tinkle"}, {"second": (10,), "keys": 8, "motion": "tinkle"}),
    ),
}  # fmt: skip
_WORLD: dict[str, Style] = {
    "folk": Style(
        (73, 40, 22), (24, 40), None, 25, "picked", 32, "root", "folk", -0.35, 0, reverb=45, counter=42, tempo=1.05,
        metres=((4, 3), (4, 3), (3, 4)), harmony="folk", idiom="folk", feel="easy",
        layers=(Layer("pluck", MANDOLIN, "arpeggio", 0.66, 12, 0.7),),
        takes=({"lead": (22,), "motion": "strummed"}, {"lead": (24, UKULELE), "second": (73,), "keys": UKULELE,
               "motion": "strummed"}),
    ),
    "country": Style(
        (STEEL_SLIDE, 110), (22, 110), None, 25, "boom-chick", 32, "country", "train", -0.85, 0, reverb=36, tempo=1.22,
        slowest=84, quickest=150, metres=_FOUR, harmony="country", idiom="folk", feel="easy",
        layers=(Layer("pluck", 105, "banjo", 0.3),), trims=(("drums", -3.0),),
        takes=({"lead": (110,), "second": (STEEL_SLIDE,)}, {"lead": (22,), "keys": TWELVE_STRING,
        "motion": "strummed"}),
    ),
    "celtic": Style(
        (110, TIN_WHISTLE), (TIN_WHISTLE, 109), None, 46, "arpeggio", 43, "jig", "celtic", -0.6, 0, reverb=62,
        counter=None,
        tempo=1.15, slowest=70, quickest=132, metres=_FOUR, harmony="celtic", idiom="jig", feel="dance",
        layers=(Layer("strings", 109, "drone", 0.3, 0, 0.55),), trims=(("strings", -4.0),),
        takes=({"lead": (TIN_WHISTLE,), "second": (110,), "keys": 24, "motion": "picked"}, {"lead": (109, 110),
               "keys": 15, "motion": "arpeggio"}),
    ),
    "tango": Style(
        (23, 40), (40, 23), None, 0, "marcato", 43, "habanera", None, 2.0, 2, tempo=1.22, reverb=50, slowest=92,
        quickest=132, counter=42, metres=_FOUR, harmony="tango", idiom="tango", feel="tango",
        layers=(Layer("strings", 45, "afterbeats", 0.5, 0, 0.9),), trims=(("keys", 1.5), ("bass", 1.0)),
        takes=({"step": "marcato", "motion": "sincopa"}, {"lead": (40,), "second": (23,), "motion": "sincopa"}),
    ),
    "waltz": Style(
        (40, 48, 71), (73, 71), 48, 45, "oompah", 43, "one", "waltz", 0.0, 0, tempo=1.75, reverb=62, slowest=104,
        quickest=186, counter=42, metres=((3,),), harmony="classical", idiom="waltz", feel="viennese", kit=48,
        trims=(("keys", 1.5),),
        takes=({"lead": (MUSETTE,), "second": (71, 22), "keys": 24, "motion": "musette", "pad": None, "counter": None,
                "bass": 32}, {"lead": (0,), "second": (40,), "keys": 0, "motion": "musette", "bass": None}),
    ),
    "march": Style(
        (56, 72), (60, 57), None, 57, "afterbeats", 58, "march", "march", -1.0, 0, tempo=1.2, reverb=52, slowest=88,
        quickest=132, counter=57, kit=48, metres=_FOUR, harmony="classical", idiom="fanfare", feel="straight",
        layers=(Layer("brass", 60, "afterbeats", 0.0, 0, 0.9),), trims=(("bass", 2.0),),
        takes=({"lead": (72, 71), "second": (56,)}, {"lead": (61,), "second": (72,)}),
    ),
    "latin": Style(
        (56, 65), (57, 73), None, 0, "montuno", 32, "tumbao", "latin", -0.9, 2, tempo=1.3, reverb=38, slowest=88,
        quickest=134, metres=_FOUR, harmony="latin", idiom="latin", feel="tight",
        layers=(Layer("brass", 61, "horns", 0.55, 0),), trims=(("keys", 2.0), ("bass", 1.5)),
        takes=({"lead": (65, 64), "second": (56,)}, {"lead": (73,), "second": (57,), "keys": 24}),
    ),
    "bossa nova": Style(
        (73, 66), (11, 24), None, 24, "bossa", 32, "bossa", "bossa", -0.95, 3, tempo=1.25, reverb=42, slowest=96,
        quickest=146, counter=None, metres=_FOUR, harmony="jazz", idiom="bossa", feel="easy", kit=40,
        trims=(("keys", 1.5), ("drums", -2.0)),
        takes=({"lead": (66,), "second": (73,)}, {"lead": (24, 26), "second": (73,), "keys": 4}),
    ),
    "reggae": Style(
        (22, 57), (66, 16), None, 27, "skank", 33, "reggae", "reggae", -0.95, 0, swing=0.56, tempo=0.88, reverb=40,
        slowest=64, quickest=96, metres=_FOUR, harmony="reggae", idiom="reggae", feel="laid back",
        layers=(Layer("pluck", 16, "bubble", 0.0, 0, 0.8),), trims=(("bass", 4.0), ("keys", 1.0)),
        takes=({"lead": (57, 66), "second": (22,)}, {"lead": (17,), "second": (57,), "keys": 28}),
    ),
}  # fmt: skip
_MODERN: dict[str, Style] = {
    "pop": Style(
        (11, 12, 4), (4, 0), 89, 0, "chords", 33, "pulse", "pop", -0.9, 1, reverb=40, tempo=1.08, counter=48,
        slowest=72,
        metres=_FOUR, harmony="pop", idiom="pop", feel="tight",
        layers=(Layer("pluck", CHORUS_GUITAR, "strummed", 0.5, 0, 0.7),),
        takes=({"lead": (SAW_STACK, 81), "second": (12, 4)}, {"lead": (27,), "keys": 4, "motion": "ballad"}),
    ),
    "lo-fi": Style(
        (26, 11), (11, 24), 89, 4, "offbeat", 32, "walk", "lo-fi", -1.0, 3, swing=0.58, reverb=36, slowest=66,
        quickest=90,
        tempo=0.92, metres=_FOUR, harmony="jazz", idiom="lazy", feel="laid back", trims=(("keys", 2.0), ("drums",
        -1.5)),
        takes=({"motion": "dusty", "lead": (4, 24), "keys": 5}, {"lead": (0,), "motion": "dusty", "bass": 35}),
    ),
    "jazz": Style(
        (66, 56), (11, 26), None, 0, "comp", 32, "jazz", "jazz", -0.95, 3, swing=0.65, reverb=38, tempo=1.42,
        slowest=84,
        quickest=196, kit=32, metres=_FOUR, harmony="jazz", idiom="jazz", feel="swing", trims=(("bass", 2.0),),
        takes=({"lead": (59,), "second": (66,), "keys": 26, "motion": "comp four"}, {"lead": (0,), "second": (11,),
               "motion": "comp", "drums": "brushes", "kit": 40}),
    ),
    "blues": Style(
        (27, 22), (22, 0), None, 16, "stabs", 33, "shuffle", "shuffle", -0.95, 5, tempo=0.95, reverb=38, slowest=58,
        quickest=124, metres=_FOUR, harmony="blues", idiom="blues", feel="laid back", kit=8,
        layers=(Layer("pluck", 26, "boogie", 0.3, 0, 0.8),), trims=(("bass", 1.5),),
        takes=({"lead": (22,), "second": (29, 27), "keys": 0, "motion": "stabs"}, {"lead": (29,), "second": (16,)}),
    ),
    "rock": Style(
        (29, 81), (30, 27), None, 30, "power", 34, "drive", "rock", -1.0, 0, tempo=1.22, reverb=34, slowest=84,
        quickest=164,
        kit=16, metres=_FOUR, harmony="rock", idiom="rock", feel="driving", trims=(("keys", 1.5), ("bass", 2.0)),
        layers=(Layer("pluck", 27, "arpeggio", 0.0, 0, 0.7),),
        takes=({"motion": "open chords", "step": "eighths"}, {"lead": (30,), "second": (29,), "step": "eighths"}),
    ),
    "funk": Style(
        (66, 7), (56, 27), None, 7, "clav", 36, "funk", "funk", -0.95, 4, tempo=1.12, reverb=28, slowest=84,
        quickest=122,
        swing=0.5, metres=_FOUR, harmony="funk", idiom="funk", feel="tight",
        layers=(Layer("brass", 61, "horns", 0.45, 0), Layer("pluck", FUNK_GUITAR, "clav", 0.6, 0, 0.8)),
        trims=(("keys", 1.5), ("bass", 3.0)),
        takes=({"keys": FUNK_GUITAR, "bass": 33}, {"lead": (65,), "second": (16,), "keys": 4}),
    ),
    "hip-hop": Style(
        (98, 0), (53, 85), 48, 0, "loop", 38, "sub", "hip-hop", -1.0, 2, tempo=0.98, reverb=34, slowest=68,
        quickest=104,
        kit=25, metres=_FOUR, harmony="loop", idiom="sparse", feel="laid back", trims=(("bass", 4.5), ("drums", 1.0)),
        layers=(Layer("pluck", 46, "trap", 0.0, 12, 0.7),),
        takes=({"lead": (46, 10), "keys": 4, "motion": "loop"}, {"lead": (24,), "keys": 24, "motion": "trap",
        "pad": 52}),
    ),
    "synthwave": Style(
        (81, SAW), (62, SQUARE), 50, 90, "sequence", 38, "octaves", "synthwave", -0.85, 0, tempo=1.2, reverb=64,
        slowest=80,
        quickest=132, counter=None, kit=24, metres=_FOUR, harmony="synth", idiom="neon", feel="machine", pumping=True,
        trims=(("pad", 5.0), ("bass", 2.5), ("keys", 0.5)),
        takes=({"lead": (63, SAW), "keys": 98, "bass": BASS_101}, {"lead": (86,), "pad": 95, "keys": SAW,
               "motion": "pulse"}),
    ),
    "house": Style(
        (SAW_STACK, 16), (54, 98), 89, 1, "piano stabs", FM_BASS, "house", "house", -0.95, 2, tempo=1.35, reverb=48,
        slowest=108, quickest=132, kit=26, metres=_FOUR, harmony="loop", idiom="hook", feel="machine", pumping=True,
        trims=(("keys", 2.0), ("bass", 3.0), ("pad", 2.0)),
        takes=({"lead": (12, 98), "keys": 16}, {"lead": (81,), "keys": SAW_STACK, "bass": 38}),
    ),
}  # fmt: skip

STYLES: dict[str, Style] = _SCREEN | _WORLD | _MODERN
