/** What a message may carry besides words: pictures, documents, voice, places, contacts. */

import { button, el, icon } from "./dom.js";
import { face } from "./faces.js";
import { safeLink } from "./safe.js";
import { seconds, size } from "./times.js";

const ROWS = {
  1: [1], 2: [2], 3: [1, 2], 4: [2, 2], 5: [2, 3], 6: [3, 3], 7: [2, 2, 3], 8: [2, 3, 3], 9: [3, 3, 3], 10: [2, 2, 3, 3],
};

export function isPicture(message) {
  return Boolean(message.photo_url) && message.kind !== "sticker";
}

/** The carried part of a message, or of all messages of an album; null where there is none. */
export function carried(messages, open) {
  if (messages.length > 1 && messages.every(isPicture)) return album(messages, open);
  const made = messages.map((message) => part(message, open)).filter(Boolean);
  return made.length > 1 ? el("div", { class: "stack" }, made) : made[0] ?? null;
}

function part(message, open) {
  if (message.location) return place(message.location);
  if (message.contact) return contact(message.contact);
  if (message.kind === "sticker") return sticker(message);
  if (message.kind === "voice" || message.kind === "audio") return voice(message);
  if (message.kind === "video" && message.file) return video(message);
  if (isPicture(message)) return album([message], open);
  return message.file ? doc(message.file, open) : null;
}

function album(messages, open) {
  const pictures = messages.map((message) => ({ url: message.photo_url, name: message.file?.name ?? "Photo" }));
  const grid = el("div", { class: `album album-${messages.length}`, "data-testid": "album" });
  const spans = (ROWS[messages.length] ?? []).flatMap((count) => Array(count).fill(`span-${6 / count}`));
  messages.forEach((message, index) => {
    const label = message.caption || `Photo ${index + 1} of ${messages.length}`;
    grid.append(
      button(
        {
          class: `tile ${spans[index] ?? "span-2"}`,
          "data-testid": "photo",
          "data-part": message.message_id,
          "aria-label": `Open: ${label}`,
          on: { click: () => open({ pictures, index }) },
        },
        el("img", { src: message.photo_url, alt: "", loading: "lazy", decoding: "async", draggable: "false" }),
      ),
    );
  });
  return grid;
}

function doc(file, open) {
  const ending = /\.([a-z0-9]{1,4})$/i.exec(file.name ?? "")?.[1] ?? "file";
  const shown = /^(application\/pdf|image\/(jpeg|png|gif|webp))$/.test(file.mime ?? "");
  const look = (event) => {
    if (!shown || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(file.mime === "application/pdf" ? { file } : { pictures: [file], index: 0 });
  };
  return el(
    "a",
    { class: "doc", href: file.url, target: "_blank", rel: "noopener", "data-testid": "document", on: { click: look } },
    el("span", { class: `doc-mark doc-${ending.toLowerCase()}`, "aria-hidden": "true", text: ending.toUpperCase() }),
    el(
      "span",
      { class: "doc-words" },
      el("span", { class: "doc-name", dir: "auto", text: file.name ?? "Document" }),
      el("span", { class: "doc-size", dir: "ltr", text: [size(file.size), shown ? "open" : "download"].filter(Boolean).join(" · ") }),
    ),
  );
}

function place({ latitude, longitude }) {
  const words = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  const there = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return el(
    "a",
    { class: "place", href: there, target: "_blank", rel: "noopener noreferrer", "data-testid": "location" },
    el("span", { class: "map", "aria-hidden": "true" }, icon("pin")),
    el("span", { class: "place-words" }, "Location", el("small", { dir: "ltr", text: words })),
  );
}

function contact({ first_name, last_name, phone_number }) {
  const name = [first_name, last_name].filter(Boolean).join(" ");
  return el(
    "div",
    { class: "contact", "data-testid": "contact" },
    face(name.length * 3, name || "?"),
    el("span", { class: "contact-words" }, el("b", { dir: "auto", text: name }), el("small", { dir: "ltr", text: phone_number })),
  );
}

function sticker(message) {
  const picture = message.photo_url ?? (/^image\//.test(message.file?.mime ?? "") ? message.file.url : null);
  const words = message.sticker?.emoji ?? message.text ?? "👍";
  if (picture) return el("img", { class: "sticker", src: picture, alt: `Sticker ${words}`, "data-testid": "sticker" });
  return el("span", { class: "sticker sticker-word", role: "img", "aria-label": "Sticker", text: words });
}

function video(message) {
  return el("video", { class: "video", src: message.file.url, controls: true, preload: "none", "data-testid": "video" });
}

function voice(message) {
  const length = message.voice?.duration ?? message.duration ?? message.seconds ?? 0;
  const play = button({ class: "voice-play", "aria-label": "Play the voice message" }, icon("play"));
  const node = el(
    "div",
    { class: "voice", "data-testid": "voice" },
    play,
    el("span", { class: "wave", "aria-hidden": "true" }, waves(message.message_id)),
    el("small", { text: seconds(length) }),
  );
  play.addEventListener("click", () => playVoice(node, play, message.file?.url));
  return node;
}

function waves(seed) {
  return Array.from({ length: 22 }, (_, index) => {
    const level = (seed * 31 + index * index * 17 + index * 5) % 5;
    return el("i", { class: `level-${level}` });
  });
}

function playVoice(node, play, url) {
  const stop = () => {
    node.classList.remove("playing");
    play.replaceChildren(icon("play"));
  };
  if (!url || node.classList.contains("playing")) return stop();
  const sound = new Audio(url);
  node.classList.add("playing");
  play.replaceChildren(icon("pause"));
  play.addEventListener("click", () => sound.pause(), { once: true });
  for (const end of ["ended", "error", "pause"]) sound.addEventListener(end, stop, { once: true });
  sound.play().catch(stop);
}

export function outside(address) {
  const link = safeLink(address);
  if (link) window.open(link, "_blank", "noopener,noreferrer");
}
