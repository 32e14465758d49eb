/** What the sheets of a phone hold: attachments, commands, people, a new person, whose link it is. */

import { button, el, icon } from "./dom.js";
import { badge, face } from "./faces.js";
import { choice } from "./sheet.js";
import { fullName } from "./world.js";

const COUNTS = [1, 2, 3, 5, 8, 10];
const LANGUAGES = [
  ["fr", "Français"], ["en", "English"], ["ar", "العربية"], ["bn", "বাংলা"], ["es", "Español"], ["pt", "Português"],
  ["ro", "Română"], ["ta", "தமிழ்"], ["tr", "Türkçe"], ["uk", "Українська"],
];

const sign = (name) => el("span", { class: `sign sign-${name}` }, icon(name));
const body = (...content) => el("div", { class: "sheet-body" }, content);

/** `acts`: {photos(count), emptied(), files(list), location(), contact(), voice(), sticker()}. */
export function attachments(acts) {
  const counts = COUNTS.map((count) =>
    button({ class: "count", "data-testid": `photos-${count}`, "aria-label": `Send ${count} photos`, text: String(count), on: { click: () => acts.photos(count) } }),
  );
  const input = el("input", { type: "file", multiple: true, class: "unseen", tabindex: "-1", "data-testid": "file-input", "aria-label": "Files" });
  input.addEventListener("change", () => input.files.length && acts.files([...input.files]));
  const one = (name, words, small, act) => choice({ sign: sign(name), words, small, testid: `attach-${name}`, act });
  return body(
    el(
      "div",
      { class: "counts", role: "group", "aria-label": "Photos drawn for you" },
      sign("photo"),
      el("span", { class: "choice-words" }, "Photos", el("small", { text: "drawn for you; more than one is an album" })),
      el("span", { class: "counts-row" }, counts),
    ),
    choice({ sign: sign("photo"), words: "The same rooms, emptied", small: "two photos, for the end of a job", testid: "attach-emptied", act: acts.emptied }),
    one("file", "File from this computer", "photo, PDF, video…", () => input.click()),
    one("pin", "Location", null, acts.location),
    one("person", "My contact", null, acts.contact),
    one("voice", "Voice message", null, acts.voice),
    one("sticker", "Sticker", null, acts.sticker),
    input,
  );
}

export function commandList(commands, act) {
  return body(
    commands.map(({ command, description }) =>
      choice({ sign: el("b", { class: "command", dir: "ltr", text: `/${command}` }), words: description, testid: `command-${command}`, act: () => act(`/${command}`) }),
    ),
  );
}

/** `acts`: {hold(id), add(), block(on)}; `current` is the person whose phone this is. */
export function peopleList(people, current, unread, acts) {
  const lines = people.map((person) =>
    choice({
      sign: face(person.id, fullName(person)),
      words: fullName(person),
      small: person.deleted ? "account deleted" : person.title || "guest",
      end: person.id === current.id ? icon("check") : badge(unread.of(person.id)),
      chosen: person.id === current.id,
      testid: `person-${person.key ?? person.id}`,
      act: () => acts.hold(person.id),
    }),
  );
  const blocked = Boolean(current.blocked);
  return body(
    lines,
    el("hr"),
    choice({ sign: sign("plus"), words: "Someone new", small: "another client, say", testid: "person-new", act: acts.add }),
    choice({
      sign: sign("block"),
      words: blocked ? `Let the bot write to ${current.first_name} again` : `${current.first_name} blocks the bot`,
      small: blocked ? "it is blocked now" : "to see how it copes",
      testid: "person-block",
      act: () => acts.block(!blocked),
    }),
  );
}

export function newPerson(add) {
  const name = el("input", { name: "first_name", required: true, maxlength: "64", autocomplete: "off", "data-testid": "new-name" });
  const language = el("select", { name: "language", "data-testid": "new-language" }, LANGUAGES.map(([code, words]) => el("option", { value: code, text: words })));
  const form = el(
    "form",
    { class: "sheet-body new-person" },
    el("label", {}, "First name", name),
    el("label", {}, "Language of their Telegram", language),
    el("button", { type: "submit", class: "key", "data-style": "primary", "data-testid": "new-add", text: "Hand over the phone" }),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (name.value.trim()) add(name.value.trim(), language.value);
  });
  return form;
}

/** A link into the bot: it may be meant for somebody else (an invitation, say). */
export function openAs(people, current, act) {
  const own = people.filter((person) => person.id === current.id);
  const others = people.filter((person) => person.id !== current.id);
  return body(
    [...own, ...others].map((person) =>
      choice({
        sign: face(person.id, fullName(person)),
        words: fullName(person),
        small: person.id === current.id ? "on this phone" : person.title,
        testid: `open-as-${person.key ?? person.id}`,
        act: () => act(person.id),
      }),
    ),
  );
}
