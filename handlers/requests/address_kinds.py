"""Where a site is: address or pin, a known postcode, and the commune if it serves several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain import communes
from domain.communes import Commune
from domain.distances import is_served
from handlers.conversation.given import Given, SharedPlace, Tapped, Typed
from handlers.conversation.kind import (
    OPEN,
    Facts,
    Json,
    Kind,
    Open,
    Option,
    Rejected,
    reject,
)
from handlers.conversation.kinds import Location, MapPin, Postcode, Text
from handlers.conversation.pages import Pages, page_of
from handlers.conversation.signs import folded
from handlers.words.catalogue import Say

PAGE = "p."
AT_ONCE = 8
NORTH_SOUTH, WEST_EAST = (51.2, 41.3), (-5.3, 9.7)  # around mainland France and Corsica


_WITH_POSTCODE = re.compile(r"(?P<street>.+?)[\s,;-]+(?P<code>\d{5})(?!\d)(?P<town>.*)", re.DOTALL)
WORDS = Text(at_least=5, at_most=200, needs_letter=True)


_NOWHERE = re.compile(
    r"(?:(?:sur|au|le|la|du|a|on|at|the|notre|our|mon|my|ce|this|meme|same)\s+)*(?:chantier|site"
    r"|place|adresse|address|bureaux?|office|locaux|construction\s+site|building\s+site|ici|here)"
)


class SitePin(Location):
    """A point in mainland France, sent beside an address."""

    def keeps(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        return self.read(given, before, facts) if isinstance(given, SharedPlace) else None

    def load(self, raw: Json) -> MapPin | Rejected:
        place = super().load(raw)
        return reject("pin-abroad") if isinstance(place, MapPin) and _abroad(place) else place

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return f"📍 {super().show(raw, key, facts, say)}"


PIN = SitePin()


class Address(Kind[str | MapPin]):
    """Number and street in words, or a pin in mainland France."""

    expects = "address"
    free_text = True

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if isinstance(given, SharedPlace):
            return PIN.read(given, before, facts)
        if isinstance(given, Typed):
            return WORDS.read(given, before, facts)
        return self.unexpected(given)

    def keeps(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        return PIN.read(given, before, facts) if isinstance(given, SharedPlace) else None

    def load(self, raw: Json) -> str | MapPin | Rejected:
        if not isinstance(raw, list):
            words = WORDS.load(raw)
            vague = isinstance(words, str) and _NOWHERE.fullmatch(folded(words))
            return reject("address-vague") if vague else words
        return PIN.load(raw)

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return PIN.show(raw, key, facts, say) if isinstance(raw, list) else str(raw)


class SitePostcode(Postcode):
    """A postcode that serves a commune; a commune's name gives its postcodes."""

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if isinstance(given, Tapped):
            return given.code if given.code in _offered(before) else self.unexpected(given)
        raw = super().read(given, before, facts)
        if isinstance(raw, Rejected) and raw.code == "expected-postcode":
            return _of_name(given.text) or raw if isinstance(given, Typed) else raw
        return raw

    def load(self, raw: Json) -> str | Rejected | Open:  # type: ignore[override]
        if isinstance(raw, dict):
            return OPEN if _offered(raw) else reject("expected-postcode", got="other")
        code = super().load(raw)
        if isinstance(code, str) and not communes.of_postcode(code):
            return reject("postcode-unlisted", postcode=code)
        return code

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return [Option(code, text=_with_town(code)) for code in _offered(before)]

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        return [say("postcode-which")] if _offered(before) else []

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return _with_town(str(raw))


class CommuneOf(Kind[str]):
    """The INSEE code of one of the postcode's communes, tapped or written."""

    expects = "commune"
    columns = 2

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        served = communes.of_postcode(postcode_of(facts.so_far))
        match given:
            case Tapped(code) if code.startswith(PAGE) and code[len(PAGE) :].isdecimal():
                return {"page": int(code[len(PAGE) :])}
            case Tapped(code):
                return code if code in _codes(served) else reject("not-offered")
            case Typed(text):
                return _written(text, served) or reject("commune-unknown", commune=text[:60])
        return self.unexpected(given)

    def load(self, raw: Json) -> str | Rejected | Open:
        if isinstance(raw, dict):
            return OPEN
        known = isinstance(raw, str) and communes.find(raw) is not None
        return str(raw) if known else reject("not-offered")

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        served = communes.of_postcode(postcode_of(facts.so_far))
        pages = Pages(page_of(before), len(served), AT_ONCE)
        offered = (Option(commune.insee, text=commune.name) for commune in pages.of(served))
        return [*offered, *pages.options(PAGE)]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        found = communes.find(str(raw))
        return found.name if found else str(raw)

    def still(self, raw: Json, facts: Facts) -> Rejected | None:
        """Check the commune against the postcode, which may have changed."""
        served = communes.of_postcode(postcode_of(facts.so_far))
        return None if raw in _codes(served) else reject("not-offered")


