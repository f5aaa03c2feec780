"""Every tool's example runs as it stands, twice to the same bytes; every purpose's ready plan becomes its thing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from studio.adjust import Adjustments, adjust
from studio.bench import Bench
from studio.events import Artifact, StepDone
from studio.execute import run
from studio.plan import parse
from studio.store import Store
from studio.tool import discover
from tests.pipelines.engines.tiny_models import stable_audio

TOOLS = discover(Path(__file__).resolve().parents[2] / "pipelines")
SMALL = Adjustments(size="320x180", fps=12)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory, packs, pack, a_model_of_music: None) -> Bench:
    for name in ("fluent-emoji", "general-user", "minilm", "rife", "span", "style-transfer", "u2net", "whisper-base"):
        pack(name)
    return Bench(TOOLS, Store(tmp_path_factory.mktemp("store")), packs)


@pytest.fixture(scope="module")
def a_model_of_music(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What only a model of the person's own can make is made by a tiny one."""
    with pytest.MonkeyPatch.context() as told:
        told.setenv("REELWRIGHT_DIFFUSERS_MUSIC", str(stable_audio(tmp_path_factory.mktemp("audio"))))
        told.setenv("REELWRIGHT_DIFFUSERS_STEPS", "2")
        told.setenv("REELWRIGHT_DEVICE", "cpu")
        yield


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(TOOLS))
def test_the_example_of_a_tool_runs_and_is_the_same_in_an_empty_store(name: str, bench: Bench, tmp_path: Path) -> None:
    tool = TOOLS[name]
    plan = parse(adjust(tool.example, TOOLS, SMALL), TOOLS)
    made = run(plan, {}, bench)
    assert made.failed == {}
    last = plan.steps[-1]
    assert last.tool == name
    assert made.made[last.name].kind == tool.makes
    # The last step once more from the same inputs: the same bytes, or recalling it would be a lie.
    elsewhere = Bench(TOOLS, Store(tmp_path), bench.packs)
    above = {n: a for n, a in made.made.items() if n != last.name}
    given = {n: elsewhere.store.adopt(a.path, a.kind) for n, a in above.items()}
    for thing in bench.store.things.iterdir():
        elsewhere.store.adopt(thing, "Text")  # what a Cut names lies beside it
    again = run(parse(_line(plan, last.name), TOOLS, {n: a.kind for n, a in given.items()}), given, elsewhere)
    assert again.failed == {}
    assert again.made[last.name].digest == made.made[last.name].digest


def _line(plan, name: str) -> str:
    from studio.plan import Plan, write

    return write(Plan(steps=(plan.step(name),)))


def given_things(store: Store, folder: Path, bench: Bench) -> dict[str, Artifact]:
    photos = {}
    for n, colour in enumerate(("teal", "coral", "gold"), start=1):
        path = folder / f"{n}.jpg"
        Image.linear_gradient("L").resize((640, 480)).convert("RGB").save(path)
        with Image.open(path) as picture:
            Image.blend(picture, Image.new("RGB", picture.size, colour), 0.5).save(path)
        photos[f"photo{n}"] = store.adopt(path, "Image")
    text = adjust(TOOLS["render"].example, TOOLS, SMALL)
    film = run(parse(text, TOOLS), {}, bench).made["film"]
    return photos | {"video1": store.adopt(film.path, "Video"), "video2": store.adopt(film.path, "Video")}


BRIEFS = {
    "story": ("A lighthouse keeper befriends a whale. Calm, hopeful, 12 seconds.", ()),
    "explainer": ("Explain how bees make honey in 12 seconds.", ()),
    "advert": ("An advert for Corner Bakery: fresh bread from 6 every morning. 10 seconds.", ()),
    "poem": ("A poem about rain on a tin roof, 10 seconds.", ()),
    "announcement": ("Announce: we are moving to 12 Harbour Street on 1 May. 8 seconds.", ()),
    "photos": ("Our summer by the sea, 9 seconds.", ("photo1", "photo2", "photo3")),
    "montage": ("A montage of our trip, 6 seconds, no narration.", ("video1", "video2")),
    "narrated": ("Tell the story of this day in two sentences. 6 seconds.", ("video1",)),
    "picture": ("A picture of a bakery at night.", ()),
    "music": ("Compose calm piano music, 8 seconds.", ()),
    "arabic": ("حارس المنارة يصادق حوتا. ثماني ثوان", ()),
}


@pytest.mark.slow
@pytest.mark.parametrize("purpose", BRIEFS)
def test_a_ready_plan_becomes_its_thing(purpose: str, bench: Bench, tmp_path: Path) -> None:
    from studio.agent.planner import propose

    brief, names = BRIEFS[purpose]
    things = given_things(bench.store, tmp_path, bench) if names else {}
    given = {n: things[n] for n in names}
    kinds = {n: a.kind for n, a in given.items()}
    made = propose(brief, kinds, TOOLS, writer="floor", adjustments=SMALL)
    plan = parse(made.text, TOOLS, kinds)
    events: list[object] = []
    outcome = run(plan, given, bench, on_event=events.append)
    assert outcome.failed == {}
    assert {e.step for e in events if isinstance(e, StepDone)} == set(plan.names())
    last = {"picture": "Image", "music": "Audio"}.get(purpose, "Video")
    assert any(a.kind == last for a in outcome.made.values())
    for name in names:
        assert any(name in step.inputs() for step in plan.steps), f"{name} is not in the film"
    if last == "Video" and made.reading is not None:
        import av

        film = outcome.made[next(step.name for step in plan.steps if step.tool == "render")]
        with av.open(str(film.path)) as container:
            stream = container.streams.video[0]
            assert float(stream.duration * stream.time_base) == pytest.approx(made.reading.seconds, rel=0.02)
