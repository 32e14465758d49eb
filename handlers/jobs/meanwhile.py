"""Two coordinators on one plan: who acts second is told what the other did."""

from handlers.cards.job_cards import show_plan
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.views.job_views import JobView
from handlers.views.plan_change_words import act_words
from storage import people, plan_changes


def card_key(job_id: int) -> str:
    return f"move:{job_id}"


async def tell_meanwhile(ctx: UpdateContext, job_view: JobView) -> None:
    """Say who changed the plan meanwhile, and what; the second act was not done."""
    last = await plan_changes.last(ctx.tx, job_view.job.id)
    parts = [ctx.say("move-meanwhile", number=job_view.job.number)]
    if last is not None and last.actor_id is not None:
        actor = await people.find(ctx.tx, last.actor_id)
        name = actor.display_name if actor else "—"
        what = await act_words(ctx.tx, ctx.say, last)
        parts.append(f"{ctx.say('move-who', name=name, at=ctx.say.time(last.at))} {what}")
    await ctx.show(Screen("\n".join(parts)), card=card_key(job_view.job.id))
    ctx.tell(ctx.say.plain("changed-meanwhile"))
    if job_view.job.start_on is not None:
        await show_plan(ctx, job_view)
