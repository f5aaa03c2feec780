// Elements from plain values. Text goes in as text, never as markup: there is no innerHTML in these files.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M7 5h3.5v14H7zM13.5 5H17v14h-3.5z",
  stop: "M7 7h10v10H7z",
  up: "M12 19V6M6 11.5 12 5.5l6 6",
  down: "M12 5v13M6 12.5l6 6 6-6",
  undo: "M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3",
  redo: "M15.5 5 20 9.5 15.5 14M19.5 9.5H10a5.5 5.5 0 0 0 0 11h3",
  plus: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6 6 18",
  more: "M5.2 12h.01M12 12h.01M18.8 12h.01",
  grip: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
  copy: "M9 9h10v10H9zM15 9V5H5v10h4",
  bin: "M5 7h14M10 7V5h4v2M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5",
  note: "M5 5h14v10l-4 4H5zM15 19v-4h4M8.5 9h7M8.5 12.5h4",
  dice: "M5 5h14v14H5zM9 9h.01M15 9h.01M12 12h.01M9 15h.01M15 15h.01",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  film: "M4 5h16v14H4zM8 5v14M16 5v14M4 9.6h4M4 14.4h4M16 9.6h4M16 14.4h4",
  sound: "M5 10v4h3l4 3.5v-11L8 10zM15.5 9.5a3.5 3.5 0 0 1 0 5M18 7a7 7 0 0 1 0 10",
  text: "M5 6h14M5 10.5h14M5 15h9",
  picture: "M4 5h16v14H4zM4 16l4.5-5 4 4.2 2.5-2.7L20 17M15.5 9h.01",
  score: "M5 19V11M10 19V6M15 19v-9M20 19V8",
  music: "M9 18V6l10-2v12M9 18a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM19 16a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z",
  file: "M6 3.5h8l4 4v13H6zM14 3.5v4h4",
  clip: "M18.5 11.5 11 19a4.5 4.5 0 0 1-6.4-6.4l8-8a3 3 0 0 1 4.3 4.3l-7.8 7.8a1.5 1.5 0 0 1-2.1-2.1l7-7",
  save: "M12 4v11M7 10.5l5 5 5-5M5 19.5h14",
  cut: "M4 8h16v8H4zM9 8v8M15 8v8M4 4.5h16M4 19.5h16",
  chevron: "M7 10l5 5 5-5",
  warn: "M12 4 21 19.5H3zM12 10v4.5M12 17h.01",
  check: "M5 12.5l4.5 4.5L19 7.5",
  wand: "M5 19 15 9M17.5 3v4M15.5 5h4M19.5 11v3M18 12.5h3M9 4v3M7.5 5.5h3",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1",
};

function put(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "class") element.setAttribute("class", value);
  else if (name === "dataset") Object.assign(element.dataset, value);
  else if (name === "style") for (const [key, one] of Object.entries(value)) element.style.setProperty(key, one);
  else if (name === "value" || name === "checked" || name === "disabled" || name === "muted") element[name] = value;
  else element.setAttribute(name, value === true ? "" : String(value));
}

/** An element: h("button", {class: "quiet", onclick: f}, "words", otherElement, null). Strings become text. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (name !== "value") put(element, name, value);
  for (const child of children.flat()) if (child !== null && child !== undefined && child !== false) element.append(child);
  if ("value" in attributes) put(element, "value", attributes.value); // a select takes its value after its options
  return element;
}

export function icon(name, size = 18) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({
    viewBox: "0 0 24 24", width: size, height: size, class: `rw-icon rw-icon-${name}`, "aria-hidden": "true",
  })) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name] || PATHS.file);
  svg.append(path);
  return svg;
}

/** A button with an icon and an accessible name; `shown` puts the words beside the icon. */
export function button(words, { sign = null, shown = true, kind = "", title = null, ...attributes } = {}) {
  return h(
    "button",
    { type: "button", class: `rw-button ${kind}`, "aria-label": shown ? null : words, title: title || (shown ? null : words), ...attributes },
    sign && icon(sign), shown && h("span", {}, words),
  );
}

/** Replace children only when they differ from what is there, in order; elements already in place stay put. */
export function place(parent, wanted) {
  let at = parent.firstChild;
  for (const element of wanted) {
    if (element === at) at = at.nextSibling;
    else parent.insertBefore(element, at);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

export function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

export function later(act, wait) {
  let timer = 0;
  const call = (...values) => {
    clearTimeout(timer);
    call.pending = () => act(...values);
    timer = setTimeout(call.now, wait);
  };
  call.pending = null;
  call.now = () => {
    clearTimeout(timer);
    const go = call.pending;
    call.pending = null;
    if (go) go();
  };
  return call;
}

export const address = (path) => new URL(path, document.baseURI).href;

export function size(bytes) {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(bytes >= 1e7 ? 0 : 1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
}

export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function took(seconds) {
  if (!seconds || seconds < 0.05) return "";
  return seconds < 10 ? `${seconds.toFixed(1)} s` : seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}

export function ago(at) {
  const minutes = (Date.now() / 1000 - at) / 60;
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${Math.round(minutes)} min ago`;
  if (minutes < 60 * 24) return `${Math.round(minutes / 60)} h ago`;
  return new Date(at * 1000).toLocaleDateString(undefined, { day: "numeric", month: "short", year: "numeric" });
}
