"""The cards of a job are posted: to its crew, its client, the coordinators."""

from collections.abc import Iterable
from datetime import date

from domain.people import Role
from handlers.context import coordinator_group
from handlers.context.context_protocols import CardContext
from handlers.context.recipients import to_chat, to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.views import client_job_card, crew_job_card, job_card, plan_card
from handlers.views.job_views import JobView
from storage import outbox, people
from storage.crew_assignments import Assignment
from storage.outbox import Urgency


async def send_to_crew(
    ctx: CardContext,
    job_view: JobView,
    *,
    only: Iterable[Assignment] | None = None,
    fresh: bool = False,
    key: str | None = None,
    on: date | None = None,
    head: str = "",
    urgency: Urgency = Urgency.ANSWER,
    delay_seconds: float = 0.0,
) -> None:
    """Show the job to its crew, or to some of them, under a sentence (`key` or `head`).

    `on` is the day that the sentence is about; none: their first.
    """
    for mine in job_view.crew if only is None else only:
        if mine.person_id is None:
            continue
        member = to_chat(ctx, mine.person_id, mine.language)
        screen = crew_job_card.draw(ctx.services, member.say, job_view, mine, ctx.tx)
        above = (
            member.say(key, starts=job_view.starts_of(member.say, mine.member_id, on))
            if key
            else head
        )
        text = f"{above}\n\n{screen.text}" if above else screen.text
        await member.send(
            Screen(text, screen.rows),
            card=crew_job_card.card_key(job_view.job.id),
            fresh=fresh,
            urgency=urgency,
            delay_seconds=delay_seconds,
        )


async def send_to_client(ctx: CardContext, job_view: JobView, *, fresh: bool = False) -> None:
    """Show the client their job; `fresh` where they should know at once."""
    client = to_person(ctx, await people.get(ctx.tx, job_view.request.person_id))
    name = client_job_card.card_key(job_view.job.id)
    await client.send(client_job_card.draw(client.say, job_view), card=name, fresh=fresh)


async def send_to_coordinators(ctx: CardContext, job_view: JobView, *, fresh: bool = False) -> None:
    """Show the job as it stands now, on the plan too; `fresh` where somebody should look."""
    await _update_plans(ctx, job_view)
    name = job_card.card_key(job_view.job.id)
    for office in await coordinator_group.followers(ctx, name):
        screen = await job_card.draw(ctx.tx, ctx.services, office.say, job_view)
        await office.send(screen, card=name, fresh=fresh, urgency=Urgency.NOTICE)


async def _update_plans(ctx: CardContext, job_view: JobView) -> None:
    """Bring the plan up to date in the private chat of every coordinator who has it."""
    office = {person.id: person for person in await people.with_role(ctx.tx, Role.COORDINATOR)}
    name = plan_card.card_key(job_view.job.id)
    chats = await outbox.holders(ctx.tx, name, office)
    against = await plan_card.conflicts_of(ctx.tx, ctx.services, job_view) if chats else ()
    for chat_id in chats:
        coordinator = to_person(ctx, office[chat_id])
        screen = plan_card.draw(coordinator.say, job_view, against)
        await coordinator.send(screen, card=name, fresh=False, urgency=Urgency.NOTICE)


async def show_plan(ctx: UpdateContext, job_view: JobView, *, fresh: bool = True) -> None:
    """Show the plan to this coordinator, as it stands and with what can be done."""
    against = await plan_card.conflicts_of(ctx.tx, ctx.services, job_view)
    screen = plan_card.draw(ctx.say, job_view, against)
    await ctx.show(screen, card=plan_card.card_key(job_view.job.id), fresh=fresh)
