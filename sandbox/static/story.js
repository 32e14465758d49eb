/** What to try first: the story in steps, and the phone each step is played on. */

import { button, el, icon, keep } from "./dom.js";

const CLIENT = 0;
const CREW = 1;
const COORDINATOR = 2;

const STEPS = [
  [CLIENT, "Tap Start, then ask for a quote. Answer with the buttons or in your own words."],
  [CLIENT, "Add a few photos with the paperclip, look over the summary and send the request."],
  [COORDINATOR, "The request lands in the group with its estimate. Send the quote."],
  [CLIENT, "Open the quote as a PDF, then accept it."],
  [COORDINATOR, "Plan the job: day, start time, crew. Then publish it."],
  [CREW, "Join by the invitation link if asked, then confirm the job with one tap."],
  [null, "Jump to the next reminder in the bar above, and see who is told."],
  [CREW, "On the day: on my way, arrived, photos before, counts, photos after, done."],
  [CLIENT, "The report arrives as a PDF with photos and weights. Give it a rating."],
];
const HOLDERS = ["client", "crew leader", "coordinator"];

export class Story {
  #step = Math.min(keep.read("step", 0), STEPS.length - 1);

  /** `light(index)` draws the eye to a phone; null means the clock. */
  constructor(node, light) {
    this.node = node;
    this.light = light;
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
  }

  #turner(sign, label, step) {
    return button({ class: "round", "aria-label": label, "data-testid": `story-${sign}`, on: { click: () => this.#turn(step) } }, icon(sign));
  }

  #turn(step) {
    this.#step = Math.max(0, Math.min(STEPS.length - 1, this.#step + step));
    keep.write("step", this.#step);
    this.#draw();
    this.#shine();
  }

  #hide(on) {
    keep.write("story-hidden", on);
    this.strip.hidden = on;
    this.opener.hidden = !on;
  }

  #shine() {
    this.light(STEPS[this.#step][0]);
  }

  #draw() {
    const [phone, words] = STEPS[this.#step];
    const where = phone === null ? "Clock" : `${HOLDERS[phone][0].toUpperCase()}${HOLDERS[phone].slice(1)}`;
    this.words.replaceChildren(el("span", { class: "story-where", text: `${this.#step + 1}. ${where}` }), el("span", { text: words }));
    this.back.disabled = this.#step === 0;
    this.forth.disabled = this.#step === STEPS.length - 1;
    [...this.dots.children].forEach((dot, index) => {
      dot.className = index < this.#step ? "past" : index === this.#step ? "now" : "";
    });
  }
}
