"""The house rules that a machine can keep: sizes, first lines, which room may look where, words, imports."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.tool import discover

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("studio", "pipelines", "components", "tests", "benchmarks")
FILES = sorted([ROOT / "app.py", *(p for room in ROOMS for p in (ROOT / room).rglob("*.py"))])
OURS = [p for p in FILES if "tests" not in p.relative_to(ROOT).parts]
LONGEST = 300
# What takes long to import. A file that is itself only imported inside a function may hold them at its top.
HEAVY = {
    "torch", "diffusers", "transformers", "onnxruntime", "av", "cv2", "skia", "moviepy", "langchain", "langchain_core",
    "langchain_openai", "xllamacpp", "tokenizers", "soundfile", "scipy", "opentimelineio", "gradio", "mido", "PIL",
    "midirenderer", "hibari", "pysubs2", "soxr", "pyloudnorm", "imageio_ffmpeg", "huggingface_hub", "psutil",
    "platformdirs", "rich", "numpy",
}  # fmt: skip
BANNED = re.compile(r"(?:^|_)(?:node|workflow|task|manager|handler|helper|utils?)s?(?:_|$)", re.IGNORECASE)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path, *, top_only: bool = False) -> Iterator[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = _top(tree.body) if top_only else ast.walk(tree)
    for found in nodes:
        if isinstance(found, ast.Import):
            yield from ((alias.name, found.lineno) for alias in found.names)
        elif isinstance(found, ast.ImportFrom):
            yield ("." * found.level + (found.module or ""), found.lineno)
            if found.module and not found.level:
                yield from ((f"{found.module}.{alias.name}", found.lineno) for alias in found.names)


def _top(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements run at import, `if TYPE_CHECKING` left out."""
    for statement in body:
        if isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test):
            continue
        yield statement
        for inner in ("body", "orelse", "finalbody"):
            if isinstance(statement, ast.If | ast.Try | ast.With) and getattr(statement, inner, None):
                yield from _top(getattr(statement, inner))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_says_what_it_is_for_and_is_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert len(lines) <= LONGEST, f"{name(path)} has {len(lines)} lines"
    doc = ast.get_docstring(ast.parse(text))
    assert doc, f"{name(path)} does not say what it is for"
    assert lines[0].startswith('"""')


@pytest.mark.parametrize("path", FILES, ids=name)
def test_imports_are_absolute(path: Path) -> None:
    assert not [line for module, line in imports(path) if module.startswith(".")]


def _may_not(path: Path) -> tuple[str, ...]:
    room = path.relative_to(ROOT).parts[0]
    if room == "studio":
        return ("pipelines", "components", "app", "gradio", "tests", "benchmarks")
    if room == "pipelines":
        core = ("execute", "store", "session", "projects", "ledger", "jobs", "agent", "prepare", "bench", "archive")
        return ("components", "app", "gradio", "tests", "benchmarks", *(f"studio.{c}" for c in core))
    if room == "components":
        return ("pipelines", "app", "tests", "benchmarks")
    return ()


@pytest.mark.parametrize("path", OURS, ids=name)
def test_rooms_look_only_downward(path: Path) -> None:
    banned = _may_not(path)
    wrong = [
        (module, line)
        for module, line in imports(path)
        if any(module == each or module.startswith(each + ".") for each in banned)
    ]
    assert not wrong, f"{name(path)} looks where it may not: {wrong}"


def test_tools_do_not_import_each_other() -> None:
    tools = {f"pipelines.{t.room}.{t.name}" for t in discover(ROOT / "pipelines").values()}
    for path in (ROOT / "pipelines").rglob("*.py"):
        assert not [m for m, _ in imports(path) if m in tools], f"{name(path)} imports another tool"


def test_there_are_no_import_cycles() -> None:
    graph: dict[str, set[str]] = {}
    known = {name(p)[:-3].replace("/", ".").removesuffix(".__init__"): p for p in OURS}
    for module, path in known.items():
        graph[module] = {m for m, _ in imports(path) if m in known and m != module}
    state: dict[str, int] = {}

    def visit(module: str, trail: tuple[str, ...]) -> None:
        if state.get(module) == 2:
            return
        assert state.get(module) != 1, " -> ".join((*trail, module))
        state[module] = 1
        for each in sorted(graph[module]):
            visit(each, (*trail, module))
        state[module] = 2

    for module in graph:
        visit(module, ())


def _imported_at_start() -> list[Path]:
    """Files reached by imports at the top of files, from the core and from every tool."""
    tools = {ROOT / "pipelines" / t.room / f"{t.name}.py" for t in discover(ROOT / "pipelines").values()}
    waiting = [ROOT / "app.py", *(ROOT / "studio").glob("*.py"), *sorted(tools)]
    seen: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            found = (ROOT.joinpath(*m.split(".")).with_suffix(".py") for m, _ in imports(path, top_only=True))
            waiting.extend(f for f in found if f.is_file())
    return sorted(seen)


@pytest.mark.parametrize("path", _imported_at_start(), ids=name)
def test_heavy_libraries_are_imported_late(path: Path) -> None:
    tops = {module.split(".")[0] for module, _ in imports(path, top_only=True)}
    assert not tops & HEAVY, f"{name(path)} imports {tops & HEAVY} at its top"


def test_opening_the_tools_and_the_session_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.path.insert(0, '.'); import pathlib; from studio.tool import discover; import studio.session;"
        "discover(pathlib.Path('pipelines').resolve()); print(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {m for m in done.stdout.split() if m in HEAVY - {"psutil", "platformdirs"}}


@pytest.mark.parametrize("path", OURS, ids=name)
def test_the_words_are_a_film_makers(path: Path) -> None:
    assert not BANNED.search(path.stem)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for found in ast.walk(tree):
        if isinstance(found, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", found.name)
            assert not BANNED.search(words), f"{name(path)}:{found.lineno} {found.name}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_nothing_is_left_unfinished(path: Path) -> None:
    if path == Path(__file__):
        return
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(TODO|FIXME|XXX)\b|assert True\b|pytest\.mark\.xfail", text), name(path)


@pytest.mark.parametrize("path", [p for p in OURS if p.relative_to(ROOT).parts[0] == "studio"], ids=name)
def test_public_things_are_explained(path: Path) -> None:
    for found in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(found, ast.FunctionDef | ast.ClassDef) and not found.name.startswith("_"):
            small = isinstance(found, ast.ClassDef) and len(found.body) <= 12
            assert ast.get_docstring(found) or small, f"{name(path)}:{found.lineno} {found.name}"


@pytest.mark.parametrize(
    "command", [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]], ids=" ".join
)
def test_the_checkers_are_content(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
