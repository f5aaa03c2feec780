// One control for one parameter of a tool, made from its signature: menu, slider, number, switch, text, references.

import { h, icon, button, later, say } from "./dom.js";
import { page } from "./page.js";
import { manyChoices, manyReferences, referenceMenu } from "./references.js";

let count = 0;

export const spoken = (name) => name.replaceAll("_", " ");
const isRef = (value) => value !== null && typeof value === "object" && "ref" in value;

/** Grow a text area with its words. */
export function grow(area) {
  area.style.height = "auto";
  if (area.scrollHeight) area.style.height = `${area.scrollHeight + 2}px`;
}

/**
 * A field: {element, name, set(value), flush()}. `send(value)` hands a value on; undefined means "leave it out".
 * What the person is typing is never overwritten by what the studio says meanwhile.
 */
export function field(spec, card, send) {
  const id = `rw-field-${++count}`;
  const made = control(spec, card, id);
  const hint = spec.words && h("p", { class: "rw-hint", id: `${id}-hint` }, spec.words);
  const label = h("label", { for: id, title: spec.words || null }, spoken(spec.name));
  const clear = !spec.required && button(`Leave ${spoken(spec.name)} as it comes`, {
    sign: "close", shown: false, kind: "bare tiny", onclick: () => { slow.pending = null; send(undefined); },
  });
  const element = h("div", { class: `rw-field ${made.wide ? "wide" : ""}`, dataset: { field: spec.name } },
    h("div", { class: "rw-label" }, label, made.beside, clear), made.element, hint);
  if (hint) made.focus.setAttribute("aria-describedby", hint.id);

  let flying = 0;
  let known;
  const go = async (value) => {
    flying += 1;
    await send(value);
    flying -= 1;
  };
  const slow = later(go, 450);
  made.changed = (value, { atOnce = true } = {}) => {
    if (value === undefined && spec.required && spec.sort === "option" && spec.type !== "text") return;
    slow(value);
    if (atOnce) slow.now();
  };
  element.addEventListener("focusout", () => {
    if (slow.pending) slow.now();
    else setTimeout(() => { if (!slow.pending && !flying && known !== undefined && !element.contains(document.activeElement)) made.set(known); });
  });
  return {
    element, name: spec.name, flush: () => slow.pending && slow.now(),
    set(value, explicit) {
      known = value;
      element.classList.toggle("explicit", explicit);
      if (slow.pending || flying > 1) return;
      if (flying && element.contains(document.activeElement)) return;
      made.set(value);
    },
  };
}

function control(spec, card, id) {
  if (spec.sort === "input") {
    if (spec.many) return manyReferences(spec, card, id);
    if (spec.kinds.includes("Text")) return textOrReference(spec, card, id);
    return single(spec, card, id);
  }
  if (spec.type === "text" && /(^|_)colour$/.test(spec.name)) return colour(spec, id);
  const make = { switch: onOff, choice: menu, choices: manyChoices, number: number, integer: number, text: line }[spec.type] || line;
  return make(spec, id);
}

function single(spec, card, id) {
  const made = { wide: false };
  const select = h("select", { id, onchange: () => made.changed(select.value ? { ref: select.value } : undefined) });
  made.element = h("div", { class: "rw-select" }, select, icon("chevron", 16));
  made.focus = select;
  made.set = (value) => referenceMenu(select, spec, card, isRef(value) ? value.ref : "");
  return made;
}

/** Words written here, or the name of a text made above. */
function textOrReference(spec, card, id) {
  const made = { wide: true };
  const area = h("textarea", {
    id, rows: 1, spellcheck: "true",
    oninput: () => { grow(area); made.changed(area.value, { atOnce: false }); },
  });
  const select = h("select", { "aria-label": `${spoken(spec.name)}: a text made above`, onchange: () => {
    made.changed(select.value ? { ref: select.value } : "");
  } });
  const from = h("div", { class: "rw-select" }, select, icon("chevron", 16));
  made.element = h("div", { class: "rw-words" }, area, from);
  made.focus = area;
  made.set = (value) => {
    const named = isRef(value);
    const others = referenceMenu(select, spec, card, named ? value.ref : "", "written here");
    area.hidden = named;
    from.hidden = !named && !others;
    const words = named || value === null || value === undefined ? "" : String(value);
    if (area.value !== words) area.value = words;
    requestAnimationFrame(() => grow(area));
  };
  return made;
}

