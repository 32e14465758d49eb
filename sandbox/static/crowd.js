/** The people on no phone right now, with what waits for them. */

import { button, el, redraw } from "./dom.js";
import { badge, face, unseen } from "./faces.js";
import { fullName } from "./world.js";

export class Crowd {
  /** `shown()`: ids of the people on phones; `put(id)`: give this person a phone. */
  constructor(node, world, unread, { shown, put }) {
    this.draw = () => {
      const on = new Set(shown());
      const people = [...world.people.values()]
        .filter((person) => !on.has(person.id))
        .map((person) => ({ id: person.id, key: person.key, name: fullName(person), first: person.first_name, title: person.title, unread: unread.of(person.id) }));
      node.hidden = !people.length;
      redraw(node, people, () => people.map((person) => this.#one(person, put)));
    };
    for (const change of ["people", "unread"]) world.on(change, this.draw);
  }

  #one({ id, key, name, first, title, unread }, put) {
    const rest = [name.slice(first.length), title && `, ${title}`].filter(Boolean).join("");
    return button(
      { class: "crowd-one", title: [name, title].filter(Boolean).join(" · "), "data-testid": `crowd-${key ?? id}`, on: { click: () => put(id) } },
      face(id, name),
      el("span", { class: "crowd-name", dir: "auto", text: first }),
      unseen(`${rest}: put on a phone `),
      badge(unread),
    );
  }
}
