// Naming things made above: a menu for one, a row of chips that can be put in order for many.

import { h, icon, place } from "./dom.js";
import { page } from "./page.js";

/** Names a card may use: given things and steps above it, of a fitting kind. */
export function namesFor(spec, card) {
  const names = page.view.givens.filter((given) => spec.kinds.includes(given.kind)).map((given) => given.name);
  for (const other of page.view.cards) {
    if (other.name === card.name) break;
    const tool = page.tools.find((one) => one.name === other.tool);
    if (tool && spec.kinds.includes(tool.makes)) names.push(other.name);
  }
  return names;
}

/** Fill a select with the names that fit; returns whether there is any to choose. */
export function referenceMenu(select, spec, card, chosen, none = null) {
  const names = namesFor(spec, card());
  const options = names.includes(chosen) || !chosen ? names : [chosen, ...names];
  const empty = none || (spec.required ? "choose…" : "none");
  const wanted = ["", ...options].join("\n") + empty;
  if (select.dataset.options !== wanted) {
    select.dataset.options = wanted;
    select.replaceChildren(
      h("option", { value: "" }, empty), ...options.map((name) => h("option", { value: name }, name)),
    );
  }
  select.value = chosen;
  return options.length > 0;
}

/** An ordered list of names of things made above. */
export const manyReferences = (spec, card, id) =>
  many(spec, id, { names: () => namesFor(spec, card()), gaps: spec.gaps, gap: "nothing", wrap: (name) => ({ ref: name }) });

/** An ordered list of a menu's words, each as often as wanted. */
export const manyChoices = (spec, id) => {
  const words = spec.choices.filter((choice) => choice !== null);
  return many(spec, id, { names: () => words, gaps: words.length < spec.choices.length, gap: "the usual", wrap: (word) => word });
};

/** Chips in a row. Drag, or Alt with an arrow key, to reorder; Delete to take one out. */
function many(spec, id, { names, gaps, gap, wrap }) {
  const made = { wide: true };
  let values = [];
  const row = h("ul", { class: "rw-chips", "aria-label": spec.name });
  const select = h("select", { id, "aria-label": `Add to ${spec.name}`, onchange: () => {
    const value = select.value;
    select.value = "";
    if (value) put([...values, value === "\u2014" ? null : wrap(value)]);
  } });
  made.element = h("div", { class: "rw-many" }, row, h("div", { class: "rw-select adder" }, select, icon("plus", 16)));
  made.focus = select;

  function put(next, focus = null) {
    values = next;
    draw();
    if (focus !== null && row.children[focus]) row.children[focus].focus();
    made.changed(next);
  }

  function move(from, to) {
    if (to < 0 || to >= values.length || from === to) return;
    const next = [...values];
    next.splice(to, 0, ...next.splice(from, 1));
    put(next, to);
  }

  function chip(value, at) {
    const name = value && value.ref ? value.ref : value === null ? gap : String(value);
    const one = h("li", {
      class: `rw-chip ${value === null ? "gap" : ""}`, tabindex: "0", draggable: "true",
      "aria-label": `${name}, ${at + 1} of ${values.length}. Alt and an arrow key move it, Delete takes it out.`,
      onkeydown: (event) => {
        const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
        if (by && event.altKey) { event.preventDefault(); event.stopPropagation(); move(at, at + by); }
        if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); put(values.filter((_, i) => i !== at)); }
      },
      ondragstart: (event) => { event.stopPropagation(); event.dataTransfer.setData("application/x-reelwright-chip", `${id}:${at}`); },
      ondragover: (event) => event.preventDefault(),
      ondrop: (event) => {
        const [owner, from] = event.dataTransfer.getData("application/x-reelwright-chip").split(":");
        if (owner === id) { event.preventDefault(); event.stopPropagation(); move(Number(from), at); }
      },
    }, h("span", {}, name));
    one.append(h("button", {
      type: "button", tabindex: "-1", "aria-label": `Take ${name} out`, onclick: () => put(values.filter((_, i) => i !== at)),
    }, icon("close", 13)));
    return one;
  }

  function draw() {
    place(row, values.map(chip));
    row.hidden = !values.length;
    const used = new Set(values.filter(Boolean).map((value) => value.ref));
    const all = names();
    const first = [...all.filter((name) => !used.has(name)), ...all.filter((name) => used.has(name))];
    if (gaps) first.push("\u2014");
    select.replaceChildren(
      h("option", { value: "" }, "add\u2026"),
      ...first.map((name) => h("option", { value: name }, name === "\u2014" ? `${gap} (a gap)` : name)),
    );
    select.disabled = !first.length;
  }

  made.set = (value) => {
    values = Array.isArray(value) ? value : value ? [value] : [];
    draw();
  };
  return made;
}

