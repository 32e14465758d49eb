"""The coordinators are warned, once each, that a certificate or an inspection runs out."""

from domain.certificate_kinds import certificate_label
from domain.expiries import Expiry, ExpiryWarning, plan_expiries, warning_of
from domain.reminders import ReminderKind, Subject
from handlers.context import coordinator_group
from handlers.context.system_context import SystemContext
from storage import crews, fleet, reminders
from storage.outbox import Urgency
from storage.reminders import Reminder
from storage.transaction import Transaction

NEAR_DAYS = 30  # from here on with sound


async def plan_for_member(tx: Transaction, member_id: int) -> None:
    """Write anew when to warn of a member's certificates; what was said is not said again."""
    member = await crews.find(tx, member_id)
    held = member.certificates if member is not None and member.active else ()
    expiries = [Expiry(one.kind, one.valid_until) for one in held if one.valid_until is not None]
    planned = plan_expiries(ReminderKind.CERTIFICATE_END, member_id, expiries, tx.now, tx.zone)
    await reminders.rewrite(tx, Subject.MEMBER, member_id, planned)


async def plan_for_vehicle(tx: Transaction, vehicle_id: int) -> None:
    """Write anew when to warn of a vehicle's inspection; what was said is not said again."""
    vehicle = await fleet.find(tx, vehicle_id)
    until = vehicle.inspected_until if vehicle is not None else None
    expiries = [Expiry("", until)] if until is not None else []
    planned = plan_expiries(ReminderKind.INSPECTION_END, vehicle_id, expiries, tx.now, tx.zone)
    await reminders.rewrite(tx, Subject.VEHICLE, vehicle_id, planned)


async def warn_of_certificate(ctx: SystemContext, reminder: Reminder) -> None:
    """Warn where the member is here and the certificate was not renewed."""
    warning = warning_of(reminder.key)
    member = await crews.find(ctx.tx, reminder.subject_id)
    held = member.certificate(warning.expiry.what) if member is not None else None
    if member is None or not member.active or held is None:
        return
    if held.valid_until == warning.expiry.until:
        await _warn(ctx, warning, member.name)


async def warn_of_inspection(ctx: SystemContext, reminder: Reminder) -> None:
    """Warn where the vehicle is in use and was not inspected meanwhile."""
    warning = warning_of(reminder.key)
    vehicle = await fleet.find(ctx.tx, reminder.subject_id)
    if vehicle is not None and vehicle.inspected_until == warning.expiry.until:
        await _warn(ctx, warning, vehicle.name)


async def _warn(ctx: SystemContext, warning: ExpiryWarning, name: str) -> None:
    today, until = ctx.tx.today, warning.expiry.until
    if not warning.is_newest(today):
        return
    left = (until - today).days
    for recipient in await coordinator_group.listeners(ctx):
        say, what = recipient.say, warning.expiry.what
        label = certificate_label(what, say.lang) if what else say.plain("expiry-inspection")
        key = "expiry-over" if left < 0 else "expiry-soon"
        words = say(key, name=name, what=label, until=until, days=left)
        await recipient.send(words, silent=left > NEAR_DAYS, urgency=Urgency.NOTICE)
