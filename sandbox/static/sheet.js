/** A panel that slides over a phone: choices, forms, alerts. One at a time, Escape closes. */

import { button, el, icon } from "./dom.js";

export class Sheet {
  #before = null;

  constructor(device) {
    this.device = device;
    this.panel = el("div", { class: "sheet", role: "dialog", "aria-modal": "true", "data-testid": "sheet" });
    this.node = el("div", { class: "sheet-frame", hidden: true }, this.panel);
    this.node.addEventListener("click", (event) => event.target === this.node && this.close());
    this.node.addEventListener("keydown", (event) => this.#key(event));
    device.append(this.node);
  }

  get open() {
    return !this.node.hidden;
  }

  show(title, ...content) {
    this.#before ??= document.activeElement;
    const head = el("header", { class: "sheet-head" }, el("h2", { dir: "auto", text: title }), this.#closer());
    this.panel.replaceChildren(head, ...content);
    this.panel.className = "sheet";
    this.panel.setAttribute("aria-label", title);
    this.#reveal();
  }

  /** What Telegram shows as an alert: words and one button. */
  alert(words) {
    this.#before ??= document.activeElement;
    const agree = button({ class: "key sheet-agree", "data-testid": "alert-ok", text: "OK", on: { click: () => this.close() } });
    this.panel.replaceChildren(el("p", { class: "alert-words", dir: "auto", "data-testid": "alert", text: words }), agree);
    this.panel.className = "sheet alert";
    this.panel.setAttribute("aria-label", "Notice");
    this.#reveal();
  }

  close() {
    if (!this.open) return;
    this.node.hidden = true;
    this.panel.replaceChildren();
    for (const other of this.device.children) other.inert = false;
    const before = this.#before;
    this.#before = null;
    if (before?.isConnected) before.focus({ preventScroll: true });
  }

  #reveal() {
    this.node.hidden = false;
    for (const other of this.device.children) other.inert = other !== this.node;
    this.panel.querySelector(".sheet-body button, .sheet-body input, .sheet-agree")?.focus({ preventScroll: true });
  }

  #closer() {
    return button({ class: "round", "aria-label": "Close", "data-testid": "sheet-close", on: { click: () => this.close() } }, icon("close"));
  }

  #key(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || event.target.matches("input, select")) return;
    const choices = [...this.panel.querySelectorAll(".sheet-body button")];
    const next = choices[choices.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/** A line to choose in a sheet: sign, words, a smaller word under them, something at the end. */
export function choice({ sign, words, small = null, end = null, testid = null, chosen = false, act }) {
  return button(
    { class: "choice", "data-testid": testid, "aria-current": chosen ? "true" : null, on: { click: act } },
    sign,
    el("span", { class: "choice-words" }, el("span", { dir: "auto", text: words }), small && el("small", { dir: "auto", text: small })),
    end,
  );
}
