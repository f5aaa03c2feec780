"""What every panel of the screen is: one gr.HTML with a script of its own and the calls it may make."""

import functools
import inspect
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from components.web import gr
from studio.errors import PersonError

Answer = dict[str, Any]
Call = Callable[[Answer], Answer] | Callable[[Answer], Awaitable[Answer]]

_LOG = logging.getLogger("reelwright.screen")


class Part(gr.HTML):  # type: ignore[misc]
    """A panel drawn by assets/screen/`script`.js, whose `start(element, server, upload)` owns everything inside.

    The template is static and no value ever passes through it, so nothing a person types is read as markup.
    """

    def __init__(self, script: str = "", calls: tuple[Call, ...] = (), **settings: Any) -> None:
        begin = (
            f"import(new URL('reelwright/screen/{script}.js', document.baseURI).href)"
            ".then((part) => part.start(element.querySelector('.rw-part'), server, upload))"
        )
        settings.setdefault("elem_id", f"rw-{script}")
        settings.setdefault("html_template", '<div class="rw-part"></div>')
        settings.setdefault("js_on_load", begin)
        settings.setdefault("server_functions", [guarded(call) for call in calls])
        super().__init__(apply_default_css=False, **settings)

    def preprocess(self, payload: Any) -> None:
        """Nothing comes in this way; calls do."""
        return None

    def get_block_name(self) -> str:
        return "html"


def guarded(call: Call) -> Call:
    """A call whose PersonError becomes the sentence the page shows, and whose fault is told and logged as one."""
    if inspect.iscoroutinefunction(call):

        @functools.wraps(call)
        async def later(values: Any) -> Answer:
            try:
                found: Answer = await call(values if isinstance(values, dict) else {})
                return found
            except Exception as error:
                return _said(call, error)

        return later

    @functools.wraps(call)
    def answer(values: Any) -> Answer:
        try:
            found: Answer = call(values if isinstance(values, dict) else {})  # type: ignore[assignment]
            return found
        except Exception as error:
            return _said(call, error)

    return answer


def _said(call: Call, error: Exception) -> Answer:
    if isinstance(error, PersonError):
        return {"ok": False, "said": str(error)}
    _LOG.error("a call of the page failed: %s", getattr(call, "__name__", call), exc_info=error)
    return {"ok": False, "said": f"A fault in Reelwright ({type(error).__name__}). What you typed is kept."}


def text_of(values: dict[str, Any], key: str, most: int = 200) -> str:
    """A string the page sent, never longer than `most`. Raises PersonError for anything else."""
    value = values.get(key)
    if not isinstance(value, str):
        raise PersonError("The page sent something the studio cannot read. Reload it.")
    if len(value) > most:
        raise PersonError(f"That is too long: {len(value):,} characters, where {most:,} fit.")
    return value
