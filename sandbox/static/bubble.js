/** One row of a chat: a bubble with what it carries, and its buttons. Only what changed is drawn again. */

import { button, calm, el, icon } from "./dom.js";
import { tint } from "./faces.js";
import { inlineKeys } from "./keys.js";
import { carried } from "./parts.js";
import { safeFragment } from "./safe.js";
import { tappableCommands } from "./tappable.js";
import { hour, longDay, sameDay } from "./times.js";

const SLOTS = ["who", "quote", "media"];
const FOOT = ["text", "marks", "meta"];

/** `hands`: {me, nameOf, find, topicName, open, follow, tap, goTo} of the phone that shows it. */
export class Row {
  #parts = new Map();
  #drawn = {};
  #slots = {};
  #hands;

  constructor(message, hands) {
    this.#hands = hands;
    this.node = el("div", { class: "row" });
    this.day = el("div", { class: "day", hidden: true });
    this.article = el("article", { class: "message", "data-testid": "bubble", tabindex: "-1" });
    this.bubble = el("div", { class: "bubble" });
    const slot = (name) => (this.#slots[name] = el("div", { class: `slot-${name}`, hidden: true }));
    this.bubble.append(...SLOTS.map(slot), el("div", { class: "foot", dir: "auto" }, FOOT.map(slot)));
    this.keys = el("div", { class: "keys", hidden: true });
    this.article.append(this.bubble, this.keys);
    this.node.append(this.day, this.article);
    this.take(message);
  }

  get first() {
    return this.#parts.values().next().value;
  }

  get own() {
    return this.first.from === this.#hands.me;
  }

  take(message) {
    const fresh = !this.#parts.has(message.message_id);
    this.#parts.set(message.message_id, message);
    if (fresh) this.#parts = new Map([...this.#parts].sort(([one], [other]) => one - other));
    this.#draw();
  }

  /** Takes one part of an album away; says whether anything is left. */
  drop(message_id) {
    this.#parts.delete(message_id);
    if (this.#parts.size) this.#draw();
    return this.#parts.size > 0;
  }

  #draw() {
    const parts = [...this.#parts.values()];
    const { first } = this;
    const worded = parts.find((part) => part.html || part.text || part.caption) ?? first;
    this.article.dataset.messageId = first.message_id;
    this.article.dataset.kind = first.kind;
    this.article.dataset.from = first.from === "bot" ? "bot" : "person";
    this.node.hidden = first.kind === "service" && !first.text;
    this.node.className = `row ${this.#place(first)} ${this.node.classList.contains("joined") ? "joined" : ""}`;
    this.#fill("who", [first.from, first.topic], () => this.#who(first));
    this.#fill("quote", [first.reply_to], () => this.#quote(first));
    this.#fill("media", parts.map(carriedFacts), () => carried(parts, this.#hands.open));
    this.#fill("text", wordsOf(worded), () => words(worded));
    this.#fill("marks", [first.reactions], () => marks(first.reactions));
    this.#fill("meta", [first.date, first.edited, first.silent], () => this.#meta(first));
    const rows = parts.find((part) => part.inline)?.inline ?? null;
    this.#fillKeys(rows, first);
    this.bubble.classList.toggle("bare", bare(parts, worded));
    this.bubble.classList.toggle("pictured", Boolean(first.photo_url) && first.kind !== "sticker");
  }

  #place(first) {
    if (first.kind === "service") return "service";
    return this.own ? "own" : "their";
  }

  #fill(name, facts, make) {
    const facts_ = JSON.stringify(facts ?? null);
    if (this.#drawn[name] === facts_) return;
    this.#drawn[name] = facts_;
    const content = make();
    this.#slots[name].replaceChildren(...[content].flat().filter(Boolean));
    this.#slots[name].hidden = !this.#slots[name].hasChildNodes();
  }

  #fillKeys(rows, message) {
    const facts = JSON.stringify(rows);
    if (this.#drawn.keys === facts) return;
    this.#drawn.keys = facts;
    const held = this.keys.contains(document.activeElement) ? document.activeElement.dataset : null;
    this.keys.replaceChildren(...inlineKeys(rows ?? [], message, this.#hands));
    this.keys.hidden = !rows?.length;
    if (held) this.keys.querySelector(`[data-row="${held.row}"][data-col="${held.col}"]`)?.focus({ preventScroll: true });
  }

  #who(first) {
    const { nameOf, topicName, group } = this.#hands;
    if (!group || first.kind === "service") return null;
    const name = el("span", { class: `who-name ${tint(first.from === "bot" ? 0 : first.from)}`, dir: "auto", text: nameOf(first.from) });
    const topic = topicName(first.topic);
    return [this.own ? null : name, topic && el("span", { class: "who-topic", dir: "auto", text: topic })];
  }

  #quote(first) {
    if (!first.reply_to) return null;
    const told = this.#hands.find(first.reply_to);
    return button(
      { class: "quote", on: { click: () => this.#hands.goTo(first.reply_to) } },
      el("b", { dir: "auto", text: told ? this.#hands.nameOf(told.from) : "Reply" }),
      el("span", { dir: "auto", text: told ? gist(told) : "Deleted message" }),
    );
  }

  #meta(first) {
    if (first.kind === "service") return null;
    return [
      first.edited && el("span", { class: "edited", text: "edited" }),
      first.silent && el("span", { class: "hush", title: "Sent without sound" }, icon("muted")),
      el("time", { datetime: first.date, text: hour(first.date) }),
      this.own && icon("read"),
    ];
  }

  /** Knows the row above: a new day gets its date, a run of one author its closer spacing. */
  join(above) {
    const fresh = !above || !sameDay(above.first.date, this.first.date);
    this.day.hidden = !fresh;
    this.day.textContent = fresh ? longDay(this.first.date) : "";
    const run = !fresh && above.first.from === this.first.from && above.first.kind !== "service"
      && new Date(this.first.date) - new Date(above.first.date) < 600_000;
    this.node.classList.toggle("joined", run);
  }

  /** A gentle light on a card that changed in place. */
  glow() {
    this.bubble.classList.remove("changed");
    void this.bubble.offsetWidth;
    this.bubble.classList.add("changed");
    setTimeout(() => this.bubble.classList.remove("changed"), 2000);
  }

  leave(gone) {
    if (calm.matches || !this.node.isConnected) return gone();
    this.node.classList.add("leaving");
    this.node.addEventListener("animationend", gone, { once: true });
    setTimeout(gone, 400);
  }
}

export function gist(message) {
  const words_ = message.text || message.caption;
  if (words_) return words_.slice(0, 120);
  return { photo: "Photo", document: message.file?.name ?? "Document", voice: "Voice message", location: "Location", contact: "Contact", sticker: "Sticker" }[message.kind] ?? "Message";
}

/** Everything of a message that its carried part shows. */
function carriedFacts({ message_id, kind, file, photo_url, location, contact, voice, sticker, duration, text }) {
  return [message_id, kind, file, photo_url, location, contact, voice, sticker, duration, kind === "sticker" ? text : null];
}

function wordsOf({ kind, html, text, caption }) {
  return kind === "sticker" ? null : [html, text, caption];
}

function words({ kind, html, text, caption }) {
  if (kind === "sticker") return null;
  if (html && kind !== "service") return tappableCommands(safeFragment(html));
  const plain = text ?? caption;
  return plain ? document.createTextNode(plain) : null;
}

function bare(parts, worded) {
  return parts[0].kind === "sticker" && !worded.html;
}

function marks(reactions) {
  const list = Array.isArray(reactions) ? reactions : Object.values(reactions ?? {}).flat();
  return list.map((mark) => el("span", { class: "mark", "data-testid": "reaction", text: mark.emoji ?? mark }));
}
