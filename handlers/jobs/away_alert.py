"""Tells the coordinators that somebody cannot come to the days left of a job under way."""

from datetime import date

from domain.planning import shifts
from domain.windows import TimeWindow
from handlers.context import coordinator_group
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.views import job_card
from handlers.views.job_views import MOST_NAMED, JobView
from handlers.words.catalogue import Say
from storage import absences, outbox
from storage.crew_assignments import Assignment
from storage.outbox import Urgency
from storage.transaction import Reading


def card_key(job_view: JobView, gone: Assignment) -> str:
    return f"away:{job_view.job.id}.{gone.member_id}"


async def tell_away(
    ctx: UpdateContext, job_view: JobView, gone: Assignment, window: TimeWindow
) -> None:
    """Alert them with the days and a link to choose a replacement."""
    kept = await days_away(ctx.tx, job_view, gone.member_id)
    days = sorted({*kept, *_days(job_view, gone.member_id, window)})
    left = [day for day in days if day >= ctx.tx.today]
    for office in await coordinator_group.listeners(ctx):
        opened = job_card.replace_link(office.say, ctx.services, job_view, gone)
        screen = Screen(_words(office.say, job_view, gone, left), ((opened,),))
        await office.send(screen, card=card_key(job_view, gone), urgency=Urgency.NOTICE)


async def settle_away(
    ctx: UpdateContext, job_view: JobView, gone: Assignment, *, other: str
) -> None:
    """Say in the alert, where there was one, who comes instead; its button goes."""
    key = card_key(job_view, gone)
    shown_to = await outbox.holders(ctx.tx, key)
    for office in await coordinator_group.listeners(ctx):
        if office.chat_id in shown_to:
            words = office.say("alert-replaced", name=gone.name, other=other)
            head = f"{job_view.job.number} · {words}"
            await office.send(head, card=key, fresh=False, urgency=Urgency.NOTICE)


async def days_away(tx: Reading, job_view: JobView, member_id: int) -> list[date]:
    """List the days of a job on which a member was to come and is away."""
    whole = TimeWindow(
        shifts(job_view.plan)[0].window.starts_at, shifts(job_view.plan)[-1].window.ends_at
    )
    kept = await absences.of_member(tx, member_id, whole)
    return sorted({day for one in kept for day in _days(job_view, member_id, one.window)})


def _days(job_view: JobView, member_id: int, window: TimeWindow) -> list[date]:
    return [
        shift.on
        for shift in shifts(job_view.plan)
        if member_id in shift.crew and shift.window.overlaps(window)
    ]


def _words(say: Say, job_view: JobView, gone: Assignment, days: list[date]) -> str:
    named = ", ".join(map(say.day_short, days[:MOST_NAMED]))
    more = " …" if len(days) > MOST_NAMED else ""
    return say("alert-away", name=gone.name, number=job_view.job.number, days=f"{named}{more}")
