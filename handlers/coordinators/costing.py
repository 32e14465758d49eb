"""A coordinator works out a price: a draft that is kept at each step and that others take up."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.activities import is_careful
from domain.costing import Costing, Discount, with_line, with_quantity
from domain.inventory import InventoryLine
from domain.money import to_cents
from domain.pricing import Extra
from domain.requests import QUOTABLE
from domain.survey import is_fixed
from domain.vat import Unclear, shipped_vat_table
from handlers import rights, talks
from handlers.actions import Tap, read_id
from handlers.conversation.screen import Screen
from handlers.coordinators import desk, drafting, quoting
from handlers.coordinators.costing_card import sheet_of
from handlers.costed import to_begin_with
from handlers.estimating import keep, kept_costing
from handlers.flows.costing import (
    CostDiscount,
    CostExtra,
    CostHours,
    CostItem,
    CostQuantity,
    altered,
)
from handlers.visit import Visit
from storage import costings, events, requests

FORMS = frozenset({"item", "hours", "discount", "extra", "quantity"})


async def open_(visit: Visit, thing: str) -> None:
    """Open the draft of a request, or begin one from the newest quote; by deep link."""
    request_id = read_id(thing)
    if request_id is None:
        await rights.refuse(visit, "cost", thing)
        return
    request = await requests.get(visit.work, request_id)
    if request.state not in QUOTABLE:
        state = visit.say(f"request-state-{request.state}")
        await visit.show(Screen(visit.say("decided", number=request.number, state=state)))
        return
    had = await costings.find_open(visit.work, request.id)
    begun = keep(await to_begin_with(visit.work, visit.shop, request))
    draft = had or await costings.open_(visit.work, request.id, begun, visit.person.id)
    note = ""
    if had is not None and had.person_id != visit.person.id:
        note = visit.say("cost-taken-up", name=await drafting.name_of(visit, had.person_id))
    await drafting.show(visit, draft, note=note, fresh=True)
    await desk.refresh(visit, request.id)


async def show_tapped(visit: Visit, tap: Tap) -> None:
    """Look at another part of it."""
    draft = await costings.get(visit.work, tap.id)
    if await drafting.is_current(visit, draft, tap.version):
        await drafting.show(visit, draft, view=tap.more)


async def alter_tapped(visit: Visit, tap: Tap) -> None:
    """Change one thing by one tap."""
    draft = await costings.lock(visit.work, tap.id)
    if not await drafting.is_current(visit, draft, tap.version):
        return
    table = shipped_vat_table()
    after = altered(kept_costing(draft.content), tap.more, table)
    if after is None:
        visit.tell(visit.say.plain("stale"))
        await drafting.show(visit, draft)
    else:
        await drafting.keep_change(visit, draft, after, view=_view_after(tap.more))


def _view_after(code: str) -> str:
    """Stay where the tap was made."""
    verb, _, rest = code.partition(".")
    if verb in {"q", "c"}:
        return f"i.{rest.partition('.')[0]}"
    return {"x": "l.0", "f": "a", "l": "a", "m": "a", "o": "a"}.get(verb, "")


async def fill_tapped(visit: Visit, tap: Tap) -> None:
    """Ask for what takes words or figures."""
    draft = await costings.get(visit.work, tap.id)
    name, _, at = tap.more.partition(".")
    if not await drafting.is_current(visit, draft, tap.version) or name not in FORMS:
        return
    about: dict[str, Any] = {"costing": draft.id, "version": draft.version}
    if name == "quantity":
        lines, number = kept_costing(draft.content).lines, read_id(at)
        if number is None or number >= len(lines):
            visit.tell(visit.say.plain("stale"))
            return
        about["line"] = draft.content["lines"][number]
    await talks.start_once(visit, f"cost_{name}", about=about)


async def item_told(visit: Visit, answers: CostItem, about: Mapping[str, Any]) -> None:
    request = await requests.get(
        visit.work, (await costings.get(visit.work, int(about["costing"]))).request_id
    )
    fixed = is_fixed(visit.shop.shelf.catalogue(request.books).get(answers.item))
    careful = is_careful(request.asked.activities, fixed=fixed)
    line = InventoryLine(answers.item, answers.quantity, answers.condition, careful, fixed)
    await drafting.merge(visit, about, lambda one: with_line(one, line))


async def quantity_told(visit: Visit, answers: CostQuantity, about: Mapping[str, Any]) -> None:
    await drafting.merge(visit, about, lambda one: _with_quantity(one, about["line"], answers))


def _with_quantity(
    costing: Costing, line: Mapping[str, Any], answers: CostQuantity
) -> Costing | None:
    """Find the line by what it is: others may have moved it. None where it is gone."""
    for at, one in enumerate(keep(costing)["lines"]):
        if _sort(one) == _sort(line):
            alone = len(costing.lines) == 1 and not answers.quantity
            return None if alone else with_quantity(costing, at, answers.quantity)
    return None


def _sort(line: Mapping[str, Any]) -> dict[str, Any]:
    """Say what a line is, whatever its quantity."""
    return {name: one for name, one in line.items() if name != "quantity"}


async def hours_told(visit: Visit, answers: CostHours, about: Mapping[str, Any]) -> None:
    await drafting.merge(visit, about, lambda one: replace(one, hours=answers.hours))


async def discount_told(visit: Visit, answers: CostDiscount, about: Mapping[str, Any]) -> None:
    given = Discount(to_cents(answers.amount), answers.reason)
    await drafting.merge(visit, about, lambda one: replace(one, discount=given))


async def extra_told(visit: Visit, answers: CostExtra, about: Mapping[str, Any]) -> None:
    extra = Extra(answers.label, to_cents(answers.amount))
    await drafting.merge(visit, about, lambda one: replace(one, extras=(*one.extras, extra)))


async def issue_tapped(visit: Visit, tap: Tap) -> None:
    """Send what the coordinator sees, and nothing that a colleague changed since."""
    draft = await costings.lock(visit.work, tap.id)
    if not await drafting.is_current(visit, draft, tap.version):
        return
    request = await requests.get(visit.work, draft.request_id)
    sheet = sheet_of(visit.shop, request, draft)
    if isinstance(sheet.vat, Unclear) or request.state not in QUOTABLE:
        visit.tell(visit.say.plain("changed-meanwhile"))
        await drafting.show(visit, draft)
        return
    revision = await quoting.send(visit, request, sheet.costing, sheet.vat, draft.id)
    if revision is not None:
        await costings.close(visit.work, draft, visit.person.id)
        words = visit.say("cost-sent", number=revision.label)
        await visit.show(Screen(words), card=drafting.card(draft.id), fresh=False)
    await desk.refresh(visit, request.id)


async def scrap_tapped(visit: Visit, tap: Tap) -> None:
    """Give a draft up; what was sent before stays as it is."""
    draft = await costings.lock(visit.work, tap.id)
    if not await drafting.is_current(visit, draft, tap.version):
        return
    await costings.close(visit.work, draft, visit.person.id)
    request_id = draft.request_id
    await events.record(
        visit.work, "costing_scrapped", "request", request_id, actor_id=visit.person.id
    )
    await visit.show(Screen(visit.say("cost-scrapped")), card=drafting.card(draft.id), fresh=False)
    await desk.refresh(visit, request_id)
