"""What the buttons of a costing carry, and how each changes it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from domain.costing import (
    Costing,
    NoSuchLine,
    with_condition,
    with_quantity,
    without_extra,
)
from domain.inventory import Access, Condition, Lift
from domain.vat import VatTable

STEPS = (-10, -1, 1, 10)
FLOORS = range(-5, 61)
METRES, CARRY_STEPS = range(301), (-20, -10, 10, 20)
OCCUPIED = {"yes": True, "no": False}


def altered(costing: Costing, code: str, table: VatTable) -> Costing | None:
    """Do what a tapped change says; None for what no button of ours carries."""
    verb, _, rest = code.partition(".")
    what, _, how = rest.partition(".")
    try:
        match verb:
            case "q" if how.lstrip("-").isdecimal() and int(how) in STEPS:
                return _stepped(costing, _at(what), Decimal(how))
            case "x":
                return with_quantity(costing, _at(what), Decimal(0))
            case "c" if how in set(Condition):
                return with_condition(costing, _at(what), Condition(how))
            case "e":
                return without_extra(costing, _at(what))
    except NoSuchLine:
        return None
    return _set_back(costing, verb) or _of_site(costing, verb, what) or _told(costing, code, table)


def _stepped(costing: Costing, at: int, step: Decimal) -> Costing:
    if at not in range(len(costing.lines)):
        raise NoSuchLine(at)
    quantity = costing.lines[at].quantity + step
    return with_quantity(costing, at, quantity) if quantity > 0 else costing


def _set_back(costing: Costing, verb: str) -> Costing | None:
    """Let the reckoned price stand again."""
    if verb == "h":
        return replace(costing, hours=None)
    return replace(costing, discount=None) if verb == "d" else None


def _of_site(costing: Costing, verb: str, what: str) -> Costing | None:
    access = costing.access
    if verb == "f" and what in {"1", "-1"} and access.floor + int(what) in FLOORS:
        return replace(costing, access=replace(access, floor=access.floor + int(what)))
    if verb == "l" and what in set(Lift):
        return replace(costing, access=replace(access, lift=Lift(what)))
    if verb == "m" and what in map(str, carry_steps(access)):
        return replace(costing, access=replace(access, carry_m=access.carry_m + int(what)))
    if verb == "o" and what in OCCUPIED:
        return replace(costing, access=replace(access, occupied=OCCUPIED[what]))
    return None


def carry_steps(access: Access) -> tuple[int, ...]:
    """List by how many metres the way to the vehicle can change."""
    return tuple(step for step in CARRY_STEPS if int(access.carry_m) + step in METRES)


def _told(costing: Costing, code: str, table: VatTable) -> Costing | None:
    """Take an answer about the VAT; « v » alone forgets them all."""
    if code == "v":
        return replace(costing, vat={})
    verb, _, said = code.partition(".")
    facts = read_vat(said, table) if verb == "v" else None
    return replace(costing, vat={**costing.vat, **facts}) if facts else None


def read_vat(code: str, table: VatTable) -> Mapping[str, str] | None:
    """Read « billed.builder.home.no »; None where the table knows no such answer."""
    parts = code.split(".") if code else []
    facts: Mapping[str, str] | None = {}
    for fact, answer in zip(parts[::2], parts[1::2], strict=False):
        facts = table.told(facts, fact, answer) if facts is not None else None
    return facts if len(parts) % 2 == 0 else None


def write_vat(facts: Mapping[str, str]) -> str:
    """Write answers as a button carries them."""
    return ".".join(f"{fact}.{answer}" for fact, answer in facts.items())


def _at(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > 4:
        raise NoSuchLine(text)
    return int(text)
