"""Where something is: a pin on the map, a postcode."""

import re
import unicodedata
from dataclasses import dataclass

from handlers.conversation.given import Given, SharedPlace, Typed
from handlers.conversation.kind import Facts, Json, Kind, Rejected, reject
from handlers.conversation.signs import plain
from handlers.words.catalogue import Say

_POSTCODE = re.compile(r"(?:0[1-9]|[1-8]\d|9[0-58])\d{3}", re.ASCII)  # §10.2
_OVERSEAS = re.compile(r"9[78]\d{3}", re.ASCII)
_WRITTEN = re.compile(r"(?:f|fr)?[- ]?(?P<code>\d\d[ .]?\d{3})(?:[ ,]+[^\W\d].*)?", re.IGNORECASE)
_ALONE = re.compile(r"(?<!\d)\d{5}(?!\d)")
LONGEST = 200


@dataclass(frozen=True, slots=True)
class MapPin:
    """A point on the map, in degrees."""

    latitude: float
    longitude: float


class Location(Kind[MapPin]):
    """A pin, sent by the button that shares a place or from Telegram's own map."""

    expects = "place"
    keyboard = "location"

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, SharedPlace):
            return self.unexpected(given)
        return [given.latitude, given.longitude]

    def load(self, raw: Json) -> MapPin | Rejected:
        if not isinstance(raw, list) or len(raw) != 2:
            return reject("expected-place", got="other")
        latitude, longitude = raw
        if not _within(latitude, 90) or not _within(longitude, 180):
            return reject("expected-place", got="place")
        return MapPin(float(latitude), float(longitude))  # type: ignore[arg-type]

    def reopen(self, raw: Json) -> Json:
        return raw

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        place = self.load(raw)
        if isinstance(place, Rejected):
            return ""
        return f"{place.latitude:.5f}, {place.longitude:.5f}"


class Postcode(Kind[str]):
    """Five digits of a postcode of mainland France or Corsica (§10.2)."""

    expects = "postcode"
    free_text = True

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        return read_postcode(given.text) if isinstance(given, Typed) else self.unexpected(given)

    def load(self, raw: Json) -> str | Rejected:
        if not isinstance(raw, str):
            return reject("expected-postcode", got="other")
        return _fault(raw) or raw


def read_postcode(text: str) -> str | Rejected:
    """Read "93200", "93 200", "93200 Saint-Denis", or the only five digits of an address."""
    written_out = " ".join(plain(text).split())[:LONGEST]
    found = _WRITTEN.fullmatch(written_out)
    written = [found["code"]] if found else _ALONE.findall(written_out)
    if len(written) != 1:
        foreign = any(one.isdecimal() for one in written_out)
        return reject("postcode-foreign" if foreign else "expected-postcode", got="text")
    if "cedex" in written_out.casefold():
        return reject("postcode-cedex")
    code = "".join(str(unicodedata.decimal(one)) for one in written[0] if one.isdecimal())
    return _fault(code) or code


def _fault(code: str) -> Rejected | None:
    if _OVERSEAS.fullmatch(code):
        return reject("postcode-overseas", postcode=code)
    return None if _POSTCODE.fullmatch(code) else reject("postcode-unknown", postcode=code)


def _within(degrees: Json, most: int) -> bool:
    number = isinstance(degrees, int | float) and not isinstance(degrees, bool)
    return number and -most <= degrees <= most  # type: ignore[operator]
