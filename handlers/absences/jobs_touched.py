"""Coming jobs that a member cannot come to: declined for them, so that another is asked."""

from domain.calendar import day_of
from domain.crews import Member
from domain.jobs import UNDER_WAY, UPCOMING, CrewAnswer, CrewReply
from domain.planning import is_touched
from domain.windows import TimeWindow
from handlers.cards.job_cards import send_to_crew
from handlers.context.update_context import UpdateContext
from handlers.jobs.away_alert import tell_away
from handlers.jobs.crew_answer import record_answer
from handlers.jobs.job_lock import lock_job_view
from handlers.views import job_views
from handlers.views.job_views import JobView
from storage import jobs
from storage.crew_assignments import Assignment
from storage.plans import plan_of


async def decline_touched(ctx: UpdateContext, member: Member, window: TimeWindow) -> list[str]:
    """Answer no for the member to every coming job that the window touches; list their numbers.

    In a job under way nobody is asked any more: the coordinators are told, and find another.
    """
    numbers = []
    for job in await jobs.of_member(ctx.tx, member.id, day_of(window.starts_at, ctx.tx.zone)):
        job_view = await lock_job_view(ctx.tx, job.id)
        mine = job_view.of_member(member.id)
        if mine is None or not _touched(job_view, mine, window):
            continue
        if job_view.job.state in UNDER_WAY:
            await tell_away(ctx, job_view, mine, window)
            numbers.append(job_view.job.number)
            continue
        await record_answer(ctx, mine, CrewReply.DECLINE, CrewAnswer.DECLINED)
        numbers.append(job_view.job.number)
        if mine.person_id is not None and mine.person_id != ctx.person.id:
            now = await job_views.load(ctx.tx, job.id)
            kept = now.of_member(member.id)
            await send_to_crew(ctx, now, only=[kept] if kept else [], fresh=True)
    return numbers


def _touched(job_view: JobView, mine: Assignment, window: TimeWindow) -> bool:
    """Tell whether a member is away on a day on which they are to come to a job not done."""
    if job_view.job.state not in UPCOMING | UNDER_WAY or mine.state is CrewAnswer.DECLINED:
        return False
    plan = plan_of(job_view.job, job_view.crew, job_view.zone)
    return is_touched(plan, mine.member_id, window)
