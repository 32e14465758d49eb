"""Members who are not needed after all are told so; their card loses its buttons."""

from collections.abc import Collection

from domain.jobs import CrewAnswer
from handlers.context.recipients import Recipient, to_chat, to_person
from handlers.context.update_context import UpdateContext
from handlers.views import crew_job_card
from handlers.views.job_views import JobView
from storage import crews, people
from storage.crew_assignments import Assignment


async def release(ctx: UpdateContext, job_view: JobView, gone: Assignment) -> None:
    """Tell a member that they are free; who had said no is not woken for it."""
    if gone.person_id is not None:
        aloud = gone.state is not CrewAnswer.DECLINED
        await _tell(job_view, to_chat(ctx, gone.person_id, gone.language), aloud=aloud)


async def release_members(
    ctx: UpdateContext, job_view: JobView, member_ids: Collection[int]
) -> None:
    """Tell members who know of an earlier plan that they are free now."""
    joined = await crews.joined(ctx.tx)
    known = await people.of_ids(ctx.tx, [joined[one] for one in member_ids if one in joined])
    for person in known.values():
        await _tell(job_view, to_person(ctx, person), aloud=True)


async def _tell(job_view: JobView, member: Recipient, *, aloud: bool) -> None:
    when = job_view.when(member.say)
    words = member.say("crew-released", number=job_view.job.number, when=when)
    await member.send(words, card=crew_job_card.card_key(job_view.job.id), fresh=aloud)
