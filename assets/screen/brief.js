// The brief: what the film is about, files, a few ready choices, and the plan as it is being written.

import { h, icon, button, place, say, size } from "./dom.js";
import { page, on, ask, open, join, remember, recall, toast, saveBrief } from "./page.js";
import { grow } from "./fields.js";

const LENGTHS = [["", "length as told"], ["8", "8 seconds"], ["15", "15 seconds"], ["24", "24 seconds"], ["40", "40 seconds"], ["60", "1 minute"]];
const SIZES = [["", "1280×720, wide"], ["1920x1080", "1920×1080, wide"], ["720x1280", "720×1280, tall"], ["1080x1080", "1080×1080, square"], ["640x360", "640×360, quick"]];
const VOICES = [
  ["", "voice as told"], ["heart", "Heart, a young woman"], ["bella", "Bella, a lively woman"], ["nova", "Nova, a low woman's voice"],
  ["emma", "Emma, a British woman"], ["joe", "Joe, a man"], ["michael", "Michael, a friendly man"], ["fenrir", "Fenrir, a young man"],
  ["onyx", "Onyx, a deep man's voice"], ["george", "George, a British man"],
  ["dora", "Dora, Spanish"], ["alex", "Alex, Spanish"], ["sara", "Sara, Italian"], ["nicola", "Nicola, Italian"],
  ["silent", "no voice, captions only"],
];

