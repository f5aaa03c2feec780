// The film: player, what its judge saw, what can be kept, and a change asked for in words.

import { h, icon, button, address, place, say } from "./dom.js";
import { page, on, ask, join } from "./page.js";
import { grow } from "./fields.js";
import { mark } from "./preview.js";
import { keep } from "./bar.js";

export function start(element, server) {
  join("film", server, ["revise", "accept", "discard"]);
  const video = h("video", { controls: true, playsinline: true, preload: "metadata", "aria-label": "The film" });
  const empty = h("div", { class: "rw-film-empty" }, icon("film", 40), h("p", {}));
  const badge = h("span", { class: "rw-state", hidden: true });
  const frame = h("div", { class: "rw-film-frame" }, video, empty, badge);
  const said = h("div", { class: "rw-judge", hidden: true });
  const downloads = h("div", { class: "rw-downloads", "aria-label": "Downloads" });
  const area = h("textarea", { rows: 1, "aria-label": "Change it in words", placeholder: "Make the second shot longer…", oninput: () => grow(area) });
  const go = button("Suggest", { sign: "wand", kind: "quiet", onclick: revise });
  const proposal = h("div", { class: "rw-proposal", hidden: true, role: "region", "aria-label": "Suggested change" });
  const asked = h("div", { class: "rw-revise" }, area, go);
  element.replaceChildren(frame, said, downloads, asked, proposal);
  let shown = "";

  area.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); revise(); } });

  async function revise() {
    if (!area.value.trim()) return area.focus();
    go.disabled = true;
    if (await ask("revise", { project: page.project, words: area.value })) { area.value = ""; grow(area); }
    go.disabled = false;
  }

  on("open", () => { shown = ""; video.removeAttribute("src"); video.load(); });
  on("view", (view) => { asked.hidden = !view.cards.length; });
  on("rows", (rows) => {
    const film = rows.film;
    video.hidden = !film;
    empty.hidden = Boolean(film);
    say(empty.lastChild, page.view && page.view.cards.length ? "The film appears here once it is rendered." : "No film yet.");
    if (film && shown !== film.url) {
      shown = film.url;
      video.src = address(film.url);
      if (film.poster) video.poster = address(film.poster);
    }
    badge.hidden = !film || film.current;
    say(badge, "from an earlier plan");
    drawJudge(film);
    const offers = film ? [["film", "Film (MP4)"], film.captions && ["captions", "Captions (SRT)"], film.cut && ["cut", "Cut (OTIO)"], ["plan", "Plan"]] : page.view && page.view.cards.length ? [["plan", "Plan"]] : [];
    const wanted = offers.filter(Boolean).map(([what]) => what).join();
    if (downloads.dataset.offers !== wanted) {
      downloads.dataset.offers = wanted;
      downloads.replaceChildren(...offers.filter(Boolean).map(([what, words]) => button(words, { sign: "save", kind: "quiet small", onclick: () => keep(what) })));
    }
    drawProposal(rows.agent);
  });

  function drawJudge(film) {
    const score = film && film.score;
    said.hidden = !score;
    if (!score || said.dataset.of === film.url + score.score) return;
    said.dataset.of = film.url + score.score;
    place(said, [
      h("p", { class: "rw-judge-head" }, h("b", { dataset: { good: score.score >= 0.8 ? "yes" : "no" } }, mark(score.score)), h("span", {}, "what the technical judge saw")),
      ...score.remarks.map((one) => h("p", { class: "remark" }, icon("warn", 15), h("span", {}, one.what))),
      h("details", {}, h("summary", {}, `${score.saw.length} things it looked at`), h("ul", {}, score.saw.map((one) => h("li", {}, one)))),
    ]);
  }

  function drawProposal(agent) {
    const mine = agent && agent.kind === "revising";
    proposal.hidden = !mine;
    if (!mine) { proposal.dataset.of = ""; return; }
    const state = `${agent.job}:${agent.status}:${agent.lines.length}`;
    if (proposal.dataset.of === state) return;
    proposal.dataset.of = state;
    if (agent.status === "running") {
      return place(proposal, [h("p", { class: "rw-writing-head" }, h("i", { class: "rw-dot" }), h("span", {}, agent.words)), button("Stop", { sign: "stop", kind: "quiet small", onclick: () => ask("stop_job", { job: agent.job }) })]);
    }
    if (agent.status !== "done") {
      return place(proposal, [h("p", { class: "bad" }, agent.words), button("Close", { kind: "quiet small", onclick: () => ask("discard", { project: page.project, job: agent.job }) })]);
    }
    place(proposal, [
      h("h3", {}, agent.changes.length ? "Suggested change" : "Nothing would change"),
      ...agent.changes.map((one) => h("div", { class: "rw-change", dataset: { kind: one.kind } },
        h("p", {}, h("b", {}, one.name || "plan"), ` ${one.words}`),
        one.before ? h("del", {}, one.before) : null, one.after ? h("ins", {}, one.after) : null)),
      agent.notes.length ? h("ul", { class: "rw-remarks" }, agent.notes.map((one) => h("li", {}, one))) : null,
      h("div", { class: "rw-proposal-foot" },
        agent.changes.length ? button("Accept", { sign: "check", kind: "strong small", onclick: () => ask("accept", { project: page.project, job: agent.job, version: page.view.version }) }) : null,
        button("Discard", { kind: "quiet small", onclick: () => ask("discard", { project: page.project, job: agent.job }) })),
    ].filter(Boolean));
  }
}
