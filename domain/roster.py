"""The roster as a file says it, and what differs from the one that is kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from domain.crews import Certificate, CrewRole, Member
from domain.search import fold

ADULT_YEARS = 18  # nobody younger is planned (§7.3)


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """A member as a file or a chat says it; what is None or empty was not said and stays."""

    name: str
    phone: str | None = None
    languages: tuple[str, ...] = ()
    roles: tuple[CrewRole, ...] = ()
    contract_from: date | None = None
    contract_until: date | None = None
    weekly_hours: Decimal | None = None
    certificates: tuple[Certificate, ...] = ()


@dataclass(frozen=True, slots=True)
class VehicleEntry:
    """A vehicle as a file or a chat says it, m³ and kg; what is None was not said and stays."""

    name: str
    kind: str | None = None
    plate: str | None = None
    volume: Decimal | None = None
    payload: Decimal | None = None
    licence: str | None = None
    tail_lift: bool | None = None
    glass_frame: bool | None = None
    inspected_until: date | None = None
    out_from: date | None = None
    out_until: date | None = None


RosterEntry = TypeVar("RosterEntry", MemberEntry, VehicleEntry)


@dataclass(frozen=True, slots=True)
class KeptVehicle:
    """A vehicle of the fleet, with what is known of it."""

    id: int
    entry: VehicleEntry


@dataclass(frozen=True, slots=True)
class RosterEntries:
    """All that a file says."""

    members: tuple[MemberEntry, ...] = ()
    vehicles: tuple[VehicleEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that differs; a certificate's field is its kind."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RosterChange:
    """A member or vehicle that is new (`id` is None) or differs; `entry` is what was said."""

    entry: MemberEntry | VehicleEntry
    id: int | None
    changes: tuple[FieldChange, ...] = ()


def roster_changes(
    said: RosterEntries, members: Sequence[Member], vehicles: Sequence[KeptVehicle]
) -> tuple[RosterChange, ...]:
    """List what is new or differs; nobody is taken out because a file does not name them.

    People are known by their phone, else by their name; vehicles by their plate, else their name.
    """
    found = [*_members(said.members, members), *_vehicles(said.vehicles, vehicles)]
    return tuple(change for change in found if change.id is None or change.changes)


def known_member(entry: MemberEntry, members: Sequence[Member]) -> Member | None:
    """Tell which member an entry is about: who has this phone, else who alone has this name."""
    if entry.phone is not None:
        for member in members:
            if member.phone == entry.phone:
                return member
    named = [member for member in members if fold(member.name) == fold(entry.name)]
    return named[0] if len(named) == 1 else None


def entry_of(member: Member) -> MemberEntry:
    """Write a member as an entry would say it."""
    return MemberEntry(
        name=member.name,
        phone=member.phone,
        languages=member.languages,
        roles=tuple(sorted(member.roles)),
        contract_from=member.contract_start,
        contract_until=member.contract_end,
        weekly_hours=member.weekly_hours,
        certificates=tuple(sorted(member.certificates, key=lambda one: one.kind)),
    )


def _members(said: Sequence[MemberEntry], members: Sequence[Member]) -> Iterator[RosterChange]:
    for entry in said:
        known = known_member(entry, members)
        if known is None:
            yield RosterChange(entry, None)
            continue
        kept = entry_of(known)
        yield RosterChange(entry, known.id, (*_differing(kept, entry), *_proofs(kept, entry)))


def _vehicles(
    said: Sequence[VehicleEntry], vehicles: Sequence[KeptVehicle]
) -> Iterator[RosterChange]:
    by_plate = {one.entry.plate: one for one in vehicles if one.entry.plate}
    by_name = {fold(one.entry.name): one for one in vehicles}
    for entry in said:
        known = by_plate.get(entry.plate or "") or by_name.get(fold(entry.name))
        if known is None:
            yield RosterChange(entry, None)
        else:
            yield RosterChange(entry, known.id, tuple(_differing(known.entry, entry)))


def taken_names(found: Sequence[RosterChange], vehicles: Sequence[KeptVehicle]) -> tuple[str, ...]:
    """List the names that changes would give to a vehicle while another has them."""
    owners: dict[str, int | None] = {fold(one.entry.name): one.id for one in vehicles}
    taken = []
    for change in found:
        renamed = any(one.field == "name" for one in change.changes)
        if isinstance(change.entry, VehicleEntry) and (renamed or change.id is None):
            key = fold(change.entry.name)
            if key in owners and (change.id is None or owners[key] != change.id):
                taken.append(change.entry.name)
            owners.setdefault(key, change.id)
    return tuple(taken)


def _differing(
    kept: MemberEntry | VehicleEntry, said: MemberEntry | VehicleEntry
) -> Iterator[FieldChange]:
    for field in fields(said):
        before, after = getattr(kept, field.name), getattr(said, field.name)
        if field.name == "certificates" or after is None or after == ():
            continue
        if _plain(after) != _plain(before):
            yield FieldChange(field.name, before, after)


def entry_changes(
    before: MemberEntry | VehicleEntry, after: MemberEntry | VehicleEntry
) -> tuple[FieldChange, ...]:
    """List every value that differs between two whole entries, also one that was taken away."""
    plain = [field.name for field in fields(after) if field.name != "certificates"]
    found = [FieldChange(name, getattr(before, name), getattr(after, name)) for name in plain]
    if isinstance(before, MemberEntry) and isinstance(after, MemberEntry):
        old, new = _by_kind(before), _by_kind(after)
        found += [FieldChange(kind, old.get(kind), new.get(kind)) for kind in sorted({*old, *new})]
    return tuple(one for one in found if _plain(one.before) != _plain(one.after))


def _by_kind(entry: MemberEntry) -> Mapping[str, Certificate]:
    return {one.kind: one for one in entry.certificates}


def merged_member(kept: MemberEntry, said: MemberEntry) -> MemberEntry:
    """Say what is known of a member once an entry was taken in."""
    held = {one.kind: one for one in kept.certificates}
    held |= {one.kind: one for one in said.certificates if not _is_same(one, held.get(one.kind))}
    together = _merged(kept, said)
    return replace(
        together,
        roles=tuple(sorted(together.roles)),
        certificates=tuple(held[kind] for kind in sorted(held)),
    )


def _is_same(said: Certificate, kept: Certificate | None) -> bool:
    """Tell whether what was said is the paper that is kept, with its photo."""
    return kept is not None and said == replace(kept, issued_on=said.issued_on, photo=said.photo)


def merged_vehicle(kept: VehicleEntry, said: VehicleEntry) -> VehicleEntry:
    return _merged(kept, said)


def _merged(kept: RosterEntry, said: RosterEntry) -> RosterEntry:
    values = {field.name: getattr(said, field.name) for field in fields(said)}
    return replace(kept, **{name: one for name, one in values.items() if one not in (None, ())})


def _plain(value: object) -> object:
    return frozenset(value) if isinstance(value, tuple) else value


def _proofs(kept: MemberEntry, said: MemberEntry) -> Iterator[FieldChange]:
    held: Mapping[str, date | None] = {one.kind: one.valid_until for one in kept.certificates}
    for one in said.certificates:
        if one.kind not in held or held[one.kind] != one.valid_until:
            yield FieldChange(one.kind, held.get(one.kind), one.valid_until)


def is_minor(born: date, today: date) -> bool:
    """Tell whether somebody has not turned 18."""
    grown = born.year + ADULT_YEARS, born.month, born.day
    return (today.year, today.month, today.day) < grown
