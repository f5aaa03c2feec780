"""Packs as a whole: fetched from each kind of source, verified, found again, refused when they were changed."""

import errno
import json
import os
import shutil
import threading
import time
from pathlib import Path

import pytest

from studio import gather
from studio.errors import PersonError
from studio.packlist import local_root
from studio.packs import Packs
from studio.soundfont import plain_soundfont
from tests.studio.pack_sources import Served, catalogue, pins, served, tarball, wheel
from tests.studio.tiny_soundfont import compressed

DATA = bytes(range(256)) * 800  # 205 kB


@pytest.fixture
def shop(monkeypatch, tmp_path: Path):
    """A hub and npm registry on this machine, and a folder of wheels as pip's only source."""
    with served() as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
        monkeypatch.setenv("npm_config_registry", server.url)
        monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
        monkeypatch.setenv("PIP_NO_INDEX", "1")
        (tmp_path / "wheels").mkdir()
        monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "wheels"))
        yield server


def hub(version: str = "main") -> str:
    return f'kind = "hub"\npackage = "us/tiny"\nversion = "{version}"'


PYPI = 'kind = "pypi"\npackage = "tiny-pack"\nversion = "1.0"\nfolder = "tiny_pack"'


def packs(tmp_path: Path, files: dict[str, bytes], *sources: str) -> Packs:
    return Packs(tmp_path / "packs", catalogue(tmp_path / "packs.toml", "tiny", files, *sources))


def test_a_python_package_is_fetched_and_found_again(shop: Served, tmp_path: Path) -> None:
    wheel(tmp_path / "wheels", "tiny-pack", {"tiny_pack/a.bin": DATA, "tiny_pack/sub/b.txt": b"b", "x.py": b"1/0"})
    mine = packs(tmp_path, {"a.bin": DATA, "sub/b.txt": b"b"}, PYPI)
    assert mine.names() == ("tiny",)
    assert mine.missing(["tiny", "tiny"]) == ("tiny",)
    with pytest.raises(PersonError, match="packs get tiny"):
        mine.find("tiny")
    heard: list[tuple[float, str]] = []
    place = mine.fetch("tiny", lambda share, words: heard.append((share, words)))
    assert place == mine.find("tiny") == tmp_path / "packs" / "tiny"
    assert (place / "a.bin").read_bytes() == DATA
    assert sorted(p.name for p in place.iterdir()) == [".pack.json", "ABOUT.txt", "a.bin", "sub"]
    assert "CC0" in (place / "ABOUT.txt").read_text()
    shares = [share for share, _ in heard]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert mine.missing(["tiny"]) == ()
    assert not (tmp_path / "packs" / ".coming" / "tiny").exists()
    shutil.rmtree(tmp_path / "wheels")  # what is here is not fetched again, by another process neither
    assert packs(tmp_path, {"a.bin": DATA, "sub/b.txt": b"b"}, PYPI).fetch("tiny") == place


def test_an_npm_package_is_fetched_with_the_npm_that_came_with_python(shop: Served, tmp_path: Path) -> None:
    shop.npm("@us/tiny", "1.0.0", tarball({"package/package.json": b"{}", "package/icons.json": DATA}))
    source = 'kind = "npm"\npackage = "@us/tiny"\nversion = "1.0.0"\nfolder = "package"'
    place = packs(tmp_path, {"icons.json": DATA}, source).fetch("tiny")
    assert (place / "icons.json").read_bytes() == DATA


def test_a_hub_comes_first_and_another_source_gives_what_it_lacks(shop: Served, tmp_path: Path) -> None:
    wheel(
        tmp_path / "wheels", "tiny-pack", {"tiny_pack/a.bin": b"never asked for", "tiny_pack/b.bin": b"from the wheel"}
    )
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA
    place = packs(tmp_path, {"a.bin": DATA, "b.bin": b"from the wheel"}, hub(), PYPI).fetch("tiny")
    assert (place / "a.bin").read_bytes() == DATA
    assert (place / "b.bin").read_bytes() == b"from the wheel"


def test_a_broken_connection_is_taken_up_where_it_broke(shop: Served, tmp_path: Path) -> None:
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA
    shop.cut = 100_000
    assert (packs(tmp_path, {"a.bin": DATA}, hub()).fetch("tiny") / "a.bin").read_bytes() == DATA
    assert [asked for _, asked in shop.asked] == ["", "bytes=100000-", "bytes=200000-"]


@pytest.mark.parametrize("ranges", [True, False])
def test_a_later_fetch_goes_on_with_what_came(shop: Served, tmp_path: Path, ranges: bool) -> None:
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA
    shop.ranges = ranges
    part = tmp_path / "packs" / ".coming" / "tiny" / "part" / "a.bin"
    part.parent.mkdir(parents=True)
    part.write_bytes(DATA[:150_000])
    assert (packs(tmp_path, {"a.bin": DATA}, hub()).fetch("tiny") / "a.bin").read_bytes() == DATA
    assert shop.asked[-1][1] == "bytes=150000-"