export function start(element, server, upload) {
  join("brief", server, ["plan_it", "keep_brief", "give", "fetch_pack", "decline_pack", "stop_job", "get_ready"]);
  // While the person is still typing, the studio loads its writer, so that the plan begins at once.
  const ready = { asked: false };
  const area = h("textarea", { class: "rw-brief-words", rows: 2, maxlength: 60000, "aria-label": "Your brief", placeholder: "What is the film about? Who is in it, how should it feel, how long?", oninput: () => { grow(area); kept(); if (!ready.asked) { ready.asked = true; ask("get_ready", {}, { quiet: true }); } } });
  const choose = (name, choices) => h("select", { "aria-label": name, dataset: { name }, onchange: kept }, choices.map(([value, words]) => h("option", { value }, words)));
  const selects = [choose("seconds", LENGTHS), choose("size", SIZES), choose("voice", VOICES)];
  const picker = h("input", { type: "file", multiple: true, hidden: true, accept: "image/*,video/*,audio/*,.mid,.midi,.txt,.md,.pdf,.srt,.cube", onchange: () => { take([...picker.files]); picker.value = ""; } });
  const files = button("Add files", { sign: "clip", kind: "quiet", onclick: () => picker.click() });
  const go = button("Plan it", { sign: "wand", kind: "strong", onclick: plan });
  const stop = button("Stop", { sign: "stop", kind: "quiet", hidden: true, onclick: () => ask("stop_job", { job: page.rows.agent.job }) });
  const waiting = h("ul", { class: "rw-given", "aria-label": "Files to go with the brief" });
  const examples = h("div", { class: "rw-examples" });
  const writing = h("div", { class: "rw-writing", hidden: true, role: "status", "aria-live": "polite" });
  const packs = h("div", { class: "rw-packs" });
  const hello = h("div", { class: "rw-hello" }, h("h1", {}, "What shall we film?"), h("p", {}, "Say it in a sentence. You get a plan you can read and change, then a film."));
  const box = h("div", { class: "rw-brief-box" }, area, waiting,
    h("div", { class: "rw-brief-foot" }, files, picker, ...selects.map((one) => h("div", { class: "rw-select" }, one, icon("chevron", 16))), h("span", { class: "rw-space" }), stop, go));
  const fold = h("button", { type: "button", class: "rw-brief-fold", "aria-expanded": "false", onclick: () => { unfold(true); area.focus(); } }, icon("text", 16), h("span", {}), h("small", {}, "edit the brief"));
  const whole = h("div", { class: "rw-brief" }, hello, fold, box, examples, writing);
  element.replaceChildren(packs, whole);
  let pending = [];
  let had = false;

  function unfold(yes) {
    whole.dataset.folded = yes ? "no" : "yes";
    fold.setAttribute("aria-expanded", String(yes));
    if (yes) requestAnimationFrame(() => grow(area));
  }

  const key = () => `brief:${page.project || "new"}`;
  function kept() {
    remember(key(), { words: area.value, choices: selects.map((one) => one.value) });
    if (page.project) saveBrief(page.project, area.value);
  }

  async function plan() {
    if (!area.value.trim()) {
      toast("Say in a sentence what the film is about first.", "warn");
      return area.focus();
    }
    go.disabled = true;
    const [seconds, frame, voice] = selects.map((one) => one.value);
    const was = key();
    const answer = await ask("plan_it", { project: page.project, brief: area.value, seconds, size: frame, voice, files: pending });
    go.disabled = false;
    if (!answer) return;
    if (was === "brief:new") {
      remember(was, null);
      remember(`brief:${answer.project}`, { words: area.value, choices: selects.map((one) => one.value) });
    }
    pending = [];
    drawWaiting();
    if (answer.project !== page.project) await open(answer.project);
  }

  async function take(list) {
    for (const file of list) {
      const note = h("li", { class: "coming" }, icon("file", 16), h("span", {}, `${file.name || "pasted picture"} · ${size(file.size)}`));
      waiting.append(note);
      waiting.hidden = false;
      try {
        const { path } = await upload(file);
        if (page.project) await ask("give", { project: page.project, path, name: file.name });
        else pending.push({ path, name: file.name || "pasted.png" });
      } catch {
        toast(`“${file.name}” could not be taken in. Is it larger than 2 GB?`, "warn");
      }
      note.remove();
      drawWaiting();
    }
  }

  function drawWaiting() {
    waiting.hidden = !pending.length;
    waiting.replaceChildren(...pending.map((one, at) => h("li", {}, icon("file", 16), h("b", {}, one.name),
      button(`Take ${one.name} away`, { sign: "close", shown: false, kind: "bare tiny", onclick: () => { pending.splice(at, 1); drawWaiting(); } }))));
  }
  drawWaiting();

  const carries = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  let depth = 0;
  addEventListener("dragenter", (event) => { if (carries(event)) { depth += 1; document.documentElement.dataset.dropping = "yes"; } });
  addEventListener("dragleave", (event) => { if (carries(event) && --depth <= 0) { depth = 0; delete document.documentElement.dataset.dropping; } });
  addEventListener("dragover", (event) => { if (carries(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    depth = 0;
    delete document.documentElement.dataset.dropping;
    take([...event.dataTransfer.files]);
  });
  addEventListener("paste", (event) => {
    const list = [...(event.clipboardData ? event.clipboardData.files : [])];
    if (list.length) { event.preventDefault(); take(list); }
  });
  area.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); plan(); } });

  on("home", (home) => {
    if (!home) return;
    examples.replaceChildren(h("span", {}, "Or begin with"), ...home.examples.map((one) => h("button", {
      type: "button", class: "rw-example", title: one.words, onclick: () => { area.value = one.words; grow(area); kept(); plan(); },
    }, one.name)));
    drawPacks(home.packs);
  });
  on("open", () => {
    const own = recall(key());
    area.value = own ? own.words : page.view ? page.view.project.brief : "";
    selects.forEach((one, at) => { one.value = (own && own.choices && own.choices[at]) || ""; });
    had = Boolean(page.view && page.view.cards.length);
    unfold(!had);
    requestAnimationFrame(() => grow(area));
    writing.hidden = true;
  });
  on("view", (view) => {
    say(fold.querySelector("span"), area.value.trim() || view.project.brief || view.title || "No brief yet");
    if (view.cards.length && !had && document.activeElement !== area) unfold(false);
    had = view.cards.length > 0;
  });

  let ended = null;
  on("rows", (rows) => {
    if (rows.packs) drawPacks(rows.packs);
    const agent = rows.agent;
    const busy = Boolean(agent && agent.status === "running");
    go.hidden = busy;
    stop.hidden = !busy;
    if (!agent || agent.kind !== "planning") { writing.hidden = true; return; }
    writing.hidden = false;
    const told = agent.notes || [];
    writing.dataset.status = agent.status;
    place(writing, [
      h("div", { class: "rw-writing-head" }, busy ? h("i", { class: "rw-dot" }) : icon(agent.status === "done" ? "check" : "warn", 16), h("span", {}, agent.words), h("span", { class: "rw-space" }),
        busy ? null : button("Close", { sign: "close", shown: false, kind: "bare tiny", onclick: () => ask("discard", { project: page.project, job: agent.job }) })),
      busy && agent.lines.length ? h("pre", {}, agent.lines.join("\n")) : null,
      !busy && agent.reading.length ? h("details", {}, h("summary", {}, "How the brief was read"), h("ul", {}, agent.reading.map((one) => h("li", {}, one)))) : null,
      told.length ? h("ul", { class: "rw-remarks" }, told.map((one) => h("li", {}, one))) : null,
    ].filter(Boolean));
    const pre = writing.querySelector("pre");
    if (pre) pre.scrollTop = pre.scrollHeight;
    if (busy) ended = "";
    else if (agent.status === "done" && ended !== agent.job) {
      if (ended === "" && document.activeElement !== area) unfold(false);
      ended = agent.job;
    }
  });

  function drawPacks(list) {
    packs.hidden = !list.length;
    packs.replaceChildren(...list.map((pack) => {
      const busy = pack.share !== null;
      return h("div", { class: "rw-pack", dataset: { pack: pack.name } }, icon("save", 20),
        h("div", {}, h("p", {}, h("b", {}, pack.title), ` ${pack.words}`),
          busy ? h("div", { class: "rw-bar", role: "progressbar", "aria-label": `Fetching ${pack.title}`, "aria-valuenow": String(Math.round(100 * pack.share)) }, h("i", { style: { width: `${100 * pack.share}%` } })) : null,
          pack.doing ? h("p", { class: "rw-doing" }, pack.doing) : null),
        busy ? button("Cancel", { kind: "quiet", onclick: () => ask("stop_job", { job: pack.job }) })
          : button(`Get it (${size(pack.bytes)})`, { kind: "quiet", onclick: () => ask("fetch_pack", { pack: pack.name }) }),
        !busy && pack.optional ? button("No, thanks", { kind: "link", onclick: () => ask("decline_pack", { pack: pack.name }) }) : null);
    }));
  }
}
