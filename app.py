"""Reelwright: introduces the rooms to each other; the screen by default, the command line by verb."""

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from studio.session import Session
    from studio.tool import Tool

ROOT = Path(__file__).resolve().parent


def data_folder() -> Path:
    """Where projects live: REELWRIGHT_DATA, or the place this system keeps a program's data."""
    import platformdirs

    return Path(os.environ.get("REELWRIGHT_DATA") or platformdirs.user_data_dir("reelwright", appauthor=False))


def open_packs() -> Any:
    from studio.packs import Packs

    folder = os.environ.get("REELWRIGHT_PACKS")
    return Packs(Path(folder) if folder else data_folder() / "packs", ROOT / "assets" / "packs.toml")


def open_session() -> "Session":
    """The tools are found here and handed in, so that the core never imports them."""
    from studio.session import Session

    return Session.open(data_folder(), find_tools(), open_packs(), open_player)


def open_player() -> Any:
    """Who draws cuts that are looked at; its libraries take a moment to come."""
    from pipelines.film.player import Player

    return Player()


def find_tools() -> "dict[str, Tool]":
    from studio.tool import discover

    return discover(ROOT / "pipelines")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python app.py",
        description="Describe a film, edit its plan, render it. Without a verb: open the studio in the browser.",
    )
    parser.add_argument("--port", type=int, default=None, help="port of the studio (default: 7860 or the next free)")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser window")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")

    film = verbs.add_parser("film", help="from a brief to a film", description="Plan a brief and render its film.")
    film.add_argument("brief", help="what the film is about, in your words")
    _film_options(film)
    _agent_options(film)

    plan = verbs.add_parser("plan", help="print the plan of a brief", description="Print the plan of a brief.")
    plan.add_argument("brief", help="what the film is about, in your words")
    _given_option(plan)
    _adjust_options(plan)
    _agent_options(plan)

    run = verbs.add_parser("run", help="run a plan from a file", description="Run a plan and save its film.")
    run.add_argument("plan", type=Path, help="a file in the plan language")
    _film_options(run)

    tools = verbs.add_parser("tools", help="list the tools a plan may use", description="List the tools, or tell one.")
    tools.add_argument("name", nargs="?", help="a tool to tell about in full")

    packs = verbs.add_parser("packs", help="list packs; get one", description="List packs, or get some.")
    packs.add_argument("action", nargs="?", choices=["get"], help="fetch the named packs")
    packs.add_argument("names", nargs="*", metavar="NAME", help="packs to fetch")

    listen = verbs.add_parser(
        "listen", help="styles, voices and sounds side by side", description="Make the listening page and open it."
    )
    listen.add_argument("--out", type=Path, default=Path("listening"), help="folder of the page (default: listening)")
    listen.add_argument("--styles", default="", metavar="A,B", help="only these styles of music")
    listen.add_argument("--moods", default="", metavar="A;B", help='only these moods, such as "calm, hopeful; angry"')
    listen.add_argument("--seconds", type=float, default=16.0, help="length of each piece of music (default: 16)")
    listen.add_argument("--seed", type=int, default=1, help="another piece for each")
    listen.add_argument("--no-browser", dest="browser", action="store_false", help="do not open the page")
    listen.add_argument("--json", action="store_true", help="print every event as one JSON object a line")

    clear = verbs.add_parser(
        "clear", help="free disk space", description="Remove what can be made again. Projects stay."
    )
    clear.add_argument(
        "what",
        nargs="?",
        choices=["all", "parts", "nothing"],
        default="all",
        help="all (default), only the parts kept for the next render, or nothing: tell what is held",
    )
    return parser


def _given_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--given", metavar="NAME=FILE", action="append", default=[], help="a file the plan may name")


def _adjust_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seconds", type=float, help="length of the film")
    parser.add_argument("--size", metavar="WxH", help="size of the picture, such as 1280x720")
    parser.add_argument("--fps", type=float, help="frames a second")
    parser.add_argument("--seed", type=int, help="another take of everything left to chance")


def _film_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=Path("film.mp4"), help="where the film goes (default: film.mp4)")
    _given_option(parser)
    _adjust_options(parser)
    parser.add_argument("--json", action="store_true", help="print every event as one JSON object a line")


def _agent_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--writer",
        choices=["auto", "floor", "writer", "chat"],
        default="auto",
        help="who writes: the best there is, ready plans, the local model, or the configured chat model",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status is 0 only when what was asked for is there."""
    from studio.errors import PersonError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a name of a file need not be writable in the terminal's letters
            stream.reconfigure(errors="backslashreplace")
    asked = _parser().parse_args(arguments)
    try:
        if asked.verb is None:
            return _studio(asked)
        import components.commands as commands

        if asked.verb == "tools":
            return commands.tools(find_tools(), asked)
        if asked.verb == "packs":
            return commands.packs(open_packs(), asked)
        if asked.verb == "listen":
            from components.listening import listen

            return listen(open_session(), asked)
        act = {"film": commands.film, "plan": commands.plan, "run": commands.run, "clear": commands.clear}[asked.verb]
        return act(open_session(), asked)
    except PersonError as error:
        _end_json(asked, str(error))
        print(str(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        _end_json(asked, "Stopped.")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _end_json(asked: argparse.Namespace, words: str) -> None:
    """The last of the objects that --json prints tells how it ended, whatever happened."""
    if getattr(asked, "json", False):
        print(json.dumps({"error": words}, ensure_ascii=False))


def _studio(asked: argparse.Namespace) -> int:
    from components.app import serve

    serve(open_session, port=asked.port, open_browser=not asked.no_browser)
    return 0


if __name__ == "__main__":
    sys.exit(main())
