"""What may be named: kinds, addresses and keys, and sentences for what may not."""

import pytest

from pipelines.engines.endpoint_server import Server, named
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
