"""Entries of a roster are taken in, and taken back where nobody changed them since."""

from collections.abc import Collection, Sequence
from typing import Any

from domain.crews import Certificate, CrewRole, Member
from domain.roster import (
    KeptVehicle,
    MemberEntry,
    RosterChange,
    RosterEntries,
    VehicleEntry,
    entry_of,
    merged_member,
    merged_vehicle,
    roster_changes,
    taken_names,
)
from handlers.crews import expiry_warnings
from storage import crews, fleet, jobs
from storage.crews import MemberColumns
from storage.fleet import FleetVehicle, VehicleColumns
from storage.roster_imports import MemberBefore, RosterBefore, VehicleBefore
from storage.transaction import Reading, Transaction

LANGUAGE = "fr"  # of messages, where nobody knows a language that we have
KIND = "van20"  # of a vehicle that does not say what it is


async def changes(tx: Reading, said: RosterEntries) -> tuple[RosterChange, ...]:
    """List what entries would add or change today."""
    return roster_changes(said, await crews.roster(tx), await _vehicles(tx))


async def names_in_the_way(tx: Reading, found: Sequence[RosterChange]) -> str:
    """List the names that changes would give to a vehicle while another has them today."""
    return ", ".join(taken_names(found, await _vehicles(tx)))


async def take_in(
    tx: Transaction, said: RosterEntries, languages: Collection[str]
) -> tuple[tuple[RosterChange, ...], RosterBefore]:
    """Write what is new or differs; return it with what was there before."""
    found = await changes(tx, said)
    members = {member.id: member for member in await crews.roster(tx)}
    vehicles = {vehicle.id: vehicle.entry for vehicle in await _vehicles(tx)}
    members_before, vehicles_before = list[MemberBefore](), list[VehicleBefore]()
    for change in found:
        if isinstance(change.entry, MemberEntry):
            known = members.get(change.id or 0)
            member_id = await write_member(tx, change.entry, known, languages)
            members_before.append(MemberBefore(member_id, entry_of(known) if known else None))
        else:
            vehicle_id = await write_vehicle(tx, change.entry, change.id)
            vehicles_before.append(VehicleBefore(vehicle_id, vehicles.get(change.id or 0)))
    return found, RosterBefore(tuple(members_before), tuple(vehicles_before))


async def take_back(
    tx: Transaction, said: RosterEntries, before: RosterBefore, languages: Collection[str]
) -> list[str]:
    """Put back what an import changed; return the names of what is in use or changed since."""
    return [
        *await _take_members_back(tx, said, before, languages),
        *await _take_vehicles_back(tx, said, before),
    ]


async def _take_members_back(
    tx: Transaction, said: RosterEntries, before: RosterBefore, languages: Collection[str]
) -> list[str]:
    stays: list[str] = []
    members = {member.id: member for member in await crews.roster(tx)}
    written = {entry.name: entry for entry in said.members}
    for member in before.members:
        now = members.get(member.id)
        if now is None:
            continue
        entry = written.get(now.name)
        if entry is None or not _as_left(now, member.entry, entry):
            stays.append(now.name)
        elif member.entry is not None:
            await put_member(tx, now, member.entry, languages)
        elif await in_use(tx, MemberEntry, member.id):
            stays.append(now.name)
        else:
            await crews.change(tx, member.id, active=False)
    return stays


async def _take_vehicles_back(
    tx: Transaction, said: RosterEntries, before: RosterBefore
) -> list[str]:
    stays: list[str] = []
    vehicles = {vehicle.id: vehicle.entry for vehicle in await _vehicles(tx)}
    written = {entry.name: entry for entry in said.vehicles}
    for vehicle in before.vehicles:
        kept = vehicles.get(vehicle.id)
        if kept is None:
            continue
        entry, old = written.get(kept.name), vehicle.entry
        left = entry is not None and _vehicle_as_left(kept, old, entry)
        if not left or not await _can_go_back(tx, vehicle):
            stays.append(kept.name)
        elif old is None:
            await fleet.change(tx, vehicle.id, active=False)
        else:
            await put_vehicle(tx, vehicle.id, old)
    return stays


async def _can_go_back(tx: Reading, vehicle: VehicleBefore) -> bool:
    """Tell whether a new one is on no job, and the old name of another is still free."""
    if vehicle.entry is None:
        return not await in_use(tx, VehicleEntry, vehicle.id)
    return await fleet.name_free(tx, vehicle.entry.name, but=vehicle.id)


async def in_use(tx: Reading, subject: type[MemberEntry | VehicleEntry], thing_id: int) -> bool:
    """Tell whether somebody or something new is in the bot or on a job already."""
    if subject is VehicleEntry:
        return bool(await jobs.of_vehicle(tx, thing_id, tx.today))
    joined = thing_id in await crews.joined(tx)
    return joined or bool(await jobs.of_member(tx, thing_id, tx.today))


