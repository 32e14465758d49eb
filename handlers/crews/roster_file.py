"""A roster that came as a file: its people and vehicles, and what is wrong in which cell."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from domain.crews import Certificate, CrewRole
from domain.roster import MemberEntry, RosterEntries, VehicleEntry, is_minor
from domain.search import fold
from handlers.conversation.kind import Rejected
from handlers.crews import roster_values
from handlers.crews.roster_columns import (
    HEADER_WITHIN,
    PROOF,
    begins_with,
    heading,
    member_columns,
    vehicle_columns,
)

T = TypeVar("T")
Rows = Sequence[tuple[int, Sequence[str]]]
MOST_MEMBERS, MOST_VEHICLES = 500, 200
SHOWN = 40  # letters of a cell that are quoted
CAR_LICENCE = f"{PROOF}LICENCE_B"
_TICKED = frozenset({"oui", "o", "x", "b", "yes", "y", "ok"})
_NOT_HELD = frozenset({"", "non", "no", "n", "0"})


@dataclass(frozen=True, slots=True)
class RosterFault:
    """What is wrong in one cell: the words `roster-fault-<code>`; no row where it is the file."""

    code: str
    row: int = 0
    column: str = ""
    value: str = ""


@dataclass(slots=True)
class RosterFile:
    """What a file says, and its faults; `passed_over` names sheets that are no roster."""

    members: list[MemberEntry] = field(default_factory=list)
    vehicles: list[VehicleEntry] = field(default_factory=list)
    faults: list[RosterFault] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)

    @property
    def entries(self) -> RosterEntries:
        return RosterEntries(tuple(self.members), tuple(self.vehicles))


@dataclass(frozen=True, slots=True)
class _RosterRow:
    """One row by the names of its columns; what cannot be read goes to `faults`."""

    number: int
    cells: Mapping[str, str]
    headers: Mapping[str, str]
    faults: list[RosterFault]

    def read(self, column: str, reader: Callable[[str], T | Rejected]) -> T | None:
        """Read a cell; None where it is empty or wrong."""
        written = self.cells.get(column, "")
        if not written:
            return None
        found = reader(written)
        if isinstance(found, Rejected):
            self.fault(found.code.removeprefix("roster-"), column)
            return None
        return found

    def fault(self, code: str, column: str) -> None:
        value = self.cells.get(column, "")[:SHOWN]
        self.faults.append(RosterFault(code, self.number, self.headers.get(column, column), value))


def read_roster(
    sheets: Mapping[str, Rows], today: date, vehicle_kinds: Collection[str]
) -> RosterFile:
    """Read every sheet that names people or vehicles by its header; all faults are told."""
    file = RosterFile()
    for title, rows in sheets.items():
        if not (_people(file, rows, today) or _vehicles(file, rows, today, vehicle_kinds)):
            file.passed_over.append(title)
    if len(file.passed_over) == len(sheets):
        file.faults.append(RosterFault("no-header"))
    elif not file.members and not file.vehicles and not file.faults:
        file.faults.append(RosterFault("empty"))
    if len(file.members) > MOST_MEMBERS or len(file.vehicles) > MOST_VEHICLES:
        file.faults.append(RosterFault("too-many"))
    return file


def is_roster(rows: Rows) -> bool:
    """Tell whether a header names people or vehicles."""
    return any(member_columns(cells) or vehicle_columns(cells) for _, cells in rows[:HEADER_WITHIN])


def _below(
    rows: Rows, columns_of: Callable[[Sequence[str]], dict[str, int]], faults: list[RosterFault]
) -> Iterator[_RosterRow] | None:
    """Give the rows below the header, by name; None where there is no header."""
    for at, (_, head) in enumerate(rows[:HEADER_WITHIN]):
        if columns := columns_of(head):
            headers = {name: head[n].strip()[:SHOWN] for name, n in columns.items()}
            return _named(rows[at + 1 :], columns, headers, faults)
    return None


def _named(
    rows: Rows,
    columns: Mapping[str, int],
    headers: Mapping[str, str],
    faults: list[RosterFault],
) -> Iterator[_RosterRow]:
    for number, cells in rows:
        named = {
            name: cells[at].strip().removeprefix("'") if at < len(cells) else ""
            for name, at in columns.items()
        }
        if any(named.values()):
            yield _RosterRow(number, named, headers, faults)


def _people(file: RosterFile, rows: Rows, today: date) -> bool:
    found = _below(rows, member_columns, file.faults)
    if found is None:
        return False
    names, phones = dict[str, int](), dict[str, int]()
    for row in found:
        entry = _member(row, today)
        if entry is None:
            continue
        known_by = phones if entry.phone else names
        key = entry.phone or fold(entry.name)
        if key in known_by:
            row.fault("twice", "phone" if entry.phone else _name_column(row))
        known_by[key] = row.number
        file.members.append(entry)
    return True


def _name_column(row: _RosterRow) -> str:
    return next(name for name in ("name", "last_name", "first_name") if name in row.cells)


def _member(row: _RosterRow, today: date) -> MemberEntry | None:
    parts = [row.cells.get(name, "") for name in ("name", "first_name", "last_name")]
    written = " ".join(part for part in parts if part)
    if not written:
        row.fault("no-name", _name_column(row))
        return None
    name = roster_values.read_name(written)
    if isinstance(name, Rejected):
        row.fault("name", _name_column(row))
        return None
    day = _day_reader(today)
    born = row.read("born", day)
    if born is not None and is_minor(born, today):
        row.fault("minor", "born")
    begin = row.read("contract_from", day)
    end = (
        None
        if roster_values.lasts(row.cells.get("contract_until", ""))
        else row.read("contract_until", day)
    )
    if begin and end and end < begin:
        row.fault("upside-down", "contract_until")
    roles = row.read("roles", roster_values.read_roles) or ()
    if drives := _drives(row):
        roles = tuple(dict.fromkeys((*roles, CrewRole.DRIVER)))
    return MemberEntry(
        name=name,
        phone=row.read("phone", roster_values.read_member_phone),
        languages=row.read("languages", roster_values.read_languages) or (),
        roles=roles,
        contract_from=begin,
        contract_until=end,
        weekly_hours=row.read("weekly_hours", roster_values.read_hours),
        certificates=tuple(_certificates(row, day, but=CAR_LICENCE if drives else "")),
    )


def _day_reader(today: date) -> Callable[[str], date | Rejected]:
    return lambda text: roster_values.read_day(text, today)


def _drives(row: _RosterRow) -> bool:
    """Tell whether a car licence is ticked instead of dated: no proof, but it says who drives."""
    return heading(row.cells.get(CAR_LICENCE, "")) in _TICKED


def _certificates(
    row: _RosterRow, day: Callable[[str], date | Rejected], but: str
) -> Iterator[Certificate]:
    for column in row.cells:
        held = column.startswith(PROOF) and column != but
        if not held or heading(row.cells[column]) in _NOT_HELD:
            continue
        until = row.read(column, day)
        if until is not None:
            yield Certificate(column.removeprefix(PROOF), until)


def _vehicles(file: RosterFile, rows: Rows, today: date, kinds: Collection[str]) -> bool:
    found = _below(rows, vehicle_columns, file.faults)
    if found is None:
        return False
    seen = set[tuple[str, str]]()
    for row in found:
        entry = _vehicle(row, today, kinds)
        if entry is None:
            continue
        keys = [("plate", entry.plate or ""), ("vehicle", fold(entry.name))]
        if twice := next((column for column, key in keys if key and (column, key) in seen), None):
            row.fault("twice", twice)
        seen.update(keys)
        file.vehicles.append(entry)
    return True


def _vehicle(row: _RosterRow, today: date, kinds: Collection[str]) -> VehicleEntry | None:
    plate = row.read("plate", roster_values.read_plate)
    name = roster_values.read_vehicle_name(row.cells.get("vehicle", "")) or plate
    if not name:
        row.fault("no-name", "vehicle" if "vehicle" in row.cells else "plate")
        return None
    day = _day_reader(today)
    begin, end = row.read("out_from", day), row.read("out_until", day)
    if begin and end and end < begin:
        row.fault("upside-down", "out_until")
    return VehicleEntry(
        name=name,
        kind=_kind(row, kinds),
        plate=plate,
        volume=row.read("volume", roster_values.read_measure),
        payload=row.read("payload", roster_values.read_measure),
        licence=row.read("licence", roster_values.read_licence),
        tail_lift=row.read("tail_lift", roster_values.read_flag),
        glass_frame=row.read("glass_frame", roster_values.read_flag),
        inspected_until=row.read("inspected_until", day),
        out_from=begin,
        out_until=end,
    )


def _kind(row: _RosterRow, kinds: Collection[str]) -> str | None:
    """Name the entry of the price book: by its own name, or as people say it."""
    for column in ("kind", "vehicle"):
        written = row.cells.get(column, "")
        if written in kinds:
            return written
        known = begins_with(written, "vehicle_kinds")
        if known in kinds:
            return known
    if row.cells.get("kind"):
        row.fault("kind", "kind")
    return None
