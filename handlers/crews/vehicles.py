"""Vehicles in the chat: listed, entered by questions, changed by one value, out and back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from domain.roster import VehicleEntry
from domain.search import fold
from handlers.context.alerts import tell_coordinators
from handlers.context.callbacks import CardTap, button, read_id
from handlers.context.update_context import UpdateContext
from handlers.conversation.engine import begin
from handlers.conversation.pages import Pages
from handlers.conversation.screen import Button, Screen
from handlers.crews import roster_edits, roster_writing
from handlers.crews.roster_writing import entry_of_vehicle
from handlers.crews.vehicle_form import (
    ChangedVehicleForm,
    NewVehicleForm,
    VehicleOutForm,
    answers_of,
)
from handlers.crews.vehicle_kinds import FleetKnown
from handlers.sessions import lifecycle
from handlers.views import vehicle_card
from storage import events, fleet, jobs, outbox
from storage.plans import plan_of
from storage.sessions import StoredSession
from storage.transaction import Reading, Unknown

CARD_KEY = "fleet"
PAGE = 20
MOST_NAMED = 5  # jobs in a short text


async def known(ctx: UpdateContext, stored: StoredSession) -> FleetKnown:
    """Load the vehicles beside the one that a conversation is about."""
    about = (stored.about or {}).get("van")
    others = [one for one in await fleet.fleet(ctx.tx) if one.id != about]
    return FleetKnown(
        frozenset(fold(one.name) for one in others),
        {one.plate: one.name for one in others if one.plate},
    )


async def kinds(ctx: UpdateContext, _: StoredSession) -> list[tuple[str, str]]:
    """List the kinds of the price book with their names."""
    return [(kind, vehicle_card.kind_name(ctx.say, kind)) for kind in ctx.services.prices.vehicles]


async def fleet_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """List the vehicles by pages; another page in place."""
    found = await fleet.fleet(ctx.tx)
    pages = Pages(read_id(tap.more) or 0, len(found), PAGE)
    today = ctx.tx.today
    lines = [ctx.say("vehicle-head")]
    lines += [vehicle_card.line(ctx.say, entry_of_vehicle(one), today) for one in pages.of(found)]
    names = [button(f"🚐 {one.name}"[:40], "van", one.id) for one in pages.of(found)]
    rows: list[tuple[Button, ...]] = [tuple(names[at : at + 2]) for at in range(0, len(names), 2)]
    if turns := pages.turns():
        rows.append(tuple(button(sign, "fleet", 0, more=str(to)) for to, sign in turns))
    rows.append((button(ctx.say.plain("vehicle-add"), "addvan", 0),))
    if tap.more and ctx.input.message_id is not None:
        await outbox.adopt_all(ctx.tx, CARD_KEY, {ctx.chat_id: ctx.input.message_id})
    await ctx.show(Screen("\n".join(lines), tuple(rows)), card=CARD_KEY, fresh=not tap.more)


async def show_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    entry = await _entry(ctx.tx, tap.id)
    screen = vehicle_card.draw(ctx.say, tap.id, entry, ctx.tx.today)
    await ctx.show(screen, card=vehicle_card.card_key(tap.id))


async def _entry(tx: Reading, vehicle_id: int) -> VehicleEntry:
    """Load what is known of a vehicle in use. Raises Unknown."""
    vehicle = await fleet.find(tx, vehicle_id)
    if vehicle is None:
        raise Unknown(f"vehicle {vehicle_id}")
    return entry_of_vehicle(vehicle)


async def add_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    await lifecycle.start_once(ctx, "newvan", about={})


async def added(ctx: UpdateContext, answers: NewVehicleForm, _about: Mapping[str, Any]) -> None:
    """Take it into use; one that another coordinator entered meanwhile under the name stays."""
    said = VehicleEntry(**{name: getattr(answers, name) for name in vehicle_card.FIELDS})
    if await _name_taken(ctx, said.name):
        return
    vehicle_id = await roster_writing.write_vehicle(ctx.tx, said, None)
    await roster_edits.keep(ctx, VehicleEntry, vehicle_id, None)


async def _name_taken(ctx: UpdateContext, name: str, but: int | None = None) -> bool:
    """Say that another vehicle has the name, where one does."""
    if await fleet.name_free(ctx.tx, name, but):
        return False
    await ctx.show(Screen(ctx.say("rejected-vehicle-name-taken", value=name)))
    return True


async def change_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask for one value of a vehicle anew."""
    entry = await _entry(ctx.tx, tap.id)
    if tap.more not in vehicle_card.FIELDS:
        ctx.tell(ctx.say.plain("stale"))
        return
    session = replace(begin(ChangedVehicleForm, answers_of(entry)), editing=tap.more)
    about = {"van": tap.id, "field": tap.more}
    await lifecycle.start(ctx, "setvan", about=about, session=session)


