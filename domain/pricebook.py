"""The price book: every figure a price depends on, with the day from which it counts."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from domain.inventory import Condition


class NoPrice(LookupError):
    """The price book has no value of a figure for that day."""

    def __init__(self, figure: str, on: date) -> None:
        super().__init__(f"the price book has no {figure!r} on {on}")
        self.figure = figure
        self.on = on


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of the book; `source` names a section of the domain reference."""

    value: Decimal
    unit: str
    valid_from: date
    source: str
    estimate: bool


@dataclass(frozen=True, slots=True)
class VehicleType:
    """What a kind of vehicle carries (§3.2); a volume of 0 means that weight alone counts."""

    name: str
    volume_m3: Decimal
    payload_kg: Decimal
    licence: str


@dataclass(frozen=True, slots=True)
class AccessRates:
    """Increments of the access factor (§3.1)."""

    passenger_lift: Decimal
    floor_above: Decimal
    level_below: Decimal
    carry_free_m: Decimal
    carry_step_m: Decimal
    carry_step: Decimal
    occupied: Decimal
    night: Decimal


@dataclass(frozen=True, slots=True)
class PriceBook:
    """The figures of one day; euros, kg, m³, hours, minutes and shares of one."""

    labour_per_hour: Decimal
    vehicle_per_day: Decimal
    per_km: Decimal
    report_fee: Decimal
    overhead_share: Decimal
    reuse_credit_per_kg: Decimal
    minimum_fee: Decimal
    short_notice_share: Decimal
    short_notice_hours: Decimal
    saturday_share: Decimal
    vat_share: Decimal
    vat_share_home: Decimal
    range_share: Decimal
    per_m3_lowest: Decimal
    per_m3_highest: Decimal
    careful_factor: Decimal
    learning_factor: Decimal
    unload_share: Decimal
    travel_minutes: Decimal
    hours_step: Decimal
    hours_per_day: Decimal
    crew_minimum: Decimal
    loading_factor: Decimal
    transform_residue: Decimal
    access: AccessRates
    reuse_share: Mapping[Condition, Decimal]
    gate_fee: Mapping[str, Decimal]
    vehicle: VehicleType

    @staticmethod
    def on(day: date) -> "PriceBook":
        """Return the book that comes with the bot, as of a day; NoPrice before its first day."""
        return shipped_price_books().on(day)


@dataclass(frozen=True, slots=True)
class PriceBooks:
    """All values of all figures, past and to come."""

    figures: Mapping[str, tuple[Figure, ...]]
    vehicles: Mapping[str, VehicleType]
    quoted: str

    def figure(self, name: str, on: date) -> Figure:
        """Return the newest value of a figure ("gate_fee.DIB") that counts on a day, or NoPrice."""
        known = [each for each in self.figures.get(name, ()) if each.valid_from <= on]
        if not known:
            raise NoPrice(name, on)
        return max(known, key=lambda each: each.valid_from)

    def on(self, day: date) -> PriceBook:
        """Return the figures that count on a day; NoPrice where one has no value yet."""
        plain = self._section("figures", day)
        shares = self._section("reuse_share", day)
        return PriceBook(
            **{f.name: plain[f.name] for f in fields(PriceBook) if f.name in plain},
            access=AccessRates(**self._section("access", day)),
            reuse_share=MappingProxyType({Condition(k): share for k, share in shares.items()}),
            gate_fee=MappingProxyType(self._section("gate_fee", day)),
            vehicle=self.vehicles[self.quoted],
        )

    def _section(self, section: str, day: date) -> dict[str, Decimal]:
        names = [name for name in self.figures if name.startswith(f"{section}.")]
        return {name.partition(".")[2]: self.figure(name, day).value for name in names}


def read_price_books(text: str) -> PriceBooks:
    """Read the price book (TOML)."""
    data = tomllib.loads(text)
    vehicles = data.pop("vehicles")
    quoted = vehicles.pop("quoted")
    return PriceBooks(
        figures={
            f"{section}.{name}": tuple(_figure(value) for value in values)
            for section, figures in data.items()
            for name, values in figures.items()
        },
        vehicles={name: _vehicle(name, values) for name, values in vehicles.items()},
        quoted=quoted,
    )


@cache
def shipped_price_books() -> PriceBooks:
    """Return the price books that come with the bot."""
    return read_price_books((files("domain") / "data" / "pricebook.toml").read_text("utf-8"))


def _figure(row: Mapping[str, Any]) -> Figure:
    return Figure(
        value=Decimal(row["value"]),
        unit=row["unit"],
        valid_from=row["from"],
        source=row["source"],
        estimate=row["estimate"],
    )


def _vehicle(name: str, row: Mapping[str, Any]) -> VehicleType:
    return VehicleType(
        name=name,
        volume_m3=Decimal(row["volume_m3"]),
        payload_kg=Decimal(row["payload_kg"]),
        licence=row["licence"],
    )
