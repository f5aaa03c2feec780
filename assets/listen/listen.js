// The listening page: one player for all sounds, marks from one to five, and a game of guessing.
"use strict";
const heard = JSON.parse(document.getElementById("heard").textContent);
const audio = new Audio();
const kept = read();
let playing = null;

function el(name, words, more) {
  const made = document.createElement(name);
  if (words) made.textContent = words;
  return Object.assign(made, more || {});
}

function read() {
  try { return JSON.parse(localStorage.getItem("reelwright-listen")) || { marks: {}, guesses: [] }; }
  catch { return { marks: {}, guesses: [] }; }
}

function keep() {
  try { localStorage.setItem("reelwright-listen", JSON.stringify(kept)); }
  catch { say("This browser keeps nothing: copy your answers before you close the page."); }
}

function say(words) { document.getElementById("said").textContent = words; }

function play(button, each, hidden) {
  if (playing === button) { audio.pause(); return stop(); }
  stop();
  playing = button;
  button.setAttribute("aria-pressed", "true");
  audio.src = "sounds/" + encodeURIComponent(each.file);
  audio.play().catch((error) => {
    if (error.name === "AbortError") return; // another sound was chosen meanwhile
    say("This sound cannot be played here.");
    stop();
  });
  document.getElementById("now").textContent = hidden ? "What is it?" : each.row + " · " + each.column;
  document.getElementById("player").hidden = false;
}

function stop() {
  audio.pause();
  if (playing) playing.setAttribute("aria-pressed", "false");
  playing = null;
  document.getElementById("player").hidden = true;
}

function cell(each) {
  const box = el("td");
  if (!each) return box;
  if (!each.file) { box.append(el("div", each.failed, { className: "failed" })); return box; }
  const line = el("div", "", { className: "cell" });
  const name = each.row + ", " + each.column;
  const button = el("button", "▶", { type: "button", className: "play" });
  button.setAttribute("aria-label", "Hear " + name);
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => play(button, each));
  const mark = el("select");
  mark.setAttribute("aria-label", "Mark for " + name);
  for (const value of ["–", "1", "2", "3", "4", "5"]) mark.append(el("option", value, { value }));
  mark.value = kept.marks[each.file] || "–";
  mark.addEventListener("change", () => {
    if (mark.value === "–") delete kept.marks[each.file]; else kept.marks[each.file] = mark.value;
    keep();
  });
  line.append(button, mark);
  box.append(line);
  return box;
}

function sheet(part) {
  const all = heard.filter((each) => each.part === part);
  const rows = [...new Set(all.map((each) => each.row))];
  const columns = [...new Set(all.map((each) => each.column))];
  const table = el("table");
  const head = el("tr");
  head.append(el("th", ""));
  for (const column of columns) head.append(el("th", column, { scope: "col" }));
  const top = el("thead");
  top.append(head);
  const body = el("tbody");
  for (const row of rows) {
    const line = el("tr");
    line.append(el("th", row, { scope: "row" }));
    for (const column of columns) line.append(cell(all.find((each) => each.row === row && each.column === column)));
    body.append(line);
  }
  table.append(top, body);
  const frame = el("div", "", { className: "sheet", tabIndex: 0 });
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", part);
  frame.append(table);
  return frame;
}

function guess() {
  const game = document.getElementById("game");
  const music = heard.filter((each) => each.part === "Music" && each.file);
  if (!music.length) return say("There is no music on this page to guess.");
  const each = music[Math.floor(Math.random() * music.length)];
  const moods = [...new Set(music.map((one) => one.column))];
  const styles = [...new Set(music.map((one) => one.row))];
  game.hidden = false;
  game.replaceChildren(el("h2", "What do you hear?"));
  const button = el("button", "▶ Hear it", { type: "button" });
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => play(button, each, true));
  game.append(button);
  const told = el("p", "", {});
  told.setAttribute("role", "status");
  const answer = {};
  for (const [key, label, choices, right] of [["mood", "Which mood?", moods, each.column], ["style", "Which style?", styles, each.row]]) {
    const answers = el("div", "", { className: "answers" });
    answers.setAttribute("role", "group");
    answers.setAttribute("aria-label", label);
    for (const choice of choices) {
      const one = el("button", choice, { type: "button" });
      one.addEventListener("click", () => {
        if (answer[key] !== undefined) return;
        answer[key] = choice;
        for (const other of answers.children) if (other.textContent === right) other.className = "right";
        if (answer.mood === undefined || answer.style === undefined) return;
        kept.guesses.push({ file: each.file, mood: each.column, style: each.row, heardMood: answer.mood, heardStyle: answer.style });
        keep();
        told.textContent = score();
      });
      answers.append(one);
    }
    game.append(el("p", label), answers);
  }
  const next = el("button", "Another", { type: "button" });
  next.addEventListener("click", () => { stop(); guess(); });
  told.textContent = kept.guesses.length ? score() : "";
  game.append(told, next);
  game.scrollIntoView({ block: "nearest" });
  button.focus();
}

function score() {
  const all = kept.guesses;
  const moods = all.filter((one) => one.mood === one.heardMood).length;
  const styles = all.filter((one) => one.style === one.heardStyle).length;
  return `${all.length} heard: the mood right ${moods} times, the style ${styles} times.`;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" || (event.key === " " && playing && event.target === document.body)) { event.preventDefault(); return stop(); }
  const at = event.target.closest ? event.target.closest("td") : null;
  if (!at || event.target.tagName === "SELECT" || !event.key.startsWith("Arrow")) return;
  const line = at.parentElement, place = [...line.children].indexOf(at);
  const to = { ArrowLeft: at.previousElementSibling, ArrowRight: at.nextElementSibling,
    ArrowUp: line.previousElementSibling && line.previousElementSibling.children[place],
    ArrowDown: line.nextElementSibling && line.nextElementSibling.children[place] }[event.key];
  const button = to && to.querySelector && to.querySelector("button.play");
  if (button) { event.preventDefault(); button.focus(); }
});
audio.addEventListener("timeupdate", () => { if (audio.duration) document.getElementById("at").value = audio.currentTime / audio.duration; });
audio.addEventListener("ended", stop);
document.getElementById("at").addEventListener("input", (event) => { if (audio.duration) audio.currentTime = event.target.value * audio.duration; });
document.getElementById("stop").addEventListener("click", stop);
document.getElementById("guess").addEventListener("click", guess);
document.getElementById("copy").addEventListener("click", async () => {
  const words = JSON.stringify(kept, null, 1);
  try { await navigator.clipboard.writeText(words); say("Your answers are on the clipboard."); }
  catch { const box = el("textarea", words, { readOnly: true, rows: 6 }); document.querySelector("header").append(box); box.select(); say("Copy them from the box below."); }
});
for (const part of new Set(heard.map((each) => each.part))) {
  document.getElementById("parts").append(el("h2", part), sheet(part));
}
