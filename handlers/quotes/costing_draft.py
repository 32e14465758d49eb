"""A costing draft shared among coordinators, with conflicting changes detected."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.costing import MOST_EXTRAS, MOST_LINES, Costing, CostingState
from domain.inventory import BadQuantity
from domain.pricing import DiscountTooLarge
from domain.revision_diff import internal_differences
from handlers.cards.request_cards import request_changed
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.views import costing_card
from handlers.views.costing_card import sheet_of
from handlers.views.price_wording import changes_words, kept_changes
from handlers.words.catalogue import Markup
from storage import costings, people, quotes, requests
from storage.costings import CostingDraft, Past
from storage.requests import Request

Alter = Callable[[Costing], Costing | None]


def card_key(costing_id: int) -> str:
    return f"costing:{costing_id}"


async def merge(ctx: UpdateContext, about: Mapping[str, Any], alter: Alter) -> None:
    """Apply what was typed; a colleague's change of the same thing is shown instead."""
    draft = await costings.lock(ctx.tx, int(about["costing"]))
    if draft.state is not CostingState.DRAFT:
        await _show_closed(ctx, draft)
        return
    before = draft.content
    after = alter(before)
    if after is None:
        await show(ctx, draft, note=ctx.say("cost-line-gone"), fresh=True)
        return
    theirs = await _others_since(ctx, draft, int(about["version"]))
    mine = _changes(ctx, before, after)
    notes = [_change_words(ctx, past) for past in theirs]
    if any(_same(own, other) for past in theirs for other in past.changes for own in mine):
        words = ", ".join(changes_words(ctx.say, mine))
        notes.append(ctx.say("cost-yours-waits", changes=Markup(words)))
        await show(ctx, draft, note="\n".join(notes), fresh=True)
        return
    await keep_change(ctx, draft, after, note="\n".join(notes), fresh=True)


def _same(own: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two changes concern the same thing."""
    kind = {"condition": "item", "hours-reckoned": "hours", "discount-gone": "discount"}

    def target(change: Mapping[str, Any]) -> tuple[str, str]:
        return kind.get(change["what"], change["what"]), change["of"]

    return target(own) == target(other)


async def keep_change(
    ctx: UpdateContext,
    draft: CostingDraft,
    after: Costing,
    *,
    view: str = "",
    note: str = "",
    fresh: bool = False,
) -> None:
    """Store a change with its author if it can be priced, and show the new price."""
    request = await requests.get(ctx.tx, draft.request_id)
    if fault := _fault(ctx, request, draft, after):
        await show(ctx, draft, note="\n".join(filter(None, (note, fault))), fresh=fresh)
        return
    changes = _changes(ctx, draft.content, after)
    if changes:
        draft = await costings.change(ctx.tx, draft, after, ctx.person.id, changes)
    await show(ctx, draft, view=view, note=note, fresh=fresh)
    await request_changed(ctx, request.id)


def _fault(ctx: UpdateContext, request: Request, draft: CostingDraft, after: Costing) -> str:
    """Say why the draft cannot be priced; empty if it can."""
    if len(after.lines) > MOST_LINES or len(after.extras) > MOST_EXTRAS:
        return ctx.say("cost-too-many")
    try:
        sheet_of(ctx.services, request, replace(draft, content=after))
    except DiscountTooLarge:
        return ctx.say("cost-discount-too-large")
    except BadQuantity as bad:
        item = ctx.services.reference_files.catalogue(request.books).get(bad.code)
        return ctx.say("cost-bad-quantity", item=item.label(ctx.say.lang))
    return ""


def _changes(ctx: UpdateContext, before: Costing, after: Costing) -> list[dict[str, Any]]:
    return kept_changes(internal_differences(before, after), ctx.services.catalogue)


async def is_current(ctx: UpdateContext, draft: CostingDraft, version: int) -> bool:
    """Tell whether the tapped card is current; otherwise show it anew with others' changes."""
    if draft.state is not CostingState.DRAFT:
        await _show_closed(ctx, draft)
        return False
    if draft.version == version:
        return True
    theirs = await _others_since(ctx, draft, version)
    ctx.tell(ctx.say.plain("changed-meanwhile"), alert=True)
    note = "\n".join(_change_words(ctx, past) for past in theirs)
    await show(ctx, draft, note=note, fresh=bool(theirs))
    return False


async def _show_closed(ctx: UpdateContext, draft: CostingDraft) -> None:
    """Say who sent or discarded a draft."""
    ctx.tell(ctx.say.plain("changed-meanwhile"))
    words = ctx.say("cost-gone", name=await name_of(ctx, draft.person_id))
    newest = await quotes.newest(ctx.tx, draft.request_id)
    if newest is not None and newest.costing_id == draft.id:
        words = ctx.say(
            "cost-sent-by", number=newest.label, name=await name_of(ctx, draft.person_id)
        )
    await ctx.show(Screen(words), card=card_key(draft.id), fresh=ctx.input.tapped is None)


async def _others_since(ctx: UpdateContext, draft: CostingDraft, version: int) -> Sequence[Past]:
    past = await costings.since(ctx.tx, draft, version)
    return [change for change in past if change.person_id != ctx.person.id]


def _change_words(ctx: UpdateContext, past: Past) -> str:
    words = ", ".join(changes_words(ctx.say, past.changes))
    return ctx.say("cost-colleague", name=past.name, changes=Markup(words))


async def name_of(ctx: UpdateContext, person_id: int) -> str:
    person = await people.get(ctx.tx, person_id)
    return person.display_name


async def show(
    ctx: UpdateContext,
    draft: CostingDraft,
    *,
    view: str = "",
    note: str = "",
    fresh: bool = False,
) -> None:
    request = await requests.get(ctx.tx, draft.request_id)
    screen = costing_card.draw(ctx.say, sheet_of(ctx.services, request, draft), view)
    if note:
        screen = replace(screen, text=f"{note}\n\n{screen.text}")
    await ctx.show(screen, card=card_key(draft.id), fresh=fresh)
