/** The large view: photos one by one, PDFs in a frame. */

import { button, el, icon } from "./dom.js";

export class Viewer {
  #dialog;
  #pictures = [];
  #index = 0;

  constructor(dialog) {
    this.#dialog = dialog;
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => dialog.replaceChildren());
    dialog.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step && this.#pictures.length > 1) this.#turn(step);
    });
  }

  open = ({ pictures = [], index = 0, file = null }) => {
    this.#pictures = pictures;
    this.#index = index;
    this.#dialog.replaceChildren(...(file ? this.#paper(file) : this.#picture()));
    this.#dialog.classList.toggle("viewer-paper", Boolean(file));
    if (!this.#dialog.open) this.#dialog.showModal();
  };

  #turn(step) {
    this.#index = (this.#index + step + this.#pictures.length) % this.#pictures.length;
    this.#dialog.replaceChildren(...this.#picture());
    this.#dialog.querySelector(step < 0 ? ".viewer-before" : ".viewer-after").focus();
  }

  #bar(name, url) {
    return el(
      "div",
      { class: "viewer-bar" },
      el("b", { dir: "auto", text: name }),
      el("a", { class: "viewer-link", href: url, target: "_blank", rel: "noopener", "data-testid": "viewer-open" }, icon("open"), "New tab"),
      button({ class: "round", "aria-label": "Close", "data-testid": "viewer-close", on: { click: () => this.#dialog.close() } }, icon("close")),
    );
  }

  #paper(file) {
    const frame = el("iframe", { class: "viewer-frame", src: `${file.url}#navpanes=0&view=FitH`, title: file.name, "data-testid": "viewer-frame" });
    return [this.#bar(file.name, file.url), frame];
  }

  #picture() {
    const { url, name } = this.#pictures[this.#index];
    const many = this.#pictures.length > 1;
    const words = many ? `${this.#index + 1} of ${this.#pictures.length}` : name;
    return [
      this.#bar(words, url),
      el("img", { class: "viewer-picture", src: url, alt: words }),
      many && button({ class: "round viewer-before", "aria-label": "Photo before", on: { click: () => this.#turn(-1) } }, icon("left")),
      many && button({ class: "round viewer-after", "aria-label": "Next photo", on: { click: () => this.#turn(1) } }, icon("right")),
    ].filter(Boolean);
  }
}
