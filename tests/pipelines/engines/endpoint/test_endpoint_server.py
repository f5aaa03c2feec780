"""What may be named: kinds, addresses and keys, and sentences for what may not."""

import pytest

from pipelines.engines import endpoint
from pipelines.engines.choosing import settled
from pipelines.engines.endpoint_server import Server, named
from pipelines.engines.models import Craft
from studio.errors import PersonError
from tests.pipelines.engines.endpoint.conftest import KEY


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({}, "needs an image server"),
        ({"": "banana"}, "Begin it with the kind"),
        ({"": "openai:x", "_URL": "ftp://h/x"}, "no address"),
        ({"": "openai:x", "_URL": "http://"}, "no address"),
        ({"": "openai:x", "_URL": "https://h:99999999/"}, "no address"),
        ({"": "openai:x", "_URL": "https://[::1"}, "no address"),
        ({"": "openai:x", "_URL": "https://me:rw-secret@h/"}, "no user, password"),
        ({"": "openai:x", "_URL": "https://h/?key=rw-secret"}, "no user, password"),
        ({"": "openai:x", "_URL": "http://example.org"}, "anyone on the way"),
        ({"": "openai:x", "_KEY": "two words"}, "no key has"),
        ({"": "openai:x", "_KEY": "naïve"}, "no key has"),
        ({"": "openai:x", "_SECONDS": "soon"}, "_SECONDS"),
        ({"": "openai:x", "_SECONDS": "nan"}, "_SECONDS"),
        ({"": "comfyui"}, "REELWRIGHT_COMFYUI"),
    ],
)
def test_what_cannot_be_used_is_a_sentence_before_anything_is_asked(variables: dict[str, str], words: str) -> None:
    told = {"REELWRIGHT_ENDPOINT" + k: v for k, v in {"_KEY": KEY, **variables}.items()}
    with pytest.raises(PersonError, match=words) as error:
        named("paint", told)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"REELWRIGHT_ENDPOINT": "openai"}, ("openai", "https://api.openai.com/v1", "gpt-image-1", "k-openai")),
        (
            {"REELWRIGHT_ENDPOINT": "huggingface:a/b"},
            ("huggingface", "https://router.huggingface.co/hf-inference", "a/b", "k-hf"),
        ),
        ({"REELWRIGHT_ENDPOINT": "https://mine.example/v1/"}, ("openai", "https://mine.example/v1", "", "")),
        (
            {"REELWRIGHT_ENDPOINT": "https://x.us-east-1.aws.endpoints.huggingface.cloud"},
            ("huggingface", "https://x.us-east-1.aws.endpoints.huggingface.cloud", "", "k-hf"),
        ),
        ({"REELWRIGHT_ENDPOINT_URL": "https://notopenai.com"}, ("openai", "https://notopenai.com/v1", "", "")),
        (
            {"REELWRIGHT_ENDPOINT": "m.safetensors", "REELWRIGHT_ENDPOINT_URL": "http://10.0.0.2:8188/prompt"},
            ("comfyui", "http://10.0.0.2:8188", "m.safetensors", ""),
        ),
        (
            {"REELWRIGHT_ENDPOINT": "openai:x", "REELWRIGHT_ENDPOINT_URL": "http://10.0.0.2:80",
             "REELWRIGHT_ENDPOINT_KEY": "own", "REELWRIGHT_ENDPOINT_PLAIN": "1"},
            ("openai", "http://10.0.0.2:80/v1", "x", "own"),
        ),
    ],
)  # fmt: skip
def test_kinds_addresses_and_keys(variables: dict[str, str], expected: tuple[str, ...]) -> None:
    keys = {"OPENAI_API_KEY": "k-openai", "HF_TOKEN": "k-hf"}
    server = named("paint", {**keys, **variables})
    assert (server.kind, server.url, server.model, server.key) == expected
    assert server.key not in repr(server) or not server.key


def test_a_server_of_pictures_makes_no_clips() -> None:
    with pytest.raises(PersonError, match="no clips"):
        named("shoot", {"REELWRIGHT_ENDPOINT": "openai"})


def test_words_of_a_server_are_cleaned() -> None:
    server = Server("openai", "https://h/v1", "m", key=KEY)
    said = server.clean(f"<b>no</b>\x1b[31m {KEY} Bearer abcdef123 hf_abcdefgh https://h/?k=1 " + "long " * 99)
    assert KEY not in said
    assert not any(sign in said for sign in ("<", "\x1b", "hf_", "abcdef", "https"))
    assert len(said) <= 160


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"REELWRIGHT_ENDPOINT": "openai"}, {"paint": "endpoint:gpt-image-1@api.openai.com"}),
        ({"REELWRIGHT_ENDPOINT": "comfyui:m"}, {"paint": "endpoint:m@127.0.0.1:8188", "restyle": "", "shoot": ""}),
        ({"REELWRIGHT_ENDPOINT": "comfyui:m", "REELWRIGHT_COMFYUI_SHOOT": "gone.json"}, {"animate": "", "shoot": "!"}),
        ({"REELWRIGHT_ENDPOINT": "banana"}, {"paint": "!"}),
        ({}, {"paint": "", "animate": ""}),
    ],
)
def test_what_auto_is_offered(
    variables: dict[str, str], told: dict[Craft, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is said where a server was never meant for it ("!": a note)."""
    monkeypatch.delenv("REELWRIGHT_ENDPOINT_KEY")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    for craft, expected in told.items():
        name, notes = endpoint.offered(craft)
        assert (name or "!" * len(notes)) == expected


def test_one_that_cannot_restyle_still_paints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_ENDPOINT", "openai")
    said = named("restyle").unfit("cannot.")
    assert endpoint.offered("restyle") == ("", (str(said),))
    assert endpoint.offered("paint")[0]
    named("paint").unfit("cannot either.")
    engine, notes = settled("auto", "paint")
    assert engine == "drawn"
    assert notes == ("The image server at api.openai.com cannot either. So it is drawn.",)
