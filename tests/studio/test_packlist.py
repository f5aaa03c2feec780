"""The catalogue of packs: the real one is whole, and no entry can point outside its pack."""

from pathlib import Path

import pytest

from studio.disk import size
from studio.packlist import read_catalogue
from studio.packs import Packs
from tests.studio.pack_sources import catalogue

DATA = b"data"
HUB = 'kind = "hub"\npackage = "us/tiny"\nversion = "main"'


def test_every_real_pack_says_what_it_is_and_where_from() -> None:
    real = Packs(Path("unused"))
    for name in real.names():
        info = real.about(name)
        given = {path for source in info.sources if source.kind != "hub" for path in source.gives}
        assert {file.fetched.path for file in info.files} <= given, f"{name}: no package has all its files"
        assert info.words
        assert info.needed_for
        assert info.licence
        assert info.uploader
        assert len(real.digest(name)) == 64
    assert real.about("writer").files[0].sha256.startswith("cc324af070c2ecbf")
    assert real.about("minilm").download == 0  # its model is a requirement, its tokenizer lies in assets
    assert real.about("fluent-emoji").download < 15_000_000


@pytest.mark.parametrize("path", ["../a.bin", "/etc/a", "a\\\\b", "c:x", "", "a/../../b", "a\\u0000b"])
def test_no_path_leads_out_of_a_pack(path: str, tmp_path: Path) -> None:
    catalogue(tmp_path / "bad.toml", "tiny", {path: DATA}, HUB)
    with pytest.raises(ValueError, match="does not stay inside"):
        read_catalogue(tmp_path / "bad.toml")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [('kind = "hub"', 'kind = "web"'), ('sha256 = "', 'sha256 = "z'), ("bytes = 4", "bytes = -4")],
)
def test_a_catalogue_that_pins_nothing_is_refused(right: str, wrong: str, tmp_path: Path) -> None:
    path = catalogue(tmp_path / "bad.toml", "tiny", {"a": DATA}, HUB)
    path.write_text(path.read_text().replace(right, wrong))
    with pytest.raises(ValueError, match=r"no sha256|of kind"):
        read_catalogue(path)


def test_a_digest_follows_the_pins_and_nothing_else(tmp_path: Path) -> None:
    first = read_catalogue(catalogue(tmp_path / "a.toml", "tiny", {"a": b"1", "b": b"2"}, HUB))["tiny"]
    turned = read_catalogue(catalogue(tmp_path / "b.toml", "tiny", {"b": b"2", "a": b"1"}, HUB, HUB))["tiny"]
    other = read_catalogue(catalogue(tmp_path / "c.toml", "tiny", {"a": b"1", "b": b"3"}, HUB))["tiny"]
    assert first.digest == turned.digest != other.digest


def test_bytes_are_said_as_people_say_them() -> None:
    assert [size(n) for n in (7, 466_247, 3_534_717, 103_664_935, 1_117_320_768)] == [
        "7 bytes",
        "466 kB",
        "3.5 MB",
        "104 MB",
        "1.1 GB",
    ]
