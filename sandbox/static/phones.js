/** The page: three phones, the clock above them, what to try first. */

import { Clock } from "./clock.js";
import { Crowd } from "./crowd.js";
import { calm, el, icon, keep } from "./dom.js";
import { Phone } from "./phone.js";
import { Story } from "./story.js";
import { hour } from "./times.js";
import { Unread } from "./unread.js";
import { Viewer } from "./viewer.js";
import { World } from "./world.js";

const $ = (selector) => document.querySelector(selector);
const world = new World();
const phones = [];
const unread = new Unread(world, (person, chat, topic) => phones.some((phone) => phone.shows(person, chat, topic)));
const viewer = new Viewer($(".viewer"));
const clock = new Clock(world, $(".topbar"));
const crowd = new Crowd($(".crowd"), world, unread, { shown: () => phones.map((phone) => phone.person), put });

function light(index, follow = true) {
  const node = index === null ? $(".clock") : phones[index]?.node;
  if (!node) return;
  if (follow) node.scrollIntoView({ inline: "center", block: "nearest", behavior: calm.matches ? "instant" : "smooth" });
  node.classList.remove("lit");
  void node.offsetWidth;
  node.classList.add("lit");
}

/** Somebody without a phone takes the one of a person of their own kind, else the middle one. */
function put(id) {
  const kind = (person) => (person?.key ?? "").split(/[-_\d]/)[0];
  const mine = kind(world.people.get(id));
  const held = phones.findIndex((phone) => phone.person === id);
  const like = phones.findIndex((phone) => mine && kind(world.people.get(phone.person)) === mine);
  const index = held >= 0 ? held : like >= 0 ? like : 1;
  phones[index].hold(id);
  light(index);
}

function remember() {
  crowd.draw();
  keep.write("phones", phones.map(({ person, chat, topic }) => ({ person, chat, topic })));
}

/** The last visit's places where they still exist, else those the sandbox suggests. */
function places() {
  const kept = keep.read("phones", []);
  return [0, 1, 2].map((index) => {
    const at = kept[index];
    if (at && world.chats.get(at.chat)?.members.includes(at.person)) return at;
    return world.suggested[index] ?? { person: [...world.people.keys()][index] };
  });
}

function dressTheme() {
  const root = document.documentElement;
  const dark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const draw = () => $(".theme").replaceChildren(icon(dark() ? "sun" : "moon"));
  $(".theme").addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    keep.write("theme", root.dataset.theme);
    draw();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  draw();
}

function tick() {
  clock.draw();
  for (const phone of phones) phone.setTime(hour(clock.instant));
}

async function begin() {
  dressTheme();
  world.on("line", (stands) => ($(".offline").hidden = stands));
  await world.start();
  unread.begin();
  for (const [index, { person, chat, topic }] of places().entries()) {
    const phone = new Phone(index, world, unread, { open: viewer.open, moved: remember, wants: put });
    phones.push(phone);
    $(".phones").append(phone.node);
    phone.hold(person, chat, topic ?? null);
  }
  new Story($(".story"), world, light);
  clock.take();
  world.on("clock", tick);
  tick();
  setInterval(tick, 1000);
  document.documentElement.dataset.ready = "true";
}

begin().catch((fault) => {
  $(".phones").replaceChildren(el("p", { class: "fault", role: "alert", text: `The sandbox does not answer. ${fault.message} Reload when it runs again.` }));
});
