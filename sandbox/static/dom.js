/** Small helpers to build the page; text enters the document only as text. */

export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") listen(node, value);
    else if (name === "text") node.textContent = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function button(props, ...children) {
  return el("button", { type: "button", ...props }, ...children);
}

function listen(node, handlers) {
  for (const [event, handler] of Object.entries(handlers)) node.addEventListener(event, handler);
}

const STROKES = {
  attach: "M20 11.5 12.3 19a5 5 0 0 1-7-7l8-7.8a3.4 3.4 0 0 1 4.8 4.8l-7.9 7.7a1.7 1.7 0 0 1-2.4-2.4l7-6.8",
  send: "M4 12 20 4l-5 16-3.5-6.5L4 12Zm7.5 1.5L20 4",
  down: "M12 5v14M6 13l6 6 6-6",
  chevron: "m7 10 5 5 5-5",
  close: "M6 6l12 12M18 6 6 18",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z",
  photo: "M4 6h16v13H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 9.5h.01",
  file: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
  pin: "M12 21s7-6.2 7-11.5a7 7 0 1 0-14 0C5 14.8 12 21 12 21ZM12 7.5a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6Z",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6",
  voice: "M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3",
  sticker: "M20 13A8.5 8.5 0 1 1 11 4c0 6 3 9 9 9Zm0 0-9-9M8.5 12h.01M9 15.5c1 1 2.5 1.3 4 .7",
  reply: "M9 7 4 12l5 5M4.5 12H14c3.5 0 6 2 6 6",
  edit: "M4 20h4L19 9l-4-4L4 16v4ZM13 7l4 4",
  keys: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10",
  muted: "M6 16.5V11a6 6 0 0 1 9.5-4.9M18 10v6.5H9.5M10.5 20h3M4 4l16 16",
  read: "m2.5 12.5 4 4 8-9M11 15.5l1.2 1 8-9",
  open: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  play: "M8 5v14l11-7Z",
  pause: "M8 5v14M16 5v14",
  plus: "M12 5v14M5 12h14",
  block: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM6 6l12 12",
  check: "m5 12.5 4.5 4.5L19 7",
  next: "M5 5v14l8-7ZM13 5v14l7-7Z",
  left: "m14 6-6 6 6 6",
  right: "m10 6 6 6-6 6",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", STROKES[name]);
  svg.append(path);
  return svg;
}

/** What this browser remembers between visits; works without storage too. */
export const keep = {
  read(name, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(`r4.${name}`)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(`r4.${name}`, JSON.stringify(value));
    } catch { /* nothing is kept */ }
  },
};

export const calm = matchMedia("(prefers-reduced-motion: reduce)");

const drawn = new WeakMap();

/** Fills a node anew only where the facts behind it changed; keeps the keyboard's place in it. */
export function redraw(node, facts, make) {
  const now = JSON.stringify(facts);
  if (drawn.get(node) === now) return;
  drawn.set(node, now);
  const place = [...node.children].indexOf(document.activeElement);
  node.replaceChildren(...make());
  if (place >= 0) node.children[place]?.focus({ preventScroll: true });
}
