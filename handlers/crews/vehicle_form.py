"""What is asked of a vehicle: all when it is new, one value when it changes, when it is out."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import SimpleNamespace
from typing import Any

from domain.roster import VehicleEntry
from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Choice, Confirm
from handlers.crews.roster_kinds import RosterDate, RosterFigure
from handlers.crews.roster_values import read_measure
from handlers.crews.vehicle_kinds import Plate, VehicleName

VOLUMES = (12, 20, 30, 40)  # m³
PAYLOADS = (800, 1100, 2500, 5000)  # kg


class Licence(StrEnum):
    """What its driver needs."""

    B = "B"
    C1 = "C1"
    C = "C"


def _out_from(so_far: SimpleNamespace) -> date | None:
    begin: date | None = so_far.out_from
    return begin


@form("newvan", version=1)
class NewVehicleForm:
    """A vehicle that comes into use."""

    name: str = ask(VehicleName())
    kind: str = ask(Choice(needs="vehicle_kinds", columns=1))
    plate: str | None = ask(Plate(), optional=True)
    volume: Decimal | None = ask(RosterFigure(read_measure, VOLUMES), optional=True)
    payload: Decimal | None = ask(RosterFigure(read_measure, PAYLOADS), optional=True)
    licence: Licence | None = ask(Choice(Licence, columns=3), optional=True)
    tail_lift: bool = ask(Confirm())
    glass_frame: bool = ask(Confirm())
    inspected_until: date | None = ask(RosterDate(), optional=True)


@form("setvan", version=1)
class ChangedVehicleForm(NewVehicleForm):
    """A vehicle as it is known, of which one value changes."""


@form("vanout", version=1)
class VehicleOutForm:
    """When a vehicle is out of service."""

    out_from: date = ask(RosterDate(ahead=(0, 1)))
    out_until: date | None = ask(RosterDate(begin=_out_from, ahead=(1, 7)), optional=True)


def answers_of(entry: VehicleEntry) -> dict[str, Any]:
    """Write what is known of a vehicle as answers."""
    return {
        "name": entry.name,
        "kind": entry.kind,
        "plate": entry.plate,
        "volume": entry.volume and str(entry.volume),
        "payload": entry.payload and str(entry.payload),
        "licence": entry.licence,
        "tail_lift": bool(entry.tail_lift),
        "glass_frame": bool(entry.glass_frame),
        "inspected_until": entry.inspected_until and entry.inspected_until.isoformat(),
    }