function line(spec, id) {
  const made = { wide: !spec.default || String(spec.default).length > 16 }; // a size needs less room than a sentence
  const input = h("input", {
    id, type: "text", autocomplete: "off",
    placeholder: spec.default ? String(spec.default) : "",
    oninput: () => made.changed(input.value === "" && !spec.required ? undefined : input.value, { atOnce: false }),
  });
  made.element = input;
  made.focus = input;
  made.set = (value) => {
    const words = value === null || value === undefined ? "" : isRef(value) ? value.ref : String(value);
    if (input.value !== words) input.value = words;
  };
  return made;
}

/** A colour as the plan writes it, beside a swatch that opens the browser's picker and follows what is written. */
function colour(spec, id) {
  const made = line(spec, id);
  made.wide = false;
  const said = spoken(spec.name);
  const swatch = h("input", { type: "color", "aria-label": `${said}: choose one`, title: "Choose a colour", onchange: () => {
    input.value = swatch.value;
    made.changed(swatch.value);
  } });
  const input = made.element;
  const asked = document.createElement("canvas").getContext("2d");
  const match = () => {
    asked.fillStyle = "#808080"; // what is no colour leaves it
    asked.fillStyle = input.value || String(spec.default || "");
    swatch.value = asked.fillStyle.slice(0, 7);
    swatch.classList.toggle("none", !input.value && !spec.default);
  };
  const set = made.set;
  made.set = (value) => { set(value); match(); };
  input.addEventListener("input", match);
  if (!input.placeholder) input.placeholder = "its own";
  made.element = h("div", { class: "rw-colour" }, input, swatch);
  return made;
}

function menu(spec, id) {
  const made = { wide: false };
  const choices = spec.nullable ? [null, ...spec.choices] : spec.choices;
  const shown = (choice) => (choice === null ? "as it comes" : String(choice));
  const odd = h("option", { value: "odd", hidden: true });
  const select = h("select", { id, onchange: () => made.changed(choices[Number(select.value)]) },
    choices.map((choice, at) => h("option", { value: String(at) }, shown(choice))), odd);
  made.element = h("div", { class: "rw-select" }, select, icon("chevron", 16));
  made.focus = select;
  made.set = (value) => {
    const at = choices.findIndex((choice) => choice === (value ?? null));
    if (at < 0) say(odd, String(value)); // not on the menu: shown as it is, and marked as a problem
    select.value = at < 0 ? "odd" : String(at);
  };
  return made;
}

function onOff(spec, id) {
  const made = { wide: false };
  const input = h("input", { id, type: "checkbox", role: "switch", onchange: () => made.changed(input.checked) });
  made.element = h("span", { class: "rw-switch" }, input, h("span", { "aria-hidden": "true" }));
  made.focus = input;
  made.set = (value) => { input.checked = value === true; };
  return made;
}

function number(spec, id) {
  const whole = spec.type === "integer";
  const slide = spec.low !== null && spec.high !== null && spec.high - spec.low <= (whole ? 60 : 20);
  const step = whole ? 1 : slide && spec.high - spec.low <= 2 ? 0.05 : 0.1;
  const made = { wide: false };
  const read = (text) => {
    const value = Number(text);
    if (text.trim() === "" || !Number.isFinite(value)) return undefined;
    return whole ? Math.round(value) : value;
  };
  const input = h("input", {
    id, type: "number", step: whole ? 1 : "any", min: spec.low, max: spec.high, inputmode: whole ? "numeric" : "decimal",
    placeholder: spec.default === null || spec.default === undefined ? "auto" : String(spec.default),
    oninput: () => { match(); made.changed(read(input.value), { atOnce: false }); },
  });
  const range = slide && h("input", {
    type: "range", min: spec.low, max: spec.high, step, tabindex: "-1", "aria-hidden": "true",
    oninput: () => { input.value = String(Number(Number(range.value).toFixed(3))); match(); },
    onchange: () => made.changed(read(input.value)),
  });
  const match = () => {
    if (!range) return;
    const value = input.value === "" ? Number(spec.default ?? spec.low) : Number(input.value);
    range.value = String(value);
    range.style.setProperty("--share", `${(100 * (Math.min(spec.high, Math.max(spec.low, value)) - spec.low)) / (spec.high - spec.low || 1)}%`);
  };
  const dice = spec.name === "seed" && button("A new take (another seed)", {
    sign: "dice", shown: false, kind: "bare",
    onclick: () => { input.value = String(1 + Math.floor(Math.random() * 9999)); made.changed(read(input.value)); },
  });
  made.element = h("div", { class: "rw-number" }, range, input, dice);
  made.focus = input;
  made.set = (value) => {
    const words = value === null || value === undefined ? "" : String(value);
    if (input.value !== words && read(input.value) !== value) input.value = words;
    match();
  };
  return made;
}

export const toolOf = (name) => page.tools.find((tool) => tool.name === name);
