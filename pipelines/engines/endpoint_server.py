"""The image server the person named: its kind, address, model and key. From the environment only; a key is never told.

REELWRIGHT_ENDPOINT      "openai:gpt-image-1", "huggingface:black-forest-labs/FLUX.1-schnell", "comfyui", or an address
REELWRIGHT_ENDPOINT_URL  the address of a server of one's own; without it, each kind's usual one
REELWRIGHT_ENDPOINT_KEY  the key; else OPENAI_API_KEY and HF_TOKEN, which go to their own companies' hosts alone
REELWRIGHT_ENDPOINT_SECONDS   how long one picture may take (180; a clip five times as long)
REELWRIGHT_ENDPOINT_PLAIN=1   a key may travel unencrypted (http://) to another machine
REELWRIGHT_ENDPOINT_MUSIC     for music: "huggingface:facebook/musicgen-small", or an address
REELWRIGHT_COMFYUI, …_RESTYLE, …_ANIMATE, …_SHOOT   graphs exported from ComfyUI in its API format
"""

import hashlib
import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

from pipelines.engines.models import Craft, GivenUp
from studio.errors import PersonError, Unfit

Kind = Literal["openai", "huggingface", "comfyui"]

VARIABLE, URL, KEY = "REELWRIGHT_ENDPOINT", "REELWRIGHT_ENDPOINT_URL", "REELWRIGHT_ENDPOINT_KEY"
SECONDS, PLAIN = "REELWRIGHT_ENDPOINT_SECONDS", "REELWRIGHT_ENDPOINT_PLAIN"
MUSIC = "REELWRIGHT_ENDPOINT_MUSIC"
GRAPHS: dict[Craft, str] = {
    "paint": "REELWRIGHT_COMFYUI",
    "restyle": "REELWRIGHT_COMFYUI_RESTYLE",
    "animate": "REELWRIGHT_COMFYUI_ANIMATE",
    "shoot": "REELWRIGHT_COMFYUI_SHOOT",
}
_USUAL: dict[Kind, tuple[str, str]] = {  # address, model
    "openai": ("https://api.openai.com/v1", "gpt-image-1"),
    "huggingface": ("https://router.huggingface.co/hf-inference", "black-forest-labs/FLUX.1-schnell"),
    "comfyui": ("http://127.0.0.1:8188", ""),
}
_KEY_OF: dict[Kind, tuple[str, tuple[str, ...]]] = {  # the variable, and the only hosts its key is for
    "openai": ("OPENAI_API_KEY", ("openai.com",)),
    "huggingface": ("HF_TOKEN", ("huggingface.co", "huggingface.cloud")),
    "comfyui": ("", ()),
}
_WHOLE, _CLIP = 180.0, 5.0  # seconds for a picture; how many times that for a clip

# Servers that did not answer or took no request at all rest for a minute, so that a film of twenty shots does not wait
# twenty times; a refusal of one scene (a filter, say) speaks for that scene alone.
GONE = GivenUp(60.0)
REFUSED = GivenUp(1.0)


@dataclass(frozen=True)
class Server:
    """A server as it is named. `url` has no query, no user and no slash at its end; `key` is "" where there is none."""

    kind: Kind
    url: str
    model: str
    seconds: float = _WHOLE
    graph: Path | None = None
    key: str = field(default="", repr=False)
    craft: Craft = "paint"  # what it is asked for

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc

    @property
    def local(self) -> bool:
        """Whether it is this machine."""
        return is_local(urlsplit(self.url).hostname or "")

    @property
    def name(self) -> str:
        """As it stands in a step's options, on its card and in what it makes: another model makes another thing."""
        model = self.model or "default"
        if self.graph:
            model = f"{self.graph.stem}-{hashlib.sha256(self.graph.read_bytes()).hexdigest()[:8]}"
        return f"endpoint:{model}@{self.host}"

    @property
    def thing(self) -> str:
        """What it is asked for, in a sentence."""
        return "music" if self.craft == "music" else "clip" if self.craft in ("animate", "shoot") else "picture"

    def clean(self, words: str) -> str:
        """The first 160 characters of what a server said, without markup and anything that looks like a key."""
        text = words.replace(self.key, "…") if self.key else words
        text = re.sub(r"<[^>]*>|\b(?:sk|hf|key|Bearer)[-_ ][\w*.…-]{4,}|https?://\S+", " ", text[:4000])
        text = re.sub(r"\s+", " ", "".join(c for c in text if c.isprintable() or c.isspace())).strip()
        return text if len(text) <= 160 else text[:159].rstrip() + "…"

    def unfit(self, words: str, *, once: bool = False) -> Unfit:
        """The sentence that it cannot do it, remembered so that "auto" asks others. `once`: only this picture."""
        said = f"The {'music' if self.craft == 'music' else 'image'} server at {self.host} {words}"
        (REFUSED if once else GONE).tell(f"{self.craft} {self.name}", said)
        return Unfit(said)


