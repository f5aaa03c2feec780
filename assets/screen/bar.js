// The bar at the top: where we are, undo and redo, run and stop, light and dark; and the run's progress under it.

import { h, icon, button, address, say, took } from "./dom.js";
import { page, on, ask, edit, editing, open, join, dialog, remember, recall, toast } from "./page.js";

const system = matchMedia("(prefers-color-scheme: dark)");

function dress() {
  const look = recall("look") || (system.matches ? "dark" : "light");
  document.documentElement.dataset.look = look;
  document.body.classList.toggle("dark", look === "dark");
  return look;
}

export function start(element, server) {
  join("bar", server, ["look", "hear", "run", "stop"]);
  const mark = h("span", { class: "rw-mark", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
  const home = h("a", { class: "rw-brand", href: "./", "aria-label": "Reelwright: all projects", onclick: (event) => { if (!event.ctrlKey && !event.metaKey) { event.preventDefault(); open(null); } } }, mark, h("span", {}, "Reelwright"));
  const name = h("button", { type: "button", class: "rw-project", "aria-haspopup": "menu", "aria-expanded": "false", onclick: showMenu }, h("span", {}, ""), icon("chevron", 16));
  const state = h("span", { class: "rw-saved", role: "status" });
  const undo = button("Undo", { sign: "undo", shown: false, kind: "bare", title: "Undo (Ctrl+Z)", onclick: () => step("undo") });
  const redo = button("Redo", { sign: "redo", shown: false, kind: "bare", title: "Redo (Ctrl+Shift+Z)", onclick: () => step("redo") });
  const theme = button("Light or dark", { sign: "moon", shown: false, kind: "bare", onclick: () => { remember("look", dress() === "dark" ? "light" : "dark"); shine(); } });
  const run = button("Run all", { sign: "play", kind: "strong", onclick: async () => { document.activeElement.blur(); await settled(); ask("run", { project: page.project, steps: null }); } });
  const stop = button("Stop", { sign: "stop", kind: "quiet", onclick: () => ask("stop", { project: page.project }) });
  const doing = h("p", { class: "rw-run-words", role: "status", hidden: true });
  const only = h("div", { class: "rw-bar-project rw-run" }, name, state, h("span", { class: "rw-space" }), doing, undo, redo, stop, run);
  const track = h("div", { class: "rw-run-track", hidden: true, role: "progressbar", "aria-label": "Progress of the run", "aria-valuemin": "0", "aria-valuemax": "100" }, h("i"));
  const panes = [["steps", "Steps"], ["text", "Text"], ["film", "Film"]].map(([pane, words]) => h("button", {
    type: "button", "aria-pressed": "false", dataset: { pane }, onclick: () => show(pane),
  }, words));
  element.replaceChildren(h("div", { class: "rw-bar-row" }, home, only, theme), h("nav", { class: "rw-panes", "aria-label": "Parts of the page" }, panes), track);
  function show(pane) {
    document.documentElement.dataset.pane = pane;
    for (const one of panes) one.setAttribute("aria-pressed", String(one.dataset.pane === pane));
    scrollTo(0, 0);
  }
  show("steps");

  function shine() {
    const look = dress();
    theme.replaceChildren(icon(look === "dark" ? "sun" : "moon"));
    theme.setAttribute("aria-label", look === "dark" ? "Switch to light" : "Switch to dark");
    theme.title = theme.getAttribute("aria-label");
  }
  shine();
  system.addEventListener("change", shine);

  async function settled() {
    await new Promise((go) => setTimeout(go, 0));
    while (editing()) await new Promise((go) => setTimeout(go, 30));
  }

  async function step(way) {
    document.activeElement.blur();
    await settled();
    edit({ op: way });
  }

  addEventListener("keydown", (event) => {
    const writing = event.target.closest && event.target.closest("input:not([type=range]):not([type=checkbox]), textarea, select, [contenteditable], dialog");
    if (!(event.ctrlKey || event.metaKey) || writing || !page.project) return;
    const key = event.key.toLowerCase();
    if (key === "z" || key === "y") {
      event.preventDefault();
      step(key === "y" || event.shiftKey ? "redo" : "undo");
    }
  });

  function saving(yes) {
    say(state, !page.connected ? "not connected" : yes ? "saving…" : "saved");
    state.classList.toggle("bad", !page.connected);
  }
  on("saving", saving);
  on("connection", (there) => { saving(false); document.documentElement.dataset.connected = there ? "yes" : "no"; });

  on("view", (view) => {
    say(name.firstChild, view.project.name);
    name.title = `${view.project.name}: rename, copy, export…`;
    undo.disabled = !view.undo;
    redo.disabled = !view.redo;
    saving(editing());
    button_();
  });
  on("rows", button_);
  on("open", () => { track.hidden = doing.hidden = true; });

  function button_() {
    const rows = page.rows;
    const busy = Boolean(rows && rows.run.status === "running");
    const blocked = !page.view || page.view.problems.length > 0 || !page.view.cards.length;
    stop.hidden = !busy;
    run.hidden = busy;
    run.disabled = blocked;
    run.title = page.view && page.view.problems.length ? "Mend the marked steps first" : "Make everything that is not up to date, then the film";
    if (!rows) return;
    const { status, share, words, done, total, seconds } = rows.run;
    track.hidden = !busy;
    doing.hidden = status === "none";
    track.dataset.status = only.dataset.status = status;
    track.firstChild.style.width = `${Math.round(100 * share)}%`;
    track.setAttribute("aria-valuenow", String(Math.round(100 * share)));
    say(doing, busy ? `${words}${total ? ` · ${done} of ${total}` : ""}` : `${words}${took(seconds) ? ` in ${took(seconds)}` : ""}`);
    doing.title = doing.textContent;
  }

  let menu = null;
  const close = () => { const old = menu; menu = null; if (old) old.remove(); name.setAttribute("aria-expanded", "false"); };
  function showMenu() {
    if (menu) return close();
    const entry = (label, sign, act, kind = "") => h("button", { type: "button", role: "menuitem", class: kind, onclick: () => { close(); act(); } }, icon(sign, 16), label);
    menu = h("div", { class: "rw-menu", role: "menu" },
      entry("Rename", "text", rename),
      entry("Make a copy", "copy", async () => { const made = await ask("duplicate", { project: page.project }); if (made) open(made.project); }),
      entry("Export as one file", "save", () => keep("archive")),
      entry("All projects", "film", () => open(null)),
      entry("Put in the bin", "bin", () => toss(page.project, page.view.project.name), "danger"));
    menu.addEventListener("keydown", (event) => {
      const all = [...menu.children];
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by) { event.preventDefault(); all.at((all.indexOf(document.activeElement) + by) % all.length).focus(); }
      if (event.key === "Escape") { close(); name.focus(); }
    });
    menu.addEventListener("focusout", (event) => { if (menu && !menu.contains(event.relatedTarget) && event.relatedTarget !== name) setTimeout(close, 120); });
    name.after(menu);
    name.setAttribute("aria-expanded", "true");
    menu.firstChild.focus();
  }

  async function rename() {
    const input = h("input", { type: "text", value: page.view.project.name, "aria-label": "Name of the project", maxlength: 120, autocomplete: "off" });
    const to = await dialog("Rename the project", h("div", { class: "rw-field wide" }, input), { agree: "Rename", answer: () => input.value.trim() });
    if (to && await ask("rename", { project: page.project, name: to })) document.title = `${to} · Reelwright`;
  }
}

/** Fetch one of a project's files: film, captions, cut, plan or archive, or "step/NAME", what a step made. */
export async function keep(what) {
  if (what === "archive") toast("Packing the project…");
  const link = h("a", { href: address(`reelwright/keep/${page.project}/${what}`), download: "" });
  document.body.append(link);
  link.click();
  link.remove();
}

export async function toss(project, name) {
  const sure = await dialog("Put in the bin?", h("p", {}, `“${name}” goes to the bin. You can bring it back from the list of projects.`), { agree: "Put in the bin", danger: true });
  if (!sure) return;
  if (await ask("delete", { project })) open(null);
}
