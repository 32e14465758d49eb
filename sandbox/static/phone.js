/** One phone: who holds it, which chat is open, and everything that can be done on it. */

import * as backend from "./backend.js";
import { ChatBar } from "./chatbar.js";
import { Composer } from "./composer.js";
import { button, el, icon } from "./dom.js";
import { face } from "./faces.js";
import { Feed } from "./feed.js";
import { attachments, commandList, newPerson, openAs, peopleList } from "./menus.js";
import { Sheet } from "./sheet.js";
import { Toasts } from "./toasts.js";
import { fullName } from "./world.js";

export class Phone {
  person = null;
  chat = null;
  topic = null;
  #world;
  #unread;
  #hooks;
  #drafts = new Map();
  #typing = null;

  /** `hooks`: {open(what): the large view, moved(): the phone shows something else, wants(person): put this person on a phone}. */
  constructor(index, world, unread, hooks) {
    this.index = index;
    this.#world = world;
    this.#unread = unread;
    this.#hooks = hooks;
    this.#build(index);
    this.#follow();
  }

  #build(index) {
    this.feed = new Feed({ reply: (message) => this.composer.reply(message), edit: (message) => this.composer.edit(message) });
    this.composer = new Composer(index, this.#acts());
    this.holder = button({ class: "holder", "data-testid": `holder-${index}`, "aria-haspopup": "dialog", on: { click: () => this.#people() } });
    this.time = el("time", { class: "status-time" });
    this.bar = new ChatBar(this.#world, this.#unread, (chat, topic) => this.hold(this.person, chat, topic));
    this.welcome = el("div", { class: "welcome", hidden: true });
    this.feed.node.append(this.welcome);
    this.device = el(
      "div",
      { class: "device" },
      el("div", { class: "status", "aria-hidden": "true" }, this.time, el("span", { class: "status-signs" }, el("i", { class: "signal" }), el("i", { class: "battery" }))),
      ...this.bar.nodes, this.feed.node, this.composer.node,
    );
    this.toasts = new Toasts(this.feed.node);
    this.sheet = new Sheet(this.device);
    this.node = el("section", { class: "phone", "data-testid": `phone-${index}` }, this.holder, el("div", { class: "case" }, this.device));
    this.#takeDrops();
  }

  #acts() {
    const gone = (act) => () => {
      this.sheet.close();
      return this.#try(act);
    };
    this.attach = {
      photos: (count) => gone(() => backend.sendPhotos(this.who, count))(),
      emptied: gone(() => backend.sendEmptied(this.who)),
      files: (files) => gone(() => backend.upload(this.who, files))(),
      location: gone(() => backend.sendLocation(this.who)),
      contact: gone(() => backend.sendContact(this.who)),
      voice: gone(() => backend.sendVoice(this.who)),
      sticker: gone(() => backend.sendSticker(this.who)),
    };
    return {
      say: (text, reply_to) => this.#try(() => backend.say(this.who, text, reply_to ? { reply_to } : {})),
      edit: (message_id, text) => this.#try(() => backend.edit(this.who, message_id, text)),
      attach: () => this.sheet.show("Attach", attachments(this.attach)),
      commands: () => this.sheet.show("Commands", commandList(this.#world.commandsFor(this.person, this.chat), (words) => gone(() => backend.say(this.who, words))())),
      key: (row, col, text) => this.#try(() => backend.pressKey(this.who, row, col, text)),
      files: this.attach.files,
      lastOwn: () => this.feed.lastOwn,
    };
  }

  get who() {
    const where = { person: this.person, chat: this.chat };
    return this.topic === null ? where : { ...where, topic: this.topic };
  }

  /** Does it and says so; where it fails, says why on this phone. */
  async #try(act) {
    try {
      await act();
      return true;
    } catch (fault) {
      this.toasts.show(fault.message, true);
      return false;
    }
  }

  setTime(words) {
    if (this.time.textContent !== words) this.time.textContent = words;
  }

  shows(person, chat, topic) {
    if (this.person !== person || this.chat !== chat) return false;
    return this.topic === null || this.topic === (topic ?? null);
  }

  hold(person, chat = null, topic = null) {
    if (this.chat !== null) this.#drafts.set(`${this.person}:${this.chat}`, this.composer.draft);
    this.sheet.close();
    this.composer.plain();
    this.toasts.clear();
    this.person = person;
    this.chat = chat ?? this.#world.privateChat(person)?.id ?? null;
    this.topic = topic;
    this.composer.draft = this.#drafts.get(`${this.person}:${this.chat}`) ?? "";
    this.feed.show(this.#world.history(this.chat, topic), this.#hands());
    this.#unread.looked(this.person, this.chat, topic);
    this.refresh();
    this.#hooks.moved();
  }

  refresh() {
    const person = this.#world.people.get(this.person);
    if (!person) return;
    this.node.dir = person.rtl ? "rtl" : "ltr";
    this.node.setAttribute("aria-label", `Phone of ${fullName(person)}${person.title ? `, ${person.title}` : ""}`);
    this.#drawHolder(person);
    this.bar.draw(this);
    this.#drawWelcome();
    this.composer.setCommands(this.#world.commandsFor(this.person, this.chat).length);
    this.composer.setKeyboard(this.#world.keyboardFor(this.person, this.chat));
  }

  #drawHolder(person) {
    this.holder.replaceChildren(
      face(person.id, fullName(person)),
      el("span", { class: "holder-words" }, el("b", { dir: "auto", text: fullName(person) }), el("small", { text: person.blocked ? "has blocked the bot" : person.title || "guest" })),
      el("span", { class: "holder-change" }, "switch", icon("chevron")),
    );
  }

  #drawWelcome() {
    const chat = this.#world.chats.get(this.chat);
    const empty = Boolean(chat) && !this.#world.messages.get(this.chat)?.size;
    const facts = empty ? `${this.chat}` : "";
    if (this.welcome.dataset.facts === facts) return;
    this.welcome.dataset.facts = facts;
    this.welcome.hidden = !empty;
    this.welcome.replaceChildren(...(empty ? this.#welcome(chat) : []));
  }

  #welcome({ id, type, title }) {
    const bot = type === "private";
    const name = bot ? this.#world.bot.name : title;
    const words = bot ? "Nothing was said here yet. A bot waits until you write to it." : "Nothing was said in this group yet.";
    const start = () => this.#try(() => backend.say(this.who, "/start"));
    return [
      face(bot ? "bot" : id, name, "face-large"),
      el("b", { dir: "auto", text: name }),
      el("p", { text: words }),
      bot && button({ class: "key start", "data-style": "success", "data-testid": `start-${this.index}`, text: "Start", on: { click: start } }),
    ].filter(Boolean);
  }

  #hands() {
    const world = this.#world;
    const chat = world.chats.get(this.chat);
    const named = new Map((chat?.topics ?? []).map(({ id, name }) => [id, name]));
    return {
      me: this.person,
      group: chat?.type !== "private",
      nameOf: (author) => world.nameOf(author),
      find: (message_id) => world.find(this.chat, message_id),
      topicName: (topic) => (this.topic === null ? named.get(topic) ?? null : null),
      open: this.#hooks.open,
      goTo: (message_id) => this.feed.goTo(message_id),
      startsBot: (address) => world.startOf(address) !== null,
      say: (words) => this.#try(() => backend.say(this.who, words)),
      follow: (address) => this.#openAs(world.startOf(address)),
      tap: (message, row, col, key) => this.#tap(message, row, col, key),
    };
  }

  async #tap(message, row, col, key) {
    const done = await this.#try(() => backend.tap(this.who, message.message_id, row, col, key.text));
    if (!done) return null;
    if (!key.url) return this.#answered(message);
    const home = this.#world.privateChat(this.person)?.id;
    return home && this.chat !== home ? this.hold(this.person, home) : null;
  }

  /** Until the bot has answered the tap, or a few seconds without a word. */
  #answered({ chat_id, message_id }) {
    const { person } = this;
    return new Promise((done) => {
      const offs = [
        this.#world.on("toast", (toast) => toast.person === person && end()),
        this.#world.on("message", (message) => message.chat_id === chat_id && message.message_id === message_id && end()),
      ];
      const late = setTimeout(() => end(), 4000);
      const end = () => {
        clearTimeout(late);
        for (const off of offs) off();
        done();
      };
    });
  }

  #openAs(payload) {
    const current = this.#world.people.get(this.person);
    this.sheet.show("Who opens this link?", openAs([...this.#world.people.values()], current, async (person) => {
      this.sheet.close();
      const chat = this.#world.privateChat(person)?.id;
      const done = await this.#try(() => backend.say({ person, chat }, `/start ${payload}`.trim()));
      if (done) person === this.person ? this.hold(person, chat) : this.#hooks.wants(person);
    }));
  }

  #people() {
    const current = this.#world.people.get(this.person);
    this.sheet.show("Whose phone is this?", peopleList([...this.#world.people.values()], current, this.#unread, {
      hold: (person) => this.hold(person),
      add: () => this.sheet.show("Someone new", newPerson((name, language) => this.#add(name, language))),
      block: (on) => this.#block(on),
    }));
  }

  async #add(name, language) {
    await this.#try(async () => {
      const made = await backend.addPerson(name, language);
      await this.#world.refetch();
      this.hold((made.person ?? made).id ?? made.person);
    });
  }

