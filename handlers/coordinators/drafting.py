"""A draft price, shared among coordinators: changed by one at a time, and nothing is lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.costing import MOST_EXTRAS, MOST_LINES, Costing
from domain.inventory import BadQuantity
from domain.pricing import DiscountTooLarge
from domain.revising import internal_differences
from handlers.conversation.screen import Screen
from handlers.coordinators import costing_card, desk
from handlers.coordinators.costing_card import sheet_of
from handlers.estimating import keep, kept_costing
from handlers.pricing_words import changes_words, kept_changes
from handlers.visit import Visit
from handlers.words.catalogue import Markup
from storage import costings, people, quotes, requests
from storage.costings import Draft, Past
from storage.requests import Request

Alter = Callable[[Costing], Costing | None]


def card(costing_id: int) -> str:
    return f"costing:{costing_id}"


async def merge(visit: Visit, about: Mapping[str, Any], alter: Alter) -> None:
    """Take what was typed; where a colleague changed the same thing meanwhile, show both instead.

    What they changed elsewhere stays, and is told.
    """
    draft = await costings.lock(visit.work, int(about["costing"]))
    if not draft.is_open:
        await _gone(visit, draft)
        return
    before = kept_costing(draft.content)
    after = alter(before)
    if after is None:
        await show(visit, draft, note=visit.say("cost-line-gone"), fresh=True)
        return
    theirs = await _others_since(visit, draft, int(about["version"]))
    mine = _changes(visit, before, after)
    notes = [_told(visit, one) for one in theirs]
    if any(_same(one, other) for past in theirs for other in past.changes for one in mine):
        words = ", ".join(changes_words(visit.say, mine))
        notes.append(visit.say("cost-yours-waits", changes=Markup(words)))
        await show(visit, draft, note="\n".join(notes), fresh=True)
        return
    await keep_change(visit, draft, after, note="\n".join(notes), fresh=True)


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two changes are about the same thing."""
    kind = {"condition": "item", "hours-reckoned": "hours", "discount-gone": "discount"}

    def target(change: Mapping[str, Any]) -> tuple[str, str]:
        return kind.get(change["what"], change["what"]), change["of"]

    return target(one) == target(other)


async def keep_change(
    visit: Visit,
    draft: Draft,
    after: Costing,
    *,
    view: str = "",
    note: str = "",
    fresh: bool = False,
) -> None:
    """Keep a change if it can be priced, with who made it; show what it comes to."""
    request = await requests.get(visit.work, draft.request_id)
    if fault := _fault(visit, request, draft, after):
        await show(visit, draft, note="\n".join(filter(None, (note, fault))), fresh=fresh)
        return
    changes = _changes(visit, kept_costing(draft.content), after)
    if changes:
        draft = await costings.change(visit.work, draft, keep(after), visit.person.id, changes)
    await show(visit, draft, view=view, note=note, fresh=fresh)
    await desk.refresh(visit, request.id)


def _fault(visit: Visit, request: Request, draft: Draft, after: Costing) -> str:
    """Say why something cannot be priced; nothing where it can."""
    if len(after.lines) > MOST_LINES or len(after.extras) > MOST_EXTRAS:
        return visit.say("cost-too-many")
    try:
        sheet_of(visit.shop, request, replace(draft, content=keep(after)))
    except DiscountTooLarge:
        return visit.say("cost-discount-too-large")
    except BadQuantity as bad:
        item = visit.shop.shelf.catalogue(request.books).get(bad.code)
        return visit.say("cost-bad-quantity", item=item.label(visit.say.lang))
    return ""


def _changes(visit: Visit, before: Costing, after: Costing) -> list[dict[str, Any]]:
    return kept_changes(internal_differences(before, after), visit.shop.catalogue)


async def is_current(visit: Visit, draft: Draft, version: int) -> bool:
    """Tell whether the card that was tapped is true; else say what others did and show it anew."""
    if not draft.is_open:
        await _gone(visit, draft)
        return False
    if draft.version == version:
        return True
    theirs = await _others_since(visit, draft, version)
    visit.tell(visit.say.plain("changed-meanwhile"), alert=True)
    note = "\n".join(_told(visit, one) for one in theirs)
    await show(visit, draft, note=note, fresh=bool(theirs))
    return False


async def _gone(visit: Visit, draft: Draft) -> None:
    """Say who sent or gave up a draft."""
    visit.tell(visit.say.plain("changed-meanwhile"))
    words = visit.say("cost-gone", name=await name_of(visit, draft.person_id))
    newest = await quotes.newest(visit.work, draft.request_id)
    if newest is not None and newest.costing_id == draft.id:
        words = visit.say(
            "cost-sent-by", number=newest.label, name=await name_of(visit, draft.person_id)
        )
    await visit.show(Screen(words), card=card(draft.id), fresh=visit.input.tapped is None)


async def _others_since(visit: Visit, draft: Draft, version: int) -> Sequence[Past]:
    past = await costings.since(visit.work, draft, version)
    return [one for one in past if one.person_id != visit.person.id]


def _told(visit: Visit, past: Past) -> str:
    words = ", ".join(changes_words(visit.say, past.changes))
    return visit.say("cost-colleague", name=past.name, changes=Markup(words))


async def name_of(visit: Visit, person_id: int) -> str:
    person = await people.get(visit.work, person_id)
    return person.full_name or person.first_name


async def show(
    visit: Visit, draft: Draft, *, view: str = "", note: str = "", fresh: bool = False
) -> None:
    request = await requests.get(visit.work, draft.request_id)
    screen = costing_card.draw(visit.say, sheet_of(visit.shop, request, draft), view)
    if note:
        screen = replace(screen, text=f"{note}\n\n{screen.text}")
    await visit.show(screen, card=card(draft.id), fresh=fresh)
