"""A script laid out as plan lines: a ready plan is a pattern whose steps ending in 1 are repeated for every shot."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from studio.agent import around, cards
from studio.agent.choices import clip_size, fitting, is_song, plain, seen_things, strength, voice
from studio.agent.pattern import pattern
from studio.agent.players import Player, players
from studio.agent.reading import Reading
from studio.agent.script import Script, Shot
from studio.agent.shotlist import trimmed
from studio.plan import Plan, Ref, Step, Value, write_step
from studio.tool import Tool

_OPENING, _CLOSING = ("opening", "opening_clip"), ("closing", "closing_clip")


class Layout:
    """Turns a script into steps, in the order of the plan, so that each can be shown as soon as it is known."""

    def __init__(
        self,
        script: Script,
        reading: Reading,
        tools: Mapping[str, Tool],
        given: Mapping[str, str],
        *,
        seed: int = 1,
        fps: float | None = None,
    ) -> None:
        self._script, self._reading, self._tools, self._given = script, reading, tools, given
        self._seed, self._fps = seed, fps
        self._pattern = pattern(script.recipe)
        kind = {"photo": "Image", "video": "Video"}.get(self._pattern.given.rstrip("1"), "")
        self.things = [n for n, k in given.items() if k == kind]
        self.song = (
            "" if reading.wishes.music is False else next((n for n, k in given.items() if is_song(n, k, reading)), "")
        )
        self.speech = next((n for n, k in given.items() if k == "Audio" and n != self.song), "")
        self._opening = bool(script.card) and any(s.name == "opening" for s in self._pattern.head)
        self._lines: set[int] = set()
        paint, steps = tools.get("paint"), (*self._pattern.head, *self._pattern.repeated, *self._pattern.tail)
        acts = "character" in tools and paint is not None and paint.input("cast") is not None
        taken = {*tools, *given, *(s.name for s in steps)}
        self._players = players(reading, taken) if acts and script.recipe != "picture" else ()
        self._made: set[str] = set()  # the players who have a step already
        edit = tools.get("edit")
        self._sounds = "ambience" in tools and edit is not None and edit.input("sounds") is not None
        self._sounds = self._sounds and reading.wishes.effects
        self._heard: dict[int, str] = {}  # what is heard around each shot
        self._happens = False  # whether something happens in a shot that is heard

    def head(self) -> list[Step]:
        """The steps before the first shot."""
        steps = [s for s in self._pattern.head if s.name not in _OPENING or self._opening]
        return [self._set(self._filled(s, None, 0), None, 0) for s in steps]

    def shot(self, index: int, shot: Shot) -> list[Step]:
        """The steps of one shot, counted from 0; before them those of players who are seen for the first time."""
        found: list[Step] = []
        for player in self._players:
            shot = replace(shot, scene=player.put(shot.scene))
        for step in self._pattern.repeated:
            if step.tool == "speak":
                if not shot.line or self.speech:
                    continue
                self._lines.add(index)
            if step.tool == "paint" and shot.card and shot.card.tool in self._tools:
                step = replace(step, tool=shot.card.tool, arguments=shot.card.arguments)
            found.append(self._set(self._filled(step, shot, index), shot, index))
            if found[-1].tool == "paint" and self._sounds:
                avoid = self._reading.wishes.avoid
                self._heard[index] = around.heard_in(found[-1], avoid)
                self._happens = self._happens or around.happens(str(found[-1].get("scene", "")), avoid)
        new = [self._character(p) for p in self._players if p.step not in self._made and _names(found, p.step)]
        self._made |= {step.name for step in new}
        return [replace(s, gap=i == 0) for i, s in enumerate([*new, *found])]

    def _character(self, player: Player) -> Step:
        seed = (("seed", self._seed),) if self._seed != 1 else ()
        return Step(player.step, "character", (("name", player.name), ("looks", player.looks), *seed))

    def tail(self, count: int) -> list[Step]:
        """The steps after the last shot."""
        found: list[Step] = []
        beds = self._beds()
        for step in self._pattern.tail:
            if step.tool == "edit":
                found += [Step(name, "ambience", (("kind", kind),)) for kind, name in beds.items()]
                found += filter(None, [self._given_speech()])
            if step.tool == "render":
                found += filter(None, [self._given_song()])
            if step.name == "music" and (self.song or self._reading.wishes.music is False):
                continue
            if step.name in _CLOSING and not self._script.closing:
                continue
            step = self._spread(self._filled(step, None, 0), count, beds)
            found.append(self._set(step, None, 0))
            found += self._deeds(step) if step.tool == "edit" else []
        return [replace(step, gap=i == 0) for i, step in enumerate(found)]

    def _deeds(self, cut: Step) -> list[Step]:
        """What happens in the pictures, heard at its moment and laid over the cut."""
        if not self._happens or not {"foley", "lay_sound"} <= set(self._tools):
            return []
        return [*around.deeds_over(cut.name, self._free("deeds"), self._free("heard"))]

    def _given_speech(self) -> Step | None:
        """A given recording in the narrator's place is listened to, so that it has captions."""
        if not self.speech or "transcribe" not in self._tools:
            return None
        return Step(self._free("said"), "transcribe", (("recording", Ref(self.speech)),))

    def _given_song(self) -> Step | None:
        """A given song is cut to the film's length; a score in MIDI is played as it is."""
        cut = next((s.name for s in self._pattern.tail if s.tool == "edit"), "")
        if not self.song or not cut or self._given[self.song] != "Audio" or "fit_song" not in self._tools:
            return None
        inputs = (("song", Ref(self.song)), ("cut", Ref(self._free(cut))))
        return Step(self._free("song"), "fit_song", inputs)

    def _beds(self) -> dict[str, str]:
        """The step that makes each kind of bed."""
        taken = {*self._tools, *self._given, *(s.name for s in self._pattern.tail), *(p.step for p in self._players)}
        names: dict[str, str] = {}
        for kind in filter(None, self._heard.values()):
            if kind not in names:
                names[kind] = around.name_of(kind, taken)
                taken.add(names[kind])
        return names

    def plan(self, script: Script | None = None) -> Plan:
        """The whole plan at once."""
        shots = (script or self._script).shots
        middle = [step for i, shot in enumerate(shots) for step in self.shot(i, shot)]
        return Plan(self.title, (*self.head(), *middle, *self.tail(len(shots))))

    @property
    def title(self) -> str:
        return self._script.title

    def written(self, steps: Sequence[Step]) -> Iterator[str]:
        """The steps as lines of plan text."""
        for step in steps:
            yield from write_step(step).split("\n")

    # --- one step ----------------------------------------------------------------------------------------------

    def _filled(self, step: Step, shot: Shot | None, index: int) -> Step:
        script = self._script
        if not shot and not self._pattern.repeated and script.shots:
            shot = script.shots[0]
        holes = {"title": script.title, "subtitle": script.subtitle, "closing": script.closing, "mood": script.mood}
        if shot:
            holes |= {"scene": shot.scene, "line": shot.line}

        def fill(value: Value) -> Value:
            if isinstance(value, str):
                return re.sub(r"\{(\w+)\}", lambda m: holes.get(m[1], ""), value)
            if isinstance(value, Ref):
                return Ref(self._named(value.name, index))
            return tuple(fill(v) for v in value) if isinstance(value, tuple) else value

        arguments = tuple((k, fill(v)) for k, v in step.arguments)
        return replace(
            step,
            note="",
            name=self._named(step.name, index),
            arguments=tuple((k, v) for k, v in arguments if v != ""),
            places=(),
        )

    def _named(self, name: str, index: int) -> str:
        """The name of a step, or of a given thing, for one shot."""
        if name == self._pattern.given:
            return self.things[index % len(self.things)] if self.things else name
        return self._free(f"{name[:-1]}{index + 1}" if name.endswith("1") else name)

    def _free(self, name: str) -> str:
        """Clear of the names the person gave: a given "shot1" leaves ours to be called "our_shot1"."""
        return f"our_{name}" if name in self._given else name

    def _spread(self, step: Step, count: int, beds: Mapping[str, str]) -> Step:
        """Lists over all shots, voices in step with them, and nothing that was left out."""
        if step.tool == "edit":
            shots = next(v for k, v in step.arguments if k == "shots")
            refs: list[Value] = []
            voices: list[Value] = []
            sounds: list[Value] = []
            repeated = {s.name for s in self._pattern.repeated}
            raw = next(s for s in self._pattern.tail if s.name == step.name or f"our_{s.name}" == step.name).get(
                "shots"
            )
            for value in raw if isinstance(raw, tuple) else ():
                name = value.name if isinstance(value, Ref) else ""
                if name in repeated:
                    refs += [Ref(self._named(name, i)) for i in range(count)]
                    voices += [Ref(self._free(f"line{i + 1}")) if i in self._lines else None for i in range(count)]
                    sounds += [Ref(beds[kind]) if (kind := self._heard.get(i)) else None for i in range(count)]
                elif (name in _OPENING and self._opening) or (name in _CLOSING and self._script.closing):
                    refs.append(Ref(self._free(name)))
                    voices.append(None)
                    sounds.append(None)
            step = step.with_argument("shots", tuple(refs) if shots else ())
            spoken = trimmed(voices)
            step = step.with_argument("voices", spoken) if spoken else step.without_argument("voices")
            step = step.with_argument("sounds", trimmed(sounds)) if any(sounds) else step
            if self.speech:
                said = self._given_speech()
                step = step.with_argument("narration", Ref(said.name if said else self.speech))
        if step.tool == "render":
            cut = next((s for s in self._pattern.tail if s.tool == "edit"), None)
            if cut and self._deeds(cut):
                step = step.with_argument("cut", Ref(self._free("heard")))
            if self.song:
                fitted = self._given_song()
                return step.with_argument("music", Ref(fitted.name if fitted else self.song))
            if self._reading.wishes.music is False:
                return step.without_argument("music")
        return step

    def _set(self, step: Step, shot: Shot | None, index: int) -> Step:
        """What code decides: hour, cast, camera, seconds, voice, seed, shape, size. Only what the tool has."""
        reading, wishes, script = self._reading, self._reading.wishes, self._script
        shape = reading.shape if reading.shape != "16:9" else ""
        wanted: dict[str, Value] = {}
        if step.tool == "paint":
            wanted = {
                "time": shot.hour if shot else script.shots[0].hour if script.shots else "auto",
                "weather": wishes.weather if len(reading.told) < 2 else "",
                "look": wishes.looks[0] if wishes.looks else "",
                "shape": shape,
                "avoid": ", ".join(seen_things(wishes.avoid)),
                "seed": (self._seed + index) % 2**31,
            }
            cast = [Ref(p.step) for p in self._players if p.is_in(str(step.get("scene", "")))]
            step = step.with_argument("cast", tuple(cast)) if cast else step
        elif step.tool in cards.CARDS:
            wanted = {"look": cards.design(reading), "mood": cards.mood(reading), "shape": shape}
        elif step.tool == "animate":
            step = step if shot and index in self._lines else step.without_argument("voice")
            wanted = {
                "camera": shot.camera if shot and not shot.card else "push in",
                "seconds": shot.seconds if shot else script.card,
                "strength": strength(wishes.moods) if shot else "",
                "size": clip_size(reading.size),
                "fps": min(60.0, self._fps) if self._fps else "",
            }
        elif step.tool == "move" and shot:
            wanted = {"camera": shot.camera, "seconds": shot.seconds}
        elif step.tool == "trim" and shot:
            wanted = {"seconds": shot.seconds, "sound": "" if step.has("sound") else wishes.music is False}
        elif step.tool == "speak":
            wanted = {"voice": voice(reading, self._tools)}
        elif step.tool == "edit":
            wanted = {"seconds": reading.seconds, "fps": self._fps or ""}
        elif step.tool == "compose":
            wanted = {
                "seconds": reading.seconds if script.recipe == "music" else "",
                "seed": self._seed if self._seed != 1 else "",
            }
        elif step.tool == "render":
            captions = wishes.captions or ("" if step.has("captions") else "burned in")
            wanted = {"captions": captions, "size": reading.size if reading.size != "1280x720" else ""}
        tool = self._tools.get(step.tool)
        for key, value in wanted.items():
            if value != "" and (tool is None or tool.option(key)):
                step = step.with_argument(key, plain(fitting(tool, key, value)))
        return step


def _names(steps: Sequence[Step], name: str) -> bool:
    return any(name in step.inputs() for step in steps)
