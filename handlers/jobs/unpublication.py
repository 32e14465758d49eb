"""A publication by mistake is taken back, with its messages, while nobody has answered."""

from collections.abc import Sequence

from domain.jobs import may_unpublish
from handlers.cards.job_cards import show_plan
from handlers.cards.job_changes import Audience, job_changed
from handlers.cards.plan_change_cards import to_be_phoned
from handlers.cards.request_cards import request_changed
from handlers.context.callbacks import CardTap, button
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.jobs.job_lock import lock_job_view
from handlers.views import client_job_card, crew_job_card
from handlers.views.job_views import JobView
from storage import crews, jobs, people, plan_changes


def freed(job_view: JobView, told: Sequence[int]) -> list[int]:
    """List who knew an earlier plan and is not needed for this one."""
    return [member_id for member_id in told if job_view.of_member(member_id) is None]


def _card_key(job_id: int) -> str:
    return f"published:{job_id}"


async def offer(ctx: UpdateContext, job_view: JobView) -> None:
    """Say who was told, with a way back for what was published by mistake."""
    job = job_view.job
    seen = await plan_changes.last_id(ctx.tx, job.id)
    back = button(ctx.say.plain("plan-unpublish"), "unpublish", job.id, seen)
    text = ctx.say("plan-published-for", number=job.number, count=len(job_view.crew))
    if phoned := to_be_phoned(job_view.crew):
        text += "\n" + ctx.say("plan-not-here", names=", ".join(phoned))
    await ctx.show(Screen(text, ((back,),)), card=_card_key(job.id))


async def unpublish_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take a publication back, with its messages, while nobody has answered."""
    tx, job_view = ctx.tx, await lock_job_view(ctx.tx, tap.id)
    job, times = job_view.job, await plan_changes.published(ctx.tx, tap.id)
    answers = [mine.state for mine in job_view.crew]
    same = await plan_changes.last_id(tx, job.id) == tap.version
    if not same or not times or not may_unpublish(times[0], tx.now, job.state, answers):
        ctx.tell(ctx.say.plain("unpublish-too-late"), alert=True)
        return
    told = await plan_changes.told_before(tx, job.id)
    earlier = times[1] if len(times) > 1 else None
    await jobs.unpublish(tx, job, earlier, actor_id=ctx.person.id, told=told)
    now = await job_changed(ctx, job.id, shown_to={Audience.COORDINATORS})
    await _take_back(ctx, now, freed(now, told))
    await request_changed(ctx, now.request.id)
    await show_plan(ctx, now, fresh=False)
    words = Screen(ctx.say("plan-unpublished", number=job.number))
    await ctx.show(words, card=_card_key(job.id), fresh=False)
    ctx.tell(ctx.say.plain("plan-unpublished-short"))


async def _take_back(ctx: UpdateContext, job_view: JobView, freed: Sequence[int]) -> None:
    """Delete what crew and client were sent; what cannot be deleted says that it is void."""
    joined, job = await crews.joined(ctx.tx), job_view.job
    members = [mine.member_id for mine in job_view.crew] + list(freed)
    reached = await people.of_ids(ctx.tx, [joined[one] for one in members if one in joined])
    for person in reached.values():
        member = to_person(ctx, person)
        name = crew_job_card.card_key(job.id)
        await member.send(member.say("crew-void"), card=name, withdraw=True)
    client = to_person(ctx, await people.get(ctx.tx, job_view.request.person_id))
    words = client.say("client-void", number=job.number)
    await client.send(words, card=client_job_card.card_key(job.id), withdraw=True)
