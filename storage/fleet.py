"""The vehicles of the company."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypedDict, Unpack

from sqlalchemy import select, update

from domain.search import fold
from storage.tables import vehicles
from storage.transaction import AnyRow, Reading, Transaction

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class FleetVehicle:
    """A vehicle as it is kept; its kind names the entry in the price book, m³ and kg its own."""

    id: int
    name: str
    kind: str
    plate: str | None = None
    volume: Decimal | None = None
    payload: Decimal | None = None
    licence: str | None = None
    tail_lift: bool = False
    glass_frame: bool = False
    inspected_until: date | None = None
    out_from: date | None = None
    out_until: date | None = None


class VehicleColumns(TypedDict, total=False):
    """What is written of a vehicle; decimals in full."""

    name: str
    kind: str
    plate: str | None
    volume_m3: str | None
    payload_kg: str | None
    licence: str | None
    tail_lift: bool
    glass_frame: bool
    inspected_until: date | None
    out_from: date | None
    out_until: date | None
    active: bool


async def fleet(tx: Reading) -> list[FleetVehicle]:
    """List the vehicles in use, by name."""
    query = select(vehicles).where(vehicles.c.active.is_(True)).order_by(vehicles.c.name)
    return [_vehicle(row) for row in await tx.rows(query)]


async def find(tx: Reading, vehicle_id: int) -> FleetVehicle | None:
    """Find a vehicle in use."""
    v = vehicles.c
    row = await tx.first(select(vehicles).where(v.id == vehicle_id, v.active.is_(True)))
    return _vehicle(row) if row else None


async def name_free(tx: Reading, name: str, but: int | None = None) -> bool:
    """Tell whether no other vehicle in use than this one has the name."""
    return all(fold(one.name) != fold(name) or one.id == but for one in await fleet(tx))


async def add(tx: Transaction, **columns: Unpack[VehicleColumns]) -> int:
    """Take a vehicle into use; one of that name that was taken out comes back as it is said now."""
    v = vehicles.c
    out = select(v.id).where(v.name == columns["name"], v.active.is_(False))
    row = await tx.first(out)
    if row is None:
        return await tx.insert(vehicles, **columns)
    columns["active"] = True
    await change(tx, row.id, **columns)
    return int(row.id)


async def change(tx: Transaction, vehicle_id: int, **columns: Unpack[VehicleColumns]) -> None:
    """Write what is said of a vehicle; one that was taken out gives away the name that it takes."""
    if "name" in columns:
        await _free_name(tx, columns["name"], vehicle_id)
    if columns:
        await tx.run(update(vehicles).where(vehicles.c.id == vehicle_id).values(**columns))


async def _free_name(tx: Transaction, name: str, vehicle_id: int) -> None:
    """Put its id behind the name of a vehicle out of use, so that another can have the name."""
    v = vehicles.c
    out = (v.name == name, v.id != vehicle_id, v.active.is_(False))
    row = await tx.first(select(v.id).where(*out))
    if row is not None:
        mark = f" #{row.id}"
        kept = name[: LONGEST_NAME - len(mark)] + mark
        await tx.run(update(vehicles).where(v.id == row.id).values(name=kept))


async def come_back(tx: Transaction, vehicle_id: int) -> bool:
    """Take a vehicle into use again; False where it is in use."""
    v = vehicles.c
    out = (v.id == vehicle_id, v.active.is_(False))
    return bool(await tx.run(update(vehicles).where(*out).values(active=True)))


def _vehicle(row: AnyRow) -> FleetVehicle:
    return FleetVehicle(
        row.id,
        row.name,
        row.kind,
        row.plate,
        _decimal(row.volume_m3),
        _decimal(row.payload_kg),
        row.licence,
        row.tail_lift,
        row.glass_frame,
        row.inspected_until,
        row.out_from,
        row.out_until,
    )


def _decimal(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)
