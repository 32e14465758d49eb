"""The coordinators' card of another day that a client asks for."""

from handlers.context import coordinator_group
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from storage import day_wishes, outbox
from storage.jobs import Job
from storage.outbox import Urgency


def card_key(job_id: int) -> str:
    return f"daywish:{job_id}"


async def settle(ctx: UpdateContext, job: Job) -> None:
    """Take the buttons off what the coordinators were shown, once it is answered."""
    if await day_wishes.pending(ctx.tx, job.id) is not None:
        return
    key = card_key(job.id)
    for office in await coordinator_group.listeners(ctx):
        words = office.say("day-answered", number=job.number)
        await office.send(words, card=key, fresh=False, urgency=Urgency.NOTICE)
    if await outbox.holders(ctx.tx, key, [ctx.person.id]):
        await ctx.show(Screen(ctx.say("day-answered", number=job.number)), card=key, fresh=False)
