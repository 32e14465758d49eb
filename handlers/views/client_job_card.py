"""What the client is told of the work: the day, on the way, done; and what they think of it."""

from domain.jobs import JobState
from handlers.context import refusals
from handlers.context.callbacks import CardTap, button
from handlers.context.posts import post_of
from handlers.context.services import Services
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Button, Screen
from handlers.views import job_card, job_views
from handlers.views.job_views import JobView
from handlers.words.catalogue import Say
from storage import events, jobs, outbox, people
from storage.transaction import Transaction

MOST_STARS = 5


def card(job_id: int) -> str:
    return f"clientjob:{job_id}"


async def tell(
    tx: Transaction, services: Services, job_view: JobView, *, fresh: bool = False
) -> None:
    """Show the client their job; `fresh` where they should know at once."""
    person = await people.get(tx, job_view.request.person_id)
    screen = draw(services.words.say(person.language), job_view)
    await outbox.put(tx, post_of(screen, person.id, card=card(job_view.job.id), fresh=fresh))


def draw(say: Say, job_view: JobView) -> Screen:
    """Draw the card: when we come, and where things stand."""
    job = job_view.job
    text = say(
        "client-job",
        number=job.number,
        address=job_view.address,
        when=job_view.when(say),
        starts=job_view.starts(say),
    )
    text += "\n\n<b>" + say(f"client-state-{job.state}") + "</b>"
    if job.rating is not None:
        return Screen(f"{text}\n\n{say('client-rated', stars='⭐' * job.rating)}")
    if job.state is JobState.REPORTED:
        return Screen(f"{text}\n\n{say('client-rate')}", (_stars(job_view),))
    return Screen(text)


def _stars(job_view: JobView) -> tuple[Button, ...]:
    job = job_view.job
    return tuple(
        button(f"{stars} ⭐", "rate", job.id, job.version, str(stars))
        for stars in range(1, MOST_STARS + 1)
    )


async def rate_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Keep the client's stars, once, from whoever of their company is first."""
    job_view = await job_views.lock(ctx.tx, tap.id)
    job = job_view.job
    if job_view.request.company_id != ctx.person.company_id:
        await refusals.refuse(ctx, tap.action, tap.id)
        return
    if job.rating is not None or job.state is not JobState.REPORTED:
        ctx.tell(ctx.say.plain("stale"))
        return
    if tap.more not in {str(stars) for stars in range(1, MOST_STARS + 1)}:
        ctx.tell(ctx.say.plain("stale"))
        return
    await jobs.change(ctx.tx, job, rating=int(tap.more))
    await events.record(ctx.tx, "rated", "job", job.id, actor_id=ctx.person.id, stars=int(tap.more))
    now = await job_views.load(ctx.tx, job.id)
    await tell(ctx.tx, ctx.services, now)
    await job_card.refresh(ctx.tx, ctx.services, now)
    ctx.tell(ctx.say.plain("client-thanks"))
