/** Where a person writes: the box, its buttons, the reply or edit strip, the reply keyboard. */

import { button, el, icon } from "./dom.js";
import { gist } from "./bubble.js";
import { replyKeys } from "./keys.js";

const GROWS = CSS.supports("field-sizing", "content");

export class Composer {
  #acts;
  #about = null;

  /** `acts`: {say(text, reply_to), edit(message_id, text), attach(), commands(), key(row, col), files(list), lastOwn()}. */
  constructor(index, acts) {
    this.#acts = acts;
    this.box = el("textarea", {
      class: "box", rows: "1", placeholder: "Message", "aria-label": "Message", dir: "auto",
      enterkeyhint: "send", autocomplete: "off", "data-testid": `composer-${index}`,
    });
    this.strip = el("div", { class: "strip", hidden: true });
    this.keyboard = el("div", { class: "reply-keys", "data-testid": `keyboard-${index}`, hidden: true });
    this.attach = this.#tool("attach", "Attach", `attach-${index}`, acts.attach);
    this.slash = this.#tool(null, "Commands", `commands-${index}`, acts.commands);
    this.slash.textContent = "/";
    this.toggle = this.#tool("keys", "Show or hide the keyboard", `keyboard-toggle-${index}`, () => this.#showKeys(this.keyboard.hidden));
    this.send = button({ class: "round send", "aria-label": "Send", "data-testid": `send-${index}`, on: { click: () => this.#submit() } }, icon("send"));
    this.line = el("div", { class: "line" }, this.attach, el("div", { class: "box-frame" }, this.box, this.slash, this.toggle), this.send);
    this.node = el("footer", { class: "composer" }, this.strip, this.line, this.keyboard);
    this.box.addEventListener("keydown", (event) => this.#key(event));
    this.box.addEventListener("input", () => this.#changed());
    this.box.addEventListener("paste", (event) => this.#paste(event));
    this.#changed();
  }

  #tool(name, label, testid, act) {
    return button({ class: "round", "aria-label": label, title: label, "data-testid": testid, on: { click: act } }, name && icon(name));
  }

  get draft() {
    return this.box.value;
  }

  set draft(text) {
    this.box.value = text;
    this.#changed();
  }

  focus() {
    this.box.focus({ preventScroll: true });
  }

  setCommands(any) {
    this.slash.hidden = !any;
  }

  setKeyboard(keyboard) {
    const any = Boolean(keyboard?.rows?.length);
    const facts = JSON.stringify(keyboard ?? null);
    this.toggle.hidden = !any;
    if (this.keyboard.dataset.facts === facts) return;
    this.keyboard.dataset.facts = facts;
    this.keyboard.replaceChildren(...(any ? replyKeys(keyboard, this.#acts.key) : []));
    this.#showKeys(any);
    this.box.placeholder = keyboard?.placeholder || "Message";
  }

  #showKeys(on) {
    this.keyboard.hidden = !on;
    this.toggle.setAttribute("aria-expanded", String(on));
  }

  reply(message) {
    this.#turnTo({ doing: "reply", message }, "Reply");
  }

  edit(message) {
    this.#turnTo({ doing: "edit", message }, "Edit");
    this.draft = message.text ?? "";
  }

  /** Forgets what the next words would reply to or replace. */
  plain() {
    if (this.#about?.doing === "edit") this.draft = "";
    this.#about = null;
    this.strip.hidden = true;
  }

  #turnTo(about, word) {
    this.plain();
    this.#about = about;
    this.strip.replaceChildren(
      icon(about.doing === "edit" ? "edit" : "reply"),
      el("span", { class: "strip-words" }, el("b", { text: word }), el("span", { dir: "auto", text: gist(about.message) })),
      button({ class: "round", "aria-label": `Do not ${about.doing}`, on: { click: () => this.plain() } }, icon("close")),
    );
    this.strip.hidden = false;
    this.focus();
  }

  async #submit() {
    const text = this.draft.trim();
    if (!text) return;
    const about = this.#about;
    this.draft = "";
    this.#about = null;
    this.strip.hidden = true;
    const taken = about?.doing === "edit"
      ? await this.#acts.edit(about.message.message_id, text)
      : await this.#acts.say(text, about?.message.message_id);
    if (!taken && !this.draft) this.draft = text;
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape") this.plain();
    else if (event.key === "ArrowUp" && !this.draft) {
      const last = this.#acts.lastOwn();
      if (last) this.edit(last);
    }
  }

  #changed() {
    this.send.disabled = !this.draft.trim();
    if (GROWS) return;
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight}px`;
  }

  #paste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.#acts.files(files);
  }
}
