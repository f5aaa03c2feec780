// What a step made, small: a picture, a looping clip, a sound to play, words, a score. Loaded when first looked at.

import { h, icon, button, address, clock } from "./dom.js";
import { page, ask } from "./page.js";
import { playable, stream } from "./stream.js";

const SIGNS = { Image: "picture", Audio: "sound", Music: "music", Video: "film", Cut: "cut", Text: "text", Score: "score" };
export const sign = (kind) => SIGNS[kind] || "file";

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) {
    seen.unobserve(entry.target);
    entry.target.dispatchEvent(new Event("seen"));
  }
}, { rootMargin: "300px" });

const still = matchMedia("(prefers-reduced-motion: reduce)");

/** A frame that shows one thing: show(made, kind) with made = {name, kind, url} or null. */
export function preview(step) {
  const frame = h("div", { class: "rw-preview" });
  let shown = "";
  frame.addEventListener("seen", async () => {
    const asked = shown;
    const look = (streams) => ask("preview", { project: page.project, step: step(), streams }, { quiet: true });
    const put = (answer) => {
      if (asked !== shown) return;
      if (!answer || !answer.kind) frame.classList.add("lost");
      else draw(frame, { ...answer, file: () => look(false), lost: async () => put(await look(false)) }, step());
    };
    put(await look(playable()));
  });
  return {
    element: frame,
    /** What is painted so far; the last picture stays until the next has come. */
    peek(url) {
      if (url === shown) return;
      shown = url;
      const next = h("img", { class: "rw-peek", alt: `What ${step()} looks like so far`, draggable: "false" });
      next.addEventListener("load", () => { if (shown === url) frame.replaceChildren(next); });
      next.src = address(url);
    },
    show(made, kind) {
      const name = made ? made.name : "";
      const wanted = `${kind}:${name}`;
      if (wanted === shown) return;
      shown = wanted;
      frame.dataset.kind = kind || "";
      frame.classList.remove("lost");
      if (made && made.kind === "Image") draw(frame, { kind: "image", url: made.url, thumb: `${made.url}?wide=480` }, step());
      else {
        if (!made) frame.replaceChildren(icon(sign(kind), 26));
        if (made) seen.unobserve(frame), seen.observe(frame);
      }
    },
  };
}

function draw(frame, thing, name) {
  const make = { image: picture, video: clip, stream: clip, audio: sound, text: words, score }[thing.kind];
  frame.replaceChildren(make ? make(thing, name) : icon("file", 26));
}

function picture(thing, name) {
  const image = h("img", { src: address(thing.thumb || thing.url), alt: `What ${name} made`, loading: "lazy", draggable: "false" });
  return h("button", { type: "button", class: "rw-look", "aria-label": `Look at ${name}`, onclick: () => enlarge(h("img", { src: address(thing.url), alt: name })) }, image);
}

function clip(thing, name) {
  const video = h("video", { loop: true, playsinline: true, preload: "metadata", "aria-label": `What ${name} made` });
  video.muted = true;
  if (thing.kind === "stream") streamed(video, thing);
  else video.src = address(thing.url);
  if (!still.matches) {
    let inView = false;
    const go = () => { if (inView && video.paused) video.play().catch(() => {}); };
    new IntersectionObserver((entries) => {
      inView = entries[entries.length - 1].isIntersecting;
      if (inView) go(); else video.pause();
    }).observe(video);
    video.addEventListener("canplay", go); // what is asked before there is anything to play may be forgotten
  }
  const open = () => {
    const large = h("video", { controls: true, autoplay: true, loop: true });
    const whole = (answer) => { if (answer && answer.url) large.src = address(answer.url); };
    if (thing.kind !== "stream") whole(thing);
    enlarge(large, thing.kind === "stream" ? stream(large, thing.url, async () => whole(await thing.file())) : undefined);
  };
  return h("button", { type: "button", class: "rw-look", "aria-label": thing.kind === "stream" ? `Play a preview of ${name}` : `Play ${name}`, onclick: open }, video);
}

/** A frame at once; the stream once the clip comes into view, ended when it is taken off the page. */
function streamed(video, thing) {
  video.poster = address(`${thing.frame}?at=1`);
  let stop = null;
  new IntersectionObserver((entries) => {
    const seen_ = entries[entries.length - 1].isIntersecting;
    if (seen_ && !stop && !still.matches) stop = stream(video, thing.url, thing.lost);
    else if (!video.isConnected && stop) stop();
  }).observe(video);
}

let playing = null;
export function sound(thing, name) {
  const audio = h("audio", { src: address(thing.url), preload: "metadata" });
  const bar = h("span", { class: "rw-track" }, h("i"));
  const time = h("span", { class: "rw-time" }, "0:00");
  const go = button(`Play ${name}`, { sign: "play", shown: false, kind: "round", onclick: () => (audio.paused ? audio.play() : audio.pause()) });
  const turn = (sign_, words_) => { go.replaceChildren(icon(sign_)); go.setAttribute("aria-label", words_); go.title = words_; };
  audio.addEventListener("play", () => {
    if (playing && playing !== audio) playing.pause();
    playing = audio;
    turn("pause", `Pause ${name}`);
  });
  audio.addEventListener("pause", () => turn("play", `Play ${name}`));
  audio.addEventListener("loadedmetadata", () => { time.textContent = clock(audio.duration + 0.5); });
  audio.addEventListener("timeupdate", () => {
    bar.firstChild.style.width = `${(100 * audio.currentTime) / (audio.duration || 1)}%`;
    if (!audio.paused) time.textContent = clock(audio.currentTime);
  });
  bar.addEventListener("click", (event) => {
    const box = bar.getBoundingClientRect();
    audio.currentTime = ((event.clientX - box.left) / box.width) * (audio.duration || 0);
  });
  const player = h("div", { class: "rw-sound" }, go, bar, time, audio);
  return thing.said ? h("div", { class: "rw-heard" }, player, h("p", {}, thing.said)) : player;
}

function words(thing, name) {
  return h("button", { type: "button", class: "rw-look words", "aria-label": `Read ${name}`, onclick: () => enlarge(h("pre", {}, thing.text)) }, thing.text.slice(0, 160));
}

function score(thing, name) {
  const show = () => enlarge(h("div", { class: "rw-judged" }, h("strong", {}, mark(thing.score)), ...thing.saw.map((one) => h("p", {}, one)), ...thing.remarks.map((one) => h("p", { class: "remark" }, one.what))));
  return h("button", { type: "button", class: "rw-look score", "aria-label": `What ${name} saw`, onclick: show }, mark(thing.score));
}

export const mark = (share) => `${Math.round(100 * share)} of 100`;

/** Show a thing large; `closed()` is called when it is put away. */
export function enlarge(thing, closed = () => { }) {
  const box = h("dialog", { class: "rw-large", "aria-label": "A closer look", onclick: (event) => { if (event.target === box) box.close(); } },
    thing, button("Close", { sign: "close", shown: false, kind: "round", onclick: () => box.close() }));
  box.addEventListener("close", () => { box.remove(); closed(); });
  document.body.append(box);
  box.showModal();
}
