"""Follow-ups of a quote: written down when it reaches the client, stopped by a sign of life."""

from domain.calendar import day_of
from domain.followups import FOLLOW_UPS, plan_follow_ups, rules_on
from handlers import rights
from handlers.actions import Tap
from handlers.visit import Visit
from storage import answers, quotes, reminders
from storage.quotes import Revision
from storage.reminders import NewReminder
from storage.work import Work


async def plan_ahead(work: Work, revision: Revision) -> None:
    """Write down what is due for a quote, once; what was stopped stays so."""
    rules = rules_on(day_of(revision.issued_at, work.zone))
    nudges = plan_follow_ups(
        revision.id, revision.issued_at, revision.valid_until, rules, work.zone
    )
    chain = [NewReminder(one.key, one.kind, None, one.due_at) for one in nudges]
    await reminders.add(work, chain, revision_id=revision.id)


async def mine(visit: Visit, tap: Tap) -> Revision | None:
    """Load the quote that a button names, if it is of this client's company; else refuse.

    Whatever the button does, on whichever revision, is a sign of life.
    """
    revision = await quotes.get(visit.work, tap.id)
    if await quotes.company_of(visit.work, revision) != visit.person.company_id:
        await rights.refuse(visit, tap.action, tap.id)
        return None
    await alive(visit.work, revision.request_id)
    return revision


async def alive(work: Work, request_id: int) -> None:
    """The client did something about a request: nobody asks them for its quote any more."""
    revision = await quotes.newest(work, request_id)
    if revision is not None:
        await answers.sign_of_life(work, revision.id)
        await reminders.stop(work, FOLLOW_UPS, revision_id=revision.id)
