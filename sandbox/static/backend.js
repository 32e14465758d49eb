/** The page's way to the sandbox: two GETs, one stream of events, small POSTs. */

const EVENTS = ["message", "chat", "people", "toast", "clock", "typing"];

export const fetchState = () => read("/phones/state");
export const fetchClock = () => read("/clock");

async function read(path) {
  const answer = await fetch(path, { cache: "no-store" });
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}.`);
  return answer.json();
}

/** Calls `heard(event, data)`; `lost()` when the line drops, `back()` when it stands again. */
export function listen({ heard, lost, back }, again = false) {
  const source = new EventSource("/phones/events");
  let dropped = again;
  for (const name of EVENTS) {
    source.addEventListener(name, (event) => heard(name, JSON.parse(event.data)));
  }
  source.addEventListener("open", () => {
    if (dropped) back();
    dropped = false;
  });
  source.addEventListener("error", () => {
    dropped = true;
    lost();
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen({ heard, lost, back }, true), 1500);
  });
}

export async function post(path, body) {
  const form = body instanceof FormData;
  const answer = await fetch(path, {
    method: "POST",
    headers: { "X-Sandbox": "1", ...(form ? {} : { "Content-Type": "application/json" }) },
    body: form ? body : JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.error ?? said.description ?? `The sandbox answered ${answer.status}.`);
  return said;
}

export const say = (who, text, more = {}) => post("/phones/say", { ...who, text, ...more });
export const tap = (who, message_id, row, col, text) => post("/phones/tap", { ...who, message_id, row, col, text });
export const pressKey = (who, row, col, text) => post("/phones/key", { ...who, row, col, text });
export const edit = (who, message_id, text) => post("/phones/edit", { ...who, message_id, text });
export const sendPhotos = (who, count) => post("/phones/photos", { ...who, count });
export const sendEmptied = (who) => post("/phones/photos", { ...who, count: 2, emptied: true });
export const sendContact = (who) => post("/phones/contact", who);
export const sendLocation = (who) => post("/phones/location", who);
export const sendVoice = (who) => post("/phones/voice", who);
export const sendSticker = (who) => post("/phones/sticker", who);
export const block = (person, on) => post("/phones/block", { person, on });
export const addPerson = (first_name, language) => post("/phones/person", { first_name, language });
export const jump = (to) => post("/clock/jump", { to });

export function upload(who, files) {
  const form = new FormData();
  for (const [name, value] of Object.entries(who)) form.append(name, value);
  for (const file of files) form.append("files", file, file.name);
  return post("/phones/upload", form);
}
