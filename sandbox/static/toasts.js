/** Short words over a phone's chat that go away by themselves. */

import { calm, el } from "./dom.js";

const SHOWN_MS = 3500;

export class Toasts {
  constructor(frame) {
    this.node = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
    frame.append(this.node);
  }

  show(words, trouble = false) {
    const toast = el("p", { class: trouble ? "toast trouble" : "toast", dir: "auto", "data-testid": "toast", text: words });
    this.node.append(toast);
    setTimeout(() => this.#hide(toast), SHOWN_MS + words.length * 30);
  }

  #hide(toast) {
    if (calm.matches) return toast.remove();
    toast.classList.add("going");
    setTimeout(() => toast.remove(), 300);
  }
}
