/** Little round portraits: initials, drawn and not written, on a colour that stays with who it is. */

import { el } from "./dom.js";

const TINTS = 8;

export function tint(id) {
  return `tint-${Math.abs(Number(id)) % TINTS}`;
}

export function face(id, name, more = "") {
  if (id === "bot") return el("span", { class: `face face-bot ${more}`, "aria-hidden": "true", "data-letters": "R4" });
  return el("span", { class: `face ${tint(id)} ${more}`, "aria-hidden": "true", "data-letters": initials(name) });
}

/** Two letters, or one where the two would be of different scripts. */
function initials(name) {
  const [one, other = ""] = name.split(/\s+/).map((word) => [...word][0] ?? "");
  const latin = (letter) => /\p{Script=Latin}/u.test(letter);
  return (latin(one) && latin(other) ? one + other : one).toUpperCase();
}

/** Count of what was not looked at; quiet when nothing of it rang. */
export function badge(unread) {
  const node = el("span", { class: "badge", dir: "ltr", "data-testid": "badge", hidden: !unread.count });
  node.append(unread.count > 99 ? "99+" : String(unread.count), unseen(" unread"));
  node.classList.toggle("quiet", !unread.loud);
  return node;
}

/** Words for those who hear the page; the eye has another sign of them. */
export function unseen(text) {
  return el("span", { class: "unseen", text });
}
