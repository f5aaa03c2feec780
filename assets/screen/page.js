// What every panel of one page shares: the calls to the studio, the open project, and the news from it.
//
// The page holds no truth. `page.view` is the plan as the studio last told it, `page.rows` the run; an edit is sent,
// and what comes back is drawn. One edit travels at a time, each on the version the last one made.

import { h, icon, button, later } from "./dom.js";

const listeners = {};
const KEEP = "reelwright:";

export const page = {
  calls: {},
  project: null,
  view: null,
  rows: null,
  tools: [],
  connected: true,
};

export function on(topic, act) {
  (listeners[topic] ||= []).push(act);
  return act;
}

export function tell(topic, value) {
  for (const act of listeners[topic] || []) act(value);
}

export function remember(key, value) {
  try {
    if (value === null || value === undefined) localStorage.removeItem(KEEP + key);
    else localStorage.setItem(KEEP + key, JSON.stringify(value));
  } catch { /* private windows may refuse; then nothing is kept on this side */ }
}

export function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(KEEP + key));
  } catch {
    return null;
  }
}

let mark = null;
const absent = new Set(["bar", "brief", "editor", "film", "projects", "script"]);

/** Panels hand in their server functions as they appear; the page starts when the last of them is there. */
export function join(panel, server = {}, names = []) {
  for (const name of names) page.calls[name] = async (values = {}) => {
    const answer = await server[name](values);
    if (!answer || typeof answer !== "object" || answer.detail) throw new Error(`no answer to ${name}`);
    return answer;
  };
  absent.delete(panel);
  if (!absent.size) queueMicrotask(begin);
}

async function begin() {
  const asked = new URL(location.href).searchParams.get("project");
  await open(asked || null, { quiet: true });
  document.documentElement.dataset.ready = "yes";
  listen();
}

/** Ask the studio for something. A sentence for the person is shown and gives null; so does a lost connection. */
export async function ask(name, values = {}, { quiet = false } = {}) {
  try {
    const answer = await page.calls[name](values);
    if (answer && answer.said) {
      if (!quiet) toast(answer.said, answer.ok === false ? "warn" : "calm");
      if (answer.ok === false) return answer.keep ? answer : null;
    }
    return answer;
  } catch (error) {
    if (!quiet) toast("The studio did not answer. Is it still running? What you typed stays here.", "warn");
    return null;
  }
}

function settle(answer) {
  if (!answer) return;
  if (answer.tools) page.tools = answer.tools;
  if (answer.view) {
    page.view = answer.view;
    tell("view", page.view);
  }
  if (answer.rows) {
    page.rows = answer.rows;
    tell("rows", page.rows);
  }
}

export async function open(project, { quiet = false } = {}) {
  const answer = await ask("look", { project, tools: !page.tools.length }, { quiet });
  if (!answer || (project && !answer.view)) {
    if (project) {
      if (quiet) toast("That project is not here any more. Your other projects are below.", "warn");
      return open(null);
    }
    return;
  }
  page.project = answer.view ? answer.view.project.id : null;
  page.view = null;
  page.rows = null;
  mark = null;
  const url = new URL(location.href);
  if (page.project) url.searchParams.set("project", page.project);
  else url.searchParams.delete("project");
  if (url.href !== location.href) history.pushState({}, "", url);
  document.documentElement.dataset.place = page.project ? "project" : "home";
  document.title = page.project ? `${answer.view.project.name} · Reelwright` : "Reelwright";
  tell("home", answer.home);
  settle(answer);
  tell("open", page.project);
  wake();
}

addEventListener("popstate", () => open(new URL(location.href).searchParams.get("project")));

// Edits, one at a time. Each is made on the version the person saw; our own edits carry the later ones along.

const waiting = [];
let busy = false;

/** Send an edit of the plan made on version `base`. Resolves to the studio's answer; `ok` is false if it was refused. */
export function edit(change, base = page.view ? page.view.version : null) {
  return new Promise((done) => {
    waiting.push({ change, done, project: page.project, base });
    pump();
  });
}

