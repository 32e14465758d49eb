/** What the page knows: people, chats, messages, the clock. Tells its listeners what changed. */

import { fetchState, listen } from "./backend.js";
import { safeLink } from "./safe.js";

export class World {
  bot = { username: "", name: "R4" };
  people = new Map();
  chats = new Map();
  messages = new Map();
  clock = null;
  suggested = [];
  #ears = new Map();

  on(name, ear) {
    if (!this.#ears.has(name)) this.#ears.set(name, new Set());
    this.#ears.get(name).add(ear);
    return () => this.#ears.get(name).delete(ear);
  }

  tell(name, data, more) {
    for (const ear of this.#ears.get(name) ?? []) ear(data, more);
  }

  /** Opens the stream first and keeps what it says until the state is there: no gap between the two. */
  async start() {
    let waiting = [];
    listen({
      heard: (name, data) => (waiting ? waiting.push([name, data]) : this.#heard(name, data)),
      lost: () => this.tell("line", false),
      back: () => this.#catchUp(),
    });
    this.#take(await fetchState());
    const early = waiting;
    waiting = null;
    for (const [name, data] of early) this.#heard(name, data);
  }

  async #catchUp() {
    try {
      await this.refetch();
      this.tell("line", true);
    } catch {
      setTimeout(() => this.#catchUp(), 1500);
    }
  }

  /** Compares with the sandbox and tells every difference. */
  async refetch() {
    const state = await fetchState();
    const held = new Map([...this.messages].map(([chat, known]) => [chat, new Set(known.keys())]));
    this.#facts(state);
    for (const message of state.messages) {
      held.get(message.chat_id)?.delete(message.message_id);
      this.#message(message);
    }
    for (const [chat_id, ids] of held) {
      for (const message_id of ids) this.#message({ chat_id, message_id, deleted: true });
    }
    this.tell("people");
    for (const chat of this.chats.values()) this.tell("chat", chat);
    this.tell("clock", this.clock);
  }

  #take(state) {
    this.#facts(state);
    for (const message of state.messages) {
      if (!message.deleted) this.#shelf(message.chat_id).set(message.message_id, message);
    }
  }

  #facts(state) {
    this.bot = state.bot;
    this.people = new Map(state.people.map((person) => [person.id, person]));
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    this.clock = state.clock;
    this.suggested = state.phones ?? [];
  }

  #shelf(chat) {
    if (!this.messages.has(chat)) this.messages.set(chat, new Map());
    return this.messages.get(chat);
  }

  #heard(name, data) {
    if (name === "message") this.#message(data);
    else if (name === "chat") {
      this.chats.set(data.id, data);
      this.tell("chat", data);
    } else if (name === "people") {
      for (const person of [data.people ?? data].flat()) this.people.set(person.id, person);
      this.tell("people");
    } else if (name === "clock") {
      this.clock = data;
      this.tell("clock", data);
    } else this.tell(name, data);
  }

  #message(message) {
    const shelf = this.#shelf(message.chat_id);
    const before = shelf.get(message.message_id);
    if (message.deleted) shelf.delete(message.message_id);
    else shelf.set(message.message_id, message);
    if (message.deleted ? !before : JSON.stringify(message) === JSON.stringify(before)) return;
    this.tell("message", message, before);
  }

  /** Messages of a chat, oldest first; of one topic where one is named. */
  history(chat, topic = null) {
    const all = [...(this.messages.get(chat)?.values() ?? [])].sort((a, b) => a.message_id - b.message_id);
    return topic === null ? all : all.filter((message) => message.topic === topic);
  }

  find(chat, message) {
    return this.messages.get(chat)?.get(message) ?? null;
  }

  chatsOf(person) {
    const mine = [...this.chats.values()].filter((chat) => chat.members.includes(person));
    return mine.sort((a, b) => Number(a.type !== "private") - Number(b.type !== "private"));
  }

  privateChat(person) {
    return this.chatsOf(person).find((chat) => chat.type === "private") ?? null;
  }

  /** Commands of the "/" menu as this person sees it in this chat. */
  commandsFor(person, chat) {
    return this.people.get(person)?.commands ?? this.chats.get(chat)?.commands ?? this.bot.commands ?? [];
  }

  /** The reply keyboard that this person has in this chat, or null. */
  keyboardFor(person, chat) {
    const held = this.chats.get(chat)?.keyboard;
    return held?.rows ? held : held?.[person] ?? null;
  }

  nameOf(author) {
    if (author === "bot") return this.bot.name;
    const person = this.people.get(author);
    return person ? fullName(person) : "Someone";
  }

  /** The payload of a link into the bot's private chat (`t.me/<bot>?start=x`), or null. */
  startOf(address) {
    try {
      const url = new URL(safeLink(address));
      const bot = url.protocol === "tg:" ? url.searchParams.get("domain") : url.pathname.slice(1);
      const telegram = ["t.me", "telegram.me"].includes(url.hostname) || url.protocol === "tg:";
      if (!telegram || bot?.toLowerCase() !== this.bot.username.toLowerCase()) return null;
      return url.searchParams.get("start") ?? "";
    } catch {
      return null;
    }
  }
}

export function fullName(person) {
  return [person.first_name, person.last_name].filter(Boolean).join(" ");
}
