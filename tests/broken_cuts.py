"""Broken cuts: cut short, reaching outside their folder, with numbers no film has, of kinds nobody knows."""

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from studio.timeline import Caption, Grade, Shot, Timeline, Transition, save
from tests.broken_media import Expect, Shelf

RATE = Fraction(12)
_TABLE = "LUT_3D_SIZE 2\n" + "".join(f"{r} {g} {b}\n" for b in (0, 1) for g in (0, 1) for r in (0, 1))


def three(middle: Shot, **more: Any) -> Timeline:
    """A film of three shots, six frames each, whose second is the one in question."""
    change = Transition("dissolve", 2)
    first, last = Shot("good.png", "Image", 6, transition=change), Shot("good2.png", "Image", 6)
    return Timeline(RATE, (first, replace(middle, transition=change), last), **more)


def fill(shelf: Shelf) -> None:
    """All broken cuts."""
    _texts(shelf)
    _numbers(shelf)
    _films(shelf)
    _tables(shelf)


def written(shelf: Shelf, timeline: Timeline) -> str:
    """A timeline as the text of its file."""
    path = shelf.folder / "scrap.otio"
    save(timeline, path)
    text = path.read_text(encoding="utf-8")
    path.unlink()
    return text


def _texts(shelf: Shelf) -> None:
    plain = written(shelf, three(Shot("good.mp4", "Video", 6, available=12)))

    def put(name: str, text: str, about: str, given: str = "taken") -> None:
        shelf.put(name, text.encode(), "cut", "sentence", about, given)

    put("cut_half.otio", plain[: len(plain) // 2], "cut in the middle")
    put("other.otio", '{"OTIO_SCHEMA": "SerializableCollection.1", "children": []}', "a collection, no timeline")
    put("unknown.otio", '{"OTIO_SCHEMA": "Hologram.7"}', "a schema nobody knows")
    put("nested.otio", '{"OTIO_SCHEMA":' + "[" * 100_000, "a hundred thousand brackets")
    put("wrong_types.otio", plain.replace('"name": "Pictures"', '"name": 7'), "a number where a name should be")
    for name, path in (("above", "../good.mp4"), ("etc", "/etc/passwd"), ("address", "http://127.0.0.1:9/a.mp4"),
                       ("file", "file:///etc/passwd"), ("zero", "good.mp4\\u0000.png")):  # fmt: skip
        put(f"outside_{name}.otio", plain.replace('"good.mp4"', f'"{path}"'), "plays a file elsewhere")
    put("no_media.otio", plain.replace('"good.mp4"', '"gone.mp4"'), "plays a file that is missing")


def _change(text: str, change: Callable[[Any, list[Any]], None]) -> bytes:
    film = json.loads(text)
    change(film, [child for child in film["tracks"]["children"][0]["children"] if "source_range" in child])
    return json.dumps(film).encode()


def _numbers(shelf: Shelf) -> None:
    plain = written(shelf, three(Shot("good.mp4", "Video", 6, available=12)))

    def put(name: str, about: str, change: Callable[[Any, list[Any]], None], expect: Expect = "sentence") -> None:
        shelf.put(name, _change(plain, change), "cut", expect, about, "taken")

    def length(value: Any) -> Callable[[Any, list[Any]], None]:
        return lambda film, clips: clips[1]["source_range"]["duration"].update(value=value)

    def start(value: Any) -> Callable[[Any, list[Any]], None]:
        return lambda film, clips: clips[1]["source_range"]["start_time"].update(value=value)

    def told(**words: Any) -> Callable[[Any, list[Any]], None]:
        def change(film: Any, clips: list[Any]) -> None:
            about = clips[1]["metadata"]["reelwright"]
            about["shot"] = json.dumps(json.loads(about["shot"]) | words)

        return change

    def camera(**view: Any) -> Callable[[Any, list[Any]], None]:
        return told(camera={"start": view, "end": {}})

    put("length_huge.otio", "a million million frames", length(1e12))
    put("length_negative.otio", "a shot of -5 frames", length(-5))
    put("length_nan.otio", "a length that is no number", length(float("nan")))
    put("length_endless.otio", "an endless shot", length(float("inf")))
    put("start_negative.otio", "begins before its file", start(-400.0), "plays")
    put("start_huge.otio", "begins a million million frames into its file", start(1e12), "plays")
    put("start_nan.otio", "begins at no number", start(float("nan")))
    rate = {"rate": "0", "fade_in": 0}
    put("rate_zero.otio", "no frames a second", lambda f, c: f["metadata"]["reelwright"].update(rate))
    put("rate_words.otio", "a rate in words", lambda f, c: f["metadata"]["reelwright"].update(rate="fast"))
    put("kind_unknown.otio", "a shot of an unknown kind", told(kind="Hologram"))
    put("kind_wrong.otio", "a video called a picture", told(kind="Image"))
    put("no_rows.otio", "a shot told in no known form", told(transition=7))
    put("speed_wild.otio", "faster than a hundred times", told(speed=[[0, 1e300]]))
    put("speed_mixed.otio", "speeds out of order", told(speed=[[0.5, 1], [0.2, 2]]))
    put("colour_words.otio", "a colour in words", told(colour="sea"))
    put("effect_unknown.otio", "an effect nobody knows", told(effects=[["os.system", '{"command": "true"}']]))
    put("zoom_zero.otio", "a camera of zoom 0", camera(zoom=0))
    put("zoom_negative.otio", "a camera of zoom -1", camera(zoom=-1))
    put("zoom_huge.otio", "a camera of zoom 10⁹", camera(zoom=1e9))
    put("zoom_nan.otio", "a camera whose place is no number", camera(x="NaN"))
    put("place_far.otio", "a camera far outside the picture", camera(x=1e9, y=-1e9), "plays")
    layer = {"media": "good.png", "kind": "Image", "box": {"left": -1e6, "width": 1e7, "height": 1e7}}
    put("layer_huge.otio", "a layer ten million times the film", told(layers=[layer]), "plays")
    layer = {"media": "cut.png", "kind": "Image"}
    put("layer_broken.otio", "a layer that cannot be opened", told(layers=[layer]))


def _films(shelf: Shelf) -> None:
    def put(name: str, timeline: Timeline, expect: Expect, about: str) -> None:
        shelf.put(name, written(shelf, timeline).encode(), "cut", expect, about, "taken")

    lost = Caption(0, 12, "\U000f1234\U000f1235 \ue000")
    put("letters_missing.otio", three(Shot("good.mp4", "Video", 6), captions=(lost,)), "note", "letters no font has")
    some = Caption(0, 12, "Sea \U000f1234 and \x00\x07 \u202e rest")
    put("letters_odd.otio", three(Shot("good.mp4", "Video", 6), captions=(some,)), "note", "some letters no font has")
    plain = written(shelf, three(Shot("good.mp4", "Video", 6), captions=(Caption(0, 12, "endless"),)))
    data = plain.replace("endless", "endless " * 20_000).encode()
    shelf.put("letters_many.otio", data, "cut", "sentence", "a caption of 160 kB", "taken")
    many = tuple(Shot("", "Colour", 1, colour="#223344") for _ in range(2_000))
    put("many.otio", Timeline(Fraction(240), many), "plays", "2,000 shots of one frame")


def _tables(shelf: Shelf) -> None:
    tables = {
        "cut": _TABLE[:40],
        "no_size": _TABLE.partition("\n")[2],
        "huge": _TABLE.replace("SIZE 2", "SIZE 100000"),
        "nan": _TABLE.replace("1 1 1", "nan inf 1"),
        "words": "This is no table.\n",
        "upside": "DOMAIN_MIN 1 1 1\nDOMAIN_MAX 0 0 0\n" + _TABLE,
        "many": _TABLE + "1 1 1\n" * 9,
        "binary": "\x00\x01\ufffd" * 50,
    }
    for name, text in tables.items():
        (shelf.folder / f"{name}.cube").write_text(text, encoding="utf-8")
        middle = Shot("good.mp4", "Video", 6, grade=Grade(lut=f"{name}.cube"))
        shelf.put(f"table_{name}.otio", written(shelf, three(middle)).encode(), "cut", "sentence",
                  f"a colour table that is broken: {name}", "taken")  # fmt: skip
