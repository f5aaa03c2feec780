"""The screen: its panels laid out, and the server that shows them."""

import os
import shutil
import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.middleware import Middleware

from components import brief, editor, film, projects, runs
from components.guard import Guard
from components.news import News
from components.routes import ASSETS, routes
from components.watching import watching_routes
from components.web import gr
from studio.errors import PersonError
from studio.session import Session

MOST_BYTES = 2 * 1024**3  # of one upload

# Colours are set before the first paint, so that a dark page does not flash white.
_HEAD = """
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="reelwright/screen/page.css">
<link rel="stylesheet" href="reelwright/screen/cards.css">
<script>
(() => {
  let look = null;
  try { look = JSON.parse(localStorage.getItem("reelwright:look")); } catch {}
  const root = document.documentElement;
  root.dataset.look = look || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  root.dataset.place = new URL(location.href).searchParams.has("project") ? "project" : "home";
})();
</script>
"""


def screen(session: Session, received: Path | None = None) -> Any:
    """The whole page as gr.Blocks. `received` is the folder uploads arrive in (gradio's own by default)."""
    folder = received or Path(os.environ.get("GRADIO_TEMP_DIR") or session.data / "received")
    news = News(session)
    with gr.Blocks(title="Reelwright", fill_width=True, analytics_enabled=False) as page:
        with gr.Row(elem_id="rw-top"):
            runs.panel(session, news)
        with gr.Row(elem_id="rw-stage"):
            with gr.Column(elem_id="rw-left", elem_classes="rw-pane"):
                brief.panel(session, news, folder)
                editor.panel(session, news)
                projects.panel(session, folder)
            with gr.Column(elem_id="rw-right", elem_classes="rw-pane"):
                film.panel(session, news)
                editor.script_panel()
    return page


def serve(
    open_session: Callable[[], Session],
    port: int | None = None,
    host: str = "",
    share: bool = False,
    open_browser: bool = True,
) -> None:
    """Show the studio until Ctrl+C. Raises PersonError when the port is taken."""
    page, address = start(open_session(), port=port, host=host, share=share)
    print(f"Reelwright is at {address}  (Ctrl+C stops it)", flush=True)
    if open_browser and sys.stdout.isatty():
        webbrowser.open(address)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        print("\nGoodbye. Everything is saved.")
    finally:
        page.close(verbose=False)


def start(session: Session, port: int | None = None, host: str = "", share: bool = False) -> tuple[Any, str]:
    """Begin to serve the screen: (blocks, address). `close()` on the blocks stops it.

    Always through `launch`: mounting the page on another app would turn gradio's checks of file paths off.
    Without a host it is this machine only, or every address on a hosted Space.
    """
    received = session.data / "received"
    received.mkdir(parents=True, exist_ok=True)
    for old in received.iterdir():  # what a page sent and never gave to a project
        if old.stat().st_mtime < time.time() - 24 * 3600:
            shutil.rmtree(old, ignore_errors=True)
    os.environ["GRADIO_TEMP_DIR"] = str(received)
    host = host or os.environ.get("GRADIO_SERVER_NAME", "0.0.0.0" if os.environ.get("SPACE_ID") else "127.0.0.1")
    local = host in ("127.0.0.1", "localhost", "::1") and not share
    page = screen(session, received)
    page.queue(api_open=False)
    try:
        _, address, shared = page.launch(
            server_name=host,
            server_port=port,
            share=share,
            quiet=True,
            prevent_thread_lock=True,
            ssr_mode=False,
            run_history=False,
            footer_links=[],
            enable_monitoring=False,
            max_file_size=MOST_BYTES,
            allowed_paths=[],
            favicon_path=ASSETS / "screen" / "favicon.png",
            head=_HEAD,
            theme=gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]),
            app_kwargs={
                "routes": [*watching_routes(session), *routes(session)],
                "middleware": [Middleware(Guard, local=local)],
            },
        )
    except OSError as error:
        where = f"Port {port} is" if port else "Every port from 7860 to 7959 is"
        raise PersonError(f"{where} taken (another Reelwright?). Choose one with --port.") from error
    return page, shared or address