def configured(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the person named a server for pictures."""
    return any(environment.get(name, "").strip() for name in (VARIABLE, URL))


def named(craft: Craft, environment: Mapping[str, str] = os.environ) -> Server:
    """The server for this craft. Nothing is asked yet. Raises PersonError: none named, or not to be used like this."""
    if craft == "music":
        return _for_music(environment)
    if not configured(environment):
        raise PersonError(
            f'engine="endpoint" needs an image server: set {VARIABLE} to "openai:gpt-image-1", "huggingface:<model>" '
            'or "comfyui", or choose another engine.'
        )
    told, url = environment.get(VARIABLE, "").strip(), environment.get(URL, "").strip()
    if "://" in told:
        told, url = "", url or told
    kind, model = _kind_of(told, url)
    usual, default = _USUAL[kind]
    address = _address(url or usual, kind)
    graph = _graph(craft, environment) if kind == "comfyui" else None
    if kind != "comfyui" and craft in ("animate", "shoot"):
        raise PersonError(f'The endpoint "{kind}" makes pictures, no clips. Name a ComfyUI server, or another engine.')
    if kind == "comfyui" and graph is None and (craft != "paint" or not model):
        more = ', or name a checkpoint: REELWRIGHT_ENDPOINT="comfyui:<file>"' if craft == "paint" else ""
        raise PersonError(f"For ComfyUI set {GRAPHS[craft]} to a graph exported from it in its API format{more}.")
    key = _key(kind, address, environment)
    seconds = _seconds(environment) * (_CLIP if craft in ("animate", "shoot") else 1)
    return Server(kind, address, model or ("" if url else default), seconds, graph, key, craft)


def _for_music(environment: Mapping[str, str]) -> Server:
    told = environment.get(MUSIC, "").strip()
    kind, _, model = ("huggingface", "", "") if "://" in told else told.partition(":")
    if kind.lower() != "huggingface" or not (model or "://" in told):
        what = f'{MUSIC} is "{told[:60]}"' if told else 'engine="endpoint" needs a music server'
        raise PersonError(f'{what}: set {MUSIC} to "huggingface:<model>" or the address of an endpoint of yours.')
    address = _address(told if "://" in told else _USUAL["huggingface"][0], "huggingface", MUSIC)
    key = _key("huggingface", address, environment)
    return Server("huggingface", address, model.strip(), _seconds(environment) * _CLIP, None, key, "music")


def passes(craft: Craft, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether what is named was never meant for this craft, so that nobody need be told that it does not do it."""
    if craft == "music":
        return not environment.get(MUSIC, "").strip()
    told, url = environment.get(VARIABLE, "").strip(), environment.get(URL, "").strip()
    if not (told or url):
        return True
    try:
        kind, _ = _kind_of("" if "://" in told else told, url or told)
    except PersonError:
        return False
    if kind == "comfyui":
        return craft != "paint" and not environment.get(GRAPHS[craft], "").strip()
    return craft in ("animate", "shoot")


def _kind_of(told: str, url: str) -> tuple[Kind, str]:
    """(kind, model) as REELWRIGHT_ENDPOINT names them; without a kind there the address tells it."""
    kind, _, model = told.partition(":")
    if kind.lower() in _USUAL:
        return cast(Kind, kind.lower()), model.strip()
    host = urlsplit(url).netloc.lower()
    if not url:
        raise PersonError(
            f'{VARIABLE} is "{told[:60]}". Begin it with the kind of server: "openai:", "huggingface:" or "comfyui:".'
        )
    if host.endswith(":8188") or "comfy" in host:
        return "comfyui", told
    return ("huggingface" if re.search(r"(huggingface\.(co|cloud)|hf\.space)(:\d+)?$", host) else "openai"), told


def _address(url: str, kind: Kind, variable: str = URL) -> str:
    """The address without what our own paths add. Raises PersonError where it is none, or holds a secret."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good or re.search(r"[\s\\]", url):
        raise PersonError(f"{variable} is no address of a server. It looks like https://example.org/v1.")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise PersonError(f"{variable} may hold no user, password or ?query. Put the key into {KEY}.")
    path = re.sub(r"/(images(/(generations|edits))?|prompt)$", "", parts.path.rstrip("/"))
    return f"{parts.scheme}://{parts.netloc}{path or ('/v1' if kind == 'openai' else '')}"


def is_local(host: str) -> bool:
    """Whether a host's name or number is this machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _key(kind: Kind, address: str, environment: Mapping[str, str]) -> str:
    host = urlsplit(address).hostname or ""
    key = environment.get(KEY, "").strip()
    variable, theirs = _KEY_OF[kind]
    if not key and any(host == each or host.endswith("." + each) for each in theirs):
        key = environment.get(variable, "").strip()
    if key and not re.fullmatch(r"[!-~]{1,4000}", key):
        raise PersonError(f"The key for {host} holds spaces or characters that no key has. Set {KEY} anew.")
    plain = address.startswith("http://") and not is_local(host)
    if key and plain and environment.get(PLAIN, "") not in ("1", "yes", "true"):
        raise PersonError(
            f"The address of {host} begins with http://, so that anyone on the way could read the key. Use https://, "
            f"or allow it with {PLAIN}=1."
        )
    return key


def _seconds(environment: Mapping[str, str]) -> float:
    told = environment.get(SECONDS, "").strip()
    try:
        seconds = float(told or _WHOLE)
    except ValueError:
        seconds = 0.0
    if not 0.1 <= seconds <= 3600:
        raise PersonError(f"{SECONDS} is '{told[:40]}'. Set it to seconds from 1 to 3,600, or not at all.")
    return seconds


def _graph(craft: Craft, environment: Mapping[str, str]) -> Path | None:
    told = environment.get(GRAPHS[craft], "").strip()
    if not told:
        return None
    path = Path(told).expanduser()
    try:
        good = path.is_file() and path.stat().st_size < 20_000_000 and os.access(path, os.R_OK)
    except OSError:
        good = False
    if not good:
        raise PersonError(
            f"{GRAPHS[craft]} names '{path.name}', which cannot be read as a graph. Export one from ComfyUI."
        )
    return path
