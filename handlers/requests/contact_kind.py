"""The site contact: the client, an earlier contact, or a name and a number."""

import re
from collections.abc import Sequence

from domain.people import SiteContact
from handlers.conversation.given import Given, SharedContact, Tapped, Typed
from handlers.conversation.kind import OPEN, Facts, Json, Kind, Open, Option, Rejected, reject
from handlers.conversation.kinds import Text
from handlers.conversation.kinds.choice import said
from handlers.conversation.kinds.phone import Phone, show_phone
from handlers.words.catalogue import Say

ME = "me"
PAIR = 2
_NAME, _PHONE = Text(at_least=2, at_most=120, needs_letter=True), Phone()
_NUMBER = re.compile(
    r"(?:\b(?:t[ée]l(?:[ée]phone)?|port(?:able)?|mobile|phone)\b\s*\.?\s*:?\s*)?"
    r"\+?\(?\d[\d\s.\-–()/]{5,}\d",
    re.IGNORECASE,
)
_LOOSE = " ,;:·-–/\n"


def known(contacts: Sequence[SiteContact]) -> Json:
    """Write earlier contacts as an unfinished answer, one button each."""
    return {"known": [[contact.name, contact.phone] for contact in contacts]} if contacts else None


def written(contact: SiteContact | None) -> Json:
    """Write a contact as an answer; without one, the client opens the site."""
    return [contact.name, contact.phone] if contact else ME


class OnSite(Kind[SiteContact | None]):
    """None where it is the person who asks."""

    expects = "onsite"
    free_text = True
    columns = 1

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        match given:
            case Tapped(code=code):
                return _tapped(code, before)
            case SharedContact(own=True):
                return ME
            case SharedContact():
                name = f"{given.first_name} {given.last_name}".strip()
                return self._pair(name, _PHONE.read(given, None, facts), facts)
            case Typed(text):
                return self._typed(text, before, facts)
        return self.unexpected(given)

    def _typed(self, text: str, before: Json, facts: Facts) -> Json | Rejected:
        found = _NUMBER.search(text)
        begun = _begun(before)
        if found is None and begun is None:
            name = _NAME.read(Typed(text), None, facts)
            if isinstance(name, Rejected):
                return name
            return {"name": name, "known": [[*pair] for pair in _known(before)]}
        number = _PHONE.read(Typed(found[0] if found else text), None, facts)
        if isinstance(number, dict):  # nine digits: the 0 was forgotten
            number = number["open"]
        words = text.replace(found[0], " ").strip(_LOOSE) if found else ""
        return self._pair(words or begun or "", number, facts)

    def _pair(self, name: str, number: Json | Rejected, facts: Facts) -> Json | Rejected:
        if isinstance(number, Rejected):
            return number
        if not name:
            return reject("contact-nameless")
        read = _NAME.read(Typed(name), None, facts)
        return read if isinstance(read, Rejected) else [read, number]

    def load(self, raw: Json) -> SiteContact | Rejected | Open | None:
        if raw == ME:
            return None
        if isinstance(raw, dict):
            return OPEN
        if not isinstance(raw, list) or len(raw) != PAIR:
            return reject("not-offered")
        name, phone = _NAME.load(raw[0]), _PHONE.load(raw[1])
        if isinstance(name, Rejected):
            return name
        return phone if isinstance(phone, Rejected) else SiteContact(name, str(phone))

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        if _begun(before) is not None:
            return []
        shown = [
            Option(phone, text=f"👤 {name} · {show_phone(phone)}") for name, phone in _known(before)
        ]
        return [Option(ME, ".me", style="success"), *shown]

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        name = _begun(before)
        return [say("onsite-number", name=name)] if name else []

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        contact = self.load(raw)
        if isinstance(contact, SiteContact):
            return f"{contact.name}, {show_phone(contact.phone)}"
        return said(say, key, ME)

    def attributes(self) -> Sequence[str]:
        return (ME,)


def _tapped(code: str, before: Json) -> Json | Rejected:
    if code == ME:
        return ME
    chosen = next((pair for pair in _known(before) if pair[1] == code), None)
    return [*chosen] if chosen else reject("not-offered")


def _begun(before: Json) -> str | None:
    """Return the name whose number is still missing."""
    name = before.get("name") if isinstance(before, dict) else None
    return name if isinstance(name, str) else None


def _known(before: Json) -> list[list[str]]:
    pairs = before.get("known") if isinstance(before, dict) else None
    if not isinstance(pairs, list):
        return []
    return [[str(part) for part in pair] for pair in pairs if isinstance(pair, list)]
