// The plan as text, beside the cards: numbered lines, colours, problems under it. Typing is kept as it is typed.

import { h, icon, later, say } from "./dom.js";
import { page, on, edit, editing, join, remember, recall, toast } from "./page.js";

const TOKENS = /(#[^\n]*)|("(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)|(\b\d+(?:\.\d+)?\b)|([A-Za-z_]\w*)(?=\s*\()|([A-Za-z_]\w*)(?=\s*=(?!=)\s*[A-Za-z_]\w*\s*\()|([A-Za-z_]\w*)(?=\s*=)/g;
const COLOURS = [null, "comment", "string", "number", "tool", "name", "key"];

function colour(text) {
  const parts = [];
  let at = 0;
  for (const found of text.matchAll(TOKENS)) {
    const group = found.slice(1).findIndex((one) => one !== undefined) + 1;
    if (found.index > at) parts.push(text.slice(at, found.index));
    parts.push(h("span", { class: `t-${COLOURS[group]}` }, found[0]));
    at = found.index + found[0].length;
  }
  parts.push(`${text.slice(at)}\n`);
  return parts;
}

export function start(element) {
  join("script");
  const area = h("textarea", { class: "rw-script-text", spellcheck: "false", autocapitalize: "off", autocomplete: "off", wrap: "off", "aria-label": "The plan as text", placeholder: "shot1 = paint(scene=\"a lighthouse on a rocky shore\")" });
  const back = h("pre", { class: "rw-script-back", "aria-hidden": "true" });
  const lines = h("pre", { class: "rw-script-lines", "aria-hidden": "true" });
  const troubles = h("ul", { class: "rw-script-troubles", "aria-label": "Problems in the plan" });
  const state = h("span", { class: "rw-count", role: "status" });
  const paper = h("div", { class: "rw-script" }, lines, h("div", { class: "rw-script-paper" }, back, area));
  const clash = h("div", { class: "rw-clash", hidden: true, role: "alert" });
  element.replaceChildren(h("div", { class: "rw-heading-row" }, h("h2", { class: "rw-heading" }, "The same plan as text"), state), clash, paper, troubles);

  let based = null; // the version the typed text was begun on
  let wrong = new Set();

  const key = () => `text:${page.project}`;
  const send = later(async (more) => {
    const text = area.value;
    const project = page.project;
    const answer = await edit({ op: "text", text, ...more }, based ?? undefined);
    if (project !== page.project) return;
    if (answer.ok === false) offer(text);
    else if (area.value === text) {
      remember(key(), null);
      based = null;
      clash.hidden = true;
    } else based = answer.view.version;
    status();
  }, 500);

  function offer(text) {
    clash.replaceChildren(
      h("p", {}, "The plan was changed elsewhere while you typed here. Yours is kept in this box; nothing was overwritten."),
      h("div", {},
        h("button", { type: "button", class: "rw-button quiet", onclick: () => { remember(key(), null); based = null; clash.hidden = true; write(page.view.text); } }, "Show the newer plan"),
        h("button", { type: "button", class: "rw-button quiet", onclick: async () => { send({ force: true }); send.now(); } }, "Keep mine")));
    clash.hidden = false;
    area.value = text;
    paint();
  }

  function paint() {
    const text = area.value;
    back.replaceChildren(...colour(text));
    const count = text.split("\n").length;
    if (lines.childElementCount !== count || lines.dataset.wrong !== [...wrong].join()) {
      lines.dataset.wrong = [...wrong].join();
      lines.replaceChildren(...Array.from({ length: count }, (_, at) => h("span", { class: wrong.has(at + 1) ? "wrong" : "" }, `${at + 1}\n`)));
    }
  }

  function write(text) {
    if (area.value !== text) {
      const { selectionStart, selectionEnd } = area;
      const focused = document.activeElement === area;
      area.value = text;
      if (focused) area.setSelectionRange(Math.min(selectionStart, text.length), Math.min(selectionEnd, text.length));
    }
    paint();
  }

  const typing = () => send.pending || !clash.hidden || based !== null;

  function status() {
    say(state, send.pending || editing() ? "saving…" : page.view && page.view.problems.length ? `${page.view.problems.length} to mend` : "");
  }

  area.addEventListener("input", () => {
    if (based === null && page.view) based = page.view.version;
    remember(key(), { text: area.value, version: based });
    paint();
    send();
    status();
  });
  area.addEventListener("blur", () => send.pending && send.now());
  area.addEventListener("keydown", (event) => {
    if (event.key === "s" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send.now(); }
  });
  area.addEventListener("scroll", () => {
    back.style.transform = `translate(${-area.scrollLeft}px, ${-area.scrollTop}px)`;
    lines.style.transform = `translateY(${-area.scrollTop}px)`;
  });

  on("view", (view) => {
    wrong = new Set(view.problems.map((problem) => problem.line));
    if (!typing()) write(view.text);
    else paint();
    troubles.replaceChildren(...view.problems.slice(0, 40).map((problem) => h("li", {}, h("button", { type: "button", onclick: () => goTo(problem) },
      icon("warn", 15), h("span", {}, h("b", {}, `Line ${problem.line}: ${problem.words}`), " ", problem.way_out)))));
    status();
  });
  on("saving", status);
  on("open", () => {
    send.pending = null;
    based = null;
    clash.hidden = true;
    if (!page.view) return;
    const kept = recall(key());
    if (kept && kept.text !== page.view.text) {
      area.value = kept.text;
      based = kept.version;
      paint();
      if (kept.version === page.view.version) {
        send();
        send.now();
      } else offer(kept.text);
      toast("What you typed before is still here.");
    } else remember(key(), null);
  });

  function goTo(problem) {
    const before = area.value.split("\n").slice(0, problem.line - 1).join("\n").length + (problem.line > 1 ? 1 : 0);
    area.focus();
    area.setSelectionRange(before + problem.column - 1, before + problem.column - 1);
    area.scrollTop = Math.max(0, (problem.line - 4) * parseFloat(getComputedStyle(area).lineHeight));
  }
}
