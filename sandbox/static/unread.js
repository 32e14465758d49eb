/** Who has not yet looked at what: one count per person, chat and topic. */

import { keep } from "./dom.js";

export class Unread {
  #counts = new Map();
  #seen = keep.read("seen", {});
  #world;
  #shows;

  /** `shows(person, chat, topic)`: is this on a phone right now? */
  constructor(world, shows) {
    this.#world = world;
    this.#shows = shows;
    world.on("message", (message, before) => {
      if (!before && !message.deleted && counts(message)) this.#arrived(message);
      if (message.deleted) this.#vanished(message);
    });
  }

  begin() {
    for (const chat of this.#world.chats.values()) {
      const history = this.#world.history(chat.id);
      const newest = history.at(-1)?.message_id ?? 0;
      for (const message of history.filter(counts)) {
        for (const person of chat.members) {
          const seen = this.#seen[key(person, message)] ?? 0;
          if (message.from !== person && message.message_id > (seen > newest ? 0 : seen)) this.#add(person, message);
        }
      }
    }
  }

  #arrived(message) {
    const chat = this.#world.chats.get(message.chat_id);
    for (const person of chat?.members ?? []) {
      if (message.from === person) continue;
      if (this.#shows(person, message.chat_id, message.topic)) this.#remember(person, message);
      else this.#add(person, message);
    }
    keep.write("seen", this.#seen);
    this.#world.tell("unread");
  }

  #vanished(message) {
    for (const waiting of this.#counts.values()) {
      if (waiting.chat === message.chat_id) waiting.ids.delete(message.message_id);
    }
    this.#world.tell("unread");
  }

  #add(person, message) {
    const place = key(person, message);
    if (!this.#counts.has(place)) {
      this.#counts.set(place, { person, chat: message.chat_id, topic: message.topic ?? null, ids: new Map() });
    }
    this.#counts.get(place).ids.set(message.message_id, !message.silent);
  }

  #remember(person, message) {
    const place = key(person, message);
    this.#seen[place] = Math.max(this.#seen[place] ?? 0, message.message_id);
  }

  /** A phone shows this chat now; with `topic` null all of its topics. */
  looked(person, chat, topic = null) {
    for (const [place, waiting] of this.#counts) {
      if (waiting.person !== person || waiting.chat !== chat) continue;
      if (topic === null || waiting.topic === topic) this.#counts.delete(place);
    }
    for (const message of this.#world.history(chat, topic)) this.#remember(person, message);
    keep.write("seen", this.#seen);
    this.#world.tell("unread");
  }

  of(person, chat = null, topic = null) {
    let count = 0;
    let loud = false;
    for (const waiting of this.#counts.values()) {
      if (waiting.person !== person || (chat !== null && waiting.chat !== chat)) continue;
      if (topic !== null && waiting.topic !== topic) continue;
      count += waiting.ids.size;
      loud ||= [...waiting.ids.values()].some(Boolean);
    }
    return { count, loud };
  }
}

function counts(message) {
  return message.kind !== "service";
}

function key(person, message) {
  return `${person}:${message.chat_id}:${message.topic ?? ""}`;
}