def test_a_wrong_file_is_set_aside_and_never_used(shop: Served, tmp_path: Path) -> None:
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA[:-1] + b"!"
    mine = packs(tmp_path, {"a.bin": DATA}, hub())
    with pytest.raises(PersonError, match=r"not the file the studio knows .* lies in .*aside"):
        mine.fetch("tiny")
    assert not mine.ready("tiny")
    assert (tmp_path / "packs" / ".aside" / "tiny" / "a.bin").read_bytes().endswith(b"!")
    wheel(tmp_path / "wheels", "tiny-pack", {"tiny_pack/a.bin": DATA})
    place = packs(tmp_path, {"a.bin": DATA}, hub(), PYPI).fetch("tiny")
    assert (place / "a.bin").read_bytes() == DATA


def test_a_file_far_longer_than_its_pin_is_not_written_out(shop: Served, tmp_path: Path) -> None:
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA * 20
    with pytest.raises(PersonError, match="not the file"):
        packs(tmp_path, {"a.bin": DATA}, hub()).fetch("tiny")
    assert (tmp_path / "packs" / ".aside" / "tiny" / "a.bin").stat().st_size == len(DATA) + 1


def test_a_damaged_package_is_said_and_leaves_nothing(shop: Served, tmp_path: Path) -> None:
    packed = tarball({"package/icons.json": os.urandom(300_000)})
    shop.npm("@us/tiny", "1.0.0", packed[: len(packed) // 2])
    source = 'kind = "npm"\npackage = "@us/tiny"\nversion = "1.0.0"\nfolder = "package"'
    mine = packs(tmp_path, {"icons.json": DATA}, source)
    with pytest.raises(PersonError, match="could not be fetched"):
        mine.fetch("tiny")
    assert not (tmp_path / "packs" / "tiny").exists()


def test_no_source_answers_one_sentence_says_what_was_tried_and_what_to_do(shop: Served, tmp_path: Path) -> None:
    with pytest.raises(PersonError) as said:
        packs(tmp_path, {"a.bin": DATA}, hub("v9"), PYPI).fetch("tiny")
    for words in (
        "'tiny'",
        "us/tiny v9 (it answered 404",
        "tiny-pack 1.0 (No matching",
        "packs get tiny",
        "put a.bin into",
    ):
        assert words in str(said.value)


def test_unknown_packs_are_named_with_those_there_are(tmp_path: Path) -> None:
    for verb in ("about", "ready", "find", "fetch", "digest"):
        with pytest.raises(PersonError, match=r"no pack 'x'.*tiny"):
            getattr(packs(tmp_path, {"a.bin": DATA}, hub()), verb)("x")


def test_a_changed_file_is_refused_and_fetched_anew(shop: Served, tmp_path: Path) -> None:
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA
    mine = packs(tmp_path, {"a.bin": DATA}, hub())
    place = mine.fetch("tiny")
    (place / "a.bin").write_bytes(DATA[::-1])
    with pytest.raises(PersonError, match=r"damaged or was changed: a\.bin"):
        mine.find("tiny")
    assert mine.fetch("tiny") == place
    assert (mine.find("tiny") / "a.bin").read_bytes() == DATA
    os.utime(place / "a.bin")  # touched but the same: still good
    assert mine.find("tiny") == place
    (place / "a.bin").write_bytes(DATA[:5])
    assert not mine.ready("tiny")
    (place / ".pack.json").write_text("[]")
    assert not mine.ready("tiny")


def test_files_put_there_by_hand_are_taken_when_right_and_kept_aside_when_wrong(shop: Served, tmp_path: Path) -> None:
    place = tmp_path / "packs" / "tiny"
    place.mkdir(parents=True)
    (place / "a.bin").write_bytes(DATA)
    mine = packs(tmp_path, {"a.bin": DATA}, hub())
    assert not mine.ready("tiny")  # not before its hash was looked at
    assert mine.fetch("tiny") == place
    assert mine.ready("tiny")
    assert shop.asked == []
    shutil.rmtree(place)
    place.mkdir()
    (place / "a.bin").write_bytes(DATA[::-1])
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA
    assert (mine.fetch("tiny") / "a.bin").read_bytes() == DATA
    assert (tmp_path / "packs" / ".aside" / "tiny" / "before" / "a.bin").read_bytes() == DATA[::-1]


def test_a_newer_catalogue_replaces_an_older_pack(shop: Served, tmp_path: Path) -> None:
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA
    old = packs(tmp_path, {"a.bin": DATA}, hub())
    old.fetch("tiny")
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA[::-1]
    new = packs(tmp_path, {"a.bin": DATA[::-1]}, hub())
    assert new.digest("tiny") != old.digest("tiny")
    assert not new.ready("tiny")
    assert (new.fetch("tiny") / "a.bin").read_bytes() == DATA[::-1]


def test_a_file_made_here_is_remembered_as_it_came_out(shop: Served, tmp_path: Path) -> None:
    raw = compressed(tmp_path / "a.sf3", [440]).read_bytes()
    plain_soundfont(tmp_path / "a.sf3", tmp_path / "a.sf2")
    made = (tmp_path / "a.sf2").read_bytes()
    shop.files["/us/tiny/resolve/main/a.sf3"] = raw
    path = catalogue(tmp_path / "packs.toml", "tiny", {"a.sf2": made}, hub())
    elsewhere = pins(b"as another kind of machine rounds").replace("33", str(len(made)), 1)
    recipe = f'{elsewhere}, made_by = "soundfont", from = {{ path = "a.sf3", {pins(raw)} }}'
    path.write_text(path.read_text().replace(pins(made), recipe))
    mine = Packs(tmp_path / "packs", path)
    heard: list[tuple[float, str]] = []
    place = mine.fetch("tiny", lambda share, words: heard.append((share, words)))
    assert (place / "a.sf2").read_bytes() == made
    assert not (place / "a.sf3").exists()
    assert any(words == "making a.sf2" and 0 < share < 1 for share, words in heard)
    os.utime(place / "a.sf2")
    assert mine.find("tiny") == place
    (place / "a.sf2").write_bytes(made[::-1])
    with pytest.raises(PersonError, match="damaged or was changed"):
        mine.find("tiny")


def test_a_relative_packs_folder_works(shop: Served, tmp_path: Path, monkeypatch) -> None:
    wheel(tmp_path / "wheels", "tiny-pack", {"tiny_pack/a.bin": DATA})
    monkeypatch.chdir(tmp_path)
    path = catalogue(tmp_path / "packs.toml", "tiny", {"a.bin": DATA}, PYPI)
    assert (Packs(Path("mine"), path).fetch("tiny") / "a.bin").read_bytes() == DATA


def test_an_installed_distribution_is_found_where_it_lies(monkeypatch, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "tiny_voice-1.0.dist-info").mkdir(parents=True)
    (site / "tiny_voice-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: tiny-voice\nVersion: 1.0\n"
    )
    (site / "tiny_voice").mkdir()
    (site / "tiny_voice" / "v.onnx").write_bytes(DATA)
    monkeypatch.syspath_prepend(str(site))
    local_root.cache_clear()
    mine = packs(tmp_path, {"v.onnx": DATA}, 'kind = "installed"\npackage = "tiny-voice"\nfolder = "tiny_voice"')
    assert mine.ready("tiny")
    assert mine.find("tiny") == mine.fetch("tiny") == site / "tiny_voice"
    (site / "tiny_voice" / "v.onnx").write_bytes(DATA[::-1])
    with pytest.raises(PersonError, match="not the file the studio knows"):
        mine.find("tiny")


def test_two_at_once_fetch_a_pack_once(shop: Served, tmp_path: Path) -> None:
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA
    shop.pause = 0.1
    heard: list[str] = []
    both = [packs(tmp_path, {"a.bin": DATA}, hub()) for _ in range(2)]
    threads = [threading.Thread(target=p.fetch, args=("tiny", lambda s, w: heard.append(w))) for p in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert len(shop.asked) == 1
    assert all(p.ready("tiny") for p in both)
    assert any("being fetched elsewhere" in words for words in heard)


def test_a_full_disk_gets_a_sentence_before_and_during(shop: Served, tmp_path: Path, monkeypatch) -> None:
    shop.files["/us/tiny/resolve/main/a.bin"] = DATA
    mine = packs(tmp_path, {"a.bin": DATA}, hub())
    with monkeypatch.context() as full:
        full.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(10, 9, 1))
        with pytest.raises(PersonError, match=r"needs 205 kB free .* has 1 bytes\. Make room"):
            mine.fetch("tiny")
    assert shop.asked == []

    def no_room(*args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(gather.fetch, "_append", no_room)
        with pytest.raises(PersonError, match=r"is full.*Make room"):
            mine.fetch("tiny")
    assert mine.fetch("tiny").is_dir()


def test_a_folder_that_cannot_be_written_gets_a_sentence(shop: Served, tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("a file where the folder should be")
    with pytest.raises(PersonError, match=r"cannot be written into .*REELWRIGHT_PACKS"):
        packs(tmp_path, {"a.bin": DATA}, hub()).fetch("tiny")


def test_the_shipped_files_are_what_the_catalogue_says(tmp_path: Path) -> None:
    real = Packs(tmp_path)
    place = real.fetch("minilm")
    assert json.loads((place / "tokenizer.json").read_text(encoding="utf-8"))["model"]["type"] == "WordPiece"


def test_looking_is_quick(tmp_path: Path) -> None:
    real = Packs(tmp_path)
    real.ready("minilm")
    start = time.perf_counter()
    for _ in range(20):
        real.missing(real.names())
    assert time.perf_counter() - start < 1.0
