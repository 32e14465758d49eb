"""What a person means to say: every answer is theirs alone, so that a wrong place shows."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from stdnum import luhn

from domain.communes import of_postcode
from handlers.conversation.kinds.day import working_days

ACTIVITIES = ("clearance",)
WORDS = ("bureau", "chaise", "armoire", "caisson")
POSTCODES = [one for one in map(str, range(10_000, 96_000)) if len(of_postcode(one)) == 1]
DAYS_AHEAD = 21
SAME = "20"


@dataclass(frozen=True, slots=True)
class Act:
    """What a person does at a question: writes words, taps the button of a code, sends photos."""

    what: str  # says | taps | sends | shares
    value: str = ""


@dataclass(frozen=True, slots=True)
class MeantLine:
    """A word for a thing, how many of it, and in what condition."""

    word: str
    quantity: str
    condition: str


@dataclass(slots=True)
class Meant:
    """One request as its sender means it; `items` are known once a button was chosen."""

    address: str
    acts: dict[str, Act]
    lines: list[MeantLine]
    photos: int
    items: dict[int, str] = field(default_factory=dict)
    begun: int = 0  # lines that were started
    sent: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a person says they are."""

    siret: str
    company: str
    name: str


def identity(number: int) -> Identity:
    """Make up a company whose check digits fit, a name and a person of that number."""
    siren = _checked(f"4{number:07d}")
    siret = _checked(f"{siren}{number % 10_000:04d}")
    return Identity(siret, f"P{number:02d} Bâtiment", f"P{number:02d} Personne")


def _checked(digits: str) -> str:
    return digits + str(luhn.calc_check_digit(digits))


def request(number: int, count: int, chance: random.Random, today: date, *, same: bool) -> Meant:
    """Make up the request so many of that person; with `same`, answers that may be equal are."""
    name = f"P{number:02d}-{count}"
    first, last = _days(chance, today)
    floor, carry = (SAME, SAME) if same else (str(chance.randint(6, 60)), _of(chance, 100, 300))
    acts = {
        "request-activities": Act("taps", chance.choice(ACTIVITIES)),
        "request-address": Act("says", f"{name} rue Adresse"),
        "request-postcode": Act("says", chance.choice(POSTCODES)),
        "request-detail": Act("taps", "detail"),
        "request-floor": Act("says", floor),
        "request-lift": Act("taps", chance.choice(("none", "passenger", "goods"))),
        "request-carry": Act("says", carry),
        "request-parking": Act("taps", chance.choice(("dock", "yard", "street"))),
        "request-occupied": Act("taps", chance.choice(("yes", "no"))),
        "request-contact": Act("taps", "me"),
        "request-permit": Act("taps", "usual"),
        "request-role": Act("taps", "owner"),
        "request-photos": Act("sends"),
        "request-earliest": Act("says", f"{first:%d/%m/%Y}"),
        "request-deadline": Act("says", f"{first if same else last:%d/%m/%Y}"),
        "request-note": Act("says", f"{name} note"),
        "request-reviewed": Act("taps", "send"),
    }
    quantities = [SAME, SAME] if same else chance.sample(range(61, 99), 2)
    lines = [
        MeantLine(word, str(quantity), chance.choice("ABCD"))
        for word, quantity in zip(chance.sample(WORDS, 2), quantities, strict=True)
    ]
    return Meant(f"{name} rue Adresse", acts, lines[: chance.randint(1, 2)], chance.randint(1, 3))


def _of(chance: random.Random, least: int, most: int) -> str:
    return str(chance.randint(least, most))


def _days(chance: random.Random, today: date) -> tuple[date, date]:
    days = list(islice(working_days(today + timedelta(DAYS_AHEAD)), 60))
    first = chance.randrange(50)
    return days[first], days[first + chance.randint(1, 9)]
