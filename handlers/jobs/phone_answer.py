"""A coordinator notes what a member without the bot said on the telephone."""

from domain.jobs import CrewAnswer, CrewReply, TooLateToAnswer, answer
from domain.lifecycle import NotAllowed
from handlers.cards.job_cards import send_to_coordinators
from handlers.context.callbacks import CardTap, read_id
from handlers.context.update_context import UpdateContext
from handlers.jobs.crew_answer import record_answer
from handlers.jobs.job_lock import lock_job_view
from handlers.views.job_views import JobView
from storage import events
from storage.crew_assignments import Assignment

REPLIES = {"saidyes": CrewReply.CONFIRM, "saidno": CrewReply.DECLINE}


async def said_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Store the answer as given by telephone; who is in the bot answers for themselves."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    theirs = job_view.of_member(read_id(tap.more) or 0)
    said = _said(job_view, theirs, REPLIES[tap.action])
    if theirs is None or said is None or theirs.version != tap.version:
        ctx.tell(ctx.say.plain("stale"))
        await send_to_coordinators(ctx, job_view)
        return
    await record_answer(ctx, theirs, REPLIES[tap.action], said)
    await events.record(
        ctx.tx,
        "answered_by_phone",
        "job",
        job_view.job.id,
        actor_id=ctx.person.id,
        member=theirs.member_id,
        answer=said,
    )
    ctx.tell(ctx.say.plain(f"phone-said-{said}", name=theirs.name))


def _said(job_view: JobView, theirs: Assignment | None, reply: CrewReply) -> CrewAnswer | None:
    """Tell what the answer would be; None where there is nothing to answer."""
    if theirs is None or theirs.person_id is not None:
        return None
    try:
        said = answer(job_view.job.state, theirs.state, reply)
    except (NotAllowed, TooLateToAnswer):
        return None
    return None if said is theirs.state else said
