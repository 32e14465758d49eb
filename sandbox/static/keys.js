/** Inline buttons under a message, and the keyboard that takes the place of typing. */

import { button, el, icon } from "./dom.js";
import { outside } from "./parts.js";

const STYLES = new Set(["primary", "success", "danger"]);

export function inlineKeys(rows, message, hands) {
  return rows.map((row, line) =>
    el("div", { class: "keys-row" }, row.map((key, column) => inlineKey(key, line, column, message, hands))),
  );
}

function inlineKey(key, row, col, message, hands) {
  const leaves = key.url && !hands.startsBot(key.url);
  const node = button(
    {
      class: "key",
      "data-testid": "btn",
      "data-style": STYLES.has(key.style) ? key.style : null,
      "data-row": String(row),
      "data-col": String(col),
      title: key.url ?? null,
    },
    el("span", { dir: "auto", text: key.text }),
    leaves && icon("open"),
  );
  node.addEventListener("click", () => (leaves ? outside(key.url) : press(node, () => hands.tap(message, row, col, key))));
  return node;
}

/** Shows that a tap is on its way, until it was taken. */
export async function press(node, act) {
  node.setAttribute("aria-busy", "true");
  try {
    await act();
  } finally {
    node.removeAttribute("aria-busy");
  }
}

const SIGNS = { contact: "person", location: "pin" };

export function replyKeys(keyboard, pressed) {
  return keyboard.rows.map((row, line) =>
    el(
      "div",
      { class: "keys-row" },
      row.map((key, column) => {
        const node = button(
          { class: "key reply-key", "data-testid": "key", "data-kind": key.kind ?? "text", "data-style": STYLES.has(key.style) ? key.style : null },
          SIGNS[key.kind] && icon(SIGNS[key.kind]),
          el("span", { dir: "auto", text: key.text }),
        );
        node.addEventListener("click", () => press(node, () => pressed(line, column, key.text)));
        return node;
      }),
    ),
  );
}
