/** The server's HTML, taken apart and built anew from a short list of harmless elements. */

const KEPT = {
  B: "b", STRONG: "b", I: "i", EM: "i", U: "u", INS: "u", S: "s", STRIKE: "s", DEL: "s",
  CODE: "code", PRE: "pre", BLOCKQUOTE: "blockquote", BR: "br", A: "a",
  "TG-SPOILER": "spoiler",
};
const DROPPED = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "EMBED", "SVG", "MATH", "NOSCRIPT", "TEXTAREA", "TITLE"]);
const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);
const DEEPEST = 40;

export function safeFragment(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const fragment = document.createDocumentFragment();
  copyChildren(parsed.body, fragment, 0);
  return fragment;
}

export function safeLink(href) {
  try {
    const url = new URL(/^(t|telegram)\.me\//i.test(href) ? `https://${href}` : href);
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function copyChildren(from, to, depth) {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.append(child.data);
    else if (child.nodeType === Node.ELEMENT_NODE && !DROPPED.has(child.nodeName.toUpperCase())) {
      copyElement(child, to, depth);
    }
  }
}

function copyElement(from, to, depth) {
  const into = depth < DEEPEST ? counterpart(from) : null;
  copyChildren(from, into ?? to, depth + 1);
  if (into) to.append(into);
}

function counterpart(from) {
  const name = from.nodeName === "SPAN" && from.className === "tg-spoiler" ? "spoiler" : KEPT[from.nodeName];
  if (name === "a") return link(from.getAttribute("href"));
  if (name === "spoiler") return spoiler();
  return name ? document.createElement(name) : null;
}

function link(href) {
  const address = safeLink(href);
  if (!address) return null;
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer nofollow";
  return anchor;
}

function spoiler() {
  const node = document.createElement("span");
  node.className = "spoiler";
  node.tabIndex = 0;
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", "Hidden text: show");
  return node;
}
