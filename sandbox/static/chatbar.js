/** The top of a phone's screen: the open chat, the other chats, the topics of a group. */

import { button, el, redraw } from "./dom.js";
import { badge, face } from "./faces.js";

const DOING = {
  upload_photo: "sending a photo…",
  upload_document: "sending a document…",
  upload_voice: "sending a voice message…",
  find_location: "looking for a place…",
};

export class ChatBar {
  #world;
  #unread;

  /** `go(chat, topic)` opens another chat or topic on this phone. */
  constructor(world, unread, go) {
    this.#world = world;
    this.#unread = unread;
    this.go = go;
    this.head = el("header", { class: "chat-head" });
    this.tabs = el("nav", { class: "tabs", "aria-label": "Chats" });
    this.topics = el("nav", { class: "topics", "aria-label": "Topics" });
  }

  get nodes() {
    return [this.head, this.tabs, this.topics];
  }

  /** `doing` is a chat action of the bot, as the Bot API names it. */
  draw(phone, doing = null) {
    this.#drawHead(phone, doing);
    this.drawBadges(phone);
  }

  drawBadges(phone) {
    this.#drawTabs(phone);
    this.#drawTopics(phone);
  }

  #drawHead(phone, doing) {
    const chat = this.#world.chats.get(phone.chat);
    const bot = chat?.type === "private";
    const title = bot ? this.#world.bot.name : chat?.title ?? "";
    const under = doing ? DOING[doing] ?? "typing…" : bot ? "bot" : `${(chat?.members.length ?? 0) + 1} members`;
    redraw(this.head, [phone.chat, title, under], () => [
      face(bot ? "bot" : phone.chat, title),
      el("span", { class: "chat-words" }, el("b", { dir: "auto", text: title }), el("small", { class: doing ? "is-typing" : null, text: under })),
    ]);
  }

  #drawTabs(phone) {
    const chats = this.#world.chatsOf(phone.person).map((chat) => ({
      id: chat.id,
      home: chat.type === "private",
      title: chat.type === "private" ? this.#world.bot.name : chat.title,
      unread: chat.id === phone.chat ? { count: 0 } : this.#unread.of(phone.person, chat.id),
    }));
    this.tabs.hidden = chats.length < 2;
    redraw(this.tabs, [phone.chat, chats], () => (chats.length < 2 ? [] : chats).map(({ id, home, title, unread }) =>
      button(
        { class: "tab", "data-testid": home ? "tab-private" : "tab-group", "aria-current": id === phone.chat ? "true" : null, on: { click: () => this.go(id, null) } },
        el("span", { dir: "auto", text: title }),
        badge(unread),
      )));
  }

  #drawTopics(phone) {
    const topics = (this.#world.chats.get(phone.chat)?.topics ?? []).map(({ id, name, closed }) => ({
      id,
      name: closed ? `${name} · closed` : name,
      unread: id === phone.topic || phone.topic === null ? { count: 0 } : this.#unread.of(phone.person, phone.chat, id),
    }));
    this.topics.hidden = !topics.length;
    redraw(this.topics, [phone.chat, phone.topic, topics], () => (topics.length ? [{ id: null, name: "All", unread: { count: 0 } }, ...topics] : []).map(({ id, name, unread }) =>
      button(
        { class: "topic", "data-testid": "topic", "aria-current": id === phone.topic ? "true" : null, on: { click: () => this.go(phone.chat, id) } },
        el("span", { dir: "auto", text: name }),
        badge(unread),
      )));
  }
}
