"""Regular appointments of members."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Select, select, update

from domain.appointments import Appointment, Weekday
from storage.tables import appointments, members
from storage.transaction import AnyRow, Reading, Transaction


@dataclass(frozen=True, slots=True)
class KeptAppointment:
    """An appointment that counts until it is taken back."""

    id: int
    name: str
    appointment: Appointment


async def keep(tx: Transaction, appointment: Appointment, *, added_by: int) -> int:
    """Write an appointment down; return the id."""
    return await tx.insert(
        appointments,
        member_id=appointment.member,
        weekday=appointment.weekday,
        start_time=appointment.start,
        end_time=appointment.end,
        first_on=appointment.first,
        last_on=appointment.last,
        added_by=added_by,
        at=tx.now,
    )


async def cancel(tx: Transaction, appointment_id: int) -> bool:
    """Take an appointment back; False where it was taken back before."""
    c = appointments.c
    where = (c.id == appointment_id, c.cancelled_at.is_(None))
    return bool(await tx.run(update(appointments).where(*where).values(cancelled_at=tx.now)))


async def find(tx: Reading, appointment_id: int) -> KeptAppointment | None:
    """Find an appointment that counts."""
    row = await tx.first(_query().where(appointments.c.id == appointment_id))
    return _kept(row) if row else None


async def of_member(tx: Reading, member_id: int, since: date) -> list[KeptAppointment]:
    """List what counts of a member and is not over."""
    c = appointments.c
    query = _query().where(c.member_id == member_id, _not_over(since))
    return [_kept(row) for row in await tx.rows(query.order_by(c.id))]


async def counting(tx: Reading, since: date, until: date) -> list[Appointment]:
    """List what counts of everybody between two days."""
    query = _query().where(appointments.c.first_on <= until, _not_over(since))
    return [_kept(row).appointment for row in await tx.rows(query)]


def _not_over(since: date) -> Any:
    c = appointments.c
    return c.last_on.is_(None) | (c.last_on >= since)


def _query() -> Select[Any]:
    joined = select(appointments, members.c.name).join(
        members, members.c.id == appointments.c.member_id
    )
    return joined.where(appointments.c.cancelled_at.is_(None))


def _kept(row: AnyRow) -> KeptAppointment:
    start: time = row.start_time
    found = Appointment(
        row.member_id, Weekday(row.weekday), start, row.end_time, row.first_on, row.last_on
    )
    return KeptAppointment(row.id, row.name, found)