  async #block(on) {
    this.sheet.close();
    await this.#try(() => backend.block(this.person, on));
  }

  #follow() {
    this.#world.on("message", (message, before) => this.#heard(message, before));
    this.#world.on("chat", (chat) => chat.id === this.chat && this.refresh());
    this.#world.on("people", () => this.refresh());
    this.#world.on("unread", () => this.bar.drawBadges(this));
    this.#world.on("toast", ({ person, text, alert }) => {
      if (person !== this.person || !text) return;
      if (alert) this.sheet.alert(text);
      else this.toasts.show(text);
    });
    this.#world.on("typing", ({ chat, topic, action }) => this.shows(this.person, chat, topic) && this.#typed(action));
  }

  #heard(message, before) {
    if (!this.shows(this.person, message.chat_id, (before ?? message).topic)) return;
    if (message.from === "bot" && !message.edited) this.#typed(null);
    this.feed.take(message);
    this.#drawWelcome();
  }

  /** What the bot says it is doing; Telegram shows it for five seconds. */
  #typed(action) {
    clearTimeout(this.#typing);
    this.feed.typing(Boolean(action));
    this.bar.draw(this, action);
    if (action) this.#typing = setTimeout(() => this.#typed(null), 5000);
  }

  #takeDrops() {
    const hover = (on) => (event) => {
      event.preventDefault();
      this.device.classList.toggle("dropping", on);
    };
    this.device.addEventListener("dragover", hover(true));
    this.device.addEventListener("dragleave", hover(false));
    this.device.addEventListener("drop", (event) => {
      hover(false)(event);
      if (event.dataTransfer.files.length) this.attach.files([...event.dataTransfer.files]);
    });
  }
}
