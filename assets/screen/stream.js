// A cut played while it is drawn: its stream goes into the player as it comes, from wherever the person seeks to.

import { address } from "./dom.js";

const TYPE = 'video/mp4; codecs="avc1.42c01f,mp4a.40.2"';
const AHEAD = 20; // seconds of film kept ahead of the player; beyond that the studio need not draw yet

export const playable = () => "MediaSource" in window && MediaSource.isTypeSupported(TYPE);

/** Play `url` in `video`. `lost()` is called once when that cannot be done; stop() ends it and lets go. */
export function stream(video, url, lost) {
  const source = new MediaSource();
  const local = URL.createObjectURL(source);
  let buffer = null;
  let going = null; // the AbortController of the stream under way
  let over = false;

  const stop = () => {
    if (over) return;
    over = true;
    if (going) going.abort();
    video.removeEventListener("seeking", sought);
    URL.revokeObjectURL(local);
  };
  const fail = () => { if (!over) { stop(); lost(); } };

  const once = (target, name, signal) => new Promise((resolve, reject) => {
    const done = () => { target.removeEventListener(name, done); signal.removeEventListener("abort", gone); resolve(); };
    const gone = () => { target.removeEventListener(name, done); reject(new DOMException("", "AbortError")); };
    target.addEventListener(name, done);
    signal.addEventListener("abort", gone);
    if (signal.aborted) gone();
  });
  const settled = async (signal) => { while (buffer.updating) await once(buffer, "updateend", signal); };
  const end = () => (buffer.buffered.length ? buffer.buffered.end(buffer.buffered.length - 1) : 0);
  const holds = (at) => {
    for (let i = 0; i < buffer.buffered.length; i++) if (buffer.buffered.start(i) - 0.1 <= at && at < buffer.buffered.end(i)) return true;
    return false;
  };

  async function from(start) {
    if (going) going.abort();
    const mine = going = new AbortController();
    const signal = mine.signal;
    try {
      const answer = await fetch(`${address(url)}?start=${start.toFixed(3)}`, { signal });
      if (!answer.ok) throw new Error(`no stream: ${answer.status}`);
      if (!buffer) {
        buffer = source.addSourceBuffer(TYPE);
        source.duration = Number(answer.headers.get("X-Film-Seconds"));
      } else {
        if (buffer.updating) { buffer.abort(); await settled(signal); }
        if (source.readyState === "open") buffer.abort(); // half a fragment of the stream before
        buffer.remove(0, Infinity);
        await settled(signal);
      }
      buffer.timestampOffset = start;
      for (const reader = answer.body.getReader(); ;) {
        const { done, value } = await reader.read();
        if (done) break;
        await settled(signal);
        buffer.appendBuffer(value);
        await settled(signal);
        while (end() > video.currentTime + AHEAD) await once(video, "timeupdate", signal);
      }
      if (end() < source.duration - 0.5) return fail(); // a shot that cannot be shown: the file says which
      if (source.readyState === "open") source.endOfStream();
    } catch (error) {
      if (error.name !== "AbortError" && going === mine) fail();
    }
  }

  function sought() {
    if (buffer && !holds(video.currentTime)) from(Math.max(0, Math.min(video.currentTime, source.duration - 0.1)));
  }

  source.addEventListener("sourceopen", () => from(0), { once: true });
  video.addEventListener("seeking", sought);
  video.addEventListener("error", fail);
  video.src = local;
  return stop;
}
