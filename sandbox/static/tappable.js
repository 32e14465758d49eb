/** Commands inside words (`/status`) become tappable, as in Telegram. */

import { button } from "./dom.js";

const COMMAND = /(?<![\w/:.<])\/[a-z][a-z0-9_]{1,31}(?![\w/])/g;

export function tappableCommands(fragment) {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (!text.parentElement?.closest("a, code, pre, .spoiler")) split(text);
  }
  return fragment;
}

function split(text) {
  const pieces = [];
  let from = 0;
  for (const found of text.data.matchAll(COMMAND)) {
    pieces.push(text.data.slice(from, found.index), button({ class: "said-command", text: found[0] }));
    from = found.index + found[0].length;
  }
  if (pieces.length) text.replaceWith(...pieces, text.data.slice(from));
}
