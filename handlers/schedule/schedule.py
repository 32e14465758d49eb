"""Coordinators look at the day, the week, a member or a vehicle; every job is one tap away."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.people import Role
from domain.schedule import Schedule, week_of
from handlers.context.callbacks import CardTap, read_id
from handlers.context.recipients import to_person
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds.calendar import read_days
from handlers.conversation.screen import Screen
from handlers.views import schedule_card, schedule_of_one, schedules
from handlers.views.schedule_card import SchedulePage, SchedulePeriod
from handlers.views.schedule_of_one import MEMBERS, VEHICLES
from storage import crews, errands, fleet, people
from storage.transaction import Reading, Transaction, Unknown

DRAW = "schedule"
FIRST, LAST = date(2020, 1, 1), date(2100, 1, 1)  # of the days that can be shown


async def today(ctx: UpdateContext) -> None:
    """Show today, or the day that stands behind the command."""
    await _command(ctx, SchedulePeriod.DAY)


async def week(ctx: UpdateContext) -> None:
    """Show this week, or that of the day behind the command."""
    await _command(ctx, SchedulePeriod.WEEK)


async def _command(ctx: UpdateContext, period: SchedulePeriod) -> None:
    said = ctx.input.argument.strip()
    found = read_days(said, ctx.tx.today) if said else (ctx.tx.today,)
    if isinstance(found, tuple) and found and not FIRST <= found[0] <= LAST:
        await ctx.show(Screen(ctx.say("schedule-too-far", first=FIRST, last=LAST)))
    elif isinstance(found, tuple) and found:
        await _have_drawn(ctx, SchedulePage(period, found[0]), fresh=True)
    else:
        await ctx.show(Screen(ctx.say("schedule-which-day", text=said[:60])))


async def period_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the day or the week of a button: in place, unless its version says from elsewhere."""
    on, _, page = tap.more.partition(".")
    wanted = SchedulePage(SchedulePeriod(tap.action), _day(on), read_id(page) or 0)
    await _have_drawn(ctx, wanted, fresh=bool(tap.version))


async def _have_drawn(ctx: UpdateContext, page: SchedulePage, *, fresh: bool) -> None:
    """Have the picture made after the commit; it comes with the card below it."""
    details = {
        "person": ctx.person.id,
        "period": page.period,
        "on": page.on.isoformat(),
        "page": page.page,
        "fresh": fresh,
    }
    await errands.put(ctx.tx, DRAW, f"{DRAW}:{ctx.person.id}:{ctx.input.update_id}", details)
    ctx.tell(ctx.say.plain("schedule-drawing"))


def page_of(details: Mapping[str, Any]) -> SchedulePage:
    """Read what is to be drawn from an errand."""
    on = date.fromisoformat(details["on"])
    return SchedulePage(SchedulePeriod(details["period"]), on, int(details["page"]))


async def load(tx: Reading, services: Services, page: SchedulePage) -> Schedule:
    return await schedules.load(tx, services, page.days)


async def drawn(
    tx: Transaction,
    services: Services,
    details: Mapping[str, Any],
    schedule: Schedule,
    picture_id: int,
) -> None:
    """Send the picture with the card below it; who is no coordinator any more gets nothing."""
    person = await people.get(tx, int(details["person"]))
    if Role.COORDINATOR not in person.roles:
        return
    recipient = to_person(SystemContext(tx, services), person)
    screen = schedule_card.draw(recipient.say, schedule, page_of(details))
    await recipient.send(
        screen, card=schedule_card.CARD_KEY, photos=(picture_id,), fresh=bool(details["fresh"])
    )


async def members_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """List the members to choose one from; the button's id is the page, 1 turns it in place."""
    named = [(member.id, member.name) for member in await crews.roster(ctx.tx)]
    screen = schedule_of_one.choose(ctx.say, MEMBERS, named, _day(tap.more), tap.id)
    await ctx.show(screen, card=schedule_of_one.CARD_KEY, fresh=not tap.version)


async def vehicles_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """List the vehicles to choose one from."""
    named = [(vehicle.id, vehicle.name) for vehicle in await fleet.fleet(ctx.tx)]
    screen = schedule_of_one.choose(ctx.say, VEHICLES, named, _day(tap.more), tap.id)
    await ctx.show(screen, card=schedule_of_one.CARD_KEY, fresh=not tap.version)


async def member_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the week of a member."""
    schedule = await schedules.load(ctx.tx, ctx.services, week_of(_day(tap.more)))
    if tap.id not in (schedule.roster or {}):
        raise Unknown(f"member {tap.id}")
    screen = schedule_of_one.of_member(ctx.say, schedule, tap.id)
    await ctx.show(screen, card=schedule_of_one.CARD_KEY, fresh=False)


async def vehicle_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the week of a vehicle."""
    schedule = await schedules.load(ctx.tx, ctx.services, week_of(_day(tap.more)))
    if tap.id not in (schedule.fleet or {}):
        raise Unknown(f"vehicle {tap.id}")
    screen = schedule_of_one.of_vehicle(ctx.say, schedule, tap.id)
    await ctx.show(screen, card=schedule_of_one.CARD_KEY, fresh=False)


def _day(written: str) -> date:
    """Read a button's day. Raises Unknown for what only a forger would send."""
    try:
        on = date.fromisoformat(written)
    except ValueError:
        raise Unknown(f"day {written}") from None
    if not FIRST <= on <= LAST:
        raise Unknown(f"day {written}")
    return on
