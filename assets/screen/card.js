// One step of the plan as a card: its name and tool, its fields, what it made, how it stands.

import { h, icon, button, later, place, say, took } from "./dom.js";
import { page, edit, editing, ask, dialog, toast } from "./page.js";
import { keep } from "./bar.js";
import { field, grow, toolOf } from "./fields.js";
import { preview, sign } from "./preview.js";

const STATES = {
  current: "up to date", stale: "changed since", missing: "not made yet", blocked: "waits", running: "making…",
  waiting: "in line", failed: "failed", cancelled: "stopped",
};

/** The card of one step, found again by its name: {element, update(card, at, of), row(row), flush()}. */
export function makeCard(first, open) {
  let card = first;
  let tool = null;
  let fields = [];
  let made = null;
  const mine = () => card;
  const change = (op) => edit({ step: card.name, ...op });

  const name = button("", { kind: "rw-name", onclick: rename });
  name.title = "Rename this step";
  const what = h("span", { class: "rw-tool" });
  const pill = h("span", { class: "rw-state" });
  const time = h("span", { class: "rw-took" });
  const by = h("span", { class: "rw-engine" });
  const run = button("Run this step", { sign: "play", shown: false, kind: "bare run", onclick: () => flushed(() => ask("run", { project: page.project, steps: [card.name] })) });
  const more = button("More for this step", { sign: "more", shown: false, kind: "bare", "aria-haspopup": "menu", "aria-expanded": "false", onclick: showMenu });
  const grip = h("span", { class: "rw-grip", title: "Drag to move (or Alt with ↑ ↓)", "aria-hidden": "true" }, icon("grip", 16));
  const look = preview(() => card.name);
  const noteArea = h("textarea", { class: "rw-note-words", rows: 1, "aria-label": "Note", placeholder: "A note for yourself; it becomes a # comment", oninput: () => { grow(noteArea); saveNote(noteArea.value); } });
  const note = h("div", { class: "rw-note", hidden: true }, icon("note", 15), noteArea);
  const form = h("div", { class: "rw-form" });
  const rest = h("div", { class: "rw-form rest", hidden: true });
  const unfold = button("More options", { kind: "link", "aria-expanded": "false", onclick: () => setOpen(rest.hidden) });
  const troubles = h("ul", { class: "rw-troubles" });
  const remarks = h("ul", { class: "rw-remarks" });
  const bar = h("div", { class: "rw-bar", hidden: true, role: "progressbar", "aria-label": "Progress of this step" }, h("i"));
  const words = h("p", { class: "rw-doing", "aria-live": "polite" });
  const element = h("li", { class: "rw-card", tabindex: "0", dataset: { step: card.name } },
    h("div", { class: "rw-card-side" }, look.element),
    h("div", { class: "rw-card-main" },
      h("header", {}, grip, name, what, pill, time, by, h("span", { class: "rw-space" }), run, more),
      note, form, unfold, rest, troubles, remarks, words, bar));

  const saveNote = later((value) => change({ op: "note", note: value }), 600);
  noteArea.addEventListener("blur", () => { saveNote.now(); if (!noteArea.value.trim()) note.hidden = true; });

  async function flushed(then) {
    for (const one of fields) one.flush();
    saveNote.now();
    while (editing()) await new Promise((go) => setTimeout(go, 30));
    return then();
  }

  function setOpen(yes) {
    rest.hidden = !yes;
    unfold.setAttribute("aria-expanded", String(yes));
    say(unfold.firstChild, yes ? "Fewer options" : `More options (${rest.children.length})`);
    if (yes) for (const area of rest.querySelectorAll("textarea")) grow(area);
    open(card.name, yes);
  }

  async function rename() {
    const input = h("input", { type: "text", value: card.name, "aria-label": "New name", pattern: "[A-Za-z_][A-Za-z0-9_]*", maxlength: 60, autocomplete: "off" });
    const to = await dialog(`Rename ${card.name}`, h("div", { class: "rw-field wide" }, input, h("p", { class: "rw-hint shown" }, "Letters, digits and _. Everything that uses it follows.")), { agree: "Rename", answer: () => input.value.trim() });
    if (to && to !== card.name) change({ op: "rename", to });
  }

  function entry(label, signName, act, kind = "") {
    return h("button", { type: "button", role: "menuitem", class: kind, onclick: () => { closeMenu(); act(); } }, icon(signName, 16), label);
  }

  let menu = null;
  function closeMenu() {
    const old = menu;
    menu = null;
    if (old) old.remove();
    more.setAttribute("aria-expanded", "false");
  }

  function showMenu() {
    if (menu) return closeMenu();
    const at = page.view.cards.findIndex((one) => one.name === card.name);
    menu = h("div", { class: "rw-menu", role: "menu" },
      entry("Add a step below", "plus", () => element.dispatchEvent(new CustomEvent("add", { bubbles: true, detail: at + 1 }))),
      ...(made ? [entry(`Save ${card.name} as a file`, "save", () => keep(`step/${encodeURIComponent(card.name)}`))] : []),
      entry("Duplicate", "copy", () => change({ op: "duplicate" })),
      entry(card.note ? "Edit the note" : "Add a note", "note", () => { note.hidden = false; noteArea.focus(); grow(noteArea); }),
      entry("Move up", "up", () => change({ op: "move", to: at - 1 })),
      entry("Move down", "down", () => change({ op: "move", to: at + 1 })),
      entry("Remove", "bin", remove, "danger"));
    menu.addEventListener("keydown", (event) => {
      const all = [...menu.children];
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by) { event.preventDefault(); event.stopPropagation(); all.at((all.indexOf(document.activeElement) + by) % all.length).focus(); }
      if (event.key === "Escape") { closeMenu(); more.focus(); }
    });
    menu.addEventListener("focusout", (event) => { if (menu && !menu.contains(event.relatedTarget) && event.relatedTarget !== more) setTimeout(closeMenu, 120); });
    more.after(menu);
    more.setAttribute("aria-expanded", "true");
    menu.firstChild.focus();
  }

  async function remove() {
    const next = element.nextElementSibling || element.previousElementSibling;
    const done = await change({ op: "remove" });
    if (done.ok === false) return;
    if (next && next.focus) next.focus();
    if (done.users && done.users.length) toast(`${done.users.join(", ")} still used it; see the marks, or undo.`, "warn");
  }

  element.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    const at = page.view.cards.findIndex((one) => one.name === card.name);
    const focused = document.activeElement;
    change({ op: "move", to: at + (event.key === "ArrowUp" ? -1 : 1) }).then(() => { if (focused && focused.isConnected) focused.focus(); });
  });

  function send(key) {
    return (value) => change(value === undefined ? { op: "unset", key } : { op: "set", key, value });
  }

  function build() {
    const known = tool ? tool.fields : [];
    const unknown = Object.keys(card.values).filter((key) => !known.some((one) => one.name === key))
      .map((key) => ({ name: key, sort: "option", type: "text", default: null, required: false, choices: [], low: null, high: null, words: "" }));
    fields = [...known, ...unknown].map((spec) => Object.assign(field(spec, mine, send(spec.name)), { spec }));
  }

  function arrange() {
    const there = (one) => one.spec.required || one.name in card.values || (one.spec.sort === "input" && one.spec.many);
    place(form, fields.filter(there).map((one) => one.element));
    const others = fields.filter((one) => !there(one)).map((one) => one.element);
    place(rest, others);
    unfold.hidden = !others.length;
    if (!others.length) rest.hidden = true;
    say(unfold.firstChild, rest.hidden ? `More options (${others.length})` : "Fewer options");
  }

  return {
    element,
    flush: () => { for (const one of fields) one.flush(); saveNote.now(); },
    update(next) {
      card = next;
      element.dataset.step = card.name;
      element.setAttribute("aria-label", `Step ${card.name}, ${card.tool}`);
      say(name.firstChild, card.name);
      const found = toolOf(card.tool);
      if (found !== tool || !fields.length || Object.keys(card.values).some((key) => !fields.some((one) => one.name === key))) {
        tool = found;
        build();
      }
      say(what, card.tool);
      what.title = tool ? tool.summary : "There is no such tool";
      element.dataset.makes = tool ? tool.makes : "";
      arrange();
      for (const one of fields) {
        const explicit = one.name in card.values;
        one.set(explicit ? card.values[one.name] : one.spec.sort === "option" ? one.spec.default : one.spec.many ? [] : null, explicit);
        const wrong = card.problems.some((problem) => problem.argument === one.name);
        one.element.classList.toggle("wrong", wrong);
      }
      if (!saveNote.pending && document.activeElement !== noteArea) {
        noteArea.value = card.note;
        note.hidden = !card.note;
        if (card.note) requestAnimationFrame(() => grow(noteArea));
      }
      troubles.replaceChildren(...card.problems.map((problem) => h("li", {}, icon("warn", 15), h("span", {}, h("b", {}, problem.words), " ", problem.way_out))));
    },
    row(row) {
      made = row ? row.made : null;
      const status = card.problems.length ? "failed" : row ? row.status : "missing";
      element.dataset.status = status;
      say(pill, card.problems.length ? "needs mending" : STATES[status] || status);
      pill.title = (row && row.why) || "";
      say(time, row && row.made && status === "current" ? (row.recalled ? "remembered" : took(row.seconds)) : "");
      const busy = status === "running";
      bar.hidden = !busy;
      if (busy) {
        bar.firstChild.style.width = `${Math.round(100 * row.share)}%`;
        bar.setAttribute("aria-valuenow", String(Math.round(100 * row.share)));
      }
      say(words, !row || card.problems.length ? "" : busy ? row.words : ["stale", "failed", "blocked"].includes(status) ? row.words || row.why : "");
      words.classList.toggle("bad", status === "failed");
      const notes = (row && row.notes) || [];
      if (remarks.dataset.all !== notes.join("\n")) {
        remarks.dataset.all = notes.join("\n");
        remarks.replaceChildren(...notes.map((one) => h("li", {}, one)));
      }
      run.disabled = busy || status === "waiting" || card.problems.length > 0;
      const engine = (row && row.made && !busy && row.engine) || "";
      say(by, engine.split("@")[0]);
      by.title = engine ? `Made by ${engine}` : "";
      if (busy && row.previews) look.peek(`reelwright/peek/${encodeURIComponent(page.project)}/${encodeURIComponent(card.name)}?n=${row.previews}`);
      else look.show(row ? row.made : null, tool ? tool.makes : "");
    },
    reopen: () => setOpen(true),
    sign: () => sign(tool ? tool.makes : ""),
  };
}
