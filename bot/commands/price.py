"""`price FILE.json`: price an inventory without a chat, to check the price book."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, TextIO

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.clock import real_now
from domain.calendar import PARIS, day_of
from domain.catalogue import Catalogue, shipped_catalogue
from domain.inventory import Access, Condition, InventoryLine, Lift, QuantityFault, quantity_fault
from domain.pricebook import PriceBook
from domain.pricing import Estimate, EstimateLine, price
from domain.vat import REVERSE, STANDARD

REFUSED = 2
FURTHEST_KM = 2000

QUANTITY_FAULTS = {
    QuantityFault.NOT_POSITIVE: "must be above 0",
    QuantityFault.TOO_LARGE: "is too large",
    QuantityFault.TOO_FINE: "has more than 3 decimals",
    QuantityFault.NOT_WHOLE: "must be whole: this item is counted in pieces",
}
LABELS = {
    "labour": "Labour",
    "short_notice": "Short notice",
    "saturday": "Saturday",
    "vehicle": "Vehicle",
    "kilometres": "Kilometres",
    "report": "Inventory and traceability report",
    "disposal": "Disposal",
    "overhead": "Overhead",
    "reuse_credit": "Reuse credit",
    "minimum": "Minimum job fee",
}
FAULTS = {
    "missing": "is missing",
    "extra_forbidden": "is not a field of this file",
    "too_short": "must not be empty",
    "model_type": "must be an object",
    "tuple_type": "must be a list",
    "string_type": "must be a string",
    "bool_type": "must be true or false",
    "finite_number": "must be a finite number",
}


class PriceRefused(ValueError):
    """The file cannot be priced; one fault a line, each naming its field."""


def _number(value: object) -> Decimal:
    if not isinstance(value, Decimal):
        raise ValueError("must be a number")  # noqa: TRY004  # pydantic gathers ValueErrors
    return value


def _whole(value: object) -> int:
    number = _number(value)
    if not number.is_finite() or number != number.to_integral_value():
        raise ValueError("must be a whole number")
    if abs(number) > 1000:
        raise ValueError("is out of range")
    return int(number)


Number = Annotated[Decimal, BeforeValidator(_number)]
Finite = Annotated[Number, Field(allow_inf_nan=False)]
Flag = Annotated[bool, Field(strict=True)]
Word = Annotated[str, Field(strict=True)]


class PriceInput(BaseModel):
    """What every part of the file keeps to: no key that nobody reads."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AskedLine(PriceInput):
    code: Word
    quantity: Finite
    condition: Condition = Condition.B
    careful: Flag = False


class AskedAccess(PriceInput):
    """Ranges guard against typing errors (§2.2)."""

    floor: Annotated[int, BeforeValidator(_whole), Field(ge=-5, le=60)]
    lift: Lift
    carry_m: Annotated[Finite, Field(ge=0, le=300)]
    occupied: Flag
    night: Flag


class AskedPrice(PriceInput):
    lines: Annotated[tuple[AskedLine, ...], Field(min_length=1)]
    access: AskedAccess
    round_trip_km: Annotated[Finite, Field(ge=0, le=FURTHEST_KM)]
    reverse_charge: Flag
    short_notice: Flag = False
    saturday: Flag = False


def price_file(path: str, out: TextIO, err: TextIO) -> int:
    """Print the estimate of a file as JSON, or its faults; return the exit status."""
    try:
        asked = read_asked(Path(path), shipped_catalogue())
    except PriceRefused as refusal:
        print(refusal, file=err)
        return REFUSED
    book = PriceBook.on(day_of(real_now(), PARIS))
    json.dump(shown(priced(asked, book, shipped_catalogue())), out, indent=2, ensure_ascii=False)
    out.write("\n")
    return 0


def read_asked(path: Path, catalogue: Catalogue) -> AskedPrice:
    """Read and check a file; Refused with every fault found."""
    try:
        asked = AskedPrice.model_validate(_read(path))
    except ValidationError as faults:
        raise PriceRefused("\n".join(_told(fault) for fault in faults.errors())) from None
    if found := list(_line_faults(asked.lines, catalogue)):
        raise PriceRefused("\n".join(found))
    return asked


def priced(asked: AskedPrice, book: PriceBook, catalogue: Catalogue) -> Estimate:
    return price(
        [InventoryLine(**dict(line)) for line in asked.lines],
        Access(**dict(asked.access)),
        asked.round_trip_km,
        book,
        catalogue,
        vat=REVERSE if asked.reverse_charge else STANDARD,
        short_notice=asked.short_notice,
        saturday=asked.saturday,
    )


def shown(estimate: Estimate) -> dict[str, Any]:
    """Write an estimate as JSON has it."""
    return {
        "lines": [
            {"key": line.key, "label": _label(line), "amount_cents": line.cents}
            for line in estimate.lines
        ],
        "hours": _plain(estimate.hours),
        "trips": estimate.trips,
        "days": estimate.days,
        "crew": estimate.crew,
        "volume_m3": _plain(estimate.volume_m3),
        "weight_kg": _plain(estimate.weight_kg),
        "reused_kg": _plain(estimate.reused_kg),
        "total_excl_vat_cents": estimate.total_excl_vat_cents,
        "vat_cents": estimate.vat_cents,
        "total_incl_vat_cents": estimate.total_incl_vat_cents,
    }


def _read(path: Path) -> object:
    try:
        return json.loads(
            path.read_text("utf-8-sig"),
            parse_float=Decimal,
            parse_int=Decimal,
            parse_constant=Decimal,
            object_pairs_hook=_object,
        )
    except OSError as fault:
        raise PriceRefused(f"{path}: {fault.strerror}") from None
    except RecursionError:
        raise PriceRefused(f"{path}: nested too deeply") from None
    except ValueError as fault:
        raise PriceRefused(f"{path}: not JSON: {fault}") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        twice = next(key for key, _ in pairs if [name for name, _ in pairs].count(key) > 1)
        raise ValueError(f"{twice}: stands there twice")
    return members


def _line_faults(lines: Iterable[AskedLine], catalogue: Catalogue) -> Iterable[str]:
    for at, line in enumerate(lines):
        item = catalogue.find(line.code)
        if item is None:
            yield f"lines[{at}].code: {line.code!r} is not in the catalogue"
        elif fault := quantity_fault(item, line.quantity):
            yield f"lines[{at}].quantity: {QUANTITY_FAULTS[fault]}"


def _told(fault: Mapping[str, Any]) -> str:
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in fault["loc"])
    message = FAULTS.get(fault["type"]) or str(fault["msg"]).removeprefix("Value error, ")
    return f"{path.lstrip('.') or 'the file'}: {message.replace('Input should', 'must')}"


def _label(line: EstimateLine) -> str:
    kind = LABELS[line.key.partition(".")[0]]
    return f"{kind} {line.stream}" if line.stream else kind


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
