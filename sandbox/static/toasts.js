/** Short words over a phone's chat: the newest alone, and it goes away by itself. */

import { calm, el } from "./dom.js";

const SHOWN_MS = 2600;

export class Toasts {
  constructor(frame) {
    this.node = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
    frame.append(this.node);
  }

  show(words, trouble = false) {
    const toast = el("p", { class: trouble ? "toast trouble" : "toast", dir: "auto", "data-testid": "toast", text: words });
    this.node.replaceChildren(toast);
    setTimeout(() => this.#hide(toast), SHOWN_MS + words.length * 30);
  }

  clear() {
    this.node.replaceChildren();
  }

  #hide(toast) {
    if (calm.matches) return toast.remove();
    toast.classList.add("going");
    setTimeout(() => toast.remove(), 300);
  }
}