async def changed(
    ctx: UpdateContext, answers: ChangedVehicleForm, about: Mapping[str, Any]
) -> None:
    """Write the one value; what others changed meanwhile stays, and the name of another too."""
    vehicle_id, field = int(about["van"]), str(about["field"])
    before = await _entry(ctx.tx, vehicle_id)
    given: dict[str, Any] = {field: getattr(answers, field)}
    if field == "name" and await _name_taken(ctx, answers.name, but=vehicle_id):
        return
    await _put(ctx, vehicle_id, before, replace(before, **given))


async def out_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask when a vehicle is out of service."""
    await _entry(ctx.tx, tap.id)
    await lifecycle.start_once(ctx, "vanout", about={"van": tap.id})


async def out(ctx: UpdateContext, answers: VehicleOutForm, about: Mapping[str, Any]) -> None:
    """Note from when to when it is out of service."""
    before = await _entry(ctx.tx, int(about["van"]))
    after = replace(before, out_from=answers.out_from, out_until=answers.out_until)
    await _put(ctx, int(about["van"]), before, after)


async def in_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Note that it can go again."""
    before = await _entry(ctx.tx, tap.id)
    await _put(ctx, tap.id, before, replace(before, out_from=None, out_until=None))


async def _put(
    ctx: UpdateContext, vehicle_id: int, before: VehicleEntry, after: VehicleEntry
) -> None:
    await roster_writing.put_vehicle(ctx.tx, vehicle_id, after)
    numbers = await _jobs_without(ctx, vehicle_id, after)
    note = ""
    if numbers:
        note = ctx.say("vehicle-touches", numbers=", ".join(numbers), count=len(numbers))
    await roster_edits.keep(ctx, VehicleEntry, vehicle_id, before, note=note)


async def _jobs_without(ctx: UpdateContext, vehicle_id: int, entry: VehicleEntry) -> list[str]:
    """List the coming jobs on which the vehicle is planned and cannot go."""
    state, today = vehicle_card.state_of(entry), ctx.tx.today
    numbers = []
    for number, days in await _coming(ctx.tx, vehicle_id):
        out_on = any(state.out_on(day) for day in days if day >= today)
        if out_on or not state.inspected_on(days[-1]):
            numbers.append(number)
    return numbers


async def _coming(tx: Reading, vehicle_id: int) -> list[tuple[str, tuple[date, ...]]]:
    """List the jobs, drafts too, that the vehicle is planned for and that are not over."""
    planned = await jobs.of_vehicle(tx, vehicle_id, tx.today)
    found = [
        (job.number, plan_of(job, (), tx.zone).dates)
        for job in planned
        if job.start_on is not None and job.start_time is not None
    ]
    return [(number, days) for number, days in found if days[-1] >= tx.today]


async def drop_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take a vehicle out of use, unless a job is planned with it."""
    entry = await _entry(ctx.tx, tap.id)
    if planned := await _coming(ctx.tx, tap.id):
        numbers = ", ".join(number for number, _ in planned[:MOST_NAMED])
        words = ctx.say.plain("vehicle-planned", name=entry.name, numbers=numbers)
        ctx.tell(words, alert=True)
        return
    await fleet.change(ctx.tx, tap.id, active=False)
    await events.record(ctx.tx, "vehicle_removed", "vehicle", tap.id, actor_id=ctx.person.id)
    undo = button(ctx.say.plain("absence-undo"), "vanback", tap.id)
    words = ctx.say("vehicle-dropped", name=entry.name)
    await ctx.show(Screen(words, ((undo,),)), card=vehicle_card.card_key(tap.id), fresh=False)
    await tell_coordinators(
        ctx, "vehicle-told", silent=True, name=entry.name, by=ctx.person.display_name
    )


async def back_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take a vehicle back into use that was taken out by mistake."""
    if not await fleet.come_back(ctx.tx, tap.id):
        await _entry(ctx.tx, tap.id)
        ctx.tell(ctx.say.plain("stale"))
        return
    await events.record(ctx.tx, "vehicle_back", "vehicle", tap.id, actor_id=ctx.person.id)
    entry = await _entry(ctx.tx, tap.id)
    screen = vehicle_card.draw(ctx.say, tap.id, entry, ctx.tx.today)
    await ctx.show(screen, card=vehicle_card.card_key(tap.id), fresh=False)