def pinned(so_far: Any) -> bool:
    return isinstance(so_far.address, MapPin)


def postcode_unsaid(so_far: Any) -> bool:
    """Tell whether the address holds no postcode that we serve."""
    return _said(so_far.address) is None


def postcode_of(so_far: Any) -> str:
    """Return the postcode that was asked, or else the one in the address."""
    said = _said(so_far.address)
    return str(so_far.postcode) if said is None else said.postcode


def street_of(so_far: Any) -> str:
    """Return the address without its trailing postcode and town."""
    said = _said(so_far.address)
    return str(so_far.address) if said is None else said.street


def commune_of(so_far: Any) -> Commune:
    """Return the chosen commune, the one in the address, or the only possible one."""
    said = _said(so_far.address)
    chosen = communes.find(so_far.commune) if so_far.commune else said and said.commune
    return chosen or communes.of_postcode(postcode_of(so_far))[0]


def several_communes(so_far: Any) -> bool:
    said = _said(so_far.address)
    if said is not None and said.commune is not None:
        return False
    return len(communes.of_postcode(postcode_of(so_far))) > 1


@dataclass(frozen=True, slots=True)
class _Said:
    """The end of a written address: « 12 rue Hoche, 93500 Pantin »."""

    street: str
    postcode: str
    commune: Commune | None


def _said(address: str | MapPin) -> _Said | None:
    """Split an address; None if no postcode that we serve ends it."""
    found = _WITH_POSTCODE.fullmatch(address) if isinstance(address, str) else None
    if found is None:
        return None
    street, postcode = found["street"].strip(" ,;-"), found["code"]
    town, _, behind = found["town"].partition(",")
    street += f", {behind.strip()}" if behind.strip() else ""
    served = communes.of_postcode(postcode)
    code = SitePostcode().load(postcode)
    if isinstance(code, Rejected) or isinstance(WORDS.load(street), Rejected):
        return None
    meant = _written(town, served) if town.strip() else None
    if town.strip() and meant is None:
        return None
    only = served[0] if len(served) == 1 else None
    return _Said(street, postcode, communes.find(meant) if meant else only)


def _abroad(place: MapPin) -> bool:
    (north, south), (west, east) = NORTH_SOUTH, WEST_EAST
    return not (south <= place.latitude <= north and west <= place.longitude <= east)


def _of_name(text: str) -> Json:
    """Return the postcode of a named commune, or a few postcodes to choose from."""
    wanted = [
        code for commune in communes.named(text) for code in communes.postcodes_of(commune.insee)
    ]
    codes = [code for code in dict.fromkeys(wanted) if communes.is_mainland(code)]
    if len(codes) == 1:
        return codes[0]
    near_first = sorted(codes, key=lambda code: not is_served(code))
    return {"open": [*near_first]} if 0 < len(codes) <= AT_ONCE else None


def _written(text: str, served: Sequence[Commune]) -> str | None:
    """Find the one commune meant by its name, a former name, or a unique beginning."""
    meant = {commune.insee for commune in communes.named(text)}
    key = communes.name_key(text)
    begun = [
        commune.insee
        for commune in served
        if key and communes.name_key(commune.name).startswith(key)
    ]
    exact = [commune.insee for commune in served if commune.insee in meant]
    found = exact or begun
    return found[0] if len(found) == 1 else None


def _with_town(postcode: str) -> str:
    served = communes.of_postcode(postcode)
    return f"{postcode} {served[0].town}" if len(served) == 1 else postcode


def _codes(served: Sequence[Commune]) -> set[str]:
    return {commune.insee for commune in served}


def _offered(before: Json) -> list[str]:
    codes = before.get("open") if isinstance(before, dict) else None
    return [code for code in codes if isinstance(code, str)] if isinstance(codes, list) else []