def _as_left(now: Member, before: MemberEntry | None, said: MemberEntry) -> bool:
    """Tell whether a member is as the import left them."""
    left = merged_member(before, said) if before else None
    kept = entry_of(now)
    return kept == left if left else _is_said(kept, said)


def _is_said(kept: MemberEntry, said: MemberEntry) -> bool:
    return merged_member(kept, said) == kept


def _vehicle_as_left(kept: VehicleEntry, before: VehicleEntry | None, said: VehicleEntry) -> bool:
    left = merged_vehicle(before, said) if before else None
    return kept == left if left else merged_vehicle(kept, said) == kept


async def write_member(
    tx: Transaction, said: MemberEntry, known: Member | None, languages: Collection[str]
) -> int:
    """Add a member, or write what differs; return the id."""
    if known is None:
        roles = said.roles or (CrewRole.HANDLER,)
        entry = merged_member(MemberEntry(said.name, roles=roles), said)
        member_id = await crews.add(tx, **_member_columns(entry, languages))
    else:
        member_id = known.id
        entry = merged_member(entry_of(known), said)
        columns = _member_columns(entry, languages)
        if set(entry.languages) == set(known.languages):
            columns["language"] = known.language  # chosen in the chat
        await crews.change(tx, member_id, **columns)
    for held in entry.certificates:
        await _certify(tx, member_id, held)
    await expiry_warnings.plan_for_member(tx, member_id)
    return member_id


async def _certify(tx: Transaction, member_id: int, held: Certificate) -> None:
    until = held.valid_until
    if until is not None:
        await crews.certify(tx, member_id, held.kind, until, held.issued_on, held.photo)


async def put_member(
    tx: Transaction, now: Member, entry: MemberEntry, languages: Collection[str]
) -> None:
    """Make a member exactly what an entry says, also where it says nothing."""
    columns = _member_columns(entry, languages)
    if set(entry.languages) == set(now.languages):
        columns["language"] = now.language  # chosen in the chat
    await crews.change(tx, now.id, **columns)
    held = {one.kind for one in entry.certificates}
    for one in now.certificates:
        if one.kind not in held:
            await crews.uncertify(tx, now.id, one.kind)
    for one in entry.certificates:
        await _certify(tx, now.id, one)
    await expiry_warnings.plan_for_member(tx, now.id)


def _member_columns(entry: MemberEntry, languages: Collection[str]) -> MemberColumns:
    spoken = next((code for code in entry.languages if code in languages), LANGUAGE)
    columns: MemberColumns = {
        "name": entry.name,
        "phone": entry.phone,
        "language": spoken,
        "languages": list(entry.languages),
        "roles": sorted(entry.roles),
        "contract_from": entry.contract_from,
        "contract_until": entry.contract_until,
    }
    if entry.weekly_hours is not None:
        columns["contract_hours"] = str(entry.weekly_hours)
    return columns


async def write_vehicle(tx: Transaction, said: VehicleEntry, known_id: int | None) -> int:
    """Add a vehicle, or write what differs; return the id."""
    if known_id is None:
        vehicle_id = await fleet.add(tx, **_vehicle_columns(said))
        await expiry_warnings.plan_for_vehicle(tx, vehicle_id)
        return vehicle_id
    kept = next(one.entry for one in await _vehicles(tx) if one.id == known_id)
    await put_vehicle(tx, known_id, merged_vehicle(kept, said))
    return known_id


async def put_vehicle(tx: Transaction, vehicle_id: int, entry: VehicleEntry) -> None:
    """Make a vehicle exactly what an entry says, also where it says nothing."""
    await fleet.change(tx, vehicle_id, **_vehicle_columns(entry))
    await expiry_warnings.plan_for_vehicle(tx, vehicle_id)


def _vehicle_columns(entry: VehicleEntry) -> VehicleColumns:
    return {
        "name": entry.name,
        "kind": entry.kind or KIND,
        "plate": entry.plate,
        "volume_m3": _written(entry.volume),
        "payload_kg": _written(entry.payload),
        "licence": entry.licence,
        "tail_lift": bool(entry.tail_lift),
        "glass_frame": bool(entry.glass_frame),
        "inspected_until": entry.inspected_until,
        "out_from": entry.out_from,
        "out_until": entry.out_until,
    }


def _written(value: Any) -> str | None:
    return None if value is None else str(value)


async def _vehicles(tx: Reading) -> list[KeptVehicle]:
    return [KeptVehicle(one.id, entry_of_vehicle(one)) for one in await fleet.fleet(tx)]


def entry_of_vehicle(vehicle: FleetVehicle) -> VehicleEntry:
    """Write a vehicle as an entry would say it."""
    return VehicleEntry(
        name=vehicle.name,
        kind=vehicle.kind,
        plate=vehicle.plate,
        volume=vehicle.volume,
        payload=vehicle.payload,
        licence=vehicle.licence,
        tail_lift=vehicle.tail_lift,
        glass_frame=vehicle.glass_frame,
        inspected_until=vehicle.inspected_until,
        out_from=vehicle.out_from,
        out_until=vehicle.out_until,
    )
