"""A coordinator prices a request in a draft that is stored at each step and shared."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from domain.activities import is_careful
from domain.costing import Costing, CostingEvent, Discount, with_line, with_quantity
from domain.inventory import InventoryLine
from domain.json_fields import from_json, to_json
from domain.money import to_cents
from domain.pricing import Extra
from domain.requests import QUOTABLE
from domain.survey import is_fixed
from domain.vat import Unclear, shipped_vat_table
from handlers.cards.request_cards import request_changed
from handlers.context.callbacks import CardTap, read_id
from handlers.context.deep_links import FollowedLink
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.quotes import costing_draft, issue
from handlers.quotes.costing_forms import CostDiscount, CostExtra, CostHours, CostItem, CostQuantity
from handlers.sessions import lifecycle
from handlers.views.costing_card import sheet_of
from handlers.views.costing_codes import altered
from handlers.views.costing_source import to_begin_with
from storage import costings, requests

FORMS = frozenset({"item", "hours", "discount", "extra", "quantity"})


async def open_(ctx: UpdateContext, link: FollowedLink) -> None:
    """Open the draft of a request by deep link; a new one starts from the newest quote."""
    request = await requests.get(ctx.tx, link.id)
    if request.state not in QUOTABLE:
        state = ctx.say(f"request-state-{request.state}")
        await ctx.show(Screen(ctx.say("decided", number=request.number, state=state)))
        return
    had = await costings.find_open(ctx.tx, request.id)
    begun = await to_begin_with(ctx.tx, ctx.services, request)
    draft = had or await costings.open_(ctx.tx, request.id, begun, ctx.person.id)
    note = ""
    if had is not None and had.person_id != ctx.person.id:
        note = ctx.say("cost-taken-up", name=await costing_draft.name_of(ctx, had.person_id))
    await costing_draft.show(ctx, draft, note=note, fresh=True)
    await request_changed(ctx, request.id)


async def show_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show another view of the draft."""
    draft = await costings.get(ctx.tx, tap.id)
    if await costing_draft.is_current(ctx, draft, tap.version):
        await costing_draft.show(ctx, draft, view=tap.more)


async def alter_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Change one thing by one tap."""
    draft = await costings.lock(ctx.tx, tap.id)
    if not await costing_draft.is_current(ctx, draft, tap.version):
        return
    table = shipped_vat_table()
    after = altered(draft.content, tap.more, table)
    if after is None:
        ctx.tell(ctx.say.plain("stale"))
        await costing_draft.show(ctx, draft)
    else:
        await costing_draft.keep_change(ctx, draft, after, view=_view_after(tap.more))


def _view_after(code: str) -> str:
    """Stay in the view where the tap was made."""
    verb, _, rest = code.partition(".")
    if verb in {"q", "c"}:
        return f"i.{rest.partition('.')[0]}"
    return {"x": "l.0", "f": "a", "l": "a", "m": "a", "o": "a"}.get(verb, "")


async def fill_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask for what needs words or figures."""
    draft = await costings.get(ctx.tx, tap.id)
    name, _, at = tap.more.partition(".")
    if not await costing_draft.is_current(ctx, draft, tap.version) or name not in FORMS:
        return
    about: dict[str, Any] = {"costing": draft.id, "version": draft.version}
    if name == "quantity":
        lines, number = draft.content.lines, read_id(at)
        if number is None or number >= len(lines):
            ctx.tell(ctx.say.plain("stale"))
            return
        about["line"] = to_json(lines[number])
    await lifecycle.start_once(ctx, f"cost_{name}", about=about)


async def item_told(ctx: UpdateContext, answers: CostItem, about: Mapping[str, Any]) -> None:
    request = await requests.get(
        ctx.tx, (await costings.get(ctx.tx, int(about["costing"]))).request_id
    )
    fixed = is_fixed(ctx.services.reference_files.catalogue(request.books).get(answers.item))
    careful = is_careful(request.asked.activities, fixed=fixed)
    line = InventoryLine(answers.item, answers.quantity, answers.condition, careful, fixed)
    await costing_draft.merge(ctx, about, lambda costing: with_line(costing, line))


async def quantity_told(
    ctx: UpdateContext, answers: CostQuantity, about: Mapping[str, Any]
) -> None:
    await costing_draft.merge(
        ctx,
        about,
        lambda costing: _with_quantity(costing, from_json(InventoryLine, about["line"]), answers),
    )


def _with_quantity(costing: Costing, line: InventoryLine, answers: CostQuantity) -> Costing | None:
    """Find the line by its content, not its position; None if it is gone."""
    for at, each in enumerate(costing.lines):
        if _line_identity(each) == _line_identity(line):
            alone = len(costing.lines) == 1 and not answers.quantity
            return None if alone else with_quantity(costing, at, answers.quantity)
    return None


def _line_identity(line: InventoryLine) -> InventoryLine:
    """Identify a line regardless of its quantity."""
    return replace(line, quantity=Decimal(0))


async def hours_told(ctx: UpdateContext, answers: CostHours, about: Mapping[str, Any]) -> None:
    await costing_draft.merge(ctx, about, lambda costing: replace(costing, hours=answers.hours))


async def discount_told(
    ctx: UpdateContext, answers: CostDiscount, about: Mapping[str, Any]
) -> None:
    given = Discount(to_cents(answers.amount), answers.reason)
    await costing_draft.merge(ctx, about, lambda costing: replace(costing, discount=given))


async def extra_told(ctx: UpdateContext, answers: CostExtra, about: Mapping[str, Any]) -> None:
    extra = Extra(answers.label, to_cents(answers.amount))
    await costing_draft.merge(
        ctx, about, lambda costing: replace(costing, extras=(*costing.extras, extra))
    )


async def issue_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Send the quote that the card shows, unless a colleague changed it since."""
    draft = await costings.lock(ctx.tx, tap.id)
    if not await costing_draft.is_current(ctx, draft, tap.version):
        return
    request = await requests.get(ctx.tx, draft.request_id)
    sheet = sheet_of(ctx.services, request, draft)
    if isinstance(sheet.vat, Unclear) or request.state not in QUOTABLE:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        await costing_draft.show(ctx, draft)
        return
    revision = await issue.send(ctx, request, sheet.costing, sheet.vat, draft.id)
    if revision is not None:
        await costings.close(ctx.tx, draft, CostingEvent.SEND, actor_id=ctx.person.id)
        words = ctx.say("cost-sent", number=revision.label)
        await ctx.show(Screen(words), card=costing_draft.card_key(draft.id), fresh=False)
    await request_changed(ctx, request.id)


async def scrap_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Discard a draft; sent revisions stay."""
    draft = await costings.lock(ctx.tx, tap.id)
    if not await costing_draft.is_current(ctx, draft, tap.version):
        return
    await costings.close(ctx.tx, draft, CostingEvent.SCRAP, actor_id=ctx.person.id)
    request_id = draft.request_id
    await ctx.show(
        Screen(ctx.say("cost-scrapped")), card=costing_draft.card_key(draft.id), fresh=False
    )
    await request_changed(ctx, request_id)
