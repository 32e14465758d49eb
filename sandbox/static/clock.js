/** The demo's clock: what time it is for the bot, and the ways to jump ahead. */

import { fetchClock, jump } from "./backend.js";
import { hour, sameDay, shortDay } from "./times.js";

const LOOK_AGAIN_MS = 900;

export class Clock {
  #looking = null;
  #world;
  #told = null;
  #at = 0;

  constructor(world, bar) {
    this.#world = world;
    this.now = bar.querySelector(".clock-now");
    this.next = bar.querySelector(".jump-next");
    this.what = bar.querySelector(".jump-what");
    this.steps = [...bar.querySelectorAll(".jump:not(.jump-next)")];
    this.#wire(this.next, "next");
    this.#wire(this.steps[0], 60);
    this.#wire(this.steps[1], 24 * 60);
    world.on("clock", () => this.take());
    world.on("message", ({ from }) => from === "bot" && this.#lookAgain());
  }

  /** What the bot has just said, or passed over in silence, may have made something else due next. */
  #lookAgain() {
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => fetchClock().then((clock) => this.#learn(clock)).catch(() => {}), LOOK_AGAIN_MS);
  }

  #learn(clock) {
    if (clock?.now) this.#world.tell("clock", (this.#world.clock = clock));
  }

  #wire(node, to) {
    node.addEventListener("click", async () => {
      node.setAttribute("aria-busy", "true");
      try {
        this.#learn(await jump(to));
      } catch (fault) {
        this.what.textContent = fault.message;
      } finally {
        node.removeAttribute("aria-busy");
      }
    });
  }

  take() {
    const { clock } = this.#world;
    if (!clock) return;
    for (const step of this.steps) step.hidden = clock.jumps === false;
    this.#told = new Date(clock.now).getTime();
    this.#at = performance.now();
    this.next.hidden = clock.jumps === false;
    this.next.disabled = !clock.next;
    this.what.textContent = clock.next ? whatIsNext(clock) : "nothing is due yet";
    this.next.title = clock.next_label ?? "";
    this.next.dataset.due = clock.next ?? "";
    if (clock.next && new Date(clock.next) <= new Date(clock.now)) this.#lookAgain();
    this.draw();
  }

  get instant() {
    return new Date(this.#told + performance.now() - this.#at).toISOString();
  }

  draw() {
    if (this.#told === null) return;
    const words = `${shortDay(this.instant)}, ${hour(this.instant)}`;
    if (this.now.textContent !== words) {
      this.now.textContent = words;
      this.now.dateTime = this.instant;
    }
  }
}

function whatIsNext({ now, next, next_label }) {
  const day = sameDay(now, next) ? "" : `${shortDay(next)} `;
  return [`${day}${hour(next)}`, next_label].filter(Boolean).join(" · ");
}
