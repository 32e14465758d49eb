"""Quotes that go cold: sent, and no sign of life from the client for days."""

from domain.followups import cold_since, rules_on
from handlers.actions import Tap, button
from handlers.conversation.kinds import show_phone
from handlers.conversation.screen import Screen
from handlers.estimating import kept
from handlers.visit import Visit
from storage import answers
from storage.answers import Cold

CARD = "cold"
MOST = 10


async def show(visit: Visit) -> None:
    """List them, the coldest first, each with whom to call and a button to see it."""
    now = visit.work.now
    before = cold_since(now, rules_on(visit.work.today))
    found = await answers.cold(visit.work, before, MOST)
    if not found:
        await visit.show(Screen(visit.say("cold-none")), card=CARD)
        return
    parts = [visit.say("cold-head"), *(_line(visit, one) for one in found)]
    rows = tuple((button(f"👁 {one.revision.label}", "look", one.request_id),) for one in found)
    await visit.show(Screen("\n\n".join(parts), rows), card=CARD)


def _line(visit: Visit, one: Cold) -> str:
    say, revision = visit.say, one.revision
    return say(
        "cold-line",
        number=revision.label,
        company=one.company,
        amount=say.money(kept(revision.estimate).total_excl_vat_cents),
        person=one.person,
        phone=show_phone(one.phone) if one.phone else "—",
        days=(visit.work.now - one.since).days,
        told=one.told,
        until=say.day(revision.valid_until),
    )


async def tapped(visit: Visit, _tap: Tap) -> None:
    await show(visit)
