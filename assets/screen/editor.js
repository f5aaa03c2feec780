// The plan as cards in story order. Cards are found again by the step's name, so what is typed and focused stays.

import { h, icon, button, place, say } from "./dom.js";
import { page, on, edit, join, dialog } from "./page.js";
import { makeCard } from "./card.js";
import { sign } from "./preview.js";

export function start(element, server) {
  join("editor", server, ["edit", "preview", "take_back"]);
  const cards = new Map();
  const opened = new Set();
  const list = h("ol", { class: "rw-cards", "aria-label": "Steps of the plan" });
  const title = h("h2", { class: "rw-heading" }, "Steps");
  const counts = h("span", { class: "rw-count" });
  const add = button("Add a step", { sign: "plus", kind: "quiet", onclick: () => palette(null) });
  const foot = h("div", { class: "rw-cards-foot" }, add);
  const given = h("ul", { class: "rw-given", "aria-label": "Files you gave" });
  element.replaceChildren(h("div", { class: "rw-heading-row" }, title, counts), given, list, foot);

  list.addEventListener("add", (event) => palette(event.detail));
  drag(list);

  on("view", (view) => {
    const wanted = [];
    for (const card of view.cards) {
      let one = cards.get(card.name);
      if (!one) {
        one = makeCard(card, (name, yes) => (yes ? opened.add(name) : opened.delete(name)));
        cards.set(card.name, one);
        one.update(card);
        if (opened.has(card.name)) one.reopen();
      } else one.update(card);
      wanted.push(one.element);
    }
    for (const name of [...cards.keys()]) if (!view.cards.some((card) => card.name === name)) cards.delete(name);
    place(list, wanted);
    drawRows();
    drawGiven(given, view);
  });
  on("rows", drawRows);
  on("open", () => {
    for (const one of cards.values()) one.flush();
    if (!page.view) cards.clear();
  });

  function drawRows() {
    if (!page.view) return;
    const rows = page.rows ? page.rows.steps : {};
    for (const card of page.view.cards) {
      const one = cards.get(card.name);
      if (one) one.row(rows[card.name] || null);
    }
    const made = page.view.cards.filter((card) => rows[card.name] && rows[card.name].status === "current").length;
    say(counts, page.view.cards.length ? `${made} of ${page.view.cards.length} made` : "");
  }
}

function drawGiven(list, view) {
  list.hidden = !view.givens.length;
  list.replaceChildren(...view.givens.map((one) => h("li", { title: one.words || one.file },
    icon(sign(one.kind), 16), h("b", {}, one.name), h("span", {}, one.file),
    button(`Take ${one.name} away`, { sign: "close", shown: false, kind: "bare tiny", onclick: async () => {
      await page.calls.take_back({ project: page.project, name: one.name });
    } }))));
}

/** Choose a tool for a new step that is to stand at `at` (null: at the end). */
async function palette(at) {
  let chosen = null;
  const search = h("input", { type: "search", placeholder: "paint, speak, captions…", "aria-label": "Search the tools", oninput: draw });
  const shelves = h("div", { class: "rw-palette" });
  const body = h("div", {}, search, shelves);
  function draw() {
    const words = search.value.toLowerCase();
    const fits = page.tools.filter((tool) => `${tool.name} ${tool.summary} ${tool.makes}`.toLowerCase().includes(words));
    const rooms = [...new Set(fits.map((tool) => tool.room))];
    shelves.replaceChildren(...rooms.map((room) => h("section", {}, h("h3", {}, room),
      fits.filter((tool) => tool.room === room).map((tool) => h("button", {
        type: "submit", class: "rw-pick", title: tool.words, onclick: () => { chosen = tool.name; },
      }, icon(sign(tool.makes), 20), h("span", {}, h("b", {}, tool.name), h("small", {}, tool.summary)))))));
    if (!fits.length) shelves.replaceChildren(h("p", { class: "rw-hint shown" }, "No tool has that in its name or words."));
  }
  draw();
  const box = dialog("Add a step", body, { agree: "Add the first", answer: () => chosen || (shelves.querySelector("b") || {}).textContent });
  search.focus();
  const tool = await box;
  if (!tool) return;
  const answer = await edit({ op: "add", tool, to: at });
  if (answer.step) {
    const card = document.querySelector(`.rw-card[data-step="${CSS.escape(answer.step)}"]`);
    if (card) {
      card.scrollIntoView({ block: "center", behavior: "smooth" });
      (card.querySelector(".rw-form textarea, .rw-form input, .rw-form select") || card).focus({ preventScroll: true });
    }
  }
}

/** Cards are dragged by their grip; a line shows where one would land. */
function drag(list) {
  list.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".rw-grip");
    const card = event.target.closest(".rw-card");
    if (grip && event.button === 0) follow(event, card, grip);
  });

  function follow(event, card, grip) {
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    card.classList.add("dragged");
    const line = h("li", { class: "rw-landing", "aria-hidden": "true" });
    let to = null;
    const over = (move) => {
      const others = [...list.querySelectorAll(".rw-card")];
      const under = others.find((one) => { const box = one.getBoundingClientRect(); return move.clientY < box.top + box.height / 2; });
      to = under ? others.indexOf(under) : others.length;
      list.insertBefore(line, under || null);
      const pane = list.closest(".rw-pane") || document.scrollingElement;
      if (move.clientY < 110) pane.scrollBy(0, -18);
      if (move.clientY > innerHeight - 60) pane.scrollBy(0, 18);
    };
    const end = () => {
      grip.removeEventListener("pointermove", over);
      grip.removeEventListener("pointerup", drop);
      grip.removeEventListener("pointercancel", end);
      removeEventListener("keydown", escape, true);
      line.remove();
      card.classList.remove("dragged");
    };
    const drop = () => {
      const from = page.view.cards.findIndex((one) => one.name === card.dataset.step);
      end();
      if (to === null || to === from || to === from + 1) return;
      edit({ op: "move", step: card.dataset.step, to: to > from ? to - 1 : to });
    };
    const escape = (key) => { if (key.key === "Escape") { key.stopPropagation(); to = null; end(); } };
    grip.addEventListener("pointermove", over);
    grip.addEventListener("pointerup", drop);
    grip.addEventListener("pointercancel", end);
    addEventListener("keydown", escape, true);
  }
}
