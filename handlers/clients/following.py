"""Follow-ups of a quote: written down when it reaches the client, stopped by a sign of life."""

from domain.calendar import day_of
from domain.followups import FOLLOW_UPS, plan_follow_ups, rules_on
from storage import answers, reminders
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


async def alive(work: Work, revision: Revision) -> None:
    """The client did something about the quote: nobody asks them for it any more."""
    await answers.sign_of_life(work, revision.id)
    await reminders.stop(work, FOLLOW_UPS, revision_id=revision.id)
