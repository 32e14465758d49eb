/** The scrolling list of one chat on one phone. Each message is placed or refreshed alone. */

import { button, el, icon } from "./dom.js";
import { Row } from "./bubble.js";
import { unseen } from "./faces.js";

const NEAR = 90;

export class Feed {
  #rows = [];
  #at = new Map();
  #hands = null;
  #missed = 0;
  #stuck = true;

  /** `asks`: {reply(message), edit(message)}: what the little tools beside a bubble do. */
  constructor(asks) {
    this.list = el("div", { class: "feed-list" });
    this.scroller = el("div", { class: "feed", role: "log", "aria-live": "polite", "aria-relevant": "additions", tabindex: "0" }, this.list);
    this.toEnd = button({ class: "to-end round", hidden: true, on: { click: () => this.end(true) } }, icon("down"), unseen("To the newest message "), el("span", { class: "badge" }));
    this.dots = el("div", { class: "row their typing", hidden: true, "data-testid": "typing" }, el("div", { class: "bubble" }, el("i"), el("i"), el("i")));
    this.node = el("div", { class: "feed-frame" }, this.scroller, this.toEnd);
    this.#tools(asks);
    this.#watch();
  }

  show(history, hands) {
    this.#hands = hands;
    this.#rows = [];
    this.#at.clear();
    this.scroller.setAttribute("aria-busy", "true");
    this.tools.remove();
    this.list.replaceChildren();
    const fragment = document.createDocumentFragment();
    for (const message of history) this.#append(message, fragment);
    this.list.append(fragment, this.dots);
    this.dots.hidden = true;
    this.#missed = 0;
    this.end();
    requestAnimationFrame(() => {
      this.end();
      this.scroller.removeAttribute("aria-busy");
    });
  }

  #append(message, fragment) {
    const host = this.#albumOf(message);
    if (host) host.take(message);
    else {
      const row = new Row(message, this.#hands);
      row.join(this.#rows.at(-1));
      this.#rows.push(row);
      fragment.append(row.node);
    }
    this.#at.set(message.message_id, host ?? this.#rows.at(-1));
  }

  take(message) {
    const row = this.#at.get(message.message_id);
    if (message.deleted) return row && this.#remove(row, message.message_id);
    if (!row) return this.#insert(message);
    row.take(message);
    if (message.edited) row.glow();
    this.#settle();
  }

  #insert(message) {
    const host = this.#albumOf(message);
    if (host) {
      host.take(message);
      this.#at.set(message.message_id, host);
      return this.#settle();
    }
    let place = this.#rows.length;
    while (place > 0 && this.#rows[place - 1].first.message_id > message.message_id) place -= 1;
    const row = new Row(message, this.#hands);
    this.list.insertBefore(row.node, this.#rows[place]?.node ?? this.dots);
    this.#rows.splice(place, 0, row);
    this.#at.set(message.message_id, row);
    row.node.classList.add("arriving");
    this.#joinFrom(place);
    if (message.from === "bot") this.typing(false);
    if (row.own) this.end();
    else if (this.#stuck) this.#settle();
    else this.#miss(1);
  }

  #albumOf(message) {
    if (!message.album) return null;
    return this.#rows.slice(-12).reverse().find((row) => row.first.album === message.album) ?? null;
  }

  #remove(row, message_id) {
    this.#at.delete(message_id);
    if (row.drop(message_id)) return;
    const place = this.#rows.indexOf(row);
    this.#rows.splice(place, 1);
    this.#joinFrom(place);
    if (row.article.contains(this.tools)) this.tools.remove();
    row.leave(() => row.node.remove());
  }

  #joinFrom(place) {
    for (const index of [place, place + 1]) this.#rows[index]?.join(this.#rows[index - 1]);
  }

  typing(on) {
    this.dots.hidden = !on;
    this.#settle();
  }

  goTo(message_id) {
    const row = this.#at.get(message_id);
    if (!row) return;
    row.article.scrollIntoView({ block: "center", behavior: "smooth" });
    row.glow();
  }

  end(smooth = false) {
    this.#stuck = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.#miss(0);
  }

  #settle() {
    if (this.#stuck) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  #miss(more) {
    this.#missed = more ? this.#missed + more : 0;
    const count = this.toEnd.querySelector(".badge");
    count.textContent = this.#missed;
    count.hidden = !this.#missed;
  }

  #watch() {
    let size = "";
    this.scroller.addEventListener("scroll", () => {
      const before = size;
      size = `${this.scroller.scrollHeight}/${this.scroller.clientHeight}`;
      if (this.#stuck && before !== size) return this.#settle();
      const left = this.scroller.scrollHeight - this.scroller.clientHeight - this.scroller.scrollTop;
      this.#stuck = left < NEAR;
      this.toEnd.hidden = this.#stuck;
      if (this.#stuck) this.#miss(0);
    }, { passive: true });
    const sizes = new ResizeObserver(() => this.#settle());
    sizes.observe(this.scroller);
    sizes.observe(this.list);
    this.list.addEventListener("click", (event) => this.#clicked(event));
    this.list.addEventListener("keydown", (event) => {
      if (["Enter", " "].includes(event.key) && event.target.matches(".spoiler")) this.#reveal(event);
    });
    this.scroller.addEventListener("keydown", (event) => this.#walk(event));
  }

  #clicked(event) {
    const hidden = event.target.closest(".spoiler:not(.shown)");
    if (hidden) return this.#reveal(event, hidden);
    const command = event.target.closest(".said-command");
    if (command) return this.#hands.say(command.textContent);
    const link = event.target.closest(".slot-text a");
    if (!link) return;
    const into = this.#hands.startsBot(link.href);
    if (into || link.protocol === "tg:") event.preventDefault();
    if (into) this.#hands.follow(link.href);
  }

  #reveal(event, node = event.target) {
    event.preventDefault();
    node.classList.add("shown");
    node.removeAttribute("aria-label");
  }

  /** Arrow keys walk from message to message. */
  #walk(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const from = this.#rows.findIndex((row) => row.article === document.activeElement);
    if (!step || (from < 0 && event.target !== this.scroller)) return;
    const row = this.#rows[from < 0 ? this.#rows.length - 1 : from + step];
    if (!row) return;
    event.preventDefault();
    row.article.focus();
  }

  #tools(asks) {
    const about = () => this.#at.get(Number(this.tools.closest(".message").dataset.messageId))?.first;
    const reply = button({ class: "tool", "aria-label": "Reply", "data-testid": "reply", on: { click: () => asks.reply(about()) } }, icon("reply"));
    const edit = button({ class: "tool", "aria-label": "Edit", "data-testid": "edit", on: { click: () => asks.edit(about()) } }, icon("edit"));
    this.tools = el("div", { class: "tools" }, reply, edit);
    const near = (event) => {
      const article = event.target.closest?.(".message");
      const row = article && this.#at.get(Number(article.dataset.messageId));
      if (!row || row.first.kind === "service" || article.contains(this.tools)) return;
      edit.hidden = !row.own || row.first.kind !== "text";
      article.append(this.tools);
    };
    this.list.addEventListener("pointerover", near);
    this.list.addEventListener("focusin", near);
  }

  /** The newest own text, for the arrow-up habit of editing. */
  get lastOwn() {
    return this.#rows.findLast((row) => row.own && row.first.kind === "text")?.first ?? null;
  }
}

