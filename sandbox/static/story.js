/** What to try first: the story in steps, and the phone each step is played on. */

import { button, el, icon, keep } from "./dom.js";

const CLIENT = 0;
const CREW = 1;
const COORDINATOR = 2;
const CLOCK = null;
const ANYONE = -1;
const NAMES = new Map([[CLIENT, "Client"], [CREW, "Crew leader"], [COORDINATOR, "Coordinator"], [CLOCK, "Clock"], [ANYONE, "Anyone"]]);

/** Each step: the phone it is played on, what to do, and the bot's words that tell it is done. */
const STEPS = [
  [CLIENT, "Tap Start and say who you are. A SIRET that the bot takes: 732 829 320 00074.", /est enregistrée|is registered/],
  [CLIENT, "Ask for a clearance, by buttons or your own words; photos by the paperclip. Then «Envoyer».", /📥 DEM-/],
  [COORDINATOR, "The request is in the group, with its estimate. Tap «Envoyer le devis».", /^DEV-.*\.pdf/],
  [CLIENT, "Open the quote, tap «Accepter», and say who agrees.", /✍️ Accord de/],
  [COORDINATOR, "Tap «Planifier»: a day, an hour, Moussa, somebody else, a vehicle. Then «Publier».", /Vous venez\s\?|Are you coming\?/],
  [CREW, "Tap «Oui». The others' phones are the round faces above: they answer too.", /Équipe complète/],
  [CLOCK, "Jump to the next reminder, until the crew is reminded of today.", /⏰ (Aujourd’hui|Today)/],
  [CREW, "«Je pars», «Je suis arrivé», photos, «Photos AVANT finies», count, photos, «Fini».", /^INT-.*\.pdf/],
  [CLIENT, "The report is there, with photos and weights. How many stars?", /Le client\s: ⭐/],
  [ANYONE, "That was all. Now write nonsense, tap old buttons, stop and start it: nothing is lost.", null],
];

export class Story {
  #step = 0;

  /** `light(index, follow)` draws the eye to a phone and, where asked, scrolls to it; null is the clock. */
  constructor(node, world, light) {
    this.node = node;
    this.light = light;
    this.#step = this.#reached(world);
    this.words = button({ class: "story-words", "data-testid": "story-step", on: { click: () => this.#shine() } });
    this.dots = el("span", { class: "story-dots", "aria-hidden": "true" }, STEPS.map(() => el("i")));
    this.back = this.#turner("left", "Step before", -1);
    this.forth = this.#turner("right", "Next step", 1);
    const close = button({ class: "round", "aria-label": "Hide what to try", "data-testid": "story-hide", on: { click: () => this.#hide(true) } }, icon("close"));
    this.opener = button({ class: "story-open", "data-testid": "story-open", text: "What to try first", on: { click: () => this.#hide(false) } });
    this.strip = el("div", { class: "story-strip" }, el("b", { class: "story-title", text: "Try first" }), this.back, this.words, this.forth, this.dots, close);
    node.append(this.strip, this.opener);
    this.#hide(keep.read("story-hidden", false));
    this.#draw();
    world.on("message", (message) => this.#heard(message));
  }

  /** The step of the last visit; after a new start of everything, what the chats tell. */
  #reached(world) {
    const chats = [...world.messages.values()].map((known) => [...known.values()]);
    const kept = keep.read("step", null);
    if (kept !== null && chats.some((messages) => messages.length)) return Math.min(kept, STEPS.length - 1);
    return Math.max(0, ...chats.flat().map((message) => after(message)));
  }

  #heard(message) {
    const step = after(message);
    if (step <= this.#step) return;
    this.#turn(step - this.#step, false);
  }

  #turner(sign, label, step) {
    return button({ class: "round", "aria-label": label, "data-testid": `story-${sign}`, on: { click: () => this.#turn(step) } }, icon(sign));
  }

  #turn(step, follow = true) {
    this.#step = Math.max(0, Math.min(STEPS.length - 1, this.#step + step));
    keep.write("step", this.#step);
    this.#draw();
    this.light(STEPS[this.#step][0], follow);
  }

  #hide(on) {
    keep.write("story-hidden", on);
    this.strip.hidden = on;
    this.opener.hidden = !on;
  }

  #shine() {
    this.light(STEPS[this.#step][0], true);
  }

  #draw() {
    const [phone, words] = STEPS[this.#step];
    this.words.replaceChildren(el("span", { class: "story-where", text: `${this.#step + 1}. ${NAMES.get(phone)}` }), el("span", { text: words }));
    this.words.title = words;
    this.back.disabled = this.#step === 0;
    this.forth.disabled = this.#step === STEPS.length - 1;
    [...this.dots.children].forEach((dot, index) => {
      dot.className = index < this.#step ? "past" : index === this.#step ? "now" : "";
    });
  }
}

/** The step that comes after what this message tells; 0 where it tells nothing. */
function after({ from, deleted, text, caption, file }) {
  if (from !== "bot" || deleted) return 0;
  const told = [file?.name, text, caption].filter(Boolean);
  return STEPS.findLastIndex(([, , sign]) => sign && told.some((words) => sign.test(words))) + 1;
}
