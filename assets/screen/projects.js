// The list of projects on the first page: open, copy, export, bin and back, and bring one in.

import { h, icon, button, address, ago, say } from "./dom.js";
import { on, ask, open, join, toast } from "./page.js";
import { toss } from "./bar.js";

export function start(element, server, upload) {
  join("projects", server, ["create", "bring_in", "rename", "duplicate", "delete", "restore"]);
  const list = h("ul", { class: "rw-projects" });
  const heading = h("h2", { class: "rw-heading" }, "Your films");
  const picker = h("input", { type: "file", hidden: true, accept: ".reelwright,.zip", onchange: () => { bringIn(picker.files[0]); picker.value = ""; } });
  const bin = h("details", { class: "rw-bin" }, h("summary", {}), h("ul"));
  const foot = h("div", { class: "rw-projects-foot" },
    button("Start with an empty plan", { sign: "plus", kind: "quiet", onclick: async () => { const made = await ask("create", { name: "" }); if (made) open(made.project); } }),
    button("Bring in a project file", { sign: "file", kind: "quiet", onclick: () => picker.click() }), picker);
  element.replaceChildren(heading, list, foot, bin);

  async function bringIn(file) {
    if (!file) return;
    toast("Bringing it in…");
    try {
      const { path } = await upload(file);
      const made = await ask("bring_in", { path, name: file.name });
      if (made) open(made.project);
    } catch {
      toast("That file could not be read.", "warn");
    }
  }

  on("home", (home) => {
    if (!home) return;
    heading.hidden = !home.projects.length;
    list.replaceChildren(...home.projects.map((one) => h("li", {},
      h("a", { href: `?project=${encodeURIComponent(one.id)}`, onclick: (event) => { if (!event.ctrlKey && !event.metaKey) { event.preventDefault(); open(one.id); } } },
        h("span", { class: "rw-poster" }, one.poster ? h("img", { src: address(one.poster), alt: "", loading: "lazy" }) : icon("film", 30)),
        h("b", {}, one.name), h("small", {}, ago(one.changed))),
      button(`Put ${one.name} in the bin`, { sign: "bin", shown: false, kind: "bare", onclick: () => toss(one.id, one.name) }))));
    bin.hidden = !home.bin.length;
    say(bin.firstChild, `Bin (${home.bin.length})`);
    bin.lastChild.replaceChildren(...home.bin.map((one) => h("li", {}, h("span", {}, one.name),
      button("Bring back", { kind: "link", onclick: async () => { if (await ask("restore", { project: one.id })) open(one.id); } }))));
  });
}