export const editing = () => busy || waiting.length > 0;

async function pump() {
  if (busy || !waiting.length) return;
  busy = true;
  tell("saving", true);
  const one = waiting.shift();
  const answer = await persist(one);
  if (answer && one.project === page.project) {
    if (answer.said) toast(answer.said, answer.ok === false ? "warn" : "calm");
    if (answer.ok !== false && answer.view) {
      for (const next of waiting) if (next.base === one.base) next.base = answer.view.version;
    }
    settle(answer);
  }
  busy = false;
  one.done(answer || { ok: false });
  if (waiting.length) pump();
  else tell("saving", false);
}

/** One edit, sent until it arrives: a studio that is away for a while loses nothing. */
async function persist({ change, project, base }) {
  for (let pause = 500; project === page.project; pause = Math.min(pause * 2, 5000)) {
    try {
      return await page.calls.edit({ project, version: base, ...change });
    } catch {
      connection(false);
      await new Promise((go) => setTimeout(go, pause));
    }
  }
  return null;
}

// News: one question that the studio answers when something changes, asked again and again

const WOKEN = {};
let wake = () => {};
addEventListener("visibilitychange", () => wake());

async function listen() {
  for (let pause = 500; ;) {
    const woken = new Promise((go) => { wake = () => go(WOKEN); });
    if (document.hidden) {
      await woken;
      continue;
    }
    const project = page.project;
    try {
      const silence = new Promise((_, fail) => setTimeout(() => fail(new Error("silence")), 40000));
      const answer = await Promise.race([page.calls.hear({ project, mark }), silence, woken]);
      pause = 500;
      if (answer === WOKEN || project !== page.project) continue;
      connection(true);
      if (answer.ok === false) throw new Error(answer.said);
      if (answer.gone) {
        toast("This project was put in the bin or moved away.", "warn");
        await open(null);
        continue;
      }
      mark = answer.mark;
      if (answer.home) tell("home", answer.home);
      if (editing()) delete answer.view; // the edit's own answer brings a newer one
      settle(answer);
    } catch {
      connection(false);
      await new Promise((go) => setTimeout(go, pause));
      pause = Math.min(pause * 2, 8000);
    }
  }
}

function connection(there) {
  if (page.connected === there) return;
  page.connected = there;
  tell("connection", there);
}

// Short words at the foot of the page

export function toast(words, tone = "calm") {
  let shelf = document.getElementById("rw-toasts");
  if (!shelf) {
    shelf = h("div", { id: "rw-toasts", role: "status", "aria-live": "polite" });
    document.body.append(shelf);
  }
  for (const old of shelf.children) if (old.dataset.words === words) old.remove();
  const one = h("div", { class: `rw-toast ${tone}`, dataset: { words } }, icon(tone === "warn" ? "warn" : "check"), h("p", {}, words));
  one.append(button("Close", { sign: "close", shown: false, kind: "bare", onclick: () => one.remove() }));
  shelf.append(one);
  setTimeout(() => one.remove(), tone === "warn" ? 12000 : 5000);
}

/** A question in a dialog; resolves to what `answer()` gives when agreed to, else null. */
export function dialog(title, body, { agree = "OK", danger = false, answer = () => true } = {}) {
  return new Promise((done) => {
    const box = h("dialog", { class: "rw-dialog", "aria-label": title });
    let result = null;
    const yes = h("button", { type: "submit", class: `rw-button ${danger ? "danger" : "strong"}` }, agree);
    const form = h(
      "form", { method: "dialog", onsubmit: (event) => { event.preventDefault(); result = answer(); box.close(); } },
      h("h2", {}, title), body,
      h("div", { class: "rw-dialog-foot" }, button("Cancel", { kind: "quiet", onclick: () => box.close() }), yes),
    );
    box.append(form);
    box.addEventListener("close", () => { box.remove(); done(result); });
    document.body.append(box);
    box.showModal();
  });
}

export const saveBrief = later((project, brief) => ask("keep_brief", { project, brief }, { quiet: true }), 500);
addEventListener("pagehide", () => saveBrief.now());
